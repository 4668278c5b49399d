"""What went wrong at one place: the true course, the fixes and all that was told about that time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from bench.crossings.told import Told
from bench.crossings.verdict import Verdict
from bench.crossings.watched import Fixes, Watched
from geo.territory import Territory
from producers.simulator.metres import Floats

__all__ = ["Scene", "scenes_of"]

_AROUND_S = {"motorway": 25.0, "road": 45.0, "foot": 180.0}
_SCENES_A_UNIT = 3


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One thing that went wrong; instants are seconds from the start, places degrees.

    Attributes:
        fault: missed, invented, doubled or unfounded.
        where: sky, world, seed, unit and pace, to find it again.
        what: states left > states entered.
        at_s: when it was, truly or as told.
        place: where that was, (lat, lon).
        true_lat: where it truly was about then.
        true_lon: the same.
        fixes: what was reported about then.
        told: the crossings told about then.
    """

    fault: str
    where: str
    what: str
    at_s: float
    place: tuple[float, float]
    true_lat: Floats
    true_lon: Floats
    fixes: Fixes
    told: tuple[Told, ...]


def scenes_of(seen: Watched, verdict: Verdict, where: str) -> Iterator[Scene]:
    """What went wrong with a unit, at most so many of each fault."""
    for change in verdict.missed[:_SCENES_A_UNIT]:
        true = change.crossing
        yield _scene(seen, _Wrong("missed", _what(change.left, change.entered), true.at_s, true.lat, true.lon), where)
    for fault in ("invented", "doubled", "unfounded"):
        wrong: tuple[Told, ...] = getattr(verdict, fault)
        for one in wrong[:_SCENES_A_UNIT]:
            yield _scene(seen, _Wrong(fault, _what(one.left, one.entered), one.at_s, one.lat, one.lon), where)


class _Wrong(NamedTuple):
    """What went wrong, when and where."""

    fault: str
    what: str
    at_s: float
    lat: float
    lon: float


def _what(left: Territory, entered: Territory) -> str:
    return f"{'+'.join(sorted(left)) or '-'} > {'+'.join(sorted(entered)) or '-'}"


def _scene(seen: Watched, wrong: _Wrong, where: str) -> Scene:
    around_s, course = _AROUND_S[seen.unit.pace], seen.unit.course
    true = np.abs(course.t_s - wrong.at_s) <= around_s
    return Scene(
        fault=wrong.fault,
        where=f"{where} {seen.unit.unit} {seen.unit.pace}",
        what=wrong.what,
        at_s=wrong.at_s,
        place=(wrong.lat, wrong.lon),
        true_lat=course.lat[true],
        true_lon=course.lon[true],
        fixes=seen.fixes.about(wrong.at_s, around_s),
        told=tuple(one for one in seen.told if abs(one.at_s - wrong.at_s) <= around_s),
    )
