"""What many records are made of: identities, instants, places, who said it, and where an input stood in Kafka."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from streams.expected import ID

__all__ = [
    "Account",
    "Bearing",
    "Id",
    "Instant",
    "Key",
    "Lat",
    "Lon",
    "Mode",
    "Movement",
    "NotNegative",
    "Place",
    "Probability",
    "SourcePlace",
    "States",
    "Text",
]

Mode = Literal["live", "exercise", "test"]


Movement = Literal["road", "foot", "rail", "water", "air"]


Lat = Annotated[float, Meta(ge=-90, le=90)]


Lon = Annotated[float, Meta(ge=-180, le=180)]


NotNegative = Annotated[float, Meta(ge=0)]


Bearing = Annotated[float, Meta(ge=0, le=360)]


Probability = Annotated[float, Meta(ge=0, le=1)]


Instant = Annotated[datetime, Meta(tz=True)]


Id = Annotated[str, Meta(pattern=ID)]


Key = Annotated[str, Meta(min_length=1, max_length=400)]
"""An id made by a record's origin; kept through resends."""


Text = Annotated[str, Meta(max_length=500)]


States = tuple[str, ...]
"""ISO 3166 codes, sorted; empty means outside the map."""


class Place(Struct, frozen=True, kw_only=True):
    """A position in words: the nearest town of the state entered, and how far and in which direction from it."""

    name: str
    state: str
    lat: Lat
    lon: Lon
    distance_m: NotNegative
    bearing_deg: Bearing
    """From the town to the position, degrees clockwise from north."""
    names: dict[str, str] = field(default_factory=dict)
    """The town's name by language (nl, fr, de, lb, en) where it differs."""


class SourcePlace(Struct, frozen=True, kw_only=True):
    """Where an input stood in Kafka: the guard of a state, and the provenance of a decision."""

    topic_id: str
    partition: int
    offset: int

    def covers(self, other: "SourcePlace") -> bool:
        """Whether a state whose last input stood here has already taken in an input that stands at `other`.

        Another topic id, or another partition, is another log: its offsets say nothing about ours.
        """
        return self.topic_id == other.topic_id and self.partition == other.partition and other.offset <= self.offset


class Account(Struct, frozen=True, kw_only=True):
    """Who said it."""

    name: str
    role: Literal["unit", "operator", "commander", "administrator"]
    state: str
    room: Id | None = None
    unit: Id | None = None
    desk: str | None = None
