"""The questions of one step of the chain, each on its own strip against the rest of the chain."""

import math
from functools import cache
from typing import Any

import altair as alt
import polars as pl

from luko.charts import tokens
from luko.charts.model import Chart, built, filled
from luko.charts.ticks import scale_of
from luko.text import formats, words

TALL = 84  # one question: its words, its strip, its verdict
SHORT = {words.UNFINISHED: "nog onvolledig"}  # beside it stands the interval
SIZES = {"ces": 10.0, "janee": 10.0, "nps": 20.0}  # a strip starts and ends at a multiple of this
X = alt.Scale(domain=[0, 1], range=[6, alt.ExprRef("width-6")])
Y = alt.Y("position:O", bandPosition=0.38).axis(None).sort(None).scale(padding=0)


def ranges(per_step: pl.DataFrame) -> dict[tuple[str, float], tuple[float, float]]:
    """From where to where the strips run, per kind of question and end of its scale: equal for equal kinds."""
    found: dict[tuple[str, float], tuple[float, float]] = {}
    for row in per_step.filter(pl.col("value").is_not_null()).iter_rows(named=True):
        low, high = scale_of(row["kind"], row["scale_min"], row["scale_max"])
        least = min(value for value in (row["value"], row["lower"], row["rest"]) if value is not None)
        size = SIZES.get(row["kind"], 0.5)
        start = max(low, math.floor((least - size / 2) / size) * size)
        before = found.get((row["kind"], high), (start, high))
        found[row["kind"], high] = min(start, before[0]), high
    return found


def strip(questions: pl.DataFrame, between: dict[tuple[str, float], tuple[float, float]], reading: str) -> Chart:
    """The rows of one step of `figures.per_step`, one strip each; `between` comes from `ranges`."""
    rows = [_row(row, between) for row in questions.iter_rows(named=True)]
    spec = filled(shape(), reading, TALL * len(rows))
    return Chart(spec, pl.DataFrame(rows, schema=SCHEMA).with_row_index("position"))


def _row(row: dict[str, Any], between: dict[tuple[str, float], tuple[float, float]]) -> dict[str, Any]:
    verdict, kind = row["verdict"], row["kind"]
    if row["value"] is None:
        absent = "geen antwoorden" if row["shown"] else words.HIDDEN
        return {"question": row["label"], "verdict": absent, "ink": tokens.MUTED}
    few = row["n"] < words.FEW
    low, high = between[kind, scale_of(kind, row["scale_min"], row["scale_max"])[1]]
    said = formats.value(row["value"], kind) + (" ja" if kind == "janee" else "")
    known = row["lower"] is not None
    return {
        "question": row["label"],
        "label": said,
        "label_ink": tokens.MUTED if few else tokens.mark_colour(verdict),
        "line": tokens.GREY if few else tokens.mark_colour(verdict),
        "fill": tokens.PAPER if few else tokens.mark_colour(verdict),
        "ink": tokens.word_colour(verdict),
        "verdict": "" if row["rest"] is None else SHORT.get(verdict, verdict),
        "between": formats.interval(row["lower"], row["upper"], kind) if known else "geen interval",
        "few": few,
        "said": f"{row['label']}: {said}{'' if row['rest'] is None else f', {verdict}'}",
        **{
            field: None if row[name] is None else (row[name] - low) / (high - low)
            for field, name in (("at", "value"), ("start", "lower"), ("end", "upper"), ("benchmark", "rest"))
        },
    }


SCHEMA = {
    "question": pl.String, "label": pl.String, "label_ink": pl.String, "line": pl.String, "fill": pl.String,
    "ink": pl.String, "verdict": pl.String, "between": pl.String, "few": pl.Boolean, "said": pl.String,
    "at": pl.Float64, "start": pl.Float64, "end": pl.Float64, "benchmark": pl.Float64,
}  # fmt: skip


@cache
def shape() -> dict[str, Any]:
    """The specification without its values; built once per process."""
    seen = alt.Chart().transform_filter("isValid(datum.at)")
    track = seen.mark_rule(color=tokens.BORDER, strokeWidth=1.5, aria=False).encode(
        y=Y, x=alt.value(0), x2=alt.value("width")
    )
    rest = (
        seen.transform_filter("isValid(datum.benchmark)")
        .mark_point(shape="stroke", angle=90, size=420, strokeWidth=2, stroke=tokens.GREY, opacity=1, aria=False)
        .encode(x=_x("benchmark"), y=Y)
    )
    interval = (
        seen.transform_filter("isValid(datum.start)")
        .mark_rule(aria=False)
        .encode(
            x=_x("start"),
            x2="end:Q",
            y=Y,
            color=alt.Color("line:N").scale(None),
            strokeWidth=alt.condition("datum.few", alt.value(1.5), alt.value(4)),
            strokeOpacity=alt.value(0.55),
        )
    )
    dot = seen.mark_point(size=70, filled=False, strokeWidth=2, opacity=1).encode(
        x=_x("at"),
        y=Y,
        stroke=alt.Stroke("line:N").scale(None),
        fill=alt.Fill("fill:N").scale(None),
        description="said:N",
    )
    return built(alt.layer(track, rest, interval, dot, *_words()))


def _words() -> list[alt.Chart]:
    return [
        _text("question", -22, "left", limit=alt.ExprRef("width-70")).encode(color=alt.value(tokens.INK)),
        _text("label", -22, "right", fontSize=14, fontWeight=600).encode(color=alt.Color("label_ink:N").scale(None)),
        _text("verdict", 22, "left").encode(color=alt.Color("ink:N").scale(None)),
        _text("between", 22, "right").encode(color=alt.value(tokens.MUTED)),
    ]


def _text(field: str, y: int, align: str, **look: Any) -> alt.Chart:
    return (
        alt.Chart()
        .transform_filter(f"isValid(datum.{field})")
        .mark_text(align=align, yOffset=y, x=0 if align == "left" else alt.ExprRef("width"), aria=False, **look)
        .encode(y=Y, text=f"{field}:N")
    )


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q").scale(X).axis(None)
