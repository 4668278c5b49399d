"""The desks whose consoles are at this gateway, and what is to be said of them: each change, and all again and again.

Several connections may name the same console: the one that a lost line left behind and the one that came after it, or
two tabs of a browser. They are one desk, which is there until the last of them is gone.
"""

from collections.abc import Hashable, Iterable
from operator import attrgetter

from msgspec.structs import replace

from streams.records import DeskPresence

__all__ = ["RENEWED_EVERY_S", "OwnDesks"]

RENEWED_EVERY_S = 15.0

_Place = tuple[str, str]
"""Room and console."""


class OwnDesks:
    """What this gateway says of its consoles; seconds are of one monotonic clock.

    Args:
        renewed_every_s: how often it is said again.
    """

    def __init__(self, renewed_every_s: float = RENEWED_EVERY_S) -> None:
        self._renewed_every_s = renewed_every_s
        self._sitting: dict[_Place, dict[Hashable, DeskPresence]] = {}
        self._left: dict[_Place, DeskPresence] = {}
        self._to_say: set[_Place] = set()
        self._said_s: dict[_Place, float] = {}

    def sit(self, connection: Hashable, desks: Iterable[DeskPresence]) -> None:
        """This connection is at these desks, or still is and something about it changed."""
        for presence in desks:
            place = (presence.room, presence.console)
            self._sitting.setdefault(place, {})[connection] = presence
            self._left.pop(place, None)
            self._to_say.add(place)

    def leave(self, connection: Hashable) -> None:
        """This connection is gone: say so, unless another one is at the same desk."""
        for place, presence in self._stand_up(connection):
            if place not in self._sitting:
                self._left[place] = replace(presence, left=True)
            self._to_say.add(place)

    def move(self, connection: Hashable) -> None:
        """This connection ends and its console comes back elsewhere at once: nothing is said of it here any more."""
        for place, _ in self._stand_up(connection):
            if place in self._sitting:
                self._to_say.add(place)
            else:
                self._to_say.discard(place)

    def heard(self, presence: DeskPresence) -> None:
        """What Kafka holds of a desk of ours: where another gateway says it was left, say again that it is here.

        So it is when a console's line broke and it came to this gateway before the other one noticed.
        """
        if presence.left and (presence.room, presence.console) in self._sitting:
            self._to_say.add((presence.room, presence.console))

    def is_ours(self, presence: DeskPresence) -> bool:
        """Whether this gateway said it, of a console that is still here."""
        sitting = self._sitting.get((presence.room, presence.console), {})
        return any(ours.since == presence.since for ours in sitting.values())

    def to_say(self, now_s: float) -> list[DeskPresence]:
        """What is to be said now; it counts as said."""
        again = {place for place, said_s in self._said_s.items() if said_s + self._renewed_every_s <= now_s}
        places, self._to_say = sorted(self._to_say | again), set()
        said = [presence for place in places if (presence := self._of(place)) is not None]
        self._left.clear()
        self._said_s |= dict.fromkeys(places, now_s)
        self._said_s = {place: said_s for place, said_s in self._said_s.items() if place in self._sitting}
        return said

    def not_said(self, presence: DeskPresence) -> None:
        """It could not be written: say it next time. A leave is not said again, the desk is soon gone without it."""
        if (presence.room, presence.console) in self._sitting:
            self._to_say.add((presence.room, presence.console))

    def _stand_up(self, connection: Hashable) -> list[tuple[_Place, DeskPresence]]:
        stood_up = []
        for place in [place for place, sitting in self._sitting.items() if connection in sitting]:
            stood_up.append((place, self._sitting[place].pop(connection)))
            if not self._sitting[place]:
                del self._sitting[place]
        return stood_up

    def _of(self, place: _Place) -> DeskPresence | None:
        """All connections of the desk as one: a person notices what any of them shows or sounds."""
        sitting = list(self._sitting.get(place, {}).values())
        if not sitting:
            return self._left.get(place)
        return replace(
            max(sitting, key=attrgetter("since")),
            page_visible=any(each.page_visible for each in sitting),
            sound_armed=any(each.sound_armed for each in sitting),
        )
