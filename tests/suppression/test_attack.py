"""All sums and differences are tried on random small sets: against the rule, and against broken copies of it."""

import random
from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luko.suppression import Lattice, choice, lattice
from luko.suppression.cells import ANY
from luko.suppression.relations import relations
from tests.suppression.attacker import GROUPINGS, Answer, Notebook, atoms, break_in, figures

NEWEST = date(2025, 8, 10)  # the last four complete quarters are 2024-K3 up to and including 2025-K2
MONTHS = [date(2024, 5, 1), date(2024, 11, 1), date(2025, 4, 1), date(2025, 5, 1), date(2025, 8, 1)]


def some(names, least=0):
    return st.sets(st.sampled_from(names), min_size=least, max_size=2).map(lambda chosen: tuple(sorted(chosen)))


ANSWERS = st.lists(
    st.builds(
        Answer,
        month=st.sampled_from(MONTHS),
        combi=st.sampled_from(["CINH", "Synfra", None]),
        aannemer=some("ABC"),
        netwerkbedrijf=some("NMP"),
        discipline=some("EW", least=1),
    ),
    max_size=28,
)


def decide(answers, min_n):
    return Lattice.of(atoms(answers), NEWEST, min_n)


@settings(max_examples=150, deadline=None)
@given(answers=ANSWERS, min_n=st.integers(2, 6))
def test_no_hidden_figure_follows_from_the_shown_ones(answers, min_n):
    decided = decide(answers, min_n)
    asked = figures(answers, NEWEST)

    assert break_in(answers, NEWEST, decided.shown) == {}
    assert not any(decided.shown(*figure) for figure, places in asked.items() if len(places) < min_n)


@settings(max_examples=60, deadline=None)
@given(answers=ANSWERS, min_n=st.integers(2, 6))
def test_no_figure_is_hidden_that_could_be_shown_beside_the_larger_ones(answers, min_n):
    decided = decide(answers, min_n)
    asked = figures(answers, NEWEST)
    small = [places for places in asked.values() if len(places) < min_n]
    spare = {places for figure, places in asked.items() if len(places) >= min_n and not decided.shown(*figure)}

    for hidden in spare:
        notebook = Notebook()
        notebook.write(hidden)
        for figure, places in asked.items():
            if decided.shown(*figure) and len(places) >= len(hidden):
                notebook.write(places)
        assert any(notebook.work_out(places) is not None for places in small)


@settings(max_examples=60, deadline=None)
@given(answers=ANSWERS, min_n=st.integers(2, 6), shuffling=st.randoms(use_true_random=False))
def test_the_order_and_the_grouping_of_the_rows_do_not_matter(answers, min_n, shuffling):
    rows = atoms(answers)
    shuffled = rows[shuffling.sample(range(len(rows)), len(rows))]
    together = rows.group_by("month", "combi", *GROUPINGS, maintain_order=True).agg(pl.col("n").sum())

    expected = Lattice.of(rows, NEWEST, min_n).table()
    assert Lattice.of(shuffled, NEWEST, min_n).table().equals(expected)
    assert Lattice.of(together, NEWEST, min_n).table().equals(expected)


@settings(max_examples=60, deadline=None)
@given(answers=ANSWERS, min_n=st.integers(1, 6))
def test_the_table_holds_every_figure_once_with_its_n(answers, min_n):
    rows = decide(answers, min_n).table().rows(named=True)
    asked = figures(answers, NEWEST)

    listed = {(row["grouping"], row["group"], row["period"], row["combi"]): row["n"] for row in rows}
    assert len(rows) == len(listed)
    assert listed == {figure: len(places) for figure, places in asked.items()}


@settings(max_examples=60, deadline=None)
@given(answers=ANSWERS, min_n=st.integers(2, 6))
def test_the_same_answers_have_one_fate_and_everything_together_is_shown(answers, min_n):
    decided = decide(answers, min_n)
    fates = {}
    for figure, places in figures(answers, NEWEST).items():
        fates.setdefault(places, set()).add(decided.shown(*figure))

    assert all(len(fate) == 1 for fate in fates.values())
    assert decided.shown(None, None, "alles", None) == (len(answers) >= max(min_n, 1))


def test_enough_answers_everywhere_hide_nothing():
    answers = [
        Answer(month, combi, (aannemer,), (network,))
        for month in MONTHS
        for combi in ("CINH", "Synfra")
        for aannemer in "AB"
        for network in "NM"
        for _ in range(5)
    ]

    assert decide(answers, 5).table()["shown"].all()


def four_hundred():
    """More atoms than cells in a month, so that the mixtures of atoms are tried too."""
    chance = random.Random(5)
    return [
        Answer(
            chance.choice(MONTHS[:3]),
            chance.choice(["CINH", "Synfra"]),
            tuple(sorted(chance.sample("ABCD", chance.choice([1, 1, 1, 2])))),
            tuple(sorted(chance.sample("NMPQ", chance.randint(1, 4)))),
            tuple(sorted(chance.sample("EGW", chance.randint(1, 3)))),
        )
        for _ in range(400)
    ]


def test_a_set_as_large_as_the_real_one_gives_nothing_away():
    answers = four_hundred()
    decided = decide(answers, 12)

    assert break_in(answers, NEWEST, decided.shown) == {}
    assert not decided.table().filter(pl.col("n") >= 12)["shown"].all()


