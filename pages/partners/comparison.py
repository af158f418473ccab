"""Vergelijking: how partners do against the rest of the chain."""

import polars as pl

from luko import charts, figures, periods
from luko.access import Reader
from luko.figures.model import Grouping, Question
from luko.periods import Period
from luko.text import comparison, notes, scale, states, unfinished, words
from pages import frame
from pages.partners import tables


def render(reader: Reader) -> None:
    """Draw the page for one reader."""
    with frame.filters.row():
        question = frame.filters.question(reader)
        period = frame.filters.period(reader)
        grouping = frame.filters.grouping(reader)
    partners = figures.per_partner(reader, grouping, question.touchpoint_id, question.code, period.code)
    publication = figures.publication(reader)
    partners = scale.partners(partners, question)
    if unfinished.runs(period, publication.newest_answer):
        partners = unfinished.rows(partners)
    touchpoint = next(one for one in figures.touchpoints(reader) if one.touchpoint_id == question.touchpoint_id)

    name = unfinished.named(periods.name(period), period, publication.newest_answer)
    frame.where("Vergelijking", words.GROUPS[grouping][1], touchpoint.name.lower(), name)
    if partners["n"].drop_nulls().is_empty():
        _instead(reader, partners, question, period, grouping)
        return
    answer = comparison.answer(partners, question, grouping)
    frame.answer(answer, frame.direction(question.direction), comparison.counts(partners, grouping))
    frame.old_data(publication)
    frame.chart(charts.dots(partners, question, grouping, answer))
    frame.note(notes.comparison_note(grouping, partners))
    total = figures.total(reader, question.touchpoint_id, question.code, period.code)
    frame.about(*notes.about_comparison(touchpoint.name, total, period, question, publication))
    frame.download(
        f"luko-{touchpoint.code}-{question.code.lower()}-{grouping}-{period.code}",
        lambda: figures.score_csv(reader, question.touchpoint_id, question.code, grouping, period.code, None),
    )
    frame.as_table(tables.partners(partners, question, grouping))


def _instead(reader: Reader, partners: pl.DataFrame, question: Question, period: Period, grouping: Grouping) -> None:
    def shows(code: str) -> bool:
        found = figures.per_partner(reader, grouping, question.touchpoint_id, question.code, code)
        return not found["n"].drop_nulls().is_empty()

    say, draw = (states.empty, frame.instead.empty) if partners.is_empty() else (states.hidden, frame.instead.hidden)
    fresh = notes.freshness(figures.publication(reader))
    seen = figures.touchpoints(reader)
    name = next(one.name for one in seen if one.touchpoint_id == question.touchpoint_id) if len(seen) > 1 else ""
    frame.answer(say(period, f"alle {words.GROUPS[grouping][1]}", name), fresh)
    draw(frame.instead.longer(reader, period, shows))
