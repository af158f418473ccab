"""Reference data: mappings, codebook, partner register, roles, norms.

The default set lies beside this module. The copy in `<LUKO_DATA>/reference/`, made on first use, is in
force: it is what people, commands and pages edit.
"""

import shutil
from functools import lru_cache
from pathlib import Path

import polars as pl

from luko.config import settings

DEFAULTS = Path(__file__).resolve().parent


def folder() -> Path:
    """The folder of the set in force; a file that is missing there is copied from the default set."""
    in_force = settings().folder("reference")
    for default in DEFAULTS.glob("*.csv"):
        if not (in_force / default.name).exists():
            shutil.copyfile(default, in_force / default.name)
    return in_force


def read(name: str) -> pl.DataFrame:
    """One reference table, all columns text, empty cells null."""
    file = folder() / f"{name}.csv"
    about = file.stat()
    return _read(file, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=64)
def _read(file: Path, _changed: int, _size: int) -> pl.DataFrame:
    return pl.read_csv(file, infer_schema=False)
