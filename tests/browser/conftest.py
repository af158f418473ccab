"""A real browser, a running server, and a way to log in."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.server import PASSWORD, Server
from tests.browser.server import server as serve

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 20_000  # two cores, shared with the other half of the tests

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("Er is geen chromium; `make browser` installeert het.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that has never been here, 1400 pixels wide; what it complains of is in `page.complaints`."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, locale="nl-NL")
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    opened.complaints = []
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("console", lambda said: opened.complaints.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demo accounts and nothing published yet."""
    with serve(tmp_path_factory.mktemp("browser")) as running:
        yield running


@pytest.fixture
def logged_in() -> Callable[..., Page]:
    """Log a page in through the form: `logged_in(page, "sam", server.address + "/overzicht")`."""

    def log_in(page: Page, name: str, address: str, password: str = PASSWORD) -> Page:
        page.goto(address)
        page.get_by_label("Gebruikersnaam").fill(name)
        page.get_by_label("Wachtwoord").fill(password)
        page.get_by_role("button", name="Inloggen").click()
        return page

    return log_in
