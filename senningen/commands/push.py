"""`senningen push FILE`: a patrol unit that drives a recorded track again, through a door, at real or higher speed."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from geo.fix import Fix
from geo.track import Track
from geo.track_file import TrackFileError, parse_track_file
from producers.answers import CommandAnswer
from producers.osmand_client import OsmandClient
from producers.pacing import CommandDue, FixDue, GapDue, Times, paced, shift_of
from producers.reading import Refused, read_instant
from producers.unit_client import Counts, DoorAwayError, DoorRefusedError, UnitClient
from senningen.settings import Settings, load_settings
from streams.ids import InvalidIdError, checked_id, owner_of
from streams.records import Mode

__all__ = ["app"]

app = typer.Typer(add_completion=False)

_LOOK_S = 0.2


class Door(StrEnum):
    """The doors a unit may knock on."""

    WEBSOCKET = "websocket"
    OSMAND = "osmand"


class _PushError(RuntimeError):
    """What keeps the unit from driving, in one line."""


@dataclass(frozen=True, slots=True)
class _Button:
    """What the crew presses, and at which instant of the recorded track."""

    command: Literal["open", "join"]
    at: datetime
    case: str | None
    purpose: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to drive, and how."""

    tracks: Sequence[Track]
    door: Door
    url: str
    unit_url: str
    token: str
    unit: str | None
    mode: Mode
    speed: float
    times: Times
    button: _Button | None


@dataclass(slots=True)
class _Drive:
    """How far the unit has come."""

    counts: Counts = field(default_factory=Counts)
    answers: list[tuple[str, CommandAnswer]] = field(default_factory=list)


