"""Which other rooms are in a pursuit with one's own: those that lead it or were alerted, while it is open."""

from streams.records import PursuitRecord

__all__ = ["Neighbours"]


class Neighbours:
    """The rooms of each recipient's pursuits, from its inbox alone; changed only by `told` and `forget`."""

    def __init__(self) -> None:
        self._rooms: dict[str, dict[str, tuple[int, frozenset[str]]]] = {}
        self.changes = 0
        """Grows whenever a recipient's rooms may be others than before."""

    def told(self, record: PursuitRecord) -> None:
        """Note which rooms a pursuit has; one with an older event than is known changes nothing."""
        known = self._rooms.setdefault(record.recipient, {})
        event, before = known.get(record.case, (-1, frozenset[str]()))
        if record.event <= event:
            return
        known[record.case] = (record.event, _rooms_of(record))
        self.changes += known[record.case][1] != before

    def forget(self, recipient: str) -> None:
        """This recipient's inbox is no longer read: nothing is known of it."""
        if self._rooms.pop(recipient, None) is not None:
            self.changes += 1

    def of(self, recipient: str) -> frozenset[str]:
        """The rooms of the recipient's open pursuits."""
        return frozenset().union(*(rooms for _, rooms in self._rooms.get(recipient, {}).values()))


def _rooms_of(record: PursuitRecord) -> frozenset[str]:
    if record.phase != "open":
        return frozenset()
    return frozenset({record.leading_room, *(room.room for room in record.alerted)})
