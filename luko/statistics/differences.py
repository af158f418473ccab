"""The difference between two groups that share no answer, with its 95% interval and two-sided p-value.

Sources: shares, Newcombe 1998b (Statistics in Medicine 17:873-890), method 10, with the pooled score test;
NPS, R package NPS (nps.test): z on the -1/0/+1 scores; means, Welch 1947 (Biometrika 34:28-35).
An interval and a p-value of shares rest on different formulas and may, at the edge, disagree: an interval
that spans zero decides over a change in time, the p-value only where many partners are compared at once.
"""

from dataclasses import dataclass
from math import sqrt

from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from luko.statistics.estimates import Z
from luko.statistics.sums import Sums


@dataclass(frozen=True)
class Difference:
    """One minus other, in the points of the figure (percentage points, NPS points, scale points).

    Lower, upper and p_value are None when the scores do not tell: a mean of fewer than two answers, or
    no spread in either group.
    """

    value: float
    lower: float | None
    upper: float | None
    p_value: float | None


def difference(kind: str, one: Sums, other: Sums) -> Difference:
    """How much one group differs from another on a question of this kind; both must have answers."""
    if not (one.n and other.n):
        raise ValueError("Een verschil vraagt antwoorden aan beide kanten.")
    if kind in ("ces", "janee"):
        return _shares(one, other)
    if kind == "nps":
        return _nps(one, other)
    if kind in ("cijfer", "schaal"):
        return _means(one, other)
    raise ValueError(f"Een vraag van soort {kind!r} heeft geen cijfer.")


def _shares(one: Sums, other: Sums) -> Difference:
    counts, sizes = [one.tops, other.tops], [one.n, other.n]
    value = 100 * (one.tops / one.n - other.tops / other.n)
    bounds = confint_proportions_2indep(one.tops, one.n, other.tops, other.n, method="newcomb", compare="diff")
    lower, upper = (100 * float(bound) for bound in bounds)
    # When everyone answered the same, the score test would divide zero by zero.
    alike = sum(counts) in (0, sum(sizes))
    p_value = 1.0 if alike else float(proportions_ztest(counts, sizes)[1])
    return Difference(value, max(-100.0, min(lower, value)), min(100.0, max(upper, value)), p_value)


def _nps(one: Sums, other: Sums) -> Difference:
    value = 100 * ((one.tops - one.bottoms) / one.n - (other.tops - other.bottoms) / other.n)
    error = 100 * sqrt(_nps_variance(one) / one.n + _nps_variance(other) / other.n)
    if error == 0:
        return Difference(value, None, None, None)
    lower, upper = max(-200.0, value - Z * error), min(200.0, value + Z * error)
    return Difference(value, lower, upper, float(2 * stats.norm.sf(abs(value) / error)))


def _nps_variance(sums: Sums) -> float:
    outspoken, net = (sums.tops + sums.bottoms) * sums.n, (sums.tops - sums.bottoms) ** 2
    return (outspoken - net) / sums.n**2  # whole numbers until here, so that no spread is exactly 0


def _means(one: Sums, other: Sums) -> Difference:
    value = one.mean - other.mean
    if min(one.n, other.n) < 2 or one.variance + other.variance == 0:
        return Difference(value, None, None, None)
    shares = [sums.variance / sums.n for sums in (one, other)]
    error = sqrt(sum(shares))
    freedom = sum(shares) ** 2 / (shares[0] ** 2 / (one.n - 1) + shares[1] ** 2 / (other.n - 1))
    half = float(stats.t.ppf(0.975, freedom)) * error
    return Difference(value, value - half, value + half, float(2 * stats.t.sf(abs(value) / error, freedom)))
