"""The store: made once, private, patient with other processes, and an audit that only grows."""

import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from luko import audit, store
from luko.store import tables
from tests.browser.server import REPOSITORY, environment

FIRST_USE = "from luko import audit; audit.record('test', 'first_use')"


def entries():
    with store.reading() as connection:
        return connection.execute(select(tables.audit).order_by(tables.audit.c.entry_id)).all()


def test_many_processes_that_start_at_once_make_one_store(data):
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", FIRST_USE], cwd=REPOSITORY, env=environment(data), stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for process in starting:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
    assert [entry.act for entry in entries()] == ["first_use"] * 4


def test_the_store_is_for_its_owner_only_also_when_put_back_from_a_copy(data):
    audit.record("test", "first_use")
    file = data / "store.sqlite"
    assert file.stat().st_mode & 0o777 == 0o600
    assert all(side.stat().st_mode & 0o077 == 0 for side in data.glob("store.sqlite-*"))
    file.chmod(0o644)
    subprocess.run([sys.executable, "-c", FIRST_USE], cwd=REPOSITORY, env=environment(data), check=True)
    assert file.stat().st_mode & 0o777 == 0o600


def test_readers_and_writers_do_not_wait_for_each_other(data):
    audit.record("test", "first_use")
    with store.reading() as reader:
        assert len(reader.execute(select(tables.audit)).all()) == 1
        audit.record("test", "meanwhile")
        with store.writing() as connection:
            audit.record("test", "half_done", within=connection)
            assert [entry.act for entry in entries()] == ["first_use", "meanwhile"]
        assert len(reader.execute(select(tables.audit)).all()) == 1


def test_a_writer_waits_for_the_writer_of_another_process(data):
    audit.record("test", "first_use")
    other = sqlite3.connect(data / "store.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    release = threading.Timer(0.5, other.execute, ["commit"])
    release.start()
    started = time.monotonic()
    audit.record("test", "waited")
    assert time.monotonic() - started >= 0.4
    release.join()
    other.close()
    assert [entry.act for entry in entries()] == ["first_use", "waited"]


def test_who_reads_before_writing_is_not_overtaken(data):
    audit.record("test", "first_use")
    other = sqlite3.connect(data / "store.sqlite", timeout=10, check_same_thread=False)
    overtaking = threading.Thread(target=_add_an_entry, args=[other])
    with store.writing() as connection:
        assert len(connection.execute(select(tables.audit)).all()) == 1
        overtaking.start()
        overtaking.join(0.5)
        audit.record("test", "read_first", within=connection)
    overtaking.join()
    assert [entry.act for entry in entries()] == ["first_use", "read_first", "second"]


def _add_an_entry(connection):
    connection.execute("insert into audit values (null, '2026-11-22 09:00:00', 'test', 'second', null, '{}')")
    connection.commit()
    connection.close()


def test_what_fails_half_way_leaves_nothing(data):
    with pytest.raises(RuntimeError), store.writing() as connection:
        audit.record("test", "half_done", within=connection)
        raise RuntimeError
    assert entries() == []


@pytest.mark.parametrize("change", [update(tables.audit).values(act="anders"), delete(tables.audit)])
def test_the_audit_only_grows(data, change):
    audit.record("test", "kept", "onderwerp", number=1)
    with pytest.raises(IntegrityError, match="append-only"), store.writing() as connection:
        connection.execute(change)
    entry = entries()[0]
    assert (entry.actor, entry.act, entry.subject, entry.detail) == ("test", "kept", "onderwerp", {"number": 1})
    assert entry.at.tzinfo is not None


def test_the_migrations_make_the_tables_that_the_code_knows(data):
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_an_error_does_not_show_the_values(data):
    with pytest.raises(IntegrityError) as error, store.writing() as connection:
        for _ in range(2):
            connection.execute(tables.sessions.insert().values(token_hash="geheim", account_id=1, created_at=None))
    assert "geheim" not in str(error.value)
