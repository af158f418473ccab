"""A reader who asks every figure and then adds, subtracts and multiplies.

Written from the contract, not from the code under test: it lists the figures by filtering single answers,
treats every answer as an unknown, and solves the shown figures by exact elimination modulo a prime that the
code under test does not use. It knows the structure (which answer lies in which figure), which is the worst
case, and reads n off what is shown.
"""

from dataclasses import dataclass
from datetime import date
from itertools import product

import polars as pl

PRIME = 2**61 - 1
GROUPINGS = ("aannemer", "netwerkbedrijf", "discipline")


@dataclass(frozen=True)
class Answer:
    month: date
    combi: str | None = None
    aannemer: tuple[str, ...] = ("X",)
    netwerkbedrijf: tuple[str, ...] = ("Y",)
    discipline: tuple[str, ...] = ("E",)

    def groups(self, grouping):
        return set(getattr(self, grouping)) or {"onbekend"}

    def periods(self, complete_until):
        """All periods of the lattice the answer lies in, and the four quarters before the last four."""
        number = self.month.year * 4 + (self.month.month - 1) // 3
        running = complete_until.year * 4 + (complete_until.month - 1) // 3
        codes = {"alles", f"{self.month:%Y}", f"{self.month:%Y-%m}", f"{number // 4}-K{number % 4 + 1}"}
        codes |= {"laatste4k"} if running - 4 <= number < running else set()
        return codes | ({"vorige4k"} if running - 8 <= number < running - 4 else set())


def atoms(answers, groupings=GROUPINGS):
    """One row per answer, n = 1: the finest form of what the lattice is built from."""
    rows = [
        {"month": a.month, "combi": a.combi, "n": 1, **{g: list(getattr(a, g)) for g in groupings}} for a in answers
    ]
    lists = dict.fromkeys(groupings, pl.List(pl.String))
    return pl.DataFrame(rows, schema={"month": pl.Date, "combi": pl.String, "n": pl.Int64, **lists})


def figures(answers, complete_until):
    """Every figure a reader can ask: (grouping, group, period, combi) -> the set of answers it sums."""
    summed = {}
    for place, answer in enumerate(answers):
        groups = [(g, name) for g in GROUPINGS for name in answer.groups(g)]
        asked = [(None, None, answer.combi or "onbekend"), (None, None, None)]
        asked += [(*group, combi) for group in groups for combi in {None, answer.combi}]
        for (grouping, group, combi), period in product(asked, answer.periods(complete_until)):
            summed.setdefault((grouping, group, period, combi), set()).add(place)
    return {figure: frozenset(places) for figure, places in summed.items()}


class Notebook:
    """Known sums of answers, in echelon form; each line carries its n in the column -1."""

    def __init__(self):
        self.lines = {}

    def reduced(self, line):
        line = dict(line)
        while unknowns := [k for k in line if k >= 0 and k in self.lines]:
            known = self.lines[min(unknowns)]
            times = line[min(unknowns)]
            for k, value in known.items():
                line[k] = (line.get(k, 0) - times * value) % PRIME
            line = {k: value for k, value in line.items() if value}
        return line

    def write(self, places):
        """Add a shown figure: the answers it sums, and its n."""
        line = self.reduced({**dict.fromkeys(places, 1), -1: len(places)})
        if unknowns := [k for k in line if k >= 0]:
            scale = pow(line[min(unknowns)], -1, PRIME)
            self.lines[min(unknowns)] = {k: value * scale % PRIME for k, value in line.items()}

    def work_out(self, places):
        """The n of a hidden figure if it follows from the notebook, else None."""
        line = self.reduced(dict.fromkeys(places, 1))
        return None if any(k >= 0 for k in line) else -line.get(-1, 0) % PRIME


def break_in(answers, complete_until, shown):
    """All hidden figures that follow from the shown ones, with their n as worked out."""
    asked = figures(answers, complete_until)
    notebook = Notebook()
    for places in {places for figure, places in asked.items() if shown(*figure)}:
        notebook.write(places)
    found = {figure: notebook.work_out(places) for figure, places in asked.items() if not shown(*figure)}
    return {figure: n for figure, n in found.items() if n is not None}
