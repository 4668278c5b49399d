"""What moves on maps: fixes of units in a pursuit, and the places of a room's own units."""

from msgspec import Struct

from streams.records.parts import Bearing, Id, Instant, Lat, Lon, Mode, NotNegative, States
from streams.records.positions import Fix

__all__ = ["Judged", "Trail", "UnitPlace", "UnitsPicture"]


class Judged(Struct, frozen=True, kw_only=True):
    """How TRACK judged a fix."""

    outcome: str
    territory: States
    sure: bool = True
    """False while a crossing is only possible, or the side of a border the unit is on cannot be told."""


class Trail(Struct, frozen=True, kw_only=True, tag="trail"):
    """A fix of a unit in a pursuit: as received, as judged, and who may see it."""

    case: Id
    fix: Fix
    judged: Judged
    audience: tuple[Id, ...]
    mode: Mode


class UnitPlace(Struct, frozen=True, kw_only=True):
    """Where one unit is, for its own room's map."""

    unit: Id
    observed_at: Instant
    received_at: Instant
    lat: Lat
    lon: Lon
    accuracy_m: NotNegative | None
    speed_mps: NotNegative | None
    course_deg: Bearing | None
    territory: States
    clock_offset_s: float
    cases: tuple[Id, ...]
    mode: Mode


class UnitsPicture(Struct, frozen=True, kw_only=True, tag="units"):
    """The places of many units of one home room."""

    room: Id
    full: bool
    """True: every unit of the room that this partition knows; False: those that moved. Neither removes a unit."""
    units: tuple[UnitPlace, ...]
