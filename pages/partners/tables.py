"""Vergelijking as a table of Dutch words."""

from typing import Any

import polars as pl

from luko import charts
from luko.figures.model import Question
from luko.text import formats, words
from pages.frame.picture import Table

NONE = "–"


def partners(rows: pl.DataFrame, question: Question, grouping: str) -> Table:
    """One row per partner, in the order of the picture."""
    header = [words.started(grouping), "Oordeel", "Waarde", "95%-interval", "Rest", "Verschil", "Antwoorden", "Gedeeld"]
    return header, [_partner(row, question.kind) for row in charts.ordered(rows, question.direction)]


def _partner(row: dict[str, Any], kind: str) -> list[str]:
    name = f"{row['group']} (u)" if row["own"] else row["group"]
    if not row["shown"]:
        return [name, words.HIDDEN, *[NONE] * 6]
    between = "geen interval"
    if row["lower"] is not None:
        between = formats.interval(row["lower"], row["upper"], kind)
    return [
        name,
        row["verdict"],
        formats.value(row["value"], kind),
        between,
        NONE if row["rest"] is None else formats.value(row["rest"], kind),
        NONE if row["difference"] is None else formats.points(row["difference"], kind),
        formats.whole(row["n"]),
        NONE if row["shared"] is None else formats.percentage(row["shared"]),
    ]
