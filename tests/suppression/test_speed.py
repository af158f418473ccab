"""The whole lattice is decided while a page is being asked for."""

import random
import time
from datetime import date

import polars as pl

from luko.suppression import Lattice, slacks
from tests.suppression.attacker import Answer, atoms

CONTRACTORS = [f"aannemer {number:02}" for number in range(15)]
NETWORKS = [f"netwerkbedrijf {number:02}" for number in range(12)]


def three_years(count):
    """Answers as the eindmeting has them: one contractor in ten projects shared, one to five networks."""
    chance = random.Random(1)
    answers = []
    for _ in range(count):
        month = chance.randrange(36)
        first = chance.randrange(15)
        shared = [chance.randrange(15)] if chance.random() < 0.1 else []
        answers.append(
            Answer(
                date(2023 + month // 12, month % 12 + 1, 1),
                ["CINH", "Grond'g", "Synfra"][first % 3],
                tuple(sorted({CONTRACTORS[first], *(CONTRACTORS[other] for other in shared)})),
                tuple(sorted(chance.sample(NETWORKS, chance.randint(1, 5)))),
                tuple(sorted(chance.sample("EGHMRW", chance.randint(1, 3)))),
            )
        )
    return answers


def test_the_lattice_of_three_years_is_decided_within_two_seconds_of_computing():
    rows = atoms(three_years(3_500))
    started = time.process_time()

    decided = Lattice.of(rows, date(2025, 12, 30), 5)

    assert time.process_time() - started < 2.0  # measured: 0.6 on one core
    table = decided.table()
    assert table.filter(pl.col("grouping").is_null() & pl.col("combi").is_null())["shown"].all()
    assert not table["shown"].all()


def test_following_few_slacks_at_once_decides_the_same(monkeypatch):
    rows = atoms(three_years(400))
    expected = Lattice.of(rows, date(2025, 12, 30), 5).table()

    monkeypatch.setattr(slacks, "_AT_ONCE", 20)

    assert Lattice.of(rows, date(2025, 12, 30), 5).table().equals(expected)
