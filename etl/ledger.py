"""The load ledger: a file of its own beside the warehouse, with every load, reject and night."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    NullPool,
    String,
    Table,
    create_engine,
    insert,
    select,
    update,
)

from luko.config import settings

_metadata = MetaData()

loads = Table(
    "loads",
    _metadata,
    Column("load_id", String, primary_key=True),
    *[Column(name, String) for name in ("at", "file", "source", "sha256")],
    *[Column(name, Integer) for name in ("read", "accepted", "unchanged", "rejected", "waiting")],
    Column("refused", Integer),
    Column("delivered_as", String),  # where in the inbox the file lay; emptied once it has been moved
)
rejects = Table(
    "rejects",
    _metadata,
    Column("id", Integer, primary_key=True),
    *[Column(name, String) for name in ("load_id", "file", "sha256")],
    Column("line", Integer),
    *[Column(name, String) for name in ("column", "value", "reason")],
)
nights = Table(
    "nights",
    _metadata,
    Column("id", Integer, primary_key=True),
    *[Column(name, String) for name in ("at", "sentence")],
    Column("exit", Integer),
)

COUNTS = ("read", "accepted", "unchanged", "rejected", "waiting")


def opened() -> Engine:
    """The ledger, made on first use."""
    settings().data.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{settings().data / 'ledger.sqlite'}", poolclass=NullPool)
    _metadata.create_all(engine)
    return engine


def record_loads(new_loads: Iterable[dict[str, Any]], set_aside: Iterable[dict[str, Any]]) -> None:
    """Add loads and rejects in one step; what the ledger holds already is left as it is.

    The same file (sha256), line and column is listed once.
    """
    with opened().begin() as ledger:
        known = set(ledger.scalars(select(loads.c.load_id)))
        added = [load for load in new_loads if load["load_id"] not in known]
        if added:
            ledger.execute(insert(loads), added)
        delivered = {row.load_id: row for row in ledger.execute(select(loads))}
        listed = {tuple(row) for row in ledger.execute(select(rejects.c.sha256, rejects.c.line, rejects.c.column))}
        for row in set_aside:
            load = delivered[row["load_id"]]
            if (place := (load.sha256, row["line"], row["column"])) in listed:
                continue
            listed.add(place)
            ledger.execute(insert(rejects), {"file": load.file, "sha256": load.sha256} | row)


def unsettled() -> list[dict[str, Any]]:
    """Loads whose file may still lie where it was delivered."""
    with opened().connect() as ledger:
        return [dict(row._mapping) for row in ledger.execute(select(loads).where(loads.c.delivered_as != ""))]


def settled(load_id: str) -> None:
    """Remember that the file of this load has been moved."""
    with opened().begin() as ledger:
        ledger.execute(update(loads).where(loads.c.load_id == load_id).values(delivered_as=""))


def record_night(at: str, exit_code: int, sentence: str) -> None:
    """Add how a night ended."""
    with opened().begin() as ledger:
        ledger.execute(insert(nights), {"at": at, "exit": exit_code, "sentence": sentence})


def last_night() -> dict[str, Any] | None:
    """`at`, `exit` and `sentence` of the newest night, or None."""
    with opened().connect() as ledger:
        row = ledger.execute(select(nights).order_by(nights.c.id.desc()).limit(1)).first()
    return {"at": row.at, "exit": row.exit, "sentence": row.sentence} if row else None


def all_loads() -> list[dict[str, Any]]:
    """Every load, newest first, in the form of `status --json`."""
    shown = [loads.c[name] for name in ("load_id", "at", "file", "source", "sha256", *COUNTS)]
    with opened().connect() as ledger:
        return [dict(row._mapping) for row in ledger.execute(select(*shown).order_by(loads.c.load_id.desc()))]


def all_rejects() -> list[dict[str, Any]]:
    """Every row or cell set aside, oldest load first, in the form of `rejects --json`."""
    shown = [rejects.c[name] for name in ("load_id", "file", "line", "column", "value", "reason")]
    in_order = (rejects.c.load_id, rejects.c.line, rejects.c.id)
    with opened().connect() as ledger:
        return [dict(row._mapping) for row in ledger.execute(select(*shown).order_by(*in_order))]
