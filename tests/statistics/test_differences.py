"""Differences against published numbers and against scipy on the scores themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from luko.statistics import difference
from tests.statistics.scores import of_counts, of_moments, of_nps, sums

COUNTS = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SCORES = st.lists(st.integers(1, 10), min_size=2, max_size=40)
NPS_COUNTS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)).filter(any)
KINDS = ["ces", "janee", "nps", "cijfer", "schaal"]


def bounds(found):
    return found.lower, found.upper


@pytest.mark.parametrize(
    ("one", "other", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_two_shares_differ_as_in_newcombe_1998b_table_2_method_10(one, other, lower, upper):
    """Newcombe, Interval estimation for the difference between independent proportions, Stat. Med. 17:873-890."""
    found = difference("ces", of_counts(*one), of_counts(*other))

    assert found.value == pytest.approx(100 * (one[0] / one[1] - other[0] / other[1]))
    assert bounds(found) == pytest.approx((100 * lower, 100 * upper), abs=0.005)


def test_two_means_differ_as_in_the_nist_handbook_with_unequal_variances():
    """NIST/SEMATECH e-Handbook 1.3.5.3, data AUTO83B: T = -12.94627 with 136.8750 degrees of freedom."""
    found = difference("cijfer", of_moments(249, 20.14458, 6.414700), of_moments(79, 30.48101, 6.107710))
    error = found.value / -12.94627

    assert found.value == pytest.approx(-10.33643)
    assert found.upper - found.value == pytest.approx(stats.t.ppf(0.975, 136.8750) * error, rel=1e-5)
    assert found.p_value == pytest.approx(2 * stats.t.cdf(-12.94627, 136.8750), rel=1e-4)


def test_two_nps_differ_by_z_on_the_scores_of_one_zero_and_minus_one():
    """By hand after nps.test of the R package NPS: variance (P + D) - (P - D)^2 over n, summed, its root."""
    found = difference("nps", of_nps(50, 20, 100), of_nps(30, 30, 90))
    error = 100 * ((0.7 - 0.3**2) / 100 + (2 / 3) / 90) ** 0.5

    assert found.value == pytest.approx(30)
    assert bounds(found) == pytest.approx((30 - 1.959964 * error, 30 + 1.959964 * error))
    assert found.p_value == pytest.approx(2 * stats.norm.sf(30 / error))


def test_the_p_value_of_two_shares_is_that_of_the_chi_square_test():
    """The pooled score test squared is Pearson's chi-square without correction."""
    table = [[56, 14], [48, 32]]

    found = difference("janee", of_counts(56, 70), of_counts(48, 80))
    assert found.p_value == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue)


@settings(deadline=None)
@given(one=SCORES, other=SCORES)
def test_two_means_differ_as_welch_says_on_the_scores_themselves(one, other):
    found = difference("schaal", sums(one), sums(other))

    if len(set(one)) == len(set(other)) == 1:
        assert (found.lower, found.upper, found.p_value) == (None, None, None)
    else:
        welch = stats.ttest_ind(one, other, equal_var=False)
        interval = welch.confidence_interval(0.95)
        assert bounds(found) == pytest.approx((interval.low, interval.high))
        assert found.p_value == pytest.approx(welch.pvalue)


@settings(deadline=None)
@given(kind=st.sampled_from(KINDS), one=SCORES, other=SCORES)
def test_the_other_way_round_a_difference_only_changes_sign(kind, one, other):
    there = difference(kind, sums(one, 8, 4), sums(other, 8, 4))
    back = difference(kind, sums(other, 8, 4), sums(one, 8, 4))

    assert back.value == pytest.approx(-there.value)
    if there.lower is None:
        assert back.lower is None
    else:
        assert (-back.upper, -back.lower, back.p_value) == pytest.approx((*bounds(there), there.p_value))


@settings(deadline=None)
@given(kind=st.sampled_from(KINDS), one=SCORES, other=SCORES)
def test_an_interval_contains_its_difference(kind, one, other):
    found = difference(kind, sums(one, 8, 4), sums(other, 8, 4))

    if found.lower is not None:
        assert found.lower <= found.value <= found.upper
        assert 0 <= found.p_value <= 1


@settings(deadline=None)
@given(kind=st.sampled_from(["nps", "cijfer"]), one=SCORES, other=SCORES)
def test_an_interval_of_nps_or_mean_spans_zero_exactly_when_p_exceeds_five_percent(kind, one, other):
    found = difference(kind, sums(one, 8, 4), sums(other, 8, 4))

    if found.lower is not None and abs(found.p_value - 0.05) > 1e-9:
        assert (found.lower <= 0 <= found.upper) == (found.p_value > 0.05)


@settings(deadline=None)
@given(one=COUNTS, other=COUNTS)
def test_shares_stay_within_a_hundred_points(one, other):
    found = difference("ces", of_counts(*one), of_counts(*other))

    assert -100 <= found.lower <= found.value <= found.upper <= 100


@pytest.mark.parametrize("count", [0, 8])
def test_when_everyone_answers_the_same_no_difference_is_proven(count):
    assert difference("ces", of_counts(count, 8), of_counts(count, 8)).p_value == 1


@pytest.mark.parametrize("kind", ["cijfer", "nps"])
def test_without_spread_on_either_side_there_is_a_difference_but_no_interval(kind):
    found = difference(kind, sums([9, 9, 9], 9, 6), sums([6, 6], 9, 6))

    assert found.value == pytest.approx({"cijfer": 3, "nps": 200}[kind])
    assert (found.lower, found.upper, found.p_value) == (None, None, None)


def test_one_answer_has_a_mean_but_proves_no_difference():
    assert difference("cijfer", sums([9]), sums([5, 6, 7])).p_value is None


@pytest.mark.parametrize("kind", KINDS)
def test_without_answers_on_one_side_there_is_no_difference(kind):
    with pytest.raises(ValueError, match="aan beide kanten"):
        difference(kind, sums([1, 2]), sums([]))


def test_a_question_without_a_figure_is_refused():
    with pytest.raises(ValueError, match="soort 'open'"):
        difference("open", sums([1, 2]), sums([1, 2]))
