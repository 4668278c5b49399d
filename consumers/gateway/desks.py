"""Who is signed in at the desks of every room, as all gateways say it; of whom nobody speaks any more is gone.

Instants are the broker's, which stamped what the gateways said: whose clock is wrong loses no desk and keeps none.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from streams.records import DeskPresence

__all__ = ["GONE_AFTER", "Desks"]

GONE_AFTER = timedelta(seconds=45)
"""A gateway says it again every 15 s: two words of it may be lost."""


class Desks:
    """The desks of all rooms; changed only by `told` and `forget_unrenewed`.

    Args:
        gone_after: how long a desk is there without being spoken of again.
    """

    def __init__(self, gone_after: timedelta = GONE_AFTER) -> None:
        self._gone_after = gone_after
        self._rooms: dict[str, dict[str, tuple[datetime, DeskPresence]]] = {}
        self.changes = 0
        """Grows whenever a room's desks are others than before; saying the same again is no change."""

    def told(self, presence: DeskPresence, stamped: datetime) -> None:
        """Note what a gateway says of a console, in Kafka's order; `stamped` is the broker's time."""
        room = self._rooms.setdefault(presence.room, {})
        known = room.get(presence.console)
        if presence.left:
            self._drop(presence.room, presence.console)
            return
        room[presence.console] = (stamped, presence)
        if known is None or not _the_same(known[1], presence):
            self.changes += 1

    def forget_unrenewed(self, now: datetime) -> None:
        """Drop every desk that no gateway has spoken of for `gone_after`; `now` is the broker's time."""
        before = now - self._gone_after
        for room, desks in list(self._rooms.items()):
            for console in [console for console, (stamped, _) in desks.items() if stamped < before]:
                self._drop(room, console)

    def of(self, room: str) -> tuple[DeskPresence, ...]:
        """The room's desks, the first that signed in first."""
        desks = [presence for _, presence in self._rooms.get(room, {}).values()]
        return tuple(sorted(desks, key=lambda presence: (presence.since, presence.console)))

    def _drop(self, room: str, console: str) -> None:
        if self._rooms[room].pop(console, None) is not None:
            self.changes += 1
        if not self._rooms[room]:
            del self._rooms[room]


def _the_same(known: DeskPresence, told: DeskPresence) -> bool:
    """Whether only the instant at which it was said differs."""
    return replace(known, at=told.at) == told
