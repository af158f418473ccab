"""What can be wrong with a delivery: a whole file refused, a night broken off, or cells and rows set aside."""

import re

import polars as pl

HIDDEN_VALUE = "***"
_IDENTIFIER = r"(?=.*\d)[A-Za-z0-9_./-]{1,40}"
_CODE = r"[A-Za-z0-9_-]{1,15}"
_MOMENT = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T][0-9:.]{1,15}(Z|[+-][0-9:]{2,5})?)?"
_SCORE = r"-?\d{1,3}([.,]\d{1,3})?|(?i:ja|nee|nvt|n\.v\.t\.|weet niet)"

# Only what has the form of a date, code or score is ever listed: a cell of the wrong kind may hold a person.
_SHOWABLE = {
    "key": _IDENTIFIER,
    "id": _IDENTIFIER,
    "code": _CODE,
    "yes_no": _CODE,
    "flag": _SCORE,
    "moment": _MOMENT,
    "date": _MOMENT,
    "whole": _SCORE,
    "score": _SCORE,
}

# One row per cell or row set aside. `whole_row` tells whether the row went with it.
SET_ASIDE = {
    "line": pl.Int64,
    "key": pl.String,
    "column": pl.String,
    "value": pl.String,
    "reason": pl.String,
    "whole_row": pl.Boolean,
}


class RefusedError(Exception):
    """The whole file can not be read; the message is the Dutch sentence for the steward."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenOffError(Exception):
    """The night stops and nothing is published; the message is the Dutch sentence for the steward."""


def nothing_set_aside() -> pl.DataFrame:
    """An empty frame in the form of SET_ASIDE."""
    return pl.DataFrame(schema=SET_ASIDE)


def showable(value: str | None, kind: str) -> str:
    """The value as it may be listed: a date, code or score when the cell is of that kind, otherwise `***`."""
    if not value:
        return ""
    return value if re.fullmatch(_SHOWABLE.get(kind, "(?!)"), value) else HIDDEN_VALUE
