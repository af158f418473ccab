"""Faults: the person gets a reference number, the log gets the detail under that same number."""

import secrets

import structlog

_log = structlog.get_logger()


def report(error: BaseException, *, where: str) -> str:
    """Log an error with its traceback and return its reference number, such as `7F3A2C`."""
    reference = secrets.token_hex(3).upper()
    _log.error("fault", reference=reference, where=where, exc_info=error)
    return reference
