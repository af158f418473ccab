"""Whether one word reads as a name, given how it is written, what the lists say, and what stands before it."""

import re
from collections.abc import Sequence

from etl.redaction.cues import ABBREVIATED, BEFORE, SIGNED, Trust
from etl.redaction.words import Word

CAPITAL_ONLY = frozenset("mark frank helen joke jade grace gloria victor victoria hans appie tiny rosa".split())
# Words a sentence starts with, or that people capitalise anyway: as a name only after a cue.
NEVER_BARE = frozenset("bel ben wil will can door els job bob boy an ad ene elke mei may max frans julie".split())
NO_FIRST = frozenset("bel wil will door can elke ene an ad may".split())  # not even before a surname
BOTH = frozenset("van von op in aan uit onder bij over".split())
ARTICLES = frozenset("de den der het 't ’t la ten".split())
SINGLE = frozenset("vd v.d. v/d van von de den der ten ter te 't ’t el".split())
FOREIGN = frozenset("El Al Ben Bin Ait La Le Da Dos Di Du".split())  # without capital these are Dutch words
TELLING = frozenset({"der", "den", "'t", "’t", "ter", "ten", "el"})
LIKE_A_VERB = re.compile(r".*(?:[dt]e|[dt]en|t|en|lijke?|ige?|ende?|bare?|loos|heid|ing|isch|eerd)$")
LIKE_A_WORD = re.compile(r".*(?:en|ers?|ing|heid|lijk|sters?|ties?|jes?|eurs?|st|ig|s)$")
SAME_LINE = re.compile(r"[ \t]*[,:(]?[ \t]*$")
AFTER_ABBREVIATION = re.compile(r"\.?[ \t]*[,:]?[ \t]*$")
AFTER_GREETING = re.compile(r"[\s,.:;!–-]*$")
NUMBER_BEFORE = re.compile(r"\d\s*$")
NUMBER_AFTER = re.compile(r"\.?\s*\d")


def trust_before(words: Sequence[Word], at: int) -> Trust:
    """How far the words before this one say that a name follows."""
    cue = words[at - 1].lower if at else ""
    if cue not in BEFORE:
        return Trust.NONE
    gap = AFTER_GREETING if cue in SIGNED else AFTER_ABBREVIATION if cue in ABBREVIATED else SAME_LINE
    if not gap.match(words[at].gap):
        return Trust.NONE
    said = [
        trust
        for earlier, trust in BEFORE[cue]
        if tuple(word.lower for word in words[max(0, at - 1 - len(earlier)) : at - 1]) == earlier
    ]
    return max(said, default=Trust.NONE)


def may_begin(words: Sequence[Word], at: int) -> bool:
    """Whether a name can begin here without any cue: a quick no for most words of most comments."""
    word = words[at]
    if word.initial or word.text[0].isupper():
        return True
    if word.kind.first and not word.kind.ordinary:
        return True
    return particles(words[at : at + 2]) > 0 and any(later.text[0].isupper() for later in words[at + 1 : at + 3])


def particles(words: Sequence[Word]) -> int:
    """How many of the first two words belong before a surname: "van der" 2, "de" 1, otherwise 0."""
    if len(words) == 2 and words[0].lower in BOTH and words[1].lower in ARTICLES:
        return 2
    return 1 if words and (words[0].lower in SINGLE or words[0].text in FOREIGN) else 0


def is_name(word: Word, trust: Trust, given: bool, before: Sequence[str]) -> bool:
    """Whether this word is (part of) a name. `given`: a part stands before; `before`: its particles."""
    if word.opaque or word.initial:
        return False
    if word.kind.known and word.kind.clear and word.text[0].isupper():
        return True
    return (_with_capital if word.capital else _without_capital)(word, trust, given, before)


def _with_capital(word: Word, trust: Trust, given: bool, before: Sequence[str]) -> bool:
    kind = word.kind
    expected = given or trust >= Trust.CAPITAL
    told = len(before) == 2 and before[-1] in TELLING
    if not kind.first and not kind.surname:
        return (kind.clear and (expected or told)) or (told and trust >= Trust.LISTED)
    if kind.protected:
        return given or trust >= Trust.LISTED if kind.surname else expected
    if kind.ordinary and not expected:
        bare = kind.first and not word.opens and word.lower not in NEVER_BARE
        return bare or (kind.surname and len(before) > 0)
    return True


def _without_capital(word: Word, trust: Trust, given: bool, before: Sequence[str]) -> bool:
    kind = word.kind
    if kind.protected:
        return kind.surname and trust >= Trust.LISTED and len(before) > 0
    if kind.ordinary:
        if kind.surname and (trust >= Trust.LISTED or (given and before)):
            return tuple(before) != ("van", "de")
        return kind.first and trust is Trust.NAMED and word.lower not in NEVER_BARE
    if kind.first:
        bare = len(word.lower) > 3 and word.lower not in CAPITAL_ONLY
        return bare or given or word.shouted or trust >= Trust.CAPITAL
    if kind.surname:
        return given or trust >= Trust.LISTED
    return _unlisted(word, trust, given, before)


def _unlisted(word: Word, trust: Trust, given: bool, before: Sequence[str]) -> bool:
    """An unknown word without capital: only where a name must follow, and when it is not built like a verb."""
    if len(before) == 2 and before[-1] in TELLING:
        return given or trust >= Trust.TITLED
    if before or trust < Trust.TITLED:
        return False
    return (trust is Trust.NAMED and not given) or (len(word.lower) > 3 and not LIKE_A_VERB.match(word.lower))


def trust_by_surname(word: Word, surname: Word, between: int) -> Trust:
    """What a surname right after (with `between` particles) says of a word that no list calls a name."""
    listed = (surname.kind.surname or surname.kind.known) and (surname.kind.clear or between > 0)
    if word.kind.first and not word.capital:
        return Trust.CAPITAL if listed and word.kind.clear else Trust.NONE
    first = word.kind.first and word.lower not in NO_FIRST
    unknown = first or not any(word.kind)
    told = listed or between == 2 or (first and (surname.kind.surname or (between > 0 and surname.kind.clear)))
    written = word.capital or (word.shouted and len(word.text) <= 3 and not any(word.kind))
    return Trust.CAPITAL if surname.capital and told and unknown and written else Trust.NONE


def looks_ordinary(lower: str) -> bool:
    """Whether a word that opens a sentence is built like a Dutch noun or verb."""
    return LIKE_A_WORD.match(lower) is not None


def beside_a_number(text: str, word: Word) -> bool:
    """Whether a number stands right before or after, as with a month."""
    return bool(NUMBER_BEFORE.search(text[: word.start]) or NUMBER_AFTER.match(text, word.end))
