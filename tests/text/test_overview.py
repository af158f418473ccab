"""The answer of Overzicht, and what stands under it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luko.figures import HIDDEN, Figure, Partner
from luko.text import card as card_words
from luko.text import noteworthy, overview
from tests.text.figures import BEREIK, CIJFER, NPS, POPUP, QUESTIONS, SYNFRA, card, change, figure, hidden, trend

ALIKE = "geen aantoonbaar verschil"


def answered(rest: str = "gunstiger", year: str = "gunstiger", **changes):
    return card(
        figure(24),
        versus_rest=change(31, -7, rest),
        versus_year_before=change(29, -5, year),
        rest=figure(31),
        **changes,
    )


def test_two_demonstrable_differences_are_both_in_the_answer():
    assert overview.answer(answered(), SYNFRA, SYNFRA) == (
        "24% van uw klanten had veel moeite met de aansluiting: "
        "minder dan bij de rest van de keten (31%) en minder dan een jaar eerder (29%)."
    )
    assert overview.demonstrable(answered()) == "Beide verschillen zijn aantoonbaar."


def test_a_difference_that_is_not_demonstrable_is_called_so():
    assert overview.answer(answered(rest=ALIKE, year=ALIKE), SYNFRA, SYNFRA) == (
        "24% van uw klanten had veel moeite met de aansluiting. "
        "Dat verschilt niet aantoonbaar van de rest (31%) of van een jaar eerder (29%)."
    )
    mixed = answered(year=ALIKE)
    assert "minder dan bij de rest" in overview.answer(mixed, SYNFRA, SYNFRA)
    assert "niet aantoonbaar anders dan een jaar eerder (29%)" in overview.answer(mixed, SYNFRA, SYNFRA)
    assert overview.demonstrable(mixed) == "Alleen het verschil met de rest is aantoonbaar."


def test_opposite_verdicts_are_joined_by_but():
    opposed = card(figure(30), versus_rest=change(36, -6, "gunstiger"), versus_year_before=change(24, 6, "ongunstiger"))
    assert overview.answer(opposed, SYNFRA, SYNFRA).endswith(
        "minder dan bij de rest van de keten (36%), maar meer dan een jaar eerder (24%)."
    )


def test_without_a_partner_the_answer_is_about_all_customers():
    whole = card(figure(24), versus_year_before=change(29, -5, "gunstiger"))
    assert overview.answer(whole, None, None) == (
        "24% van de klanten had veel moeite met de aansluiting: minder dan een jaar eerder (29%)."
    )


def test_few_answers_get_no_comparison():
    few = card(figure(38, n=21), versus_rest=change(28, 10, "te weinig antwoorden"))
    assert overview.answer(few, SYNFRA, None) == "38% van de klanten van Synfra had veel moeite met de aansluiting."
    assert overview.demonstrable(few) == "21 antwoorden: te weinig voor een oordeel."


def test_grades_and_nps_have_their_own_sentence():
    graded = card(figure(7.42), question=CIJFER, versus_rest=change(7.1, 0.3, "gunstiger"))
    assert overview.answer(graded, SYNFRA, SYNFRA) == (
        "Uw klanten gaven de aansluiting gemiddeld een 7,4: gunstiger dan bij de rest van de keten (7,1)."
    )
    assert overview.answer(card(figure(-12), question=NPS), None, None) == "De NPS van de klanten is −12."
    assert "3,6 van 5 punten" in overview.answer(card(figure(3.6), question=BEREIK), None, None)


@settings(deadline=None)
@given(
    st.text("abcdefg &*", min_size=1, max_size=80),
    st.sampled_from(QUESTIONS),
    st.sampled_from(["gunstiger", "ongunstiger", ALIKE, "te weinig antwoorden", "verborgen"]),
    st.sampled_from(["gunstiger", "ongunstiger", ALIKE]),
)
def test_the_answer_fits_a_heading_and_never_says_significant_or_higher_than_the_rest(name, question, rest, year):
    versus_rest = hidden() if rest == "verborgen" else change(31, -7, rest)
    said = overview.answer(
        card(figure(24), question=question, versus_rest=versus_rest, versus_year_before=change(29, -5, year)),
        Partner("aannemer", name),
        None,
    )
    assert len(said) <= 140
    assert not any(word in said for word in ("significant", "hoger dan", "lager dan", "None"))


def test_the_difference_with_the_rest_is_told_with_its_size_favour_and_interval():
    assert overview.versus_in_words(answered(), SYNFRA, SYNFRA) == (
        "Klanten met veel moeite (CES): 7 punten verschil in uw voordeel (95%: 4 tot 10)."
    )
    assert "in het voordeel van Synfra" in overview.versus_in_words(answered(), SYNFRA, None)
    alike = card(figure(30), versus_rest=change(31, -1, ALIKE))
    assert overview.versus_in_words(alike, SYNFRA, SYNFRA).endswith(f"1 punt verschil, {ALIKE} (95%: −4 tot +2).")
    assert "verborgen" in overview.versus_in_words(card(HIDDEN, versus_rest=hidden()), SYNFRA, SYNFRA)


def test_a_card_shows_figure_direction_and_what_it_rests_on():
    assert card_words.headline(answered()) == "24% :small[:gray[lager is beter]]"
    assert card_words.basis(answered()) == ["95%: 21% tot 27% · 812 antwoorden", "respons 25%"]


def test_a_card_with_few_answers_is_pale_and_says_so():
    few = card(figure(38, n=21, apart=20))
    assert card_words.headline(few).startswith(":gray[38%]")
    assert card_words.basis(few) == ["95%: 18% tot 58% · 21 antwoorden", "te weinig antwoorden voor een oordeel"]


def test_a_card_without_interval_says_why():
    assert card_words.basis(card(figure(8.0, n=6, apart=None), question=CIJFER))[0] == (
        "Geen interval: alle 6 antwoorden zijn gelijk · 6 antwoorden"
    )
    assert "één antwoord" in card_words.basis(card(figure(8.0, n=1, apart=None), question=CIJFER))[0]


def test_a_hidden_card_has_no_number_at_all():
    lost = card(HIDDEN, response=HIDDEN, versus_year_before=hidden())
    said = " ".join([card_words.headline(lost), *card_words.basis(lost), *card_words.changes(lost)])
    assert "verborgen, om herleiding te voorkomen" in said.lower()
    assert not any(sign.isdigit() for sign in said)


def test_an_empty_card_says_there_are_no_answers():
    empty = card(Figure(0, None, None, None, shown=True), response=Figure(0, None, None, None, shown=True))
    assert card_words.headline(empty) == ":gray[geen antwoorden]"


def test_a_touchpoint_without_a_list_of_invitations_speaks_of_participation():
    assert card_words.response(card(figure(12), touchpoint=POPUP, response=None)) == "deelname: geen uitnodigingslijst"


def test_changes_are_told_once_where_the_period_before_is_the_year_before():
    both = {"versus_previous": change(29, -5, "gunstiger"), "versus_year_before": change(31, -7, ALIKE)}
    quarter = card_words.changes(card(figure(24), "2026-K3", **both))
    assert [line.split("]")[0] for line in quarter] == [":blue[**Gunstiger**", ":gray[**Geen aantoonbaar verschil**"]
    assert "dan het 2e kwartaal 2026: 29%" in quarter[0]
    assert "met een jaar eerder: 31%" in quarter[1]
    assert len(card_words.changes(card(figure(24), "laatste4k", **both))) == 1
    assert "Geen eerdere periode" in card_words.changes(card(figure(24), "alles"))[0]


def test_a_hidden_year_before_is_named_as_hidden():
    assert "Een jaar eerder: verborgen." in card_words.changes(card(figure(24), versus_year_before=hidden()))[0]


def test_the_trend_is_read_out_from_first_to_last_whole_month():
    months = trend((30.0, True), (None, True), (22.0, True), (50.0, False))
    assert card_words.reading(card(figure(24), trend=months), "Synfra") == (
        "Eindmeting, Klanten met veel moeite (CES), Synfra: van 30% naar 22% in twee volle maanden; lager is beter."
    )
    assert "nog geen volle maand" in card_words.reading(card(figure(24)), "Synfra")


@pytest.mark.parametrize("verdict", ["gunstiger", "ongunstiger"])
def test_what_stands_out_names_the_touchpoint_with_both_figures(verdict):
    steps = card(figure(24)).trend.select(label=None, verdict=None).clear().cast({"label": str, "verdict": str})
    points = noteworthy.points([answered(rest=verdict, year=ALIKE)], steps)
    assert len(points) == 1
    assert verdict.capitalize() in points[0]
    assert "eindmeting (24% tegen 31%)" in points[0]
    assert noteworthy.points([answered(rest=ALIKE, year=ALIKE)], steps) == ["Geen enkel cijfer verschilt aantoonbaar."]
    lost = card(HIDDEN, versus_rest=hidden(), versus_year_before=hidden())
    assert noteworthy.points([lost], steps) == ["Er is te weinig te zien om te vergelijken."]
