"""Personal data out of Dutch comments, before anything is stored: rules and word lists of our own, no network.

Each piece becomes a tag: [naam], [adres], [postcode], [e-mail], [telefoon], [bsn], [iban], [ean], [kenteken],
[geboortedatum] or [website] (only one that carries a person's name).
"""

import re
from collections.abc import Iterable

import polars as pl

from etl.redaction import addresses, identifiers, names, postcodes, web
from etl.redaction.lexicon import Lexicon

DIGIT = re.compile(r"\d")


def redact(texts: pl.Series, known_names: Iterable[str] | None = None) -> pl.Series:
    """The same comments, in the same order, with every piece of personal data replaced by its tag.

    Nulls stay null and a text without personal data stays byte for byte the same; redacting twice gives the
    same as once. `known_names` are customers' names of the same delivery: their surnames are recognised too,
    also when no list holds them.
    """
    delivered = texts.drop_nulls().unique().to_list()
    if not delivered:
        return texts
    lexicon = Lexicon(known_names or ())
    redacted = {text: clean for text in delivered if (clean := _redact_one(text, lexicon)) != text}
    return texts.replace(redacted) if redacted else texts


def _redact_one(text: str, lexicon: Lexicon) -> str:
    """Again until nothing changes: what a tag lays bare in a second reading is found in the first night."""
    before = None
    while text != before:
        before = text
        text = web.replace(text, lexicon)
        if DIGIT.search(text):
            text = addresses.replace(postcodes.replace(identifiers.replace(text)))
        text = names.replace(text, lexicon)
    return text
