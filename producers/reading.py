"""One position report as a unit's device wrote it, read with suspicion: a reading, or a refusal that says why.

Times here are the device's own; `producers.clock` says how far they are wrong.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from geo.movement import MOVEMENTS, Movement
from streams.accounts import AccountEntry
from streams.records import Fix, Mode

__all__ = [
    "MAX_NUMBER",
    "Reading",
    "Refusal",
    "Refused",
    "check_unit",
    "fix_of",
    "read_instant",
    "read_reading",
    "refuse",
    "shortened",
]

MAX_NUMBER = 2**53 - 1
"""The greatest number every JSON reader keeps whole."""
_LAST_INSTANT_S = 4_102_444_800.0  # 2100-01-01: beyond lie milliseconds taken for seconds
_NULL_ISLAND_DEG = 0.01

_INSTANT = "seconds since 1970 (not milliseconds), or ISO 8601 with a zone such as 2026-01-01T08:00:00Z"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a door did not take something.

    Attributes:
        code: the reason as a word: missing, type, range, time, implausible, other_unit, ...
        field: which field; empty where the whole message is meant.
        expected: what should have stood there.
        got: what stood there, shortened; never a token.
        n: the number of the fix, where it could be read.
    """

    code: str
    field: str
    expected: str
    got: str
    n: int | None = None


class Refused(ValueError):  # noqa: N818 - a refusal is an answer to the unit, not a fault of ours
    """Carries a refusal out of a reader."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.field}: expected {refusal.expected}, got {refusal.got}")
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Reading:
    """One report that can be true: checked fields, the device's own time. WGS 84 degrees, SI units."""

    n: int
    device_at: datetime
    lat: float
    lon: float
    accuracy_m: float | None = None
    speed_mps: float | None = None
    course_deg: float | None = None
    altitude_m: float | None = None
    movement: Movement = "road"


def read_reading(raw: object, account: AccountEntry) -> Reading | Refusal:
    """Read one fix of a unit's message: `{"n", "t", "lat", "lon"}` and, where known, the other fields of `Reading`.

    Fields not named there are ignored, but for `unit`, which must be the account's own. Whether the time is the right
    one is not judged here.
    """
    if not isinstance(raw, Mapping):
        return Refusal("type", "", "an object with n, t, lat, lon", shortened(raw))
    n: int | None = None
    try:
        n = _number(raw)
        check_unit(raw, account)
        reading = Reading(
            n=n,
            device_at=read_instant(raw, "t"),
            lat=_required(raw, "lat", -90.0, 90.0, "a latitude within -90..90 degrees"),
            lon=_required(raw, "lon", -180.0, 180.0, "a longitude within -180..180 degrees"),
            accuracy_m=_optional(raw, "accuracy_m", 0.0, math.inf, "metres from 0"),
            speed_mps=_optional(raw, "speed_mps", 0.0, math.inf, "metres per second from 0"),
            course_deg=_optional(raw, "course_deg", 0.0, 360.0, "degrees within 0..360"),
            altitude_m=_optional(raw, "altitude_m", -math.inf, math.inf, "metres"),
            movement=_movement(raw),
        )
    except Refused as refused:
        found = refused.refusal
        return Refusal(found.code, found.field, found.expected, found.got, n)
    if abs(reading.lat) < _NULL_ISLAND_DEG and abs(reading.lon) < _NULL_ISLAND_DEG:
        expected = "a position; receivers write 0, 0 when they have none"
        return Refusal("implausible", "lat,lon", expected, f"{reading.lat}, {reading.lon}", n)
    return reading


def read_instant(raw: Mapping[str, Any], field: str) -> datetime:
    """Read an instant: seconds since 1970, or ISO 8601 text with a zone; the answer is UTC.

    Raises:
        Refused: missing, of another type, without zone, at or before 1970, or after 2100.
    """
    value = raw.get(field)
    if value is None:
        raise refuse(None, "missing", field, _INSTANT)
    if isinstance(value, str):
        return _instant_of_text(value, field)
    seconds = _finite(value, field, _INSTANT)
    if not 0.0 < seconds < _LAST_INSTANT_S:
        raise refuse(value, "time", field, _INSTANT)
    return datetime.fromtimestamp(seconds, UTC)


