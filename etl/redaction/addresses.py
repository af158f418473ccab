"""Where someone lives: streets and house numbers, as far as they point at one door."""

import re

from etl.redaction import doors

TAG = "[adres]"
NUMBER = re.compile(rf"(?<![\w.,:/+-]){doors.NUMBER}")
WORD = r"[\w'’.-]+"
WORDS = re.compile(WORD)
SENTENCE_END = re.compile(r".*[!?;:\n(\]]", re.S)
NEAR = 80
DOOR = re.compile(
    r"(?:\bhuis(?:nummers?|nr\.?)\s?(?:is|was|:)?\s?"
    r"|\b(?:woon|wonen|woont|woonden|buren|buurman|buurvrouw|overburen)\b[^.!?\d]{0,20}\b(?:op|van)\s(?:nummer|nr\.?)\s)$",
    re.I,
)
LIVES = re.compile(
    r"\b(?:woon|wonen|woont|woonachtig|adres|gevestigd|woning|huis|pand|perceel)\b[^.!?\d]{0,12}?"
    rf"(?:\b(?:op|aan|in|is)\b|:)\s(?:(?:de|het|'t)\s)?(?:[A-ZÀ-Þ]{WORD}\s(?:(?:van|de|der|den|het)\s)*){{1,4}}$"
)
PLACE_AFTER = re.compile(r",?\s(?:te\s[A-Z]|\[postcode\])")
KIND = (
    r"(?:straat(?:je)?|laan(?:tje)?|weg|plein|gracht|kade|dijk|singel|hof(?:je)?|pad|dreef|steeg|markt|baan|wal|brink"
    r"|plantsoen|boulevard|ring|allee|park|haven|str\.?)$"
)
WITH_CAPITAL = re.compile(rf"[A-ZÀ-Þ][\w'’-]+{KIND}")
WITHOUT_CAPITAL = re.compile(
    r"\w{2,}(?:straat(?:je)?|laan(?:tje)?|weg|plein|gracht|kade|singel|dreef|steeg|plantsoen)$"
)
ALONE = re.compile(KIND, re.I)
NO_STREET = frozenset("onderweg halverweg snelweg zandweg vluchtweg uitweg omweg spoorweg bouwweg fietspad".split())
NO_PART = frozenset(
    "de het een in op aan bij te voor wij we ik mijn onze ons adres hier daar onder over naar uit tussen langs"
    " woon wonen woning pand huis aansluiting en maar want ook heel".split()
)
BETWEEN = frozenset("van de der den ten ter het 't aan op in".split())
ARTICLES = frozenset({"De", "Het", "'t"})


def replace(text: str) -> str:
    """The text with every street and its number, and every announced house number, as [adres].

    A street without a number stays, and so does the city.
    """
    parts: list[str] = []
    end = 0
    for found in NUMBER.finditer(text):
        start = _street_before(text[end : found.start()], text[found.end() :])
        if start is not None:
            parts += [text[end : end + start], TAG]
            end = found.end()
    return "".join([*parts, text[end:]]) if parts else text


def _street_before(before: str, after: str) -> int | None:
    """Where the address begins whose number stands between these two, or None when it is just a number."""
    near = before[-NEAR:]
    if DOOR.search(near):
        return len(before)
    cut = SENTENCE_END.match(near)
    words = list(WORDS.finditer(near, cut.end() if cut else 0))
    if words and words[-1].group().lower() in {"nr", "nr.", "nummer"}:
        words.pop()
    elif not words or near[words[-1].end() :].strip(" \t") not in {"", ","}:
        return None
    expected = PLACE_AFTER.match(after) is not None or LIVES.search(near) is not None
    first = _first_word([word.group() for word in words], expected)
    return None if first is None else len(before) - len(near) + words[first].start()


def _first_word(words: list[str], expected: bool) -> int | None:
    """The index of the word a street begins with, reading back from the number; None when it is no street."""
    if not words or words[-1].lower() in NO_STREET:
        return None
    last = at = len(words) - 1
    while at and words[last][0].isupper() and _belongs(words, at - 1):
        at -= 1
    alone = ALONE.match(words[last]) is not None and words[last][0].isupper() and last > 0
    within = any(ALONE.match(word) or WITH_CAPITAL.match(word) for word in words[at:last])
    ends_as_street = WITH_CAPITAL.match(words[last]) or WITHOUT_CAPITAL.match(words[last])
    if not (alone or within or ends_as_street or (expected and words[last][0].isupper())):
        return None
    return at - 1 if at and words[at - 1] in ARTICLES and (alone or expected) else at


def _belongs(words: list[str], at: int) -> bool:
    """Whether this word is part of the name of the street that follows it."""
    word = words[at]
    if word in BETWEEN:
        return at > 0 and _belongs(words, at - 1)
    return (word[0].isupper() and word.lower() not in NO_PART) or re.match(r"\d{1,2}e$", word) is not None
