"""Reading accounts, and turning one into the reader that is handed down to pages and queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, select

from luko import access, store
from luko.access import Reader
from luko.store.tables import account_roles, accounts


@dataclass(frozen=True)
class Account:
    """One account as it stands in the store, with the roles it holds at this moment."""

    account_id: int
    name: str
    display_name: str
    organisation: str | None
    roles: tuple[str, ...]
    is_demo: bool
    created_at: datetime
    disabled: bool


def with_roles() -> Select[Any]:
    """The select behind every account: one row per account and role, by name."""
    return (
        select(accounts, account_roles.c.role)
        .outerjoin_from(accounts, account_roles)
        .order_by(accounts.c.name, account_roles.c.role)
    )


def from_rows(rows: Iterable[Row[Any]]) -> list[Account]:
    """The accounts in rows of `with_roles()`."""
    return [_account(list(of_one)) for _, of_one in groupby(rows, key=lambda row: row.account_id)]


def _account(rows: list[Row[Any]]) -> Account:
    row = rows[0]
    return Account(
        account_id=row.account_id,
        name=row.name,
        display_name=row.display_name or row.name.capitalize(),
        organisation=row.organisation,
        roles=tuple(each.role for each in rows if each.role is not None),
        is_demo=row.is_demo,
        created_at=row.created_at,
        disabled=row.disabled_at is not None,
    )


def spelled(name: str) -> str:
    """A name as the store keeps it: telephones like to begin one with a capital."""
    return name.strip().casefold()


def find(name: str) -> Account | None:
    """The account with this name, disabled or not; None when there is none."""
    with store.reading() as connection:
        found = from_rows(connection.execute(with_roles().where(accounts.c.name == spelled(name))))
    return found[0] if found else None


def every() -> list[Account]:
    """All accounts, disabled ones too, by name."""
    with store.reading() as connection:
        return from_rows(connection.execute(with_roles()))


def password_hash_of(account: Account | None) -> str | None:
    """The bcrypt hash of an account's password; None for no account, with a question asked all the same."""
    wanted = account.account_id if account else None
    with store.reading() as connection:
        return connection.execute(select(accounts.c.password_hash).where(accounts.c.account_id == wanted)).scalar()


def reader_of(account: Account) -> Reader:
    """The reader this account is now: roles and their meaning are read again; disabled means no rights."""
    with store.reading() as connection:
        now = from_rows(connection.execute(with_roles().where(accounts.c.account_id == account.account_id)))
    roles = now[0].roles if now and not now[0].disabled else ()
    return access.reader(account.name, account.organisation, roles)
