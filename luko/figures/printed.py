"""Figures outside the pages: the answer of `python -m luko figures` and of a download, with the same rows."""

import csv
import io
from dataclasses import dataclass
from typing import Any

import polars as pl

from luko import audit, warehouse
from luko.access import Reader
from luko.figures import codebook, score
from luko.figures.codebook import OutsideRightsError, UnknownQuestionError
from luko.figures.model import Question

_DEFINITIONS = {
    "ces": "percentage antwoorden van {cut_off:g} of hoger op een schaal van {scale_min:g} tot {scale_max:g}",
    "cijfer": "gemiddelde op een schaal van {scale_min:g} tot {scale_max:g}",
    "schaal": "gemiddelde op een schaal van {scale_min:g} tot {scale_max:g}",
    "nps": "percentage 9 en 10 min percentage 0 tot en met 6",
    "janee": "percentage ja",
}
_INTERVALS = {
    "ces": "Wilson, 95%",
    "janee": "Wilson, 95%",
    "cijfer": "Student t, 95%",
    "schaal": "Student t, 95%",
    "nps": "aangepaste Wald (n + 3), 95%",
}


@dataclass(frozen=True)
class Asked:
    """What is asked of the figures: one question, a grouping, a period and a combi (None: no choice)."""

    touchpoint_id: int
    question: str
    by: str | None = None
    period: str | None = None
    combi: str | None = None


def definition(question: Question) -> str:
    """How the value of a question is made, in one line of Dutch."""
    return _DEFINITIONS[question.kind].format(**question.__dict__)


def interval_method(question: Question) -> str:
    """Which interval stands beside the value."""
    return _INTERVALS[question.kind]


def rows(reader: Reader, asked: Asked) -> pl.DataFrame:
    """The rows of one question (form: score.SCORE_ROWS), judged in the order of contract section 7.

    Raises OutsideRightsError for a touchpoint or combi outside the reader's rights, then UnknownQuestionError,
    then NoWarehouseError; ValueError for a period that is none.
    """
    if asked.touchpoint_id not in reader.touchpoints or not _combi_is_visible(reader, asked):
        raise OutsideRightsError
    if not warehouse.is_served() and not codebook.is_asked(asked.touchpoint_id, asked.question):
        raise UnknownQuestionError(codebook.NOT_ASKED)
    return score.per_group(reader, asked.touchpoint_id, asked.question, asked.by, asked.period, asked.combi)


def _combi_is_visible(reader: Reader, asked: Asked) -> bool:
    if asked.combi is None:
        return True
    return warehouse.is_served() and asked.combi in codebook.combis(reader, asked.touchpoint_id)


def as_json(reader: Reader, asked: Asked, found: pl.DataFrame) -> dict[str, Any]:
    """The whole answer in the form of contract section 7; figures are not rounded."""
    question = codebook.question(reader, asked.touchpoint_id, asked.question)
    rights = [{"touchpoint": grant.touchpoint_id, "combi": grant.combi or "*"} for grant in reader.grants]
    return {
        "measure": question.label,
        "definition": f"{definition(question)}; interval: {interval_method(question)}",
        "direction": question.direction,
        "filters": _options(asked) | {"view": "score", "rights": rights},
        "published_at": codebook.publication(reader).published_at.isoformat(timespec="seconds"),
        "rows": found.to_dicts(),
    }


def _options(asked: Asked) -> dict[str, Any]:
    """What was asked, by the names of the options."""
    return {
        "touchpoint": asked.touchpoint_id,
        "question": asked.question,
        "by": asked.by,
        "period": asked.period,
        "combi": asked.combi,
    }


def as_table(found: pl.DataFrame) -> str:
    """The rows for a terminal, aligned, hidden ones named as hidden."""
    lines = [f"{'groep':<32}{'n':>8}{'waarde':>10}{'van':>10}{'tot':>10}"]
    for row in found.to_dicts():
        cells = [_short(row[name]) for name in ("n", "value", "lower", "upper")] if row["shown"] else ["verborgen"]
        lines.append(f"{row['group']:<32}{cells[0]:>8}" + "".join(f"{cell:>10}" for cell in cells[1:]))
    return "\n".join(lines) + "\n"


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


def score_csv(
    reader: Reader, touchpoint_id: int, question: str, by: str | None, period: str | None, combi: str | None
) -> str:
    """The rows of one question as a CSV file, by the same rights and suppression as everywhere; audited."""
    asked = Asked(touchpoint_id, question, by, period, combi)
    written = as_csv(rows(reader, asked))
    audit.record(reader.username, "figures_exported", "score", **asked.__dict__)
    return written


def as_csv(found: pl.DataFrame) -> str:
    """The rows as CSV: comma, decimal point, empty for null, `true`/`false` for flags."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(found.columns)
    for row in found.iter_rows():
        writer.writerow([_cell(value) for value in row])
    return written.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"  # a spreadsheet would run it as a formula
    return value
