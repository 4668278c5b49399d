"""The command line: one word per job, each word in its own file under senningen/commands."""

import importlib
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from senningen.settings import SettingsError

__all__ = ["WORDS", "app", "main"]

WORDS = {
    "demo": "a chase crosses the border; the neighbour's console rings",
    "up": "the local stack without the chase",
    "worker": "one Faust worker: track or coordinate",
    "doors": "the doors patrol units knock on: websocket and OsmAnd",
    "gateway": "the consoles' websocket",
    "web": "the pages",
    "topics": "create and check the Kafka topics",
    "accounts": "add, list and remove accounts",
    "borders": "build, check and ask the border layer",
    "rooms": "the control rooms: how to reach them, how sure they are",
    "law": "what officers of one state may do in another on a day",
    "crossings": "the border crossings of a recorded track, without Kafka",
    "simulate": "made-up units whose true crossings are known, as a recorded track",
    "push": "a unit that replays a recorded track through a door",
    "watch": "a control-room console in the terminal",
}
"""Every word and what it does; the module of the same name in senningen.commands is loaded only when it is used."""


class _LazyWords(TyperGroup):
    """Loads a word's module when it is asked for, so that `--help` and light words start at once."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is the base class's
        return list(WORDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in WORDS:
            return None
        if ctx.resilient_parsing or "--help" in sys.argv[1:2]:
            return TyperCommand(cmd_name, short_help=WORDS[cmd_name])
        module = importlib.import_module(f"senningen.commands.{cmd_name}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=_LazyWords, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    """Senningen: cross-border hot-pursuit coordination."""


def main() -> None:
    """Run the command line; a bad setting is one line, not a traceback."""
    try:
        app()
    except SettingsError as error:
        sys.exit(f"senningen: {error}")


if __name__ == "__main__":
    main()
