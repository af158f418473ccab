"""The audit: who did what, when. It only grows, and knows people by their username alone."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from luko import store
from luko.store import tables

Detail = str | int | float | bool | list[str] | None


def record(
    actor: str, act: str, subject: str | None = None, *, within: Connection | None = None, **detail: Detail
) -> None:
    """Add one entry: `actor` did `act` to `subject`, with details that are no personal data.

    `within` is the transaction of the act itself, so that there is no act without its entry.
    """
    entry = insert(tables.audit).values(at=datetime.now(UTC), actor=actor, act=act, subject=subject, detail=detail)
    if within is not None:
        within.execute(entry)
        return
    with store.writing() as connection:
        connection.execute(entry)
