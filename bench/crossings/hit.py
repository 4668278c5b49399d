"""A deep crossing that was told: how late, and how far off."""

from dataclasses import dataclass

import numpy as np

from bench.crossings.told import Told
from bench.crossings.truth import Change
from bench.crossings.watched import Watched
from geo.geodesy import distance_m
from geo.territory import Territory
from producers.simulator.ground import Ground
from producers.simulator.metres import Floats, to_metres

__all__ = ["Hit", "hit"]


@dataclass(frozen=True, slots=True)
class Hit:
    """How well a deep crossing was told; definitions in `bench.crossings`.

    Attributes:
        pace: motorway, road or foot.
        angle_deg: between way and border.
        is_plain: from a deep visit straight into another.
        possible_after_truth_s: from the first fix behind the true crossing to the one that told it.
        possible_after_fix_s: the same from the first fix reported beyond; None where none was.
        confirmed_after_s: from the true crossing to its confirmation.
        beyond_m: how deep the unit truly was then; below zero where it was not there.
        instant_s: how far off the instant told is.
        place_m: how far off the place told is.
    """

    pace: str
    angle_deg: float
    is_plain: bool
    possible_after_truth_s: float
    possible_after_fix_s: float | None
    confirmed_after_s: float
    beyond_m: float
    instant_s: float
    place_m: float


def hit(change: Change, told: Told, seen: Watched, ground: Ground) -> Hit:
    """Measure one."""
    settled_s = told.first_s if told.settled_s is None else told.settled_s
    reported_s = _first_reported_beyond(change, seen, ground)
    true = change.crossing
    return Hit(
        pace=seen.unit.pace,
        angle_deg=true.angle_deg,
        is_plain=change.is_plain,
        possible_after_truth_s=told.first_s - _first_from(seen.fixes.t_s, change.at_s),
        possible_after_fix_s=None if reported_s is None else told.first_s - reported_s,
        confirmed_after_s=settled_s - change.at_s,
        beyond_m=_beyond_m(change, settled_s, seen, ground),
        instant_s=abs(told.at_s - change.at_s),
        place_m=distance_m(told.lat, told.lon, true.lat, true.lon),
    )


def _first_from(t_s: Floats, at_s: float) -> float:
    """The first fix from then on; then itself where there is none."""
    later = t_s[t_s >= at_s]
    return float(later[0]) if len(later) else at_s


def _first_reported_beyond(change: Change, seen: Watched, ground: Ground) -> float | None:
    begin_s = max(change.since_s, change.at_s - seen.within_s)
    fixes = seen.fixes.about(change.at_s, seen.within_s)
    territories = (ground.index.territories[number] for number in ground.index.locate(fixes.lat, fixes.lon))
    at = zip(fixes.t_s.tolist(), territories, strict=True)
    return next((t_s for t_s, territory in at if t_s >= begin_s and _is_beyond(change, territory)), None)


def _is_beyond(change: Change, territory: Territory) -> bool:
    return change.entered <= territory if change.entered else change.left.isdisjoint(territory)


def _beyond_m(change: Change, at_s: float, seen: Watched, ground: Ground) -> float:
    lat, lon = seen.unit.course.at(np.array([at_s]))
    deep_m = float(ground.distance_m(to_metres(lat, lon))[0])
    territory = ground.index.territories[int(ground.index.locate(lat, lon)[0])]
    return deep_m if _is_beyond(change, territory) else -deep_m
