"""One question's score per group: the rows of the figures command, of downloads and of comparisons."""

from datetime import date

import polars as pl

from luko import periods
from luko.access import Reader
from luko.figures import answers, codebook
from luko.figures.answers import GROUPINGS, UNKNOWN, Answers, Cell
from luko.figures.model import HIDDEN, Figure
from luko.periods import Period

TOTAL = "totaal"
SCORE_ROWS = {
    "group": pl.String,
    "n": pl.Int64,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "shown": pl.Boolean,
}


def per_group(
    reader: Reader, touchpoint_id: int, code: str, by: str | None, period_code: str | None, combi: str | None
) -> pl.DataFrame:
    """One row per group (form: SCORE_ROWS), by code points; groups without counted answers are absent.

    Percentages and NPS run to 100, means on their own scale, not rounded. Hidden rows have only group and
    `shown` False. Raises UnknownQuestionError, or ValueError for a period that is none.
    """
    asked = answers.of(reader, touchpoint_id, code)
    period = codebook.asked_period(reader, period_code)
    rows = [{"group": group} | _cells(figure) for group, figure in figures(asked, by, period, combi).items()]
    return pl.DataFrame(rows, schema=SCORE_ROWS)


def total(reader: Reader, touchpoint_id: int, code: str, period_code: str | None) -> Figure:
    """The figure of everything the reader may see of one question in a period."""
    return answers.of(reader, touchpoint_id, code).figure(Cell(codebook.asked_period(reader, period_code)))


def figures(asked: Answers, by: str | None, period: Period, combi: str | None) -> dict[str, Figure]:
    """The figure of every group that has answers, in order of code points; without `by` of the total alone."""
    if by is None:
        return {TOTAL: asked.figure(Cell(period, combi=combi))}
    atoms = answers.within(asked.atoms, period, combi)
    if by in GROUPINGS:
        atoms = atoms.explode(by, empty_as_null=True)
    summed = answers.by_group(atoms, _key(by))
    return {
        group: asked.estimate(sums) if asked.shown(_cell(by, group, period, combi)) else HIDDEN
        for group, sums in summed.items()
    }


def _key(by: str) -> pl.Expr:
    if by == "maand":
        return pl.col("month").dt.strftime("%Y-%m")
    if by == "kwartaal":
        return pl.format("{}-K{}", pl.col("month").dt.year(), pl.col("month").dt.quarter())
    if by == "combi":
        return pl.col("combi").fill_null(UNKNOWN)
    return pl.col(by).fill_null(UNKNOWN)


def _cell(by: str, group: str, period: Period, combi: str | None) -> Cell:
    if by in ("maand", "kwartaal"):
        return Cell(_narrower(periods.parse(group, None), period), combi=combi)
    if by == "combi":
        return Cell(period, combi=group)
    return Cell(period, grouping=by, group=group, combi=combi)  # type: ignore[arg-type]


def _narrower(one: Period, other: Period) -> Period:
    """The shorter of two overlapping periods of the lattice: the one that lies within the other."""
    return min(one, other, key=_days)


def _days(period: Period) -> int:
    return date.max.toordinal() if period.first is None or period.until is None else (period.until - period.first).days


def _cells(figure: Figure) -> dict[str, object]:
    return {"n": figure.n, "value": figure.value, "lower": figure.lower, "upper": figure.upper, "shown": figure.shown}
