"""What stands in the place of a figure that cannot be shown: why, and the nearest period that can."""

from collections.abc import Callable

import streamlit as st

from luko import figures, periods
from luko.access import Reader
from luko.periods import Period
from luko.text import states
from pages.frame import address


def hidden(longer: Period | None) -> None:
    """Why a figure is hidden, and a longer period in which it is not."""
    _instead(states.WHY_HIDDEN, longer)


def empty(longer: Period | None) -> None:
    """That there is no answer, and a longer period in which there is."""
    _instead(states.WHY_EMPTY if longer else states.WHY_NEVER, longer)


def longer(reader: Reader, asked: Period, shows: Callable[[str], bool]) -> Period | None:
    """The shortest longer period that has something to show; None when there is none."""
    by_code = {one.code: one for one in figures.offered_periods(reader)}
    codes = [periods.LAST_FOUR, periods.EVERYTHING]
    if asked.first is not None:
        codes = [periods.quarter_code(asked.first), periods.year_code(asked.first), *codes]
    later = codes[codes.index(asked.code) + 1 :] if asked.code in codes else codes
    return next((by_code[code] for code in later if code in by_code and shows(code)), None)


def _instead(why: str, longer: Period | None) -> None:
    with st.container(border=True):
        st.markdown(why)
        if longer is not None:
            st.button(
                states.look_at(longer),
                icon=":material/calendar_today:",
                on_click=address.go,
                args=(address.PERIOD, longer.code),
            )
