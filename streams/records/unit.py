"""A unit of a pursuit as rooms may know it: where it is, under which card, and how far its limits have run."""

from typing import Literal

from msgspec import Struct

from borders.card import Limit
from streams.records.moves import Crossing, Sighting
from streams.records.parts import Id, Instant, Key, Lat, Lon, Movement, NotNegative, States

__all__ = ["Stay", "UnitView"]


class Stay(Struct, frozen=True, kw_only=True):
    """A unit in a state that is not its own: since when, under which card, and how far its limits have run."""

    state: str
    card: Key
    """Names a `CardRecord`."""
    known: bool
    """False: no legal basis is known for this unit here."""
    crossing: Key | None = None
    """None: when and where it came in is not known."""
    since: Instant | None = None
    """Without a crossing, when it was first seen there: for so long at least, and so far from there."""
    lat: Lat | None = None
    lon: Lon | None = None
    odometer_m: NotNegative | None = None
    limits: tuple[Limit, ...] = ()
    travelled_m: NotNegative | None = None
    crow_m: NotNegative | None = None
    reached: Literal["no", "warned", "exceeded"] = "no"
    by: Literal["", "distance", "time"] = ""


class UnitView(Struct, frozen=True, kw_only=True):
    """One unit of a pursuit, as a room may know it."""

    unit: Id
    joined_at: Instant
    active: bool
    territory: States = ()
    """Where the unit is by the newest told crossing or sighting; unknown while `seen` is None."""
    seen: Sighting | None = None
    last_crossing: Crossing | None = None
    silent_since: Instant | None = None
    """Contact is lost, no usable position of it comes: its newest used fix. None while there is contact."""
    service: str = ""
    """police or customs; empty while not known."""
    movement: Movement = "road"
    stays: tuple[Stay, ...] = ()
    """Where it is in a state that is not its own."""
    lost_sight_at: Instant | None = None
    """Its crew no longer sees the target, since then."""
    returning: bool = False
    """It no longer pursues and drives home."""
    in_error: bool = False
    """It was joined in error: it never was in this pursuit."""
