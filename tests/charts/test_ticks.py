"""The values on an axis."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luko.charts import ticks

PERCENT = (0.0, 100.0)


@pytest.mark.parametrize(
    ("values", "scale", "expected"),
    [
        ([0, 59], PERCENT, [0, 20, 40, 60]),
        ([82, 91], PERCENT, [80, 85, 90, 95]),
        ([7.21, 7.52], (1.0, 10.0), [7.2, 7.3, 7.4, 7.5, 7.6]),
        ([-30, 55], (-100.0, 100.0), [-50, 0, 50, 100]),
        ([], PERCENT, [0, 50, 100]),
        ([5.0, 5.0], (1.0, 5.0), [4.8, 4.9, 5.0]),
    ],
)
def test_an_axis_has_round_values_around_what_is_drawn(values, scale, expected):
    assert ticks.around(values, scale) == pytest.approx(expected)


@settings(deadline=None)
@given(
    st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=5),
    st.sampled_from([PERCENT, (1.0, 5.0), (1.0, 10.0), (-100.0, 100.0)]),
)
def test_an_axis_has_three_to_five_values_that_hold_everything_and_leave_no_scale(shares, scale):
    values = [scale[0] + share * (scale[1] - scale[0]) for share in shares]
    axis = ticks.around(values, scale)
    assert 3 <= len(axis) <= 5
    assert axis[0] <= min(values) + 1e-9
    assert axis[-1] >= max(values) - 1e-9
    assert scale[0] <= axis[0] < axis[-1] <= scale[1]
