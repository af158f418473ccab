"""The visits in which the work of a project is done: planned, planned again, done, reported ready."""

import numpy as np
import polars as pl

from etl.demo import draw
from etl.demo.seasons import Days, Seasons

REPLANS = 0.37  # after the definitive plan message, per visit of an average contractor
REASONS = (
    ("Klant Niet Thuis", 12),
    ("Vergunning Niet Gereed", 12),
    ("Afspraak Gepland Met Klant", 9),
    ("Overmacht", 5),
    ("Miscommunicatie", 9),
    ("Werkdruk Monteur", 15),
    ("Werkzaamheden Klant Niet Gereed", 14),
    ("Andere Discipline Niet Gereed", 11),
    ("Vervuilde Grond", 3),
    ("Weersomstandigheden", 3),
    ("In Combinatie Met Sanering/VVV", 2),
    ("Nav Combiplanning", 5),
)
FROZEN = "Weersomstandigheden"


def made(rng: np.random.Generator, asked: pl.DataFrame, seasons: Seasons) -> pl.DataFrame:
    """One row per project and visit: definitive plan, replans and their reason, days of done and ready."""
    per_project = _counts(rng, asked)
    project = np.repeat(np.arange(len(asked)), per_project)
    visit = positions(per_project)
    first = asked["planned"].to_numpy()[project]
    later = seasons.planned(rng, first + visit * rng.integers(3, 22, project.size))
    planned = np.where(visit == 0, first, later)
    replans, frozen, done = _replanned(rng, planned, asked["replanning"].to_numpy()[project], seasons)
    named = [reason for reason, _ in REASONS]
    reasons = np.array(named)[draw.one_of(rng, project.size, [often for _, often in REASONS])]
    return pl.DataFrame(
        {
            "project": project,
            "visit": visit,
            "definitive": planned,
            "replans": replans,
            "reason_code": np.where(frozen, FROZEN, reasons),
            "done": done,
            "ready": seasons.opened(done + rng.poisson(1.6, project.size)),
        }
    )


def positions(counts: Days) -> Days:
    """0, 1, ... within each group of these sizes."""
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    return np.arange(starts.size) - starts


def _counts(rng: np.random.Generator, asked: pl.DataFrame) -> Days:
    """Parties that work together come once, as a rule; apart, each comes in its own time."""
    drawn = rng.random(len(asked))
    more = np.where(asked["shared"].to_numpy(), 0.30, 0.17)
    together = 1 + (drawn < more) + (drawn < 0.03)
    wanted = np.where(asked["executed_as_combi"].to_numpy(), together, 3)
    possible: Days = asked["order_count"].to_numpy()
    return np.minimum(wanted, possible)


def _replanned(
    rng: np.random.Generator, planned: Days, factor: draw.Numbers, seasons: Seasons
) -> tuple[Days, draw.Flags, Days]:
    """Per visit how often it was planned again, whether frost did it, and the day it was done."""
    replans = np.minimum(rng.poisson(REPLANS * factor * rng.gamma(2.0, 0.5, planned.size)), 5)
    thawed = seasons.after_frost(planned)
    frozen = (thawed > planned) & draw.chance(rng, planned.size, 0.8)
    replans = replans + frozen
    delay = rng.gamma(np.maximum(replans, 1) * 1.5, 6.0).astype(np.int64) + 1
    moved = seasons.planned(rng, np.where(frozen, thawed, planned) + delay)
    return replans, frozen, np.where(replans > 0, moved, planned)
