"""A period that still runs gets figures, and no verdict."""

import pytest

from luko import periods
from luko.text import card as card_words
from luko.text import comparison, notes, noteworthy, overview, steps, unfinished
from luko.text.comparison import ALIKE, BETTER
from luko.text.words import TOO_FEW
from tests.text.figures import CES, NEWEST, SYNFRA, card, change, figure, hidden, partner_row, partners
from tests.text.test_steps import asked


@pytest.mark.parametrize(
    ("code", "running"),
    [("2026-11", True), ("2026-K4", True), ("2026", True), ("2026-10", False), ("laatste4k", False), ("alles", False)],
)
def test_only_a_period_that_still_runs_is_called_unfinished(code, running):
    period = periods.parse(code, NEWEST)
    assert unfinished.runs(period, NEWEST) == running
    assert unfinished.named("X", period, NEWEST) == ("X (nog onvolledig)" if running else "X")


def test_the_span_of_a_running_period_ends_at_the_newest_answer():
    assert notes.span(periods.parse("2026", NEWEST), NEWEST) == " van 01-01-2026 tot en met 20-11-2026"
    assert notes.span(periods.parse("2025", NEWEST), NEWEST) == " van 01-01-2025 tot en met 31-12-2025"


@pytest.mark.parametrize("verdict", ["gunstiger", "ongunstiger", "geen aantoonbaar verschil"])
def test_a_card_of_a_running_period_has_figures_and_no_verdict(verdict):
    made = change(31, -7, verdict)
    running = unfinished.card(
        card(figure(24), "2026-11", versus_rest=made, versus_previous=made, versus_year_before=made)
    )
    nothing = asked().clear()
    said = [
        overview.answer(running, SYNFRA, SYNFRA),
        overview.versus_in_words(running, SYNFRA, SYNFRA),
        *card_words.changes(running),
        *noteworthy.points([running], nothing),
    ]
    assert not any(word in " ".join(said).lower() for word in ("gunstiger", "aantoonbaar", "minder dan"))
    assert overview.demonstrable(running) == "Nog onvolledig: nog geen oordeel."
    assert "7 punten verschil, nog onvolledig: nog geen oordeel" in said[1]


def test_hidden_stays_hidden_and_few_stays_few_in_a_running_period():
    assert unfinished.card(card(figure(24), versus_rest=hidden())).versus_rest == hidden()
    rows = unfinished.rows(partners(partner_row("A", 20, TOO_FEW), partner_row("B", None, "verborgen")))
    assert rows["verdict"].to_list() == [TOO_FEW, "verborgen"]


def test_partners_and_steps_of_a_running_period_have_no_verdict():
    rows = unfinished.rows(partners(partner_row("A", 20, BETTER), partner_row("B", 28, ALIKE)))
    assert comparison.answer(rows, CES, "aannemer") == (
        "Deze periode is nog onvolledig: nog geen oordeel over aannemers."
    )
    own = unfinished.rows(partners(partner_row("A", 20, BETTER, own=True)))
    assert comparison.answer(own, CES, "aannemer").endswith(
        "had 20% van de klanten veel moeite. Nog onvolledig: nog geen oordeel."
    )
    judged = unfinished.rows(asked(("Info", 3.9, "gunstiger", 3.5)))
    assert steps.in_words(judged, "de rest") == "Deze periode is nog onvolledig: nog geen oordeel per stap."
