"""Which source a file is: the longest matching start of its name decides (contract section 4)."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from etl.problems import RefusedError
from luko import reference

_STARTS = {
    "capo_": "capo",
    "expoints_": "expoints",
    "expoints_antwoorden_": "expoints_antwoorden",
    "ito_": "ito",
}


@dataclass(frozen=True)
class Column:
    """One column of a source: our name, the header it has in messages, and how its cells are read."""

    name: str
    header: str
    aliases: tuple[str, ...]
    required: bool
    reading: str


@dataclass(frozen=True)
class Source:
    """A kind of delivery with its mapping; `table` is where its rows stand in bronze."""

    name: str
    table: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> Column:
        """The column that names a row for good."""
        return next(column for column in self.columns if column.reading == "key")

    def column(self, name: str) -> Column:
        """The column with this name of ours."""
        return next(column for column in self.columns if column.name == name)


def recognise(file: Path) -> str:
    """The name of the source of this file; raises RefusedError when its name starts as none of them."""
    name = name_of(file)
    if name is None:
        known = ", ".join(f"{start}*" for start in _STARTS)
        raise RefusedError(f"de naam hoort bij geen bekende bron; verwacht wordt {known}; bestand geweigerd.")
    return name


def name_of(file: Path) -> str | None:
    """The name of the source of this file, or None when its name starts as none of them."""
    starts = [start for start in _STARTS if file.name.lower().startswith(start)]
    return _STARTS[max(starts, key=len)] if starts else None


def personal_headers() -> list[str]:
    """Headers of personal columns in any source: personal in every other one too."""
    rows = reference.read("columns").filter(pl.col("reading").is_in(["personal", "postcode4"]))
    aliases = rows["aliases"].drop_nulls().str.split("|").explode()
    return [*rows["header"], *aliases]


def source(name: str) -> Source:
    """The mapping in force for one source; raises RefusedError for a source that is not read yet."""
    rows = reference.read("columns").filter(pl.col("source") == name)
    if rows.is_empty():
        raise RefusedError(f"leveringen van de soort {name} leest deze versie niet; bestand geweigerd.")
    columns = tuple(
        Column(
            name=row["column"],
            header=row["header"],
            aliases=tuple((row["aliases"] or "").split("|")) if row["aliases"] else (),
            required=row["required"] == "ja",
            reading=row["reading"],
        )
        for row in rows.iter_rows(named=True)
    )
    return Source(name, "orders" if name == "capo" else "responses", columns)
