"""The lattice of periods of contract section 7."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luko import periods
from luko.periods import Period

NEWEST = date(2026, 11, 20)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("code", "first", "until", "name"),
    [
        ("2025-04", date(2025, 4, 1), date(2025, 5, 1), "april 2025"),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1), "december 2025"),
        ("2025-K2", date(2025, 4, 1), date(2025, 7, 1), "2e kwartaal 2025"),
        ("2025-K4", date(2025, 10, 1), date(2026, 1, 1), "4e kwartaal 2025"),
        ("2025", date(2025, 1, 1), date(2026, 1, 1), "2025"),
        ("alles", None, None, "alle perioden"),
        (
            "laatste4k",
            date(2025, 10, 1),
            date(2026, 10, 1),
            "4e kwartaal 2025 tot en met 3e kwartaal 2026",
        ),
    ],
)
def test_a_code_becomes_a_half_open_range_of_whole_months(code, first, until, name):
    period = periods.parse(code, NEWEST)

    assert period == Period(code, first, until)
    assert periods.name(period) == name


def test_no_code_means_everything():
    assert periods.parse(None, NEWEST) == Period("alles", None, None)


@pytest.mark.parametrize(
    "code",
    ["", "2025-13", "2025-00", "2025-4", "2025-K0", "2025-K5", "2025-k2", "25", "20255", "0000", " 2025",
     "2025\n", "٢٠٢٥", "2025-٠٤", "2025-04-01", "vorige4k", "laatste 4k", "Alles", "2025-04/2025-06"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_dutch_sentence(code):
    with pytest.raises(ValueError, match="is geen periode: geef een maand"):
        periods.parse(code, NEWEST)


@pytest.mark.parametrize(
    ("newest", "first", "until"),
    [
        (date(2026, 9, 30), date(2025, 7, 1), date(2026, 7, 1)),  # K3 still lacks answers of that day
        (date(2026, 10, 1), date(2025, 10, 1), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2025, 10, 1), date(2026, 10, 1)),
        (date(2027, 1, 1), date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_quarter_is_complete_once_the_newest_answer_lies_after_its_end(newest, first, until):
    assert periods.parse("laatste4k", newest) == Period("laatste4k", first, until)


def test_without_answers_the_last_four_quarters_are_empty_and_compared_with_nothing():
    period = periods.parse("laatste4k", None)

    assert period.first == period.until
    assert periods.months(period, date(2020, 1, 1), NEWEST) == []
    assert periods.before(period) is None
    assert periods.year_before(period) is None
    assert "nog geen antwoorden" in periods.name(period)


@pytest.mark.parametrize(
    ("code", "previous", "last_year"),
    [
        ("2025-01", "2024-12", "2024-01"),
        ("2025-K1", "2024-K4", "2024-K1"),
        ("2025", "2024", "2024"),
    ],
)
def test_a_period_is_compared_with_the_one_before_and_with_the_year_before(code, previous, last_year):
    period = periods.parse(code, NEWEST)

    assert periods.before(period) == periods.parse(previous, NEWEST)
    assert periods.year_before(period) == periods.parse(last_year, NEWEST)


def test_the_last_four_quarters_are_compared_with_the_four_before():
    last_four = periods.parse("laatste4k", NEWEST)
    four_before = Period("vorige4k", date(2024, 10, 1), date(2025, 10, 1))

    assert periods.before(last_four) == periods.year_before(last_four) == four_before
    assert periods.name(four_before) == "4e kwartaal 2024 tot en met 3e kwartaal 2025"
    assert periods.before(four_before) is None  # further back lies outside the lattice


def test_everything_has_no_period_before_it():
    everything = periods.parse("alles", NEWEST)

    assert periods.before(everything) is None
    assert periods.year_before(everything) is None


def test_months_of_a_period_stay_within_the_months_that_have_data():
    def codes(code):
        listed = periods.months(periods.parse(code, NEWEST), date(2025, 5, 17), date(2025, 7, 3))
        return [month.code for month in listed]

    assert codes("alles") == ["2025-05", "2025-06", "2025-07"]
    assert codes("2025-K2") == ["2025-05", "2025-06"]
    assert codes("2025") == ["2025-05", "2025-06", "2025-07"]
    assert codes("2024") == []


@settings(deadline=None)
@given(day=DAYS)
def test_a_day_lies_in_the_month_quarter_and_year_of_its_codes(day):
    for code in (periods.month_code(day), periods.quarter_code(day), periods.year_code(day)):
        period = periods.parse(code, NEWEST)
        assert period.first <= day < period.until
        assert periods.before(period).until == period.first


@settings(deadline=None)
@given(newest=DAYS)
def test_the_last_four_quarters_end_before_the_newest_answer_and_are_whole_quarters(newest):
    last_four = periods.parse("laatste4k", newest)
    quarters = {periods.quarter_code(month.first) for month in periods.months(last_four, date.min, date.max)}

    assert len(quarters) == 4
    assert periods.is_complete(last_four, newest)
    following = periods.parse(periods.quarter_code(last_four.until), newest)
    assert not periods.is_complete(following, newest)


def test_a_month_is_complete_only_when_the_newest_answer_lies_after_its_end():
    april = periods.parse("2025-04", NEWEST)

    assert not periods.is_complete(april, april.until - timedelta(days=1))
    assert periods.is_complete(april, april.until)
    assert not periods.is_complete(april, None)
    assert not periods.is_complete(periods.parse("alles", NEWEST), NEWEST)
