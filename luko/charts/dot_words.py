"""The words of the sorted dots: names, values, verdicts, counts, and the headings above them."""

from typing import Any

import altair as alt

from luko.charts import tokens
from luko.charts.dot_marks import Y, x
from luko.charts.model import by_width


def rows() -> list[alt.Chart]:
    """Name, value, verdict, number of answers and shared projects of each row."""
    name = _text(
        "datum.name",
        x=by_width("6", "8"),
        y=-11,
        limit=by_width("width*0.5", "155"),
        weight="datum.own ? 600 : 400",
    ).encode(color=alt.condition("datum.strong", alt.value(tokens.INK), alt.value(tokens.MUTED)))
    ground = alt.condition("datum.own", alt.value(tokens.OWN), alt.value(tokens.PAPER))
    halo = _value(strokeWidth=5, strokeJoin="round").encode(stroke=ground, color=ground)
    value = _value().encode(color=alt.condition("datum.few", alt.value(tokens.MUTED), alt.value(tokens.INK)))
    verdict = _text(
        f"{tokens.FOLD} ? datum.short : datum.verdict",
        x=by_width("width", "width-353"),
        y=-11,
        align=by_width("'right'", "'left'"),
    ).encode(color=alt.Color("ink:N").scale(None))
    answers = _text(
        f"{tokens.FOLD} ? datum.n_short : datum.n", x=by_width("width", "width-84"), y=9, align="right"
    ).encode(color=alt.condition(f"datum.few || {tokens.FOLD}", alt.value(tokens.MUTED), alt.value(tokens.INK)))
    shared = _text("datum.shared", x=alt.ExprRef("width"), y=0, align="right", opacity=by_width("0", "1")).encode(
        color=alt.value(tokens.MUTED)
    )
    return [name, halo, value, verdict, answers, shared]


def _value(**look: Any) -> alt.Chart:
    """The value of a row beside its interval; drawn twice, so that no line runs through it."""
    return (
        alt.Chart()
        .transform_filter("isValid(datum.value)")
        .mark_text(align="left", dx=8, yOffset=by_width("9", "0"), aria=False, **look)
        .encode(x=x("edge:Q"), y=Y, text="label:N")
    )


def _text(
    text: str, x: alt.ExprRef, y: int, align: Any = "left", opacity: Any = 1, limit: Any = 0, weight: str = "400"
) -> alt.Chart:
    """A word per row at a place in pixels; `y` is how far it moves from the middle on a phone."""
    return (
        alt.Chart()
        .mark_text(
            text=alt.ExprRef(text),
            x=x,
            yOffset=by_width(str(y), "0"),
            align=align,
            opacity=opacity,
            limit=limit,
            fontWeight=alt.ExprRef(weight),
            aria=False,
        )
        .encode(y=Y)
    )


def headings() -> list[alt.Chart]:
    """The heading of each column, above the plot; the rest of the chain is named once."""
    once = alt.Chart().transform_filter("datum.position == 0")
    border = once.mark_rule(color=tokens.BORDER, strokeWidth=1.5, aria=False).encode(
        y=alt.value(0), x=alt.value(0), x2=alt.value("width")
    )
    named = (
        alt.Chart()
        .transform_filter("isValid(datum.rest_named)")
        .mark_text(y=by_width("-34", "-36"), text="rest van de keten", color=tokens.MUTED, aria=False)
        .encode(x=x("rest:Q"))
    )
    places = [
        ("group", alt.ExprRef("0"), "left", by_width("0", "1")),
        ("'Tegenover de rest'", alt.ExprRef("width-353"), "left", by_width("0", "1")),
        ("'Antwoorden'", alt.ExprRef("width-84"), "right", by_width("0", "1")),
        ("shared", alt.ExprRef("width"), "right", by_width("0", "1")),
    ]
    return [border, named] + [
        once.mark_text(
            text=alt.ExprRef(text), x=x, align=align, opacity=opacity, color=tokens.MUTED, aria=False
        ).encode(y=alt.value(-14))
        for text, x, align, opacity in places
    ]
