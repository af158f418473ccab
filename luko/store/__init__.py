"""The store of all that people do and enter: accounts, sessions, audit. SQLite, or PostgreSQL by a setting.

Open it with `reading()` or `writing()`; the tables are in `luko.store.tables`, their history in
`luko/store/migrations`.
"""

from luko.store.opening import reading, writing

__all__ = ["reading", "writing"]
