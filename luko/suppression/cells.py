"""The figures one reader can ask: (group or total) x (any combi or one) x (period of the lattice).

A figure is a sum of atoms: answers with the same month, combi and groups. Two figures may overlap, since an
answer counts once for every group on its project.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from luko.suppression.timeline import Timeline, timeline

UNKNOWN = "onbekend"  # the group of answers without a group, and the combi of answers without one
TOTAL: tuple[None, None] = (None, None)
ANY = 0  # the place of "no filter on combi" on the axis of combis

Numbers = npt.NDArray[np.int64]
Group = tuple[str | None, str | None]


@dataclass(frozen=True)
class Cells:
    """All sums over the three axes: `n` answers, and whether a reader can ask for that sum.

    `groups` are (grouping, group), the total first; `combis` start with None for any and end with the
    unknown one. `members` are pairs (place of a group, atom), of the total too; `combi_of` and `month_of`
    give the place of an atom on those axes.
    """

    groups: list[Group]
    combis: list[str | None]
    timeline: Timeline
    n: Numbers
    askable: npt.NDArray[np.bool_]
    members: Numbers
    combi_of: Numbers
    month_of: Numbers


def cells(atoms: pl.DataFrame, complete_until: date | None) -> Cells:
    """The cells over atoms: columns month (first day), combi (or null), n, and a list column per grouping."""
    numbered = (
        atoms.filter(pl.col("n") > 0)
        .with_columns(pl.col("combi").cast(pl.String).fill_null(UNKNOWN))
        .with_row_index("atom")
    )
    named = sorted(set(numbered["combi"]) - {UNKNOWN})
    months = numbered["month"].unique().sort().to_list()
    groups, members = _members(numbered)
    combis = [None, *named, UNKNOWN]
    combi_of = _places(numbered["combi"], combis[1:]) + 1
    month_of = _places(numbered["month"], months)
    line = timeline(months, complete_until)

    per_month = np.zeros((len(groups), len(combis), len(months)), dtype=np.int64)
    group, atom = members[:, 0], members[:, 1]
    np.add.at(per_month, (group, combi_of[atom], month_of[atom]), numbered["n"].to_numpy().astype(np.int64)[atom])
    per_month[:, ANY] = per_month.sum(axis=1)
    n = per_month @ line.covers
    askable = n > 0
    askable[1:, -1] = False  # a group within the unknown combi: no filter asks for that
    return Cells(groups, combis, line, n, askable, members, combi_of, month_of)


def _members(atoms: pl.DataFrame) -> tuple[list[Group], Numbers]:
    groups: list[Group] = [TOTAL]
    everyone = np.stack([np.zeros(len(atoms), dtype=np.int64), np.arange(len(atoms))], axis=1)
    members = [everyone]
    for grouping in (name for name, kind in atoms.schema.items() if isinstance(kind, pl.List)):
        held = (
            atoms.select("atom", group=grouping)
            .explode("group", empty_as_null=True)
            .with_columns(pl.col("group").fill_null(UNKNOWN))
            .unique()
        )
        names = held["group"].unique().sort().to_list()
        places = _places(held["group"], names) + len(groups)
        members.append(np.stack([places, held["atom"].to_numpy().astype(np.int64)], axis=1))
        groups.extend((grouping, name) for name in names)
    return groups, np.concatenate(members)


def _places(values: pl.Series, axis: list[object]) -> Numbers:
    place = {value: number for number, value in enumerate(axis)}
    return np.array([place[value] for value in values.to_list()], dtype=np.int64)
