"""The words for many partners on one screen, each against the rest of the chain."""

from collections.abc import Sequence
from typing import Literal

from statsmodels.stats.multitest import fdrcorrection

from luko.statistics.differences import Difference

LEVEL = 0.05
ENOUGH = 30  # from this many answers on, a figure gets a verdict
TOO_FEW = "te weinig antwoorden voor een oordeel"
NO_REST = "geen rest om mee te vergelijken"
NO_DIFFERENCE = "geen aantoonbaar verschil"
BETTER = "gunstiger dan de rest"
WORSE = "ongunstiger dan de rest"

Correction = Literal["benjamini-hochberg", "holm"]


def verdicts(
    differences: Sequence[Difference | None],
    sizes: Sequence[int],
    direction: str,
    correction: Correction = "benjamini-hochberg",
) -> list[str]:
    """One verdict in words per partner, in the same order.

    `differences` are partner minus rest (None: nothing to compare with), `sizes` the answers each rests on,
    `direction` is `hoger` or `lager` is beter. Partners with too few answers, or without a rest, get no verdict
    and do not count among the comparisons. The others are tested together at 5%: Benjamini-Hochberg 1995 (false
    discovery rate), or Holm 1979 for anything that starts a talk about a contract.
    """
    if direction not in ("hoger", "lager"):
        raise ValueError(f"Onbekende richting {direction!r}: hoger of lager.")
    words = [TOO_FEW if size < ENOUGH else NO_REST for size in sizes]
    judged = [
        (place, found)
        for place, (found, size) in enumerate(zip(differences, sizes, strict=True))
        if found is not None and size >= ENOUGH
    ]
    if not judged:
        return words
    p_values = [1.0 if found.p_value is None else found.p_value for _, found in judged]
    proven = _holm(p_values) if correction == "holm" else fdrcorrection(p_values, alpha=LEVEL)[0]
    for (place, found), different in zip(judged, proven, strict=True):
        words[place] = _word(found.value, direction) if different else NO_DIFFERENCE
    return words


def _holm(p_values: list[float]) -> list[bool]:
    """Step down from the smallest p-value; not that of statsmodels, which collects all garbage first (80 ms)."""
    proven = [False] * len(p_values)
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        if p_values[place] > LEVEL / (len(p_values) - rank):
            break
        proven[place] = True
    return proven


def _word(value: float, direction: str) -> str:
    return BETTER if (value > 0) == (direction == "hoger") else WORSE
