"""What Overzicht shows: every visible touchpoint at a glance, and the eindmeting by step of the chain."""

from datetime import date

import polars as pl

from luko import periods
from luko.access import Reader
from luko.figures import answers, changes, codebook, invitations
from luko.figures.answers import Answers, Cell
from luko.figures.model import Change, Partner, Touchpoint, TouchpointCard
from luko.periods import Period

EINDMETING = 5
TREND = {
    "month": pl.Date,
    "n": pl.Int64,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "shown": pl.Boolean,
    "complete": pl.Boolean,
    "rest": pl.Float64,
}


def touchpoint_cards(reader: Reader, period_code: str, partner: Partner | None) -> list[TouchpointCard]:
    """One card per visible touchpoint, from left to right in the chain."""
    period = codebook.asked_period(reader, period_code)
    newest = codebook.publication(reader).newest_answer
    return [_card(reader, touchpoint, period, partner, newest) for touchpoint in codebook.touchpoints(reader)]


def _card(
    reader: Reader, touchpoint: Touchpoint, period: Period, partner: Partner | None, newest: date | None
) -> TouchpointCard:
    asked = answers.of(reader, touchpoint.touchpoint_id, touchpoint.headline)
    cell = Cell.of(partner, period)
    invited = touchpoint.invites_by_list
    return TouchpointCard(
        touchpoint=touchpoint,
        question=asked.question,
        period=period,
        figure=asked.figure(cell),
        response=invitations.response(reader, touchpoint.touchpoint_id, cell) if invited else None,
        rest=changes.rest_of_chain(asked, cell) if partner else None,
        versus_rest=changes.against_rest(asked, cell) if partner else None,
        versus_previous=_change(asked, partner, period, periods.before(period)),
        versus_year_before=_change(asked, partner, period, periods.year_before(period)),
        trend=_trend(asked, partner, newest),
    )


def _change(asked: Answers, partner: Partner | None, period: Period, earlier: Period | None) -> Change | None:
    if earlier is None:
        return None
    return changes.between(asked, Cell.of(partner, period), Cell.of(partner, earlier))


def _trend(asked: Answers, partner: Partner | None, newest: date | None) -> pl.DataFrame:
    if newest is None:
        return pl.DataFrame(schema=TREND)
    first = date(newest.year - 1, newest.month, 1)
    everything = periods.parse(None, newest)
    return pl.DataFrame(
        [_point(asked, partner, month, newest) for month in periods.months(everything, first, newest)], schema=TREND
    )


def _point(asked: Answers, partner: Partner | None, month: Period, newest: date) -> dict[str, object]:
    cell = Cell.of(partner, month)
    figure = asked.figure(cell)
    return {
        "month": month.first,
        "n": figure.n,
        "value": figure.value,
        "lower": figure.lower,
        "upper": figure.upper,
        "shown": figure.shown,
        "complete": periods.is_complete(month, newest),
        "rest": changes.rest_of_chain(asked, cell).value if partner else None,
    }


STEPS = {
    **dict.fromkeys(("chain_step", "question_code", "label", "kind", "direction"), pl.String),
    **dict.fromkeys(("scale_min", "scale_max"), pl.Float64),
    "n": pl.Int64,
    **dict.fromkeys(("value", "lower", "upper"), pl.Float64),
    "shown": pl.Boolean,
    "rest": pl.Float64,
    "verdict": pl.String,
}


def per_step(reader: Reader, period_code: str, partner: Partner | None) -> pl.DataFrame:
    """One row per question of the eindmeting that belongs to one step of the chain (form: STEPS).

    `rest` and `verdict` are against the rest of the chain, or without a partner against a year earlier.
    Empty for a reader who may not see the eindmeting.
    """
    period = codebook.asked_period(reader, period_code)
    asked = [
        answers.of(reader, EINDMETING, question.code)
        for question in codebook.questions(reader, EINDMETING)
        if question.chain_step != "geheel"
    ]
    return pl.DataFrame([_step(one, partner, period) for one in asked], schema=STEPS)


def _step(asked: Answers, partner: Partner | None, period: Period) -> dict[str, object]:
    question, cell = asked.question, Cell.of(partner, period)
    figure = asked.figure(cell)
    if partner is not None:
        change: Change | None = changes.against_rest(asked, cell)
    else:
        change = _change(asked, None, period, periods.year_before(period))
    return {
        "chain_step": question.chain_step,
        "question_code": question.code,
        "label": question.label,
        "kind": question.kind,
        "direction": question.direction,
        "scale_min": question.scale_min,
        "scale_max": question.scale_max,
        "n": figure.n,
        "value": figure.value,
        "lower": figure.lower,
        "upper": figure.upper,
        "shown": figure.shown,
        "rest": change.other.value if change else None,
        "verdict": change.verdict if change else "geen gegevens",
    }
