"""What all pages share on screen."""

from pages.frame import filters, instead
from pages.frame.answer import answer, direction, note, old_data, section, where
from pages.frame.picture import about, as_table, chart, download

__all__ = [
    "about",
    "answer",
    "as_table",
    "chart",
    "direction",
    "download",
    "filters",
    "instead",
    "note",
    "old_data",
    "section",
    "where",
]
