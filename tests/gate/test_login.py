"""Logging in: the form, what it refuses, and where it leads."""

import time

import pytest

from tests.browser.server import FORM, NAVIGATION, PASSWORD

SENTENCE = "Gebruikersnaam of wachtwoord klopt niet."


def test_the_form_is_dutch_and_says_where_to_ask_for_an_account(running):
    page = running.ask("/inloggen", headers=NAVIGATION)
    assert page.status == 200
    for words in (
        'lang="nl"',
        "Gebruikersnaam",
        "Wachtwoord",
        "Inloggen",
        "Toegang LUKO",
        "servicedesk",
        "Rapportages",
    ):
        assert words in page.text
    assert "<script" not in page.text
    assert "http" not in page.text.replace("http://www.w3.org/2000/svg", "")


def test_every_demo_account_can_log_in(running):
    for name in ("mila", "sam", "kees", "lana", "dirk", "toos", "nora"):
        answer = running.log_in(name)
        assert (answer.status, answer.location) == (303, "/"), name


def test_a_name_is_known_whatever_its_capitals(running):
    assert running.log_in(" Nora ").status == 303


def test_the_deep_link_is_kept_with_its_query(running):
    led = running.ask("/vergelijking?vraag=CES&periode=laatste4k", headers=NAVIGATION)
    assert led.location == "/inloggen?naar=%2Fvergelijking%3Fvraag%3DCES%26periode%3Dlaatste4k"
    form = running.ask(led.location, headers=NAVIGATION)
    assert 'name="naar" value="/vergelijking?vraag=CES&amp;periode=laatste4k"' in form.text
    arrived = running.log_in("sam", target="/vergelijking?vraag=CES&periode=laatste4k")
    assert arrived.location == "/vergelijking?vraag=CES&periode=laatste4k"


@pytest.mark.parametrize(
    "target",
    [
        "//elders.example",
        "/uitloggen/",
        "/%75itloggen",
        "/\\elders.example",
        "\\\\elders.example",
        "https://elders.example/overzicht",
        "javascript:alert(1)",
        "elders.example",
        "/\t/elders.example",
        "/\r\nSet-Cookie: x=y",
        "/%0d%0a\n",
        " //elders.example",
        "",
        "/uitloggen",
        "/inloggen?naar=/inloggen",
    ],
)
def test_a_target_outside_this_site_leads_to_the_front_page(running, target):
    answer = running.log_in("nora", target=target)
    assert (answer.status, answer.location) == (303, "/")


def test_unknown_name_wrong_password_and_disabled_account_get_the_same_answer(running):
    running.accounts("add", "gesloten", "--password-stdin", typed=f"{PASSWORD}\n")
    running.accounts("disable", "gesloten")
    answers = [
        running.log_in("bestaatniet", "fout"),
        running.log_in("kees", "fout"),
        running.log_in("gesloten", PASSWORD),
        running.log_in("mila", "x" * 200),
        running.log_in("mila", ""),
    ]
    assert {answer.status for answer in answers} == {401}
    assert all(f'role="alert">{SENTENCE}<' in answer.text for answer in answers)
    assert not any("set-cookie" in answer.headers for answer in answers)
    names = ("bestaatniet", "kees", "gesloten", "mila", "mila")
    bodies = {answer.text.replace(name, "") for answer, name in zip(answers, names, strict=True)}
    assert len(bodies) == 1


def test_an_unknown_name_takes_as_long_as_a_known_one(running):
    def seconds(name):
        started = time.perf_counter()
        running.log_in(name, "fout")
        return time.perf_counter() - started

    pairs = [(seconds(known), seconds(f"{known}x")) for known in ("dirk", "toos", "lana", "mila")]
    known, unknown = (min(times) for times in zip(*pairs, strict=True))  # the least disturbed of each
    assert 0.5 < unknown / known < 2


def test_what_was_typed_comes_back_without_becoming_part_of_the_page(running):
    answer = running.log_in('"><script>alert(1)</script>', "fout", target='/"><script>')
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


def test_a_form_from_another_site_is_refused(running):
    answer = running.log_in("nora", Origin="https://elders.example")
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert running.log_in("nora", Origin=running.address).status == 303


def test_a_form_larger_than_a_login_is_refused(running):
    answer = running.ask("/inloggen", method="POST", headers=FORM, body="naam=nora&wachtwoord=" + "x" * 20_000)
    assert answer.status == 413


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_from_other_sites(running):
    attributes = running.log_in("nora").headers["set-cookie"].lower()
    for attribute in ("httponly", "samesite=lax", "path=/"):
        assert attribute in attributes
    assert "secure" not in attributes
    assert "expires" not in attributes


def test_over_https_the_cookie_is_secure_and_bound_to_this_host(running):
    cookie = running.log_in("nora", **{"X-Forwarded-Proto": "https"}).headers["set-cookie"]
    assert cookie.startswith("__Host-luko_sessie=")
    assert "secure" in cookie.lower()
    assert "domain" not in cookie.lower()


def test_logging_in_again_ends_the_session_of_before(running):
    before = running.log_in("nora").cookie
    after = running.log_in("nora", Cookie=before).cookie
    assert before != after
    assert running.ask("/", cookie=before, headers=NAVIGATION).status == 303
    assert running.ask("/", cookie=after, headers=NAVIGATION).status == 200


def test_a_session_planted_before_login_is_not_taken_over(running):
    answer = running.log_in("nora", Cookie="luko_sessie=geplant")
    assert "geplant" not in answer.headers["set-cookie"]


def test_someone_with_a_session_is_not_asked_again(running):
    cookie = running.log_in("nora").cookie
    answer = running.ask("/inloggen?naar=/overzicht", cookie=cookie, headers=NAVIGATION)
    assert (answer.status, answer.location) == (303, "/overzicht")


def test_guessing_is_slowed_down_and_says_for_how_long(running):
    answers = [running.log_in("raden", f"poging {number}") for number in range(7)]
    assert [answer.status for answer in answers[:5]] == [401] * 5
    slowed = next(answer for answer in answers[5:] if answer.status == 429)
    assert int(slowed.headers["retry-after"]) >= 1
    assert "Te veel pogingen. Probeer het over" in slowed.text
    assert running.log_in("nora").status == 303  # a colleague behind the same address is not held up


def test_no_password_reaches_the_log_or_the_store(running):
    running.log_in("kees", "Zeer-geheim-woord-1")
    running.log_in("Zeer-geheim-woord-2", "verkeerd vak")
    written = running.log.read_bytes()
    for file in running.data.rglob("*"):
        if file.is_file():
            written += file.read_bytes()
    assert b"Zeer-geheim-woord" not in written
    assert PASSWORD.encode() not in written
