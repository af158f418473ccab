"""Overzicht as tables of Dutch words."""

from typing import Any

import polars as pl

from luko.figures.model import Change, Figure, TouchpointCard
from luko.periods import MONTH_NAMES
from luko.text import card as card_words
from luko.text import formats, words
from pages.frame.picture import Table

NONE = "–"


def touchpoints(cards: list[TouchpointCard]) -> Table:
    """One row per touchpoint."""
    header = ["Meting", "Cijfer", "Waarde", "95%-interval", "Antwoorden", "Respons", "Rest", "Tegenover de rest"]
    header += ["Vorige periode", "Tegenover de vorige periode", "Jaar eerder", "Tegenover een jaar eerder"]
    return header, [_touchpoint(card) for card in cards]


def _touchpoint(card: TouchpointCard) -> list[str]:
    kind, figure = card.question.kind, card.figure
    name = f"{card.touchpoint.touchpoint_id} {card.touchpoint.name}"
    return [
        name,
        f"{words.measure(card.question)}, {words.better(card.question.direction)}",
        *figure_cells(figure, kind),
        card_words.response(card).removeprefix("respons ") or NONE,
        *_change(card.versus_rest, kind),
        *_change(card.versus_previous, kind),
        *_change(card.versus_year_before, kind),
    ]


def figure_cells(figure: Figure, kind: str) -> list[str]:
    """Value, interval and number of answers; a hidden figure says so and nothing else."""
    if not figure.shown:
        return ["verborgen", NONE, NONE]
    if figure.value is None:
        return ["geen antwoorden", NONE, "0"]
    known = figure.lower is not None and figure.upper is not None
    between = formats.interval(figure.lower or 0, figure.upper or 0, kind) if known else "geen interval"
    return [formats.value(figure.value, kind), between, formats.whole(figure.n or 0)]


def _change(change: Change | None, kind: str) -> list[str]:
    if change is None:
        return [NONE, NONE]
    other = NONE if change.other.value is None else formats.value(change.other.value, kind)
    return [other, change.verdict]


def months(cards: list[TouchpointCard]) -> Table:
    """One row per month of the trend of every touchpoint."""
    header = ["Meting", "Maand", "Waarde", "95%-interval", "Antwoorden", "Rest"]
    return header, [_month(card, row) for card in cards for row in card.trend.iter_rows(named=True)]


def _month(card: TouchpointCard, row: dict[str, Any]) -> list[str]:
    kind, month = card.question.kind, row["month"]
    return [
        f"{card.touchpoint.touchpoint_id} {card.touchpoint.name}",
        f"{MONTH_NAMES[month.month - 1]} {month.year}{'' if row['complete'] else ' (nog onvolledig)'}",
        *figure_cells(Figure(row["n"], row["value"], row["lower"], row["upper"], row["shown"]), kind),
        NONE if row["rest"] is None else formats.value(row["rest"], kind),
    ]


def questions(per_step: pl.DataFrame) -> Table:
    """One row per question of the eindmeting that belongs to a step."""
    header = ["Stap", "Vraag", "Waarde", "95%-interval", "Antwoorden", "Vergeleken met", "Oordeel"]
    return header, [_question(row) for row in per_step.iter_rows(named=True)]


def _question(row: dict[str, Any]) -> list[str]:
    figure = Figure(row["n"], row["value"], row["lower"], row["upper"], row["shown"])
    rest = NONE if row["rest"] is None else formats.value(row["rest"], row["kind"])
    return [row["chain_step"], row["label"], *figure_cells(figure, row["kind"]), rest, row["verdict"]]
