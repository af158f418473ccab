"""The gateway: the only way from a page, a file or a report to rows of the warehouse.

It always binds the reader's rights and fails closed. A query reads through one of two doors:
`visible_*($grants)` for answers and what hangs on them, `managed_*($capabilities, $organisation)` for what
stewards keep.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import polars as pl

from luko import sqlfiles
from luko.access import Reader
from luko.config import settings


class NoWarehouseError(Exception):
    """Nothing has been published yet."""


class DoorError(Exception):
    """A query file that does not go through exactly one door; it is never run."""


@dataclass(frozen=True)
class _Served:
    file: Path
    connection: duckdb.DuckDBPyConnection


_lock = Lock()
_served: _Served | None = None

_DOORS = {"visible": {"grants"}, "managed": {"capabilities", "organisation"}}


def is_served() -> bool:
    """Whether anything has been published."""
    return settings().warehouse_path.exists()


def version() -> str:
    """The name of the version being served: part of the key of whatever is kept between questions."""
    return _current().file.stem


def run(name: str, reader: Reader, **parameters: Any) -> pl.DataFrame:
    """Run sql/queries/<name>.sql for one reader and return its rows.

    The rights are always bound, last, so that no caller can replace them. DuckDB refuses a parameter that a
    query does not use: a query that forgets the scope fails, it cannot leak. Raises NoWarehouseError when
    nothing has been published.
    """
    text = sqlfiles.read("queries", name)
    rights: dict[str, Any] = {
        "grants": reader.bound_grants(),
        "capabilities": sorted(reader.capabilities),
        "organisation": reader.organisation,
    }
    bound = {right: rights[right] for right in _DOORS[_door(name)]}
    with _current().connection.cursor() as cursor:
        cursor.sql("use warehouse")  # not inherited from the connection
        return cursor.sql(text, params={**parameters, **bound}).pl()


@cache
def _door(name: str) -> str:
    """Which door a query file names; a file that names none, both, or reads around them is refused."""
    code = "\n".join(line.split("--")[0] for line in sqlfiles.read("queries", name).splitlines())
    doors = [door for door in _DOORS if f"marts.{door}_" in code]
    named = ["".join(table.split()) for table in _CLOSED.findall(code.replace('"', " "))]
    if len(doors) != 1 or any(not table.startswith(f"marts.{doors[0]}_") for table in named):
        raise DoorError(f"sql/queries/{name}.sql does not read through exactly one door: {doors or named}")
    return doors[0]


_CLOSED = re.compile(r"\b(?:bronze|staging|marts|reference|warehouse)\s*\.\s*\w+")


def _current() -> _Served:
    """The served version, attached read-only to a fresh in-memory database once per version."""
    global _served  # noqa: PLW0603  (one warehouse per process, guarded by the lock)
    link = settings().warehouse_path
    if not is_served():
        raise NoWarehouseError("Er is nog geen warehouse gepubliceerd.")
    file = link.resolve()
    with _lock:
        if _served is None or _served.file != file:
            _served = _Served(file, _attached(file))
        return _served


def _attached(file: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    quoted = str(file).replace("'", "''")
    connection.sql(f"attach '{quoted}' as warehouse (read_only)")
    # Without these, SQL could still reach files beside the warehouse; in this order, or DuckDB stumbles itself.
    connection.sql("set enable_external_access = false")
    connection.sql("set disabled_filesystems = 'LocalFileSystem'")
    connection.sql("set lock_configuration = true")
    return connection
