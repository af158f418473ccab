"""Estimates, differences and verdicts: one definition each, for every page, file and report.

Everything works on sums of scores, so that no page needs the answers themselves.
"""

from luko.statistics.differences import Difference, difference
from luko.statistics.estimates import Estimate, estimate, share
from luko.statistics.sums import Sums
from luko.statistics.verdicts import ENOUGH, verdicts

__all__ = ["ENOUGH", "Difference", "Estimate", "Sums", "difference", "estimate", "share", "verdicts"]
