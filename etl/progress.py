"""Telling what the night is doing: a line per step on stderr, with what it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

log = structlog.get_logger()


@contextmanager
def step(name: str, **about: object) -> Iterator[None]:
    """Log the step when it is done, with its duration in seconds."""
    started = time.perf_counter()
    yield
    log.info(name, seconds=round(time.perf_counter() - started, 2), **about)
