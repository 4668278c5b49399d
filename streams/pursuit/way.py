"""Where a unit is by the crossings that were told of it, also when one of them is later told otherwise.

A possible crossing may yet be withdrawn, after others were told. So the territory is always made anew: from the last
ground that nothing can change any more, through every crossing since. A withdrawn one is passed over.
"""

from functools import reduce
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from streams.records import Crossing, States, Stay

__all__ = ["Told", "Way", "after_crossing", "after_settling", "after_sighting", "is_unsettled", "territory_of"]

_FOLLOWED = 20
"""Crossings that are followed of one unit; of more, the oldest stands as it was told."""


class Told(Struct, frozen=True, kw_only=True):
    """What a crossing says of the unit's territory, as it was last told."""

    id: str
    left: States
    entered: States
    status: Literal["possible", "confirmed", "withdrawn"]


class Way(Struct, frozen=True, kw_only=True):
    """A unit's territory before its oldest unsettled crossing, and its crossings from that one on, as told in order.

    `stays` are those that it had in other states before; see `streams.pursuit.stays.first_stays`.
    """

    base: States = ()
    told: tuple[Told, ...] = ()
    stays: tuple[Stay, ...] = ()


def territory_of(way: Way) -> States:
    """Where the unit is: base - left + entered, crossing by crossing."""
    return reduce(_over, way.told, way.base)


def is_unsettled(way: Way, crossing: str) -> bool:
    """Whether the crossing with this id was told as possible and nothing has been told of it since."""
    return any(told.id == crossing and told.status == "possible" for told in way.told)


def after_crossing(way: Way, crossing: Crossing) -> Way:
    """The way with a crossing that is told for the first time."""
    return _shortened(replace(way, told=(*way.told, _told(crossing))))


def after_settling(way: Way, crossing: Crossing) -> Way:
    """The way with one of its crossings told anew."""
    told = (_told(crossing) if told.id == crossing.id else told for told in way.told)
    return _shortened(replace(way, told=tuple(told)))


def after_sighting(way: Way, territory: States) -> Way:
    """The way of a unit that is known to be in this territory, whatever was told.

    What is unsettled stays so: withdrawn, it still takes the unit back. Where the sighting knows nothing of an
    unsettled crossing, that crossing counts no more, until it is confirmed.
    """
    if territory_of(way) == territory:
        return way
    unsettled = tuple(told for told in way.told if told.status == "possible")
    taken_back = Way(base=reduce(_back_over, reversed(unsettled), territory), told=unsettled)
    if territory_of(taken_back) == territory:
        return taken_back
    return Way(base=territory, told=tuple(replace(told, left=(), entered=()) for told in unsettled))


def _told(crossing: Crossing) -> Told:
    """A late crossing is one half of a visit that is over: it says nothing of where the unit is."""
    left, entered = ((), ()) if crossing.late else (crossing.left, crossing.entered)
    return Told(id=crossing.id, left=left, entered=entered, status=crossing.status)


def _over(territory: States, told: Told) -> States:
    if told.status == "withdrawn":
        return territory
    return tuple(sorted((set(territory) - set(told.left)) | set(told.entered)))


def _back_over(territory: States, told: Told) -> States:
    return tuple(sorted((set(territory) - set(told.entered)) | set(told.left)))


def _shortened(way: Way) -> Way:
    """What is settled, and comes before everything that is not, becomes the base."""
    base, told = way.base, way.told
    while told and (told[0].status != "possible" or len(told) > _FOLLOWED):
        base, told = _over(base, told[0]), told[1:]
    return Way(base=base, told=told)
