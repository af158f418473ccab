"""Bronze: what was received, one row per key, every column as last delivered.

A later delivery of a known key replaces every column its file has; the others keep their value.
"""

from dataclasses import dataclass

import duckdb
import polars as pl

from etl import rules
from etl.codebook import Codebook
from etl.intake import Delivery
from etl.problems import SET_ASIDE
from etl.reading import only_a_day
from etl.sources import Source, source
from luko import sqlfiles

TABLES = {"orders": "capo", "responses": "expoints"}
_TYPES: dict[str, type[pl.DataType]] = {
    "yes_no": pl.Boolean,
    "flag": pl.Boolean,
    "date": pl.Date,
    "moment": pl.Datetime,
    "whole": pl.Int64,
}


@dataclass(frozen=True)
class Taken:
    """What became of one delivery: `outcomes` has key and outcome (accepted or unchanged) per row that stands."""

    load_id: str
    delivery: Delivery
    outcomes: pl.DataFrame
    set_aside: pl.DataFrame

    @property
    def brings_news(self) -> bool:
        """Whether any row of this delivery was not known already."""
        return bool((self.outcomes["outcome"] == "accepted").any())


def prepare(building: duckdb.DuckDBPyConnection, codebook: Codebook) -> None:
    """Make the tables of bronze, or give them the columns that mapping and codebook have gained."""
    building.sql("create schema if not exists bronze")
    for table, name in TABLES.items():
        empty = pl.DataFrame(schema=_columns(source(name), codebook))
        building.register("empty_rows", empty)
        building.sql(f"create table if not exists bronze.{table} as select * from empty_rows")  # noqa: S608  (names of our own)
        building.sql(sqlfiles.read("bronze", f"widen_{table}"))
        building.unregister("empty_rows")


def add(building: duckdb.DuckDBPyConnection, load_id: str, delivery: Delivery, codebook: Codebook) -> Taken:
    """Judge the rows of a delivery beside what is known of them and keep the ones that stand."""
    rows, key = delivery.rows, delivery.source.key.name
    building.register("delivered", rows)
    known = building.sql(sqlfiles.read("bronze", f"known_{delivery.source.table}")).pl()
    building.unregister("delivered")
    merged = _with_earlier(_merge(rows, known, key), known, delivery, codebook)
    problems = pl.DataFrame(schema=SET_ASIDE)
    if delivery.source.table == "responses":
        merged = _without_foreign(merged, codebook)
        merged, problems = rules.judge_responses(
            merged, delivery.source, delivery.started_at, codebook.linked_touchpoints
        )
    outcomes = _outcomes(merged, rows, known, key)
    accepted = merged.join(outcomes.filter(pl.col("outcome") == "accepted"), left_on=key, right_on="key", how="semi")
    building.register("accepted", accepted.drop("line"))
    building.sql(sqlfiles.read("bronze", f"merge_{delivery.source.table}"))
    building.unregister("accepted")
    # A row that goes as a whole, or whose answers all do, is listed by that alone.
    others = delivery.set_aside.join(problems, on="line", how="anti")
    return Taken(load_id, delivery, outcomes, pl.concat([others, problems]))


def _columns(mapping: Source, codebook: Codebook) -> dict[str, type[pl.DataType]]:
    columns: dict[str, type[pl.DataType]] = {}
    for column in mapping.columns:
        if column.reading != "personal":
            columns[column.name] = _TYPES.get(column.reading, pl.String)
        if column.reading == "moment":
            columns[only_a_day(column.name)] = pl.Boolean
    if mapping.table == "responses":
        columns |= {"touchpoint_id": pl.Int64, "link_closed": pl.Boolean} | codebook.columns()
    return columns


def _merge(rows: pl.DataFrame, known: pl.DataFrame, key: str) -> pl.DataFrame:
    kept = [name for name in known.columns if name not in rows.columns]
    return rows.join(known.select(key, *kept), on=key, how="left", maintain_order="left")


def _with_earlier(merged: pl.DataFrame, known: pl.DataFrame, delivery: Delivery, codebook: Codebook) -> pl.DataFrame:
    """A cell that is set aside is as if it was not delivered: what was known of it before stands."""
    names = {column.header: column.name for column in delivery.source.columns}
    names |= {code: codebook.column(code) for code in codebook.codes}
    for (header,), cells in delivery.set_aside.filter(~pl.col("whole_row")).group_by("column"):
        left_out = pl.col("line").is_in(cells["line"].to_list())
        for name in (names[str(header)], only_a_day(names[str(header)])):
            if name in merged.columns:
                earlier = known.select(delivery.source.key.name, pl.col(name).alias("earlier"))
                merged = merged.join(earlier, on=delivery.source.key.name, how="left", maintain_order="left")
                kept = pl.when(left_out).then("earlier").otherwise(name)
                merged = merged.with_columns(kept.alias(name)).drop("earlier")
    return merged


def _without_foreign(merged: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Answers that stay from an earlier delivery fall away when the touchpoint it names now does not ask them."""
    asked = {code: [place for place, known in codebook.scales if known == code] for code in codebook.codes}
    return merged.with_columns(
        pl.when(pl.col("touchpoint_id").is_in(touchpoints)).then(pl.col(codebook.column(code)))
        for code, touchpoints in asked.items()
    )


def _outcomes(merged: pl.DataFrame, rows: pl.DataFrame, known: pl.DataFrame, key: str) -> pl.DataFrame:
    delivered = [name for name in rows.columns if name not in ("line", key)]
    before = known.select(key, pl.struct(delivered).alias("before"))
    compared = merged.select(key, pl.struct(delivered).alias("now")).join(
        before, on=key, how="left", maintain_order="left"
    )
    same = pl.col("before").is_not_null() & pl.col("now").eq_missing(pl.col("before"))
    return compared.select(
        key=pl.col(key), outcome=pl.when(same).then(pl.lit("unchanged")).otherwise(pl.lit("accepted"))
    )
