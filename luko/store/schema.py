"""The schema of the store: migrations, applied on first use and safe when two processes start at once."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_ADVISORY_LOCK = 5_285_111  # any number, as long as all processes of LUKO use the same one


def bring_up_to_date(engine: Engine) -> None:
    """Apply the migrations that the store does not have yet; a store that has them all costs one question."""
    _make_ready(engine)
    with engine.execution_options(writes=True).begin() as connection:  # on SQLite: one process at a time
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


def _make_ready(engine: Engine) -> None:
    """For an SQLite file: make it, private and in WAL mode, so that readers do not wait for a writer."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file:
        return
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).touch(mode=0o600)
    Path(file).chmod(0o600)  # also when it was put back from a copy; SQLite's side files follow it
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("pragma journal_mode = wal")
    finally:
        raw.close()
