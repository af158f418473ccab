"""The answers to one question as a reader may see them: sums per cell, and which cells are hidden.

Everything that prints a score of a question asks here, so that a page, a file and a report can not disagree.
"""

from dataclasses import dataclass, field

import polars as pl

from luko import statistics, suppression, warehouse
from luko.access import Reader
from luko.config import settings
from luko.figures import codebook
from luko.figures.kept import per_version
from luko.figures.model import HIDDEN, Figure, Grouping, Partner, Question
from luko.periods import Period
from luko.statistics import Sums
from luko.suppression import Lattice

GROUPINGS = ("aannemer", "netwerkbedrijf", "discipline")
UNKNOWN = "onbekend"
_SUMS = [pl.col(name).sum() for name in ("n", "total", "squares", "tops", "bottoms")]


@dataclass(frozen=True)
class Cell:
    """One figure that can be asked: a group of one kind (or all), in a period, of one combi (or any)."""

    period: Period
    grouping: Grouping | None = None
    group: str | None = None
    combi: str | None = None

    @staticmethod
    def of(partner: Partner | None, period: Period) -> "Cell":
        """The cell of one partner, or of the whole chain."""
        if partner is None:
            return Cell(period)
        if partner.kind == "combi":
            return Cell(period, combi=partner.name)
        return Cell(period, grouping=partner.kind, group=partner.name)


@dataclass(frozen=True)
class Answers:
    """All visible answers to one question, as atoms, and the lattice that tells which of their sums are shown.

    An atom is a row of sql/queries/atoms.sql.
    """

    question: Question
    atoms: pl.DataFrame
    lattice: Lattice
    _sums: dict[Cell, Sums] = field(default_factory=dict, compare=False, repr=False)

    def shown(self, cell: Cell) -> bool:
        """Whether the figure of this cell may be shown."""
        return self.lattice.shown(cell.grouping, cell.group, cell.period.code, cell.combi)

    def sums(self, cell: Cell) -> Sums:
        """The sums of a cell, hidden or not: for arithmetic between cells, never for the reader's eyes."""
        if cell not in self._sums:
            atoms = of_group(within(self.atoms, cell.period, cell.combi), cell)
            self._sums[cell] = Sums(**atoms.select(_SUMS).row(0, named=True))
        return self._sums[cell]

    def figure(self, cell: Cell) -> Figure:
        """The figure of a cell, HIDDEN when it may not be shown."""
        sums = self.sums(cell)
        if sums.n and not self.shown(cell):
            return HIDDEN
        return self.estimate(sums)

    def estimate(self, sums: Sums) -> Figure:
        """The value with its interval of sums that may be shown."""
        found = statistics.estimate(self.question.kind, sums)
        return Figure(found.n, found.value, found.lower, found.upper, shown=True)


def within(atoms: pl.DataFrame, period: Period, combi: str | None) -> pl.DataFrame:
    """The atoms of one period and, when given, one combi."""
    if period.first is not None and period.until is not None:
        atoms = atoms.filter((pl.col("month") >= period.first) & (pl.col("month") < period.until))
    return atoms if combi is None else atoms.filter(pl.col("combi") == combi)


def of_group(atoms: pl.DataFrame, cell: Cell) -> pl.DataFrame:
    """The atoms that count for the group of this cell; all of them when it has none."""
    if cell.grouping is None:
        return atoms
    members = pl.col(cell.grouping).list
    return atoms.filter(members.len() == 0 if cell.group == UNKNOWN else members.contains(cell.group))


@per_version
def of(reader: Reader, touchpoint_id: int, code: str) -> Answers:
    """The answers to one question; raises UnknownQuestionError."""
    question = codebook.question(reader, touchpoint_id, code)
    top, bottom = _thresholds(question)
    atoms = warehouse.run("atoms", reader, touchpoint_id=touchpoint_id, question=code, top=top, bottom=bottom)
    newest = codebook.publication(reader).newest_answer
    return Answers(question, atoms, suppression.Lattice.of(atoms, newest, settings().min_n))


def _thresholds(question: Question) -> tuple[float | None, float | None]:
    """From which score an answer is a top and up to which a bottom, by kind of question."""
    return {
        "ces": (question.cut_off, None),
        "nps": (9.0, 6.0),
        "cijfer": (8.0, 5.0),
        "janee": (1.0, None),
        "schaal": (None, None),
    }[question.kind]


def by_group(atoms: pl.DataFrame, key: pl.Expr) -> dict[str, Sums]:
    """The sums per value of a key, in order of code points."""
    summed = atoms.group_by(key.alias("group")).agg(_SUMS)
    rows = sorted(summed.to_dicts(), key=lambda row: str(row["group"]))
    return {str(row.pop("group")): Sums(**row) for row in rows}
