"""A picture and what stands under it: how its figure was made, the table of the same, and the file."""

from collections.abc import Callable

import streamlit as st

from luko.charts import Chart
from luko.text import markdown
from pages.frame.answer import note

Table = tuple[list[str], list[list[str]]]


def chart(drawn: Chart) -> None:
    """Draw a chart as wide as its place; its reading is in its specification."""
    st.vega_lite_chart(drawn.rows, drawn.spec, theme=None, width="stretch")


def about(*lines: str) -> None:
    """The two lines "Over dit cijfer"; plain text."""
    told = [markdown.escaped(line) for line in lines]
    told[0] = f"**Over dit cijfer.** {told[0]}"
    note(*told)


def as_table(*tables: Table) -> None:
    """The same in tables of Dutch words, closed until somebody asks for them."""
    with st.expander("Toon als tabel"):
        for header, rows in tables:
            # A row of one that does not wrap: a table wider than the screen moves by itself, not with the page.
            with st.container(horizontal=True, wrap=False):
                st.markdown(markdown.table(header, rows, words=2), width="content")


def download(name: str, make: Callable[[], str]) -> None:
    """A button for the same figures as a file, made when it is asked for."""
    st.download_button(
        "CSV",
        data=make,
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
