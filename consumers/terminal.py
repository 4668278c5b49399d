"""What a console in a terminal shows: one readable line for each thing that happens, and when the bell rings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from consumers.console_client import ConsoleEvent, Linked, Lost
from consumers.console_state import ConsoleState, Fresh, Received, Removed, Resumed
from consumers.wording import age_text, mode_word, record_text
from streams.console import ErrorMessage, Goodbye, Heartbeat
from streams.records import Alert, AlertRecord, InboxRecord, Mode, PursuitRecord

__all__ = ["Line", "Terminal", "latency_s", "rings"]

_ALARMING = ("entered", "fault")


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the screen.

    Attributes:
        text: what it says, the mode word first.
        bell: ring with it.
    """

    text: str
    bell: bool = False


class Terminal:
    """Turns a console's events into lines; remembers what already rang, and what was said last of each pursuit.

    Args:
        state: what the console holds; read for the modes of the open cases.
    """

    def __init__(self, state: ConsoleState) -> None:
        self._state = state
        self._rang: dict[str, int] = {}
        self._said: dict[str, str] = {}
        self._kafka = True
        self._lost = False

    def lines(self, event: ConsoleEvent, now: datetime) -> list[Line]:
        """The lines for this event at this instant; none for moving dots, nor for what changes nothing to read.

        A lost line is said once, until it is back; a heartbeat only when it says something new of Kafka.
        """
        match event:
            case Received():
                return self._received(event, now)
            case Removed():
                return [Line(f"{record_text(event.record)}  NO LONGER HELD BY THE SERVER")]
            case Heartbeat():
                return self._beat(event)
            case Lost() if self._lost:
                return []
            case _:
                self._lost = isinstance(event, Lost) or (self._lost and not isinstance(event, Linked))
                said = _link_text(event)
                return [self._link(said)] if said else []

    def _received(self, event: Received, now: datetime) -> list[Line]:
        text = record_text(event.record, now)
        if isinstance(event.record, AlertRecord):
            return [Line(f"{text}  [{_age(event, event.record.alert, now)}]", bell=self._bell(event.record.alert))]
        if isinstance(event.record, PursuitRecord):
            if self._said.get(event.key) == text:
                return []
            self._said[event.key] = text
        return [Line(f"{text}  [written {age_text((now - event.written_at).total_seconds())} ago]")]

    def _bell(self, alert: Alert) -> bool:
        """Once for each revision that rings, and again after a rise; never for one that somebody owns."""
        if not rings(alert) or self._rang.get(alert.id, 0) >= alert.rang_revision:
            return False
        self._rang[alert.id] = alert.rang_revision
        return True

    def _beat(self, beat: Heartbeat) -> list[Line]:
        if beat.kafka == self._kafka:
            return []
        self._kafka = beat.kafka
        if beat.kafka:
            return [self._link("the gateway reaches Kafka again")]
        return [self._link("THE GATEWAY CANNOT REACH KAFKA: what is shown may be old")]

    def _link(self, text: str) -> Line:
        """A line about the connection: of no case, so it names the modes of all that are open here."""
        records = (record for held in self._state.held.values() for record in held.values())
        words = sorted({mode_word(mode) for mode in _open_modes(records)})
        return Line(" ".join((*words, "LINK", text)))


def rings(alert: Alert) -> bool:
    """Whether this alert calls for a person now: priority 1, going on, or 2, about to happen; owned by nobody.

    A fault calls in every phase but the last: also a room whose units are abroad, or that a car has left.
    """
    if alert.acknowledged is not None:
        return False
    alarming = alert.phase in _ALARMING or (alert.fault != "" and alert.phase != "cleared")
    return alert.phase == "approaching" or (alert.priority == 1 and alarming)


def latency_s(alert: Alert, now: datetime) -> float | None:
    """From the door's receipt of the fix that showed the crossing until now; None without one, or before the next."""
    told = alert.crossing if alert.phase != "approaching" else None
    return (now - told.received_at).total_seconds() if told else None


def _age(event: Received, alert: Alert, now: datetime) -> str:
    latency = latency_s(alert, now)
    if event.how == "live" and latency is not None and alert.revision == alert.rang_revision:
        return f"{age_text(latency)} after the fix"
    return f"written {age_text((now - event.written_at).total_seconds())} ago"


def _open_modes(records: Iterable[InboxRecord]) -> set[Mode]:
    """The modes of what is going on: alerts not cleared, pursuits not closed."""
    modes: set[Mode] = set()
    for record in records:
        if isinstance(record, AlertRecord) and record.alert.phase != "cleared":
            modes.add(record.alert.mode)
        elif isinstance(record, PursuitRecord) and record.phase == "open":
            modes.add(record.mode)
    return modes


def _link_text(event: ConsoleEvent) -> str:
    text = ""
    match event:
        case Linked():
            rooms = ", ".join(f"{room.id} ({room.name})" for room in event.welcome.rooms) or "no room"
            text = f"connected as {event.welcome.account}, {event.welcome.role}, for {rooms}"
        case Lost():
            text = f"LOST: {event.reason}; trying again until it is back, first in {event.again_in_s:.1f} s"
        case Resumed():
            text = f"back: resumed, {event.count} records were missed in {event.room}"
        case Fresh() if event.lost:
            text = f"NOT RECOVERED in {event.room}: {event.reason}; fresh snapshot of {event.count} records"
        case Fresh():
            text = f"{event.room}: snapshot of {event.count} records"
        case ErrorMessage():
            text = f"the gateway refused a message: {event.field}: expected {event.expected}, got {event.got}"
        case Goodbye():
            text = f"the gateway says goodbye: {event.reason} ({event.code})"
    return text
