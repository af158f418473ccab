"""Where every row of a load went: read = accepted + unchanged + rejected + waiting."""

from typing import Any

import duckdb
import polars as pl

from etl import ledger, settling
from etl.bronze import Taken
from etl.problems import SET_ASIDE
from luko import sqlfiles

LOAD = {
    **dict.fromkeys(("load_id", "at", "file", "source", "sha256"), pl.String),
    **dict.fromkeys((*ledger.COUNTS, "refused"), pl.Int64),
    "delivered_as": pl.String,
}


def account_for(building: duckdb.DuckDBPyConnection, taken: list[Taken]) -> list[dict[str, Any]]:
    """The loads of this night as rows of the ledger, and in `bronze.loads` beside the data they brought.

    Waiting is decided after all files are read. The rows stay in the warehouse until the next night, so that a
    night killed after publishing can still be written into the ledger.
    """
    waiting = building.sql("select response_id as key from marts.waiting").pl()
    counted = [_count(one, waiting) for one in taken]
    building.register("counted_rows", pl.DataFrame(counted, schema=LOAD))
    building.sql("create or replace table bronze.loads as select * from counted_rows")
    building.unregister("counted_rows")
    return counted


def release(building: duckdb.DuckDBPyConnection, taken: list[Taken]) -> list[dict[str, Any]]:
    """What is set aside and listed from now on, as rows of the ledger, kept in `bronze.released` too.

    Cells of rows that wait for CAPO follow in the night in which those rows link.
    """
    schema = {"load_id": pl.String, "source": pl.String} | SET_ASIDE
    found = [
        one.set_aside.select(
            pl.lit(one.load_id).alias("load_id"), pl.lit(one.delivery.source.name).alias("source"), *SET_ASIDE
        )
        for one in taken
    ]
    renewed = [one.outcomes.filter(pl.col("outcome") == "accepted").select("key") for one in taken]
    building.register("found_rows", pl.concat([pl.DataFrame(schema=schema), *found]))
    building.register("renewed_rows", pl.concat([pl.DataFrame(schema={"key": pl.String}), *renewed]))
    building.sql("create table if not exists bronze.set_aside as select * from found_rows limit 0")
    building.sql(sqlfiles.read("bronze", "drop_superseded"))
    building.sql("insert into bronze.set_aside by name select * from found_rows")
    building.unregister("renewed_rows")
    building.unregister("found_rows")
    for table, name in (("released", "release_set_aside"), ("set_aside", "still_set_aside")):
        building.sql(f"create or replace table bronze.{table} as {sqlfiles.read('bronze', name)}")
    return building.sql("select * exclude (key) from bronze.released").pl().to_dicts()


def _count(one: Taken, waiting: pl.DataFrame) -> dict[str, Any]:
    delivery = one.delivery
    held = one.outcomes.join(waiting, on="key", how="semi") if delivery.source.table == "responses" else None
    still = one.outcomes.join(waiting, on="key", how="anti") if held is not None else one.outcomes
    return {
        "load_id": one.load_id,
        "at": delivery.started_at.isoformat(timespec="seconds"),
        "file": delivery.file.name,
        "source": delivery.source.name,
        "sha256": delivery.sha256,
        "read": delivery.read,
        "accepted": int((still["outcome"] == "accepted").sum()),
        "unchanged": int((still["outcome"] == "unchanged").sum()) + delivery.repeated,
        "rejected": one.set_aside.filter("whole_row")["line"].n_unique(),
        "waiting": 0 if held is None else len(held),
        "refused": 0,
        "delivered_as": settling.place_in_inbox(delivery.file),
    }
