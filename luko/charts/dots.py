"""Sorted dots with an interval: every partner against the rest of the chain."""

from functools import cache
from typing import Any

import altair as alt
import polars as pl

from luko.charts import dot_marks, dot_words, ticks, tokens
from luko.charts.dot_rows import drawn
from luko.charts.model import Chart, built, filled
from luko.figures.model import Question
from luko.text import formats, words


def dots(partners: pl.DataFrame, question: Question, grouping: str, reading: str) -> Chart:
    """The rows of `figures.per_partner` as dots, best first, few answers below them, hidden last.

    A hidden partner keeps its name and a word; no value of it is in the rows.
    """
    rows = drawn(partners, question)
    scale = ticks.scale_of(question.kind, question.scale_min, question.scale_max)
    drawn_values = [*rows["value"], *rows["lower"], *rows["upper"], *rows["rest"]]
    if question.kind == "ces":
        drawn_values.append(0)
    axis = ticks.around(drawn_values, scale)
    spec = filled(
        shape(),
        reading,
        tokens.ROW * rows.height,
        ticks=axis,
        labels=[formats.value(tick, question.kind) for tick in axis],
        group=words.started(grouping),
        shared="" if grouping == "combi" else "Gedeeld",
    )
    return Chart(spec, rows)


@cache
def shape() -> dict[str, Any]:
    """The specification without its values; built once per process."""
    return built(alt.layer(*dot_marks.ground(), *dot_marks.marks(), *dot_words.rows(), *dot_words.headings()))
