"""The eindmeting by step of the chain in words."""

import polars as pl

from luko import charts
from luko.figures.overview import STEPS
from luko.text import steps

ALIKE = "geen aantoonbaar verschil"
REST = "de rest van de keten"


def asked(*rows: tuple[str, float | None, str, float | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "chain_step": "planning", "question_code": label.upper(), "label": label, "kind": "schaal",
                "direction": "hoger", "scale_min": 1.0, "scale_max": 5.0, "n": value and 100, "value": value,
                "lower": value and value - 0.1, "upper": value and value + 0.1, "shown": value is not None,
                "rest": rest, "verdict": verdict,
            }
            for label, value, verdict, rest in rows
        ],
        schema=STEPS,
    )  # fmt: skip


def test_what_differs_is_named_and_what_is_worse_is_where_most_is_to_be_won():
    found = asked(
        ("Houding", 4.4, "gunstiger", 4.2), ("Info", 3.9, "gunstiger", 3.5), ("Bereik", 3.2, "ongunstiger", 3.5)
    )
    assert steps.in_words(found, REST, steps.WIN) == (
        "**Houding** en **Info** zijn :blue[**gunstiger**] dan de rest van de keten. "
        "**Bereik** is :orange[**ongunstiger**] dan de rest van de keten: daar is het meest te winnen."
    )


def test_most_is_to_be_won_against_the_rest_only():
    worse = asked(("Bereik", 3.2, "ongunstiger", 3.5))
    assert steps.in_words(worse, "een jaar eerder") == "**Bereik** is :orange[**ongunstiger**] dan een jaar eerder."


def test_no_difference_no_comparison_and_nothing_to_compare_are_three_things():
    assert steps.in_words(asked(("Info", 3.9, ALIKE, 3.8)), REST).startswith("Geen enkele stap verschilt")
    assert steps.in_words(asked(("Info", 3.9, "te weinig antwoorden", 3.8)), REST).startswith("Er is te weinig")
    assert steps.in_words(asked(("Info", 3.9, "geen gegevens", None)), REST) == ""


def test_a_step_is_read_out_with_its_hidden_questions_named():
    found = asked(("Info", 3.9, "gunstiger", 3.5), ("Bereik", None, "verborgen", None))
    assert steps.reading("planning", found) == "Planning: Info 3,9, gunstiger; Bereik verborgen."
    assert steps.absent(found.filter(~pl.col("shown"))) == ["Bereik: verborgen, om herleiding te voorkomen"]


def test_the_note_states_the_range_of_the_strips_and_names_a_rest_only_when_there_is_one():
    compared, alone = asked(("Info", 3.9, ALIKE, 3.8)), asked(("Info", 3.9, "geen gegevens", None))
    assert steps.note("Synfra", REST, compared, charts.ranges(compared)) == (
        "**Hoger is beter.** Punt en streep: Synfra met 95%-interval. Grijs streepje: de rest van de keten. "
        "De strook loopt van 3,5 tot 5."
    )
    assert "streepje" not in steps.note("Synfra", REST, alone, charts.ranges(alone))
    assert steps.note("Synfra", REST, asked(), {}) == ""
