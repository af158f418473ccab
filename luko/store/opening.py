"""Opening the store: one pool per address, with the schema brought up to date on first use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from luko.config import settings
from luko.store import schema

BUSY_SECONDS = 10


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection that only reads; what it began is rolled back at the end."""
    with _engine_in_force().connect() as connection:
        yield connection


@contextmanager
def writing() -> Iterator[Connection]:
    """A connection in one transaction: all of it is kept, or, on an error, nothing of it."""
    with _engine_in_force().execution_options(writes=True).begin() as connection:
        yield connection


def _engine_in_force() -> Engine:
    # Keyed by the two settings that decide the address: reading all settings anew costs more than
    # the question that is usually asked, "is this session alive".
    return _engine(os.environ.get("LUKO_STORE_URL"), os.environ.get("LUKO_DATA"), os.getpid())


@cache
def _engine(_store_url: str | None, _data: str | None, _process: int) -> Engine:
    """One pool for each address; a forked child gets its own, because connections do not survive a fork."""
    address = settings().store_address
    sqlite = address.startswith("sqlite")
    # Values stay out of messages and logs: among them are names and password hashes.
    waiting = {"timeout": BUSY_SECONDS} if sqlite else {}
    engine = create_engine(address, hide_parameters=True, pool_pre_ping=not sqlite, connect_args=waiting)
    if sqlite:
        event.listen(engine, "connect", _configure)
        event.listen(engine, "begin", _begin)
    schema.bring_up_to_date(engine)
    return engine


def _configure(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # sqlite3 would begin on its own, and only before a write
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = normal")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once, without waiting, when another
    # process wrote in between. A writer therefore takes its turn before its first question.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("begin immediate" if writes else "begin")
