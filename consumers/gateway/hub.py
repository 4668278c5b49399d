"""Who gets what: an inbox record goes to every console of its room, a dot only to those who may watch it.

Of a pursuit's rooms each console is told besides whether anyone is there (`consumers.gateway.staffing`).

It holds what the gateway read (no truth of its own: everything in it comes from Kafka again after a restart) and the
consoles that listen. It reads no clock and no socket; the feed tells it what came, the server who listens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from msgspec import Raw

from consumers.gateway.inbox import InboxPartition, Stored
from consumers.gateway.outbox import Outbox
from consumers.gateway.sayings import Sayings
from consumers.gateway.staffing import Staffing
from consumers.gateway.visibility import Visibility
from streams.console import ConsolePlace
from streams.records import InboxRecord, PursuitRecord, Trail, UnitPlace, UnitsPicture, VisibilityRecord, encode

__all__ = ["Hub"]

_MOVES = {"first", "moved", "gap"}
"""Outcomes (geo.tracker) of fixes whose place TRACK used."""


@dataclass(frozen=True, slots=True)
class _Dot:
    """The newest trail of a unit in a case, as it stands in Kafka."""

    trail: Trail
    raw: Raw


class Hub:
    """What the gateway knows and who listens; changed only by its methods, each done before the next begins.

    Args:
        staffing: told of the pursuits of each room.
        sayings: puts records in the words of a console's language.
    """

    def __init__(self, staffing: Staffing | None = None, sayings: Sayings | None = None) -> None:
        self.staffing = staffing or Staffing()
        self.sayings = sayings or Sayings()
        self.partitions: dict[int, InboxPartition] = {}
        self.late: set[int] = set()
        """Inbox partitions that lag too much: an ended visibility may not have been read yet, so no dots go out."""
        self._visibility = Visibility()
        self._listeners: dict[str, set[Outbox]] = {}
        self._languages: dict[Outbox, str] = {}
        """Of the consoles that are given records in words."""
        self._partition_of: dict[str, int] = {}
        self._dots: dict[tuple[str, str], _Dot] = {}
        self._places: dict[str, dict[str, UnitPlace]] = {}

    # ------------------------------------------------------------ what came

    def inbox_record(self, partition: int, stored: Stored, record: InboxRecord) -> None:
        """A record of a room's inbox: forward it when it is news, and note what may be watched."""
        inbox = self.partitions[partition]
        if not inbox.take(stored):
            return
        self._forward(inbox, stored)
        if isinstance(record, VisibilityRecord):
            self._visibility.told(record)
            self._visibility_changed(record)
        elif isinstance(record, PursuitRecord):
            self.staffing.neighbours.told(record)

    def inbox_removed(self, partition: int, key: str, offset: int, at: datetime) -> None:
        """A key of an inbox was removed."""
        inbox = self.partitions[partition]
        gone = inbox.remove(key, offset, at)
        if gone is not None:
            self._forward(inbox, gone)

    def trail(self, trail: Trail, raw: Raw) -> None:
        """A fix of a unit in a pursuit, in Kafka's order: to each console that may watch it, once.

        A fix that TRACK did not use (late, repeated, wrong clock) goes out too, but never hides one that it did.
        """
        used = trail.judged.outcome in _MOVES
        dot = trail.fix.unit if used else f"{trail.fix.unit} {trail.judged.outcome}"
        if used:
            self._dots[trail.case, dot] = _Dot(trail, raw)
        for outbox in self._watching(trail):
            outbox.put_trail(trail.case, dot, raw)

    def units(self, picture: UnitsPicture) -> None:
        """Places of a room's own units: to the consoles of that room alone."""
        known = self._places.setdefault(picture.room, {})
        known.update({place.unit: place for place in picture.units})
        raw = {place.unit: Raw(encode(place)) for place in picture.units}
        for outbox in self._listeners.get(picture.room, ()):
            outbox.put_units(picture.room, raw, full=picture.full)

    def forget_dots_before(self, instant: datetime) -> None:
        """Drop dots received before this instant; a console that signs in now is not shown them."""
        self._dots = {k: d for k, d in self._dots.items() if d.trail.fix.received_at >= instant}
        for room, known in self._places.items():
            self._places[room] = {unit: place for unit, place in known.items() if place.received_at >= instant}

    # ------------------------------------------------------------ who listens

    def listen(
        self,
        outbox: Outbox,
        room: str,
        partition: int,
        place: ConsolePlace | None,
        now: datetime,
        *,
        language: str | None = None,
    ) -> None:
        """Give a console the room's inbox from its place on, and from now on everything that comes.

        The partition must have been read to its end. Snapshot and subscription are one step: nothing falls between.
        With a language every record comes in its words besides.
        """
        if language is not None:
            self._languages[outbox] = language
        outbox.put(encode(self.sayings.snapshot(self.partitions[partition].since(room, place, now), language)))
        self._listeners.setdefault(room, set()).add(outbox)
        self._partition_of[room] = partition
        known = self._places.get(room)
        if known:
            outbox.put_units(room, {unit: Raw(encode(p)) for unit, p in known.items()}, full=True)
        self._show_dots(outbox, (room,), self._dots.values())

    def leave(self, outbox: Outbox) -> None:
        """A console is gone."""
        self.staffing.leave(outbox)
        self._languages.pop(outbox, None)
        for room in [room for room, outboxes in self._listeners.items() if outbox in outboxes]:
            self._listeners[room].discard(outbox)
            if not self._listeners[room]:
                del self._listeners[room]

    def partitions_heard(self) -> set[int]:
        """The inbox partitions somebody listens to."""
        return {self._partition_of[room] for room in self._listeners}

    def drop_partition(self, partition: int) -> None:
        """Nobody needs this partition any more, or it is to be read anew."""
        self.partitions.pop(partition, None)
        self.late.discard(partition)
        for room in [room for room, of in self._partition_of.items() if of == partition]:
            self._visibility.forget(room)
            self.staffing.neighbours.forget(room)

    def _forward(self, inbox: InboxPartition, stored: Stored) -> None:
        """The record to every console of its room, in the words of each of their languages once."""
        listeners = self._listeners.get(stored.recipient, ())
        languages = {self._languages.get(outbox) for outbox in listeners}
        messages = {language: encode(self.sayings.item(inbox.item(stored), language)) for language in languages}
        for outbox in listeners:
            outbox.put(messages[self._languages.get(outbox)])

    # ------------------------------------------------------------ dots

    def _watching(self, trail: Trail) -> set[Outbox]:
        rooms = self._visibility.watchers(trail, (r for r in trail.audience if r in self._listeners))
        return {
            outbox for room in rooms if self._partition_of[room] not in self.late for outbox in self._listeners[room]
        }

    def _show_dots(self, outbox: Outbox, rooms: tuple[str, ...], dots: Iterable[_Dot]) -> None:
        for dot in dots:
            for room in self._visibility.watchers(dot.trail, rooms):
                if self._partition_of[room] not in self.late:
                    outbox.put_trail(dot.trail.case, dot.trail.fix.unit, dot.raw)

    def _visibility_changed(self, record: VisibilityRecord) -> None:
        """Newly granted: show the newest dots at once; ended: hold back those that still wait."""
        of_case = [dot for (case, _), dot in self._dots.items() if case == record.case]
        for outbox in self._listeners.get(record.recipient, ()):
            if not record.granted:
                outbox.forget_case(record.case)
            self._show_dots(outbox, tuple(self._rooms_of(outbox)), of_case)

    def _rooms_of(self, outbox: Outbox) -> list[str]:
        return [room for room, outboxes in self._listeners.items() if outbox in outboxes]
