"""A crossing: where, when and between which two fixes a unit went from one territory into another.

A crossing belongs to the way between two fixes, not to a fix: a car that clips a corner of the neighbour between two
reports has been there. Place and instant are read off the way, as if it had been driven evenly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np

from geo.fix import Fix
from geo.stretch import Stretch, stretches
from geo.territory import Territory, TerritoryIndex

__all__ = ["Crossing", "Status", "crossings_over", "find_crossings", "net_crossing_over"]

Status = Literal["possible", "confirmed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Crossing:
    """One change of territory.

    Attributes:
        unit: who crossed.
        boot: the boot of the later fix.
        number: the number of the later fix.
        place_in_segment: 0 for the first crossing between the two fixes, 1 for the next, ...
        left: states whose ground the unit left; empty where it entered shared ground or came from outside.
        entered: states whose ground it entered; empty where it left shared ground or went outside.
        at: when, interpolated; between `not_before` and `not_after`.
        not_before: instant of the earlier fix; once confirmed, of the last place surely on this side.
        not_after: instant of the later fix; once confirmed, of the first place surely on the other.
        lat: where, degrees.
        lon: where, degrees.
        status: possible at once, later confirmed or withdrawn.
        confirmed_at: observation time of the fix that settled it; None while it is only possible.
        guess: there was a gap between the two fixes: `at`, `lat` and `lon` are no more than a guess.
        start_unsure: the unit was first seen so near a border that the side it began on is not sure: it may have been
            on this one all along.
        late: shown by a fix that came late: the unit was there unseen, and is no more.
    """

    unit: str
    boot: str
    number: int
    place_in_segment: int
    left: Territory
    entered: Territory
    at: datetime
    not_before: datetime
    not_after: datetime
    lat: float
    lon: float
    status: Status
    confirmed_at: datetime | None
    guess: bool
    late: bool = False
    start_unsure: bool = False

    @property
    def id(self) -> str:
        """Made from the input alone, so that a repeat carries the same one."""
        return f"{self.unit}|{self.boot}|{self.number}|crossing|{self.place_in_segment}"


def find_crossings(
    before: Fix, after: Fix, index: TerritoryIndex, *, guess: bool = False, territory: Territory | None = None
) -> tuple[Crossing, ...]:
    """Every crossing between two fixes of a unit, in order.

    Touching a border, stopping on it and following it are no crossings; leaving it on the other side is one, at the
    place and instant it is left.

    Args:
        before: the earlier fix.
        after: the later fix.
        index: the borders.
        guess: the way between the two is not known (a gap): tells the change from first to last territory only.
        territory: what the unit held at `before`; needed where that fix lies exactly on a border, so that a crossing is
            told once by the two ways that meet there. Without it the unit holds the ground it first goes over.
    """
    found = stretches(np.array([[before.lat, before.lon, after.lat, after.lon]]), index).of(0)
    if not found:
        return ()
    held = index.territories[found[0][1]] if territory is None else territory
    tell = net_crossing_over if guess else crossings_over
    return tell(before, after, held, found, index)


def crossings_over(
    before: Fix, after: Fix, held: Territory, found: Sequence[Stretch], index: TerritoryIndex
) -> tuple[Crossing, ...]:
    """The crossings of a unit that holds a territory and goes over these stretches."""
    crossings: list[Crossing] = []
    for begin, number in found:
        territory = index.territories[number]
        if territory != held:
            change = (held, territory)
            crossings.append(_crossing(before, after, begin, change, place_in_segment=len(crossings), guess=False))
            held = territory
    return tuple(crossings)


def net_crossing_over(
    before: Fix, after: Fix, held: Territory, found: Sequence[Stretch], index: TerritoryIndex
) -> tuple[Crossing, ...]:
    """The one change from the territory held to that of the last stretch, as a guess; none where they are equal.

    What a straight line leads over in between says little about a unit that was not seen.
    """
    if not found:
        return ()
    begin, number = found[-1]
    change = (held, index.territories[number])
    return () if change[0] == change[1] else (_crossing(before, after, begin, change, place_in_segment=0, guess=True),)


def _crossing(
    before: Fix, after: Fix, fraction: float, change: tuple[Territory, Territory], *, place_in_segment: int, guess: bool
) -> Crossing:
    old, new = change
    return Crossing(
        unit=after.unit,
        boot=after.boot,
        number=after.number,
        place_in_segment=place_in_segment,
        left=old - new,
        entered=new - old,
        at=before.observed_at + (after.observed_at - before.observed_at) * fraction,
        not_before=before.observed_at,
        not_after=after.observed_at,
        lat=before.lat + fraction * (after.lat - before.lat),
        lon=_longitude_between(before.lon, after.lon, fraction),
        status="confirmed",
        confirmed_at=after.observed_at,
        guess=guess,
    )


def _longitude_between(lon: float, to_lon: float, fraction: float) -> float:
    """The short way round, also over the antimeridian."""
    step = (to_lon - lon + 180.0) % 360.0 - 180.0
    between = lon + fraction * (step if abs(to_lon - lon) > 180.0 else to_lon - lon)
    return between - 360.0 if between > 180.0 else between + 360.0 if between < -180.0 else between
