"""The difference of two figures of one question, with its 95% interval and a two-sided p-value."""

from dataclasses import dataclass
from math import sqrt

from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from luko.statistics.estimates import SHARES, Z
from luko.statistics.sums import Sums


@dataclass(frozen=True)
class Difference:
    """One minus other, in points of the measure; bounds and p-value are None where there is no interval."""

    value: float
    lower: float | None
    upper: float | None
    p_value: float | None


def difference(kind: str, one: Sums, other: Sums) -> Difference:
    """The difference of two non-empty groups for a question of this kind."""
    if kind in SHARES:
        return of_shares(one, other)
    return of_nps(one, other) if kind == "nps" else of_means(one, other)


def of_shares(one: Sums, other: Sums) -> Difference:
    """In percentage points, by Newcombe's hybrid score interval (Newcombe 1998b, method 10).

    The p-value is of the pooled score test of two proportions; equal extremes (0% or 100% twice) give 1.
    """
    lower, upper = confint_proportions_2indep(
        one.tops, one.n, other.tops, other.n, method="newcomb", compare="diff", alpha=0.05
    )
    first, second = one.tops / one.n, other.tops / other.n
    pooled = (one.tops + other.tops) / (one.n + other.n)
    spread = sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n))
    p_value = 2 * float(stats.norm.sf(abs(first - second) / spread)) if spread else 1.0
    return Difference(100 * (first - second), 100 * float(lower), 100 * float(upper), p_value)


def of_nps(one: Sums, other: Sums) -> Difference:
    """On the -1/0/+1 scores: the standard error is the root of the summed squares (R package NPS)."""
    value = _nps(one) - _nps(other)
    error = sqrt(_nps_variance(one) / one.n + _nps_variance(other) / other.n)
    return _by_z(value, error)


def of_means(one: Sums, other: Sums) -> Difference:
    """By Welch's t-test; no interval when either group has fewer than two scores or both lack spread."""
    value = one.mean - other.mean
    if min(one.n, other.n) < 2 or not (one.deviation or other.deviation):
        return Difference(value, None, None, None)
    tested = stats.ttest_ind_from_stats(
        one.mean, one.deviation, one.n, other.mean, other.deviation, other.n, equal_var=False
    )
    first, second = one.deviation**2 / one.n, other.deviation**2 / other.n
    freedom = (first + second) ** 2 / (first**2 / (one.n - 1) + second**2 / (other.n - 1))
    half = float(stats.t.ppf(0.975, freedom)) * sqrt(first + second)
    return Difference(value, value - half, value + half, float(tested.pvalue))


def _nps(sums: Sums) -> float:
    return (sums.tops - sums.bottoms) / sums.n


def _nps_variance(sums: Sums) -> float:
    return (sums.tops + sums.bottoms) / sums.n - _nps(sums) ** 2


def _by_z(value: float, error: float) -> Difference:
    if not error:
        return Difference(100 * value, None, None, None)
    p_value = 2 * float(stats.norm.sf(abs(value) / error))
    return Difference(100 * value, 100 * (value - Z * error), 100 * (value + Z * error), p_value)
