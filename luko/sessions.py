"""Sessions: who is logged in. The browser holds a random token, the store only its SHA-256."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, insert, update

from luko import store
from luko.accounts.reading import Account, from_rows, with_roles
from luko.store.tables import accounts, sessions

IDLE_LIMIT = timedelta(hours=8)
ABSOLUTE_LIMIT = timedelta(hours=24)
SEEN_AT_MOST_EVERY = timedelta(minutes=1)  # one write per person per minute, not one per request

# Asked for every request and, every two seconds, for every open page: built once, bound each time.
_ALIVE = (
    with_roles()
    .add_columns(sessions.c.last_seen_at)
    .join(sessions, sessions.c.account_id == accounts.c.account_id)
    .where(
        sessions.c.token_hash == bindparam("hash"),
        sessions.c.ended_at.is_(None),
        sessions.c.created_at > bindparam("begun_after"),
        sessions.c.last_seen_at > bindparam("seen_after"),
        accounts.c.disabled_at.is_(None),
    )
)


def start(account: Account) -> str:
    """Begin a session and return the token for the cookie; it is kept nowhere else."""
    token = secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    with store.writing() as connection:
        connection.execute(
            insert(sessions).values(
                token_hash=_hash(token), account_id=account.account_id, created_at=now, last_seen_at=now
            )
        )
    return token


def account_of(token: str | None, *, seen: bool = False) -> Account | None:
    """Whose session this is; None when unknown, ended, timed out, or of a disabled account.

    `seen` says that a person is doing something, which puts off the idle time-out.
    """
    if not token:
        return None
    now = datetime.now(UTC)
    asked = {"hash": _hash(token), "begun_after": now - ABSOLUTE_LIMIT, "seen_after": now - IDLE_LIMIT}
    with store.reading() as connection:
        rows = connection.execute(_ALIVE, asked).all()
    if not rows:
        return None
    if seen and now - rows[0].last_seen_at > SEEN_AT_MOST_EVERY:
        _touch(token, now)
    return from_rows(rows)[0]


def end(token: str) -> None:
    """End a session; every copy of its cookie is refused from now on."""
    open_one = (sessions.c.token_hash == _hash(token), sessions.c.ended_at.is_(None))
    with store.writing() as connection:
        connection.execute(update(sessions).where(*open_one).values(ended_at=datetime.now(UTC)))


def _touch(token: str, now: datetime) -> None:
    with store.writing() as connection:
        mine = sessions.c.token_hash == _hash(token)
        connection.execute(update(sessions).where(mine).values(last_seen_at=now))


def _hash(token: str) -> str:
    # A token of 256 random bits cannot be guessed, so a fast hash without salt is enough.
    return hashlib.sha256(token.encode()).hexdigest()
