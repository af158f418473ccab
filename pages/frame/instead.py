"""What stands in the place of a figure that cannot be shown: why, and the nearest period that can."""

from collections.abc import Callable

import streamlit as st

from luko import figures, periods
from luko.access import Reader
from luko.periods import Period
from luko.text import markdown, states
from pages.frame import address
from pages.frame.filters import period_name


def hidden(said: str, longer: Period | None) -> None:
    """A figure that would give away somebody's answer; `said` is plain."""
    _instead(said, states.WHY_HIDDEN, longer)


def empty(said: str, longer: Period | None) -> None:
    """A figure without any answer; `said` is plain."""
    _instead(said, states.WHY_EMPTY if longer else states.WHY_NEVER, longer)


def longer(reader: Reader, asked: Period, shows: Callable[[str], bool]) -> Period | None:
    """The shortest longer period that has something to show; None when there is none."""
    by_code = {one.code: one for one in figures.periods(reader)}
    codes = [periods.LAST_FOUR, periods.EVERYTHING]
    if asked.first is not None:
        codes = [periods.quarter_code(asked.first), periods.year_code(asked.first), *codes]
    later = codes[codes.index(asked.code) + 1 :] if asked.code in codes else codes
    return next((by_code[code] for code in later if code in by_code and shows(code)), None)


def _instead(said: str, why: str, longer: Period | None) -> None:
    with st.container(border=True):
        st.markdown(f"**{markdown.escaped(said)}**")
        st.markdown(f":gray[:small[{why}]]")
        if longer is not None:
            st.button(
                states.longer(period_name(longer), longer.code),
                icon=":material/calendar_today:",
                on_click=address.go,
                args=(address.PERIOD, longer.code),
            )
