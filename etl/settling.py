"""After publishing: the ledger is written and files leave the inbox. Every step may be repeated after a crash."""

import hashlib
import shutil
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import ledger, sources, versions
from luko.config import settings

REFUSED_DAYS = 30


def place_in_inbox(file: Path) -> str:
    """Where in the inbox a file lies; empty for a file from elsewhere, which is copied and left."""
    inside = file.absolute().parent.resolve() == settings().folder("inbox").resolve()
    return str(file.absolute()) if inside else ""


def refused_load(load_id: str, file: Path, started_at: datetime) -> dict[str, Any]:
    """A refused file as a row of the ledger, all counts 0; a file from elsewhere is copied to rejects/ at once."""
    place = place_in_inbox(file)
    if not place:
        _keep_refused(file, load_id)
    return {
        "load_id": load_id,
        "at": started_at.isoformat(timespec="seconds"),
        "file": file.name,
        "source": sources.name_of(file),
        "sha256": fingerprint_of(file),
        **dict.fromkeys(ledger.COUNTS, 0),
        "refused": 1,
        "delivered_as": place,
    }


def finish() -> None:
    """What a night that was killed after publishing left undone, and the sweeping of what is kept for a while."""
    served = versions.served()
    if served is not None:
        with duckdb.connect(str(served), read_only=True) as warehouse:
            loads = warehouse.sql("select * from bronze.loads").pl().to_dicts()
            released = warehouse.sql("select * exclude (key) from bronze.released").pl().to_dicts()
        settle(loads, released)
    _move_away(ledger.unsettled())
    for file in settings().folder("rejects").iterdir():
        if time.time() - file.stat().st_mtime > REFUSED_DAYS * 24 * 3600:
            file.unlink()


def settle(loads: list[dict[str, Any]], set_aside: list[dict[str, Any]]) -> None:
    """Write loads and rejects into the ledger, then let their files leave the inbox."""
    if not loads and not set_aside:
        return
    ledger.record_loads(loads, set_aside)
    _move_away(ledger.unsettled())


def _move_away(loads: list[dict[str, Any]]) -> None:
    for load in loads:
        file = Path(load["delivered_as"])
        # A file that was replaced while the night ran is another delivery; it stays for the next night.
        if file.exists() and fingerprint_of(file) == load["sha256"]:
            if load["refused"]:
                _keep_refused(file, load["load_id"])
            file.unlink()
        ledger.settled(load["load_id"])


def _keep_refused(file: Path, load_id: str) -> None:
    folder = settings().folder("rejects")
    kept = folder / file.name
    if kept.exists():
        kept = folder / f"{load_id}_{file.name}"
    shutil.copyfile(file, kept)
    kept.chmod(0o600)


def fingerprint_of(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
