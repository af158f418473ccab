"""The calendar of a chain that works outdoors: weekends, bouwvak, Christmas and frost.

Days are whole numbers since 1970-01-01, so that thousands of plans move in one step.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

Days = NDArray[np.int64]

BOUWVAK = (30, 31, 32, 33)  # ISO weeks; the three regions of the building trade together
CHRISTMAS = (52, 53, 1)
WORKING_ON = 0.3  # share of the work planned in a quiet period that goes on nevertheless


@dataclass(frozen=True)
class Seasons:
    """One row per day from `first`, for looking up."""

    first: int
    demand: NDArray[np.float64]
    workday: Days
    reopened: Days
    thawed: Days

    @classmethod
    def of(cls, first: int, last: int, rng: np.random.Generator) -> "Seasons":
        """The calendar from `first` to `last`; only the frost differs from seed to seed."""
        calendar = pl.DataFrame({"day": np.arange(first, last + 1)}).select(
            week=pl.col("day").cast(pl.Date).dt.week(), weekday=pl.col("day").cast(pl.Date).dt.weekday()
        )
        week, weekday = calendar["week"].to_numpy(), calendar["weekday"].to_numpy()
        bouwvak, christmas, weekend = np.isin(week, BOUWVAK), np.isin(week, CHRISTMAS), weekday > 5
        demand = np.where(weekend, 0.4, 1.0) * np.where(bouwvak, 0.7, 1.0) * np.where(christmas, 0.45, 1.0)
        return cls(
            first,
            demand,
            _next_day_outside(weekend, first),
            _next_day_outside(bouwvak | christmas, first),
            _next_day_outside(_frost(first, last, rng), first),
        )

    def asked_on(self, days: Days) -> NDArray[np.float64]:
        """How much is asked for on each of these days, relative to a working day in spring."""
        return self.demand[days - self.first]

    def opened(self, days: Days) -> Days:
        """Each day, or the Monday after when it falls in a weekend."""
        return self.workday[days - self.first]

    def planned(self, rng: np.random.Generator, days: Days) -> Days:
        """The day on which a planner puts the work: most of it not in bouwvak or Christmas."""
        days = self.opened(days)
        after = self.reopened[days - self.first]
        waits = (after > days) & (rng.random(days.size) >= WORKING_ON)
        return self.opened(np.where(waits, after + rng.integers(0, 36, days.size), days))

    def after_frost(self, days: Days) -> Days:
        """Each day, or the first day that is not frozen over."""
        return self.thawed[days - self.first]


def _next_day_outside(closed: NDArray[np.bool_], first: int) -> Days:
    """Per day the day itself or, inside a closed spell, the day after it."""
    places = np.where(closed, closed.size, np.arange(closed.size))
    found: Days = np.minimum.accumulate(places[::-1])[::-1] + first
    return found


def _frost(first: int, last: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """One spell per winter, of five to sixteen days, that begins in January or early February."""
    origin = date(1970, 1, 1)
    frozen = np.zeros(last - first + 1, dtype=np.bool_)
    years = range((origin + timedelta(first)).year, (origin + timedelta(last)).year + 1)
    for year in years:
        begin = (date(year, 1, 4) - origin).days + int(rng.integers(0, 35)) - first
        frozen[max(begin, 0) : max(begin + int(rng.integers(5, 17)), 0)] = True
    return frozen
