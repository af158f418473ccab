"""Invented figures to put into words."""

from datetime import date
from typing import Any

import polars as pl

from luko import periods
from luko.figures import HIDDEN, Change, Figure, Partner, Question, Touchpoint, TouchpointCard
from luko.figures.comparison import PARTNERS

NEWEST = date(2026, 11, 20)
CES = Question(5, "CES", "Veel moeite (CES)", "geheel", "ces", 1, 5, "lager", 4)
CIJFER = Question(5, "CIJFER", "Rapportcijfer", "geheel", "cijfer", 1, 10, "hoger", None)
NPS = Question(5, "NPS", "Aanbeveling (NPS)", "geheel", "nps", 0, 10, "hoger", None)
BEREIK = Question(5, "BEREIK", "Bereikbaarheid", "planning", "schaal", 1, 5, "hoger", None)
AFSPRAAK = Question(5, "AFSPRAAK", "Afspraak nagekomen", "uitvoering", "janee", 0, 1, "hoger", None)
QUESTIONS = [CES, CIJFER, NPS, BEREIK, AFSPRAAK]
EINDMETING = Touchpoint(5, "eindmeting", "Eindmeting", "E-mail als het werk gereed is", True, "CES")
POPUP = Touchpoint(1, "popup", "Pop-up", "Pop-up na het indienen", False, "CES")
SYNFRA = Partner("combi", "Synfra")
TREND = {
    "month": pl.Date, "n": pl.Int64, "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64,
    "shown": pl.Boolean, "complete": pl.Boolean, "rest": pl.Float64,
}  # fmt: skip


def figure(value: float, n: int = 812, apart: float | None = 3.0) -> Figure:
    ends = (None, None) if apart is None else (value - apart, value + apart)
    return Figure(n, value, *ends, shown=True)


def change(other: float, difference: float, verdict: str) -> Change:
    return Change(figure(other), difference, difference - 3, difference + 3, verdict)


def hidden() -> Change:
    return Change(HIDDEN, None, None, None, "verborgen")


def trend(*rows: tuple[float | None, bool], rest: float | None = None) -> pl.DataFrame:
    """Months up to November 2026, each a value (None: hidden) and whether it is complete."""
    first = 12 - len(rows)
    return pl.DataFrame(
        [
            {
                "month": date(2026, 1 + (first + place - 1) % 12, 1),
                "n": None if value is None else 60,
                "value": value,
                "lower": None if value is None else value - 2,
                "upper": None if value is None else value + 2,
                "shown": value is not None,
                "complete": complete,
                "rest": rest,
            }
            for place, (value, complete) in enumerate(rows)
        ],
        schema=TREND,
    )


def card(value: Figure, period: str = "laatste4k", **changes: Any) -> TouchpointCard:
    """The card of the eindmeting; other fields by name."""
    fields = {
        "touchpoint": EINDMETING,
        "question": CES,
        "period": periods.parse(period, NEWEST),
        "figure": value,
        "response": Figure(3214, 25.0, 24.0, 27.0, shown=True),
        "rest": None,
        "versus_rest": None,
        "versus_previous": None,
        "versus_year_before": None,
        "trend": pl.DataFrame(schema=TREND),
    }
    return TouchpointCard(**(fields | changes))


def partner_row(group: str, value: float | None, verdict: str, **changes: Any) -> dict[str, Any]:
    """A row of `figures.per_partner`; without a value it is hidden."""
    row: dict[str, Any] = {"group": group, "own": False, "shown": value is not None, "verdict": verdict}
    if value is None:
        return row | changes
    return row | {
        "n": 100, "value": value, "lower": value - 4, "upper": value + 4, "rest": 28.0, "rest_n": 2000,
        "difference": value - 28, "difference_lower": value - 32, "difference_upper": value - 24, "shared": 50.0,
    } | changes  # fmt: skip


def partners(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in PARTNERS} for row in rows], schema=PARTNERS)
