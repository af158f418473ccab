"""Vergelijking as people see it, on a real night."""

import csv
import io
import re

import polars as pl
import pytest
from polars import selectors

from luko import accounts, figures
from tests.deliveries import eindmeting
from tests.pages.opening import COMPARISON, charts, heading, opened, said, words

KETEN = ("keten",)


def rows_of(chart):
    """The rows a browser gets of a chart."""
    return pl.read_ipc_stream(io.BytesIO(chart["bytes"]))


def reader_of(username):
    return accounts.reader_of(accounts.find(username))


def test_it_opens_on_the_eindmeting_ces_of_aannemers_in_the_last_four_quarters(served):
    page = opened(COMPARISON, "kees")
    assert page.selectbox(key="vraag").value == "5-CES"
    assert page.selectbox(key="periode").value == "laatste4k"
    assert page.get("button_group")[0].value == "aannemer"
    assert re.search(r"Vergelijking · aannemers · eindmeting · \de kwartaal \d{4} tot en met", words(page))


@pytest.mark.parametrize("grouping", ["aannemer", "netwerkbedrijf", "combi"])
def test_the_picture_holds_every_partner_of_the_figures_with_its_verdict(served, grouping):
    found = figures.per_partner(reader_of("lana"), grouping, 5, "CES", "laatste4k")
    drawn = rows_of(charts(opened(COMPARISON, "lana", per=grouping))[0])
    assert set(drawn["name"]) == set(found["group"])
    shown = found.filter("shown").sort("group")
    assert drawn.filter(~pl.col("hidden")).sort("name")["verdict"].to_list() == shown["verdict"].to_list()
    assert drawn.filter(~pl.col("hidden")).sort("name")["value"].to_list() == shown["value"].to_list()


def test_hidden_partners_are_named_and_have_no_value_in_picture_or_table(served):
    page = opened(COMPARISON, "lana")
    hidden = figures.per_partner(reader_of("lana"), "aannemer", 5, "CES", "laatste4k").filter(~pl.col("shown"))
    assert not hidden.is_empty()
    drawn = rows_of(charts(page)[0]).filter("hidden")
    assert sorted(drawn["name"]) == sorted(hidden["group"])
    numbers = drawn.drop("position").select(selectors.numeric())
    assert {"value", "lower", "upper", "rest", "edge"} <= set(numbers.columns)
    told = drawn.select("n", "n_short", "shared", "label", "told", "between", "benchmark", "apart", "said")
    for frame in (numbers, told):
        assert set(frame.null_count().row(0)) == {drawn.height}
    table = page.expander[0].markdown[0].value
    for name in hidden["group"]:
        line = next(line for line in table.splitlines() if line.startswith(f"| {name} |"))
        assert not any(sign.isdigit() for sign in line)
        assert "verborgen, om herleiding te voorkomen" in line


def test_the_own_organisation_is_marked_and_comes_first_in_words(served):
    page = opened(COMPARISON, "kees")
    assert "Oosterwiel" in heading(page)
    assert rows_of(charts(page)[0]).filter("own")["name"].to_list() == ["Oosterwiel (u)"]
    assert "| Oosterwiel (u) |" in page.expander[0].markdown[0].value


def test_a_reader_who_is_none_of_the_rows_reads_about_the_whole(served):
    said = heading(opened(COMPARISON, "lana"))
    assert re.match(r"Van de \w+ aannemers met genoeg antwoorden (zijn|is|verschilt) er ", said)
    assert re.match(r"Van de \w+ aannemers met genoeg antwoorden ", heading(opened(COMPARISON, "sam", per="aannemer")))


def test_it_opens_on_the_kind_of_the_own_organisation(served):
    page = opened(COMPARISON, "sam")
    assert page.get("button_group")[0].value == "combi"
    assert "Synfra" in heading(page)


def test_a_partner_that_is_the_whole_chain_is_not_said_to_have_too_few_answers(served):
    page = opened(COMPARISON, "sam", vraag="3-CIJFER", per="combi")
    assert heading(page).endswith("Er is geen rest om mee te vergelijken.")
    assert rows_of(charts(page)[0])["verdict"].to_list() == ["geen rest om mee te vergelijken"]
    assert "te weinig antwoorden" not in words(page)
    assert "Grijze lijn" not in words(page)


def test_the_reading_of_the_picture_is_the_answer(served):
    page = opened(COMPARISON, "kees")
    assert charts(page)[0]["description"].replace("%", "") == heading(page).replace("\\", "").replace("%", "")


def test_shared_projects_are_explained_except_for_combis(served):
    assert "ook een andere aannemer werkte" in words(opened(COMPARISON, "kees"))
    assert "Gedeeld" not in words(opened(COMPARISON, "kees", per="combi")).replace("| Gedeeld |", "")


def test_a_changed_choice_is_written_into_the_address_with_the_others(served):
    page = opened(COMPARISON, "kees")
    page.selectbox(key="vraag").set_value("5-BEREIK").run()
    assert [said(page, key) for key in ("vraag", "periode", "per")] == ["5-BEREIK", "laatste4k", "aannemer"]
    page.get("button_group")[0].set_value("combi").run()
    assert said(page, "per") == "combi"
    assert said(page, "vraag") == "5-BEREIK"


