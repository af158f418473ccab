"""Postcodes with their two letters; the door behind one goes with it."""

import re

from etl.redaction.doors import NUMBER

QUICK = re.compile(r"[1-9]\d{3}[\s-]{0,2}[A-Za-z]{2}\b|\[postcode\]")
TAG = "[postcode]"
PLAIN = re.compile(r"(?<![\w-])[1-9]\d{3}(\s{0,2})(?!SA|SD|SS)([A-Z]{2}|[a-z]{2})(?!\w|-[A-Za-z])")
SAID = re.compile(r"((?<!\[)\bpostcode\W+(?:(?:is|was|van)\W+)?)[1-9]\d{3}\s?-?[a-z]{2}(?!\w)", re.I)
WITH_DOOR = re.compile(rf"\[postcode\]\s?[,-]?\s?(?:(?:nr\.?|nummer|huisnummer)\s)?{NUMBER}", re.I)
# "2025 is", "1500 kg": a number and a word. In capitals only when everything is.
WORDS = frozenset(
    "aa af al an as be bv ca cm da de di do ei en er eu ex ga gb ha he hi ho hz ik in is ja je jo kg ki km kv kw la ll"
    " ma mb me mi mm ms na nl nr nu nv of oh ok om op pa pk re st te ti tl tv uw va ve vr vs wa wc we wo xl"
    " za ze zn zo".split()
)


def replace(text: str) -> str:
    """The text with every full postcode, and the house number right behind it, as [postcode].

    Four digits alone stay: they name a neighbourhood, and so does a year.
    """
    if not QUICK.search(text):
        return text
    shouting = not any(letter.islower() for letter in text)

    def tag(found: re.Match[str]) -> str:
        apart, letters = found.groups()
        plain = letters.islower() or (shouting and apart)
        return found.group() if plain and letters.lower() in WORDS else TAG

    return WITH_DOOR.sub(TAG, PLAIN.sub(tag, SAID.sub(rf"\1{TAG}", text)))
