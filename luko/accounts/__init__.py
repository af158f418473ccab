"""Accounts: who may log in, for which organisation, with which roles."""

from luko.accounts.changing import add, disable, refuse_new, set_roles
from luko.accounts.demo import make_demo_accounts
from luko.accounts.reading import Account, every, find, password_hash_of, reader_of
from luko.accounts.rules import NotPossible

__all__ = [
    "Account",
    "NotPossible",
    "add",
    "disable",
    "every",
    "find",
    "make_demo_accounts",
    "password_hash_of",
    "reader_of",
    "refuse_new",
    "set_roles",
]
