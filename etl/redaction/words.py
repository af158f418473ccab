"""A comment cut into words, with what matters for names: its kind, place, capital, and start of a sentence."""

import re
from dataclasses import dataclass

from etl.redaction.lexicon import Kind, Lexicon

TAG = r"\[[a-z-]+\]"
WEB = r"\w[\w-]*(?:[./@][\w-]+){0,6}\.(?:nl|com|org|net|eu|be|info|de)\b\S*"
INITIAL = r"\b(?:[A-Z]|IJ|Ch|Chr|Jac|Joh|Ph|Sj|Th|Tj|Wm)\.(?![a-z])"
SHORTENED = r"\b[vV](?:\.\s?d\.|/d|d)(?!\w)"  # van der, van de
PLAIN = r"[^\W\d_]\w*(?:(?:['’](?!s\b)|-)[^\W\d_]\w*)*"
WORD = re.compile(rf"(?P<tag>{TAG})|(?P<web>{WEB})|(?P<initial>{INITIAL})|{SHORTENED}|['’‘`]t\b|{PLAIN}")
ENDS_SENTENCE = re.compile(r"[.!?\n:;•\"“]")
OPAQUE = Kind()


@dataclass(slots=True)
class Word:
    """One word of a comment, with the text (`gap`) between it and the word before.

    `opens`: a capital here says nothing, because a sentence begins. `capital`: written like a name, a capital
    first and not only capitals. `shouted`: only capitals, which says as little as none.
    """

    text: str
    lower: str
    kind: Kind
    start: int
    end: int
    gap: str
    opens: bool
    capital: bool
    shouted: bool
    initial: bool
    opaque: bool


def split(text: str, lexicon: Lexicon) -> list[Word]:
    """The words of a comment in order; tags and web addresses are opaque words, an initial is one with its dot."""
    words: list[Word] = []
    end, after_initial = 0, False
    for found in WORD.finditer(text):
        word, how = found.group(), found.lastgroup
        gap = text[end : found.start()]
        opens = not words or (gap != " " and not after_initial and ENDS_SENTENCE.search(gap) is not None)
        after_initial, end = how == "initial", found.end()
        opaque = how in {"tag", "web"}
        shouted = len(word) > 1 and word.isupper()
        words.append(
            Word(
                text=word,
                lower=word.lower(),
                kind=OPAQUE if opaque else lexicon.kind(word.lower()),
                start=found.start(),
                end=end,
                gap=gap,
                opens=opens,
                capital=word[0].isupper() and not shouted,
                shouted=shouted,
                initial=after_initial,
                opaque=opaque,
            )
        )
    return words
