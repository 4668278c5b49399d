"""The demo: two Belgian patrol cars chase a car into the Netherlands, and the Dutch console rings.

The cars are on the road when the demo begins: what they drove before is sent at once, as a phone does when it comes
out of a tunnel; the rest goes out second by second. Everything runs through the real doors, Kafka, workers and gateway.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeGuard

from consumers.console_client import ConsoleClient, SignInRefusedError
from consumers.console_state import Received
from consumers.wording import alert_text
from geo.fix import Fix
from producers.unit_client import DoorAwayError, DoorRefusedError, UnitClient
from senningen.chase import border_instant, drive
from senningen.played_desks import HOME, NEIGHBOUR, Planned, at_the_end, planned
from senningen.stack import Stack
from streams.console import Command, CommandAnswer, Goodbye
from streams.records import Alert, AlertRecord, InboxRecord, PursuitRecord

__all__ = ["CASE_PREFIX", "CAST", "ChaseError", "Played", "Rung", "play_chase"]

CASE_PREFIX = "BE/DEMO-"

_LEAD, _SECOND = "BE/LIE-21", "BE/LIE-24"
_SECOND_BEHIND_M = 160.0
_LIVE_BEFORE_BORDER = timedelta(seconds=9)
"""How long before the border the live part begins: long enough to see the cars come, short enough not to wait."""
_BACKLOG = timedelta(seconds=15)
"""Shorter than a stack takes to start again: nothing in it is older than the last fix of an earlier demo's cars."""
_OPENED_BEFORE = timedelta(seconds=8)
_CONSOLES = {"liege": HOME, "maastricht": NEIGHBOUR, "luxembourg": "LU/CIN"}
_FOLLOWED_FOR_S = 3.0
"""After the last fix, until what it means has come to the consoles."""
CAST = (_LEAD, _SECOND, *_CONSOLES)
"""The accounts without which there is no chase."""


class ChaseError(RuntimeError):
    """The chase cannot go on: a door or the gateway will not have one of its cars or consoles."""


@dataclass(frozen=True, slots=True)
class Rung:
    """An alert revision as a console of the demo got it, and when."""

    room: str
    alert: Alert
    at: datetime

    @property
    def fix_to_console_s(self) -> float | None:
        """Seconds from the door's receipt of the fix that showed the crossing to the console; None without one."""
        crossing = self.alert.crossing
        return (self.at - crossing.received_at).total_seconds() if crossing else None


class Played:
    """The chase as it is played: its case, and every alert that its consoles got."""

    def __init__(self, case: str, say: Callable[[str], None]) -> None:
        self.case = case
        self.rung: list[Rung] = []
        self.view: PursuitRecord | None = None
        self.neighbour_rang: asyncio.Future[Rung] = asyncio.get_running_loop().create_future()
        self._say = say

    def see(self, view: PursuitRecord) -> None:
        """Take in how the pursuit stands, as a console reads it."""
        if view.case == self.case and (self.view is None or view.event > self.view.event):
            self.view = view

    def hear(self, rung: Rung) -> None:
        """Take in what a console got; says it when it is of this chase."""
        if rung.alert.case != self.case:
            return
        self.rung.append(rung)
        took = rung.fix_to_console_s
        rang = rung.alert.revision == rung.alert.rang_revision and not rung.alert.alarms
        entered = rung.alert.phase == "entered" and rang
        after = f"  [fix to console {took * 1000:.0f} ms]" if took is not None and entered else ""
        self._say(f"{rung.room}: {alert_text(rung.alert)}{after}")
        live = rung.alert.phase == "entered" and not rung.alert.before_opening
        if rung.room == NEIGHBOUR and live and not self.neighbour_rang.done():
            self.neighbour_rang.set_result(rung)


async def play_chase(stack: Stack, tokens: dict[str, str], played: Played) -> None:
    """Play the whole chase, in real time from shortly before the border on; returns when both cars are in Maastricht.

    Raises:
        ChaseError: a door or the gateway will not have us, and why.
    """
    try:
        await _play(stack, tokens, played)
    except ExceptionGroup as group:
        refused, others = group.split((DoorAwayError, DoorRefusedError, SignInRefusedError))
        if refused is None or others is not None:
            raise
        message = f"the chase broke off: {refused.exceptions[0]}"
        raise ChaseError(message) from group


async def _play(stack: Stack, tokens: dict[str, str], played: Played) -> None:
    doors = f"ws://{stack.settings.listen}:{stack.settings.doors_port}/unit"
    gateway = f"ws://{stack.settings.listen}:{stack.settings.gateway_port}/console"
    began = datetime.now(UTC)
    async with asyncio.TaskGroup() as tasks:
        consoles = {
            room: ConsoleClient(gateway, tokens[name], rooms=(room,), desk="demo") for name, room in _CONSOLES.items()
        }
        listening = [tasks.create_task(_listen(console, room, played)) for room, console in consoles.items()]
        tasks.create_task(
            _drive_both(doors, tokens, played=played, consoles=consoles, began=began, listening=listening)
        )


