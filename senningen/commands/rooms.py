"""`senningen rooms`: the control rooms as this installation has them, how they are reached and how sure they are."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from borders.layer import BorderError
from borders.places import PlacesError
from borders.rooms import Room, RoomsError
from senningen.installed import installed_directory
from senningen.settings import load_settings

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command()
def rooms(
    state: Annotated[str | None, typer.Argument(help="ISO 3166 code, such as BE; without it the rooms of all.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="All that is known of each, one JSON object a line.")] = False,
) -> None:
    """List the control rooms: id, role, confidence of the research (verified, partly, memory), telephone, name."""
    try:
        known = installed_directory(load_settings()).rooms
    except (BorderError, PlacesError, RoomsError) as error:
        typer.echo(f"senningen rooms: {error}", err=True)
        raise typer.Exit(1) from error
    for room in _of_state(known, state):
        typer.echo(json.dumps(_columns(room), ensure_ascii=False) if as_json else _line(room))


def _of_state(known: tuple[Room, ...], state: str | None) -> tuple[Room, ...]:
    """The state's rooms; a state without any is refused, as it is a slip of the pen more often than not."""
    found = tuple(room for room in known if state in {None, room.state})
    if not found:
        states = ", ".join(sorted({room.state for room in known}))
        message = f"expected a state that has rooms ({states}), got {state!r}"
        raise typer.BadParameter(message, param_hint="STATE")
    return found


def _line(room: Room) -> str:
    telephone = f"{room.telephone or '-'}{' (telephone only)' if room.telephone_only else ''}"
    return f"{room.id:26} {room.role:13} {room.confidence:9} {telephone:18} {room.name}"


def _columns(room: Room) -> dict[str, Any]:
    return {**asdict(room), "telephone": room.telephone or None}
