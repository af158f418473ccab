"""A small trend: thirteen months with their interval, the rest of the chain, the running month hatched."""

from datetime import date
from functools import cache
from typing import Any

import altair as alt
import polars as pl

from luko.charts import tokens
from luko.charts.model import Chart, built, filled
from luko.figures.model import Question
from luko.text import formats

TALL = 84
BAND, STEP = 20, 6  # the width of the hatched month and the distance between its rules, in pixels
RIGHT = f"(width-(incomplete ? {BAND + 98} : 88))"
LEFT_OF_BAND = f"({RIGHT}+10)"
X = alt.Scale(domain=[0, alt.ExprRef("last")], range=[4, alt.ExprRef(RIGHT)], nice=False, zero=False)
Y = alt.Scale(domain=[alt.ExprRef("low"), alt.ExprRef("high")], nice=False, zero=False)


def trend(months: pl.DataFrame, name: str, question: Question, reading: str) -> Chart | None:
    """The months of a touchpoint card; None when fewer than two whole months may be drawn.

    A hidden month is a gap. The labels at the end are the values of the last whole month, which is named.
    """
    whole = months.filter("complete")
    if whole["value"].count() < 2:
        return None
    latest = whole.row(-1, named=True)
    month = tokens.SHORT_MONTHS[latest["month"].month - 1]
    known = [v for column in ("value", "lower", "upper", "rest") for v in months[column] if v is not None]
    room = (max(known) - min(known)) * 0.08 or 0.5
    spec = filled(
        shape(),
        reading,
        TALL,
        last=whole.height - 1,
        low=min(known) - room,
        high=max(known) + room,
        incomplete=whole.height < months.height,
        first_month=month_label(whole["month"][0]),
        last_month=month_label(latest["month"]),
        name=name,
        told="verborgen" if latest["value"] is None else f"{month}: {formats.value(latest['value'], question.kind)}",
        rest="" if latest["rest"] is None else formats.value(latest["rest"], question.kind),
        above=(latest["rest"] or 0) > (latest["value"] or 0),
    )
    drawn = months.select("value", "lower", "upper", "rest", "complete").with_row_index("position")
    return Chart(spec, drawn)


def month_label(month: date) -> str:
    """A month under a chart: `okt 2026`."""
    return f"{tokens.SHORT_MONTHS[month.month - 1]} {month.year}"


@cache
def shape() -> dict[str, Any]:
    """The specification without its values; built once per process."""
    whole = alt.Chart().transform_filter("datum.complete")
    area = whole.mark_area(color=tokens.INK, opacity=0.1, aria=False, invalid="break-paths-filter-domains").encode(
        x=_x(), y=_y("lower"), y2="upper:Q"
    )
    rest = whole.mark_line(color=tokens.GREY, strokeWidth=1.5, aria=False).encode(x=_x(), y=_y("rest"))
    line = whole.mark_line(color=tokens.INK, strokeWidth=2.2, aria=False).encode(x=_x(), y=_y("value"))
    dot = (
        whole.transform_filter("datum.position == last && isValid(datum.value)")
        .mark_point(filled=True, size=55, color=tokens.INK, opacity=1, aria=False)
        .encode(x=_x(), y=_y("value"))
    )
    running = (
        alt.Chart()
        .transform_filter("!datum.complete && isValid(datum.value)")
        .mark_point(filled=True, fill=tokens.PAPER, stroke=tokens.INK, strokeWidth=1.5, size=45, opacity=1, aria=False)
        .encode(x=alt.value(alt.ExprRef(f"{LEFT_OF_BAND}+{BAND / 2}")), y=_y("value"))
    )
    return built(alt.layer(_hatch(), area, rest, line, dot, running, *_labels()))


def _hatch() -> alt.Chart:
    """Diagonal rules cut to the frame of the running month: Vega has no hatching of its own."""
    start, rules = f"(datum.rule*{STEP})", (TALL + BAND) // STEP + 1
    return (
        alt.Chart(alt.sequence(1, rules, as_="rule"))
        .mark_rule(color=tokens.HATCH, opacity=alt.ExprRef("incomplete ? 1 : 0"), aria=False)
        .encode(
            x=alt.value(alt.ExprRef(f"{LEFT_OF_BAND}+max(0, {start}-{TALL})")),
            x2=alt.value(alt.ExprRef(f"{LEFT_OF_BAND}+min({BAND}, {start})")),
            y=alt.value(alt.ExprRef(f"min({start}, {TALL})")),
            y2=alt.value(alt.ExprRef(f"max(0, {start}-{BAND})")),
        )
    )


def _labels() -> list[alt.Chart]:
    middle = TALL / 2
    ours, theirs = (
        f"(rest == '' ? {middle - 7} : above ? {middle + 9} : {middle - 24})",
        f"above ? {middle - 24} : {middle + 9}",
    )
    end = alt.ExprRef("width-78")
    return [
        _label("name", end, ours, weight=600, limit=78),
        _label("told", end, f"{ours}+15", weight=600),
        _label("rest == '' ? '' : 'rest'", end, theirs, tokens.MUTED),
        _label("rest", end, f"({theirs})+15", tokens.MUTED),
        _label("first_month", alt.ExprRef("0"), f"{TALL + 16}", tokens.MUTED),
        _label("last_month", alt.ExprRef(RIGHT), f"{TALL + 16}", tokens.MUTED, align="right"),
    ]


def _label(
    text: str, x: alt.ExprRef, y: str, color: str = tokens.INK, weight: int = 400, limit: int = 0, align: Any = "left"
) -> alt.Chart:
    return (
        alt.Chart()
        .transform_filter("datum.position == 0")
        .mark_text(text=alt.ExprRef(text), x=x, align=align, color=color, fontWeight=weight, limit=limit, aria=False)
        .encode(y=alt.value(alt.ExprRef(y)))
    )


def _x() -> alt.X:
    return alt.X("position:Q").scale(X).axis(None)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q").scale(Y).axis(None)
