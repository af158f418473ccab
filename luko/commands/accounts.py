"""`python -m luko accounts`: who may log in, for which organisation, with which roles."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from luko import accounts
from luko.config import settings

ACTOR = "opdrachtregel"  # who the audit names: whoever may run commands on this machine
WRONG_USE = 2

app = typer.Typer(
    help="Accounts: toevoegen, tonen, rollen geven, afsluiten.", no_args_is_help=True, add_completion=False
)

Name = Annotated[str, typer.Argument(metavar="NAAM", help="Waarmee iemand inlogt.")]
Roles = Annotated[str, typer.Option(metavar="A,B", help="Rollen, met komma's ertussen.")]
Force = Annotated[bool, typer.Option("--force", help="Ook landelijk buiten Mijn Aansluiting.")]


@app.command()
def add(
    name: Name,
    roles: Roles = "",
    organisation: Annotated[str | None, typer.Option(help="Uit het partnerregister.")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Lees het wachtwoord van standaardinvoer.")
    ] = False,
    force: Force = False,
) -> None:
    """Voeg een account toe; het wachtwoord wordt gevraagd."""
    with _refusals():
        accounts.refuse_new(name, _split(roles), organisation or None, force=force)
        password = _from_stdin() if password_stdin else _asked()
        accounts.add(name, password, _split(roles), organisation or None, actor=ACTOR, force=force)
    typer.echo(f"Account {name} is toegevoegd.")


@app.command(name="list")
def list_all(
    as_json: Annotated[bool, typer.Option("--json", help="Als één JSON-object.")] = False,
) -> None:
    """Toon alle accounts."""
    if as_json:
        typer.echo(json.dumps({"accounts": [_as_json(account) for account in accounts.every()]}, ensure_ascii=False))
        return
    table = Table("Naam", "Organisatie", "Rollen", "Stand")
    for account in accounts.every():
        state = "afgesloten" if account.disabled else "oefenaccount" if account.is_demo else "actief"
        table.add_row(account.name, account.organisation or "-", ", ".join(account.roles) or "-", state)
    Console().print(table)


@app.command()
def roles(name: Name, roles: Annotated[str, typer.Argument(metavar="A,B")], force: Force = False) -> None:
    """Vervang de rollen van een account; "" neemt ze alle weg."""
    with _refusals():
        accounts.set_roles(name, _split(roles), actor=ACTOR, force=force)
    typer.echo(f"Rollen van {name}: {', '.join(_split(roles)) or 'geen'}.")


@app.command()
def disable(name: Name) -> None:
    """Sluit een account af; wat open staat, wordt binnen vijf seconden gesloten."""
    with _refusals():
        accounts.disable(name, actor=ACTOR)
    typer.echo(f"Account {name} is afgesloten.")


@app.command()
def demo() -> None:
    """Maak de ontbrekende oefenaccounts en zet hun wachtwoord (LUKO_DEMO_PASSWORD, anders een nieuw)."""
    with _refusals():
        made = accounts.make_demo_accounts(settings().demo_password, actor=ACTOR)
    typer.echo(f"Oefenaccounts gemaakt: {', '.join(made.added) or 'geen, ze waren er al'}.")
    for name in made.left_alone:
        typer.echo(f"Overgeslagen: {name} is een account van een persoon.", err=True)
    if made.new_password:
        typer.echo(f"Wachtwoord van de oefenaccounts (wordt niet nog eens getoond): {made.new_password}")


@contextmanager
def _refusals() -> Iterator[None]:
    """A change that is not possible ends the command with one sentence."""
    try:
        yield
    except accounts.NotPossible as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(WRONG_USE) from refusal


def _split(roles: str) -> list[str]:
    return [role.strip() for role in roles.split(",") if role.strip()]


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _asked() -> str:
    asked: str = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    return asked


def _as_json(account: accounts.Account) -> dict[str, object]:
    return {
        "name": account.name,
        "organisation": account.organisation,
        "roles": list(account.roles),
        "disabled": account.disabled,
        "demo": account.is_demo,
        "created_at": account.created_at.isoformat(),
    }