def fix_of(
    reading: Reading, account: AccountEntry, *, boot: str, counted: bool, door: str, mode: Mode,
    offset_s: float, received_at: datetime,
) -> Fix:  # fmt: skip
    """The fix as it goes to `positions`: the reading with its clock put right, and who sent it through which door.

    Args:
        reading: what the device wrote.
        account: the unit's account.
        boot: one run of the sender; numbers count within it.
        counted: the numbers are consecutive.
        door: the door's name.
        mode: live, exercise or test.
        offset_s: seconds to add to the device's clock.
        received_at: when the door received it, UTC.
    """
    if account.unit is None:
        message = f"expected the account of a unit, got {account.name} with the role {account.role}"
        raise ValueError(message)
    return Fix(
        unit=account.unit, boot=boot, n=reading.n, counted=counted,
        observed_at=reading.device_at + timedelta(seconds=offset_s), device_at=reading.device_at,
        clock_offset_s=offset_s, received_at=received_at, lat=reading.lat, lon=reading.lon,
        accuracy_m=reading.accuracy_m, speed_mps=reading.speed_mps, course_deg=reading.course_deg,
        altitude_m=reading.altitude_m, movement=reading.movement, door=door, room=account.rooms[0],
        service=account.service, mode=mode,
    )  # fmt: skip


def check_unit(raw: Mapping[str, Any], account: AccountEntry) -> None:
    """A unit speaks only for itself: where `unit` stands, it is the account's own.

    Raises:
        Refused: it names another unit.
    """
    unit = raw.get("unit")
    if unit is not None and unit != account.unit:
        raise refuse(unit, "other_unit", "unit", f"the token's own unit, {account.unit}")


def refuse(got: object, code: str, field: str, expected: str) -> Refused:
    """A refusal of `got` to raise; it is shortened, None reads as nothing."""
    return Refused(Refusal(code, field, expected, "nothing" if got is None else shortened(got)))


def shortened(value: object) -> str:
    """What came, in at most 80 signs: enough to find it, too little to fill a log."""
    text = repr(value) if not isinstance(value, Mapping | list) else f"{type(value).__name__} of {len(value)}"
    return text if len(text) <= 80 else text[:77] + "..."


def _number(raw: Mapping[str, Any]) -> int:
    value = raw.get("n")
    expected = f"a whole number within 0..{MAX_NUMBER}, one higher for each fix of this boot"
    if value is None:
        raise refuse(None, "missing", "n", expected)
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse(value, "type", "n", expected)
    if not 0 <= value <= MAX_NUMBER:
        raise refuse(value, "range", "n", expected)
    return value


def _required(raw: Mapping[str, Any], field: str, low: float, high: float, expected: str) -> float:
    if raw.get(field) is None:
        raise refuse(None, "missing", field, expected)
    return _within(raw[field], field, low, high, expected)


def _optional(raw: Mapping[str, Any], field: str, low: float, high: float, expected: str) -> float | None:
    value = raw.get(field)
    return None if value is None else _within(value, field, low, high, expected)


def _movement(raw: Mapping[str, Any]) -> Movement:
    """How the unit moves; on a road where it does not say."""
    value, expected = raw.get("movement"), f"one of {', '.join(MOVEMENTS)}"
    if value is None or value == "":
        return "road"
    if not isinstance(value, str):
        raise refuse(value, "type", "movement", expected)
    known = next((movement for movement in MOVEMENTS if movement == value.strip().lower()), None)
    if known is None:
        raise refuse(value, "range", "movement", expected)
    return known


def _within(value: object, field: str, low: float, high: float, expected: str) -> float:
    number = _finite(value, field, expected)
    if not low <= number <= high:
        raise refuse(value, "range", field, expected)
    return number


def _finite(value: object, field: str, expected: str) -> float:
    """A number that is one: no truth value, no text, no NaN, no infinity, nothing too great to count."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refuse(value, "type", field, expected)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise refuse(number, "range", field, expected)
    return number


def _instant_of_text(text: str, field: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        usable = instant.tzinfo is not None and 0.0 < instant.timestamp() < _LAST_INSTANT_S
    except (ValueError, OverflowError):
        usable = False
    if not usable:
        raise refuse(text, "time", field, _INSTANT)
    return instant.astimezone(UTC)
