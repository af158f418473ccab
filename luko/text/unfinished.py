"""A period that still runs: it is named so, and nothing in it gets a verdict yet."""

from dataclasses import replace
from datetime import date

import polars as pl

from luko import periods
from luko.figures.model import Change, TouchpointCard
from luko.periods import Period
from luko.text import words

JUDGED = ("gunstiger", "ongunstiger", "gunstiger dan de rest", "ongunstiger dan de rest", "geen aantoonbaar verschil")


def runs(period: Period, newest_answer: date | None) -> bool:
    """Whether answers are still to come in this period; everything that was ever answered is not waited for."""
    return period.until is not None and newest_answer is not None and not periods.is_complete(period, newest_answer)


def named(name: str, period: Period, newest_answer: date | None) -> str:
    """The name of a period, with `(nog onvolledig)` behind it while it runs."""
    return f"{name} (nog onvolledig)" if runs(period, newest_answer) else name


def card(whole: TouchpointCard) -> TouchpointCard:
    """The card with its differences, but without a verdict about them."""
    return replace(
        whole,
        versus_rest=_unjudged(whole.versus_rest),
        versus_previous=_unjudged(whole.versus_previous),
        versus_year_before=_unjudged(whole.versus_year_before),
    )


def rows(judged: pl.DataFrame) -> pl.DataFrame:
    """The rows (of partners, or of questions per step) with their differences, but without a verdict about them."""
    return judged.with_columns(
        verdict=pl.when(pl.col("verdict").is_in(JUDGED)).then(pl.lit(words.UNFINISHED)).otherwise("verdict")
    )


def _unjudged(change: Change | None) -> Change | None:
    if change is None or change.verdict not in JUDGED:
        return change
    return replace(change, verdict=words.UNFINISHED)
