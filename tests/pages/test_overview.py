"""Overzicht as people see it, on a real night."""

import re

import polars as pl
import pytest

from luko import accounts, figures, periods
from luko.text import formats
from tests.deliveries import eindmeting
from tests.pages.opening import COMPARISON, OVERVIEW, charts, heading, opened, said, words

KETEN = ("keten",)
TOUCHPOINTS = {
    "mila": ["1 Pop-up", "2 Telefoon (IVR)", "5 Eindmeting"],
    "sam": ["3 Voorlopig planbericht", "4 Definitief planbericht", "5 Eindmeting"],
    "lana": [
        "1 Pop-up", "2 Telefoon (IVR)", "3 Voorlopig planbericht", "4 Definitief planbericht", "5 Eindmeting",
    ],
}  # fmt: skip
STEPS = ["Aanvraag", "Planning", "Uitvoering", "Oplevering"]


@pytest.fixture
def two_months(load):
    """Elzerdam answered in March, Heldermeer in May, of CINH; forty each."""
    load(
        eindmeting(40, aannemer="Elzerdam", month="03-2025", scores=(5, 2, 2, 2)),
        eindmeting(40, aannemer="Heldermeer", month="05-2025", combi="CINH"),
    )


@pytest.mark.parametrize("username", TOUCHPOINTS)
def test_every_reader_sees_the_own_touchpoints_from_left_to_right(served, username):
    page = opened(OVERVIEW, username)
    assert [element.value for element in page.subheader] == [*TOUCHPOINTS[username], *STEPS]
    assert [metric.label for metric in page.metric][-1] == "Klanten met veel moeite (CES)"


def test_a_reader_with_one_touchpoint_sees_the_steps_of_the_eindmeting_first(served):
    page = opened(OVERVIEW, "kees")
    assert [element.value for element in page.header] == [
        "Eindmeting per stap in de keten",
        "5 Eindmeting",
        "Oosterwiel tegenover de rest van de keten",
    ]
    assert [element.value for element in page.subheader] == STEPS
    assert ":gray[:small[Geen vraag in de eindmeting.]]" in [element.value for element in page.markdown]


def test_the_answer_is_the_figure_of_the_same_reader_and_partner(served):
    reader = accounts.reader_of(accounts.find("sam"))
    card = figures.touchpoint_cards(reader, "laatste4k", figures.own_partner(reader))[-1]
    page = opened(OVERVIEW, "sam")
    assert heading(page).startswith(f"{formats.percentage(card.figure.value)} van uw klanten")
    assert len(heading(page)) <= 140
    assert page.metric[-1].value.startswith(formats.percentage(card.figure.value))
    assert f"{formats.whole(card.figure.n)} antwoorden" in words(page)


def test_the_own_organisation_is_chosen_first_and_marked(served):
    chosen = opened(OVERVIEW, "sam").selectbox(key="partner")
    assert chosen.value == "combi:Synfra"
    assert chosen.options[:2] == ["Hele keten", "Synfra (u)"]
    assert "Overzicht · Synfra (u) · " in words(opened(OVERVIEW, "sam"))
    assert opened(OVERVIEW, "lana").selectbox(key="partner").value == "keten"


def test_without_a_partner_there_is_no_rest_to_compare_with(served):
    page = opened(OVERVIEW, "lana")
    assert "tegenover de rest" not in words(page)
    assert "van de klanten" in heading(page)


def test_direction_newest_answer_and_publication_stand_under_the_answer(served):
    text = words(opened(OVERVIEW, "kees"))
    assert "**Lager is beter.**" in text
    assert re.search(r"Nieuwste antwoord \d\d-\d\d-\d{4}, gepubliceerd \d\d-\d\d-\d{4} om \d\d:\d\d\.", text)


def test_touchpoints_without_a_list_speak_of_participation_and_the_others_of_response(served):
    text = words(opened(OVERVIEW, "mila"))
    assert text.count(":small[deelname: geen uitnodigingslijst]") == 2
    assert text.count(":small[respons ") == 1


def test_no_page_shows_python_or_a_number_in_english(served):
    for username in ("mila", "sam", "kees", "lana"):
        text = words(opened(OVERVIEW, username))
        assert not re.search(r"\b(None|nan|null|True|False)\b", text)
        assert not re.search(r"\d\.\d(?!\d\d)", text)


def test_a_changed_filter_is_written_into_the_address_with_the_others(served):
    page = opened(OVERVIEW, "kees")
    page.selectbox(key="periode").set_value("2025").run()
    assert said(page, "periode") == "2025"
    assert said(page, "partner") == "aannemer:Oosterwiel"
    assert "2025" in words(page)


def test_a_link_carries_what_was_chosen(served):
    page = opened(OVERVIEW, "kees", periode="2025", partner="combi:CINH")
    assert page.selectbox(key="periode").value == "2025"
    assert "de klanten van CINH" in heading(page)
    assert "Overzicht · CINH · 2025" in words(page)


@pytest.mark.parametrize(
    "address", [{"periode": "1999"}, {"periode": "'; drop"}, {"partner": "combi:Bestaatniet"}, {"partner": "x"}]
)
def test_what_cannot_be_chosen_counts_as_not_said(served, address):
    assert words(opened(OVERVIEW, "kees", **address)) == words(opened(OVERVIEW, "kees"))


