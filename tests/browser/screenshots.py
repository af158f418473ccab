"""`make screenshots`: every page as every demo account that may open it, at 1400 and 390 px wide, in screenshots/."""

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from etl import demo
from etl.__main__ import run_night
from luko.config import settings
from pages import menu
from tests.browser.conftest import FLAGS
from tests.browser.server import PASSWORD, Server, server

FOLDER = Path(__file__).resolve().parents[2] / "screenshots"
PEOPLE = ("mila", "sam", "kees", "lana", "nora")
WIDTHS = (1400, 390)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        os.environ["LUKO_DATA"] = data
        demo.make(settings().folder("inbox"), seed=1, projects=13_000, until=date.today() - timedelta(days=1))
        (Path(data) / "demo").touch()
        assert run_night(None).exit == 0
        with server(Path(data)) as running, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for width in WIDTHS:
                for person in PEOPLE:
                    page = browser.new_page(viewport={"width": width, "height": 900})
                    take(running, page, person, width)
                    page.close()


def take(running: Server, page: Page, person: str, width: int) -> None:
    """One picture per page of the menu, the whole page in view."""
    page.goto(f"{running.address}/inloggen")
    page.get_by_label("Gebruikersnaam").fill(person)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    for address in menu.addresses():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(running.address + address)
        page.get_by_text("Ingelogd als").wait_for()
        page.wait_for_timeout(1500)  # charts have no moment at which they say that they are painted
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(500)
        page.screenshot(path=FOLDER / f"{address.strip('/')}-{person}-{width}.png")
        print(f"{address.strip('/')}-{person}-{width}.png")


if __name__ == "__main__":
    main()
