"""A car that truly drives, a fix a second, over the real border layer: what TRACK makes of it the pursuit hears."""

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import count, pairwise
from typing import Any

from geo.geodesy import bearing_deg, destination, distance_m
from geo.territory import TerritoryIndex
from streams.records import Fix, Membership, Report, SourcePlace, UnitApproaching, UnitCrossed, decode
from streams.topics import REPORTS
from streams.tracking.state import TrackedUnit
from streams.tracking.step import Input, step_chunk
from streams.tracking.step import World as Ground
from tests.borders.built import built_layer

__all__ = ["Track", "fixes", "in_words"]

_SECOND = timedelta(seconds=1)


@cache
def _ground() -> Ground:
    return Ground(index=TerritoryIndex.build(built_layer().areas), layer="real")


class Track:
    """One partition of `positions`: what it was given, and the units it knows."""

    def __init__(self) -> None:
        self.units: dict[str, TrackedUnit] = {}
        self._offsets = count()

    def take(self, record: Fix | Membership, at: datetime) -> list[Any]:
        """The reports that TRACK makes of a record that the broker took at this instant."""
        place = SourcePlace(topic_id="positions", partition=0, offset=next(self._offsets))
        stepped = step_chunk(self.units, [Input(record, place, at)], _ground())
        self.units |= stepped.changed
        return [decode(out.value.encode(), Report) for out in stepped.outputs if out.topic == REPORTS.name]


def fixes(unit: str, room: str, way: Sequence[tuple[float, float]], speed_mps: float, start: datetime) -> Iterator[Fix]:
    """The fixes of a unit that drives straight from place to place, one a second, as an exact receiver tells them."""
    for second, (lat, lon, course_deg) in enumerate(_places(way, speed_mps)):
        at = start + second * _SECOND
        yield Fix(
            unit=unit, boot=f"{start:%H%M%S}", n=second, counted=True, observed_at=at, device_at=at, clock_offset_s=0.0,
            received_at=at + _SECOND / 5, lat=lat, lon=lon, accuracy_m=5.0, speed_mps=speed_mps, course_deg=course_deg,
            door="websocket", room=room, service="police", mode="exercise",
        )  # fmt: skip


def _places(way: Sequence[tuple[float, float]], speed_mps: float) -> Iterator[tuple[float, float, float]]:
    """Where the unit is each second, and where it heads."""
    for (lat, lon), (to_lat, to_lon) in pairwise(way):
        course_deg = bearing_deg(lat, lon, to_lat, to_lon)
        for step in range(math.ceil(distance_m(lat, lon, to_lat, to_lon) / speed_mps)):
            yield (*destination(lat, lon, course_deg, step * speed_mps), course_deg)


def in_words(report: Any) -> str:
    """What TRACK reported, as the table has it."""
    match report:
        case UnitCrossed():
            over = report.crossing
            left, entered = (" and ".join(states) or "nowhere" for states in (over.left, over.entered))
            return f"{report.unit}: {left} > {entered}, {over.status}"
        case UnitApproaching():
            coming = report.approach
            return f"{report.unit}: nears {' and '.join(coming.entered)}, {coming.outcome}"
    return f"{report.unit}: {str(report.__struct_config__.tag).removeprefix('unit_')}"
