"""Checks: each file under sql/checks/ selects rows that should not exist."""

import duckdb
import polars as pl

from etl.problems import BrokenOffError
from luko import sqlfiles

_SHOWN = 3


def hold(building: duckdb.DuckDBPyConnection) -> list[str]:
    """The warnings, as sentences; raises BrokenOffError, naming check and rows, when a fail_ check finds any."""
    warnings = []
    for name in sqlfiles.names("checks"):
        found = building.sql(sqlfiles.read("checks", name)).pl()
        if found.is_empty():
            continue
        sentence = _in_words(name, found)
        if name.startswith("fail_"):
            raise BrokenOffError(f"{sentence}; er is niets gepubliceerd.")
        warnings.append(sentence)
    return warnings


def _in_words(name: str, found: pl.DataFrame) -> str:
    rows = [", ".join(f"{column} {value}" for column, value in row.items()) for row in found.head(_SHOWN).to_dicts()]
    more = f" en nog {len(found) - _SHOWN}" if len(found) > _SHOWN else ""
    return f"{name}: {'; '.join(rows)}{more}"
