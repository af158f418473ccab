"""From matched text to typed rows: every cell is read once, and what can not be read is set aside by name."""

from collections.abc import Callable

import polars as pl

from etl import cells, moments
from etl.codebook import Codebook
from etl.problems import SET_ASIDE, nothing_set_aside, showable
from etl.sources import Column, Source

SCORE = "score"
ROW_OUT = "de rij is afgekeurd"
CELL_OUT = "de cel is weggelaten"
ANSWER_OUT = "het antwoord is weggelaten"

# An invitation that was not answered has no moment of answering, so this required column may be empty.
MAY_BE_EMPTY = {"answered_at"}


def typed(text: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`line` and the source's own columns, typed; and what is set aside (form: problems.SET_ASIDE)."""
    columns, problems = [text["line"]], [nothing_set_aside()]
    for column in source.columns:
        if column.name not in text.columns or column.reading == "personal":
            continue
        delivered = text[column.name]
        read, rule = _reading(column)
        values, unreadable = read(delivered)
        columns.append(values.set(unreadable, None).alias(column.name))
        if column.reading == "moment":
            columns.append(moments.read(delivered)[1].alias(only_a_day(column.name)))
        outcome = ROW_OUT if column.required or column is source.key else CELL_OUT
        shown = [f"{showable(value, column.reading)} {rule}; {outcome}" for value in delivered.filter(unreadable)]
        problems.append(set_aside(text, source, unreadable, column, shown, whole_row=outcome == ROW_OUT))
        if column.required and column.name not in MAY_BE_EMPTY:
            empty = delivered.is_null()
            reason = f"de verplichte cel is leeg; {ROW_OUT}"
            problems.append(set_aside(text, source, empty, column, reason, whole_row=True))
    return pl.DataFrame(columns), pl.concat(problems)


def answers(
    text: pl.DataFrame, touchpoints: pl.Series, source: Source, codebook: Codebook, code: str
) -> tuple[pl.Series, pl.DataFrame, int]:
    """One question's answers, what is set aside, and how many cells stood at a touchpoint without the question."""
    delivered = text[code]
    values = pl.Series(codebook.column(code), [None] * len(text), dtype=codebook.columns()[codebook.column(code)])
    asked_as = Column(code, code, (), required=False, reading=SCORE)
    problems, asked = [nothing_set_aside()], pl.repeat(False, len(text), eager=True)
    for (touchpoint_id, known), scale in codebook.scales.items():
        if known != code:
            continue
        here = (touchpoints == touchpoint_id).fill_null(False)
        asked = asked | here
        read, unreadable = scale.read(delivered)
        values = read.zip_with(here, values).alias(values.name)
        wrong = here & unreadable
        shown = [f"{showable(value, SCORE)} {scale.rule(value)}; {ANSWER_OUT}" for value in delivered.filter(wrong)]
        problems.append(set_aside(text, source, wrong, asked_as, shown, whole_row=False))
    foreign = int((~asked & delivered.is_not_null()).sum())
    return values, pl.concat(problems), foreign


def set_aside(
    text: pl.DataFrame,
    source: Source,
    which: pl.Series,
    column: Column,
    reason: str | list[str],
    whole_row: bool,
) -> pl.DataFrame:
    """The chosen rows as rows of problems.SET_ASIDE, their values only as far as they may be shown."""
    chosen = text.filter(which)
    return pl.DataFrame(
        {
            "line": chosen["line"],
            "key": chosen[source.key.name],
            "column": [column.header] * len(chosen),
            "value": [showable(value, column.reading) for value in chosen[column.name]],
            "reason": [reason] * len(chosen) if isinstance(reason, str) else reason,
            "whole_row": [whole_row] * len(chosen),
        },
        schema=SET_ASIDE,
    )


def only_a_day(column: str) -> str:
    """The name of the flag beside a moment that tells that only a day was delivered."""
    return f"{column}_only_a_day"


def _reading(column: Column) -> tuple[Callable[[pl.Series], cells.Reading], str]:
    if column.reading == "code":
        return cells.as_code(column.name), "is geen bekende waarde"
    return cells.READINGS[column.reading]
