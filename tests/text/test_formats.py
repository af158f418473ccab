"""Numbers and dates as Dutch readers write them."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luko.text import formats


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (formats.whole(2749), "2.749"),
        (formats.whole(1_234_567), "1.234.567"),
        (formats.decimal(7.35), "7,4"),
        (formats.decimal(7.25), "7,3"),
        (formats.decimal(-3.25), "−3,3"),
        (formats.whole(-0.4), "0"),
        (formats.percentage(24.5), "25%"),
        (formats.value(24.4, "ces"), "24%"),
        (formats.value(86.0, "janee"), "86%"),
        (formats.value(7.42, "cijfer"), "7,4"),
        (formats.value(3.6, "schaal"), "3,6"),
        (formats.value(-12.3, "nps"), "−12"),
        (formats.interval(21.2, 26.8, "ces"), "21% tot 27%"),
        (formats.interval(-12.0, 8.0, "nps"), "−12 tot 8"),
        (formats.points(-7.1, "ces"), "7 punten"),
        (formats.points(1.2, "ces"), "1 punt"),
        (formats.points(0.31, "cijfer"), "0,3 punt"),
        (formats.points(7.0, "nps"), "7 punten"),
        (formats.signed(2.6, "ces"), "+3"),
        (formats.signed(-2.6, "ces"), "−3"),
        (formats.signed(0.2, "ces"), "0"),
        (formats.shortest(5, "schaal"), "5"),
        (formats.shortest(2.5, "schaal"), "2,5"),
        (formats.shortest(50, "janee"), "50%"),
        (formats.day(date(2026, 11, 22)), "22-11-2026"),
        (formats.day_and_time(datetime(2026, 11, 22, 5, 12)), "22-11-2026 om 05:12"),
        (formats.counted(0), "geen"),
        (formats.counted(11), "elf"),
        (formats.counted(13), "13"),
    ],
)
def test_numbers_and_dates_are_written_in_dutch(said, expected):
    assert said == expected


@settings(deadline=None)
@given(st.floats(min_value=-1e9, max_value=1e9), st.sampled_from(["ces", "cijfer", "nps", "schaal", "janee"]))
def test_a_value_never_shows_a_hyphen_for_minus_or_minus_zero(number, kind):
    said = formats.value(number, kind)
    assert "-" not in said
    assert said.strip("−0,%") or "−" not in said


@settings(deadline=None)
@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_reads_back_as_itself(number):
    assert int(formats.whole(number).replace(".", "").replace("−", "-")) == number
