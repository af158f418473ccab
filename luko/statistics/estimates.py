"""A value with its 95% interval, by kind of question."""

from dataclasses import dataclass
from math import sqrt

from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from luko.statistics.sums import Sums

Z = float(stats.norm.ppf(0.975))
SHARES = ("ces", "janee")
MEANS = ("cijfer", "schaal")


@dataclass(frozen=True)
class Estimate:
    """n, the value and its interval; None where there is none. Percentages and NPS run to 100."""

    n: int
    value: float | None
    lower: float | None
    upper: float | None


def estimate(kind: str, sums: Sums) -> Estimate:
    """The figure of a question of this kind: ces, janee, cijfer, schaal or nps."""
    if sums.n == 0:
        return Estimate(0, None, None, None)
    if kind in SHARES:
        return share(sums.tops, sums.n)
    return nps(sums) if kind == "nps" else mean(sums)


def share(count: int, n: int) -> Estimate:
    """A percentage with Wilson's score interval (Newcombe 1998, method 3)."""
    lower, upper = proportion_confint(count, n, alpha=0.05, method="wilson")
    return Estimate(n, 100.0 * count / n, 100.0 * float(lower), 100.0 * float(upper))


def mean(sums: Sums) -> Estimate:
    """An arithmetic mean with Student's t; no interval for n < 2 or without spread."""
    if not sums.deviation:
        return Estimate(sums.n, sums.mean, None, None)
    half = float(stats.t.ppf(0.975, sums.n - 1)) * sums.deviation / sqrt(sums.n)
    return Estimate(sums.n, sums.mean, sums.mean - half, sums.mean + half)


def nps(sums: Sums) -> Estimate:
    """The raw NPS with the adjusted Wald interval: n + 3, promoters and detractors + 3/4 (Rocks 2016)."""
    value = 100.0 * (sums.tops - sums.bottoms) / sums.n
    n, promoters, detractors = sums.n + 3, (sums.tops + 0.75), (sums.bottoms + 0.75)
    centre = (promoters - detractors) / n
    half = Z * sqrt(((promoters + detractors) / n - centre * centre) / n)
    return Estimate(sums.n, value, max(-100.0, 100.0 * (centre - half)), min(100.0, 100.0 * (centre + half)))