# From here on the rule is broken on purpose: the attacker must then succeed.


def example():
    """The example of the rule itself: B and C are hidden."""
    held = [("A", 8), ("B", 6), ("C", 3)]
    return [Answer(MONTHS[2], "Synfra", (name,)) for name, n in held for _ in range(n)]


def spread(*counts):
    """So many answers of one contractor and combi in each month."""
    return [Answer(month, "CINH") for month, n in counts for _ in range(n)]


def test_hiding_only_what_is_small_lets_the_attacker_in(monkeypatch):
    assert break_in(example(), NEWEST, decide(example(), 5).shown) == {}

    monkeypatch.setattr(lattice, "hidden_besides", lambda small, moving: set())

    broken = break_in(example(), NEWEST, decide(example(), 5).shown)
    assert broken["aannemer", "C", "alles", None] == 3
    assert broken["aannemer", "C", "2025-04", "Synfra"] == 3


def without(family):
    """The relations, less those whose whole (place of group, place of combi, period) is of one family."""

    def broken(cells):
        rows, unknowns = relations(cells)
        return [row for row in rows if not family(cells, row)], unknowns

    return broken


def whole_of(cells, row):
    place = next(unknown for unknown, weight in row.items() if weight == 1 or unknown < cells.n.size)
    group, combi, period = np.unravel_index(place, cells.n.shape)
    return group, combi, cells.timeline.codes[period], all(unknown < cells.n.size for unknown in row)


def wider(form):
    def family(cells, row):
        _, _, code, is_sum = whole_of(cells, row)
        return is_sum and form(code)

    return family


def any_combi(cells, row):
    _, combi, code, is_sum = whole_of(cells, row)
    return is_sum and combi == ANY and len(code) == len("2025-04") and "K" not in code


def atoms_of_groups(cells, row):
    group, _, _, is_sum = whole_of(cells, row)
    return not is_sum and group > 0


FAMILIES = {
    "month in quarter": (
        wider(lambda code: "K" in code),
        spread((MONTHS[2], 9), (MONTHS[3], 3)),
        (None, None, "2025-05", None),
    ),
    "quarter in year": (
        wider(lambda code: len(code) == 4),
        spread((date(2022, 2, 1), 9), (date(2022, 5, 1), 8), (date(2022, 8, 1), 3)),
        (None, None, "2022-K3", None),
    ),
    "quarter in the last four": (
        wider(lambda code: code == "laatste4k"),
        spread((date(2024, 8, 1), 9), (MONTHS[1], 8), (date(2025, 2, 1), 7), (MONTHS[3], 3), (MONTHS[4], 2)),
        (None, None, "2025-K2", None),
    ),
    "year in everything": (
        wider(lambda code: code == "alles"),
        spread((date(2023, 1, 1), 3), (MONTHS[1], 9), (MONTHS[2], 7)),
        (None, None, "2023", None),
    ),
    "combi in any combi": (
        any_combi,
        [Answer(MONTHS[2], combi) for combi, n in [("CINH", 9), ("Synfra", 3)] for _ in range(n)],
        (None, None, "alles", "Synfra"),
    ),
    "group in total": (atoms_of_groups, example(), ("aannemer", "C", "alles", None)),
}


@pytest.mark.parametrize("name", FAMILIES)
def test_leaving_out_one_family_of_relations_lets_the_attacker_in(name, monkeypatch):
    family, answers, small = FAMILIES[name]
    assert not decide(answers, 5).shown(*small)
    assert break_in(answers, NEWEST, decide(answers, 5).shown) == {}

    monkeypatch.setattr(lattice, "relations", without(family))

    broken = break_in(answers, NEWEST, decide(answers, 5).shown)
    assert broken[small] == len(figures(answers, NEWEST)[small])


def test_deciding_each_grouping_by_itself_lets_the_attacker_in():
    """Netwerkbedrijf N works for A and B only: N - A is B, and then C follows too."""
    held = [("A", "N", 9), ("B", "N", 4), ("C", "M", 3), ("D", "M", 8)]
    answers = [Answer(MONTHS[2], "CINH", (a,), (network,)) for a, network, n in held for _ in range(n)]
    assert break_in(answers, NEWEST, decide(answers, 5).shown) == {}

    alone = {grouping: Lattice.of(atoms(answers, [grouping]), NEWEST, 5) for grouping in GROUPINGS}
    apart = break_in(answers, NEWEST, lambda grouping, *figure: alone[grouping or "aannemer"].shown(grouping, *figure))
    assert apart["aannemer", "B", "alles", None] == 4
    assert apart["aannemer", "C", "alles", None] == 3


def test_sparing_a_cell_that_moves_in_step_with_a_small_one_lets_the_attacker_in(monkeypatch):
    held = [(("A", "B"), 6), (("A", "C"), 2), (("B", "C"), 1)]
    answers = [Answer(MONTHS[2], "CINH", pair) for pair, n in held for _ in range(n)]
    assert break_in(answers, NEWEST, decide(answers, 5).shown) == {}

    monkeypatch.setattr(choice._Kept, "in_step", lambda self, cell, others: False)

    assert break_in(answers, NEWEST, decide(answers, 5).shown)
