"""The tables of the store, as SQLAlchemy sees them; migrations make them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: D102
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: D102
        read: datetime | None = value
        return read.replace(tzinfo=UTC) if read and read.tzinfo is None else read


# One row per account; the name is what someone logs in with, always in lower case.
accounts = Table(
    "accounts",
    metadata,
    Column("account_id", Integer, primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("display_name", String(100)),
    Column("organisation", String(100)),
    Column("password_hash", String(100), nullable=False),
    Column("is_demo", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
)

# One row per account and role.
account_roles = Table(
    "account_roles",
    metadata,
    Column("account_id", Integer, ForeignKey("accounts.account_id"), primary_key=True),
    Column("role", String(100), primary_key=True),
)

# One row per login; the browser's token itself is nowhere, only its SHA-256.
sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.account_id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("last_seen_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

# One row per act; rows are only ever added, triggers refuse the rest.
audit = Table(
    "audit",
    metadata,
    Column("entry_id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(100), nullable=False),
    Column("act", String(50), nullable=False),
    Column("subject", String(200)),
    Column("detail", JSON, nullable=False),
)
