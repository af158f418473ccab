"""The walk of an answer, from a file in the inbox to a sentence on a page; that of a right is in tests/browser."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb

from tests.deliveries import deliver, eindmeting, response
from tests.pages.opening import OVERVIEW, heading, opened, words

PASSWORD = "wachtwoord-voor-de-proef"  # pragma: allowlist secret


def command(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LUKO_DATA": str(data), "LUKO_DEMO_PASSWORD": PASSWORD}
    return subprocess.run(
        [sys.executable, "-m", *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_an_answer_walks_from_the_inbox_to_the_page_and_leaves_its_person_at_the_door(data):
    orders, responses = eindmeting(40, aannemer="Oosterwiel", scores=(5, 2, 2, 2)).orders_and_responses()
    orders[0] |= {"Naam": "T. Zonderbloem", "E-mailadres": "t.zonderbloem@voorbeeld.nl"}
    responses[0]["TOELICHTING"] = "Mevrouw Zonderbloem wil graag gebeld worden op 06-12349876."
    deliver(data, "capo_week.csv", orders)
    deliver(data, "expoints_week.csv", [*responses, response(project="onbekend")])

    assert command(data, "etl", "nightly").returncode == 0
    status = json.loads(command(data, "etl", "status", "--json").stdout)
    survey = next(load for load in status["loads"] if load["source"] == "expoints")
    assert (survey["read"], survey["accepted"], survey["waiting"]) == (41, 40, 1)
    assert not list((data / "inbox").iterdir())
    assert len(list((data / "archive").iterdir())) == 2

    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as warehouse:
        [(comment,)] = warehouse.sql("select text from marts.comments").fetchall()
    assert comment == "Mevrouw [naam] wil graag gebeld worden op [telefoon]."

    assert command(data, "luko", "accounts", "demo").returncode == 0
    asked = ["--as", "kees", "--touchpoint", "5", "--question", "CES", "--format", "json"]
    [total] = json.loads(command(data, "luko", "figures", *asked).stdout)["rows"]
    assert (total["n"], total["value"]) == (40, 25.0)

    page = opened(OVERVIEW, "kees", periode="2025-03")
    assert heading(page).startswith("25% van uw klanten had veel moeite")
    assert "40 antwoorden" in words(page)
