"""The gate as a person meets it: in a browser."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.server import server as serve

LOGIN = re.compile(r"/inloggen")
NO_RIGHTS = "U bent ingelogd, maar heeft nog geen toegang tot metingen."


@pytest.mark.parametrize("path", ["/", "/overzicht", "/vergelijking?vraag=CES", "/pages/klantreis/overview"])
def test_a_cold_server_shows_only_the_login_page(page, server, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server.address)))
    page.goto(server.address + path)
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
    assert page.locator("#root, script").count() == 0
    assert all(re.match(r"/(inloggen|overzicht$|vergelijking|pages|$|data:)|data:", one) for one in asked), asked
    assert page.complaints == []


def test_a_wrong_password_is_told_in_one_sentence_and_the_name_is_kept(page, server, logged_in):
    logged_in(page, "sam", server.address, password="fout")  # pragma: allowlist secret
    expect(page.get_by_role("alert")).to_have_text("Gebruikersnaam of wachtwoord klopt niet.")
    expect(page.get_by_label("Gebruikersnaam")).to_have_value("sam")
    expect(page.get_by_label("Wachtwoord")).to_be_focused()


def test_the_address_asked_for_is_kept_over_login_and_the_session_over_f5(page, server, logged_in):
    address = f"{server.address}/overzicht?periode=laatste4k"
    logged_in(page, "nora", address)
    expect(page.get_by_text("Ingelogd als Nora")).to_be_visible()
    expect(page).to_have_url(address)
    page.reload()
    expect(page.get_by_text("Ingelogd als Nora")).to_be_visible()
    expect(page).to_have_url(address)


def test_someone_without_rights_is_told_whom_to_ask(page, server, logged_in):
    logged_in(page, "nora", server.address)
    expect(page.get_by_text(NO_RIGHTS)).to_be_visible()
    expect(page.get_by_text("‘Toegang LUKO Rapportage’")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.get_by_text("Klantreis").count() == 0


def test_someone_with_rights_is_led_to_the_first_page_and_has_a_menu(page, server, logged_in):
    logged_in(page, "sam", server.address)
    expect(page.get_by_text("Ingelogd als Sam (Synfra)")).to_be_visible()
    expect(page).to_have_url(f"{server.address}/overzicht")
    page.get_by_role("button", name="Partners").click()
    page.get_by_role("menuitem", name="Vergelijking").click()
    expect(page).to_have_url(re.compile("/vergelijking"))


def test_logging_out_leads_to_the_login_page_and_going_back_shows_nothing(page, server, logged_in):
    logged_in(page, "nora", server.address)
    page.get_by_role("link", name="Uitloggen").click()
    expect(page).to_have_url(LOGIN)
    assert "luko_sessie" not in {cookie["name"] for cookie in page.context.cookies()}
    page.go_back()
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
    assert page.get_by_text("Nora").count() == 0


def test_a_tab_whose_account_is_closed_ends_up_at_the_login_page(page, server, logged_in):
    added = server.accounts("add", "tijdelijk", "--password-stdin", typed="oefenen-mag\n")
    assert added.returncode == 0, added.stderr
    logged_in(page, "tijdelijk", server.address)
    expect(page.get_by_text("Ingelogd als Tijdelijk")).to_be_visible()
    server.accounts("disable", "tijdelijk")
    expect(page).to_have_url(LOGIN)


def test_an_address_that_does_not_exist_says_so_in_dutch(page, server, logged_in):
    logged_in(page, "nora", f"{server.address}/bestaatniet")
    expect(page.get_by_role("heading", name="Deze pagina bestaat niet.")).to_be_visible()
    page.get_by_role("link", name="Terug naar LUKO").click()
    expect(page.get_by_text(NO_RIGHTS)).to_be_visible()


@pytest.mark.parametrize("width", [1400, 390])
def test_the_login_page_fits_the_screen_and_can_be_used_by_everyone(page, server, logged_in, width):
    page.set_viewport_size({"width": width, "height": 800})
    logged_in(page, "sam", server.address, password="fout")  # pragma: allowlist secret
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_charts_are_drawn_under_the_policy_and_nothing_breaks_it(page, tmp_path, logged_in):
    with serve(tmp_path, app="tests.browser.chart_app:app") as running:
        logged_in(page, "nora", running.address)
        expect(page.get_by_role("heading", name="Grafiek")).to_be_visible()
        expect(
            page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first
        ).to_be_visible()
        page.wait_for_timeout(500)
        assert [said for said in page.complaints if "Content Security" in said or "eval" in said] == []

        page.goto(f"{running.address}/?stuk=1")
        told = page.get_by_text(re.compile("meld de servicedesk dan nummer [0-9A-F]{6}"))
        expect(told).to_be_visible()
        assert page.get_by_text("geheim").count() == 0
        number = re.search("nummer ([0-9A-F]{6})", told.inner_text()).group(1)
        logged = [json.loads(line) for line in running.log.read_text().splitlines() if line.startswith("{")]
    assert any(line["reference"] == number and "geheim detail" in line["exception"] for line in logged)
