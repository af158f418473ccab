"""The codebook in force: which question codes exist, and on which scale at which touchpoint."""

import re
from dataclasses import dataclass

import polars as pl

from etl.cells import Scale
from etl.problems import BrokenOffError
from luko import reference

_CODE = re.compile(r"[A-Z0-9_]+")
NO_ANSWER = "n.v.t.|nvt|weet niet"  # where the codebook says nothing else
TEXT = "text_"  # open answers stand in columns text_<CODE>, so that scores alone have upper-case names


@dataclass(frozen=True)
class Codebook:
    """Scales by (touchpoint, code), and the touchpoints whose answers need a clusterid."""

    scales: dict[tuple[int, str], Scale]
    linked_touchpoints: frozenset[int]

    @property
    def codes(self) -> list[str]:
        """All question codes, in order."""
        return sorted({code for _, code in self.scales})

    def open(self, code: str) -> bool:
        """Whether a code asks for text."""
        return any(scale.kind == "open" for (_, known), scale in self.scales.items() if known == code)

    def column(self, code: str) -> str:
        """The name of the column in which a code's answers stand."""
        return TEXT + code if self.open(code) else code

    def columns(self) -> dict[str, type[pl.DataType]]:
        """Name and type of every answer column."""
        return {self.column(code): pl.String if self.open(code) else pl.Float64 for code in self.codes}


def in_force() -> Codebook:
    """The codebook as the reference data have it now."""
    scales = {}
    for row in reference.read("questions").iter_rows(named=True):
        if not _CODE.fullmatch(row["question_code"]):
            raise BrokenOffError(f"questions.csv: vraagcode {row['question_code']} mag alleen A-Z, 0-9 en _ bevatten.")
        scales[int(row["touchpoint_id"]), row["question_code"]] = Scale(
            kind=row["kind"],
            lowest=float(row["scale_min"]) if row["scale_min"] else None,
            highest=float(row["scale_max"]) if row["scale_max"] else None,
            no_answer=tuple((row["no_answer"] or NO_ANSWER).lower().split("|")),
        )
    touchpoints = reference.read("touchpoints").filter(pl.col("invitation_list") == "ja")
    return Codebook(scales, frozenset(int(value) for value in touchpoints["touchpoint_id"]))
