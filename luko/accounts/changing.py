"""Changing accounts: each change is checked first, and kept together with its entry in the audit."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from luko import audit, store
from luko.accounts import rules
from luko.accounts.reading import spelled
from luko.accounts.rules import NotPossible
from luko.store.tables import account_roles, accounts, sessions


def refuse_new(name: str, roles: Iterable[str], organisation: str | None, *, force: bool = False) -> None:
    """Raise NotPossible when this account cannot be added; asked before anyone types a password."""
    rules.refuse_unfit_name(name)
    rules.refuse_unknown_organisation(organisation)
    rules.refuse_unfit_roles(list(roles), organisation, force=force)
    with store.reading() as connection:
        _refuse_existing(connection, name)


def add(
    name: str,
    password: str,
    roles: Iterable[str],
    organisation: str | None = None,
    *,
    actor: str,
    force: bool = False,
) -> None:
    """Add an account; raises NotPossible when name, password, roles or organisation will not do."""
    held = sorted(set(roles))
    refuse_new(name, held, organisation, force=force)
    password_hash = rules.hashed(password)
    with store.writing() as connection:
        _refuse_existing(connection, name)
        insert_account(connection, name, password_hash, held, organisation)
        audit.record(actor, "account_added", spelled(name), within=connection, roles=held, forced=force)


def set_roles(name: str, roles: Iterable[str], *, actor: str, force: bool = False) -> None:
    """Replace the roles of an account; raises NotPossible for an unknown account or role."""
    held = sorted(set(roles))
    with store.writing() as connection:
        account_id = _existing(connection, name)
        organisation = connection.execute(
            select(accounts.c.organisation).where(accounts.c.account_id == account_id)
        ).scalar()
        rules.refuse_unfit_roles(held, organisation, force=force)
        connection.execute(delete(account_roles).where(account_roles.c.account_id == account_id))
        _insert_roles(connection, account_id, held)
        audit.record(actor, "roles_set", spelled(name), within=connection, roles=held, forced=force)


def disable(name: str, *, actor: str) -> None:
    """Close an account: it cannot log in any more and its sessions end; NotPossible when it is unknown."""
    now = datetime.now(UTC)
    with store.writing() as connection:
        account_id = _existing(connection, name)
        still_enabled = (accounts.c.account_id == account_id, accounts.c.disabled_at.is_(None))
        connection.execute(update(accounts).where(*still_enabled).values(disabled_at=now))
        end_sessions(connection, account_id, now)
        audit.record(actor, "account_disabled", spelled(name), within=connection)


def insert_account(
    connection: Connection,
    name: str,
    password_hash: str,
    roles: list[str],
    organisation: str | None,
    *,
    is_demo: bool = False,
) -> None:
    """Add the rows of one account, unchecked; a name with capitals is kept for show."""
    row = {
        "name": spelled(name),
        "display_name": name if name != spelled(name) else None,
        "organisation": organisation,
        "password_hash": password_hash,
        "is_demo": is_demo,
        "created_at": datetime.now(UTC),
    }
    added = connection.execute(insert(accounts).values(row).returning(accounts.c.account_id))
    _insert_roles(connection, added.scalar_one(), roles)


def end_sessions(connection: Connection, account_id: int, now: datetime) -> None:
    """End every open session of one account."""
    open_ones = (sessions.c.account_id == account_id, sessions.c.ended_at.is_(None))
    connection.execute(update(sessions).where(*open_ones).values(ended_at=now))


def _insert_roles(connection: Connection, account_id: int, roles: list[str]) -> None:
    if roles:
        rows = [{"account_id": account_id, "role": role} for role in roles]
        connection.execute(insert(account_roles), rows)


def _account_id(connection: Connection, name: str) -> int | None:
    found = select(accounts.c.account_id).where(accounts.c.name == spelled(name))
    return connection.execute(found).scalar()


def _existing(connection: Connection, name: str) -> int:
    account_id = _account_id(connection, name)
    if account_id is None:
        raise NotPossible(f"Het account {name!r} bestaat niet.")
    return account_id


def _refuse_existing(connection: Connection, name: str) -> None:
    if _account_id(connection, name) is not None:
        raise NotPossible(f"Het account {spelled(name)!r} bestaat al.")
