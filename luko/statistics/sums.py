"""What is kept of a group of scores: enough for every estimate, too little to know an answer."""

from dataclasses import dataclass

# Below this part of the sum of squares a spread is what floating point leaves of equal scores.
_NOISE = 1e-10


@dataclass(frozen=True)
class Sums:
    """Sums over a group of scores.

    `tops` and `bottoms` count the scores at or above the top threshold and at or below the bottom
    threshold of the question: high effort, ja, promoters and detractors.
    """

    n: int
    total: float
    squares: float
    tops: int
    bottoms: int

    def __add__(self, other: "Sums") -> "Sums":
        """The sums of two groups together that share no answer."""
        return Sums(
            self.n + other.n,
            self.total + other.total,
            self.squares + other.squares,
            self.tops + other.tops,
            self.bottoms + other.bottoms,
        )

    def __sub__(self, part: "Sums") -> "Sums":
        """The sums of what is left of a group without a part of it."""
        return Sums(
            self.n - part.n,
            self.total - part.total,
            self.squares - part.squares,
            self.tops - part.tops,
            self.bottoms - part.bottoms,
        )

    @property
    def mean(self) -> float:
        """The mean score; n must be positive."""
        return self.total / self.n

    @property
    def variance(self) -> float:
        """The sample variance (n - 1) of the scores, exactly 0 when all are equal; n must be 2 or more."""
        spread = self.squares - self.total**2 / self.n
        return spread / (self.n - 1) if spread > _NOISE * self.squares else 0.0
