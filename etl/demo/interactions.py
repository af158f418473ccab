"""The two measurements without an invitation: the pop-up on the portal and the helpdesk's telephone menu."""

import numpy as np
import polars as pl

from etl.demo import comments, draw
from etl.demo.survey import BY_HOUR, DAY, HOURS

PARTICIPATION = 0.08  # of all aanvragen
CALLS = 0.055  # answered telephone menus per aanvraag
POPUP_EFFORT = (0.34, 0.28, 0.16, 0.13, 0.09)
IVR_CONTENT = (0.07, 0.08, 0.17, 0.36, 0.32)


def spontaneous(rng: np.random.Generator, projects: pl.DataFrame, today: int) -> list[pl.DataFrame]:
    """One frame per measurement, one row per response until the end of `today`."""
    return [_popup(rng, projects, today), _telephone(rng, projects, today)]


def _popup(rng: np.random.Generator, projects: pl.DataFrame, today: int) -> pl.DataFrame:
    """Right after the aanvraag; half of them carry the clusterid. The portal gets a little easier."""
    asked = projects.filter(pl.Series(draw.chance(rng, len(projects), PARTICIPATION)))
    count = len(asked)
    requested = asked["requested"].to_numpy()
    hour = HOURS[0] + draw.one_of(rng, count, BY_HOUR)
    effort = rng.normal(0, 1, count) + 0.0003 * (today - requested)
    scores = draw.ranked(effort, POPUP_EFFORT) + 1
    found = draw.chance(rng, count, 1 / (1 + np.exp(1.2 * effort - 2.0)))
    linked = draw.chance(rng, count, 0.5)
    answers = pl.DataFrame({"CES": scores.astype(str), "GEVONDEN": np.where(found, "ja", "nee")})
    blank = draw.chance(rng, count, 0.02)
    return asked.select(
        project=pl.when(pl.Series(linked)).then("project"),
        combi=pl.when(pl.Series(linked | draw.chance(rng, count, 0.4))).then("combi"),
        touchpoint=pl.lit("popup"),
        answered_at=pl.Series(requested * DAY + hour * 60 + rng.integers(0, 60, count)),
        CES=answers["CES"],
        GEVONDEN=pl.when(~pl.Series(blank)).then(answers["GEVONDEN"]),
        TOELICHTING=comments.on_the_portal(rng, answers),
    )


def _telephone(rng: np.random.Generator, projects: pl.DataFrame, today: int) -> pl.DataFrame:
    """In office hours, some weeks after the aanvraag; one in ten callers had a clusterid at hand."""
    called = projects.filter(pl.Series(draw.chance(rng, len(projects), CALLS)))
    days = called["requested"].to_numpy() + rng.gamma(1.3, 30.0, len(called)).astype(np.int64)
    past = (days <= today) & ((days + 3) % 7 < 5)
    called, days = called.filter(pl.Series(past)), days[past]
    count = len(called)
    content = rng.normal(0, 1, count)
    solved = draw.chance(rng, count, 1 / (1 + np.exp(-1.5 * content - 1.4)))
    linked = draw.chance(rng, count, 0.1)
    blank = draw.chance(rng, count, 0.06)
    return called.select(
        project=pl.when(pl.Series(linked)).then("project"),
        combi=pl.when(pl.Series(linked)).then("combi"),
        touchpoint=pl.lit("ivr"),
        answered_at=pl.Series(days * DAY + rng.integers(8 * 60, 17 * 60 + 30, count)),
        TEVREDEN=pl.Series((draw.ranked(content, IVR_CONTENT) + 1).astype(str)),
        OPGELOST=pl.when(~pl.Series(blank)).then(pl.Series(np.where(solved, "ja", "nee"))),
    )
