"""One partner against the rest of the chain, and what stands out for it."""

import polars as pl
import streamlit as st

from luko import charts
from luko.figures.model import Partner, TouchpointCard
from luko.text import notes, noteworthy, overview, words
from luko.text.markdown import escaped
from pages import frame


def beside(cards: list[TouchpointCard], per_step: pl.DataFrame, partner: Partner | None, own: Partner | None) -> None:
    """The comparison on the left, what stands out on the right; nothing without a partner."""
    if partner is None:
        return
    left, right = st.columns(2, gap="large")
    with left:
        draw(cards[-1], partner, own)
    with right:
        frame.section("Wat opvalt")
        st.markdown("\n".join(f"- {point}" for point in noteworthy.points(cards, per_step)))


def draw(card: TouchpointCard, partner: Partner | None, own: Partner | None) -> None:
    """The headline figure of one touchpoint beside that of the rest; nothing without a partner."""
    change, rest = card.versus_rest, card.rest
    if partner is None or change is None or rest is None:
        return
    frame.section(f"{partner.name} tegenover de rest van de keten")
    said = overview.versus_in_words(card, partner, own)
    st.markdown(escaped(said))
    if card.figure.value is None or rest.value is None:
        return
    before = card.versus_year_before.other if card.versus_year_before else None
    frame.chart(charts.versus(partner.name, card.figure, rest, before, change.verdict, card.question, said))
    good = words.started(words.better(card.question.direction))
    frame.note(f"Punt en streep: waarde met 95%-interval. {good}. {notes.ROUNDED}")
