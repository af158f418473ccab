"""Overzicht: the chain from left to right, and how one partner does in it."""

import streamlit as st

from luko import figures, periods
from luko.access import Reader
from luko.figures.model import Partner, TouchpointCard
from luko.periods import Period
from luko.text import notes, overview, scale, states, unfinished, words
from pages import frame
from pages.klantreis import cards, steps, tables, versus


def render(reader: Reader) -> None:
    """Draw the page for one reader."""
    with frame.filters.row():
        period = frame.filters.period(reader)
        partner, own = frame.filters.partner(reader)
    newest = figures.publication(reader).newest_answer
    shown = [scale.card(card) for card in figures.touchpoint_cards(reader, period.code, partner)]
    per_step = scale.steps(figures.per_step(reader, period.code, partner))
    if unfinished.runs(period, newest):
        shown, per_step = [unfinished.card(card) for card in shown], unfinished.rows(per_step)

    frame.where("Overzicht", words.partner_name(partner, own), unfinished.named(periods.name(period), period, newest))
    _answer(reader, shown, partner, own)
    if len(shown) == 1:
        steps.draw(per_step, partner)
        left, right = st.columns(2, gap="large")
        with left:
            cards.alone(shown[0], partner, reader)
        with right:
            versus.draw(shown[-1], partner, own)
    else:
        cards.draw(shown, partner, reader)
        versus.beside(shown, per_step, partner, own)
        steps.draw(per_step, partner)
    st.space("small")
    frame.about(*notes.about_overview(shown[-1], partner, newest))
    frame.as_table(tables.touchpoints(shown), tables.questions(per_step), tables.months(shown))


def _answer(reader: Reader, cards: list[TouchpointCard], partner: Partner | None, own: Partner | None) -> None:
    publication, card, figure = figures.publication(reader), cards[-1], cards[-1].figure
    fresh = notes.freshness(publication)
    who = partner.name if partner else "de hele keten"
    if figure.value is not None:
        good = frame.direction(card.question.direction)
        frame.answer(overview.answer(card, partner, own), good, overview.demonstrable(card), fresh)
        frame.old_data(publication)
        return
    say, draw = (states.empty, frame.instead.empty) if figure.shown else (states.hidden, frame.instead.hidden)
    others = any(other.figure.value is not None for other in cards)
    frame.answer(say(card.period, who, card.touchpoint.name if others else ""), fresh)
    frame.old_data(publication)
    draw(_longer(reader, card.period, partner))


def _longer(reader: Reader, period: Period, partner: Partner | None) -> Period | None:
    def shows(code: str) -> bool:
        return figures.touchpoint_cards(reader, code, partner)[-1].figure.value is not None

    return frame.instead.longer(reader, period, shows)
