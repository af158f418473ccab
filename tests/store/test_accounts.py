"""The commands of contract section 6, as typed."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from luko.commands.accounts import app
from tests.browser.server import PASSWORD, accounts


@pytest.fixture
def run(data):
    """The command in this process; what another process makes of it is tested at the end."""

    def command(*arguments, typed=f"{PASSWORD}\n", **settings):
        return CliRunner().invoke(app, arguments, input=typed, env=settings, catch_exceptions=False)

    return command


def listed(run):
    found = json.loads(run("list", "--json").stdout)["accounts"]
    return {account["name"]: account for account in found}


def refused(done, *words):
    sentence = done.stderr.strip()
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert all(word in sentence for word in words), sentence
    return True


def test_an_account_is_added_and_listed(run):
    done = run("add", "piet", "--roles", "synfra,keten", "--organisation", "Synfra", "--password-stdin")
    assert (done.exit_code, done.stderr) == (0, "")
    piet = listed(run)["piet"]
    assert piet["roles"] == ["keten", "synfra"]
    assert piet["organisation"] == "Synfra"
    assert not piet["disabled"]
    assert "piet" in run("list").stdout


def test_an_unknown_role_is_refused_before_a_password_is_asked(run):
    assert refused(run("add", "piet", "--roles", "keten,baas", typed=""), "baas")
    assert listed(run) == {}


def test_an_existing_name_is_refused_whatever_its_capitals(run):
    run("add", "piet", "--password-stdin")
    assert refused(run("add", "Piet", "--password-stdin"), "piet", "bestaat al")


def test_an_organisation_outside_the_register_is_refused(run):
    assert refused(run("add", "piet", "--organisation", "Elders BV", "--password-stdin"), "Elders BV")
    for known in ("ITO", "Mijn Aansluiting", "Enexis", "Stelleland", "Grond'g"):
        assert run("add", f"van-{known[:3]}", "--organisation", known, "--password-stdin").exit_code == 0


@pytest.mark.parametrize("name", ["", "piet jan", "../piet", "piet\n", "-", "p" * 101, "<b>"])
def test_a_name_that_cannot_be_typed_or_kept_is_refused(run, name):
    assert run("add", "--password-stdin", "--", name).exit_code == 2


@pytest.mark.parametrize("typed", ["\n", "", "   \n", f"{'x' * 73}\n", f"{'é' * 37}\n"])
def test_an_empty_password_and_one_longer_than_bcrypt_reads_are_refused(run, typed):
    assert refused(run("add", "piet", "--password-stdin", typed=typed), "wachtwoord")
    assert listed(run) == {}


def test_landelijk_outside_mijn_aansluiting_needs_force(run):
    assert refused(
        run("add", "piet", "--roles", "landelijk", "--organisation", "Synfra"), "Mijn Aansluiting", "--force"
    )
    assert refused(run("add", "piet", "--roles", "landelijk"), "Mijn Aansluiting")
    assert (
        run("add", "ans", "--roles", "landelijk", "--organisation", "Mijn Aansluiting", "--password-stdin").exit_code
        == 0
    )
    assert run("add", "piet", "--roles", "landelijk", "--password-stdin", "--force").exit_code == 0
    run("add", "kim", "--roles", "keten", "--organisation", "Synfra", "--password-stdin")
    assert refused(run("roles", "kim", "landelijk"), "Mijn Aansluiting")
    assert run("roles", "kim", "landelijk", "--force").exit_code == 0


def test_roles_are_replaced_and_can_be_taken_away(run):
    run("add", "piet", "--roles", "keten", "--password-stdin")
    assert run("roles", "piet", "databeheer, verkenner").exit_code == 0
    assert listed(run)["piet"]["roles"] == ["databeheer", "verkenner"]
    assert refused(run("roles", "piet", "baas"), "baas")
    assert listed(run)["piet"]["roles"] == ["databeheer", "verkenner"]
    assert run("roles", "piet", "").exit_code == 0
    assert listed(run)["piet"]["roles"] == []


def test_an_unknown_account_is_refused(run):
    assert refused(run("roles", "niemand", "keten"), "niemand")
    assert refused(run("disable", "niemand"), "niemand")


def test_a_disabled_account_stays_listed_as_such(run):
    run("add", "piet", "--password-stdin")
    assert run("disable", "piet").exit_code == 0
    assert listed(run)["piet"]["disabled"]


def test_the_demo_accounts_are_those_of_the_contract(run):
    run("demo", LUKO_DEMO_PASSWORD=PASSWORD)
    made = {name: (account["roles"], account["organisation"]) for name, account in listed(run).items()}
    assert made == {
        "mila": (["mijn_aansluiting"], "Mijn Aansluiting"),
        "sam": (["synfra"], "Synfra"),
        "kees": (["keten"], "Oosterwiel"),
        "lana": (["landelijk", "verkenner"], "Mijn Aansluiting"),
        "dirk": (["databeheer", "landelijk"], "Mijn Aansluiting"),
        "toos": (["toegangsbeheer"], "Mijn Aansluiting"),
        "nora": ([], None),
    }


def test_demo_may_be_repeated_and_leaves_a_person_alone(run, data):
    run("add", "sam", "--roles", "keten", "--password-stdin")
    before = hashes(data)
    first, second = run("demo"), run("demo")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "sam" in first.stderr
    assert hashes(data)["sam"] == before["sam"]
    assert listed(run)["sam"]["roles"] == ["keten"]
    assert len(listed(run)) == 7


def test_a_random_demo_password_is_printed_once_and_a_given_one_never(run):
    printed = run("demo").stdout.strip().rsplit(" ", 1)[-1]
    assert len(printed) >= 12
    given = run("demo", LUKO_DEMO_PASSWORD=PASSWORD)
    assert PASSWORD not in given.stdout + given.stderr
    assert printed not in given.stdout


def test_passwords_are_kept_as_bcrypt_and_every_change_is_in_the_audit(run, data):
    run("add", "piet", "--roles", "keten", "--password-stdin")
    run("roles", "piet", "verkenner")
    run("disable", "piet")
    assert hashes(data)["piet"].startswith("$2b$12$")
    with sqlite3.connect(data / "store.sqlite") as store:
        audit = store.execute("select actor, act, subject, detail from audit order by entry_id").fetchall()
    assert [act for _, act, _, _ in audit] == ["account_added", "roles_set", "account_disabled"]
    assert {(actor, subject) for actor, _, subject, _ in audit} == {("opdrachtregel", "piet")}
    assert json.loads(audit[1][3]) == {"roles": ["verkenner"], "forced": False}
    assert PASSWORD not in str(audit)


def test_the_command_works_as_a_process_of_its_own(data):
    added = accounts(data, "add", "piet", "--roles", "keten", "--password-stdin", typed=f"{PASSWORD}\n")
    assert (added.returncode, added.stdout, added.stderr) == (0, "Account piet is toegevoegd.\n", "")
    again = accounts(data, "add", "piet", "--roles", "baas")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.startswith("De rol 'baas' bestaat niet")
    shown = accounts(data, "list", "--json")
    assert [account["name"] for account in json.loads(shown.stdout)["accounts"]] == ["piet"]


def hashes(data):
    with sqlite3.connect(data / "store.sqlite") as store:
        return dict(store.execute("select name, password_hash from accounts").fetchall())
