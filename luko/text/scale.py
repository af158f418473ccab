"""Intervals for the screen end where the scale of a mean ends; the figures themselves stay as computed."""

from dataclasses import replace

import polars as pl

from luko.figures.model import Figure, Question, TouchpointCard
from luko.text.formats import MEANS


def card(whole: TouchpointCard) -> TouchpointCard:
    """The card with the intervals of its figure, its rest and its months on the scale."""
    question = whole.question
    return replace(
        whole,
        figure=_figure(whole.figure, question),
        rest=None if whole.rest is None else _figure(whole.rest, question),
        trend=partners(whole.trend, question),
    )


def partners(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Rows of one question with their `lower` and `upper` on its scale."""
    if question.kind not in MEANS:
        return rows
    return rows.with_columns(pl.col("lower", "upper").clip(question.scale_min, question.scale_max))


def steps(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of several questions, each with its `lower` and `upper` on its own scale."""
    ends = pl.col("lower", "upper")
    on_scale = ends.clip(pl.col("scale_min"), pl.col("scale_max"))
    return rows.with_columns(pl.when(pl.col("kind").is_in(MEANS)).then(on_scale).otherwise(ends))


def _figure(found: Figure, question: Question) -> Figure:
    if question.kind not in MEANS or found.lower is None or found.upper is None:
        return found
    low, high = question.scale_min, question.scale_max
    lower = found.lower if low is None else max(found.lower, low)
    upper = found.upper if high is None else min(found.upper, high)
    return replace(found, lower=lower, upper=upper)
