"""The filters of a page, in one row on top: each is bound to the address and answers with what it means."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from luko import figures, periods
from luko.access import Reader
from luko.figures.model import Grouping, Partner, Question
from luko.periods import Period
from luko.text import states, words
from pages.frame import address

WIDTH = 171
WIDE = 340  # a question with the name of its touchpoint
WHOLE_CHAIN = "keten"


def row() -> AbstractContextManager[Any]:
    """The row that the filters of a page stand in."""
    return st.container(horizontal=True, vertical_alignment="center")


def period(reader: Reader) -> Period:
    """Which period is looked at; the last four complete quarters unless the address says otherwise.

    That a period still runs is said in the line under the filters: two filters fit beside each other on a phone.
    """
    offered = {one.code: one for one in figures.offered_periods(reader)}
    names = {code: words.started(states.offered(one)) for code, one in offered.items()}
    return offered[_select(address.PERIOD, "Periode", names, periods.LAST_FOUR)]


def partner(reader: Reader) -> tuple[Partner | None, Partner | None]:
    """Whose customers are looked at (the reader's own unless the address says otherwise; None: everyone's).

    The second is the reader's own organisation, None when that is no partner.
    """
    own = figures.own_partner(reader)
    offered = {f"{one.kind}:{one.name}": one for one in figures.partners(reader)}
    ordered = sorted(offered, key=lambda code: offered[code] != own)
    names = {WHOLE_CHAIN: words.partner_name(None, own), **_partner_names([offered[code] for code in ordered], own)}
    default = f"{own.kind}:{own.name}" if own else WHOLE_CHAIN
    return offered.get(_select(address.PARTNER, "Partner", names, default)), own


def _partner_names(offered: list[Partner], own: Partner | None) -> dict[str, str]:
    known = [one.name for one in offered]
    return {
        f"{one.kind}:{one.name}": words.partner_name(one, own) + (f", {one.kind}" if known.count(one.name) > 1 else "")
        for one in offered
    }


def question(reader: Reader) -> Question:
    """Which question is looked at: the headline of the last touchpoint unless the address says otherwise."""
    touchpoints = figures.touchpoints(reader)
    offered = {
        f"{touchpoint.touchpoint_id}-{one.code}": (touchpoint, one)
        for touchpoint in reversed(touchpoints)
        for one in figures.questions(reader, touchpoint.touchpoint_id)
    }
    several = len(touchpoints) > 1
    names = {
        code: f"{one.label} · {touchpoint.name}" if several else one.label
        for code, (touchpoint, one) in offered.items()
    }
    headline = f"{touchpoints[-1].touchpoint_id}-{touchpoints[-1].headline}"
    return offered[_select(address.QUESTION, "Vraag", names, headline, WIDE if several else WIDTH)][1]


def grouping(reader: Reader) -> Grouping:
    """Which kind of partner is compared: the reader's own kind (else aannemers) unless the address says otherwise."""
    names: dict[Grouping, str] = {"aannemer": "Aannemer", "netwerkbedrijf": "Netwerkbedrijf", "combi": "Combi"}
    own = figures.own_partner(reader)
    default = own.kind if own and own.kind in names else "aannemer"
    key = address.GROUPING
    st.session_state[key] = address.said(key, names, default)
    chosen: Grouping | None = st.segmented_control(
        "Vergelijk per",
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=address.write,
        label_visibility="collapsed",
        required=True,
    )
    return chosen or default


def _select(key: str, label: str, names: Mapping[str, str], default: str, width: int = WIDTH) -> str:
    st.session_state[key] = address.said(key, names, default if default in names else next(iter(names)))
    chosen: str = st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=address.write,
        label_visibility="collapsed",
        filter_mode=None,
        width=width,
    )
    return chosen
