"""The demo accounts of contract section 6: one for each kind of reader."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select, update

from luko import audit, store
from luko.accounts import rules
from luko.accounts.changing import end_sessions, insert_account
from luko.accounts.rules import MIJN_AANSLUITING
from luko.store.tables import accounts

ACCOUNTS: dict[str, tuple[list[str], str | None]] = {
    "mila": (["mijn_aansluiting"], MIJN_AANSLUITING),
    "sam": (["synfra"], "Synfra"),
    "kees": (["keten"], "Oosterwiel"),
    "lana": (["landelijk", "verkenner"], MIJN_AANSLUITING),
    "dirk": (["databeheer", "landelijk"], MIJN_AANSLUITING),
    "toos": (["toegangsbeheer"], MIJN_AANSLUITING),
    "nora": ([], None),
}


@dataclass(frozen=True)
class Made:
    """What `make_demo_accounts` did: names newly made, names left alone, and the password when it is new."""

    added: list[str]
    left_alone: list[str]
    new_password: str | None


def make_demo_accounts(password: str, *, actor: str) -> Made:
    """Make the demo accounts that are missing and set the password of all; an empty one is drawn at random.

    An account that carries a demo name without being a demo account belongs to a person: it is left
    alone. Raises NotPossible when the password cannot be set.
    """
    new_password = None if password else secrets.token_urlsafe(9)
    password_hash = rules.hashed(password or new_password or "")
    with store.writing() as connection:
        known = {row.name: row for row in connection.execute(select(accounts).where(accounts.c.name.in_(ACCOUNTS)))}
        added = [name for name in ACCOUNTS if name not in known]
        for name in added:
            roles, organisation = ACCOUNTS[name]
            insert_account(connection, name, password_hash, roles, organisation, is_demo=True)
        for row in known.values():
            if row.is_demo:
                _set_password(connection, row.account_id, password_hash)
        audit.record(actor, "demo_accounts_made", within=connection, added=added)
    return Made(added, sorted(name for name, row in known.items() if not row.is_demo), new_password)


def _set_password(connection: Connection, account_id: int, password_hash: str) -> None:
    mine = accounts.c.account_id == account_id
    connection.execute(update(accounts).where(mine).values(password_hash=password_hash))
    end_sessions(connection, account_id, datetime.now(UTC))
