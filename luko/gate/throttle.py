"""Slowing down guesses: after some failures each next attempt waits twice as long, and never over a minute."""

import time
from collections.abc import Callable
from dataclasses import dataclass

LONGEST_WAIT_SECONDS = 60
FORGOTTEN_AFTER_SECONDS = 15 * 60
MOST_KEPT = 10_000

# How many failures are free: of one name from one address, of one name from anywhere (many addresses
# guessing together), and of one address for any name (an office behind one address mistypes a lot).
FREE_TOGETHER, FREE_PER_NAME, FREE_PER_ADDRESS = 5, 25, 50


@dataclass
class _Failures:
    free: int
    count: int = 0
    last: float = 0.0

    def wait(self, now: float) -> float:
        if self.count < self.free or self._forgotten(now):
            return 0.0
        return self.last + min(2.0 ** (self.count - self.free), LONGEST_WAIT_SECONDS) - now

    def add(self, now: float) -> None:
        self.count = 1 if self._forgotten(now) else self.count + 1
        self.last = now

    def _forgotten(self, now: float) -> bool:
        return now - self.last > FORGOTTEN_AFTER_SECONDS


class Throttle:
    """The failures of late, in memory: a restart forgives them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[tuple[str, str], _Failures] = {}

    def take(self, name: str, address: str) -> int:
        """Seconds to wait before this attempt may be made; 0 when it may, and then it counts as failed.

        Counting first means that attempts made at the same moment do not slip through together.
        """
        now = self._clock()
        self._forget(now)
        concerned = [self._kept(key, free) for key, free in _keys(name, address)]
        wait = max(each.wait(now) for each in concerned)
        if wait > 0:
            return int(wait) + 1
        for each in concerned:
            each.add(now)
        return 0

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of someone who did log in."""
        for key, _ in _keys(name, address):
            self._failures.pop(key, None)

    def _kept(self, key: tuple[str, str], free: int) -> _Failures:
        return self._failures.setdefault(key, _Failures(free))

    def _forget(self, now: float) -> None:
        if len(self._failures) < MOST_KEPT:
            return
        by_age = sorted(self._failures, key=lambda key: self._failures[key].last)
        old = [key for key in by_age if now - self._failures[key].last > FORGOTTEN_AFTER_SECONDS]
        for key in old or by_age[: MOST_KEPT // 2]:
            del self._failures[key]


def _keys(name: str, address: str) -> list[tuple[tuple[str, str], int]]:
    return [
        ((name, address), FREE_TOGETHER),
        ((name, ""), FREE_PER_NAME),
        (("", address), FREE_PER_ADDRESS),
    ]
