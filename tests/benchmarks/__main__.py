"""`make bench`: speed as ratios within one run, medians of several; nothing here is asserted as a time."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from etl import demo
from etl.__main__ import run_night
from luko import access, figures, logs, warehouse
from luko.config import settings
from luko.figures import kept

PROJECTS = 13_000
REPEATS = 5


def main() -> None:
    logs.configure()
    with tempfile.TemporaryDirectory() as data:
        os.environ["LUKO_DATA"] = data
        files = demo.make(settings().folder("inbox"), seed=1, projects=PROJECTS, until=date(2026, 10, 31))
        parse = median(lambda: [bare_parse(file) for file in files])
        first_load = timed(lambda: run_night(None))
        print(f"{PROJECTS} projects, both deliveries; a bare parse of the same files takes {parse:.3f} s")
        report("first load, all rules on / bare parse", first_load / parse)
        demo.make(settings().folder("inbox"), seed=1, projects=PROJECTS, until=date(2026, 10, 31))
        report("the same files again (nothing new) / bare parse", timed(lambda: run_night(None)) / parse)

        reader = access.reader("lana", "Mijn Aansluiting", ["landelijk"])
        by_hand = median(hand_written)
        report(
            "Vergelijking after publishing / the aggregate by hand",
            median(lambda: comparison(reader, cold=True)) / by_hand,
        )
        report(
            "Vergelijking asked again / the aggregate by hand", median(lambda: comparison(reader, cold=False)) / by_hand
        )
        report(
            "Overzicht after publishing / the aggregate by hand", median(lambda: overview(reader, cold=True)) / by_hand
        )
        report("Overzicht asked again / the aggregate by hand", median(lambda: overview(reader, cold=False)) / by_hand)


def bare_parse(file: Path) -> None:
    duckdb.connect().sql("create table parsed as from read_csv($file, delim = ';')", params={"file": str(file)})


def hand_written() -> None:
    """Score per aannemer, straight on the published tables."""
    with duckdb.connect(str(warehouse._current().file), read_only=True) as served:
        served.sql(
            "select contractor, count(*), sum((CES >= 4)::int) from marts.responses, "
            " unnest(contractors) as _(contractor)"
            " where touchpoint_id = 5 and CES is not null group by contractor"
        ).fetchall()


def comparison(reader: access.Reader, cold: bool) -> None:
    forget(cold)
    figures.per_partner(reader, "aannemer", 5, "CES", "laatste4k")


def overview(reader: access.Reader, cold: bool) -> None:
    forget(cold)
    figures.touchpoint_cards(reader, "laatste4k", None)
    figures.per_step(reader, "laatste4k", None)


def forget(cold: bool) -> None:
    if cold:
        kept.forget()


def timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def median(act: Callable[[], object]) -> float:
    return statistics.median(timed(act) for _ in range(REPEATS))


def report(what: str, ratio: float) -> None:
    print(f"{what:<60} {ratio:8.1f}x")


if __name__ == "__main__":
    main()
