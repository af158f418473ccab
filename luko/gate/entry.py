"""Entering: from a name and a password to a session, with every attempt in the audit."""

from luko import accounts, audit, login, sessions

NOBODY = "onbekend"  # a name that is not ours may well be a password typed in the wrong box: not written down


def enter(name: str, password: str) -> str | None:
    """The token of a new session; None for an unknown name, a wrong password or a disabled account.

    All refusals do the same work, so that they take the same time.
    """
    account = accounts.find(name)
    right = login.fits(password, accounts.password_hash_of(account))
    if account is None or not right or account.disabled:
        audit.record(account.name if account else NOBODY, "login_failed")
        return None
    token = sessions.start(account)
    audit.record(account.name, "login")
    return token


def leave(token: str | None) -> None:
    """End the session behind a token, if there still is one."""
    account = sessions.account_of(token)
    if account is not None and token is not None:
        sessions.end(token)
        audit.record(account.name, "logout")


def note_refusal(name: str) -> None:
    """Put in the audit that attempts on an account had to wait."""
    account = accounts.find(name)
    audit.record(account.name if account else NOBODY, "login_throttled")
