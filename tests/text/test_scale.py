"""An interval on the screen ends where the scale ends."""

import pytest

from luko.figures import Figure
from luko.text import card as card_words
from luko.text import scale
from tests.text.figures import CES, CIJFER, card, figure, partner_row, partners, trend
from tests.text.test_steps import asked

WIDE = Figure(5, 8.6, 6.9, 10.3, shown=True)


def test_the_interval_of_a_mean_ends_at_the_scale_of_its_question():
    on_scale = scale.card(card(WIDE, question=CIJFER, rest=WIDE, trend=trend((9.5, True), (1.5, True))))
    assert card_words.basis(on_scale)[0].startswith("95%: 6,9 tot 10,0")
    assert on_scale.rest is not None
    assert on_scale.rest.upper == 10
    assert on_scale.trend["upper"].to_list() == [10, 3.5]
    assert on_scale.trend["lower"].to_list() == [7.5, 1]


def test_partners_and_steps_end_at_their_scale_too():
    rows = scale.partners(partners(partner_row("A", 9, ""), partner_row("B", None, "verborgen")), CIJFER)
    assert rows.select("lower", "upper").rows() == [(5.0, 10.0), (None, None)]
    steps = scale.steps(asked(("Info", 4.95, "gunstiger", 3.5)))
    assert steps["upper"].to_list() == [5.0]
    assert steps["lower"].to_list() == pytest.approx([4.85])


def test_percentages_are_left_alone():
    assert scale.card(card(figure(24), question=CES)).figure == figure(24)
