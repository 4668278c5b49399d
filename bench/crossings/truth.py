"""What a made-up unit truly did: its visits to the states, one after the other, and its deep crossings.

Definitions: `bench.crossings`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.territory import Territory
from producers.simulator.fleet import SimulatedUnit
from producers.simulator.ground import Ground
from producers.simulator.truth import TrueCrossing

__all__ = ["DEEP_M", "Change", "Visit", "all_changes", "deep_changes", "ever_in", "ever_out_of", "visited", "visits_of"]

DEEP_M = 50.0
"""A visit that comes no deeper than this may go untold."""

_ONCE_A_SECOND = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """A time on the ground of a territory.

    Attributes:
        territory: whose ground.
        begin_s: since when, seconds from the start of the course; minus infinity of the first.
        depth_m: how far from any border it comes.
        came_by: the true crossing that it began with; None of the first.
    """

    territory: Territory
    begin_s: float
    depth_m: float
    came_by: TrueCrossing | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of territory that ought to be told.

    Attributes:
        left: the states left.
        entered: the states entered.
        since_s: when the visit before it began, seconds from the start.
        crossing: where and when it truly happened.
        is_plain: the visit before it was deep, and none was taken out in between.
    """

    left: Territory
    entered: Territory
    since_s: float
    crossing: TrueCrossing
    is_plain: bool

    @property
    def at_s(self) -> float:
        """When, seconds from the start."""
        return self.crossing.at_s


def visits_of(unit: SimulatedUnit, ground: Ground) -> tuple[Visit, ...]:
    """The visits of a unit, from where it starts."""
    course = unit.course
    first = ground.index.territory_at(float(course.lat[0]), float(course.lon[0]))
    in_it = course.t_s[::_ONCE_A_SECOND] <= (unit.crossings[0].at_s if unit.crossings else math.inf)
    depth_m = float(ground.distance_m(course.places_m(_ONCE_A_SECOND)[in_it]).max())
    return visited(first, depth_m, unit.crossings)


def visited(first: Territory, depth_m: float, crossings: Sequence[TrueCrossing]) -> tuple[Visit, ...]:
    """The visits of a unit that starts in this territory, and comes so deep into it."""
    visits = [Visit(first, -math.inf, depth_m, None)]
    for crossing in crossings:
        territory = visits[-1].territory - crossing.left | crossing.entered
        visits.append(Visit(territory, crossing.at_s, crossing.depth_m, crossing))
    return tuple(visits)


def all_changes(visits: Sequence[Visit]) -> tuple[Change, ...]:
    """The change between each two neighbouring visits, however shallow."""
    return _changes(list(enumerate(visits)))


def deep_changes(visits: Sequence[Visit]) -> tuple[Change, ...]:
    """The same between deep visits alone; the first counts as deep."""
    kept: list[tuple[int, Visit]] = []
    for number, visit in enumerate(visits):
        if not number or (visit.depth_m > DEEP_M and kept[-1][1].territory != visit.territory):
            kept.append((number, visit))
    return _changes(kept)


def ever_in(visits: Sequence[Visit], states: Territory, begin_s: float, end_s: float) -> bool:
    """Whether a unit was in each of these states at some time between the two instants."""
    there = _between(visits, begin_s, end_s)
    return all(any(state in territory for territory in there) for state in states)


def ever_out_of(visits: Sequence[Visit], states: Territory, begin_s: float, end_s: float) -> bool:
    """Whether a unit was out of each of these states at some time between the two instants."""
    there = _between(visits, begin_s, end_s)
    return all(any(state not in territory for territory in there) for state in states)


def _changes(visits: Sequence[tuple[int, Visit]]) -> tuple[Change, ...]:
    return tuple(
        Change(
            left=before.territory - after.territory,
            entered=after.territory - before.territory,
            since_s=before.begin_s,
            crossing=after.came_by,
            is_plain=before.depth_m > DEEP_M and following == number + 1,
        )
        for (number, before), (following, after) in pairwise(visits)
        if after.came_by is not None
    )


def _between(visits: Sequence[Visit], begin_s: float, end_s: float) -> list[Territory]:
    ends_s = [visit.begin_s for visit in visits[1:]] + [math.inf]
    return [
        visit.territory
        for visit, until_s in zip(visits, ends_s, strict=True)
        if visit.begin_s <= end_s and until_s >= begin_s
    ]
