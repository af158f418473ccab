"""Telephone numbers as people type them: mobile, area and foreign, with any spaces, dashes, dots or brackets."""

import re

import phonenumbers

TAG = "[telefoon]"
APART = r"[ \t\u00a0.\-/–()]"
# A date, or two times of day, can look like an area code with a number.
NO_DATE = r"(?!\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d{2}(?!\d))(?!\d\d[.:]\d\d\s?[-–])"
START = r"(?<!\d)(?<!\d[-./])"
MOBILE = re.compile(rf"{START}{NO_DATE}(?:\(06\)|0\s?6)(?:{APART}{{0,3}}\d){{7,9}}(?!\d)")
DUTCH = re.compile(
    rf"(?<!\d)(?:\((?=\+?[\d ]+\)))?(?:\+\s?|00\s?)31\)?{APART}{{0,3}}(?:\(0\)|0)?{APART}{{0,3}}"
    rf"[1-9](?:{APART}{{0,3}}\d){{8}}(?!\d)"
)
FOREIGN = re.compile(
    rf"(?<![\w+])\+\d{{1,3}}(?:{APART}{{0,2}}\d){{7,12}}(?!\d)|(?<!\d)00[1-9]\d(?:{APART}?\d){{9,11}}(?!\d)"
)
AREA = re.compile(rf"{START}{NO_DATE}(?:\((?=[\d]+\)))?0\d(?:{APART}{{0,3}}\d){{8}}(?!\d)")
WITHOUT_ZERO = re.compile(
    r"((?<!\[)\b(?:mobiel\w*|mobile?|tel(?:efoon)?|gsm|bel(?:len|t)?"
    r"|app(?:en)?|mijn (?:\w+ )?(?:nr|nummer))(?:\W+(?:nr|nummer|mij|me|op|is|naar))*\W{1,3})"
    rf"6(?:{APART}?\d){{8}}(?!\d)",
    re.I,
)
SAID = re.compile(r"(?:\bbel|\btel|(?<!\[)telefoon|mobiel|bereik|nummer)[^\d\n]{0,20}$", re.I)
SERVICE = ("0800", "0900", "0906", "0909")


def replace(text: str, is_work_number: re.Pattern[str]) -> str:
    """The text with every telephone number as [telefoon]; service numbers (0800, 0900) and order numbers stay."""
    text = DUTCH.sub(TAG, text)
    text = MOBILE.sub(TAG, text)
    text = FOREIGN.sub(_when_valid, text)
    text = WITHOUT_ZERO.sub(rf"\1{TAG}", text)
    return AREA.sub(lambda found: _when_area(found, is_work_number), text)


def _when_valid(found: re.Match[str]) -> str:
    """A number with a plus is meant as one; behind 00 it may be any number, so the country has to know it."""
    digits = re.sub(r"\D", "", found.group())
    if found.group().startswith("+"):
        return TAG
    return TAG if phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits[2:]}")) else found.group()


def _when_area(found: re.Match[str], is_work_number: re.Pattern[str]) -> str:
    number = found.group()
    groups = re.findall(r"\d+", number)
    digits = "".join(groups)
    before = found.string[max(0, found.start() - 40) : found.start()]
    if digits.startswith(SERVICE) or min(map(len, groups)) < 2 or is_work_number.search(before):
        return number
    known = phonenumbers.is_valid_number(phonenumbers.parse(digits, "NL"))
    return TAG if known or SAID.search(before) else number
