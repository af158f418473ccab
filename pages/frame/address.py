"""The address carries what was chosen, so that a link shows the same to whoever may see it.

The address is the only memory of a filter. What it says and this reader cannot choose counts as not said:
the default is shown, and nobody learns whether such a thing exists.
"""

from collections.abc import Collection

import streamlit as st

PERIOD, PARTNER, QUESTION, GROUPING = KEYS = ("periode", "partner", "vraag", "per")


def said(key: str, options: Collection[str], default: str) -> str:
    """What the address says under this key when that is one of the options, else the default."""
    value = st.query_params.get(key, default)
    return value if value in options else default


def write() -> None:
    """Put every filter on the screen into the address; runs when one of them has been changed."""
    for key in KEYS:
        if st.session_state.get(key) is not None:
            st.query_params[key] = st.session_state[key]


def go(key: str, value: str) -> None:
    """Change one filter from elsewhere on the page."""
    st.query_params[key] = value
