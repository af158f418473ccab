"""The periods of the lattice that have answers, and which narrower periods each of them is the sum of."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from luko import periods


@dataclass(frozen=True)
class Timeline:
    """Period codes, months first; `covers` is months x periods, 1 where the month lies in the period.

    `parts` holds (period, the disjoint narrower periods that make it up), as places in `codes`.
    """

    codes: list[str]
    covers: npt.NDArray[np.int64]
    parts: list[tuple[int, list[int]]]


def timeline(months: list[date], complete_until: date | None) -> Timeline:
    """All periods of the lattice over these months (first days, in order, each once)."""
    quarters: dict[str, list[str]] = {}
    years: dict[str, list[str]] = {}
    for month in months:
        quarter, year = periods.quarter_code(month), periods.year_code(month)
        if quarter not in quarters:
            years.setdefault(year, []).append(quarter)
        quarters.setdefault(quarter, []).append(periods.month_code(month))
    fours = _four_quarters(months, quarters, complete_until)
    wider = {**quarters, **years, **fours, periods.EVERYTHING: list(years)}
    codes = [periods.month_code(month) for month in months] + list(wider)
    place = {code: number for number, code in enumerate(codes)}
    parts = [(place[code], [place[part] for part in narrower]) for code, narrower in wider.items()]
    return Timeline(codes, _covers(len(months), len(codes), parts), parts)


def _four_quarters(
    months: list[date], quarters: dict[str, list[str]], complete_until: date | None
) -> dict[str, list[str]]:
    """The last four complete quarters, and the four before: pages compare with those."""
    last_four = periods.parse(periods.LAST_FOUR, complete_until)
    four_before = periods.before(last_four)
    if not months or four_before is None:
        return {}
    inside = {
        four.code: {month.code for month in periods.months(four, months[0], months[-1])}
        for four in (last_four, four_before)
    }
    return {
        code: [quarter for quarter, held in quarters.items() if held[0] in covered] for code, covered in inside.items()
    }


def _covers(months: int, count: int, parts: list[tuple[int, list[int]]]) -> npt.NDArray[np.int64]:
    covers = np.zeros((months, count), dtype=np.int64)
    covers[:, :months] = np.eye(months, dtype=np.int64)
    for period, narrower in parts:
        covers[:, period] = covers[:, narrower].sum(axis=1)
    return covers
