"""The column in which every page is drawn: 1120 pixels at most, in the middle."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

WIDTH = 1120


@contextmanager
def column() -> Iterator[None]:
    """Draw what follows in the middle of the screen."""
    with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
        yield
