"""One partner against the rest of the chain: two dots with their intervals, and the year before."""

from functools import cache
from typing import Any

import altair as alt
import polars as pl

from luko.charts import ticks, tokens
from luko.charts.model import Chart, built, filled
from luko.figures.model import Figure, Question
from luko.text import formats, words

TALL = 58
SCALE = alt.Scale(
    domain=[alt.ExprRef("ticks[0]"), alt.ExprRef("ticks[ticks.length-1]")],
    range=[alt.ExprRef("max(130, width*0.33)"), alt.ExprRef("width-36")],
    nice=False,
    zero=False,
)
AXIS = alt.Axis(
    values=alt.ExprRef("ticks"), labelExpr="labels[indexof(ticks, datum.value)]", labelPadding=6, labelFlush=False
)
Y = alt.Y("position:O").axis(None).sort(None).scale(padding=0)


def versus(
    name: str, figure: Figure, rest: Figure, before: Figure | None, verdict: str, question: Question, reading: str
) -> Chart:
    """A partner, the rest of the chain and the partner's year before; what is hidden is not drawn."""
    rows = [_row(name, figure, tokens.mark_colour(verdict)), _row("Rest van de keten", rest, tokens.GREY)]
    rows[1]["label_ink"] = tokens.MUTED
    if before is not None and before.value is not None:
        told = f"een jaar eerder {formats.value(before.value, question.kind)}"
        rows[0].update(before=before.value, before_label=told)
    for row in rows:
        row["label"] = None if row["value"] is None else formats.value(row["value"], question.kind)
    scale = ticks.scale_of(question.kind, question.scale_min, question.scale_max)
    axis = ticks.around([row.get(key) for row in rows for key in ("value", "lower", "upper", "before")], scale)
    labels = [formats.value(tick, question.kind) for tick in axis]
    spec = filled(shape(), reading, TALL * 2, ticks=axis, labels=labels)
    return Chart(spec, pl.DataFrame(rows, schema=SCHEMA).with_row_index("position"))


def _row(name: str, figure: Figure, colour: str) -> dict[str, Any]:
    few = figure.n is not None and figure.n < words.FEW
    if few:
        colour = tokens.GREY
    return {
        "name": name if figure.shown else f"{name}: verborgen",
        "value": figure.value,
        "lower": figure.lower,
        "upper": figure.upper,
        "line": colour,
        "fill": tokens.PAPER if few else colour,
        "label_ink": tokens.MUTED if few else colour,
    }


SCHEMA = {
    "name": pl.String, "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64, "line": pl.String,
    "fill": pl.String, "label": pl.String, "label_ink": pl.String, "before": pl.Float64, "before_label": pl.String,
}  # fmt: skip


@cache
def shape() -> dict[str, Any]:
    """The specification without its values; built once per process."""
    seen = alt.Chart().transform_filter("isValid(datum.value)")
    interval = (
        seen.transform_filter("isValid(datum.lower)")
        .mark_rule(strokeWidth=3, strokeOpacity=0.55, aria=False)
        .encode(x=_x("lower"), x2="upper:Q", y=Y, color=alt.Color("line:N").scale(None))
    )
    dot = seen.mark_point(filled=False, size=110, strokeWidth=2, opacity=1).encode(
        x=_x("value"),
        y=Y,
        stroke=alt.Stroke("line:N").scale(None),
        fill=alt.Fill("fill:N").scale(None),
        description="name:N",
    )
    earlier = alt.Chart().transform_filter("isValid(datum.before)")
    ring = earlier.mark_point(filled=False, size=70, strokeWidth=1.5, opacity=1, stroke=tokens.GREY).encode(
        x=_x("before"), y=Y, description="before_label:N"
    )
    ring_label = earlier.mark_text(color=tokens.MUTED, yOffset=17, aria=False).encode(
        x=_x("before"), y=Y, text="before_label:N"
    )
    name = (
        alt.Chart()
        .mark_text(align="left", x=0, limit=alt.ExprRef("max(130, width*0.33)-12"), aria=False)
        .encode(
            y=Y,
            text="name:N",
            color=alt.condition("datum.position == 0", alt.value(tokens.INK), alt.value(tokens.MUTED)),
        )
    )
    value = seen.mark_text(yOffset=-17, fontSize=14, fontWeight=600, aria=False).encode(
        x=_x("value"), y=Y, text="label:N", color=alt.Color("label_ink:N").scale(None)
    )
    return built(alt.layer(interval, ring, dot, ring_label, name, value))


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q").scale(SCALE).axis(AXIS)
