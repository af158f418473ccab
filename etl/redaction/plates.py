"""Dutch number plates, by the fourteen sidecodes."""

import re

QUICK = re.compile(
    r"[A-Z\d]-?[A-Z\d]{2,3}-?[A-Z\d]|(?i:kenteken|nummerplaat|nummerbord|auto|bus|wagen|hanger|voertuig)"
)
TAG = "[kenteken]"
# L a letter, 9 a digit; the shapes the Dutch registry has issued since 1951.
SIDECODES = (
    "LL-99-99 99-99-LL 99-LL-99 LL-99-LL LL-LL-99 99-LL-LL 99-LLL-9"
    " 9-LLL-99 LL-999-L L-999-LL LLL-99-L L-99-LLL 9-LL-999 999-LL-9"
).split()
MONTHS = re.compile(r"-(?:JAN|FEB|MRT|APR|MEI|JUN|JUL|AUG|SEP|OKT|NOV|DEC|UUR|MIN|DGN|WKN)-")


def _shapes(between: str) -> str:
    spelled = (code.replace("-", between).replace("L", "[A-Z]").replace("9", r"\d") for code in SIDECODES)
    return "(?:" + "|".join(spelled) + r")(?![\w-])"


WRITTEN = re.compile(r"(?<![\w-])" + _shapes("-"))
AFTER_PLATE = re.compile(
    r"((?<!\[)\b(?:kenteken|nummerplaat|nummerbord)\w*\W+(?:(?:is|was|met|van|de|het|nummer|nr)\W+){0,2})"
    + _shapes("[- ]?"),
    re.I,
)
AFTER_VEHICLE = re.compile(
    r"(\b(?i:auto|bus|busje|bestelbus|bestelauto|wagen|vrachtwagen|vrachtauto|aanhanger|voertuig)\W+(?:\w+\W+){0,2}?)"
    + _shapes("[- ]?")
)


def replace(text: str) -> str:
    """The text with every number plate as [kenteken]: with dashes anywhere, otherwise only where one is announced."""
    if not QUICK.search(text):
        return text
    text = AFTER_VEHICLE.sub(rf"\1{TAG}", AFTER_PLATE.sub(rf"\1{TAG}", text))
    return WRITTEN.sub(lambda found: found.group() if MONTHS.search(found.group()) else TAG, text)
