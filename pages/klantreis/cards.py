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
        if start:
            st.space("small")
        for column, card in zip(st.columns(IN_A_ROW, gap="large"), cards[start : start + IN_A_ROW], strict=False):
            with column, st.container(gap="xsmall"):
                st.subheader(escaped(_title(card)), anchor=False)
                # A card without response needs a second line; then all take one, so that trends stay level.
                _one(card, partner, in_one_line=all(other.touchpoint.invites_by_list for other in cards))
    frame.note(notes.cards(cards, partner, reader.touchpoints))


def alone(card: TouchpointCard, partner: Partner | None, reader: Reader) -> None:
    """The only touchpoint a reader may see, as a part of the page of its own."""
    frame.section(_title(card))
    with st.container(gap="xsmall"):
        _one(card, partner, in_one_line=True)
    frame.note(notes.cards([card], partner, reader.touchpoints))


def _title(card: TouchpointCard) -> str:
    return f"{card.touchpoint.touchpoint_id} {card.touchpoint.name}"


def _one(card: TouchpointCard, partner: Partner | None, in_one_line: bool) -> None:
    who = partner.name if partner else "keten"
    frame.note(escaped(card.touchpoint.moment))
    st.metric(escaped(words.measure(card.question)), card_words.headline(card))
    basis = [escaped(line) for line in card_words.basis(card) if line]
    frame.note(*([" · ".join(basis)] if in_one_line else basis))
    drawn = charts.trend(card.trend, who, card.question, card_words.reading(card, who))
    if drawn is not None:
        frame.chart(drawn)
    else:
        frame.note(notes.NO_LINE)
    for line in card_words.changes(card):
        st.markdown(line)
