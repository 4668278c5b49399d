"""What people know and say of the pursued: facts, apart from assessments, and where the car itself was seen."""

from typing import Literal

from msgspec import Struct

from streams.orders import FactKind, Source
from streams.records.parts import Account, Bearing, Instant, Key, Lat, Lon, NotNegative, Text

__all__ = ["Fact", "TargetSighting", "Withdrawn"]


class Withdrawn(Struct, frozen=True, kw_only=True):
    """It was wrong, or is undone: by whom, when and why."""

    by: Account
    at: Instant
    reason: Text


class Fact(Struct, frozen=True, kw_only=True):
    """Something known of the offence, the suspect or the vehicle, as a person said it."""

    id: Key
    kind: FactKind
    code: str = ""
    text: Text = ""
    plate: str | None = None
    plate_state: str | None = None
    number: int | None = None
    source: Source
    assessment: bool = False
    language: str | None = None
    by: Account
    at: Instant
    data_class: Literal["suspect", "vehicle", "operational"]
    """What kind of personal data it is: by it, it is erased later."""
    withdrawn: Withdrawn | None = None


class TargetSighting(Struct, frozen=True, kw_only=True):
    """Where the pursued car itself was seen, how surely, and by whom."""

    lat: Lat
    lon: Lon
    uncertainty_m: NotNegative
    observed_at: Instant
    source: Source
    course_deg: Bearing | None = None
    speed_mps: NotNegative | None = None
    text: Text = ""
    by: Account
    at: Instant
