"""What a console in a terminal shows: readable lines for each thing that happens, and when the bell rings."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from consumers.console_client import ConsoleEvent, Linked, Lost
from consumers.console_state import ConsoleState, Fresh, Received, Removed, Resumed
from consumers.desk_lines import DeskLines
from consumers.language import number_text, say
from consumers.one_line import on_one_line
from consumers.wording import age_text, details_text, mode_word, record_text
from streams.console import DesksMessage, ErrorMessage, Goodbye, Heartbeat
from streams.records import Alert, AlertRecord, CardRecord, InboxRecord, Mode, PursuitRecord

__all__ = ["Line", "Terminal", "latency_s", "rings"]

logger = logging.getLogger(__name__)

_ALARMING = ("entered", "fault", "alarm", "warned")


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
        language: of the lines.
    """

    def __init__(self, state: ConsoleState, language: str = "en") -> None:
        self._state = state
        self._language = language
        self._rang: dict[str, int] = {}
        self._said: dict[str, str] = {}
        self._desks = DeskLines(language)
        self._kafka = True
        self._lost = False

    def lines(self, event: ConsoleEvent, now: datetime) -> list[Line]:
        """The lines for this event at this instant; none for moving dots, nor for what changes nothing to read.

        A lost line is said once, until it is back; a heartbeat only when it says something new of Kafka. What cannot be
        put in words is told by what it is and of which case: the terminal goes on.
        """
        try:
            said = self._lines(event, now)
        except Exception:  # whatever is wrong with the words, a person must read that something came
            logger.exception("%s: not put in words in %s", type(event).__name__, self._language)
            said = [self._wordless(event)]
        return [replace(line, text=on_one_line(line.text)) for line in said]

    def _wordless(self, event: ConsoleEvent) -> Line:
        """By its key alone, which names the room, what it is, and the case."""
        if not isinstance(event, (Received, Removed)):
            return Line(type(event).__name__)
        told = event.record.alert if isinstance(event.record, AlertRecord) else event.record
        bell = isinstance(told, Alert) and isinstance(event, Received) and self._bell(told)
        return Line(f"{told.mode.upper()} {event.key}", bell=bell)

    def _lines(self, event: ConsoleEvent, now: datetime) -> list[Line]:
        match event:
            case Received():
                return self._received(event, now)
            case Removed():
                return self._removed(event)
            case Heartbeat():
                return self._beat(event)
            case DesksMessage():
                return [self._of_all(line) for line in self._desks.lines(event)]
            case Lost() if self._lost:
                return []
            case _:
                self._lost = isinstance(event, Lost) or (self._lost and not isinstance(event, Linked))
                said = _link_text(event, self._language)
                return [self._link(said)] if said else []

    def _text(self, record: InboxRecord, now: datetime | None = None) -> str:
        return record_text(record, now, self._language)

    def _received(self, event: Received, now: datetime) -> list[Line]:
        if isinstance(event.record, AlertRecord):
            alert = event.record.alert
            text = f"{self._text(event.record, now)}  [{self._age(event, alert, now)}]"
            return [Line(text, bell=self._bell(alert))]
        if isinstance(event.record, PursuitRecord):
            return self._pursuit(event, event.record, now)
        return [Line(f"{self._text(event.record, now)}  [{self._written(event, now)}]")]

    def _pursuit(self, event: Received, record: PursuitRecord, now: datetime) -> list[Line]:
        """Its line and what is known beyond it: only what reads otherwise than it did before."""
        lines = []
        if self._is_new(event.key, text := self._text(record, now)):
            lines.append(Line(f"{text}  [{self._written(event, now)}]"))
        mode = mode_word(record.mode, self._language)
        for name, detail in details_text(record, self._language).items():
            if self._is_new(f"{event.key} {name}", detail):
                lines.append(Line(f"{mode}   {record.case} {detail}"))
        return lines

    def _removed(self, event: Removed) -> list[Line]:
        """Of a pursuit that may not be seen any more nothing is repeated, and nothing of it stays here."""
        if isinstance(event.record, CardRecord):
            return []
        if isinstance(event.record, PursuitRecord):
            of_it = f"{event.key} "
            self._said = {name: text for name, text in self._said.items() if not f"{name} ".startswith(of_it)}
            return [Line(f"{mode_word(event.record.mode, self._language)}   {event.record.case} {self._not_held()}")]
        return [Line(f"{self._text(event.record)}  {self._not_held()}")]

    def _not_held(self) -> str:
        return say(self._language, "link-not_held")

    def _is_new(self, name: str, text: str) -> bool:
        """Whether it reads otherwise than when it was said last."""
        is_new = self._said.get(name) != text
        self._said[name] = text
        return is_new

    def _age(self, event: Received, alert: Alert, now: datetime) -> str:
        latency = latency_s(alert, now)
        if event.how == "live" and latency is not None and alert.revision == alert.rang_revision:
            return say(self._language, "link-after_fix", age=age_text(latency, self._language))
        return self._written(event, now)

    def _written(self, event: Received, now: datetime) -> str:
        age = age_text((now - event.written_at).total_seconds(), self._language)
        return say(self._language, "link-written", age=age)

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
        return [self._link(say(self._language, "link-kafka_back" if beat.kafka else "link-kafka_away"))]

    def _link(self, text: str) -> Line:
        """A line about the connection."""
        return self._of_all(say(self._language, "link", text=text))

    def _of_all(self, text: str) -> Line:
        """A line of no case, so it names the modes of all that are open here."""
        records = (record for held in self._state.held.values() for record in held.values())
        words = sorted({mode_word(mode, self._language) for mode in _open_modes(records)})
        return Line(" ".join((*words, text)))


