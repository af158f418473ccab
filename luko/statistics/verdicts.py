"""Partners against the rest in words, corrected for how many are compared at once."""

from collections.abc import Sequence
from typing import Literal

from statsmodels.stats.multitest import multipletests

from luko.statistics.differences import Difference

GUNSTIGER = "gunstiger dan de rest"
ONGUNSTIGER = "ongunstiger dan de rest"
NO_DIFFERENCE = "geen aantoonbaar verschil"
FEW = "te weinig antwoorden voor een oordeel"
ENOUGH = 30  # answers from which on a group gets a verdict

_METHODS = {"benjamini-hochberg": "fdr_bh", "holm": "holm"}


def verdicts(
    differences: Sequence[Difference | None],
    n: Sequence[int],
    direction: str,
    correction: Literal["benjamini-hochberg", "holm"] = "benjamini-hochberg",
) -> list[str]:
    """One verdict per group, at 5%; `n` is the smaller of the two groups compared.

    Benjamini-Hochberg for many partners on one screen, Holm for what starts a talk about a contract. Groups
    with too few answers, or without a difference, take no part in the correction.
    """
    tested = {
        place: found.p_value
        for place, found in enumerate(differences)
        if found is not None and found.p_value is not None and n[place] >= ENOUGH
    }
    rejected: list[bool] = []
    if tested:
        rejected = multipletests(list(tested.values()), alpha=0.05, method=_METHODS[correction])[0].tolist()
    proven = {place for place, is_proven in zip(tested, rejected, strict=True) if is_proven}
    return [_in_words(found, n[place], place in proven, direction) for place, found in enumerate(differences)]


def _in_words(found: Difference | None, n: int, proven: bool, direction: str) -> str:
    if found is None or n < ENOUGH:
        return FEW
    if not proven:
        return NO_DIFFERENCE
    return GUNSTIGER if (found.value > 0) == (direction == "hoger") else ONGUNSTIGER
