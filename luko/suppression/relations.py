"""Every way in which cells are sums of other cells, written as relations that add up to zero.

They hold for any sum over answers: for n and for the total of the scores alike. They are complete, because
every cell is led back to the atoms it consists of: whatever follows from figures by adding, subtracting and
multiplying follows from these relations, overlap between groups included.
"""

from collections.abc import Iterator

import numpy as np

from luko.suppression.cells import ANY, Cells, Numbers

MODULUS = 2**31 - 1  # prime; coefficients are exact integers modulo this number, so nothing is rounded
MINUS_ONE = MODULUS - 1
Row = dict[int, int]


def relations(cells: Cells) -> tuple[list[Row], int]:
    """Rows {unknown: coefficient} that each add up to zero, and the number of unknowns.

    The unknowns are the cells, by their flat place in the cube, and after them the atoms.
    """
    unknowns = cells.n.size
    rows = [{whole: 1, **dict.fromkeys(parts, MINUS_ONE)} for whole, parts in _sums(cells)]
    for block, incidence in _blocks(cells):
        for cell, weights in zip(block.tolist(), incidence, strict=True):
            held = np.flatnonzero(weights)
            row = zip((held + unknowns).tolist(), weights[held].tolist(), strict=True)
            rows.append({cell: MINUS_ONE, **dict(row)})
        unknowns += incidence.shape[1]
    return rows, unknowns


def _sums(cells: Cells) -> Iterator[tuple[int, list[int]]]:
    """Cells that are the sum of others: per month any combi of each combi, and wider periods of narrower."""
    months = len(cells.timeline.covers)
    by_group = np.arange(cells.n.size).reshape(cells.n.shape)
    for lanes, present in zip(by_group, cells.n > 0, strict=True):
        for month in np.flatnonzero(present[ANY, :months]):
            yield int(lanes[ANY, month]), lanes[1:, month][present[1:, month]].tolist()
        for period, narrower in cells.timeline.parts:
            for combi in np.flatnonzero(present[:, period]):
                lane, held = lanes[combi], present[combi]
                yield int(lane[period]), [int(lane[part]) for part in narrower if held[part]]


def _blocks(cells: Cells) -> Iterator[tuple[Numbers, Numbers]]:
    """Per month and combi: its cells, and which atoms each consists of (cells x atoms).

    Relations between the cells of a block are all that matters here. As many random mixtures of the atoms
    as there are cells keep exactly those, however many atoms there are.
    """
    group, atom = cells.members.T
    months = len(cells.timeline.covers)
    block = cells.combi_of[atom] * months + cells.month_of[atom]
    order = np.argsort(block, kind="stable")
    starts = np.flatnonzero(np.diff(block[order], prepend=-1))
    mixing = np.random.default_rng(20250401)  # fixed, so that the same answers hide the same figures
    for held in np.split(order, starts[1:]):
        combi, month = divmod(int(block[held[0]]), months)
        groups, row = np.unique(group[held], return_inverse=True)
        atoms, column = np.unique(atom[held], return_inverse=True)
        incidence = np.zeros((len(groups), len(atoms)), dtype=np.int64)
        incidence[row, column] = 1
        if len(atoms) > len(groups):
            mixtures = mixing.integers(1, MODULUS, size=(len(atoms), len(groups)))
            incidence = incidence @ mixtures % MODULUS
        yield np.ravel_multi_index((groups, combi, month), cells.n.shape), incidence
