"""Postcodes with their two letters; the door behind one goes with it."""

import re

from etl.redaction.doors import NUMBER

QUICK = re.compile(r"[1-9]\d{3}\s?[A-Za-z]{2}\b|\[postcode\]")
TAG = "[postcode]"
PLAIN = re.compile(r"(?<![\w-])[1-9]\d{3}\s?(?!SA|SD|SS)([A-Z]{2})(?!\w)")
JOINED = re.compile(r"(?<![\w-])[1-9]\d{3}(?!sa|sd|ss|en|of|kw|mm|cm|va|in|op)[a-z]{2}(?!\w)")
SAID = re.compile(r"(\bpostcode\W+(?:(?:is|was|van)\W+)?)[1-9]\d{3}\s?[a-z]{2}(?!\w)", re.I)
WITH_DOOR = re.compile(rf"\[postcode\]\s?[,-]?\s?(?:(?:nr\.?|nummer|huisnummer)\s)?{NUMBER}", re.I)
WORDS = frozenset(
    "AL AF BV DE EN ER GA HA HE IK IN IS JA JE KM KW ME NA NU OF OK OM OP PA TE TV UW VA WE ZE ZO".split()
)


def replace(text: str) -> str:
    """The text with every full postcode, and the house number right behind it, as [postcode].

    Four digits alone stay: they name a neighbourhood, and so does a year.
    """
    if not QUICK.search(text):
        return text
    shouting = not any(letter.islower() for letter in text)

    def tag(found: re.Match[str]) -> str:
        year_and_word = shouting and " " in found.group() and found.group(1) in WORDS
        return found.group() if year_and_word else TAG

    text = SAID.sub(rf"\1{TAG}", text)
    return WITH_DOOR.sub(TAG, PLAIN.sub(tag, JOINED.sub(TAG, text)))
