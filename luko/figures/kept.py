"""What is kept between questions: answers per version of the warehouse and per grants, never per person.

The key holds everything an answer depends on (version, LUKO_MIN_N, grants, and plain arguments), so that two readers
share an answer only when they may see exactly the same rows, and a new publication begins anew.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from luko import warehouse
from luko.access import Reader
from luko.config import settings

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_KEPT = 512

_all: list[Callable[[], None]] = []


def per_version(ask: Callable[Concatenate[Reader, Asked], Answer]) -> Callable[Concatenate[Reader, Asked], Answer]:
    """Keep what a function of a reader answers; the function sees the reader's grants and nothing else of it."""

    @lru_cache(maxsize=_KEPT)
    def kept(_version: str, _min_n: int, reader: Reader, *asked: Any) -> Answer:
        return ask(reader, *asked)  # type: ignore[call-arg]

    def answer(reader: Reader, /, *asked: Any) -> Answer:
        anonymous = replace(reader, username="", organisation=None, capabilities=frozenset())
        return kept(warehouse.version(), settings().min_n, anonymous, *asked)

    _all.append(kept.cache_clear)
    return cast(Callable[Concatenate[Reader, Asked], Answer], wraps(ask)(answer))


def forget() -> None:
    """Let go of everything kept, for measuring how long a first question takes."""
    for clear in _all:
        clear()
