"""The rule "Hidden" on small cases that can be worked out by hand."""

from datetime import date

import polars as pl
import pytest

from luko.suppression import Lattice
from tests.suppression.attacker import Answer, atoms

APRIL, MAY, JUNE, JULY = (date(2025, month, 1) for month in (4, 5, 6, 7))
COMPLETE_UNTIL = date(2026, 2, 10)


def lattice(answers, min_n=5, complete_until=COMPLETE_UNTIL):
    return Lattice.of(atoms(answers), complete_until, min_n)


def by(grouping, shown_in, period="alles", combi=None):
    """The groups hidden within one total."""
    rows = shown_in.table().filter(grouping=grouping, period=period).filter(pl.col("combi").eq_missing(combi))
    return rows.filter(~pl.col("shown"))["group"].sort().to_list()


def answers(count, aannemer, combi="Synfra", month=APRIL, **more):
    return [Answer(month, combi, (aannemer,), **more)] * count


def example():
    return [*answers(8, "A"), *answers(6, "B"), *answers(3, "C"), *answers(9, "D", combi="CINH")]


def test_a_contractor_hidden_in_its_combi_stays_hidden_in_the_country():
    decided = lattice(example())

    for period in ("2025-04", "2025-K2", "2025", "laatste4k", "alles"):
        assert by("aannemer", decided, period) == ["B", "C"]
        assert by("aannemer", decided, period, "Synfra") == ["B", "C"]
        assert by("aannemer", decided, period, "CINH") == []
        assert decided.shown(None, None, period, None)
        assert decided.shown(None, None, period, "Synfra")
        assert decided.shown("netwerkbedrijf", "Y", period, None)


def test_with_a_minimum_of_one_nothing_is_ever_hidden():
    assert lattice(example(), min_n=1).table()["shown"].all()


def test_at_equal_size_the_first_by_name_is_hidden():
    decided = lattice([*answers(6, "A"), *answers(6, "B"), *answers(3, "C"), *answers(9, "D")])

    assert by("aannemer", decided) == ["A", "C"]


def test_a_group_below_the_minimum_is_hidden_and_one_at_the_minimum_is_not():
    decided = lattice([*answers(5, "A"), *answers(4, "B"), *answers(4, "C")])

    assert by("aannemer", decided) == ["B", "C"]


def test_one_small_month_hides_the_smallest_other_month_of_its_quarter():
    decided = lattice([*answers(9, "A", month=APRIL), *answers(3, "A", month=MAY), *answers(7, "A", month=JUNE)])

    assert [decided.shown(None, None, f"2025-0{month}", None) for month in (4, 5, 6)] == [True, False, False]
    assert decided.shown(None, None, "2025-K2", None)


def test_a_small_quarter_hides_another_quarter_of_its_year():
    months = [(2, 9), (4, 3), (7, 7), (10, 8)]
    decided = lattice([a for month, n in months for a in answers(n, "A", month=date(2024, month, 1))])

    shown = [decided.shown(None, None, f"2024-K{quarter}", None) for quarter in (1, 2, 3, 4)]
    assert shown == [True, False, False, True]
    assert decided.shown(None, None, "2024", None)


def test_a_small_quarter_among_the_last_four_hides_another_of_those_four():
    newest = date(2025, 7, 2)  # the last four complete quarters are 2024-K3 up to and including 2025-K2
    months = [(2024, 7, 6), (2024, 11, 9), (2025, 2, 8), (2025, 5, 3)]
    decided = lattice([a for y, m, n in months for a in answers(n, "A", month=date(y, m, 1))], 5, newest)

    assert decided.shown(None, None, "laatste4k", None)
    assert not decided.shown(None, None, "2025-K2", None)
    hidden = {q for q in ("2024-K3", "2024-K4", "2025-K1") if not decided.shown(None, None, q, None)}
    assert hidden  # 2025 = K1 + K2 alone would hide K1; the sum of four must not bring it back
    assert "2025-K1" in hidden


def test_a_small_combi_hides_the_smallest_other_combi():
    decided = lattice([*answers(9, "A", "CINH"), *answers(7, "B", "Grond'g"), *answers(2, "C", "Synfra")])

    assert decided.shown(None, None, "alles", "CINH")
    assert not decided.shown(None, None, "alles", "Grond'g")
    assert not decided.shown(None, None, "alles", "Synfra")


def test_few_answers_without_combi_are_a_group_like_any_other():
    decided = lattice([*answers(9, "A", "CINH"), *answers(7, "B", "Synfra"), *answers(2, "C", None)])

    assert not decided.shown(None, None, "alles", "onbekend")
    assert not decided.shown(None, None, "alles", "Synfra")
    assert decided.shown(None, None, "alles", "CINH")


def test_a_group_within_the_unknown_combi_cannot_be_asked():
    decided = lattice([*answers(9, "A", "CINH"), *answers(8, "A", None)])

    assert decided.shown("aannemer", "A", "alles", None)
    assert not decided.shown("aannemer", "A", "alles", "onbekend")


