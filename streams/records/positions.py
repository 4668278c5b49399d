"""What stands on `positions`, by unit: fixes, memberships, refused fixes, and deadlines that came due."""

from typing import Annotated

from msgspec import Meta, Struct

from streams.records.parts import Bearing, Id, Instant, Key, Lat, Lon, Mode, Movement, NotNegative, Text

__all__ = ["Due", "Fix", "FixesRefused", "Membership", "PositionsRecord"]


class Fix(Struct, frozen=True, kw_only=True, tag="fix"):
    """A fix as a door accepted it."""

    unit: Id
    boot: Annotated[str, Meta(min_length=1, max_length=100)]
    """Names one run of the unit's sender; fix numbers count within it. Short, for ids are made of it."""
    n: Annotated[int, Meta(ge=0, le=2**53 - 1)]
    counted: bool
    """True where numbers are consecutive, so that a hole is a gap; False where the door made them from the time."""
    observed_at: Instant
    """When the unit was there: the device's clock, corrected by `clock_offset_s`."""
    device_at: Instant
    clock_offset_s: float
    """Seconds added to the device's clock by the door; 0 where it was trusted."""
    received_at: Instant
    lat: Lat
    lon: Lon
    accuracy_m: NotNegative | None = None
    speed_mps: NotNegative | None = None
    course_deg: Bearing | None = None
    altitude_m: float | None = None
    movement: Movement = "road"
    """How the unit moves: what is a jump of its receiver, and how surely it is beyond a border, depends on it."""
    door: str
    room: Id
    """The unit's home room."""
    service: str
    mode: Mode


class Membership(Struct, frozen=True, kw_only=True, tag="membership"):
    """This unit is in this pursuit, or no longer; written by COORDINATE into the unit's partition."""

    unit: Id
    case: Id
    joined: bool
    event: int
    """The pursuit's event number: a lower one than known is old news."""
    opened_at: Instant
    audience: tuple[Id, ...]
    mode: Mode


class FixesRefused(Struct, frozen=True, kw_only=True, tag="fixes_refused"):
    """A door refused fixes of this unit; TRACK tells the unit's pursuits, if it is in one."""

    unit: Id
    id: Key
    code: str
    field: str
    expected: Text
    got: Text
    count: int
    at: Instant
    door: str


class Due(Struct, frozen=True, kw_only=True, tag="due"):
    """A deadline came due; written by the owner of the partition into the agent's own input topic."""

    id: Key
    """key:kind:deadline"""
    key: Id
    """The unit or case whose deadline it is."""
    kind: str
    deadline: Instant


PositionsRecord = Fix | Membership | FixesRefused | Due
