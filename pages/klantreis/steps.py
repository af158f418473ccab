"""The eindmeting by step of the chain: aanvraag, planning, uitvoering, oplevering."""

import polars as pl
import streamlit as st

from luko import charts
from luko.figures.model import Partner
from luko.text import steps as step_words
from luko.text import words
from pages import frame


def draw(per_step: pl.DataFrame, partner: Partner | None) -> None:
    """The questions of every step as strips; nothing for a reader who may not see the eindmeting."""
    if per_step.is_empty():
        return
    against = "de rest van de keten" if partner else "een jaar eerder"
    frame.section("Eindmeting per stap in de keten")
    told = step_words.in_words(per_step, against, step_words.WIN if partner else "")
    if told:
        st.markdown(told)
    between = charts.ranges(per_step)
    for column, step in zip(st.columns(len(step_words.ORDER), gap="large"), step_words.ORDER, strict=True):
        with column, st.container(gap="xsmall"):
            _one(step, per_step.filter(pl.col("chain_step") == step), between)
    frame.note(step_words.note(partner.name if partner else "de hele keten", against, per_step, between))


def _one(step: str, questions: pl.DataFrame, between: dict[tuple[str, float], tuple[float, float]]) -> None:
    st.subheader(words.started(step), anchor=False)
    if questions.is_empty():
        frame.note("Geen vraag in de eindmeting.")
    elif questions["value"].is_null().all():
        frame.note(*step_words.absent(questions))
    else:
        frame.chart(charts.strip(questions, between, step_words.reading(step, questions)))
