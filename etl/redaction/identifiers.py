"""Numbers that point at one person: IBAN, EAN, telephone, BSN, number plate, date of birth."""

import re

from stdnum import iban
from stdnum.nl import bsn

from etl.redaction import plates, telephone

LONG = re.compile(r"(?:\d\D{0,5}){8}")  # the shortest number here has eight digits
APART = r"[ \t.\-]"
# A number that is announced as the number of an order, a case or a customer is not a person's.
WORK_NUMBER = re.compile(
    r"\b(?:\w*order|opdracht|bestel|project|zaak|klant|factuur|meld|ticket|referentie|dossier|cluster|kenmerk|meter"
    r"|serie|aanvraag|offerte|relatie|debiteur|case|kvk|btw|artikel|volg)[\w-]*"
    r"(?:[\s.:#-]|\b(?:nummer|nr|is|code|id|met|onder)\b)*$",
    re.I,
)
DUTCH_IBAN = re.compile(rf"\bNL{APART}?\d{APART}?\d{APART}?(?:[A-Z]{APART}?){{4}}(?:\d{APART}?){{9}}\d(?!\d)", re.I)
OTHER_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b", re.I)
ACCOUNT = re.compile(
    r"(\b(?:bankrekening|girorekening|rekeningnummer|rekeningnr)[\w.]*\W+(?:is\W+)?)\d(?:[ .]?\d){6,9}(?!\d)", re.I
)
EAN = re.compile(r"(?<!\d)(?:87(?:[ .\-]?\d){16}|\d{18})(?!\w)")
BSN_SAID = re.compile(
    r"((?<!\[)\b(?:bsn|burgerservice|sofi)[\w-]*\W*(?:\b(?:nummer|nr|is|was)\b\W*)*)\d(?:[ .\-]?\d){7,8}(?!\d)", re.I
)
BSN_ALONE = re.compile(
    r"(?<![\w#])(?<!\d[.,/ -])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\w]|[.,/-]\d)"
)
MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
DATE = rf"\d{{1,2}}\s?(?:[-/. ]\s?\d{{1,2}}\s?[-/. ]|{MONTH})\s?(?:19|20)?\d{{2}}(?!\d)|(?:19|20)\d{{2}}-\d\d-\d\d"
BORN = re.compile(rf"((?<!\[)\bgeb(?:oren|oortedatum|oortedag|\.|\s)[^\d\n]{{0,30}})(?:{DATE})", re.I)
BORN_AFTER = re.compile(rf"(?:{DATE})(?=\s+geboren)", re.I)


def replace(text: str) -> str:
    """The text with every such number as its tag; numbers of orders and projects, dates, times and grades stay."""
    if "geb" in text.lower():
        text = BORN_AFTER.sub("[geboortedatum]", BORN.sub(r"\1[geboortedatum]", text))
    if LONG.search(text):
        text = ACCOUNT.sub(r"\1[iban]", text)
        text = OTHER_IBAN.sub(_iban, DUTCH_IBAN.sub("[iban]", text))
        text = BSN_SAID.sub(r"\1[bsn]", EAN.sub(_ean, text))
        text = BSN_ALONE.sub(_bsn, telephone.replace(text, WORK_NUMBER))
    return plates.replace(text)


def _iban(found: re.Match[str]) -> str:
    """The longest valid IBAN at the start of what looks like one; the words that follow it are given back."""
    groups = found.group().split(" ")
    for length in range(len(groups), 0, -1):
        if iban.is_valid("".join(groups[:length]), check_country=False):
            return " ".join(["[iban]", *groups[length:]])
    return found.group()


def _ean(found: re.Match[str]) -> str:
    """All connections in the Netherlands start with 87; other long numbers may be an order's."""
    if found.group().startswith("87") or not _is_work_number(found):
        return "[ean]"
    return found.group()


def _bsn(found: re.Match[str]) -> str:
    return "[bsn]" if bsn.is_valid(found.group()) and not _is_work_number(found) else found.group()


def _is_work_number(found: re.Match[str]) -> bool:
    return WORK_NUMBER.search(found.string, max(0, found.start() - 40), found.start()) is not None
