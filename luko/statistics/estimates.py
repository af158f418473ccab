"""A value with its 95% interval, per kind of question.

Sources: Wilson, Newcombe 1998 (Statistics in Medicine 17:857-872); adjusted Wald for NPS, Rocks 2016 (The
American Statistician 70:365-372); Student's t, any textbook.
"""

from dataclasses import dataclass
from math import sqrt

from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from luko.statistics.sums import Sums

Z = float(stats.norm.ppf(0.975))  # 1.959964


@dataclass(frozen=True)
class Estimate:
    """n, value and 95% interval. Percentages run 0-100, NPS -100..100, means on their own scale.

    Nothing answered: value None. No interval (a mean with n < 2 or no spread): lower and upper None.
    """

    n: int
    value: float | None
    lower: float | None
    upper: float | None


def estimate(kind: str, sums: Sums) -> Estimate:
    """The figure of a question of one kind: ces, janee, nps, cijfer or schaal; ValueError for any other."""
    if kind not in ("ces", "janee", "nps", "cijfer", "schaal"):
        raise ValueError(f"Een vraag van soort {kind!r} heeft geen cijfer.")
    if sums.n == 0:
        return Estimate(0, None, None, None)
    if kind in ("ces", "janee"):
        return share(sums.tops, sums.n)
    return _nps(sums) if kind == "nps" else _mean(sums)


def share(count: int, n: int) -> Estimate:
    """count / n as a percentage with its Wilson interval; all None when n is 0."""
    if n == 0:
        return Estimate(0, None, None, None)
    lower, upper = proportion_confint(count, n, method="wilson")
    value = 100 * count / n
    # Rounding may leave a bound a hair inside 0 or 100 where the value itself lies.
    return Estimate(n, value, max(0.0, min(100 * float(lower), value)), min(100.0, max(100 * float(upper), value)))


def _nps(sums: Sums) -> Estimate:
    """Adjusted Wald: three answers are added for the interval, of which 3/4 promoter and 3/4 detractor.

    The point stays the raw NPS; with a single answer it may lie just outside its interval.
    """
    n = sums.n + 3
    promoters, detractors = (sums.tops + 0.75) / n, (sums.bottoms + 0.75) / n
    centre = promoters - detractors
    half = Z * sqrt((promoters + detractors - centre**2) / n)
    lower, upper = max(-100.0, 100 * (centre - half)), min(100.0, 100 * (centre + half))
    return Estimate(sums.n, 100 * (sums.tops - sums.bottoms) / sums.n, lower, upper)


def _mean(sums: Sums) -> Estimate:
    if sums.n < 2 or sums.variance == 0:
        return Estimate(sums.n, sums.mean, None, None)
    half = float(stats.t.ppf(0.975, sums.n - 1)) * sqrt(sums.variance / sums.n)
    return Estimate(sums.n, sums.mean, sums.mean - half, sums.mean + half)
