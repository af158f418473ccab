"""Faults: the person gets a reference number, the log gets the detail under that same number."""

import secrets
import sys

import structlog
from structlog.tracebacks import ExceptionDictTransformer

_AS_JSON: list[structlog.typing.Processor] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    # Without the values of variables: among them are passwords and answers.
    structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
    structlog.processors.JSONRenderer(ensure_ascii=False),
]


def report(error: BaseException, *, where: str) -> str:
    """Log an error as one line of JSON on stderr and return its reference number, such as `7F3A2C`."""
    reference = secrets.token_hex(3).upper()
    log = structlog.wrap_logger(structlog.PrintLogger(sys.stderr), processors=_AS_JSON)
    log.error("fault", reference=reference, where=where, exc_info=error)
    return reference
