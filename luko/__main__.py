"""`python -m luko`: accounts, and figures without a browser. A new command is one line in COMMANDS."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

# Each command, with the function or the group of functions behind it. It is imported only when asked
# for: the figures bring statistics along that take seconds, which `accounts` need not wait for.
COMMANDS = {
    "accounts": "luko.commands.accounts:app",
    "figures": "luko.commands.figures:figures",
}


class Commands(TyperGroup):
    """The commands of COMMANDS, each imported at its first use."""

    def list_commands(self, _ctx: Any) -> list[str]:  # noqa: D102
        return list(COMMANDS)

    def get_command(self, _ctx: Any, name: str) -> Any:  # noqa: D102
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        behind = getattr(import_module(module), attribute)
        if not isinstance(behind, typer.Typer):
            single = typer.Typer(add_completion=False)
            single.command()(behind)
            behind = single
        command = get_command(behind)
        command.name = name
        return command


# Without rich tracebacks: those print the values of variables, and among them are passwords.
app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def luko() -> None:
    """LUKO: accounts en cijfers, zonder browser."""


if __name__ == "__main__":
    app(prog_name="python -m luko")
