"""`python -m luko`: accounts, and figures without a browser. A new command is one line here."""

import typer

from luko.commands import accounts, figures

# Without rich tracebacks: those print the values of variables, and among them are passwords.
app = typer.Typer(help="LUKO: accounts en cijfers.", no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(accounts.app, name="accounts")
app.command(name="figures")(figures.figures)


@app.callback()
def luko() -> None:
    """LUKO: accounts en cijfers, zonder browser."""


if __name__ == "__main__":
    app(prog_name="python -m luko")
