"""A figure against another one: a year earlier, the period before, or the rest of the chain."""

from luko import statistics
from luko.config import settings
from luko.figures.answers import Answers, Cell
from luko.figures.model import HIDDEN, Change, Figure
from luko.statistics import Sums


def between(asked: Answers, cell: Cell, other: Cell) -> Change:
    """What changed from one cell (`other`) to another of the same question."""
    figure, then = asked.figure(cell), asked.figure(other)
    if not figure.shown or not then.shown:
        return Change(HIDDEN, None, None, None, "verborgen")
    return _compared(asked, asked.sums(cell), asked.sums(other), then)


def rest_of_chain(asked: Answers, cell: Cell) -> Figure:
    """The figure of everyone else in the same period: the whole chain without the party itself.

    It is the difference of two figures that are shown, so it tells nothing new; a rest smaller than
    LUKO_MIN_N is hidden all the same.
    """
    whole = Cell(cell.period)
    if not (asked.figure(whole).shown and asked.figure(cell).shown):
        return HIDDEN
    rest = asked.sums(whole) - asked.sums(cell)
    return HIDDEN if 0 < rest.n < settings().min_n else asked.estimate(rest)


def against_rest(asked: Answers, cell: Cell) -> Change:
    """One party against the rest of the chain in the same period."""
    rest = rest_of_chain(asked, cell)
    if not rest.shown:
        return Change(HIDDEN, None, None, None, "verborgen")
    own = asked.sums(cell)
    return _compared(asked, own, asked.sums(Cell(cell.period)) - own, rest)


def _compared(asked: Answers, now: Sums, then: Sums, other: Figure) -> Change:
    if not now.n or not then.n:
        return Change(other, None, None, None, "geen gegevens")
    found = statistics.difference(asked.question.kind, now, then)
    return Change(other, found.value, found.lower, found.upper, _verdict(asked, now, then, found))


def _verdict(asked: Answers, now: Sums, then: Sums, found: statistics.Difference) -> str:
    if min(now.n, then.n) < statistics.ENOUGH:
        return "te weinig antwoorden"
    if found.lower is None or found.upper is None or found.lower <= 0 <= found.upper:
        return "geen aantoonbaar verschil"
    better = found.value > 0 if asked.question.direction == "hoger" else found.value < 0
    return "gunstiger" if better else "ongunstiger"
