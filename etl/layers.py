"""The layers over bronze: staging and marts, built anew each night from the files under sql/."""

from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl

from etl import fingerprint
from luko import reference, sqlfiles
from luko.clock import AMSTERDAM
from luko.config import settings

# In the order in which one reads from another.
STAGING = ("orders", "responses", "clusters")
MARTS = ("touchpoints", "questions", "orders", "projects")
PLACED = ("placed_responses",)
FACTS = ("responses", "waiting", "publication")
VIEWS = ("answers", "comments")
SCHEMAS = ("reference", "bronze", "staging", "marts")


def refresh(building: duckdb.DuckDBPyConnection, version: str, published_at: datetime) -> None:
    """Build reference, staging and marts over bronze; `published_at` is absolute time."""
    for schema in SCHEMAS:
        building.sql(f"create schema if not exists {schema}")
    for name, rows in _reference(version, published_at).items():
        _table(building, "reference", name, rows)
    for schema, kind, names in (
        ("staging", "view", STAGING),
        ("marts", "table", MARTS),
        ("staging", "view", PLACED),
        ("marts", "table", FACTS),
        ("marts", "view", VIEWS),
    ):
        for name in names:
            building.sql(f"create or replace {kind} {schema}.{name} as {sqlfiles.read(schema, name)}")
    for name in sqlfiles.names("access"):
        building.sql(sqlfiles.read("access", name))


def remember_counted(building: duckdb.DuckDBPyConnection) -> None:
    """Keep which responses the served version counts, for fail_counted_drop; none in a first version."""
    first = not building.sql(
        "select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'responses'"
    ).fetchall()
    if first:
        building.sql(
            "create or replace table bronze.counted_before"
            " (response_id varchar, touchpoint_id integer, is_answered boolean)"
        )
    else:
        building.sql(sqlfiles.read("bronze", "counted_before"))


def _reference(version: str, published_at: datetime) -> dict[str, pl.DataFrame]:
    this_version: dict[str, Any] = {
        "version": version,
        "fingerprint": fingerprint.current(),
        "published_at": published_at.astimezone(AMSTERDAM).replace(tzinfo=None),
        "published_moment": published_at.astimezone(UTC),
        "max_drop": settings().max_drop,
        "demo": (settings().data / "demo").exists(),
    }
    return {
        "touchpoints": reference.read("touchpoints"),
        "questions": reference.read("questions"),
        "partner_spellings": partner_spellings(reference.read("partners")),
        "this_version": pl.DataFrame([this_version]),
    }


def partner_spellings(partners: pl.DataFrame) -> pl.DataFrame:
    """One row per spelling (lower case) that the register knows: kind, spelling, name."""
    spellings = partners.select(
        "kind", "name", spelling=pl.concat_list("name", pl.col("spellings").fill_null("").str.split("|"))
    ).explode("spelling")
    known = spellings.with_columns(pl.col("spelling").str.strip_chars().str.to_lowercase())
    return known.filter(pl.col("spelling") != "").unique(["kind", "spelling"], keep="first", maintain_order=True)


def _table(building: duckdb.DuckDBPyConnection, schema: str, name: str, rows: pl.DataFrame) -> None:
    building.register("reference_rows", rows)
    building.sql(f"create or replace table {schema}.{name} as select * from reference_rows")  # noqa: S608  (names of our own)
    building.unregister("reference_rows")
