"""The script Streamlit runs on every rerun; all it does stands in `pages.front`, which is imported once."""

from pages import front

front.draw()
