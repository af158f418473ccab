"""The night as a story: what was delivered is read, added, checked and served, or yesterday's warehouse stays."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from etl import (
    archive,
    bronze,
    checks,
    codebook,
    counting,
    fingerprint,
    intake,
    layers,
    ledger,
    settling,
    sources,
    versions,
)
from etl.intake import Delivery
from etl.problems import BrokenOffError, RefusedError
from etl.progress import step
from luko import clock
from luko.config import settings

log = structlog.get_logger()


@dataclass(frozen=True)
class Refused:
    """A file that could not be read at all, and why."""

    file: Path
    sentence: str


@dataclass(frozen=True)
class Outcome:
    """How a night ended: the exit code of contract section 3 and one sentence for people and monitors."""

    exit: int
    sentence: str


def waiting_files() -> list[Path]:
    """The files of the inbox that may be loaded, in order of name; hidden and unfinished ones are left alone."""
    files = [file for file in settings().folder("inbox").iterdir() if file.is_file()]
    return sorted(file for file in files if not file.name.startswith(".") and not file.name.endswith(".part"))


def night(files: list[Path] | None = None) -> Outcome:
    """Load what was delivered (or the files named), check it and serve it; on any failure nothing changes."""
    started_at = clock.now()
    with one_night_at_a_time():
        settings().key()  # made before anything is kept, so that it is there for whatever will need it
        settling.finish()
        version = versions.name_for(started_at)
        deliveries, refused = _read(waiting_files() if files is None else files, started_at)
        loads, released = _build(version, started_at, deliveries) if _anything_to_do(deliveries) else ([], [])
        settling.settle(loads, released)
        settling.settle(*_refusals(version, refused, started_at))
    return Outcome(3 if refused else 0, _in_words(loads, refused))


@contextmanager
def one_night_at_a_time() -> Iterator[None]:
    """Hold the lock of the night; the kernel lets it go when the process ends, however it ends."""
    with (settings().folder(".") / "night.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise BrokenOffError("er loopt al een nacht; deze is niet begonnen.") from held
        yield


def _read(files: list[Path], started_at: datetime) -> tuple[list[Delivery], list[Refused]]:
    deliveries, refused, book, customers = [], [], codebook.in_force(), set[str]()
    for file in sorted(files, key=lambda file: (sources.name_of(file) != "capo", file.name)):
        try:
            with step("gelezen", file=file.name):
                deliveries.append(intake.read(file, started_at, book, customers))
        except RefusedError as fault:
            log.warning("geweigerd", file=file.name, reason=fault.reason)
            refused.append(Refused(file, fault.reason))
    for delivery in deliveries:
        for warning in delivery.warnings:
            log.warning("let op", file=delivery.file.name, warning=warning)
    return deliveries, refused


def _anything_to_do(deliveries: list[Delivery]) -> bool:
    return bool(deliveries) or fingerprint.changed()


def _build(
    version: str, started_at: datetime, deliveries: list[Delivery]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Build the next version and serve it when it differs from the served one; returns loads and what is set aside."""
    book = codebook.in_force()
    with versions.beside_the_served_one(version) as building:
        warehouse = building.connection
        bronze.prepare(warehouse, book)
        layers.remember_counted(warehouse)
        taken = []
        for number, delivery in enumerate(deliveries, start=1):
            with step("toegevoegd", file=delivery.file.name, rows=len(delivery.rows)):
                taken.append(bronze.add(warehouse, f"{version}-{number:03d}", delivery, book))
        with step("opgebouwd"):
            layers.refresh(warehouse, version, started_at)
        loads, released = counting.account_for(warehouse, taken), counting.release(warehouse, taken)
        for warning in checks.hold(warehouse):
            log.warning("controle", warning=warning)
        for one in taken:
            archive.write(one.load_id, one.delivery)
        if versions.served() is None or fingerprint.changed() or any(one.brings_news for one in taken):
            with step("gepubliceerd", version=version):
                versions.serve(building)
        return loads, released


def _refusals(
    version: str, refused: list[Refused], started_at: datetime
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The refused files as loads with all counts 0, and the reason of each as a reject of the whole file."""
    loads, reasons = [], []
    for number, one in enumerate(refused, start=1):
        load_id = f"{version}-x{number:03d}"
        loads.append(settling.refused_load(load_id, one.file, started_at))
        reasons.append({"load_id": load_id, "line": None, "column": None, "value": None, "reason": one.sentence})
    return loads, reasons


def _in_words(loads: list[dict[str, Any]], refused: list[Refused]) -> str:
    if not loads and not refused:
        return "Er was niets nieuws; de cijfers zijn gebleven zoals ze waren."
    counted = {name: sum(load[name] for load in loads) for name in ledger.COUNTS}
    sentences = []
    if loads:
        sentences.append(
            f"{len(loads)} bestand(en) geladen: {counted['read']} rijen gelezen, {counted['accepted']} opgenomen, "
            f"{counted['unchanged']} ongewijzigd, {counted['rejected']} afgekeurd, {counted['waiting']} wachtend."
        )
    if refused:
        sentences.append("Geweigerd: " + "; ".join(f"{one.file.name}: {one.sentence}" for one in refused))
    return " ".join(sentences)
