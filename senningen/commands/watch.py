"""`senningen watch ROOM`: a control room's console in the terminal."""

import asyncio
import sys
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, NoReturn

import orjson
import typer

from borders.load import load_towns
from borders.places import Towns
from borders.rooms import Directory, Room
from consumers.console_client import ConsoleClient, ConsoleEvent, Linked, SignInRefusedError
from consumers.console_state import Received
from consumers.one_line import on_one_line
from consumers.terminal import Terminal, latency_s
from consumers.wording import alert_text
from senningen.installed import installed_directory
from senningen.settings import load_settings
from senningen.typed_lines import follow_typed
from streams.ids import InvalidIdError, checked_id
from streams.near_town import near_town
from streams.records import Alert, AlertRecord, Place, encode

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_FIRST_LINK_WITHIN_S = 10.0
_BELL = "\a"
_TOLD = ("entered", "left", "departed", "fault")
"""Phases that end `--until-alert`: a border was crossed, or the system failed."""


class Language(StrEnum):
    """The languages there are words for."""

    NL = "nl"
    FR = "fr"
    DE = "de"
    LB = "lb"
    EN = "en"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for on the command line."""

    room: str
    url: str
    json: bool
    until_alert: bool
    exit_after_s: float | None
    began: datetime
    language: str


class _NoGatewayError(ConnectionError):
    """Nothing answered in time."""


@app.command()
def watch(
    room: Annotated[str, typer.Argument(help="Which room's inbox, as in NL/MK-MAASTRICHT.")],
    *,
    token: Annotated[str, typer.Option(help="The token of an account of this room.")],
    url: Annotated[str | None, typer.Option(help="The gateway; without it the one of the settings.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON line for each alert revision.")] = False,
    until_alert: Annotated[
        bool, typer.Option("--until-alert", help="End with status 0 at the first alert told after the start.")
    ] = False,
    exit_after: Annotated[
        float | None,
        typer.Option(help="End after this many seconds: status 1 if --until-alert saw none, else 0.", min=0),
    ] = None,
    language: Annotated[Language, typer.Option(help="Of what is shown.", case_sensitive=False)] = Language.EN,
    place_file: Annotated[
        Path | None,
        typer.Option(help="With --json: keep the place in the inbox here; the next start tells only what is new."),
    ] = None,
) -> None:
    """Show a room's alerts as they come, with a bell for priority 1; type `help` for commands; Ctrl-C ends it.

    With --json standard output has nothing but the alerts, one line each; the link is told on standard error.
    """
    if place_file and not json:
        message = "--place-file needs --json: a person must see what still stands, not only what is new"
        raise typer.BadParameter(message)
    settings = load_settings()
    address = url or f"ws://{settings.listen}:{settings.gateway_port}/console"
    asked = _Asked(room, address, json, until_alert, exit_after, datetime.now(UTC), language.value)
    try:
        checked_id(room, "room")
        client = ConsoleClient(address, token, rooms=(room,), desk="terminal", place_file=place_file, kind="terminal")
        status = asyncio.run(_watch(asked, client))
    except (SignInRefusedError, InvalidIdError, _NoGatewayError) as error:
        sys.exit(f"senningen watch: {error}")
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


async def _watch(asked: _Asked, client: ConsoleClient) -> int:
    """The exit status; ends only as was asked for."""
    linked = asyncio.Event()
    following = asyncio.create_task(_follow(asked, client, linked))
    typed = asyncio.create_task(_take_typed(asked, client))
    unlinked = asyncio.create_task(_fail_without_link(asked, linked))
    await asyncio.wait([following, unlinked], timeout=asked.exit_after_s, return_when=asyncio.FIRST_COMPLETED)
    if unlinked.done():
        unlinked.result()
    unlinked.cancel()
    typed.cancel()
    if following.done():
        return following.result()
    following.cancel()
    await asyncio.wait([following])
    if asked.until_alert:
        typer.echo(f"senningen watch: no alert for {asked.room} within {asked.exit_after_s:g} s", err=True)
    return int(asked.until_alert)


async def _take_typed(asked: _Asked, client: ConsoleClient) -> None:
    """A person at the keyboard commands; a program that reads JSON has its own way to the gateway."""
    if not asked.json:
        await follow_typed(client, asked.room, typer.echo, language=asked.language, near=_near, known=_known)


def _near(lat: float, lon: float, state: str | None) -> Place | None:
    return near_town(_towns(), lat, lon, state)


@cache
def _towns() -> Towns:
    """Read when the first card is read out: most terminals never ask."""
    return load_towns()


def _known(room: str) -> Room | None:
    directory = _directory()
    return directory.find(room) if directory else None


@cache
def _directory() -> Directory | None:
    """Read as late as the towns; a card is read out without it too."""
    try:
        return installed_directory(load_settings())
    except (ValueError, OSError) as error:
        typer.echo(f"senningen watch: {error}", err=True)
        return None


async def _fail_without_link(asked: _Asked, linked: asyncio.Event) -> NoReturn:
    """Once linked a console waits for ever; one that never was says so and ends."""
    try:
        async with asyncio.timeout(_FIRST_LINK_WITHIN_S):
            await linked.wait()
    except TimeoutError as error:
        message = f"expected a gateway at {asked.url} within {_FIRST_LINK_WITHIN_S:g} s, got none"
        raise _NoGatewayError(message) from error
    while True:
        await asyncio.Event().wait()


async def _follow(asked: _Asked, client: ConsoleClient, linked: asyncio.Event) -> int:
    terminal = Terminal(client.state, asked.language)
    async with aclosing(client.events()) as events:
        async for event in events:
            if isinstance(event, Linked):
                linked.set()
            _show(asked, terminal, event)
            if asked.until_alert and _told_now(event, asked.began):
                return 0
    return 1


def _show(asked: _Asked, terminal: Terminal, event: ConsoleEvent) -> None:
    now = datetime.now(UTC)
    lines = terminal.lines(event, now)
    if not asked.json:
        for line in lines:
            typer.echo(line.text + (_BELL if line.bell else ""))
    elif isinstance(event, Received) and isinstance(event.record, AlertRecord):
        typer.echo(_json_line(event, event.record.alert, now, asked.language))
    elif not isinstance(event, Received):
        for line in lines:
            typer.echo(line.text, err=True)


def _told_now(event: ConsoleEvent, began: datetime) -> bool:
    """Whether this is an alert for `--until-alert`: not one of yesterday that a fresh snapshot still holds."""
    if not isinstance(event, Received) or not isinstance(event.record, AlertRecord):
        return False
    return event.record.alert.phase in _TOLD and (event.how != "snapshot" or event.written_at >= began)


def _json_line(event: Received, alert: Alert, now: datetime, language: str) -> str:
    """One alert revision for a program to read.

    `received_at` is when it reached this terminal, `latency_s` the seconds since the door received the fix that showed
    the crossing (null without one); `how` says whether it came as it happened, after a lost link, or in a snapshot.
    """
    said = {
        "received_at": now,
        "latency_s": latency_s(alert, now),
        "how": event.how,
        "written_at": event.written_at,
        "room": alert.room,
        "case": alert.case,
        "revision": alert.revision,
        "phase": alert.phase,
        "priority": alert.priority,
        "mode": alert.mode,
        "text": on_one_line(alert_text(alert, language=language)),
        "alert": orjson.Fragment(encode(alert)),
    }
    return orjson.dumps(said, option=orjson.OPT_UTC_Z).decode()
