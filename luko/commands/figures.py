"""`python -m luko figures`: the figures of the pages without a browser (contract section 7)."""

import json
import sys
from typing import Annotated, Literal, NoReturn

import typer

from luko import accounts, audit
from luko.access import Reader
from luko.figures import printed
from luko.figures.codebook import OutsideRightsError, UnknownQuestionError
from luko.figures.printed import Asked
from luko.periods import parse
from luko.warehouse import NoWarehouseError

# One sentence for every refusal: it does not tell an unknown name from a right that is missing.
REFUSED = "Deze cijfers vallen buiten de rechten van deze gebruiker, of bestaan niet."

By = Literal["combi", "aannemer", "netwerkbedrijf", "discipline", "maand", "kwartaal"]


def figures(
    username: Annotated[str, typer.Option("--as", help="Met de rechten van deze gebruiker.")],
    touchpoint: Annotated[int, typer.Option(help="Meting 1 tot en met 5.")],
    question: Annotated[str, typer.Option(help="Vraagcode, zoals CES.")],
    by: Annotated[By | None, typer.Option(help="Uitsplitsing.")] = None,
    period: Annotated[str | None, typer.Option(help="2025-04, 2025-K2, 2025 of laatste4k.")] = None,
    combi: Annotated[str | None, typer.Option(help="Alleen deze combi.")] = None,
    view: Annotated[Literal["score"], typer.Option(help="Welke cijfers.")] = "score",
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="Vorm.")] = "table",
) -> None:
    """Toon dezelfde cijfers als de pagina's, met de rechten van een gebruiker."""
    asked = Asked(touchpoint, question, by, period, combi)
    try:
        parse(period, None)
    except ValueError as wrong:
        _stop(2, str(wrong))
    try:
        answer = _written(form, _reader(username), asked)
    except OutsideRightsError:
        audit.record(username, "figures_refused", view, **asked.__dict__)
        _stop(3, REFUSED)
    except UnknownQuestionError as unknown:
        _stop(2, str(unknown))
    except NoWarehouseError as nothing:
        _stop(1, str(nothing))
    audit.record(username, "figures_asked", view, **asked.__dict__)
    sys.stdout.write(answer)


def _reader(username: str) -> Reader:
    """The reader of this name; without any rights when there is no such account, or when it is disabled."""
    account = accounts.find(username)
    if account is None or account.disabled:
        return Reader(username, None, (), frozenset())
    return accounts.reader_of(account)


def _written(form: str, reader: Reader, asked: Asked) -> str:
    found = printed.rows(reader, asked)
    if form == "json":
        return json.dumps(printed.as_json(reader, asked, found), ensure_ascii=False) + "\n"
    return printed.as_csv(found) if form == "csv" else printed.as_table(found)


def _stop(code: int, sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)