def rings(alert: Alert) -> bool:
    """Whether this alert calls for a person now: priority 1 or 2, going on or about to happen; owned by nobody.

    A fault or an alarm calls in every phase but the last: also a room whose units are abroad, or that a car has left.
    What a person has put aside is quiet.
    """
    if alert.acknowledged is not None or alert.shelved is not None:
        return False
    goes_on = alert.phase != "cleared"
    alarming = alert.phase in _ALARMING or (goes_on and (alert.fault != "" or bool(alert.alarms)))
    return alert.phase == "approaching" or (alert.priority <= 2 and alarming)


def latency_s(alert: Alert, now: datetime) -> float | None:
    """From the door's receipt of the fix that showed the crossing until now; None without one, or before the next."""
    told = alert.crossing if alert.phase != "approaching" else None
    return (now - told.received_at).total_seconds() if told else None


def _open_modes(records: Iterable[InboxRecord]) -> set[Mode]:
    """The modes of what is going on: alerts not cleared, pursuits not closed."""
    modes: set[Mode] = set()
    for record in records:
        if isinstance(record, AlertRecord) and record.alert.phase != "cleared":
            modes.add(record.alert.mode)
        elif isinstance(record, PursuitRecord) and record.phase == "open":
            modes.add(record.mode)
    return modes


def _link_text(event: ConsoleEvent, language: str) -> str:
    text = ""
    match event:
        case Linked():
            text = _connected(event, language)
        case Lost():
            text = say(language, "link-lost", reason=event.reason, **{"in": number_text(language, event.again_in_s, 1)})
        case Resumed():
            text = say(language, "link-resumed", count=str(event.count), room=event.room)
        case Fresh():
            count = {"room": event.room, "count": str(event.count)}
            lost = {"reason": event.reason} if event.lost else {}
            text = say(language, "link-not_recovered" if event.lost else "link-fresh", **count, **lost)
        case ErrorMessage():
            text = say(language, "link-refused", field=event.field, expected=event.expected, got=event.got)
        case Goodbye():
            text = say(language, "link-goodbye", reason=event.reason, code=event.code)
    return text


def _connected(event: Linked, language: str) -> str:
    welcome = event.welcome
    rooms = ", ".join(f"{room.id} ({room.name})" for room in welcome.rooms) or say(language, "link-no_room")
    return say(
        language, "link-connected", account=welcome.account, role=say(language, f"role-{welcome.role}"), rooms=rooms
    )
