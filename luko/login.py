"""Passwords: hashing and checking, by streamlit-authenticator's bcrypt. The one module that knows them."""

import logging
from functools import cache
from typing import Any

LONGEST_BYTES = 72  # bcrypt reads no further; two passwords that differ after it would be the same


class NotAPassword(ValueError):  # noqa: N818  (the sentence of the refusal is its message)
    """A password that cannot be set; the message says why, in Dutch."""


def hashed(password: str) -> str:
    """The bcrypt hash to keep for a password; raises NotAPassword when it is empty or too long."""
    if not password.strip():
        raise NotAPassword("Het wachtwoord is leeg; kies een wachtwoord.")
    if len(password.encode()) > LONGEST_BYTES:
        raise NotAPassword(f"Het wachtwoord is langer dan {LONGEST_BYTES} bytes; kies een korter wachtwoord.")
    kept: str = _hasher().hash(password)
    return kept


def fits(password: str, kept: str | None) -> bool:
    """Whether a password belongs to a kept hash; without one (an unknown name) it takes as long to say no."""
    too_long = len(password.encode()) > LONGEST_BYTES
    matches = _hasher().check_pw("te lang" if too_long else password, kept or _hash_of_nobody())
    return bool(matches) and kept is not None and not too_long


@cache
def _hash_of_nobody() -> str:
    return hashed("van niemand")


@cache
def _hasher() -> Any:
    # Imported late, because it brings Streamlit along, which a command that only lists accounts need
    # not wait for; and silently, because outside a page Streamlit warns that there is no page.
    logging.disable(logging.WARNING)
    try:
        from streamlit_authenticator.utilities.hasher import Hasher  # noqa: PLC0415
    finally:
        logging.disable(logging.NOTSET)
    return Hasher


def get_ready() -> None:
    """Do the slow first steps now, so that the first person to log in takes as long as the others."""
    _hash_of_nobody()
