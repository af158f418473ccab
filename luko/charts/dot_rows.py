"""From the rows of a comparison to the rows of its picture: order, colours and Dutch strings."""

from typing import Any

import polars as pl

from luko.charts import tokens
from luko.figures.model import Question
from luko.text import formats, words

SHORT = {
    words.TOO_FEW: "te weinig antwoorden",
    words.NO_REST: "geen rest",
    words.UNFINISHED: "nog onvolledig",
    words.HIDDEN: "verborgen",
}


def drawn(partners: pl.DataFrame, question: Question) -> pl.DataFrame:
    """One row per partner in the order of drawing; a hidden partner has a name and a word, all else null."""
    rows = [_row(row, question) for row in ordered(partners, question.direction)]
    first = next((row for row in rows if row.get("rest") is not None), None)
    if first is not None:
        first["rest_named"] = True
    return pl.DataFrame(rows, schema=SCHEMA).with_row_index("position")


def ordered(partners: pl.DataFrame, direction: str) -> list[dict[str, Any]]:
    """The rows as people read them: best first, few answers below those, hidden last."""
    return sorted(partners.iter_rows(named=True), key=lambda row: _rank(row, direction))


def _rank(row: dict[str, Any], direction: str) -> tuple[bool, bool, float, str]:
    value = row["value"] or 0.0
    return not row["shown"], _few(row), value if direction == "lager" else -value, row["group"]


def _few(row: dict[str, Any]) -> bool:
    return row["n"] is not None and row["n"] < words.FEW


def _row(row: dict[str, Any], question: Question) -> dict[str, Any]:
    name = f"{row['group']} (u)" if row["own"] else row["group"]
    if not row["shown"]:
        return {"name": name, "own": row["own"], "hidden": True, "few": False, "strong": row["own"],
                "verdict": words.HIDDEN, "short": SHORT[words.HIDDEN], "ink": tokens.MUTED}  # fmt: skip
    few, verdict, kind = _few(row), row["verdict"], question.kind
    line = tokens.GREY if few else tokens.mark_colour(verdict)
    figures = {key: row[key] for key in ("value", "lower", "upper", "rest")}
    return {
        **figures,
        "name": name,
        "own": row["own"],
        "hidden": False,
        "few": few,
        "strong": not few or row["own"],
        "edge": row["value"] if row["upper"] is None else row["upper"],
        "line": line,
        "fill": tokens.PAPER if few else line,
        "ink": tokens.word_colour(verdict),
        "label": formats.value(row["value"], kind),
        "verdict": verdict,
        "short": SHORT.get(verdict, verdict),
        "n": formats.whole(row["n"]),
        "n_short": f"n {formats.whole(row['n'])}",
        "shared": "" if row["shared"] is None else formats.percentage(row["shared"]),
        **_told(row, question, name),
    }


def _told(row: dict[str, Any], question: Question, name: str) -> dict[str, str]:
    """What the tooltip and the screen reader say; it repeats what is drawn."""
    kind = question.kind
    told = f"{formats.value(row['value'], kind)} ({words.better(question.direction)})"
    between = "geen interval"
    if row["lower"] is not None:
        between = formats.interval(row["lower"], row["upper"], kind)
    apart = "" if row["difference"] is None else formats.points(row["difference"], kind)
    return {
        "told": told,
        "between": between,
        "benchmark": "" if row["rest"] is None else formats.value(row["rest"], kind),
        "apart": apart,
        "said": f"{name}: {told}, {row['verdict']}",
    }


SCHEMA = {
    "name": pl.String, "own": pl.Boolean, "hidden": pl.Boolean, "few": pl.Boolean, "strong": pl.Boolean,
    "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64, "edge": pl.Float64,
    "rest": pl.Float64, "rest_named": pl.Boolean,
    "line": pl.String, "fill": pl.String, "ink": pl.String, "label": pl.String,
    "verdict": pl.String, "short": pl.String, "n": pl.String, "n_short": pl.String, "shared": pl.String,
    "told": pl.String, "between": pl.String, "benchmark": pl.String, "apart": pl.String, "said": pl.String,
}  # fmt: skip
