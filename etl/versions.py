"""Versions of the warehouse: built beside the served one, and served by one atomic rename.

Readers follow the symlink `warehouse.duckdb`; five versions are kept for rollback.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.problems import BrokenOffError
from luko.config import settings

KEPT = 5
_BUILDING = ".building"


@dataclass
class Building:
    """A new version under construction; it is dropped unless `served` becomes True."""

    version: str
    file: Path
    connection: duckdb.DuckDBPyConnection
    served: bool = False


def served() -> Path | None:
    """The file of the version being served, or None when there is none yet.

    Raises BrokenOffError when the link points at nothing: that is loss, not a first night.
    """
    if settings().warehouse.startswith("ducklake:"):
        raise BrokenOffError("LUKO_WAREHOUSE wijst naar DuckLake; deze versie kent alleen een DuckDB-bestand.")
    link = settings().warehouse_path
    if link.is_symlink() and not link.exists():
        raise BrokenOffError(f"{link.name} verwijst naar een versie die er niet meer is; zet die eerst terug.")
    return link.resolve() if link.exists() else None


def name_for(moment: datetime) -> str:
    """The name of a version: its moment in UTC, so that names sort by age."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")


@contextmanager
def beside_the_served_one(version: str) -> Iterator[Building]:
    """A copy of the served warehouse (or an empty one) to build the next version in."""
    folder = settings().folder("versions")
    for left_over in folder.glob(f"*{_BUILDING}*"):
        left_over.unlink()
    file = folder / f"{version}{_BUILDING}"
    before = served()
    if before is not None:
        shutil.copyfile(before, file)
    connection = duckdb.connect(str(file))
    connection.sql("set preserve_insertion_order = true")
    connection.sql("set timezone = 'UTC'")
    building = Building(version, file, connection)
    try:
        yield building
    finally:
        connection.close()
        if not building.served:
            for left_over in folder.glob(f"{file.name}*"):
                left_over.unlink()


def serve(building: Building) -> None:
    """Close the new version, put it in its place and let readers see it from now on."""
    building.connection.sql("checkpoint")
    building.connection.close()
    finished = building.file.with_name(f"{building.version}.duckdb")
    _flush(building.file)
    building.file.rename(finished)
    building.served = True
    _point_to(finished)
    for old in sorted(finished.parent.glob("*.duckdb"))[:-KEPT]:
        old.unlink()


def _point_to(version: Path) -> None:
    link = settings().warehouse_path
    link.parent.mkdir(parents=True, exist_ok=True)
    new_link = link.with_name(f"{link.name}.next")
    new_link.unlink(missing_ok=True)
    new_link.symlink_to(os.path.relpath(version, link.parent))
    new_link.rename(link)
    _flush(link.parent)


def _flush(path: Path) -> None:
    """Write a file or folder through to disk, so that a power cut can not undo the rename after it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
