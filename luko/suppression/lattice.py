"""The rule "Hidden" of contract section 7, for one reader, touchpoint and question."""

from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from luko.suppression.cells import TOTAL, Cells, cells
from luko.suppression.choice import hidden_besides
from luko.suppression.relations import relations
from luko.suppression.slacks import slacks


class Lattice:
    """Every figure one reader can ask of one touchpoint and question, and whether it is shown."""

    def __init__(self, over: Cells, shown: npt.NDArray[np.bool_]) -> None:
        self._cells = over
        self._shown = shown
        self._group = {group: place for place, group in enumerate(over.groups)}
        self._combi = {combi: place for place, combi in enumerate(over.combis)}
        self._period = {code: place for place, code in enumerate(over.timeline.codes)}

    @classmethod
    def of(cls, atoms: pl.DataFrame, complete_until: date | None, min_n: int) -> "Lattice":
        """The lattice over these atoms: all counted answers that the reader may see, everything included.

        `atoms` has one row per set of answers that are alike: `month` (date, first of the month), `combi`
        (text or null), `n` (number of answers), and a list column per grouping (`aannemer`, ...) with the
        groups on the project of those answers; an empty list is the group `onbekend`. All groupings belong
        in one frame, since figures of one grouping can give away those of another.
        """
        over = cells(atoms, complete_until)
        return cls(over, over.askable & ~_hidden(over, min_n))

    def shown(self, grouping: str | None, group: str | None, period_code: str, combi: str | None) -> bool:
        """Whether this figure may be shown; grouping and group None: the total; combi None: any combi.

        A row of "per combi" is the total of that combi, `onbekend` for answers without one. False too for
        a figure that has no answers or that cannot be asked.
        """
        place = (
            self._group.get((grouping, group)),
            self._combi.get(combi),
            self._period.get(period_code),
        )
        return None not in place and bool(self._shown[place])

    def table(self) -> pl.DataFrame:
        """One row per figure with answers: grouping, group, period, combi, n, shown."""
        group, combi, period = np.nonzero(self._cells.askable)
        groups, combis, codes = self._cells.groups, self._cells.combis, self._cells.timeline.codes
        return pl.DataFrame(
            {
                "grouping": [groups[place][0] for place in group],
                "group": [groups[place][1] for place in group],
                "period": [codes[place] for place in period],
                "combi": [combis[place] for place in combi],
                "n": self._cells.n[group, combi, period],
                "shown": self._shown[group, combi, period],
            },
            schema_overrides={"grouping": pl.String, "group": pl.String, "combi": pl.String},
        )


def _hidden(over: Cells, min_n: int) -> npt.NDArray[np.bool_]:
    """The askable cells that are small, and those that would give one of them away."""
    ranked = _from_small_to_large(over)
    small = int((over.n.ravel()[ranked] < min_n).sum())
    hidden = np.zeros(over.n.size, dtype=np.bool_)
    if small:
        hidden[ranked[:small]] = True
        rows, unknowns = relations(over)
        outside = np.setdiff1d(np.arange(unknowns), ranked)[::-1]  # atoms first: they lead to least filling
        rank = np.empty(unknowns, dtype=np.int64)
        rank[np.concatenate([outside, ranked])] = np.arange(unknowns)
        places = rank.tolist()
        renamed = [{places[unknown]: weight for unknown, weight in row.items()} for row in rows]
        hidden[ranked[list(hidden_besides(small, slacks(renamed, len(outside), len(ranked))))]] = True
    return hidden.reshape(over.n.shape)


def _from_small_to_large(over: Cells) -> npt.NDArray[np.int64]:
    """Flat places of the askable cells: by n, at equal n a group before a total, then by name."""
    places = np.flatnonzero(over.askable)
    totals = np.unravel_index(places, over.n.shape)[0] == over.groups.index(TOTAL)
    return places[np.lexsort((places, totals, over.n.ravel()[places]))]
