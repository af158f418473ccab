"""Projects and their orders, from aanvraag to gereed, as CAPO would show them on the last day."""

import numpy as np
import polars as pl

from etl.demo import draw, orders, progress, visits
from etl.demo.region import Region
from etl.demo.seasons import Days, Seasons

WINDOW = 3 * 365
KINDS = (("nieuw", 0.86), ("wijziging", 0.09), ("verwijdering", 0.05))
OBJECTS = (("woning", 0.62), ("appartement", 0.17), ("bedrijfspand", 0.12), ("bouwaansluiting", 0.09))
ORDERS_PER_PROJECT = (0.13, 0.30, 0.37, 0.16, 0.04)


def projects(rng: np.random.Generator, count: int, today: int, seasons: Seasons, region: Region) -> pl.DataFrame:
    """One row per project: what was asked, where, of whom, and how long it will take when all goes well."""
    days = np.arange(today - WINDOW + 1, today + 1)
    requested = np.sort(days[draw.one_of(rng, count, seasons.asked_on(days))])
    places = region.places[draw.one_of(rng, count, region.places["weight"].to_numpy())]
    order_count = draw.one_of(rng, count, ORDERS_PER_PROJECT) + 1
    asked_combi = draw.chance(rng, count, 0.93)
    as_combi = draw.chance(rng, count, np.where(asked_combi, np.where(order_count > 1, 0.93, 0.75), 0.15))
    asked = places.drop("weight").with_columns(
        project=pl.Series(np.arange(count)),
        requested=pl.Series(requested),
        order_count=pl.Series(order_count),
        kind=_named(rng, count, KINDS),
        object_type=_named(rng, count, OBJECTS),
        requested_as_combi=pl.Series(asked_combi),
        executed_as_combi=pl.Series(as_combi),
        postcode=pl.col("postcode") + pl.Series(rng.integers(0, 25, count)),
    )
    return _timed(rng, _contracted(rng, asked, region), seasons)


def executed(
    rng: np.random.Generator, asked: pl.DataFrame, today: int, seasons: Seasons
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The orders as known `today`, and the projects with what came of them."""
    placed = orders.placed(rng, asked, visits.made(rng, asked, seasons), today)
    outcome = asked.join(progress.outcome(placed, today), on="project", how="left", maintain_order="left")
    return progress.shown(rng, placed, outcome, today), outcome


def _named(rng: np.random.Generator, count: int, choices: tuple[tuple[str, float], ...]) -> pl.Series:
    names = np.array([name for name, _ in choices])
    return pl.Series(names[draw.one_of(rng, count, [share for _, share in choices])])


def _contracted(rng: np.random.Generator, asked: pl.DataFrame, region: Region) -> pl.DataFrame:
    """The contractor of each project, and of about one in seven the second one; both of its combi."""
    crews = region.contractors
    count = len(asked)
    same_combi = asked["combi"].to_numpy()[:, None] == crews["combi"].to_numpy()[None, :]
    chosen = draw.in_order(rng, same_combi * crews["size"].to_numpy()[None, :])
    shared = (asked["order_count"].to_numpy() > 1) & draw.chance(rng, count, 0.145)
    first, second = chosen[:, 0], np.where(shared, chosen[:, 1], chosen[:, 0])
    traits = ("quality", "communication", "craft", "replanning", "pace")
    return asked.with_columns(
        pl.Series("shared", shared),
        crews["contractor"][first].alias("contractor"),
        crews["contractor"][second].alias("second_contractor"),
        *((crews[trait][first] + crews[trait][second]).alias(trait) / 2 for trait in traits),
    )


def _timed(rng: np.random.Generator, asked: pl.DataFrame, seasons: Seasons) -> pl.DataFrame:
    """The days of agreement, wish and plan messages; the lead time without mishaps is log-normal."""
    count = len(asked)
    requested = asked["requested"].to_numpy()
    lead = np.clip(94 * asked["pace"].to_numpy() * np.exp(rng.normal(0, 0.63, count)), 24, 420)
    planned = seasons.planned(rng, requested + lead.astype(np.int64))
    lead = planned - requested
    provisional = seasons.opened(requested + np.maximum(4, lead * rng.uniform(0.2, 0.4, count)).astype(np.int64))
    definitive = np.maximum(provisional + 3, planned - rng.integers(12, 33, count))
    wished = planned - rng.normal(-3, 15, count).astype(np.int64) - rng.exponential(6, count).astype(np.int64)
    return asked.with_columns(
        pl.Series("planned", planned),
        pl.Series("agreed", np.minimum(requested + rng.integers(2, 12, count), provisional)),
        pl.Series("wished", _monday(np.maximum(wished, requested + 21))),
        pl.Series("provisional_sent", provisional),
        pl.Series("provisional", seasons.planned(rng, planned + rng.normal(0, 9, count).astype(np.int64))),
        pl.Series("definitive_sent", seasons.opened(definitive)),
    )


def _monday(days: Days) -> Days:
    return days - (days + 3) % 7  # 1 January 1970 was a Thursday