@app.command(help=__doc__)
def push(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with seg,t,lat,lon, or GPX.", show_default=False)],
    *,
    token: Annotated[str | None, typer.Option(help="The unit's token; others on this machine can see it.")] = None,
    token_file: Annotated[Path | None, typer.Option(help="A file that holds the unit's token.")] = None,
    unit: Annotated[str | None, typer.Option(help="The unit's id; without it the token's own.")] = None,
    door: Annotated[Door, typer.Option(help="Which door to knock on.")] = Door.WEBSOCKET,
    url: Annotated[str | None, typer.Option(help="The door's address; without it the local stack's.")] = None,
    unit_url: Annotated[
        str | None,
        typer.Option(help="The websocket door: --door osmand has no START button, so START and join go through there."),
    ] = None,
    speed: Annotated[float, typer.Option(help="Times faster, from 1; 0: as fast as acknowledged.")] = 1.0,
    times: Annotated[
        Times, typer.Option(help="live: all times shifted so that the last fix is sent at its own; recorded: as is.")
    ] = "live",
    mode: Annotated[Mode, typer.Option(help="What every record is marked as.")] = "exercise",
    pursuit: Annotated[bool, typer.Option("--pursuit", help="Open a pursuit before the first fix.")] = False,
    open_after: Annotated[float | None, typer.Option(help="Open one so many seconds into the track.")] = None,
    open_at: Annotated[str | None, typer.Option(help="Open one at this instant of the recorded track.")] = None,
    join: Annotated[str | None, typer.Option(help="Join this pursuit before the first fix.")] = None,
    case: Annotated[str | None, typer.Option(help="Id of the pursuit to open; else made of unit and time.")] = None,
    purpose: Annotated[str, typer.Option(help="Why the pursuit is opened, in words.")] = "",
) -> None:
    """Replay FILE as a unit and print what became of its fixes; exits with 1 where anything was refused."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    settings = load_settings()
    try:
        tracks = _tracks(file, unit)
        first = min(track.fixes[0].observed_at for track in tracks)
        plan = _Plan(
            tracks=tracks, door=door, url=url or _local(settings, door),
            unit_url=unit_url or (url if url and door is Door.WEBSOCKET else _local(settings, Door.WEBSOCKET)),
            token=_token(token, token_file), unit=unit, mode=mode, speed=_speed(speed, door, times), times=times,
            button=_button(
                first, pursuit=pursuit, open_after=open_after, open_at=open_at, join=join, case=case, purpose=purpose
            ),
        )  # fmt: skip
        drive = _driven(plan)
    except (_PushError, TrackFileError, DoorAwayError, DoorRefusedError, OSError) as error:
        typer.echo(f"senningen push: {error}", err=True)
        raise typer.Exit(1) from error
    if drive.counts.refused or not all(answer.accepted for _, answer in drive.answers):
        raise typer.Exit(1)


# ---------------------------------------------------------------- what was asked


def _tracks(file: Path, unit: str | None) -> Sequence[Track]:
    """The tracks of one unit in the file.

    Raises:
        TrackFileError, OSError: the file cannot be used.
        _PushError: it holds several units' tracks and none of them is ours.
    """
    try:
        tracks = parse_track_file(file.read_bytes().decode("utf-8-sig"), file.name)
    except UnicodeDecodeError as error:
        message = f"{file.name}: expected UTF-8 text, got byte 0x{error.object[error.start]:02x} at {error.start}"
        raise _PushError(message) from error
    units = {track.unit for track in tracks}
    if len(units) == 1:
        return tracks
    if unit not in units:
        message = f"{file.name}: expected --unit to be one of {', '.join(sorted(units))}, got {unit or 'none'}"
        raise _PushError(message)
    return [track for track in tracks if track.unit == unit]


def _token(token: str | None, token_file: Path | None) -> str:
    if (token is None) == (token_file is None):
        message = f"expected one of --token and --token-file, got {'none' if token is None else 'both'}"
        raise _PushError(message)
    found = token if token is not None else token_file.read_text().strip() if token_file else ""
    if not found:
        message = f"expected a token in {'--token' if token_file is None else token_file}, got nothing"
        raise _PushError(message)
    return found


def _speed(speed: float, door: Door, times: Times) -> float:
    if door is Door.OSMAND and times == "recorded" and 0 < speed < 2:
        message = f"expected --speed 0 or from 2 (old times at their own pace are a wrong clock's), got {speed:g}"
        raise _PushError(message)
    if speed == 0 or 1 <= speed <= 1e6:
        return speed
    message = f"expected --speed 0 or from 1 (slower would send fixes before their time), got {speed:g}"
    raise _PushError(message)


def _button(
    first: datetime, *, pursuit: bool, open_after: float | None, open_at: str | None, join: str | None,
    case: str | None, purpose: str,
) -> _Button | None:  # fmt: skip
    """What the crew presses, of the ways to ask for it; None when nothing was asked for.

    Raises:
        _PushError: two ways at once, or an id or a time that is none.
    """
    asked = [name for name, given in (
        ("--pursuit", pursuit), ("--open-after", open_after is not None), ("--open-at", open_at), ("--join", join)
    ) if given]  # fmt: skip
    if len(asked) > 1 or (case and (join or not asked)):
        got = ", ".join(asked) or "--case alone"
        message = f"expected one of --pursuit, --open-after, --open-at and --join, --case only to open, got {got}"
        raise _PushError(message)
    wanted = join or case
    try:
        checked_case = checked_id(wanted, "case") if wanted else None
        at = read_instant({"--open-at": open_at}, "--open-at") if open_at else first
        at += timedelta(seconds=open_after or 0)
    except (InvalidIdError, Refused) as error:
        raise _PushError(str(error)) from error
    except (ValueError, OverflowError) as error:
        message = f"expected seconds in --open-after, got {open_after:g}"
        raise _PushError(message) from error
    if not asked:
        return None
    return _Button("join" if join else "open", at, checked_case, purpose)


def _local(settings: Settings, door: Door) -> str:
    if door is Door.WEBSOCKET:
        return f"ws://{settings.listen}:{settings.doors_port}/unit"
    return f"http://{settings.listen}:{settings.osmand_port}/"


# ---------------------------------------------------------------- the drive


def _driven(plan: _Plan) -> _Drive:
    """Drive, with a bar that shows how far; says what became of the fixes also when it is broken off."""
    drive = _Drive()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task("fixes settled", total=sum(len(track.fixes) for track in plan.tracks))
            asyncio.run(_drive_with_bar(plan, drive, lambda: bar.update(task, completed=_done(drive.counts))))
    finally:
        typer.echo(_summary(drive.counts))
    return drive


async def _drive_with_bar(plan: _Plan, drive: _Drive, show: Callable[[], None]) -> None:
    async def keep_showing() -> None:
        while True:
            show()
            await asyncio.sleep(_LOOK_S)

    showing = asyncio.create_task(keep_showing())
    try:
        await (_websocket(plan, drive) if plan.door is Door.WEBSOCKET else _osmand(plan, drive))
    finally:
        showing.cancel()
        show()


async def _websocket(plan: _Plan, drive: _Drive) -> None:
    async with _unit(plan) as unit:
        drive.counts = unit.counts

        async def press(happened_at: datetime) -> None:
            _press(plan, unit, drive, happened_at)

        async def send(fix: Fix) -> None:
            unit.put([fix])

        await _play(plan, send, press, unit.skip_number)
        await unit.settled()


async def _osmand(plan: _Plan, drive: _Drive) -> None:
    async with contextlib.AsyncExitStack() as stack:
        phone = await stack.enter_async_context(OsmandClient(plan.url, plan.token, plan.mode, unit=plan.unit))
        drive.counts = phone.counts
        unit = await stack.enter_async_context(_unit(plan)) if plan.button else None

        async def press(happened_at: datetime) -> None:
            if unit is not None:
                _press(plan, unit, drive, happened_at)
                await unit.settled()

        await _play(plan, phone.send, press, lambda: None)


@contextlib.asynccontextmanager
async def _unit(plan: _Plan) -> AsyncIterator[UnitClient]:
    url = plan.url if plan.door is Door.WEBSOCKET else plan.unit_url
    async with UnitClient(url, plan.token, plan.unit, f"push-{secrets.token_hex(6)}", plan.mode) as unit:
        yield unit


def _press(plan: _Plan, unit: UnitClient, drive: _Drive, happened_at: datetime) -> None:
    """Press the button; what the door answers is printed when it comes."""
    if plan.button is None or unit.welcome is None:
        raise AssertionError
    case = plan.button.case or _new_case(unit.welcome.unit)
    button = plan.button

    def answered(future: asyncio.Future[CommandAnswer]) -> None:
        if not future.cancelled():
            answer = future.result()
            drive.answers.append((case, answer))
            typer.echo(
                f"pursuit {case}: {button.command} {'accepted' if answer.accepted else 'refused'} {answer.reason}"
            )

    future = unit.press(button.command, case, happened_at, purpose=button.purpose if button.command == "open" else "")
    future.add_done_callback(answered)


def _new_case(unit: str) -> str:
    """An id for the pursuit, owned by the unit's state: such as BE/P-LIE-21-20261123T081500."""
    state = owner_of(unit)
    return f"{state}/P-{unit.removeprefix(state + '/')}-{datetime.now(UTC):%Y%m%dT%H%M%S}"[:80]


async def _play(
    plan: _Plan, send: Callable[[Fix], Awaitable[None]], press: Callable[[datetime], Awaitable[None]],
    skip: Callable[[], None],
) -> None:  # fmt: skip
    """Do everything in its turn and at its time."""
    shift = shift_of(plan.tracks, datetime.now(UTC), speed=plan.speed, times=plan.times)
    started = time.monotonic()
    at = plan.button.at if plan.button else None
    for due in paced(plan.tracks, shift, speed=plan.speed, command_at=at):
        await asyncio.sleep(max(0.0, due.after_s - (time.monotonic() - started)))
        match due:
            case FixDue():
                await send(due.fix)
            case CommandDue():
                await press(due.happened_at)
            case GapDue():
                skip()


def _done(counts: Counts) -> int:
    return counts.accepted + counts.refused.total()


def _summary(counts: Counts) -> str:
    told = f"sent {counts.sent}, accepted {counts.accepted}, refused {counts.refused.total()}, resent {counts.resent}"
    offset = f", clock offset {counts.clock_offset_s:.3f} s" if counts.clock_offset_s else ""
    return "\n".join([told + offset, *(f"refused {count}: {reason}" for reason, count in counts.refused.items())])
