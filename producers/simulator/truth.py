"""The true crossings of a true course: where, when, how fast, how steep, and how deep into the next territory."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.stretch import CUT, Stretches, stretches
from geo.territory import Territory
from producers.simulator.course import EVERY_S, Course
from producers.simulator.ground import Ground
from producers.simulator.metres import to_metres

__all__ = ["DEEPEST_M", "TrueCrossing", "true_crossings"]

DEEPEST_M = 2_000.0
"""What is deeper is told as this."""

_CLOSELY = 300
"""Samples more than one a second that a visit's depth is looked for at."""

_AT_A_TIME = 25
"""Samples that are asked about together, whether a border is near."""


@dataclass(frozen=True, slots=True)
class TrueCrossing:
    """One true change of territory.

    Attributes:
        unit: who crossed.
        at_s: seconds from the start.
        lat: degrees.
        lon: degrees.
        left: states whose ground the unit left, as in `geo.crossing.Crossing`.
        entered: states whose ground it entered.
        speed_mps: how fast.
        angle_deg: to the border, as it runs over 200 m about there: 90 is square to it, 0 along it.
        depth_m: how far from any border the unit comes before it next crosses one, or the course ends; at most
            DEEPEST_M.
    """

    unit: str
    at_s: float
    lat: float
    lon: float
    left: Territory
    entered: Territory
    speed_mps: float
    angle_deg: float
    depth_m: float


@dataclass(frozen=True, slots=True)
class _Change:
    """A territory follows another at an instant."""

    at_s: float
    before: Territory
    after: Territory


def true_crossings(unit: str, course: Course, ground: Ground) -> tuple[TrueCrossing, ...]:
    """Every crossing of the course, in order, exact for the polyline through its samples."""
    changes = list(_changes(course, ground))
    ends_s = [change.at_s for change in changes[1:]] + [float(course.t_s[-1])]
    return tuple(_crossing(unit, change, end_s, course, ground) for change, end_s in zip(changes, ends_s, strict=False))


def _changes(course: Course, ground: Ground) -> Iterator[_Change]:
    """Territories carried along: a way that follows a border, or stands on it, changes none."""
    ways = course.ways
    looked_at = np.flatnonzero(_may_meet_a_border(course, ground))
    found = stretches(ways[looked_at], ground.index)
    for (_, before), (at, after) in pairwise(_over(found, looked_at)):
        if before != after:
            yield _Change(at * EVERY_S, ground.index.territories[before], ground.index.territories[after])


def _may_meet_a_border(course: Course, ground: Ground) -> NDArray[np.bool_]:
    """The ways that a border is near enough to, the first that leads anywhere, and none without length."""
    moves_m = course.moves_m
    starts = np.arange(0, len(moves_m), _AT_A_TIME)
    reach_m = 1.0 + 1.1 * np.add.reduceat(moves_m, starts)
    near = ground.distance_m(course.places_m(_AT_A_TIME)[: len(starts)], DEEPEST_M) <= reach_m
    wanted = np.repeat(near, _AT_A_TIME)[: len(moves_m)] & (moves_m > 0.0)
    wanted[:1] |= moves_m[:1] > 0.0
    return wanted


def _over(found: Stretches, ways: NDArray[np.int64]) -> Iterator[tuple[float, int]]:
    """Territories in order, and where they begin, in samples; only where a border is near does one look closer."""
    near = found.only == CUT
    for number in np.flatnonzero(near | np.concatenate(([True], near[:-1]))).tolist() if len(near) else ():
        yield from ((int(ways[number]) + begin, territory) for begin, territory in found.of(number))


def _crossing(unit: str, change: _Change, end_s: float, course: Course, ground: Ground) -> TrueCrossing:
    at_s = np.array([change.at_s])
    lat, lon = course.at(at_s)
    speed_mps, _ = course.velocity_at(at_s)
    return TrueCrossing(
        unit=unit,
        at_s=change.at_s,
        lat=float(lat[0]),
        lon=float(lon[0]),
        left=change.before - change.after,
        entered=change.after - change.before,
        speed_mps=float(speed_mps[0]),
        angle_deg=_angle_deg(change.at_s, course, ground),
        depth_m=_depth_m(change.at_s, end_s, course, ground),
    )


def _angle_deg(at_s: float, course: Course, ground: Ground) -> float:
    """Between the way and the border, 0 to 90."""
    way = min(int(at_s / EVERY_S), len(course.t_s) - 2)
    step = np.diff(to_metres(course.lat[way : way + 2], course.lon[way : way + 2]), axis=0)[0]
    border_rad = ground.bearing_rad(ground.nearest(to_metres(*course.at(np.array([at_s])))))
    between = np.arctan2(step[0], step[1]) - border_rad
    return float(np.degrees(np.arcsin(min(abs(np.sin(between)), 1.0))))


def _depth_m(begin_s: float, end_s: float, course: Course, ground: Ground) -> float:
    """Looked for five times a second on a short visit, once a second on a long one, and thrice on the shortest."""
    lasting_s = end_s - begin_s
    t_s = np.linspace(begin_s, end_s, 5 + int(min(lasting_s / EVERY_S, lasting_s + _CLOSELY)))
    return float(ground.distance_m(to_metres(*course.at(t_s)), DEEPEST_M).max())
