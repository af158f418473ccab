"""What a figure is: the things that pages, the figures command and charts hand to one another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import polars as pl

from luko.periods import Period

Grouping = Literal["combi", "aannemer", "netwerkbedrijf", "discipline"]


@dataclass(frozen=True)
class Touchpoint:
    """One of the five measurements; `headline` is the code of its headline question."""

    touchpoint_id: int
    code: str
    name: str
    moment: str
    invites_by_list: bool
    headline: str


@dataclass(frozen=True)
class Question:
    """A question of the codebook at one touchpoint; `direction` is `hoger` or `lager` is beter."""

    touchpoint_id: int
    code: str
    label: str
    chain_step: str
    kind: str
    scale_min: float | None
    scale_max: float | None
    direction: str
    cut_off: float | None


@dataclass(frozen=True)
class Partner:
    """A combi, aannemer or netwerkbedrijf whose customers are looked at."""

    kind: Grouping
    name: str


@dataclass(frozen=True)
class Figure:
    """A value with its n and 95% interval. Hidden: `shown` is False and the rest is None.

    Percentages run 0-100, NPS -100..100, means on their own scale. Nothing answered: n is 0 and value None.
    No interval (n < 2 or no spread): lower and upper are None while the value is shown.
    """

    n: int | None
    value: float | None
    lower: float | None
    upper: float | None
    shown: bool


HIDDEN = Figure(None, None, None, None, shown=False)


@dataclass(frozen=True)
class Change:
    """A figure against another one of the same question.

    `verdict` is one of: gunstiger, ongunstiger, geen aantoonbaar verschil, te weinig antwoorden, verborgen,
    geen gegevens. `difference` is this minus other, in points of the measure, with its 95% interval; None
    with the last two verdicts.
    """

    other: Figure
    difference: float | None
    lower: float | None
    upper: float | None
    verdict: str


@dataclass(frozen=True)
class TouchpointCard:
    """All that Overzicht says of one touchpoint, for one partner or (partner None) the whole chain.

    `trend` has one row per month, the last thirteen up to and including the month of the newest answer:
    month (date), n, value, lower, upper, shown, complete (bool), rest (value of the rest of the chain or
    null). `response` is answered / invited in percent with n = invited, None where there is no list of
    invitations. `rest` and `versus_rest` are None without a partner.
    """

    touchpoint: Touchpoint
    question: Question
    period: Period
    figure: Figure
    response: Figure | None
    rest: Figure | None
    versus_rest: Change | None
    versus_previous: Change | None
    versus_year_before: Change | None
    trend: pl.DataFrame


@dataclass(frozen=True)
class Publication:
    """What is being served: moment of publication, newest answer, and the version of the warehouse."""

    published_at: datetime
    newest_answer: date | None
    version: str
    demo: bool
