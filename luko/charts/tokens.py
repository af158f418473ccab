"""The one look of all charts: colours, type and the Dutch locale, for screen and export alike."""

from typing import Any

PAPER = "#FBFAF7"
INK = "#1E2A32"
MUTED = "#55616A"
GREY = "#7D868C"
BETTER = "#1B6CA8"
WORSE = "#A8480A"
OWN = "#F5EDD6"
BORDER = "#DCD8CE"
HAIRLINE = "#E9E6DE"
HATCH = "#BDB8AA"

FOLD = "width<640"  # the width, in pixels, under which a chart takes its phone form
ROW = 44

MARK_COLOURS = {"gunstiger": BETTER, "ongunstiger": WORSE}


def mark_colour(verdict: str) -> str:
    """The colour of a dot with this verdict: it follows the verdict, never the sign."""
    return MARK_COLOURS.get(verdict.split(maxsplit=1)[0], INK)


def word_colour(verdict: str) -> str:
    """The colour of the words of a verdict: muted unless there is a demonstrable difference."""
    return MARK_COLOURS.get(verdict.split(maxsplit=1)[0], MUTED)


DAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"]
MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip
SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

CONFIG: dict[str, Any] = {
    "background": PAPER,
    "font": "Source Sans, Source Sans 3, Source Sans Pro, sans-serif",
    "view": {"stroke": None},
    "text": {"fontSize": 13, "color": INK, "baseline": "middle"},
    "axis": {
        "aria": False,
        "domain": False,
        "ticks": False,
        "gridColor": HAIRLINE,
        "labelColor": MUTED,
        "labelFontSize": 13,
        "title": None,
    },
    "locale": {
        "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""], "minus": "−"},
        "time": {
            "dateTime": "%a %e %B %Y %X",
            "date": "%d-%m-%Y",
            "time": "%H:%M:%S",
            "periods": ["", ""],
            "days": DAYS,
            "shortDays": [day[:2] for day in DAYS],
            "months": MONTHS,
            "shortMonths": SHORT_MONTHS,
        },
    },
}
