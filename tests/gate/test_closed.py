"""Without a session nothing of Streamlit is there; with one that has ended neither."""

import pytest
from websockets.exceptions import InvalidStatus

from tests.browser.server import NAVIGATION

PAGES = ["/", "/overzicht", "/vergelijking?vraag=CES", "/pages/index", "/index.html", "/bestaat/niet", "/inloggen/x"]
PARTS = [
    "/static/js/index.js",
    "/static/../index.html",
    "//static/js/index.js",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/upload_file/een/twee",
    "/media/abc.csv",
    "/component/x/index.html",
    "/favicon.png",
    "/sessie.js",
    "/auth/login",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_cold_server_shows_nothing_at_a_page_address(running, path):
    answer = running.ask(path, headers=NAVIGATION)
    assert answer.status == 303
    assert answer.location.startswith("/inloggen")
    assert answer.body == b""


@pytest.mark.parametrize("path", [*PARTS, *PAGES])
def test_a_cold_server_gives_no_part_of_a_page(running, path):
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = running.ask(path, method=method, headers={"Sec-Fetch-Mode": "cors", "Accept": "*/*"})
        assert (answer.status, answer.body) == (401, b""), method


def test_a_cold_server_refuses_a_websocket_before_accepting_it(running):
    with pytest.raises(InvalidStatus) as refusal:
        running.websocket()
    assert refusal.value.response.status_code == 403


def test_a_made_up_cookie_opens_nothing(running):
    assert running.ask("/overzicht", cookie="luko_sessie=verzonnen", headers=NAVIGATION).status == 303
    with pytest.raises(InvalidStatus):
        running.websocket("luko_sessie=verzonnen")


def test_the_sign_of_life_is_open_and_says_nothing_else(running):
    answer = running.ask("/gezondheid")
    assert (answer.status, answer.text) == (200, "ok")


def test_with_a_session_the_document_the_parts_and_the_websocket_are_there(running):
    cookie = running.log_in("nora").cookie
    assert '<div id="root">' in running.ask("/", cookie=cookie, headers=NAVIGATION).text
    assert running.ask("/_stcore/health", cookie=cookie).status == 200
    with running.websocket(cookie) as socket:
        assert socket.subprotocol == "streamlit"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/auth/login"]
)
def test_the_doors_for_machines_are_closed_with_a_session_too(running, path):
    cookie = running.log_in("lana").cookie
    for method in ("GET", "POST"):
        assert running.ask(path, method=method, cookie=cookie).status == 404


def test_an_address_that_is_no_page_says_so_in_dutch(running):
    answer = running.ask("/bestaatniet", cookie=running.log_in("nora").cookie, headers=NAVIGATION)
    assert answer.status == 404
    assert "Deze pagina bestaat niet." in answer.text


@pytest.mark.parametrize("origin", ["https://elders.example", "http://localhost:1", "null"])
def test_a_websocket_from_another_site_is_refused_with_a_session_too(running, origin):
    with pytest.raises(InvalidStatus) as refusal:
        running.websocket(running.log_in("nora").cookie, origin=origin)
    assert refusal.value.response.status_code == 403
