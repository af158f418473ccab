"""What the served version was built with, so that a night without deliveries knows whether anything changed."""

import hashlib

import duckdb

from etl import versions
from luko import reference, sqlfiles


def current() -> str:
    """One hash over the reference data in force and all files under sql/."""
    digest = hashlib.sha256()
    files = [*sorted(reference.folder().glob("*.csv")), *sorted(sqlfiles.ROOT.rglob("*.sql"))]
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def changed() -> bool:
    """Whether there is a served version, built with other reference data or SQL than now."""
    served = versions.served()
    if served is None:
        return False
    with duckdb.connect(str(served), read_only=True) as warehouse:
        (built_with,) = warehouse.execute("select fingerprint from reference.this_version").fetchall()[0]
    return bool(built_with != current())
