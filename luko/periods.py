"""The fixed lattice of periods: month, quarter, year, the last four complete quarters, everything.

No other periods exist, here or on pages: with free dates a reader could subtract "all but one day".
"""

import re
from dataclasses import dataclass
from datetime import date

EVERYTHING = "alles"
LAST_FOUR = "laatste4k"
FOUR_BEFORE = "vorige4k"  # what laatste4k is compared with; nobody can ask for it by this name

MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_CALENDAR = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2])|-K([1-4]))?")


@dataclass(frozen=True)
class Period:
    """One period of the lattice: its code, its first day and the first day after it.

    Both days are None for everything. They are equal (no day at all) for the last four complete
    quarters of a publication without answers.
    """

    code: str
    first: date | None
    until: date | None


def parse(code: str | None, complete_until: date | None) -> Period:
    """The period of this code; everything when none is given.

    `complete_until` is the date of the newest answer published: it decides which four quarters are the
    last complete ones. Raises ValueError with a Dutch sentence for any other code.
    """
    if code is None or code == EVERYTHING:
        return Period(EVERYTHING, None, None)
    if code == LAST_FOUR:
        return _last_four(complete_until)
    written = _CALENDAR.fullmatch(code)
    if written is None:
        raise ValueError(
            f"{code!r} is geen periode: geef een maand (2025-04), een kwartaal (2025-K2), "
            f"een jaar (2025) of {LAST_FOUR}."
        )
    year, month, quarter = written.groups()
    if month:
        return _calendar(code, int(year) * 12 + int(month) - 1, length=1)
    if quarter:
        return _calendar(code, int(year) * 12 + 3 * int(quarter) - 3, length=3)
    return _calendar(code, int(year) * 12, length=12)


def before(period: Period) -> Period | None:
    """The period just before: previous month, quarter, year or four quarters; None when there is none."""
    return _earlier(period, _length(period))


def year_before(period: Period) -> Period | None:
    """The same period one year earlier; None when there is none."""
    return _earlier(period, 12)


def months(period: Period, first_month: date, last_month: date) -> list[Period]:
    """The months of a period, in order, from the month of one date up to and including that of another."""
    first, last = _number(first_month), _number(last_month)
    if period.first is not None and period.until is not None:
        first, last = max(first, _number(period.first)), min(last, _number(period.until) - 1)
    return [_calendar(month_code(_first_day(number)), number, length=1) for number in range(first, last + 1)]


def is_complete(period: Period, complete_until: date | None) -> bool:
    """Whether the newest answer lies after the end of the period; everything is never complete."""
    return complete_until is not None and period.until is not None and complete_until >= period.until


def name(period: Period) -> str:
    """The period in Dutch: "april 2025", "2e kwartaal 2025", "2025", "alle perioden"."""
    if period.first is None or period.until is None:
        return "alle perioden"
    if period.first == period.until:
        return "laatste vier volle kwartalen (nog geen antwoorden)"
    length = _length(period)
    if period.code in (LAST_FOUR, FOUR_BEFORE):
        last = _first_day(_number(period.until) - 3)
        return f"{_quarter_name(period.first)} tot en met {_quarter_name(last)}"
    if length == 12:
        return year_code(period.first)
    if length == 3:
        return _quarter_name(period.first)
    return f"{MONTH_NAMES[period.first.month - 1]} {period.first.year}"


def month_code(day: date) -> str:
    """The code of the month a date lies in: "2025-04"."""
    return f"{day.year:04}-{day.month:02}"


def quarter_code(day: date) -> str:
    """The code of the quarter a date lies in: "2025-K2"."""
    return f"{day.year:04}-K{_quarter(day)}"


def year_code(day: date) -> str:
    """The code of the year a date lies in: "2025"."""
    return f"{day.year:04}"


def _last_four(complete_until: date | None) -> Period:
    if complete_until is None:
        return Period(LAST_FOUR, date.min, date.min)
    running = _number(complete_until) // 3 * 3  # a quarter is complete from the first day of the next
    return _calendar(LAST_FOUR, running - 12, length=12)


def _earlier(period: Period, by: int) -> Period | None:
    if period.first is None or period.first == period.until:
        return None
    number = _number(period.first) - by
    if period.code in (LAST_FOUR, FOUR_BEFORE):
        return _calendar(FOUR_BEFORE, number, length=12) if period.code == LAST_FOUR else None
    length, first = _length(period), _first_day(number)
    code = {1: month_code, 3: quarter_code, 12: year_code}[length](first)
    return _calendar(code, number, length)


def _calendar(code: str, number: int, length: int) -> Period:
    return Period(code, _first_day(number), _first_day(number + length))


def _length(period: Period) -> int:
    if period.first is None or period.until is None:
        return 0
    return _number(period.until) - _number(period.first)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _quarter_name(day: date) -> str:
    return f"{_quarter(day)}e kwartaal {day.year}"
