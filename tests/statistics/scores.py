"""Sums of a list of scores, as the warehouse makes them."""

from luko.statistics import Sums


def sums(scores, top=4.0, bottom=float("-inf")):
    return Sums(
        len(scores),
        sum(scores),
        sum(score * score for score in scores),
        sum(score >= top for score in scores),
        sum(score <= bottom for score in scores),
    )


def of_counts(tops, n):
    """A yes/no question with so many times yes."""
    return Sums(n, tops, tops, tops, n - tops)


def of_nps(promoters, detractors, n):
    return sums([10] * promoters + [3] * detractors + [8] * (n - promoters - detractors), top=9, bottom=6)


def of_moments(n, mean, deviation):
    """Sums of published n, mean and sample standard deviation."""
    return Sums(n, n * mean, (n - 1) * deviation**2 + n * mean**2, 0, 0)
