"""The sums of a group of scores, from which every score figure is made."""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True)
class Sums:
    """Of n scores: their total, the total of their squares, and how many are tops and bottoms.

    What is a top or bottom depends on the question: high effort, promoters and detractors, ja.
    """

    n: int
    total: float
    squares: float
    tops: int
    bottoms: int

    def __sub__(self, part: "Sums") -> "Sums":
        """The sums of everyone who is in this group and not in the part of it."""
        return Sums(
            self.n - part.n,
            self.total - part.total,
            self.squares - part.squares,
            self.tops - part.tops,
            self.bottoms - part.bottoms,
        )

    @property
    def mean(self) -> float:
        """The arithmetic mean; needs n of 1 or more."""
        return self.total / self.n

    @property
    def deviation(self) -> float:
        """The standard deviation with n - 1; 0.0 for n < 2 and for equal scores, whatever rounding left."""
        if self.n < 2:
            return 0.0
        spread = self.squares - self.total * self.total / self.n
        return sqrt(spread / (self.n - 1)) if spread > 1e-9 * max(1.0, self.squares) else 0.0
