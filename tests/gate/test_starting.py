"""Both ways to start the front door, and what a fault shows."""

import json
import sqlite3

import pytest
from websockets.exceptions import ConnectionClosed

from tests.browser.server import NAVIGATION, accounts, listening, server


@pytest.mark.parametrize("command", [["uvicorn", "app:app"], ["streamlit", "run", "app.py"]])
def test_a_fresh_server_serves_the_login_page(tmp_path, command):
    with listening(command, tmp_path) as started:
        assert started.ask("/overzicht", headers=NAVIGATION).location == "/inloggen?naar=%2Foverzicht"
        assert "Inloggen" in started.ask("/inloggen").text
        assert "Traceback" not in started.log.read_text()


def test_a_network_fault_gives_a_sentence_and_the_log_its_number(tmp_path):
    with server(tmp_path, app="tests.gate.broken_app:app") as started:
        cookie = started.log_in("nora").cookie
        answer = started.ask("/overzicht", cookie=cookie, headers=NAVIGATION)
        assert answer.status == 500
        assert "Er ging iets mis." in answer.text
        assert "geheim detail" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
        logged = [json.loads(line) for line in started.log.read_text().splitlines() if line.startswith("{")]
    fault = next(line for line in logged if line["event"] == "fault")
    assert fault["reference"] in answer.text
    assert "geheim detail" in fault["exception"]


def test_a_store_that_cannot_be_asked_lets_nobody_in(tmp_path):
    with server(tmp_path) as started:
        cookie = started.log_in("nora").cookie
        with started.websocket(cookie) as socket:
            with sqlite3.connect(tmp_path / "store.sqlite") as store:
                store.execute("alter table sessions rename to elsewhere")
            assert started.ask("/", cookie=cookie, headers=NAVIGATION).status == 500
            with pytest.raises(ConnectionClosed) as closing:
                while True:
                    socket.recv(timeout=10)
    assert closing.value.rcvd.code == 1008


def test_the_accounts_command_needs_no_server(tmp_path):
    assert accounts(tmp_path, "list", "--json").returncode == 0
