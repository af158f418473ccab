"""The top of a page: where you are, the answer as a heading, which way is good, and how fresh it is."""

import streamlit as st

from luko import clock
from luko.figures.model import Publication
from luko.text import markdown, notes, words


def where(*parts: str) -> None:
    """Page, partner and period in one grey line; plain text."""
    note(" · ".join(markdown.escaped(part) for part in parts))


def answer(sentence: str, *lines: str) -> None:
    """The answer, a plain sentence, as the heading of the page; under it what more there is to know, Markdown."""
    with st.container(gap="xsmall"):
        st.title(markdown.escaped(sentence), anchor=False)
        st.markdown(" ".join(line for line in lines if line))


def direction(good: str) -> str:
    """Markdown: which way is good, as the first words under the answer."""
    return f"**{words.started(words.better(good))}.**"


def old_data(publication: Publication) -> None:
    """A banner when the newest answer is more than two days old."""
    warning = notes.old_data(publication.newest_answer, clock.now().date())
    if warning:
        st.warning(warning, icon=":material/schedule:")


def section(title: str) -> None:
    """The plain heading of a part of the page."""
    st.space("small")
    st.header(markdown.escaped(title), anchor=False)


def note(*lines: str) -> None:
    """Lines of a note in small grey letters; Markdown."""
    st.markdown("  \n".join(f":gray[:small[{line}]]" for line in lines if line))
