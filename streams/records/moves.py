"""What a unit does, as it is told: where it was seen, which border it crossed, and what it is about to enter."""

from typing import Literal

from msgspec import Struct

from streams.records.parts import Bearing, Id, Instant, Key, Lat, Lon, NotNegative, Probability, States

__all__ = ["Approach", "Crossing", "Sighting"]


class Crossing(Struct, frozen=True, kw_only=True):
    """A unit's change of territory between two of its fixes."""

    id: Key
    unit: Id
    left: States
    entered: States
    at: Instant
    """Interpolated on the segment; a guess where `guess` is set."""
    not_before: Instant
    not_after: Instant
    lat: Lat
    lon: Lon
    status: Literal["possible", "confirmed", "withdrawn"]
    """possible at once; settled later under the same id, at `confirmed_at`: confirmed, or withdrawn, it never was."""
    confirmed_at: Instant | None = None
    guess: bool = False
    """The line between the two fixes is a guess: there was a gap."""
    start_unsure: bool = False
    """The unit was first seen so near the border that it may have been on this side all along."""
    late: bool = False
    """A late fix proved it: one half of a visit, out and back, that nobody saw at the time; the unit is gone again."""
    received_at: Instant
    """When the door received the fix that showed it."""
    odometer_m: NotNegative | None = None
    """The unit's odometer where it crossed, see `Sighting`; the same in every word on this crossing."""


class Approach(Struct, frozen=True, kw_only=True):
    """A unit's entry into a state, foreseen before it happens, under one id from the first word on it to the last."""

    id: Key
    unit: Id
    to: States
    """The territory foreseen."""
    entered: States
    """The states of it that the unit does not hold: whose rooms are told."""
    announced_at: Instant
    eta: Instant
    """When it is expected at the border; at `eta_from` at the earliest, at `eta_to` at the latest."""
    eta_from: Instant
    eta_to: Instant
    lat: Lat
    lon: Lon
    """Where on the border."""
    probability: Probability
    outcome: Literal["open", "entered", "withdrawn"]
    """open until it is settled, at `settled_at`: it came about, or the unit turned away."""
    settled_at: Instant | None = None


class Sighting(Struct, frozen=True, kw_only=True):
    """Where a unit was last known to be."""

    observed_at: Instant
    lat: Lat
    lon: Lon
    territory: States
    received_at: Instant
    speed_mps: NotNegative | None = None
    """As its receiver says; None where it says nothing."""
    course_deg: Bearing | None = None
    odometer_m: NotNegative | None = None
    """Metres driven along its track since TRACK first knew the unit; only differences mean something."""
