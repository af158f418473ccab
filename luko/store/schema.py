"""The schema of the store: migrations, applied on first use and safe when two processes start at once."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_ADVISORY_LOCK = 5_285_111  # any number, as long as all processes of LUKO use the same one


def bring_up_to_date(engine: Engine) -> None:
    """Apply the migrations that the store does not have yet; a store that has them all costs one question."""
    with _one_at_a_time(engine), engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if _version(connection) != _newest():
            _upgrade(connection)


def _newest() -> str:
    """The newest revision; its files are called `<revision>_<what it does>.py`."""
    return max(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return version


def _upgrade(connection: Connection) -> None:
    # Imported here: alembic takes a quarter of a second that a command on a ready store need not wait.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    command.upgrade(config, "head")


@contextmanager
def _one_at_a_time(engine: Engine) -> Iterator[None]:
    """For an SQLite file: make it, private and in WAL mode, while no other process does the same."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file == ":memory:":
        yield
        return
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    with Path(f"{file}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        Path(file).touch(mode=0o600)
        Path(file).chmod(0o600)  # also when it was put back from a copy; SQLite's side files follow it
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("pragma journal_mode = wal")
        finally:
            raw.close()
        yield
