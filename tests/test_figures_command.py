"""`python -m luko figures`: the sample's figures, the exits in their order, and nothing on stdout when refused."""

import io
import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from luko import accounts
from luko.__main__ import app
from luko.commands.figures import REFUSED
from tests.deliveries import deliver, eindmeting, order, response

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text())


@pytest.fixture
def people(data):
    accounts.make_demo_accounts("wachtwoord-voor-de-proef", actor="proef")


def figures(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["figures", *words])
    return done.exit_code, done.stdout, done.stderr


def asked(username: str, touchpoint: int, question: str, *words: str) -> dict:
    code, out, err = figures(
        "--as", username, "--touchpoint", str(touchpoint), "--question", question, *words, "--format", "json"
    )
    assert code == 0, err
    return json.loads(out)


@pytest.fixture
def samples(night, people, monkeypatch):
    monkeypatch.setenv("LUKO_MIN_N", "1")
    for name in EXPECTED["loads"]:
        shutil.copy(SAMPLES / name, deliver(night.data, name, ""))
    assert night.run().exit == 0


def test_every_figure_of_the_samples_is_as_expected(samples):
    for name, groups in EXPECTED["figures"].items():
        _, touchpoint, question, _, by = name.split()
        words = [] if by == "totaal" else ["--by", by]
        rows = asked("lana", int(touchpoint), question, *words)["rows"]
        assert [row["group"] for row in rows] == sorted(groups), name
        for row in rows:
            assert row["shown"] is True
            for key, value in groups[row["group"]].items():
                assert row[key] == pytest.approx(value, abs=0.0001) if value is not None else row[key] is None


def test_a_small_group_hides_the_smallest_other_and_prints_nothing_of_either(load, people):
    load(eindmeting(8, aannemer="A"), eindmeting(6, aannemer="B"), eindmeting(3, aannemer="C"),
         eindmeting(9, aannemer="D", combi="CINH"))  # fmt: skip
    for words in (["--by", "aannemer"], ["--by", "aannemer", "--combi", "Synfra"]):
        rows = asked("lana", 5, "CES", *words)["rows"]
        assert [row["group"] for row in rows if not row["shown"]] == ["B", "C"]
        hidden = next(row for row in rows if row["group"] == "B")
        assert hidden == {"group": "B", "n": None, "value": None, "lower": None, "upper": None, "shown": False}


def test_csv_and_json_give_the_same_rows(load, people):
    load(eindmeting(8, aannemer="A", scores=(1, 4)), eindmeting(9, aannemer="D", combi="CINH"))
    rows = asked("lana", 5, "CES", "--by", "combi")["rows"]
    code, out, _ = figures("--as", "lana", "--touchpoint", "5", "--question", "CES", "--by", "combi", "--format", "csv")
    assert code == 0
    assert pl.read_csv(io.StringIO(out)).to_dicts() == [pytest.approx(row) for row in rows]


def test_the_answer_repeats_the_question_and_the_rights(load, people):
    load(eindmeting(8))
    answer = asked("sam", 5, "CES", "--period", "2025")
    assert answer["direction"] == "lager"
    assert answer["filters"]["period"] == "2025"
    assert {"touchpoint": 3, "combi": "Synfra"} in answer["filters"]["rights"]
    assert answer["rows"][0]["group"] == "totaal"


@pytest.mark.parametrize(
    "words",
    [
        ["--as", "nooit-gezien", "--touchpoint", "5", "--question", "CES"],
        ["--as", "nora", "--touchpoint", "5", "--question", "CES"],
        ["--as", "kees", "--touchpoint", "1", "--question", "CES"],
        ["--as", "kees", "--touchpoint", "9", "--question", "CES"],
        ["--as", "kees", "--touchpoint", "1", "--question", "NIETS"],
        ["--as", "kees", "--touchpoint", "5", "--question", "CES", "--combi", "Combi van niemand"],
        ["--as", "sam", "--touchpoint", "3", "--question", "CIJFER", "--combi", "CINH"],
    ],
)
def test_outside_the_rights_there_is_one_fixed_sentence_and_nothing_on_stdout(load, people, words):
    load(eindmeting(8), eindmeting(8, combi="CINH"))
    assert figures(*words) == (3, "", f"{REFUSED}\n")


def test_a_disabled_account_is_outside_the_rights(load, people):
    load(eindmeting(8))
    accounts.disable("kees", actor="proef")
    assert figures("--as", "kees", "--touchpoint", "5", "--question", "CES")[0] == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--as", "nora", "--touchpoint", "5", "--question", "CES", "--period", "vorige week"], 2),
        (["--as", "kees", "--touchpoint", "vijf", "--question", "CES"], 2),
        (["--as", "kees", "--touchpoint", "5", "--question", "CES", "--by", "gemeente"], 2),
        (["--as", "kees", "--touchpoint", "1", "--question", "NIETS"], 3),
        (["--as", "kees", "--touchpoint", "5", "--question", "NIETS"], 2),
        (["--as", "kees", "--touchpoint", "5", "--question", "TOELICHTING"], 2),
        (["--as", "kees", "--touchpoint", "5", "--question", "CES"], 1),
    ],
)
def test_exits_are_judged_in_order_syntax_rights_question_warehouse(data, people, words, code):
    found, out, err = figures(*words)
    assert (found, out) == (code, "")
    assert err


def test_a_period_without_answers_is_empty_and_not_hidden(load, people):
    load(eindmeting(8))
    assert asked("kees", 5, "CES", "--period", "1999")["rows"] == [
        {"group": "totaal", "n": 0, "value": None, "lower": None, "upper": None, "shown": True}
    ]
    assert asked("kees", 5, "CES", "--period", "1999", "--by", "maand")["rows"] == []


def test_a_combi_delivered_as_onbekend_is_none_and_can_not_be_asked_for(night, people):
    popups = [
        response(Meting="popup", clusterid="", Combi=combi, CES="5")
        for combi in ["Synfra"] * 20 + ["onbekend"] * 2 + [""] * 9
    ]
    night.run(capo_1=[order()], expoints_1=popups)
    rows = asked("lana", 1, "CES", "--by", "combi")["rows"]
    assert [(row["group"], row["n"]) for row in rows] == [("Synfra", 20), ("onbekend", 11)]
    assert figures("--as", "lana", "--touchpoint", "1", "--question", "CES", "--combi", "onbekend")[0] == 3


def test_the_filters_carry_the_names_of_the_options(load, people):
    load(eindmeting(8))
    filters = asked("kees", 5, "CES")["filters"]
    assert {key: filters[key] for key in ("touchpoint", "question", "by", "period", "combi", "view")} == {
        "touchpoint": 5, "question": "CES", "by": None, "period": None, "combi": None, "view": "score",
    }  # fmt: skip
