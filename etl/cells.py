"""Reading one column of delivered text: what it says, and which cells can not be read.

Each reading gives (values, unreadable): an empty cell is null and readable. Nothing is guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from etl import moments
from luko import reference

Reading = tuple[pl.Series, pl.Series]

_WHOLE_SCORE = r"^(-?\d{1,9})(?:[.,]0+)?$"  # 7, and 7,0 as number columns write it; every scale is of whole numbers
_MAY_BE_A_PERSON = r"@|\d{6}|\d{2}[- ]\d{6}"


def cleaned(text: pl.Series) -> pl.Series:
    """Text without surrounding white space; empty becomes null."""
    stripped = text.str.strip_chars()
    return stripped.set(stripped == "", None)


def as_text(text: pl.Series) -> Reading:
    """Text stays as delivered."""
    return text, pl.repeat(False, len(text), eager=True)


def as_id(text: pl.Series) -> Reading:
    """An id stays as delivered; an e-mail address or a sentence is none."""
    return text, text.str.contains(r"@|\s").fill_null(False)


def as_name(text: pl.Series) -> Reading:
    """The name of a partner, place or kind stays as delivered; with an address or number in it, it is a person's."""
    return text, may_be_a_person(text)


def may_be_a_person(text: pl.Series) -> pl.Series:
    """Where an e-mail address or a telephone number stands in what should be a name of something else."""
    return text.str.contains(_MAY_BE_A_PERSON).fill_null(False)


def as_moment(text: pl.Series) -> Reading:
    """Wall time in Amsterdam."""
    values, _ = moments.read(text)
    return values, values.is_null() & text.is_not_null()


def as_date(text: pl.Series) -> Reading:
    """The day of a date or moment."""
    values, unreadable = as_moment(text)
    return values.cast(pl.Date), unreadable


def as_whole(text: pl.Series) -> Reading:
    """A whole number of zero or more."""
    values = text.str.to_integer(strict=False)
    return values, text.is_not_null() & (values.is_null() | (values < 0))


def as_yes_no(text: pl.Series) -> Reading:
    """`ja` or `nee` as a flag."""
    return _as_one_of({"ja": True, "nee": False})(text)


def as_flag(text: pl.Series) -> Reading:
    """0 or 1 as a flag."""
    return _as_one_of({"1": True, "0": False})(text)


def as_postcode4(text: pl.Series) -> Reading:
    """Only the four digits of a postcode; the letters are personal and are let go here."""
    values = text.str.extract(r"^([1-9]\d{3})\s*[A-Za-z]{0,2}$")
    return values, text.is_not_null() & values.is_null()


def as_code(column: str) -> Callable[[pl.Series], Reading]:
    """A reading by the code table in force, without regard to case."""
    codes = reference.read("codes").filter(pl.col("column") == column)
    table = {row["delivered"].lower(): row["value"] for row in codes.iter_rows(named=True)}
    return _as_one_of(table)


def _as_one_of(table: dict[str, bool] | dict[str, str]) -> Callable[[pl.Series], Reading]:
    kind = pl.Boolean if all(isinstance(value, bool) for value in table.values()) else pl.String

    def read(text: pl.Series) -> Reading:
        values = text.str.to_lowercase().replace_strict(table, default=None, return_dtype=kind)
        return values, values.is_null() & text.is_not_null()

    return read


@dataclass(frozen=True)
class Scale:
    """The scale of one question at one touchpoint; codes in `no_answer` are an empty answer."""

    kind: str
    lowest: float | None
    highest: float | None
    no_answer: tuple[str, ...]

    def read(self, text: pl.Series) -> Reading:
        """Scores (Float64), ja = 1 and nee = 0; text for an open question."""
        lowered = text.str.to_lowercase()
        answered = text.set(lowered.is_in(list(self.no_answer)).fill_null(False), None)
        if self.kind == "open":
            return as_text(answered)
        if self.kind == "janee":
            values, unreadable = as_yes_no(answered)
            return values.cast(pl.Float64), unreadable
        values = answered.str.extract(_WHOLE_SCORE).cast(pl.Float64, strict=False)
        outside = (values < self.lowest) | (values > self.highest)
        unreadable = answered.is_not_null() & (values.is_null() | outside.fill_null(True))
        return values.set(unreadable, None), unreadable

    def rule(self, delivered: str) -> str:
        """The rule that this unreadable answer broke, in words."""
        if self.kind == "janee":
            return "is geen ja of nee"
        scale = f"de schaal {self.lowest:g}-{self.highest:g}"
        return f"valt buiten {scale}" if re.fullmatch(_WHOLE_SCORE, delivered) else f"is geen heel getal op {scale}"


READINGS: dict[str, tuple[Callable[[pl.Series], Reading], str]] = {
    "key": (as_id, "is geen sleutel"),
    "id": (as_id, "is geen sleutel"),
    "name": (as_name, "is geen naam van een partner, plaats of soort"),
    "moment": (as_moment, "is geen bestaande datum of tijd (dd-mm-jjjj uu:mm of ISO)"),
    "date": (as_date, "is geen bestaande datum (dd-mm-jjjj of ISO)"),
    "whole": (as_whole, "is geen geheel getal"),
    "yes_no": (as_yes_no, "is geen ja of nee"),
    "flag": (as_flag, "is geen 0 of 1"),
    "postcode4": (as_postcode4, "is geen postcode"),
}
