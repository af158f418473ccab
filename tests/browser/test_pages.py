"""The pages as people see them: each account its own touchpoints, the same figures as the command, and nothing else."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from playwright.sync_api import expect

from luko import accounts, figures, periods
from tests.browser.server import PASSWORD, Server
from tests.browser.server import server as serve

TOUCHPOINTS = {
    1: "1 Pop-up",
    2: "2 Telefoon",
    3: "3 Voorlopig planbericht",
    4: "4 Definitief planbericht",
    5: "5 Eindmeting",
}
SEEN = {"mila": [1, 2, 5], "sam": [3, 4, 5], "kees": [5], "lana": [1, 2, 3, 4, 5]}
WIDTHS = (1400, 390)


@pytest.fixture(scope="module")
def dashboard(demo_data: Path) -> Iterator[Server]:
    """A server over the demo warehouse."""
    with serve(demo_data) as running:
        yield running


@pytest.mark.parametrize("name", SEEN)
def test_each_account_sees_its_own_touchpoints_only(page, dashboard, logged_in, name):
    logged_in(page, name, f"{dashboard.address}/overzicht")
    expect(page.get_by_text("Over dit cijfer")).to_be_visible()
    for touchpoint_id, heading in TOUCHPOINTS.items():
        shown = page.get_by_role("heading", name=heading)
        if touchpoint_id in SEEN[name]:
            expect(shown).to_be_visible()
        else:
            expect(shown).to_have_count(0)


@pytest.mark.parametrize("name", ["mila", "sam", "kees"])
def test_the_page_says_the_same_figures_as_the_command(page, dashboard, logged_in, served, name):
    reader = accounts.reader_of(accounts.find(name))
    own = figures.own_partner(reader)
    logged_in(page, name, f"{dashboard.address}/overzicht")
    expect(page.get_by_text("Over dit cijfer")).to_be_visible()
    main = page.get_by_test_id("stMain")
    for card in figures.touchpoint_cards(reader, "laatste4k", own):
        value = card.figure.value
        written = f"{value:.0f}%" if card.question.kind == "ces" else f"{value:.1f}".replace(".", ",")
        expect(main).to_contain_text(written)
        expect(main).to_contain_text(f"{card.figure.n:,} antwoorden".replace(",", "."))


def test_a_link_carries_question_and_period(page, dashboard, logged_in):
    address = f"{dashboard.address}/vergelijking?vraag=5-CIJFER&periode=2025&per=netwerkbedrijf"
    logged_in(page, "kees", address)
    expect(page.get_by_text("Vergelijking · netwerkbedrijven · eindmeting · 2025")).to_be_visible()
    expect(page.get_by_role("combobox", name="Vraag")).to_have_value(re.compile("Rapportcijfer"))


def test_a_chosen_grouping_changes_the_page_and_the_address(page, dashboard, logged_in):
    logged_in(page, "kees", f"{dashboard.address}/vergelijking")
    expect(page.get_by_text("Vergelijking · aannemers")).to_be_visible()
    page.get_by_text("Netwerkbedrijf", exact=True).click()
    expect(page.get_by_text("Vergelijking · netwerkbedrijven")).to_be_visible()
    expect(page).to_have_url(re.compile("per=netwerkbedrijf"))


@pytest.mark.parametrize(
    "asked", ["vraag=1-CES", "vraag=9-NIETS", "periode=altijd", "per=gemeente", "partner=combi:Niemand"]
)
def test_an_address_outside_the_rights_gives_the_usual_page(page, dashboard, logged_in, asked):
    logged_in(page, "kees", f"{dashboard.address}/vergelijking?{asked}")
    expect(page.get_by_text("Vergelijking · aannemers · eindmeting")).to_be_visible()
    expect(page.get_by_text("Pop-up")).to_have_count(0)


def test_the_csv_is_what_the_page_may_show(page, dashboard, logged_in, served):
    logged_in(page, "kees", f"{dashboard.address}/vergelijking")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    reader = accounts.reader_of(accounts.find("kees"))
    assert text.splitlines() == figures.score_csv(reader, 5, "CES", "aannemer", "laatste4k", None).splitlines()
    assert "Dorrewaard,,,,,false" in text


def test_a_download_is_closed_without_a_session(page, dashboard, logged_in):
    logged_in(page, "kees", f"{dashboard.address}/vergelijking")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    path = download.value.url.removeprefix(dashboard.address)
    assert path.startswith("/media/")
    assert dashboard.ask(path).status == 401


def test_nothing_of_a_hidden_partner_is_sent_to_the_browser(page, dashboard, logged_in, served):
    """The figures of Dorrewaard are hidden: its name may be there, its numbers not, also not inside a chart."""
    sent: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived", lambda frame: sent.append(frame if isinstance(frame, bytes) else frame.encode())
        ),
    )
    logged_in(page, "kees", f"{dashboard.address}/vergelijking")
    expect(page.get_by_text("Over dit cijfer")).to_be_visible()
    page.get_by_text("Toon als tabel").click()
    row = page.get_by_role("row", name=re.compile("Dorrewaard"))
    expect(row).to_be_visible()
    assert re.search(r"\d", row.inner_text()) is None
    reader = accounts.reader_of(accounts.find("kees"))
    partners = figures.per_partner(reader, "aannemer", 5, "CES", "laatste4k")
    assert partners.filter(group="Dorrewaard")["n"].to_list() == [None]
    rows = drawn_rows(sent)
    for name in ("Elzerdam", "Dorrewaard"):
        row = rows.filter(name=name).drop("position").row(0, named=True)
        numbers = [value for value in row.values() if isinstance(value, float)]
        n, true_value = true_figures(served, name)
        said = " ".join(str(value) for value in row.values())
        assert (true_value in numbers) == (name == "Elzerdam")
        assert (re.search(rf"\b{n}\b", said) is not None) == (name == "Elzerdam")
        assert bool(numbers) == (name == "Elzerdam")


def drawn_rows(sent: list[bytes]) -> pl.DataFrame:
    """The rows of the chart as they came over the wire: an Arrow stream inside one of the frames."""
    stream = next(frame for frame in sent if b"Dorrewaard" in frame and b"\xff\xff\xff\xff" in frame)
    return pl.read_ipc_stream(io.BytesIO(stream[stream.index(b"\xff\xff\xff\xff") :]))


def true_figures(data: Path, contractor: str) -> tuple[int, float]:
    """n and percentage with much effort of one contractor in the last four quarters, past every gate."""
    period = periods.parse("laatste4k", date.today())
    with duckdb.connect(data / "warehouse.duckdb", read_only=True) as warehouse:
        scores = [
            score
            for (score,) in warehouse.execute(
                'SELECT "CES" FROM marts.responses WHERE touchpoint_id = 5 AND "CES" IS NOT NULL'
                " AND list_contains(contractors, $name) AND answered_at >= $first AND answered_at < $until",
                {"name": contractor, "first": period.first, "until": period.until},
            ).fetchall()
        ]
    assert scores
    return len(scores), 100.0 * sum(score >= 4 for score in scores) / len(scores)


@pytest.mark.parametrize("address", ["/overzicht", "/vergelijking"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_fits_its_width_and_complains_of_nothing(page, dashboard, logged_in, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    logged_in(page, "sam", dashboard.address + address)
    expect(page.get_by_text("Over dit cijfer")).to_be_visible()
    page.get_by_text("Toon als tabel").click()
    expect(page.get_by_role("table").first).to_be_visible()
    for part in ("document.documentElement", "document.querySelector('[data-testid=stMain]')"):
        assert page.evaluate(f"{part}.scrollWidth") <= width
    # Streamlit asks for its health beside the page first, and then where it is.
    assert [said for said in page.complaints if "404" not in said] == []


def test_a_role_taken_away_is_gone_at_the_next_click(page, tmp_path_factory, demo_data, logged_in):
    """The walk of a right, in a data folder of its own."""
    folder = tmp_path_factory.mktemp("rechten") / "data"
    shutil.copytree(demo_data, folder, symlinks=True)
    with serve(folder) as running:
        logged_in(page, "sam", f"{running.address}/overzicht")
        expect(page.get_by_role("heading", name=TOUCHPOINTS[3])).to_be_visible()
        assert running.accounts("roles", "sam", "keten").returncode == 0
        page.reload()
        expect(page.get_by_role("heading", name=TOUCHPOINTS[5])).to_be_visible()
        expect(page.get_by_role("heading", name=TOUCHPOINTS[3])).to_have_count(0)
        page.context.storage_state(path=folder / "cookies.json")
        cookie = json.loads((folder / "cookies.json").read_text())["cookies"][0]
        copied = f"{cookie['name']}={cookie['value']}"
        assert running.ask("/overzicht", cookie=copied).status == 200
        page.get_by_role("link", name="Uitloggen").click()
        expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
        assert running.ask("/_stcore/health", cookie=copied).status == 401


def test_two_people_in_one_browser_after_another_never_share_a_figure(page, dashboard, logged_in):
    logged_in(page, "mila", f"{dashboard.address}/overzicht")
    expect(page.get_by_role("heading", name=TOUCHPOINTS[1])).to_be_visible()
    page.get_by_role("link", name="Uitloggen").click()
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
    logged_in(page, "kees", f"{dashboard.address}/overzicht")
    expect(page.get_by_text("Ingelogd als Kees")).to_be_visible()
    expect(page.get_by_role("heading", name=TOUCHPOINTS[1])).to_have_count(0)


def test_the_password_of_the_demo_is_needed(page, dashboard, logged_in):
    logged_in(page, "lana", dashboard.address, password=PASSWORD + "x")
    expect(page.get_by_role("alert")).to_be_visible()
