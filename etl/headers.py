"""Which delivered column is which of ours, without regard to case, spaces and underscores."""

from dataclasses import dataclass

import polars as pl

from etl.problems import RefusedError
from etl.sources import Source, personal_headers
from etl.textfile import Records


@dataclass(frozen=True)
class Matched:
    """Delivered text under our own names. `answers` holds the question codes among the columns."""

    rows: pl.DataFrame
    answers: tuple[str, ...]
    unknown: tuple[str, ...]
    ragged: pl.DataFrame


def plain(header: str) -> str:
    """A header without case, spaces and underscores."""
    return "".join(header.split()).replace("_", "").lower()


def known_names(source: Source, codes: list[str]) -> dict[str, str]:
    """From plain header to our column name; a question code is its own name."""
    names = {plain(code): code for code in codes}
    for column in source.columns:
        for header in (column.header, *column.aliases):
            names[plain(header)] = column.name
    return names


def match(records: Records, source: Source, codes: list[str]) -> Matched:
    """The records as one text column per known header, with `line`.

    Records whose number of fields differs from the header are `ragged` (line, fields): reading
    them on would shift their columns silently. Raises RefusedError for a required column that is missing
    or a column that occurs twice.
    """
    header = _without_trailing_separators(records)
    places, unknown = _places(header, source, codes)
    fitting = [index for index, row in enumerate(records.rows) if _fits(row, len(header))]
    fields = places | {f"unknown_{name}": place for name, place in unknown.items()}
    rows = pl.DataFrame(
        {"line": [records.lines[index] for index in fitting]}
        | {name: [records.rows[index][place] for index in fitting] for name, place in fields.items()},
        schema={"line": pl.Int64} | dict.fromkeys(fields, pl.String),
    )
    others = [(records.lines[i], len(row)) for i, row in enumerate(records.rows) if not _fits(row, len(header))]
    ragged = pl.DataFrame(others, schema={"line": pl.Int64, "fields": pl.Int64}, orient="row")
    return Matched(rows, tuple(name for name in places if name in codes), tuple(unknown), ragged)


def _places(header: list[str], source: Source, codes: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Where our columns stand in the header, and where the ones nobody knows."""
    names, places, unknown = known_names(source, codes), dict[str, int](), dict[str, int]()
    personal = {plain(header) for header in personal_headers()}
    for place, field in enumerate(header):
        name = names.get(plain(field))
        if name is None and plain(field) in personal:
            continue
        if name is None:
            unknown[field.strip()] = place
        elif name in places:
            raise RefusedError(f"regel 1: kolom {field.strip()} komt twee keer voor; bestand geweigerd.")
        else:
            places[name] = place
    for column in source.columns:
        if column.required and column.name not in places:
            raise RefusedError(f"de verplichte kolom {column.header} ontbreekt; bestand geweigerd.")
    return places, unknown


def _without_trailing_separators(records: Records) -> list[str]:
    header = list(records.header)
    while header and not header[-1].strip():
        header.pop()
    return header


def _fits(row: list[str], width: int) -> bool:
    return len(row) >= width and not any(field.strip() for field in row[width:])
