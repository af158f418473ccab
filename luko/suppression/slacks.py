"""What can still move when some figures are known: exact linear algebra over cells ranked from small to large.

A slack is a set of changes to cells that respects every relation. A hidden cell is safe as long as some slack
moves it and moves no shown cell: then the shown figures fit more than one value of it. When there is no such
slack, the hidden figure follows from the shown ones.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

import numpy as np

from luko.suppression.cells import Numbers
from luko.suppression.relations import MODULUS, Row

_AT_ONCE = 256  # slacks followed together when looking for the smallest that moves a cell


class Slacks:
    """The slacks of ranked cells, one per free cell.

    The relations make every cell either bound, a fixed combination of larger cells, or free. The slack of a
    free cell moves that cell by 1, no other free cell, and the bound cells along with it: all of them smaller.
    """

    def __init__(self, bound: dict[int, Row], size: int) -> None:
        self.bound = bound
        self.size = size
        self.free = [cell for cell in range(size) if cell not in bound]
        self._users: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for cell, row in bound.items():
            for larger, weight in row.items():
                self._users[larger].append((cell, weight))

    def of(self, free: int) -> Numbers:
        """The slack of one free cell: by how much each cell moves, modulo MODULUS."""
        moves = np.zeros(self.size, dtype=np.int64)
        moves[free] = 1
        pushed = dict(self._users[free])
        waiting = [-cell for cell in pushed]
        heapify(waiting)
        while waiting:  # from large to small, so that all that moves a cell has been added up
            cell = -heappop(waiting)
            moved = pushed[cell] % MODULUS
            if not moved:
                continue
            moves[cell] = moved
            for smaller, weight in self._users[cell]:
                if smaller not in pushed:
                    pushed[smaller] = 0
                    heappush(waiting, -smaller)
                pushed[smaller] += moved * weight
        return moves

    def smallest_moving(self, cells: Iterable[int]) -> dict[int, int]:
        """For each cell the smallest free cell whose slack moves it."""
        asked = set(cells)
        found = {cell: cell for cell in asked if cell not in self.bound}
        asked -= found.keys()
        for start in range(0, len(self.free), _AT_ONCE):
            if not asked:
                break
            together = self.free[start : start + _AT_ONCE]
            moves = self._moves(together, asked)
            for cell in sorted(asked):
                moving = np.flatnonzero(moves[cell])
                if len(moving):
                    found[cell] = together[moving[0]]
                    asked.remove(cell)
        return found

    def _moves(self, together: list[int], asked: set[int]) -> Numbers:
        """How these slacks move the asked cells, and the cells these depend on (cells x slacks)."""
        moves = np.zeros((self.size, len(together)), dtype=np.int64)
        moves[together, np.arange(len(together))] = 1
        for cell in sorted(self._reached(asked, together[-1]), reverse=True):
            row = self.bound[cell]
            larger, weights = np.array(list(row)), np.array(list(row.values()))
            moves[cell] = (weights[:, None] * moves[larger] % MODULUS).sum(axis=0) % MODULUS
        return moves

    def _reached(self, asked: set[int], below: int) -> set[int]:
        reached: set[int] = set()
        waiting = list(asked)
        while waiting:
            cell = waiting.pop()
            if cell < below and cell in self.bound and cell not in reached:
                reached.add(cell)
                waiting.extend(self.bound[cell])
        return reached


def slacks(rows: list[Row], outside: int, size: int) -> Slacks:
    """The slacks of `size` cells, once the unknowns outside are eliminated.

    `rows` add up to zero over unknowns 0 .. outside + size - 1; the cells come last, from small to large.
    The unknowns outside are what nobody can ask: nobody sees them, and they need no protection.
    """
    bound: dict[int, Row] = {}
    led_by: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        led_by[min(row)].append(dict(row))
    for leader in range(outside + size):
        shortest, *others = sorted(led_by.pop(leader, [{leader: 0}]), key=len)
        if not shortest[leader]:
            continue
        scale = MODULUS - pow(shortest.pop(leader), -1, MODULUS)
        solved = {unknown: weight * scale % MODULUS for unknown, weight in shortest.items()}
        for row in others:
            _substitute(row, leader, solved)
            if row:
                led_by[min(row)].append(row)
        if leader >= outside:
            bound[leader - outside] = {unknown - outside: weight for unknown, weight in solved.items()}
    return Slacks(bound, size)


def _substitute(row: Row, unknown: int, solved: Row) -> None:
    times = row.pop(unknown)
    for larger, weight in solved.items():
        total = (row.get(larger, 0) + times * weight) % MODULUS
        if total:
            row[larger] = total
        else:
            del row[larger]
