"""The three questionnaires by mail: who is invited when, who answers, and what.

Moments are whole minutes since 1970-01-01, on the Amsterdam clock.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from etl.demo import comments, draw, satisfaction
from etl.demo.seasons import Days, Seasons

DAY = 24 * 60
PLAN_MESSAGES_OF = "Synfra"
ARRIVED = {"bezorgd": 0.953, "verstuurd": 0.017, "bounce": 0.018, "afgemeld": 0.012}
ANSWERABLE = ("bezorgd", "verstuurd")
HOURS = (7, 23)  # nobody answers at night
BY_HOUR = (2, 4, 6, 7, 6, 6, 5, 5, 5, 6, 6, 7, 10, 11, 9, 5)
BY_DAY = (30, 24, 14, 7, 5, 4, 3, 6, 3, 2, 1, 1, 1, 1)  # a reminder goes out after a week


@dataclass(frozen=True)
class Mailing:
    """One questionnaire by mail."""

    touchpoint: str
    response: float
    answers: Callable[[np.random.Generator, pl.DataFrame], pl.DataFrame]
    remarks: Callable[[np.random.Generator, pl.DataFrame], pl.Series]


PROVISIONAL = Mailing("voorlopig", 0.175, satisfaction.of_the_plan, comments.on_the_plan)
DEFINITIVE = Mailing("definitief", 0.183, satisfaction.of_the_plan, comments.on_the_plan)
FINAL = Mailing("eindmeting", 0.258, satisfaction.of_the_chain, comments.on_the_chain)


def mailed(rng: np.random.Generator, projects: pl.DataFrame, today: int, seasons: Seasons) -> list[pl.DataFrame]:
    """One frame per questionnaire, one row per invitation sent until the end of `today`."""
    reachable = projects.filter(pl.col("process_step").is_not_null(), pl.col("email").is_not_null())
    customers = satisfaction.felt(rng, reachable, today)
    planned = customers.filter(pl.col("combi") == PLAN_MESSAGES_OF)
    in_scope = customers.filter("all_new", "executed_as_combi", pl.col("process_step") == "Gereed")
    ready = in_scope["ready"].to_numpy()
    late = draw.chance(rng, len(in_scope), 0.25)
    ready = np.where(late, seasons.opened(ready + 1), ready)
    return [
        _sent(rng, PROVISIONAL, planned, planned["provisional_sent"].to_numpy(), today),
        _sent(rng, DEFINITIVE, planned, planned["definitive_sent"].to_numpy(), today),
        _sent(rng, FINAL, in_scope, ready, today),
    ]


def _sent(rng: np.random.Generator, mailing: Mailing, customers: pl.DataFrame, on: Days, today: int) -> pl.DataFrame:
    """Invitations of one questionnaire with what came back."""
    invited = customers.filter(pl.Series(on <= today))
    mails = _mails(rng, mailing.response, on[on <= today], today)
    answers = mailing.answers(rng, invited)
    said = satisfaction.left_open(rng, answers).with_columns(TOELICHTING=mailing.remarks(rng, answers))
    return pl.concat(
        [
            invited.select("project", "combi", touchpoint=pl.lit(mailing.touchpoint)),
            mails,
            said.select(pl.when(mails["answered_at"].is_not_null()).then(pl.all())),
        ],
        how="horizontal",
    )


def _mails(rng: np.random.Generator, response: float, on: Days, today: int) -> pl.DataFrame:
    """Per invitation when it went out, whether it arrived, and when it was opened and answered, if so."""
    count, end = on.size, today * DAY + DAY - 1
    invited_at = on * DAY + rng.integers(9 * 60, 17 * 60 + 30, count)
    status = np.array(list(ARRIVED))[draw.one_of(rng, count, list(ARRIVED.values()))]
    answered_at = _answered(rng, invited_at)
    answered = draw.chance(rng, count, response) & np.isin(status, ANSWERABLE) & (answered_at <= end)
    before = np.minimum(rng.integers(2, 25, count), answered_at - invited_at)
    opened_at = np.where(answered, answered_at - before, answered_at)
    opened = draw.chance(rng, count, np.where(answered, 0.96, 0.4)) & (opened_at <= end) & (status != "bounce")
    return pl.DataFrame(
        {"invited_at": invited_at, "delivery_status": status, "opened_at": opened_at, "answered_at": answered_at}
    ).with_columns(
        opened_at=pl.when(pl.Series(opened)).then("opened_at"),
        answered_at=pl.when(pl.Series(answered)).then("answered_at"),
    )


def _answered(rng: np.random.Generator, invited_at: Days) -> Days:
    """When each would answer: most within three days, in waking hours, always while the link works."""
    count = invited_at.size
    days = draw.one_of(rng, count, BY_DAY)
    minute = (HOURS[0] + draw.one_of(rng, count, BY_HOUR)) * 60 + rng.integers(0, 60, count)
    soon = invited_at + 4 + rng.exponential(150, count).astype(np.int64)
    same_evening = np.minimum(soon, invited_at // DAY * DAY + HOURS[1] * 60 + 55)
    return np.where(days == 0, same_evening, (invited_at // DAY + days) * DAY + minute)
