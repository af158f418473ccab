"""Accounts with their roles, sessions, and an audit that only grows."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the four tables and the triggers that keep the audit as it was written."""
    _accounts()
    _sessions()
    _audit()
    postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in POSTGRESQL_TRIGGERS if postgresql else SQLITE_TRIGGERS:
        op.execute(statement)


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(100), nullable=False, unique=True),
        sa.Column("display_name", sa.String(100)),
        sa.Column("organisation", sa.String(100)),
        sa.Column("password_hash", sa.String(100), nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("disabled_at", MOMENT),
    )
    op.create_table(
        "account_roles",
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.account_id"), primary_key=True),
        sa.Column("role", sa.String(100), primary_key=True),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.account_id"), nullable=False, index=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_seen_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("entry_id", sa.Integer, primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(100), nullable=False),
        sa.Column("act", sa.String(50), nullable=False),
        sa.Column("subject", sa.String(200)),
        sa.Column("detail", sa.JSON, nullable=False),
    )


SQLITE_TRIGGERS = [
    f"create trigger audit_refuses_{act} before {act} on audit begin select raise(abort, 'audit is append-only'); end"
    for act in ("update", "delete")
]
POSTGRESQL_TRIGGERS = [
    "create function audit_refuses() returns trigger language plpgsql as "
    "$$ begin raise exception 'audit is append-only'; end $$",
    "create trigger audit_refuses before update or delete or truncate on audit "
    "for each statement execute function audit_refuses()",
]
