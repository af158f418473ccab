"""Fixtures that run the real thing: a real night into a temporary folder."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl import demo, ledger
from etl.__main__ import run_night
from etl.nightly import Outcome
from luko import accounts, logs
from luko.config import settings
from tests import deliveries

DEMO_PASSWORD = "wachtwoord-voor-de-proef"  # pragma: allowlist secret


@pytest.fixture(autouse=True, scope="session")
def logs_to_stderr() -> None:
    logs.configure()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh LUKO_DATA of its own, with the settings of a fresh machine."""
    for name in ("WAREHOUSE", "STORE_URL", "SECRET", "MIN_N", "MIN_N_COMMENTS", "MAX_DROP"):
        monkeypatch.delenv(f"LUKO_{name}", raising=False)
    monkeypatch.setenv("LUKO_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LUKO_DATA with demo deliveries loaded by one real night, and the demo accounts; made once, not changed."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LUKO_DATA", str(folder))
        demo.make(settings().folder("inbox"), seed=1, projects=13_000, until=date.today() - timedelta(days=1))
        (folder / "demo").touch()
        assert run_night(None).exit == 0
        accounts.make_demo_accounts(DEMO_PASSWORD, actor="proef")
    return folder


@pytest.fixture
def served(demo_data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo warehouse and accounts, in force for one test that only reads."""
    monkeypatch.setenv("LUKO_DATA", str(demo_data))
    return demo_data


class Night:
    """The night of one LUKO_DATA: deliver, run, and look at what came of it."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def deliver(self, name: str, rows: list[dict[str, str]] | str | bytes) -> Path:
        return deliveries.deliver(self.data, name, rows)

    def run(self, **files: list[dict[str, str]] | str | bytes) -> Outcome:
        """Deliver each file (name without .csv) and run a night."""
        for name, rows in files.items():
            self.deliver(f"{name}.csv", rows)
        return run_night(None)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a select on the served warehouse gives."""
        with duckdb.connect(str(self.data / "warehouse.duckdb"), read_only=True) as warehouse:
            return warehouse.sql(sql).fetchall()

    def counts(self, file: str) -> dict[str, int]:
        """The counts of the newest load of a file."""
        load = next(one for one in ledger.all_loads() if one["file"] == file)
        return {name: load[name] for name in ledger.COUNTS}

    def rejects(self) -> list[tuple[int | None, str | None]]:
        """Line and column of every reject."""
        return [(one["line"], one["column"]) for one in ledger.all_rejects()]


@pytest.fixture
def night(data: Path) -> Night:
    return Night(data)


@pytest.fixture
def load(night: Night) -> Callable[..., Outcome]:
    """Load groups of answered eindmetingen in one real night."""

    def run(*groups: deliveries.Answered) -> Outcome:
        both = [group.orders_and_responses() for group in groups]
        return night.run(
            capo_1=[row for orders, _ in both for row in orders],
            expoints_1=[row for _, responses in both for row in responses],
        )

    return run
