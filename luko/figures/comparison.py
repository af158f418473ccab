"""What Vergelijking shows: every partner of one kind against the rest of the chain."""

from typing import Any

import polars as pl

from luko import statistics, warehouse
from luko.access import Reader
from luko.figures import answers, changes, codebook, score
from luko.figures.answers import UNKNOWN, Answers, Cell
from luko.figures.kept import per_version
from luko.figures.model import Figure, Grouping, Partner
from luko.periods import Period

# The column of marts.responses in which the partners of one kind stand; a project has one combi, never shared.
MEMBERS: dict[Grouping, str] = {"aannemer": "contractors", "netwerkbedrijf": "network_companies"}
PARTNERS = {
    "group": pl.String,
    "own": pl.Boolean,
    "shown": pl.Boolean,
    "n": pl.Int64,
    **dict.fromkeys(("value", "lower", "upper", "rest"), pl.Float64),
    "rest_n": pl.Int64,
    **dict.fromkeys(("difference", "difference_lower", "difference_upper"), pl.Float64),
    "verdict": pl.String,
    "shared": pl.Float64,
}


def per_partner(reader: Reader, kind: Grouping, touchpoint_id: int, code: str, period_code: str) -> pl.DataFrame:
    """One row per partner with answers (form: PARTNERS), by code points.

    The verdict is against the rest of the chain, corrected for the number of comparisons (Benjamini-Hochberg,
    5%): gunstiger or ongunstiger dan de rest, geen aantoonbaar verschil, te weinig antwoorden voor een oordeel,
    geen rest om mee te vergelijken, or verborgen. `shared` is the percentage of its invited projects on which
    another partner of this kind worked too; null for a combi.
    """
    asked = answers.of(reader, touchpoint_id, code)
    period = codebook.asked_period(reader, period_code)
    shares = _shared(reader, kind, touchpoint_id, period)
    rows = [
        _row(asked, Partner(kind, group), figure, period)
        | {"own": group == reader.organisation, "shared": shares.get(group) if figure.shown else None}
        for group, figure in score.figures(asked, kind, period, None).items()
        if group != UNKNOWN
    ]
    judged = [row for row in rows if row["shown"]]
    words = statistics.verdicts(
        [row["found"] for row in judged], [row["compared"] for row in judged], asked.question.direction
    )
    for row, verdict in zip(judged, words, strict=True):
        row["verdict"] = verdict
    return pl.DataFrame([{name: row.get(name) for name in PARTNERS} for row in rows], schema=PARTNERS)


def _row(asked: Answers, partner: Partner, figure: Figure, period: Period) -> dict[str, Any]:
    """One partner's cells, with the difference from the rest as `found` and the n it rests on as `compared`."""
    cell = Cell.of(partner, period)
    row: dict[str, Any] = {"group": partner.name, "shown": figure.shown, "verdict": "verborgen"}
    if not figure.shown:
        return row
    row |= {"n": figure.n, "value": figure.value, "lower": figure.lower, "upper": figure.upper}
    rest = changes.rest_of_chain(asked, cell)
    if not rest.shown or not rest.n:
        return row | {"found": None, "compared": figure.n}
    own = asked.sums(cell)
    found = statistics.difference(asked.question.kind, own, asked.sums(Cell(period)) - own)
    return row | {
        "found": found,
        "compared": min(own.n, rest.n),
        "rest": rest.value,
        "rest_n": rest.n,
        "difference": found.value,
        "difference_lower": found.lower,
        "difference_upper": found.upper,
    }


@per_version
def _shared(reader: Reader, kind: Grouping, touchpoint_id: int, period: Period) -> dict[str, float]:
    if kind not in MEMBERS:
        return {}
    worked = warehouse.run(
        "shared_projects",
        reader,
        touchpoint_id=touchpoint_id,
        members=MEMBERS[kind],
        first_day=period.first,
        day_after=period.until,
    )
    return {row["partner"]: 100.0 * row["shared"] / row["projects"] for row in worked.to_dicts()}
