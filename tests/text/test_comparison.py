"""The answer of Vergelijking, and the notes under its picture."""

from datetime import date, datetime

from luko import periods
from luko.figures import HIDDEN, Figure, Publication
from luko.text import comparison, notes, states
from luko.text.comparison import ALIKE, BETTER, WORSE
from luko.text.words import NO_REST, TOO_FEW
from tests.text.figures import AFSPRAAK, BEREIK, CES, CIJFER, NEWEST, NPS, SYNFRA, card, figure, partner_row, partners

SEVERAL = [
    partner_row("A", 11, BETTER),
    partner_row("B", 18, BETTER),
    partner_row("C", 45, WORSE),
    partner_row("D", 30, ALIKE),
    partner_row("E", 38, TOO_FEW, n=21),
    partner_row("F", None, "verborgen"),
]


def own(value, verdict, **changes):
    return partners(*SEVERAL, partner_row("Oosterwiel", value, verdict, own=True, **changes))


def test_the_readers_own_row_comes_first():
    assert comparison.answer(own(25, ALIKE), CES, "aannemer") == (
        "Bij Oosterwiel had 25% van de klanten veel moeite. "
        "Dat verschilt niet aantoonbaar van de rest van de keten (28%)."
    )
    assert comparison.answer(own(7.4, BETTER, rest=7.1), CIJFER, "aannemer") == (
        "Bij Oosterwiel gaven klanten gemiddeld een 7,4: gunstiger dan bij de rest van de keten (7,1)."
    )
    assert "is de NPS −4: ongunstiger dan" in comparison.answer(own(-4, WORSE), NPS, "aannemer")
    assert "“Bereikbaarheid” 3,6" in comparison.answer(own(3.6, ALIKE, rest=3.5), BEREIK, "aannemer")
    assert "antwoordde 86% van de klanten ja" in comparison.answer(own(86, ALIKE), AFSPRAAK, "aannemer")


def test_too_few_answers_of_ones_own_are_said_in_words():
    said = comparison.answer(own(38, TOO_FEW, n=21), CES, "aannemer")
    assert said == "Oosterwiel heeft 21 antwoorden: te weinig voor een oordeel."


def test_a_hidden_row_of_ones_own_is_named_without_a_number():
    said = comparison.answer(own(None, "verborgen"), CES, "aannemer")
    assert said == "Het cijfer van Oosterwiel is verborgen, om herleiding te voorkomen."


def test_a_reader_who_is_none_of_the_rows_reads_about_the_whole():
    assert comparison.answer(partners(*SEVERAL), CES, "aannemer") == (
        "Van de vier aannemers met genoeg antwoorden zijn er twee gunstiger en één ongunstiger dan de rest."
    )
    assert comparison.counts(partners(*SEVERAL), "aannemer") == (
        "Bij één is er geen aantoonbaar verschil. Eén heeft te weinig antwoorden."
    )


def test_the_counts_colour_the_verdicts_and_name_who_is_left_out():
    assert comparison.counts(own(25, ALIKE), "aannemer") == (
        "Van de vijf aannemers met genoeg antwoorden zijn er twee :blue[**gunstiger**] en één :orange[**ongunstiger**] "
        "dan de rest. Bij twee is er geen aantoonbaar verschil. Eén heeft te weinig antwoorden."
    )


def test_nobody_different_and_nobody_judged_are_sentences_too():
    alike = partners(partner_row("A", 28, ALIKE), partner_row("B", 29, ALIKE))
    assert (
        comparison.whole(alike, "combi")
        == "Van de twee combi’s met genoeg antwoorden verschilt er geen aantoonbaar van de rest."
    )
    assert comparison.counts(alike, "combi") == ""
    few = partners(partner_row("A", 28, TOO_FEW, n=9))
    assert comparison.whole(few, "combi") == "Geen van de combi’s heeft genoeg antwoorden voor een oordeel."


def test_the_only_partner_with_a_verdict_is_named_in_the_heading():
    one = [partner_row("B", 18, TOO_FEW, n=21), partner_row("C", None, "verborgen")]
    assert comparison.whole(partners(partner_row("A", 11, BETTER), *one), "aannemer") == (
        "Eén aannemer heeft genoeg antwoorden voor een oordeel: A is gunstiger dan de rest."
    )
    assert comparison.whole(partners(partner_row("A", 28, ALIKE), *one), "combi").endswith(
        "A verschilt niet aantoonbaar van de rest."
    )


