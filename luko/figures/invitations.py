"""Response: of everyone invited, who answered. Invited is sent minus bounced; open invitations stay out.

Response goes by month of invitation. The number of answers of a hidden group must not follow from its
response either, so the same suppression judges these cells, by their number of answers.
"""

from dataclasses import replace
from functools import lru_cache

import polars as pl

from luko import statistics, suppression, warehouse
from luko.access import Reader
from luko.config import settings
from luko.figures import answers, codebook
from luko.figures.answers import Cell
from luko.figures.model import HIDDEN, Figure
from luko.suppression import Lattice


def response(reader: Reader, touchpoint_id: int, cell: Cell) -> Figure:
    """Answered / invited in percent with n = invited; HIDDEN when the answers behind it are."""
    anonymous = replace(reader, username="", organisation=None, capabilities=frozenset())
    atoms, lattice = _atoms(warehouse.version(), anonymous, touchpoint_id, settings().min_n)
    chosen = answers.of_group(answers.within(atoms, cell.period, cell.combi), cell)
    invited, answered = int(chosen["invited"].sum()), int(chosen["n"].sum())
    if answered and not lattice.shown(cell.grouping, cell.group, cell.period.code, cell.combi):
        return HIDDEN
    found = statistics.share(answered, invited)
    return Figure(found.n, found.value, found.lower, found.upper, shown=True)


@lru_cache(maxsize=64)
def _atoms(version: str, reader: Reader, touchpoint_id: int, min_n: int) -> tuple[pl.DataFrame, Lattice]:
    atoms = warehouse.run("response_atoms", reader, touchpoint_id=touchpoint_id)
    newest = codebook.publication(reader).newest_answer
    return atoms, suppression.Lattice.of(atoms.drop("invited"), newest, min_n)