def test_a_partner_outside_the_rights_looks_like_one_that_does_not_exist(served, monkeypatch):
    only_synfra = pl.DataFrame({"role": ["klein"], "touchpoint_id": ["3"], "combi": ["Synfra"]})
    monkeypatch.setattr("luko.reference.read", _with_roles(only_synfra))
    outside, unknown = (
        words(opened(OVERVIEW, roles=("klein",), partner=f"combi:{name}")) for name in ("CINH", "Bestaatniet")
    )
    assert outside == unknown
    assert "CINH" not in outside


def _with_roles(roles):
    from luko import reference  # noqa: PLC0415

    read = reference.read
    return lambda name: roles if name == "roles" else read(name)


def test_every_chart_says_what_it_shows(served):
    found = charts(opened(OVERVIEW, "sam"))
    assert len(found) == 3 + 1 + 3  # three touchpoints, the comparison, three steps with questions
    assert all(chart["description"].endswith(".") for chart in found)


def test_the_same_stands_in_a_table_for_who_wants_to_read_it(served):
    page = opened(OVERVIEW, "sam")
    tables = [element.value for element in page.expander[0].markdown]
    assert page.expander[0].label == "Toon als tabel"
    assert [table.count("\n") - 1 for table in tables] == [3, 5, 3 * 13]
    assert "5 Eindmeting" in tables[0]
    assert "Tegenover de vorige periode" in tables[0]
    assert tables[2].count("(nog onvolledig)") == 3


def test_old_data_are_announced_and_fresh_data_are_not(served, data, two_months, monkeypatch):
    old = opened(OVERVIEW, roles=KETEN)
    assert [re.sub(r"[\d.]+ dagen", "N dagen", banner.value) for banner in old.warning] == [
        "De gegevens zijn van 03-05-2025, N dagen oud."
    ]
    monkeypatch.setenv("LUKO_DATA", str(served))
    assert list(opened(OVERVIEW, "kees").warning) == []


def test_a_month_without_answers_says_so_and_offers_a_longer_period(two_months):
    page = opened(OVERVIEW, roles=KETEN, periode="2025-05", partner="aannemer:Elzerdam")
    assert heading(page) == "Geen antwoorden in mei 2025 voor Elzerdam."
    assert [button.label for button in page.button] == ["Bekijk 2025 als geheel"]
    page.button[0].click().run()
    assert said(page, "periode") == "2025"
    assert heading(page).startswith("25% van de klanten van Elzerdam had veel moeite")


def test_a_hidden_figure_is_named_as_hidden_and_leaves_no_trace(load):
    load(
        eindmeting(80, aannemer="Elzerdam"),
        eindmeting(60, aannemer="Hogebroek", scores=(5,)),
        eindmeting(3, aannemer="Kwelderzicht", scores=(5,)),
    )
    page = opened(OVERVIEW, roles=KETEN, periode="2025-03", partner="aannemer:Kwelderzicht")
    assert heading(page) == "Maart 2025 is verborgen voor Kwelderzicht."
    assert [metric.value for metric in page.metric] == [":gray[verborgen]"]
    assert "Zo blijft een antwoord van één klant onherkenbaar." in words(page)
    assert charts(page) == []
    assert "Te weinig maanden om een lijn te tekenen." in words(page)
    assert not re.search(r"\b\d+ antwoord", words(page))


def test_few_answers_are_shown_pale_and_without_a_verdict(load):
    load(eindmeting(12, aannemer="Elzerdam", scores=(5, 2)), eindmeting(90, aannemer="Hogebroek"))
    page = opened(OVERVIEW, roles=KETEN, periode="2025-03", partner="aannemer:Elzerdam")
    assert page.metric[0].value.startswith(":gray[50%]")
    assert "12 antwoorden: te weinig voor een oordeel." in words(page)
    assert "te weinig antwoorden voor een oordeel" in words(page)


def test_a_partner_name_from_the_data_cannot_become_markup(load):
    evil = "<script>alert(1)</script> *Kabel* [Leiding](http://x.nl) $a$"
    load(eindmeting(40, aannemer=evil), eindmeting(40, aannemer="Hogebroek"))
    page = opened(OVERVIEW, roles=KETEN, periode="2025-03", partner=f"aannemer:{evil}")
    text = words(page)
    assert r"\<script\>" in text
    assert not re.search(r"(?<!\\)(<script|\*Kabel|\[Leiding|\$a)", text)


@pytest.mark.parametrize("code", [periods.month_code, periods.quarter_code, periods.year_code])
@pytest.mark.parametrize("module", [OVERVIEW, COMPARISON])
def test_a_running_period_is_called_unfinished_and_nothing_in_it_is_judged(served, module, code):
    newest = figures.publication(accounts.reader_of(accounts.find("lana"))).newest_answer
    page = opened(module, "sam", periode=code(newest))
    text = words(page)
    assert "(nog onvolledig)" in text.splitlines()[0] + "".join(element.value for element in page.markdown[:1])
    assert f"tot en met {formats.day(newest)}" in text
    assert not re.search("gunstiger|aantoonbaar|minder dan|meer dan", text.lower())