def test_a_link_carries_question_period_and_grouping(served):
    page = opened(COMPARISON, "kees", vraag="5-NPS", periode="2025", per="netwerkbedrijf")
    assert page.selectbox(key="vraag").value == "5-NPS"
    assert "Vergelijking · netwerkbedrijven · eindmeting · 2025" in words(page)
    assert "(NPS): percentage 9 en 10 min percentage 0 tot en met 6." in words(page)
    assert "%" not in page.expander[0].markdown[0].value.replace("95%-interval", "").split("| Gedeeld")[0]


@pytest.mark.parametrize(
    "address", [{"vraag": "3-CIJFER"}, {"vraag": "9-X"}, {"periode": "2099"}, {"per": "discipline"}]
)
def test_what_the_reader_cannot_choose_counts_as_not_said(served, address):
    assert words(opened(COMPARISON, "kees", **address)) == words(opened(COMPARISON, "kees"))


def test_only_questions_of_visible_touchpoints_are_offered(served):
    offered = {name: opened(COMPARISON, name).selectbox(key="vraag").options for name in ("kees", "sam", "mila")}
    assert not any("·" in label for label in offered["kees"])
    assert any(label.endswith("· Definitief planbericht") for label in offered["sam"])
    assert not any(label.endswith("· Pop-up") for label in offered["sam"])
    assert any(label.endswith("· Pop-up") for label in offered["mila"])
    assert not any("Toelichting" in label for labels in offered.values() for label in labels)


@pytest.mark.parametrize(
    "touchpoint_and_code", ["1-CES", "1-GEVONDEN", "2-TEVREDEN", "3-CIJFER", "4-CONTACT", "5-AFSPRAAK"]
)
@pytest.mark.parametrize("grouping", ["aannemer", "combi"])
def test_every_kind_of_question_has_a_page(served, touchpoint_and_code, grouping):
    page = opened(COMPARISON, "lana", vraag=touchpoint_and_code, per=grouping)
    assert page.selectbox(key="vraag").value == touchpoint_and_code
    assert not re.search(r"\b(None|nan|null|True|False)\b", words(page))
    assert len(heading(page)) <= 140


def test_the_file_holds_the_rows_of_the_picture_through_the_same_gate(served):
    page = opened(COMPARISON, "kees", per="combi")
    assert [button.proto.label for button in page.get("download_button")] == ["CSV"]
    written = list(
        csv.DictReader(io.StringIO(figures.score_csv(reader_of("kees"), 5, "CES", "combi", "laatste4k", None)))
    )
    assert {row["group"] for row in written} - {"onbekend"} == set(rows_of(charts(page)[0])["name"])


def test_a_figure_without_spread_has_no_interval_and_says_so(load):
    load(eindmeting(40, aannemer="Elzerdam"), eindmeting(40, aannemer="Hogebroek"))
    page = opened(COMPARISON, roles=KETEN, vraag="5-CIJFER", periode="2025-03")
    assert page.expander[0].markdown[0].value.count("geen interval") == 2


def test_few_answers_are_open_dots_below_the_others(load):
    load(
        eindmeting(12, aannemer="Elzerdam"),
        eindmeting(40, aannemer="Hogebroek", scores=(5, 2)),
        eindmeting(40, aannemer="Vaartkamp", scores=(5, 2, 2, 2)),
    )
    page = opened(COMPARISON, roles=KETEN, periode="2025-03")
    drawn = rows_of(charts(page)[0])
    assert drawn["name"].to_list() == ["Vaartkamp", "Hogebroek", "Elzerdam"]
    assert drawn["few"].to_list() == [False, False, True]
    assert drawn["verdict"][2] == "te weinig antwoorden voor een oordeel"
    assert "Eén heeft te weinig antwoorden." in words(page)


def test_a_period_in_which_everyone_is_hidden_offers_a_longer_one(load):
    load(
        eindmeting(3, aannemer="Elzerdam", month="03-2025"),
        eindmeting(40, aannemer="Elzerdam", month="05-2025"),
        eindmeting(40, aannemer="Hogebroek", month="05-2025"),
    )
    page = opened(COMPARISON, roles=KETEN, periode="2025-03")
    assert heading(page) == "Maart 2025 is verborgen voor alle aannemers."
    assert charts(page) == []
    page.button[0].click().run()
    assert said(page, "periode") in ("2025", "alles")
    assert len(charts(page)) == 1


def test_names_from_the_data_cannot_become_markup(load):
    evil = "<img src=x onerror=alert(1)> | *Kabel*"
    load(eindmeting(40, aannemer=evil), eindmeting(40, aannemer="Hogebroek"))
    page = opened(COMPARISON, organisation=evil, roles=KETEN, periode="2025-03")
    assert not re.search(r"(?<!\\)(<img|\*Kabel)", words(page))
    assert rows_of(charts(page)[0]).filter("own")["name"].to_list() == [f"{evil} (u)"]
