"""What TRACK knows of one unit: its last fix, its territory, its crossings of the last minutes, and its pursuits."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from msgspec import Struct, field

from geo.fix import Fix as GeoFix
from geo.lookout import NOT_SEEN_YET, Lookout
from geo.tracks import UnitTrack
from streams.records import Crossing, Fix, Mode, RecordError, SourcePlace
from streams.tracking.odometer import Odometer

__all__ = ["Case", "TrackedUnit", "decode_unit", "encode_unit", "geo_fix", "territory_codes"]


class Case(Struct, frozen=True, kw_only=True):
    """The unit's part in one pursuit, as the last membership said."""

    joined: bool
    event: int
    opened_at: datetime
    audience: tuple[str, ...]
    mode: Mode
    present_told: bool
    """Whether the unit's present place was reported to this pursuit."""
    told_at_m: float | None = None
    """The unit's odometer when this pursuit was last told where it is; None where it was not told, or before this was
    kept."""


class TrackedUnit(Struct, frozen=True, kw_only=True):
    """One unit between two records of its partition.

    Attributes:
        unit: its id.
        guard: where the last record taken in stood; a record at or below it changes nothing.
        last: the newest fix taken in.
        heard_at: when the broker took that fix; None in a state of before this was kept.
        territory: the states the unit is in, what is only possible included; None while unknown.
        track: what the tracker knows of the unit; None while no fix of it is known.
        lookout: what it is about to enter; kept while it is in a pursuit.
        odometer: how far it has driven; None while no fix is known, and in a state of before this was kept.
        crossings: those of the last 15 minutes by event time, in a pursuit or not, as they stand now.
        cases: memberships by case, ended ones included until they are pruned.
        layer: hash of the border layer the territory was read from.
    """

    unit: str
    guard: SourcePlace
    last: Fix | None = None
    heard_at: datetime | None = None
    territory: tuple[str, ...] | None = None
    track: UnitTrack | None = None
    lookout: Lookout = NOT_SEEN_YET
    odometer: Odometer | None = None
    crossings: tuple[Crossing, ...] = ()
    cases: dict[str, Case] = field(default_factory=dict)
    layer: str = ""

    @property
    def joined(self) -> tuple[str, ...]:
        """The pursuits this unit is in now."""
        if not self.cases:  # most units, several times a fix
            return ()
        return tuple(sorted(case for case, part in self.cases.items() if part.joined))


def geo_fix(fix: Fix) -> GeoFix:
    """The fix as geometry sees it."""
    return GeoFix(
        unit=fix.unit,
        boot=fix.boot,
        number=fix.n,
        counted=fix.counted,
        observed_at=fix.observed_at.astimezone(UTC),  # a door may write it in another zone; geometry counts in one
        lat=fix.lat,
        lon=fix.lon,
        accuracy_m=fix.accuracy_m,
        speed_mps=fix.speed_mps,
        course_deg=fix.course_deg,
        movement=fix.movement,
    )


def encode_unit(unit: TrackedUnit) -> bytes:
    """The unit's state as the table keeps it; equal states give equal bytes."""
    return msgspec.json.encode(unit, order="deterministic")


def decode_unit(data: bytes) -> TrackedUnit:
    """Read a state back from the table.

    Raises:
        RecordError: the bytes are no such state.
    """
    try:
        return msgspec.json.decode(data, type=TrackedUnit)
    except msgspec.DecodeError as error:
        message = f"state of a unit: {error}; got {data[:200]!r}"
        raise RecordError(message) from error


def territory_codes(states: Iterable[str]) -> tuple[str, ...]:
    """A set of states as the wire writes it: sorted."""
    return tuple(sorted(states))
