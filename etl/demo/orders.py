"""The orders of a project: discipline, company, contractor and visit of each."""

import numpy as np
import polars as pl

from etl.demo import draw, visits
from etl.demo.seasons import Days

DISCIPLINES = np.array(["E", "W", "M", "M", "R", "H", "G"])  # a second cable is of a second company
SECOND_CABLE = 3
MEDIA = np.array(["KPN Netwerk NL", "VodafoneZiggo", "Deltafiber"])
NEVER = 10**6


def placed(rng: np.random.Generator, asked: pl.DataFrame, visited: pl.DataFrame, today: int) -> pl.DataFrame:
    """One row per order, with its visit and whether it was cancelled by `today`."""
    per_project = asked["order_count"].to_numpy()
    project = np.repeat(np.arange(len(asked)), per_project)
    position = visits.positions(per_project)
    column = draw.in_order(rng, _discipline_weights(asked))[project, position]
    media = rng.integers(0, len(MEDIA), len(asked))[project] + (column == SECOND_CABLE)
    visit_count = np.bincount(visited["project"].to_numpy())[project]
    placed = asked[project].with_columns(
        pl.Series("position", position),
        pl.Series("discipline", DISCIPLINES[column]),
        pl.Series("media", MEDIA[media % len(MEDIA)]),
        pl.Series("visit", position % visit_count),
        pl.Series("old_goes", draw.chance(rng, project.size, 0.008) & (position > 0)),
        pl.Series("cancelled_on", _cancelled_on(rng, asked, project, position)),
    )
    joined = placed.join(visited, on=["project", "visit"], how="left", maintain_order="left")
    return joined.with_columns(
        network_company=_network_company(),
        contractor=_contractor(),
        kind=pl.when("old_goes").then(pl.lit("verwijdering")).otherwise("kind"),
        cancelled=(pl.col("cancelled_on") <= today) & (pl.col("cancelled_on") < pl.col("done")),
    )


def _discipline_weights(asked: pl.DataFrame) -> draw.Numbers:
    """Columns as DISCIPLINES: gas is rare in what is new, common in what is taken away; heat is regional."""
    kind, heated = asked["kind"].to_numpy(), asked["heat"].is_not_null().to_numpy()
    weights = np.tile(np.array([1.8, 1.3, 0.8, 0.12, 0.07, 0.0, 0.035]), (len(asked), 1))
    weights[heated, 5] = 0.18
    weights[kind == "verwijdering", 6] = 1.0
    weights[heated & (kind == "nieuw"), 6] = 0.0
    return weights


def _network_company() -> pl.Expr:
    return (
        pl.when(pl.col("discipline").is_in(["E", "G"]))
        .then("energy")
        .when(pl.col("discipline") == "H")
        .then("heat")
        .when(pl.col("discipline") == "M")
        .then("media")
        .otherwise("water")  # the register knows no municipality: sewers go along with the water company
    )


def _contractor() -> pl.Expr:
    """The second contractor of a shared project does the last half of its orders, never the first order."""
    of_second = 2 * pl.col("position") >= pl.col("order_count")
    return pl.when(of_second).then("second_contractor").otherwise("contractor")


def _cancelled_on(rng: np.random.Generator, asked: pl.DataFrame, project: Days, position: Days) -> Days:
    """A day per order, far away for those that go on; the first order only goes with its whole project."""
    leaves = draw.chance(rng, len(asked), 0.045)
    whole = np.where(leaves, rng.integers(4, 120, len(asked)), NEVER)[project]
    single = draw.chance(rng, project.size, 0.03) & (position > 0)
    part = np.where(single, rng.integers(4, 90, project.size), NEVER)
    return asked["requested"].to_numpy()[project] + np.minimum(whole, part)
