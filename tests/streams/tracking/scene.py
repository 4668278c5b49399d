"""One partition of `positions` over a straight border at 6 degrees east: BE in the west, NL in the east."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from geo.settings import TrackerSettings
from geo.territory import TerritoryIndex
from streams.records import (
    Crossing,
    Due,
    Fix,
    FixesRefused,
    Membership,
    Output,
    Report,
    SourcePlace,
    Trail,
    UnitsPicture,
    decode,
)  # fmt: skip
from streams.topics import REPORTS, TRAILS, UNITS
from streams.tracking.state import TrackedUnit
from streams.tracking.step import Input, Stepped, World, step_chunk
from tests.streams.pursuit.scene import at
from tests.worlds import box, index_of

CAR, SECOND = "BE/CAR-1", "BE/CAR-2"
CASE, OTHER_CASE = "BE/2026-1", "BE/2026-2"
HOME = "BE/HOME"
ANY_SPEED = TrackerSettings(speed_factor=1e6, moved_every_m=1e9)
"""Cars of this scene drive kilometres in seconds, and nobody is told how far."""
WORLD = World(index=index_of("border_at_six"), layer="layer-1", settings=ANY_SPEED)
MOVED_WORLD = World(
    index=TerritoryIndex.build({"BE": box(50, 5, 51, 5.8), "NL": box(50, 5.8, 51, 7)}), layer="layer-2",
    settings=ANY_SPEED,
)  # fmt: skip
"""The border has moved west, to 5.8 degrees."""


def fix(lon: float, seconds: float, n: int | None = None, unit: str = CAR, boot: str = "boot", **fields: Any) -> Fix:
    """A fix at 50.5 north; its number is its second unless said otherwise."""
    plain: dict[str, Any] = {
        "counted": False, "device_at": at(seconds), "clock_offset_s": 0.0, "received_at": at(seconds + 0.2),
        "lat": 50.5, "door": "websocket", "room": HOME, "service": "police", "mode": "exercise",
    }  # fmt: skip
    number = round(seconds) if n is None else n
    return Fix(unit=unit, boot=boot, n=number, observed_at=at(seconds), lon=lon, **plain | fields)


def membership(
    event: int = 1, *, joined: bool = True, case: str = CASE, unit: str = CAR, audience: tuple[str, ...] = (HOME,)
) -> Membership:
    """The unit is in the pursuit, or no longer."""
    return Membership(
        unit=unit, case=case, joined=joined, event=event, opened_at=at(0), audience=audience, mode="exercise"
    )


def refused(unit: str = CAR) -> FixesRefused:
    """A door refused fixes of this unit."""
    return FixesRefused(
        unit=unit,
        id="refused-1",
        code="range",
        field="lat",
        expected="-90..90",
        got="91",
        count=1,
        at=at(9),
        door="osmand",
    )


def due(after_s: float = 60.2, unit: str = CAR) -> Due:
    """A deadline of TRACK's own: a minute after the broker took a fix of second 0, unless said otherwise."""
    return Due(id=f"{unit}:silence:{after_s}", key=unit, kind="silence", deadline=at(after_s))


def _taken_at(record: Any, offset: int) -> datetime:
    """The broker takes a fix when its door has, a due record when its deadline has come, and others every second."""
    if isinstance(record, Due):
        return record.deadline
    return record.received_at if isinstance(record, Fix) else at(offset)


class Partition:
    """The records of one partition, taken in chunk by chunk."""

    def __init__(self, world: World = WORLD, topic_id: str = "positions-id") -> None:
        self.world, self.topic_id = world, topic_id
        self.units: dict[str, TrackedUnit] = {}
        self.inputs: list[Input] = []

    def inputs_of(self, records: Sequence[Any]) -> list[Input]:
        """The records with the next places."""
        first = len(self.inputs)
        return [
            Input(
                record,
                SourcePlace(topic_id=self.topic_id, partition=2, offset=first + k),
                _taken_at(record, first + k),
            )
            for k, record in enumerate(records)
        ]

    def feed(self, *records: Any) -> Stepped:
        """One chunk."""
        chunk = self.inputs_of(records)
        self.inputs += chunk
        return self.give(chunk)

    def give(self, chunk: Sequence[Input]) -> Stepped:
        """A chunk with places of its own."""
        stepped = step_chunk(self.units, chunk, self.world)
        self.units |= stepped.changed
        return stepped


def reports(stepped: Stepped) -> list[Any]:
    """The reports of a chunk, read."""
    return [decode(output.value.encode(), Report) for output in of_topic(stepped, REPORTS.name)]


def trails(stepped: Stepped) -> list[Trail]:
    """The trails of a chunk, read."""
    return [decode(output.value.encode(), Trail) for output in of_topic(stepped, TRAILS.name)]


def pictures(stepped: Stepped) -> list[UnitsPicture]:
    """The pictures of a chunk, read."""
    return [decode(output.value.encode(), UnitsPicture) for output in of_topic(stepped, UNITS.name)]


def of_topic(stepped: Stepped, topic: str) -> list[Output]:
    """The outputs of a chunk to one topic."""
    return [output for output in stepped.outputs if output.topic == topic]


def ways(crossings: Sequence[Crossing]) -> list[str]:
    """Crossings in short: BE>NL."""
    return [f"{'+'.join(crossing.left)}>{'+'.join(crossing.entered)}" for crossing in crossings]
