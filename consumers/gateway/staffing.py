"""Tells each console whether anyone is there: at the desks of its own rooms, and of those in its pursuits.

Of another room it says how many, never who. It reads no clock and no socket.
"""

from datetime import datetime, timedelta

from consumers.gateway.desks import GONE_AFTER, Desks
from consumers.gateway.neighbours import Neighbours
from consumers.gateway.outbox import Outbox
from consumers.gateway.own_desks import RENEWED_EVERY_S, OwnDesks
from streams.console import DeskInfo, DesksMessage, RoomDesks
from streams.records import DeskPresence, encode

__all__ = ["Staffing"]

_MOST_NAMED = 50
"""Of a room with more desks than any real one has, the rest is only counted: each is told to every console there."""


class Staffing:
    """What is known of all desks and who is to be told; changed only by its methods.

    Args:
        gone_after: how long a desk is there without being spoken of again.
        renewed_every_s: how often this gateway speaks of its own.
    """

    def __init__(self, gone_after: timedelta = GONE_AFTER, renewed_every_s: float = RENEWED_EVERY_S) -> None:
        self.own = OwnDesks(renewed_every_s)
        self.neighbours = Neighbours()
        self._desks = Desks(gone_after)
        self._told: dict[Outbox, tuple[tuple[str, ...], bytes]] = {}
        self._told_changes = (0, 0)
        self._broker_ahead = timedelta(0)

    def heard(self, presence: DeskPresence, stamped: datetime) -> None:
        """What stands in Kafka of a desk, stamped by the broker.

        What we said ourselves tells besides how far the broker's clock is ahead of ours.
        """
        if self.own.is_ours(presence):
            self._broker_ahead = stamped - presence.at
        self.own.heard(presence)
        self._desks.told(presence, stamped)

    def show(self, outbox: Outbox, room: str) -> None:
        """Tell this console from now on, as one of this room."""
        rooms, last = self._told.get(outbox, ((), b""))
        self._told[outbox] = ((*rooms, room), last)
        self._told_changes = (-1, -1)

    def leave(self, outbox: Outbox) -> None:
        """A console is gone."""
        self._told.pop(outbox, None)

    def tell(self, now: datetime) -> None:
        """Put before each console what changed for it since it was last told; `now` by this gateway's clock."""
        self._desks.forget_unrenewed(now + self._broker_ahead)
        changes = (self._desks.changes, self.neighbours.changes)
        if changes == self._told_changes:
            return
        self._told_changes = changes
        messages: dict[tuple[str, ...], bytes] = {}
        for outbox, (rooms, last) in self._told.items():
            if rooms not in messages:
                messages[rooms] = encode(self._message(rooms))
            if messages[rooms] != last:
                outbox.put_desks(messages[rooms])
                self._told[outbox] = (rooms, messages[rooms])

    def _message(self, own: tuple[str, ...]) -> DesksMessage:
        others = frozenset[str]().union(*(self.neighbours.of(room) for room in own)) - set(own)
        return DesksMessage(
            rooms=(
                *(self._room(room, own=True) for room in own),
                *(self._room(room, own=False) for room in sorted(others)),
            )
        )

    def _room(self, room: str, *, own: bool) -> RoomDesks:
        desks = self._desks.of(room)
        return RoomDesks(
            room=room,
            signed_in=len(desks),
            page_visible=sum(desk.page_visible for desk in desks),
            sound_armed=sum(desk.sound_armed for desk in desks),
            own=own,
            desks=tuple(_named(desk) for desk in desks[:_MOST_NAMED]) if own else (),
        )


def _named(desk: DeskPresence) -> DeskInfo:
    return DeskInfo(
        name=desk.account,
        desk=desk.desk,
        page_visible=desk.page_visible,
        sound_armed=desk.sound_armed,
        since=desk.since,
    )
