"""How long a session lives, and what the store knows of it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from luko import accounts, sessions, store
from luko.store import tables

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def nora(data):
    accounts.make_demo_accounts("oefenen-mag", actor="test")
    return accounts.find("nora")


def test_the_store_keeps_only_the_hash_of_a_token(nora, data):
    token = sessions.start(nora)
    with store.reading() as connection:
        kept = connection.execute(select(tables.sessions.c.token_hash)).scalar()
    assert len(token) >= 43
    assert kept != token
    assert sessions.account_of(kept) is None
    assert all(token.encode() not in file.read_bytes() for file in data.iterdir() if file.is_file())


def test_a_session_is_over_after_eight_idle_hours(nora):
    with time_machine.travel(START, tick=False) as clock:
        token = sessions.start(nora)
        clock.shift(sessions.IDLE_LIMIT - timedelta(seconds=1))
        assert sessions.account_of(token) == nora
        clock.shift(timedelta(seconds=2))
        assert sessions.account_of(token) is None


def test_being_seen_puts_off_the_idle_limit_and_being_watched_does_not(nora):
    with time_machine.travel(START, tick=False) as clock:
        seen, watched = sessions.start(nora), sessions.start(nora)
        clock.shift(timedelta(hours=7))
        sessions.account_of(seen, seen=True)
        sessions.account_of(watched)
        clock.shift(timedelta(hours=7))
        assert sessions.account_of(seen) == nora
        assert sessions.account_of(watched) is None


def test_a_session_is_over_after_a_day_however_busy(nora):
    with time_machine.travel(START, tick=False) as clock:
        token = sessions.start(nora)
        for _ in range(23):
            clock.shift(timedelta(hours=1))
            assert sessions.account_of(token, seen=True) == nora
        clock.shift(timedelta(hours=1, seconds=1))
        assert sessions.account_of(token, seen=True) is None


@pytest.mark.parametrize("token", [None, "", "verzonnen"])
def test_no_token_and_an_unknown_one_are_nobody(nora, token):
    assert sessions.account_of(token) is None


def test_an_ended_session_is_over(nora):
    token = sessions.start(nora)
    sessions.end(token)
    assert sessions.account_of(token) is None


def test_a_reader_has_the_rights_of_this_moment(nora):
    assert accounts.reader_of(nora).grants == ()
    accounts.set_roles("nora", ["keten"], actor="test")
    assert accounts.reader_of(nora).touchpoints == [5]
    accounts.disable("nora", actor="test")
    assert accounts.reader_of(nora).grants == ()


def test_a_new_demo_password_ends_the_sessions_of_before(nora):
    token = sessions.start(nora)
    accounts.make_demo_accounts("een-ander-woord", actor="test")
    assert sessions.account_of(token) is None
