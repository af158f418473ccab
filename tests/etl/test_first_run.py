"""`make run` on a machine without data: every step once, and a first run that was broken off is finished."""

from etl import first_run
from luko import accounts
from tests.deliveries import deliver, order


def names() -> list[str]:
    return [" ".join(words[:2]) for words in first_run.steps()]


def test_a_fresh_machine_gets_demo_deliveries_a_night_and_accounts(data):
    assert names() == ["etl demo", "etl nightly", "luko accounts"]


def test_a_first_run_broken_off_after_the_deliveries_is_finished(data):
    (data / "demo").touch()
    deliver(data, "capo_1.csv", [order()])
    assert names() == ["etl nightly", "luko accounts"]


def test_deliveries_of_somebodys_own_are_not_mixed_with_demo_data_and_not_loaded_unasked(data):
    deliver(data, "capo_1.csv", [order()])
    assert names() == []


def test_with_a_warehouse_in_place_nothing_is_done(night):
    night.run(capo_1=[order()])
    assert names() == []


def test_a_first_run_broken_off_before_the_accounts_is_finished(night):
    (night.data / "demo").touch()
    night.run(capo_1=[order()])
    assert names() == ["luko accounts"]
    accounts.make_demo_accounts("wachtwoord-voor-de-proef", actor="proef")
    assert names() == []