async def _listen(console: ConsoleClient, room: str, played: Played) -> None:
    """Hear one room for as long as the chase lasts, and do what its desk would do."""
    tasks: dict[str, asyncio.Task[CommandAnswer]] = {}
    async with aclosing(console.events()) as events:
        async for event in events:
            if isinstance(event, Goodbye) and event.code == "token_removed":
                raise SignInRefusedError(event.reason)
            if isinstance(event, Received) and isinstance(event.record, AlertRecord):
                played.hear(Rung(room, event.record.alert, datetime.now(UTC)))
            if isinstance(event, Received) and isinstance(event.record, PursuitRecord):
                played.see(event.record)
            if isinstance(event, Received) and _left_over(event.record, room, played.case):
                _begin(tasks, console, Planned(0.0, _close(event.record, room)))
            if isinstance(event, Received):
                for plan in planned(event.record, room, played.case):
                    _begin(tasks, console, plan)


def _begin(tasks: dict[str, asyncio.Task[CommandAnswer]], console: ConsoleClient, plan: Planned) -> None:
    """Give a command after its time; each once, whatever made the desk think of it."""
    if plan.command.id not in tasks:
        tasks[plan.command.id] = asyncio.create_task(_after(console, plan))


async def _after(console: ConsoleClient, plan: Planned) -> CommandAnswer:
    await asyncio.sleep(plan.after_s)
    return await console.command(plan.command)


def _left_over(record: InboxRecord, room: str, case: str) -> TypeGuard[PursuitRecord]:
    """An open pursuit of an earlier demo, which this room leads: it would ring again with the same cars."""
    return (
        isinstance(record, PursuitRecord)
        and record.phase == "open"
        and record.leading_room == room
        and record.case.startswith(CASE_PREFIX)
        and record.case != case
    )


def _close(record: PursuitRecord, room: str) -> Command:
    return Command(
        id=f"demo:close:{record.case}",
        command="close",
        room=room,
        case=record.case,
        mode=record.mode,
        happened_at=datetime.now(UTC),
        text="an earlier demo",
    )


async def _drive_both(
    doors: str,
    tokens: dict[str, str],
    *,
    played: Played,
    consoles: Mapping[str, ConsoleClient],
    began: datetime,
    listening: Sequence[asyncio.Task[None]],
) -> None:
    """Drive both cars to the end, close the pursuit, then hang up the consoles."""
    boot = began.strftime("%Y%m%dT%H%M%S")
    start_at = began + _LIVE_BEFORE_BORDER - (border_instant(began) - began)
    lead = drive(_LEAD, boot, start_at)
    second = drive(_SECOND, boot, start_at, behind_m=_SECOND_BEHIND_M)
    async with (
        UnitClient(doors, tokens[_LEAD], _LEAD, boot, "exercise") as first_car,
        UnitClient(doors, tokens[_SECOND], _SECOND, boot, "exercise") as second_car,
    ):
        await asyncio.gather(first_car.send(_backlog(lead, began)), second_car.send(_backlog(second, began)))
        opened_at = datetime.now(UTC) - _OPENED_BEFORE
        await first_car.open(played.case, opened_at, "exercise: car fails to stop after a burglary in Liège")
        await second_car.join(played.case, datetime.now(UTC))
        await asyncio.gather(_follow(first_car, lead, began), _follow(second_car, second, began))
    await _close_at_the_end(played, consoles)
    for task in listening:
        task.cancel()


async def _close_at_the_end(played: Played, consoles: Mapping[str, ConsoleClient]) -> None:
    """The room that leads by then closes, if a person has not."""
    await asyncio.sleep(_FOLLOWED_FOR_S)
    view = played.view
    if view is None or view.phase != "open" or view.leading_room not in consoles:
        return
    for command in at_the_end(view):
        await consoles[view.leading_room].command(command)
    await asyncio.sleep(_FOLLOWED_FOR_S)


def _backlog(fixes: Sequence[Fix], began: datetime) -> list[Fix]:
    return [fix for fix in fixes if began - _BACKLOG <= fix.observed_at <= began]


async def _follow(car: UnitClient, fixes: Sequence[Fix], began: datetime) -> None:
    """Send each fix at its own time."""
    for fix in fixes:
        if fix.observed_at > began:
            await asyncio.sleep(max(0.0, (fix.observed_at - datetime.now(UTC)).total_seconds()))
            car.put([fix])
    await car.settled()
