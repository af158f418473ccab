"""The marks of the sorted dots: bands, hairlines, the rest of the chain, intervals and dots."""

import altair as alt

from luko.charts import tokens
from luko.charts.model import by_width

SCALE = alt.Scale(
    domain=[alt.ExprRef("ticks[0]"), alt.ExprRef("ticks[ticks.length-1]")],
    range=[by_width("14", "170"), by_width("width-100", "width-430")],
    nice=False,
    zero=False,
)
AXIS = alt.Axis(
    orient="top",
    values=alt.ExprRef("ticks"),
    labelExpr="labels[indexof(ticks, datum.value)]",
    labelPadding=8,
    labelFlush=False,
)
Y = alt.Y("position:O").axis(None).sort(None).scale(padding=0)
TOLD = {
    "name": "Naam",
    "told": "Waarde",
    "between": "95%-interval",
    "n": "Antwoorden",
    "benchmark": "Rest van de keten",
    "apart": "Verschil",
    "verdict": "Oordeel",
}


def x(field: str) -> alt.X:
    """A place on the axis of values."""
    return alt.X(field).scale(SCALE).axis(AXIS)


def ground() -> list[alt.Chart]:
    """Bands and hairlines; a hidden row covers the grid, since nothing is read there."""
    ground = (
        alt.Chart()
        .mark_rect(aria=False)
        .encode(
            y=Y,
            x=alt.value(0),
            x2=alt.value("width"),
            color=alt.condition("datum.own", alt.value(tokens.OWN), alt.value(tokens.PAPER)),
        )
    )
    line = (
        alt.Chart()
        .mark_rule(color=tokens.HAIRLINE, aria=False)
        .encode(y=alt.Y("position:O", bandPosition=1).axis(None).sort(None), x=alt.value(0), x2=alt.value("width"))
    )
    return [ground.transform_filter("datum.own || datum.hidden"), line]


def marks() -> list[alt.Chart]:
    """Rest, interval and dot of the rows that may be seen."""
    seen = alt.Chart().transform_filter("isValid(datum.value)")
    low = by_width("9", "0")
    rest = (
        seen.transform_filter("isValid(datum.rest)")
        .mark_rule(color=tokens.GREY, strokeWidth=1.5, yOffset=by_width("20", "0"), aria=False)
        .encode(
            x=x("rest:Q"),
            y=alt.Y("position:O", bandPosition=0),
            y2=alt.Y2("position:O", bandPosition=1),
        )
    )
    interval = (
        seen.transform_filter("isValid(datum.lower)")
        .mark_rule(yOffset=low, aria=False)
        .encode(
            x=x("lower:Q"),
            x2="upper:Q",
            y=Y,
            color=alt.Color("line:N").scale(None),
            strokeWidth=alt.condition("datum.few", alt.value(1.5), alt.value(3)),
            strokeOpacity=alt.condition("datum.few", alt.value(1), alt.value(0.55)),
        )
    )
    dot = seen.mark_point(size=110, filled=False, strokeWidth=2, yOffset=low, opacity=1).encode(
        x=x("value:Q"),
        y=Y,
        stroke=alt.Stroke("line:N").scale(None),
        fill=alt.Fill("fill:N").scale(None),
        description="said:N",
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in TOLD.items()],
    )
    return [rest, interval, dot]
