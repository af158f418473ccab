"""What may be shown: from the largest cell to the smallest, everything that gives no small cell away."""

from collections import defaultdict

import numpy as np

from luko.suppression.cells import Numbers
from luko.suppression.relations import MODULUS
from luko.suppression.slacks import Slacks


def hidden_besides(small: int, slacks: Slacks) -> set[int]:
    """The cells to hide besides the `small` smallest ones, so that none of the hidden can be worked out.

    Cells are visited from large to small, and each is shown unless with it a small cell would follow from
    what is shown already. So (1) no small cell follows from the shown cells; (2) no other hidden cell does:
    a small cell follows from that one and the shown, and would then follow from the shown alone; (3) no
    hidden cell can be spared: showing it gives a small cell away.
    """
    dependants = defaultdict(list)  # small cells, by the smallest slack that moves them
    for cell, free in slacks.smallest_moving(range(small)).items():
        dependants[free].append(cell)
    kept = _Kept(slacks.size)
    hidden: set[int] = set()
    out_of_reach: list[int] = []  # small cells that no slack still to come can move
    for cell in range(slacks.size - 1, small - 1, -1):
        if cell not in slacks.bound:
            if not all(kept.moves(dependant) for dependant in dependants[cell]):
                kept.add(slacks.of(cell))
                hidden.add(cell)
            out_of_reach += dependants[cell]
        elif kept.moves(cell):
            if kept.in_step(cell, out_of_reach):
                hidden.add(cell)
            else:
                kept.hold_still(cell)
    return hidden


class _Kept:
    """The slacks kept from the cells visited so far; a cell that none of them moves follows from the shown.

    Two random mixtures of the slacks tell which cells move, and which move in step. Chance can only err to
    the safe side, once in billions: it may take two cells to move in step that do not.
    """

    def __init__(self, size: int) -> None:
        self._slacks: list[Numbers] = []
        self._mixtures = np.zeros((2, size), dtype=np.int64)
        self._random = np.random.default_rng(20250402)  # fixed: same answers, same figures hidden

    def add(self, slack: Numbers) -> None:
        """Keep one more slack."""
        self._slacks.append(slack)
        shares = self._random.integers(1, MODULUS, size=2)
        self._mixtures = (self._mixtures + shares[:, None] * slack) % MODULUS

    def moves(self, cell: int) -> bool:
        """Whether some kept slack moves this cell."""
        return bool(self._mixtures[:, cell].any())

    def in_step(self, cell: int, others: list[int]) -> bool:
        """Whether one of the others stands still as soon as this cell does."""
        one, two = self._mixtures
        return bool(((one[others] * two[cell] - two[others] * one[cell]) % MODULUS == 0).any())

    def hold_still(self, cell: int) -> None:
        """Keep only what moves without this cell: one slack is spent to take its movement out of the rest."""
        moving = [slack for slack in self._slacks if slack[cell]]
        spent = min(moving, key=np.count_nonzero)
        per_move = spent * pow(int(spent[cell]), -1, MODULUS) % MODULUS
        self._slacks = [slack for slack in self._slacks if slack is not spent]
        for slack in self._slacks:
            if slack[cell]:
                slack[:] = (slack - slack[cell] * per_move) % MODULUS
        self._mixtures = (self._mixtures - self._mixtures[:, [cell]] * per_move) % MODULUS
