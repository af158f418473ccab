"""`python -m etl`: the commands of contract section 3."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from traceback import extract_tb
from typing import Annotated, Any

import structlog
import typer
from pydantic import ValidationError

from etl import demo, ledger, nightly, report
from etl.nightly import Outcome
from etl.problems import BrokenOffError
from luko import clock, logs
from luko.config import settings

log = structlog.get_logger()
app = typer.Typer(add_completion=False, no_args_is_help=True, help="De nacht: laden, controleren, publiceren.")
Json = Annotated[bool, typer.Option("--json", help="Een JSON-object op stdout en niets anders.")]


@app.callback()
def start() -> None:
    """Logs go to stderr in every command; settings that make no sense stop it before anything happens."""
    logs.configure()
    try:
        settings()
    except ValidationError as wrong:
        names = ", ".join(f"LUKO_{str(fault['loc'][0]).upper()}" for fault in wrong.errors())
        typer.echo(f"Instelling zonder geldige waarde: {names}. Er is niets gedaan.", err=True)
        raise typer.Exit(2) from wrong


@app.command(name="nightly")
def nightly_command(as_json: Json = False) -> None:
    """Laad alles in de inbox, controleer het en publiceer."""
    _run(None, as_json)


@app.command()
def load(files: list[Path], as_json: Json = False) -> None:
    """Laad de genoemde bestanden."""
    missing = [str(file) for file in files if not file.is_file()]
    if missing:
        typer.echo(f"Bestaat niet: {', '.join(missing)}. Er is niets geladen.", err=True)
        raise typer.Exit(2)
    _run(files, as_json)


@app.command()
def status(as_json: Json = False) -> None:
    """Toon hoe vers de gegevens zijn en wat er geladen is."""
    _answer(report.status(), as_json, report.status_in_words)


@app.command()
def rejects(as_json: Json = False) -> None:
    """Toon elke rij en cel die terzijde is gelegd."""
    _answer({"rejects": ledger.all_rejects()}, as_json, report.rejects_in_words)


@app.command(name="demo")
def demo_command(
    seed: Annotated[int, typer.Option(min=0, help="Dezelfde seed geeft dezelfde bestanden.")],
    projects: Annotated[int, typer.Option(min=1, help="Aantal projecten.")],
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Laatste dag; standaard gisteren.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Maak geloofwaardige oefenleveringen in de inbox."""
    yesterday = clock.now().date() - timedelta(days=1)
    inbox = settings().folder("inbox")
    (settings().data / "demo").touch()  # before the files: half a first run is known as demo data too
    files = demo.make(inbox, seed, projects, until.date() if until else yesterday)
    made: dict[str, Any] = {"files": [file.name for file in files]}
    _answer(made, as_json, lambda answer: "\n".join(answer["files"]))


def _run(files: list[Path] | None, as_json: bool) -> None:
    outcome = run_night(files)
    _answer({"exit": outcome.exit, "sentence": outcome.sentence}, as_json, lambda answer: str(answer["sentence"]))
    raise typer.Exit(outcome.exit)


def run_night(files: list[Path] | None) -> Outcome:
    """One night, written into the ledger however it ends; a fault is told in a sentence, with its detail in the log."""
    at = clock.now().isoformat(timespec="seconds")
    try:
        outcome = nightly.night(files)
    except BrokenOffError as reason:
        outcome = Outcome(1, f"De nacht is afgebroken: {reason}")
    except Exception as fault:
        # Where it broke, not what the error says: its words may hold a value of the delivery.
        frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(fault.__traceback__)]
        log.error("de nacht is afgebroken", fault=type(fault).__name__, frames=frames)  # noqa: TRY400
        outcome = Outcome(1, f"De nacht is afgebroken door een storing ({type(fault).__name__}); zie het logboek.")
    ledger.record_night(at, outcome.exit, outcome.sentence)
    return outcome


def _answer(answer: dict[str, Any], as_json: bool, in_words: Any) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False) if as_json else in_words(answer))


if __name__ == "__main__":
    app()
