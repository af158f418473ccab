"""Response: of everyone invited, who answered. Invited is sent minus bounced; open invitations stay out.

Response goes by month of invitation. The number of answers of a hidden group must not follow from its
response either, so the same suppression judges these cells, by their number of answers.
"""

import polars as pl

from luko import statistics, suppression, warehouse
from luko.access import Reader
from luko.config import settings
from luko.figures import answers, codebook
from luko.figures.answers import Cell
from luko.figures.kept import per_version
from luko.figures.model import HIDDEN, Figure
from luko.suppression import Lattice


def response(reader: Reader, touchpoint_id: int, cell: Cell) -> Figure:
    """Answered / invited in percent with n = invited; HIDDEN when the answers behind it are."""
    atoms, lattice = _atoms(reader, touchpoint_id)
    chosen = answers.of_group(answers.within(atoms, cell.period, cell.combi), cell)
    invited, answered = int(chosen["invited"].sum()), int(chosen["n"].sum())
    if 0 < invited < settings().min_n:
        return HIDDEN
    if answered and not lattice.shown(cell.grouping, cell.group, cell.period.code, cell.combi):
        return HIDDEN
    found = statistics.share(answered, invited)
    return Figure(found.n, found.value, found.lower, found.upper, shown=True)


@per_version
def _atoms(reader: Reader, touchpoint_id: int) -> tuple[pl.DataFrame, Lattice]:
    atoms = warehouse.run("response_atoms", reader, touchpoint_id=touchpoint_id)
    newest = codebook.publication(reader).newest_answer
    return atoms, suppression.Lattice.of(atoms.drop("invited"), newest, settings().min_n)
