"""The chain from left to right: one card per touchpoint the reader may see."""

import streamlit as st

from luko import charts
from luko.access import Reader
from luko.figures.model import Partner, TouchpointCard
from luko.text import card as card_words
from luko.text import notes, words
from luko.text.markdown import escaped
from pages import frame

IN_A_ROW = 3


def draw(cards: list[TouchpointCard], partner: Partner | None, reader: Reader) -> None:
    """One card per touchpoint, three in a row, and a note on how to read them."""
    frame.section("De keten, van links naar rechts")
    for start in range(0, len(cards), IN_A_ROW):
        for column, card in zip(st.columns(IN_A_ROW, gap="large"), cards[start : start + IN_A_ROW], strict=False):
            with column, st.container(gap="xsmall"):
                one(card, partner)
    frame.note(notes.cards(cards, partner, reader.touchpoints))


def one(card: TouchpointCard, partner: Partner | None) -> None:
    """The card of one touchpoint: figure, what it rests on, trend, and what changed."""
    touchpoint, who = card.touchpoint, partner.name if partner else "keten"
    st.subheader(escaped(f"{touchpoint.touchpoint_id} {touchpoint.name}"), anchor=False)
    frame.note(escaped(touchpoint.moment))
    st.metric(escaped(words.measure(card.question)), card_words.headline(card))
    frame.note(escaped(card_words.basis(card)))
    drawn = charts.trend(card.trend, who, card.question, card_words.reading(card, who))
    if drawn is not None:
        frame.chart(drawn)
    for line in card_words.changes(card):
        st.markdown(line)
