"""A session that ends, ends everywhere: for a copied cookie, for open connections, in another process."""

import sqlite3
import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.browser.server import NAVIGATION, PASSWORD

ALLOWED_SECONDS = 5
RERUN = BackMsg(rerun_script={}).SerializeToString()


def is_refused(running, cookie):
    answer = running.ask("/", cookie=cookie, headers=NAVIGATION)
    with pytest.raises(InvalidStatus):
        running.websocket(cookie)
    return answer.status == 303 and running.ask("/_stcore/health", cookie=cookie).status == 401


def seconds_until_closed(socket):
    started = time.monotonic()
    with pytest.raises(ConnectionClosed) as closing:
        while True:
            socket.recv(timeout=ALLOWED_SECONDS + 1)
    return time.monotonic() - started, closing.value.rcvd.code


@pytest.fixture
def piet(running):
    """A person of one's own, who can be closed without harming the other tests."""
    name = f"piet{time.monotonic_ns()}"
    added = running.accounts("add", name, "--roles", "keten", "--password-stdin", typed=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    return name


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_copied_cookie_is_refused_after_logout(running, method):
    cookie = running.log_in("nora").cookie
    assert running.ask("/", cookie=cookie, headers=NAVIGATION).status == 200
    farewell = running.ask("/uitloggen", method=method, cookie=cookie, headers=NAVIGATION)
    assert (farewell.status, farewell.location) == (303, "/inloggen")
    assert "Max-Age=0" in farewell.headers["set-cookie"]
    assert is_refused(running, cookie)


def test_logging_out_closes_an_open_websocket(running):
    cookie = running.log_in("nora").cookie
    with running.websocket(cookie) as socket:
        running.ask("/uitloggen", method="POST", cookie=cookie)
        seconds, code = seconds_until_closed(socket)
    assert seconds < ALLOWED_SECONDS
    assert code == 1008


def test_logging_out_leaves_the_other_sessions_of_the_person(running):
    first, second = running.log_in("nora").cookie, running.log_in("nora").cookie
    running.ask("/uitloggen", method="POST", cookie=first)
    assert running.ask("/", cookie=second, headers=NAVIGATION).status == 200


def test_a_disabled_account_loses_an_open_websocket_within_five_seconds(running, piet):
    cookie = running.log_in(piet).cookie
    with running.websocket(cookie) as socket:
        assert running.accounts("disable", piet).returncode == 0
        seconds, code = seconds_until_closed(socket)
    assert seconds < ALLOWED_SECONDS
    assert code == 1008
    assert is_refused(running, cookie)
    assert running.log_in(piet).status == 401


def test_the_next_message_of_a_disabled_account_is_not_answered(running, piet):
    with running.websocket(running.log_in(piet).cookie) as socket:
        disable_at_once(running, piet)
        with pytest.raises(ConnectionClosed):
            socket.send(RERUN)
            answer = socket.recv(timeout=ALLOWED_SECONDS)
            raise AssertionError(f"een afgesloten account kreeg nog antwoord: {answer!r}")


def disable_at_once(running, name):
    """Disable without the command, which takes longer to start than the watch takes to look."""
    with sqlite3.connect(running.data / "store.sqlite") as store:
        store.execute("update accounts set disabled_at = created_at where name = ?", [name])


def test_an_enabled_account_is_answered(running, piet):
    """The test above would pass with a message that nobody ever answers."""
    with running.websocket(running.log_in(piet).cookie) as socket:
        socket.send(RERUN)
        assert socket.recv(timeout=30)


def test_another_site_cannot_log_someone_out_with_a_link(running):
    cookie = running.log_in("nora").cookie
    elsewhere = {**NAVIGATION, "Sec-Fetch-Site": "cross-site"}
    answer = running.ask("/uitloggen", cookie=cookie, headers=elsewhere)
    assert answer.status == 200
    assert "Uitloggen?" in answer.text
    running.ask("/uitloggen", method="POST", cookie=cookie, headers={"Origin": "https://elders.example"})
    running.ask("/uitloggen", method="HEAD", cookie=cookie)
    running.ask("/uitloggen", cookie=cookie, headers={**NAVIGATION, "Sec-Purpose": "prefetch"})
    assert running.ask("/", cookie=cookie, headers=NAVIGATION).status == 200
