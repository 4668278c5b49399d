"""What a console holds of its rooms' inboxes, and where it stands in them, through any number of lost connections.

Pure: messages of the gateway go in, what is new comes out. Records are keyed by (key, revision): a lower revision than
one already held is ignored, so that repeats and late writers change nothing.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from consumers.inbox_record import rank_of
from streams.console import ConsolePlace, InboxItem, Snapshot
from streams.records import InboxRecord, RecordError, decode

__all__ = ["ConsoleState", "Fresh", "Received", "Removed", "Resumed", "StateEvent"]

logger = logging.getLogger(__name__)

How = Literal["live", "resumed", "snapshot"]


@dataclass(frozen=True, slots=True)
class Received:
    """A record that is new here.

    Attributes:
        room: whose inbox.
        key: its key there.
        record: what it says.
        written_at: broker time.
        how: as it happened; after a lost connection; or as part of a fresh snapshot.
    """

    room: str
    key: str
    record: InboxRecord
    written_at: datetime
    how: How


@dataclass(frozen=True, slots=True)
class Removed:
    """A record is no longer in the inbox; `record` is what was held."""

    room: str
    key: str
    record: InboxRecord


@dataclass(frozen=True, slots=True)
class Resumed:
    """What was missed has been given: this many records."""

    room: str
    count: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """A snapshot of all there is; `lost` when this console had a place and could not be given what it missed."""

    room: str
    count: int
    lost: bool
    reason: str


StateEvent = Received | Removed | Resumed | Fresh


class ConsoleState:
    """The inboxes as this console has them; changed only by `take`.

    Args:
        places: where it stood, when it resumes from a file.
    """

    def __init__(self, places: dict[str, ConsolePlace] | None = None) -> None:
        self.places: dict[str, ConsolePlace] = dict(places or {})
        self.held: dict[str, dict[str, InboxRecord]] = {}

    def take(self, message: Snapshot | InboxItem) -> list[StateEvent]:
        """What is new by this message."""
        if isinstance(message, InboxItem):
            events = self._item(message, "live")
            self.places[message.room] = message.place
            return events
        had_place = message.room in self.places
        events = self._resumed(message) if message.recovered else self._fresh(message, had_place=had_place)
        if message.place is None:
            self.places.pop(message.room, None)
        else:
            self.places[message.room] = message.place
        return events

    def _resumed(self, snapshot: Snapshot) -> list[StateEvent]:
        told: list[StateEvent] = [Resumed(snapshot.room, len(snapshot.items))]
        return told + [event for item in snapshot.items for event in self._item(item, "resumed")]

    def _fresh(self, snapshot: Snapshot, *, had_place: bool) -> list[StateEvent]:
        told: list[StateEvent] = [Fresh(snapshot.room, len(snapshot.items), had_place, snapshot.reason)]
        held = self.held.setdefault(snapshot.room, {})
        gone = held.keys() - {item.key for item in snapshot.items}
        told += [Removed(snapshot.room, key, held.pop(key)) for key in sorted(gone)]
        return told + [event for item in snapshot.items for event in self._item(item, "snapshot")]

    def _item(self, item: InboxItem, how: How) -> list[StateEvent]:
        held = self.held.setdefault(item.room, {})
        known = held.get(item.key)
        if bytes(item.record) == b"null":
            return [Removed(item.room, item.key, held.pop(item.key))] if known is not None else []
        try:
            record: InboxRecord = decode(bytes(item.record), InboxRecord)
        except RecordError as error:
            logger.error("%s: a record this console cannot read: %s", item.key, error)
            return []
        if known is not None and not _newer(record, known):
            return []
        held[item.key] = record
        return [Received(item.room, item.key, record, item.place.at, how)]


def _newer(record: InboxRecord, held: InboxRecord) -> bool:
    rank, held_rank = rank_of(record), rank_of(held)
    return record != held if rank is None or held_rank is None else rank > held_rank
