"""Drawing at random, many at a time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]


def chance(rng: np.random.Generator, count: int, probability: float | Numbers) -> Flags:
    """True with this probability, `count` times."""
    return rng.random(count) < probability


def one_of(rng: np.random.Generator, count: int, shares: Sequence[float] | Numbers) -> Indices:
    """`count` positions in `shares`, each as often as its share of the sum."""
    edges = np.cumsum(np.asarray(shares, dtype=np.float64))
    return np.searchsorted(edges / edges[-1], rng.random(count), side="right")


def in_order(rng: np.random.Generator, weights: Numbers) -> Indices:
    """Per row all columns, drawn without putting back: a column comes first as often as its weight.

    A weight of 0 comes last. (Gumbel's trick: Yellott 1977.)
    """
    with np.errstate(divide="ignore"):
        keys = np.log(weights) + rng.gumbel(size=weights.shape)
    return np.argsort(-keys, axis=1, kind="stable")


def ranked(latent: Numbers, shares: Sequence[float]) -> Indices:
    """0 for the lowest share of `latent`, 1 for the next, ...: shares of people become shares of scores."""
    if latent.size == 0:
        return np.zeros(0, dtype=np.int64)
    cuts = np.quantile(latent, np.cumsum(np.asarray(shares) / np.sum(shares))[:-1])
    return np.searchsorted(cuts, latent, side="right")