def test_answers_without_a_group_are_the_group_onbekend():
    nobody = [Answer(APRIL, "CINH", aannemer=())] * 6
    decided = lattice([*answers(9, "A", "CINH"), *nobody])

    assert decided.shown("aannemer", "onbekend", "alles", None)
    assert decided.table().filter(grouping="aannemer", group="onbekend", period="alles")["n"].to_list() == [6, 6]


def test_a_group_named_twice_on_a_project_counts_once():
    twice = [Answer(APRIL, "CINH", netwerkbedrijf=("P", "P"))] * 4
    decided = lattice(twice + [Answer(APRIL, "CINH", netwerkbedrijf=("Q",))] * 9)

    assert decided.table().filter(grouping="netwerkbedrijf", group="P", period="alles")["n"].to_list() == [4, 4]
    assert by("netwerkbedrijf", decided) == ["P", "Q"]


def test_a_small_group_that_lies_within_another_needs_no_second_one():
    alone = [Answer(APRIL, "CINH", netwerkbedrijf=("P",))] * 6 + [Answer(APRIL, "CINH", netwerkbedrijf=("Q",))] * 6
    within = [Answer(APRIL, "CINH", netwerkbedrijf=("P", "R"))] * 3

    assert by("netwerkbedrijf", lattice(alone + within)) == ["R"]  # P + Q is the total, with or without R


def test_a_small_group_may_follow_from_two_overlapping_ones():
    shared = [Answer(APRIL, "CINH", netwerkbedrijf=("P", "Q"))] * 9
    small = [Answer(APRIL, "CINH", netwerkbedrijf=("Q", "R"))] * 3
    other = [Answer(APRIL, "CINH", netwerkbedrijf=("S",))] * 7

    assert by("netwerkbedrijf", lattice(shared + small + other)) == ["P", "R"]  # R is Q - P


def test_where_groups_overlap_in_pairs_twice_the_total_gives_the_third_away():
    pairs = [(("P", "Q"), 6), (("P", "R"), 2), (("Q", "R"), 1)]
    decided = lattice([Answer(APRIL, "CINH", netwerkbedrijf=pair) for pair, n in pairs for _ in range(n)])

    assert by("netwerkbedrijf", decided) == ["Q", "R"]  # P + Q + R is twice the total


def test_a_figure_of_one_grouping_gives_none_of_another_away():
    """Netwerkbedrijf N works for A and B only, so N - A is B, and A + B + C the total."""
    decided = lattice(
        [
            *answers(9, "A", netwerkbedrijf=("N",)),
            *answers(4, "B", netwerkbedrijf=("N",)),
            *answers(3, "C", netwerkbedrijf=("M",)),
            *answers(8, "D", netwerkbedrijf=("M",)),
        ]
    )

    assert decided.shown("netwerkbedrijf", "N", "alles", None)
    assert by("aannemer", decided) == ["A", "B", "C", "D"]


def test_the_same_answers_under_two_names_have_one_fate():
    decided = lattice(example())
    one_month = decided.table().filter(grouping="aannemer", group="B")

    assert set(one_month["period"]) == {"2025-04", "2025-K2", "2025", "laatste4k", "alles"}
    assert not one_month["shown"].any()


def test_the_four_quarters_before_are_guarded_too_since_pages_compare_with_them():
    newest = date(2026, 7, 2)  # last four: 2025-K3 .. 2026-K2; before: 2024-K3 .. 2025-K2
    months = [(2024, 7, 9), (2024, 11, 9), (2025, 2, 7), (2025, 5, 2), (2025, 8, 9)]
    decided = lattice([a for y, m, n in months for a in answers(n, "A", month=date(y, m, 1))], 5, newest)

    assert decided.shown(None, None, "vorige4k", None)
    assert not decided.shown(None, None, "2025-K2", None)
    assert not decided.shown(None, None, "2025-K1", None)


def test_what_has_no_answers_or_cannot_be_asked_is_not_shown():
    decided = lattice(example())

    assert not decided.shown("aannemer", "niemand", "alles", None)
    assert not decided.shown(None, None, "1999", None)
    assert not decided.shown(None, None, "2025-04/2025-05", None)
    assert not decided.shown(None, None, "alles", "Grond'g")
    assert not decided.shown("aannemer", "D", "alles", "Synfra")


@pytest.mark.parametrize("complete_until", [None, COMPLETE_UNTIL])
def test_without_answers_there_is_nothing_to_show(complete_until):
    decided = lattice([], complete_until=complete_until)

    assert decided.table().is_empty()
    assert not decided.shown(None, None, "alles", None)


def test_before_a_newest_answer_is_known_there_are_no_last_four_quarters():
    decided = lattice(example(), complete_until=None)

    assert decided.shown(None, None, "2025-K2", None)
    assert not decided.shown(None, None, "laatste4k", None)
