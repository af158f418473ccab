"""Estimates against published numbers, the sample of the contract, and what must always hold."""

import json
from itertools import product
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from luko.statistics import Estimate, Sums, estimate, share
from tests.statistics.scores import of_counts, of_moments, of_nps, sums

COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SCORES = st.lists(st.integers(1, 10), min_size=1, max_size=60)
NPS_COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)).filter(lambda x: sum(x) > 1)


def bounds(found):
    return found.lower, found.upper


@pytest.mark.parametrize(
    ("count", "n", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_a_share_has_the_wilson_interval_of_newcombe_1998_table_1_method_3(count, n, lower, upper):
    """Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17:857-872."""
    for found in (share(count, n), estimate("ces", of_counts(count, n)), estimate("janee", of_counts(count, n))):
        assert found.value == pytest.approx(100 * count / n)
        assert bounds(found) == pytest.approx((100 * lower, 100 * upper), abs=0.005)


def test_a_mean_has_the_t_interval_of_the_nist_handbook():
    """NIST/SEMATECH e-Handbook 1.3.5.2, data ZARR13: 95% limits of the mean."""
    found = estimate("cijfer", of_moments(195, 9.261460, 0.022789))

    assert bounds(found) == pytest.approx((9.258242, 9.264679), abs=2e-6)


def test_the_nps_interval_adds_three_answers_and_the_point_does_not():
    """Rocks 2016: 6 promoters and 4 detractors of 12 become 6.75 and 4.75 of 15."""
    found = estimate("nps", of_nps(6, 4, 12))
    error = sqrt((6.75 + 4.75) / 15 - (2 / 15) ** 2) / sqrt(15)

    assert found.value == pytest.approx(100 * 2 / 12)
    assert bounds(found) == pytest.approx((100 * (2 / 15 - 1.959964 * error), 100 * (2 / 15 + 1.959964 * error)))


@pytest.mark.parametrize(("promoters", "detractors"), [(2, 0), (0, 2)])
def test_the_nps_interval_stays_within_the_scale(promoters, detractors):
    found = estimate("nps", of_nps(promoters, detractors, 2))

    assert min(bounds(found)) == -100 or max(bounds(found)) == 100


SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "expected.json"
EXPECTED = json.loads(SAMPLE.read_text(encoding="utf-8"))["figures"]


def printed(kind, figure):
    """All sums that give the printed n and value."""
    n, value = figure["n"], figure["value"]
    if kind in ("ces", "janee"):
        return [of_counts(count, n) for count in range(n + 1) if abs(100 * count / n - value) < 1e-3]
    if kind == "nps":
        pairs = [(p, d) for p, d in product(range(n + 1), repeat=2) if p + d <= n]
        return [of_nps(p, d, n) for p, d in pairs if abs(100 * (p - d) / n - value) < 1e-3]
    total = round(n * value)
    return [Sums(n, total, squares, 0, 0) for squares in range(total * total // n, 10 * total + 1)]


CELLS = {
    "touchpoint 5 CES by totaal": "ces",
    "touchpoint 5 CES by combi": "ces",
    "touchpoint 5 CIJFER by aannemer": "cijfer",
    "touchpoint 5 NPS by netwerkbedrijf": "nps",
    "touchpoint 5 AFSPRAAK by discipline": "janee",
    "touchpoint 5 CIJFER by maand": "cijfer",
    "touchpoint 3 CIJFER by totaal": "cijfer",
    "touchpoint 4 CONTACT by totaal": "schaal",
    "touchpoint 1 GEVONDEN by totaal": "janee",
    "touchpoint 2 TEVREDEN by totaal": "schaal",
}


@pytest.mark.parametrize("name", CELLS)
def test_whole_scores_exist_that_give_the_printed_figures_of_the_sample(name):
    for group, figure in EXPECTED[name].items():
        expected = (figure["value"], figure["lower"], figure["upper"])
        found = [estimate(CELLS[name], possible) for possible in printed(CELLS[name], figure)]
        assert any(
            (e.value, e.lower, e.upper) == pytest.approx(expected, abs=1e-4)
            for e in found
            if (e.lower is None) == (figure["lower"] is None)
        ), group


@pytest.mark.parametrize("kind", ["ces", "janee", "nps", "cijfer", "schaal"])
def test_without_answers_there_is_no_value(kind):
    assert estimate(kind, Sums(0, 0, 0, 0, 0)) == Estimate(0, None, None, None)
    assert share(0, 0) == Estimate(0, None, None, None)


@pytest.mark.parametrize("scores", [[7], [9, 9, 9], [7.8] * 11, [0.1] * 1000, [5.55] * 37])
def test_a_mean_without_spread_is_shown_without_an_interval(scores):
    found = estimate("cijfer", sums(scores))

    assert found.value == pytest.approx(scores[0])
    assert bounds(found) == (None, None)


def test_the_smallest_real_spread_among_many_still_counts():
    assert bounds(estimate("cijfer", sums([10] * 99_999 + [9]))) != (None, None)


def test_a_question_without_a_figure_is_refused():
    with pytest.raises(ValueError, match="soort 'open'"):
        estimate("open", sums([1, 2]))


@settings(deadline=None)
@given(counted=COUNTS)
def test_a_wilson_interval_contains_its_share_and_mirrors(counted):
    count, n = counted
    found, mirrored = share(count, n), share(n - count, n)

    assert 0 <= found.lower <= found.value <= found.upper <= 100
    assert found.lower < found.upper
    assert (100 - mirrored.upper, 100 - mirrored.lower) == pytest.approx(bounds(found))


@settings(deadline=None)
@given(counted=NPS_COUNTS)
def test_an_nps_interval_contains_its_nps_and_mirrors(counted):
    promoters, _, detractors = counted
    found = estimate("nps", of_nps(promoters, detractors, sum(counted)))
    mirrored = estimate("nps", of_nps(detractors, promoters, sum(counted)))

    assert -100 <= found.lower <= found.value <= found.upper <= 100
    assert (-mirrored.upper, -mirrored.lower) == pytest.approx(bounds(found))


@settings(deadline=None)
@given(scores=SCORES)
def test_a_mean_and_its_interval_are_those_of_scipy_on_the_scores_themselves(scores):
    found = estimate("schaal", sums(scores))

    assert found.value == pytest.approx(sum(scores) / len(scores))
    if len(set(scores)) == 1:
        assert bounds(found) == (None, None)
    else:
        interval = stats.ttest_1samp(scores, 0).confidence_interval(0.95)
        assert bounds(found) == pytest.approx((interval.low, interval.high))


@settings(deadline=None)
@given(one=SCORES, other=SCORES)
def test_sums_of_two_groups_add_up_and_come_apart_again(one, other):
    assert sums(one) + sums(other) == sums(one + other)
    assert sums(one + other) - sums(other) == sums(one)
