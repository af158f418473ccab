"""Verdicts of many partners at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from luko.statistics import Difference, difference, verdicts
from tests.statistics.scores import of_counts

# Benjamini & Hochberg 1995 (J. R. Statist. Soc. B 57:289-300), section 3.2: fifteen p-values of one trial.
TRIAL = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
    0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip
BETTER, WORSE = "gunstiger dan de rest", "ongunstiger dan de rest"
NONE, FEW = "geen aantoonbaar verschil", "te weinig antwoorden voor een oordeel"

FOUND = st.builds(
    Difference,
    value=st.floats(-50, 50).filter(bool),
    lower=st.just(-1.0),
    upper=st.just(1.0),
    p_value=st.floats(0, 1),
)
PARTNERS = st.lists(st.tuples(FOUND, st.integers(0, 100)), max_size=20)


def with_p(p_value, value=10.0):
    return Difference(value, None, None, p_value)


def test_of_the_fifteen_published_p_values_benjamini_hochberg_proves_four():
    found = verdicts([with_p(p) for p in TRIAL], [30] * 15, "hoger")

    assert found == [BETTER] * 4 + [NONE] * 11


def test_of_the_same_fifteen_holm_proves_three():
    found = verdicts([with_p(p) for p in TRIAL], [30] * 15, "hoger", correction="holm")

    assert found == [BETTER] * 3 + [NONE] * 12


@pytest.mark.parametrize(("direction", "high", "low"), [("hoger", BETTER, WORSE), ("lager", WORSE, BETTER)])
def test_the_direction_of_the_question_decides_what_is_favourable(direction, high, low):
    found = verdicts([with_p(0.001, 5.0), with_p(0.001, -5.0)], [40, 40], direction)

    assert found == [high, low]


def test_below_thirty_answers_there_is_no_verdict():
    assert verdicts([with_p(0.0001), with_p(0.0001)], [29, 30], "hoger") == [FEW, BETTER]


def test_partners_with_too_few_answers_do_not_count_among_the_comparisons():
    alone = verdicts([with_p(0.04)], [50], "hoger")
    among_small_ones = verdicts([with_p(0.04)] + [with_p(0.9)] * 20, [50] + [10] * 20, "hoger")

    assert alone == [BETTER]
    assert among_small_ones == [BETTER] + [FEW] * 20


def test_a_partner_with_nothing_to_compare_with_gets_no_verdict():
    assert verdicts([None, with_p(0.001)], [0, 30], "lager") == [FEW, WORSE]


def test_a_difference_without_a_p_value_is_not_proven():
    assert verdicts([Difference(3.0, None, None, None)], [30], "hoger") == [NONE]


def test_no_partners_give_no_verdicts():
    assert verdicts([], [], "hoger") == []


def test_an_unknown_direction_is_refused():
    with pytest.raises(ValueError, match="richting"):
        verdicts([with_p(0.001)], [30], "higher")


def test_a_hundred_partners_are_judged_on_real_sums():
    rest = of_counts(3_100, 10_000)
    partners = [of_counts(10 + place % 40, 100) for place in range(100)]

    found = verdicts([difference("ces", partner, rest) for partner in partners], [100] * 100, "lager")

    assert set(found) == {BETTER, WORSE, NONE}
    assert found[0] == BETTER  # 10% against 31%, lower is better
    assert found[39] == WORSE


@settings(deadline=None)
@given(partners=PARTNERS)
def test_turning_the_direction_round_turns_the_words_round(partners):
    differences, sizes = [found for found, _ in partners], [size for _, size in partners]
    turned = {BETTER: WORSE, WORSE: BETTER, NONE: NONE, FEW: FEW}

    higher = verdicts(differences, sizes, "hoger")
    assert [turned[word] for word in higher] == verdicts(differences, sizes, "lager")


@settings(deadline=None, max_examples=8)
@given(p_values=st.lists(st.floats(0, 0.1), min_size=1, max_size=20))
def test_holm_is_that_of_statsmodels(p_values):
    found = verdicts([with_p(p) for p in p_values], [30] * len(p_values), "hoger", correction="holm")

    assert [word == BETTER for word in found] == list(multipletests(p_values, alpha=0.05, method="holm")[0])


@settings(deadline=None)
@given(partners=PARTNERS)
def test_holm_proves_nothing_that_benjamini_hochberg_does_not(partners):
    differences, sizes = [found for found, _ in partners], [size for _, size in partners]

    strict = verdicts(differences, sizes, "hoger", correction="holm")
    usual = verdicts(differences, sizes, "hoger")
    assert all(word in (usual[place], NONE) for place, word in enumerate(strict))
