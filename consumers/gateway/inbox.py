"""What one inbox partition holds, newest record per key, and what a console that was away has missed.

A console's place is a Kafka place. What it missed are the newest records beyond it: revisions that were overtaken
meanwhile are not repeated, for the console would replace them at once. Where Kafka may have forgotten something since,
the answer is a fresh snapshot with the reason, never a silent hole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec import Raw

from streams.console import ConsolePlace, InboxItem, Snapshot
from streams.topics import INBOX

__all__ = ["COMPACTION_LAG", "InboxPartition", "Stored"]

COMPACTION_LAG = timedelta(milliseconds=int(INBOX.config["min.compaction.lag.ms"]))
"""Kafka keeps every record at least this long; beyond it a key that was removed may be gone without a trace."""

_REMOVED = b"null"


@dataclass(frozen=True, slots=True)
class Stored:
    """One inbox record as it stands in Kafka.

    Attributes:
        key: its Kafka key.
        offset: its place in the partition.
        at: broker time (UTC).
        recipient: the room or unit it is for.
        rank: revision or event number; None where the key is written once.
        value: its JSON; `null` where the key was removed.
    """

    key: str
    offset: int
    at: datetime
    recipient: str
    rank: int | None
    value: bytes


class InboxPartition:
    """One partition of the inbox as read so far; changed only by what is taken, removed or forgotten.

    Not a frozen dataclass: it holds up to 30 days of records, and a copy for each would cost more than the reading.
    """

    def __init__(self, topic_id: str, partition: int, *, log_start: int = 0) -> None:
        self.topic_id = topic_id
        self.partition = partition
        self._log_start = log_start
        self._newest: dict[str, Stored] = {}
        self._last: tuple[int, datetime] | None = None

    @property
    def next_offset(self) -> int:
        """Where reading goes on."""
        return self._last[0] + 1 if self._last else self._log_start

    def take(self, stored: Stored) -> bool:
        """Note a record; True when it is news for its recipient.

        A record already read changes nothing, nor does one of a lower or equal rank than the key holds: a worker that
        lost its partition may still write an old revision at a higher offset.
        """
        if not self._reads(stored.offset, stored.at):
            return False
        held = self._newest.get(stored.key)
        if held is not None and held.rank is not None and stored.rank is not None and stored.rank <= held.rank:
            return False
        self._newest[stored.key] = stored
        return True

    def remove(self, key: str, offset: int, at: datetime) -> Stored | None:
        """Note that a key was removed; the record that says so to its recipient, None where nobody knew the key.

        What was removed does not come back by an old revision that is written late: its rank is still known.
        """
        held = self._newest.get(key)
        if not self._reads(offset, at) or held is None:
            return None
        gone = Stored(key=key, offset=offset, at=at, recipient=held.recipient, rank=held.rank, value=_REMOVED)
        self._newest[key] = gone
        return gone

    def pass_over(self, offset: int, at: datetime) -> None:
        """Note that a record was read that is of no use here, so that places move on."""
        self._reads(offset, at)

    def log_starts_at(self, offset: int) -> None:
        """Kafka forgot everything before this offset; so does this partition."""
        if offset > self._log_start:
            self._log_start = offset
            self._newest = {key: stored for key, stored in self._newest.items() if stored.offset >= offset}

    def forget_before(self, instant: datetime) -> None:
        """What is older than this has had its time; Kafka deletes it too."""
        if any(stored.at < instant for stored in self._newest.values()):
            self._newest = {key: stored for key, stored in self._newest.items() if stored.at >= instant}

    def item(self, stored: Stored) -> InboxItem:
        """The record as a console is given it, with the place after it."""
        place = self._place(stored.offset, stored.at)
        return InboxItem(room=stored.recipient, key=stored.key, place=place, record=Raw(stored.value))

    def since(self, room: str, place: ConsolePlace | None, now: datetime) -> Snapshot:
        """What the room's console missed beyond `place`; or everything it should hold, and why it could not resume."""
        reason = self.why_not(place, now)
        if reason or place is None:
            items = [s for s in self._of(room) if s.value != _REMOVED]
        else:
            items = [s for s in self._of(room) if s.offset > place.offset]
        here = self._place(*self._last) if self._last else None
        return Snapshot(
            room=room, recovered=not reason, reason=reason, place=here, items=tuple(self.item(s) for s in items)
        )

    def why_not(self, place: ConsolePlace | None, now: datetime) -> str:
        """Why a console at this place cannot simply be given what it missed; empty when it can."""
        if place is None:
            return "no place was given"
        last = self.next_offset - 1
        wrong = {
            f"the place is of another inbox (partition {place.partition} of {place.topic_id})": (
                (place.topic_id, place.partition) != (self.topic_id, self.partition)
            ),
            f"the place {place.offset} is beyond the end of the inbox ({last})": place.offset > last,
            f"the place {place.offset} is before the start of the inbox ({self._log_start})": (
                place.offset + 1 < self._log_start
            ),
            f"the place is of {place.at:%Y-%m-%d %H:%M}Z, older than {COMPACTION_LAG.days} days": (
                place.offset < last and now - place.at > COMPACTION_LAG
            ),
            f"another record stands at the place {place.offset} now": (
                self._last is not None and place.offset == last and place.at != self._last[1]
            ),
        }
        return next((reason for reason, holds in wrong.items() if holds), "")

    def _reads(self, offset: int, at: datetime) -> bool:
        """Move on to this offset; False when it was read before."""
        if offset < self.next_offset:
            return False
        self._last = (offset, at)
        return True

    def _of(self, room: str) -> Iterator[Stored]:
        """The room's records in the order in which they stand in Kafka."""
        yield from sorted((s for s in self._newest.values() if s.recipient == room), key=lambda s: s.offset)

    def _place(self, offset: int, at: datetime) -> ConsolePlace:
        return ConsolePlace(topic_id=self.topic_id, partition=self.partition, offset=offset, at=at)
