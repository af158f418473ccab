"""What stands out for one partner: the figures that demonstrably differ, worst things not left out."""

import polars as pl

from luko.figures.model import TouchpointCard
from luko.text import formats, words
from luko.text.markdown import escaped

VERDICTS = ("gunstiger", "ongunstiger")


def points(cards: list[TouchpointCard], steps: pl.DataFrame) -> list[str]:
    """Markdown bullets: against the rest by touchpoint and question, then against a year earlier."""
    told = [
        _point(verdict, "de rest", [*_touchpoints(cards, verdict, "versus_rest"), *_questions(steps, verdict)])
        for verdict in VERDICTS
    ]
    told += [
        _point(verdict, "een jaar eerder", _touchpoints(cards, verdict, "versus_year_before")) for verdict in VERDICTS
    ]
    return [point for point in told if point] or [_nothing(cards, steps)]


def _nothing(cards: list[TouchpointCard], steps: pl.DataFrame) -> str:
    made = [change for card in cards for change in (card.versus_rest, card.versus_year_before) if change]
    if any(change.verdict == words.UNFINISHED for change in made):
        return f"Deze periode is {words.UNFINISHED}."
    alike = "geen aantoonbaar verschil"
    if any(change.verdict == alike for change in made) or (steps["verdict"] == alike).any():
        return "Geen enkel cijfer verschilt aantoonbaar."
    return "Er is te weinig te zien om te vergelijken."


def _touchpoints(cards: list[TouchpointCard], verdict: str, against: str) -> list[str]:
    found = []
    for card in cards:
        change = getattr(card, against)
        if change is not None and change.verdict == verdict:
            value = formats.value(card.figure.value or 0, card.question.kind)
            other = formats.value(change.other.value or 0, card.question.kind)
            found.append(f"{escaped(card.touchpoint.name.lower())} ({value} tegen {other})")
    return found


def _questions(steps: pl.DataFrame, verdict: str) -> list[str]:
    return [escaped(label.lower()) for label in steps.filter(pl.col("verdict") == verdict)["label"]]


def _point(verdict: str, against: str, found: list[str]) -> str:
    return f"{words.toned(verdict, words.started(verdict))} dan {against}: {words.listed(found)}." if found else ""
