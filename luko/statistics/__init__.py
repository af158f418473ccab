"""Statistics: one definition per figure, by shared sums; scipy and statsmodels where they have it."""

from luko.statistics.differences import Difference, difference
from luko.statistics.estimates import Estimate, estimate
from luko.statistics.sums import Sums
from luko.statistics.verdicts import FEW, GUNSTIGER, NO_DIFFERENCE, ONGUNSTIGER, verdicts

__all__ = [
    "FEW",
    "GUNSTIGER",
    "NO_DIFFERENCE",
    "ONGUNSTIGER",
    "Difference",
    "Estimate",
    "Sums",
    "difference",
    "estimate",
    "verdicts",
]
