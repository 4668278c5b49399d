"""What the desks of the demo do when nobody sits there: acknowledge, ask for a take-over, accept it, close and report.

A person at the page is quicker than they are: each waits a while, and what a person has done by then is not done again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from streams.console import Command
from streams.orders import Accept, AnswerRequest, CheckItem, Order, Request
from streams.records import AlertRecord, InboxRecord, Mode, PursuitRecord

__all__ = ["HOME", "NEIGHBOUR", "Planned", "at_the_end", "planned"]

HOME, NEIGHBOUR = "BE/CIC-LIEGE", "NL/MK-MAASTRICHT"
_ACKNOWLEDGES_AFTER_S, _ASKS_AFTER_S, _ACCEPTS_AFTER_S = 15.0, 8.0, 10.0
_REPORT = {
    "outcome": "exercise: the car stopped in Maastricht, two persons",
    "person_handed_over": "to the Dutch crew, at once",
    "officers_report": "at the police station of Maastricht",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A command, and how long its desk waits before it gives it."""

    after_s: float
    command: Command


def planned(record: InboxRecord, room: str, case: str) -> Iterator[Planned]:
    """What the desk of this room means to do about a record of the demo's pursuit."""
    if isinstance(record, AlertRecord):
        alert = record.alert
        waits = alert.phase == "entered" and alert.priority == 1 and alert.acknowledged is None
        if (alert.case, room) == (case, NEIGHBOUR) and waits:
            yield Planned(_ACKNOWLEDGES_AFTER_S, _acknowledge(record))
    elif isinstance(record, PursuitRecord) and record.case == case and record.phase == "open":
        yield from _about_the_lead(record, room)


def _acknowledge(record: AlertRecord) -> Command:
    alert = record.alert
    return Command(
        id=f"demo:{alert.case}:acknowledge:{alert.rang_revision}",
        command="acknowledge",
        room=alert.room,
        case=alert.case,
        mode=alert.mode,
        happened_at=datetime.now(UTC),
        alert=alert.id,
        revision=alert.revision,
    )


def _about_the_lead(record: PursuitRecord, room: str) -> Iterator[Planned]:
    """Liège asks once the neighbour has acknowledged; Maastricht accepts."""
    asked = next((one for one in record.requests if one.kind == "take_over"), None)
    owned = any(one.room == NEIGHBOUR and one.acknowledged and one.phase == "entered" for one in record.alerted)
    if room == HOME and owned and asked is None and record.leading_room == HOME:
        request = Request(request=f"{record.case}-take-over", kind="take_over", to=NEIGHBOUR)
        yield Planned(_ASKS_AFTER_S, _ordered(record.case, record.mode, room, "ask", request))
    if room == NEIGHBOUR and asked is not None and asked.to == room and asked.state == "open":
        answer = AnswerRequest(request=asked.id, answer=Accept(unit="NL/MH-7"))
        yield Planned(_ACCEPTS_AFTER_S, _ordered(record.case, record.mode, room, "accept", answer))


def at_the_end(record: PursuitRecord) -> tuple[Command, ...]:
    """The leading room closes, and fills in some of what remains to be done; the rest is left for who looks on."""
    room, case, mode = record.leading_room, record.case, record.mode
    close = Command(
        id=f"demo:{case}:close",
        command="close",
        room=room,
        case=case,
        mode=mode,
        happened_at=datetime.now(UTC),
        text="exercise over: the car stopped",
    )
    now = datetime.now(UTC)
    done = (
        _ordered(case, mode, room, item, CheckItem(item=item, text=text, language="en", at=now))
        for item, text in _REPORT.items()
    )
    return (close, *done)


def _ordered(case: str, mode: Mode, room: str, what: str, order: Order) -> Command:
    return Command(
        id=f"demo:{case}:{what}",
        command="order",
        room=room,
        case=case,
        mode=mode,
        happened_at=datetime.now(UTC),
        order=order,
    )