def test_a_partner_that_is_the_whole_chain_has_no_rest_and_counts_nowhere():
    alone = partner_row("Synfra", 7.4, NO_REST, n=322, rest=None, own=True)
    assert comparison.answer(partners(alone), CIJFER, "combi") == (
        "Bij Synfra gaven klanten gemiddeld een 7,4. Er is geen rest om mee te vergelijken."
    )
    assert comparison.whole(partners(alone), "combi") == "Er is geen rest om mee te vergelijken."
    assert comparison.counts(partners(alone), "combi") == ""
    assert notes.comparison_note("combi", partners(alone)) == ""


def test_too_few_answers_of_the_rest_are_not_called_a_proven_likeness():
    said = comparison.answer(partners(partner_row("A", 28, TOO_FEW, own=True, rest_n=12)), CES, "combi")
    assert said.endswith("De rest van de keten heeft te weinig antwoorden voor een oordeel.")


def test_the_note_explains_shared_projects_and_counts_the_hidden():
    hidden = [partner_row(name, None, "verborgen") for name in "GH"]
    found = partners(*SEVERAL[:5], *hidden)
    note = notes.comparison_note("aannemer", found)
    assert "ook een andere aannemer werkte; een antwoord daarover telt bij beide mee" in note
    assert "Twee aannemers zijn verborgen" in note
    assert "ook een ander netwerkbedrijf" in notes.comparison_note("netwerkbedrijf", found)
    assert "Gedeeld" not in notes.comparison_note("combi", found)


def test_about_this_figure_names_answers_period_definition_and_interval():
    period = periods.parse("laatste4k", NEWEST)
    publication = Publication(datetime(2026, 11, 22, 5, 12), NEWEST, "v", demo=True)
    first, second = notes.about_comparison("Eindmeting", figure(29, n=2749), period, CES, publication)
    assert first == (
        "Eindmeting, 2.749 antwoorden van 01-10-2025 tot en met 30-09-2026; "
        "nieuwste antwoord 20-11-2026, gepubliceerd 22-11-2026 om 05:12."
    )
    assert second == (
        "Veel moeite (CES): percentage antwoorden van 4 of hoger op een schaal van 1 tot 5. Interval: Wilson, 95%. "
        "Oordeel: gecorrigeerd voor het aantal vergelijkingen (5%). Verschil berekend op niet-afgeronde cijfers."
    )


def test_about_a_hidden_figure_names_no_number_of_answers():
    first, _ = notes.about_overview(card(HIDDEN, response=HIDDEN), SYNFRA, NEWEST)
    assert "aantal antwoorden verborgen" in first
    assert "respons" not in first


def test_about_the_overview_keeps_response_apart_from_answers():
    first, second = notes.about_overview(card(figure(24)), SYNFRA, NEWEST)
    assert first.endswith(
        "812 antwoorden van 01-10-2025 tot en met 30-09-2026; "
        "respons 25% van de 3.214 uitnodigingen uit deze periode waarvan de link gesloten is."
    )
    assert second.endswith("Rest van de keten: alle antwoorden buiten die van Synfra.")


def test_data_older_than_two_days_are_called_old_with_their_age():
    today = date(2026, 11, 22)
    assert notes.old_data(date(2026, 11, 20), today) is None
    assert notes.old_data(date(2026, 11, 18), today) == "De gegevens zijn van 18-11-2026, vier dagen oud."
    assert notes.old_data(None, today) is None


def test_a_night_without_any_answer_says_so():
    publication = Publication(datetime(2026, 11, 22, 5, 12), None, "v", demo=False)
    assert notes.freshness(publication) == "Nog geen antwoorden, gepubliceerd 22-11-2026 om 05:12."


def test_hidden_and_empty_periods_are_spoken_of_as_people_do():
    def period(code):
        return periods.parse(code, NEWEST)

    assert states.hidden(period("2026-10"), "Kwelderzicht") == "Oktober 2026 is verborgen voor Kwelderzicht."
    assert states.hidden(period("laatste4k"), "A") == "De laatste 4 kwartalen zijn verborgen voor A."
    assert states.hidden(period("2026-10"), "A", "Eindmeting") == "Eindmeting: oktober 2026 is verborgen voor A."
    assert states.empty(period("2026-K3"), "A", "Pop-up").startswith("Pop-up: geen antwoorden in het 3e kwartaal")
    assert states.empty(period("2026-K3"), "A") == "Geen antwoorden in het 3e kwartaal 2026 voor A."
    assert states.look_at(period("laatste4k")) == "Bekijk de laatste 4 kwartalen"
    assert states.look_at(period("2026")) == "Bekijk 2026 als geheel"
    assert states.look_at(period("alles")) == "Bekijk alle perioden"


def test_an_interval_of_an_empty_figure_is_not_invented():
    assert "geen antwoorden" not in notes.gathered(
        "Eindmeting", Figure(0, None, None, None, shown=True), notes.span(periods.parse(None, NEWEST), NEWEST)
    )
