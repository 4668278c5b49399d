"""Records as COORDINATE and TRACK write them, with everything that a test does not care about filled in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from msgspec.structs import replace

from streams.records import (
    Alert,
    AlertedRoom,
    AlertRecord,
    Approach,
    Crossing,
    DeskPresence,
    Fix,
    InboxRecord,
    Judged,
    Place,
    PursuitRecord,
    Sighting,
    Trail,
    UnitPlace,
    UnitsPicture,
    UnitView,
    VisibilityRecord,
)

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
CASE = "BE/P-1"
UNIT = "BE/LIE-21"
ROOM, LEAD, JOINT_CENTRE = "NL/ROOM", "BE/CIC-LIEGE", "LU/JOINT"
EIJSDEN = Place(name="Eijsden", state="NL", lat=50.778, lon=5.711, distance_m=1200, bearing_deg=180)


def crossing(**changes: Any) -> Crossing:
    """BE/LIE-21 leaves Belgium for the Netherlands at noon."""
    fields: dict[str, Any] = {
        "id": "x1",
        "unit": UNIT,
        "left": ("BE",),
        "entered": ("NL",),
        "at": NOON,
        "not_before": NOON - timedelta(seconds=1),
        "not_after": NOON + timedelta(seconds=1),
        "lat": 50.767,
        "lon": 5.711,
        "status": "confirmed",
        "received_at": NOON + timedelta(seconds=1),
    }
    return Crossing(**{**fields, **changes})


def approach(**changes: Any) -> Approach:
    """BE/LIE-21 is expected in the Netherlands at noon."""
    fields: dict[str, Any] = {
        "id": "a1",
        "unit": UNIT,
        "to": ("NL",),
        "entered": ("NL",),
        "announced_at": NOON - timedelta(seconds=40),
        "eta": NOON,
        "eta_from": NOON - timedelta(seconds=10),
        "eta_to": NOON + timedelta(seconds=30),
        "lat": 50.767,
        "lon": 5.711,
        "probability": 0.87,
        "outcome": "open",
    }
    return Approach(**{**fields, **changes})


def alert(room: str, *, revision: int = 1, case: str = CASE, **changes: Any) -> Alert:
    """The alert of this room about this case: entered, priority 1, an exercise."""
    fields: dict[str, Any] = {
        "id": f"{case}|{room}",
        "case": case,
        "room": room,
        "revision": revision,
        "phase": "entered",
        "priority": 1,
        "code": "entered",
        "mode": "exercise",
        "home": "BE",
        "leading_room": LEAD,
        "opened_at": NOON - timedelta(minutes=5),
        "opened_by": "LIE-21",
        "raised_at": NOON + timedelta(seconds=2),
        "crossing": crossing(),
        "territory_from": ("BE",),
        "territory_to": ("NL",),
        "place": EIJSDEN,
        "units": (UnitView(unit=UNIT, joined_at=NOON, active=True),),
    }
    return Alert(**{**fields, **changes})


def alert_record(room: str, *, revision: int = 1, case: str = CASE, **changes: Any) -> AlertRecord:
    """`alert` as it stands in the inbox."""
    return AlertRecord(alert=alert(room, revision=revision, case=case, **changes))


def seen(unit: str, territory: str, *, silent: bool = False) -> UnitView:
    """A unit that was seen in this state, empty for outside the map; silent: of 20 s before noon is its last fix."""
    states = (territory,) if territory else ()
    sighting = Sighting(observed_at=NOON, lat=50.7, lon=5.7, territory=states, received_at=NOON)
    since = NOON - timedelta(seconds=20) if silent else None
    return UnitView(unit=unit, joined_at=NOON, active=True, territory=states, seen=sighting, silent_since=since)


def small_world() -> Iterator[Alert]:
    """Alerts of every kind, about three units of which each is anywhere, heard or silent, not seen yet, or gone."""
    places = [(territory, silent) for territory in ("BE", "NL", "") for silent in (False, True)]
    of_unit = [
        [
            *(seen(unit, territory, silent=silent) for territory, silent in places),
            UnitView(unit=unit, joined_at=NOON, active=True),
            replace(seen(unit, "NL", silent=True), active=False),
        ]
        for unit in (UNIT, "BE/SECOND", "NL/THIRD")
    ]
    kinds: list[tuple[str, dict[str, Any]]] = [
        (ROOM, {}),
        (JOINT_CENTRE, {}),
        (LEAD, {"phase": "departed"}),
        (ROOM, {"phase": "approaching", "approach": approach(), "crossing": None}),
        (LEAD, {"phase": "fault"}),
        (ROOM, {"phase": "left"}),
    ]
    for units, (room, changes) in product(product(*of_unit), kinds):
        yield alert(room, units=units, **changes)


def visibility(room: str, *, granted: bool = True, event: int = 1, case: str = CASE) -> VisibilityRecord:
    """The room may watch the case, or no longer."""
    return VisibilityRecord(recipient=room, case=case, granted=granted, event=event, mode="exercise")


def pursuit(room: str, *alerted: str, event: int = 1, case: str = CASE, **changes: Any) -> PursuitRecord:
    """The pursuit as this room may see it: Liège leads, and these rooms were alerted."""
    fields: dict[str, Any] = {
        "recipient": room,
        "case": case,
        "event": event,
        "mode": "exercise",
        "phase": "open",
        "leading_room": LEAD,
        "opened_at": NOON - timedelta(minutes=5),
        "opened_by": "LIE-21",
        "purpose": "robbery",
        "units": (),
        "alerted": tuple(
            AlertedRoom(room=each, phase="entered", revision=1, delivered_at=None, acknowledged=None)
            for each in alerted
        ),
    }
    return PursuitRecord(**{**fields, **changes})


def desk(room: str, *, console: str = "c1", account: str = "anna", **changes: Any) -> DeskPresence:
    """Anna signed in at noon, on a page that she can see and hear."""
    fields: dict[str, Any] = {
        "room": room,
        "console": console,
        "account": account,
        "desk": "desk 3",
        "role": "operator",
        "state": room[:2],
        "since": NOON,
        "kind": "page",
        "page_visible": True,
        "sound_armed": True,
        "at": NOON,
    }
    return DeskPresence(**{**fields, **changes})


def key_of(record: InboxRecord) -> str:
    """The Kafka key under which COORDINATE writes it."""
    if isinstance(record, AlertRecord):
        return f"{record.alert.room}|alert|{record.alert.case}"
    kind = type(record).__struct_config__.tag
    identity = getattr(record, "id", None) or getattr(record, "command", None) or record.case
    return f"{record.recipient}|{kind}|{identity}"


def fix(*, n: int = 1, unit: str = UNIT, lat: float = 50.77, **changes: Any) -> Fix:
    """The unit's fix number n, a second after the one before."""
    at = NOON + timedelta(seconds=n)
    fields: dict[str, Any] = {
        "unit": unit,
        "boot": "b1",
        "n": n,
        "counted": True,
        "observed_at": at,
        "device_at": at,
        "clock_offset_s": 0.0,
        "received_at": at,
        "lat": lat,
        "lon": 5.71,
        "door": "websocket",
        "room": "BE/CIC-LIEGE",
        "service": "police",
        "mode": "exercise",
    }
    return Fix(**{**fields, **changes})


def trail(*audience: str, n: int = 1, case: str = CASE, outcome: str = "moved", **changes: Any) -> Trail:
    """A dot of the case, for these rooms."""
    judged = Judged(outcome=outcome, territory=("NL",))
    return Trail(case=case, fix=fix(n=n, **changes), judged=judged, audience=tuple(audience), mode="exercise")


def picture(room: str, *units: str, n: int = 1, full: bool = False) -> UnitsPicture:
    """Where units of the room are."""
    at = NOON + timedelta(seconds=n)
    places = tuple(
        UnitPlace(
            unit=unit,
            observed_at=at,
            received_at=at,
            lat=50.6,
            lon=5.6,
            accuracy_m=5.0,
            speed_mps=10.0,
            course_deg=90.0,
            territory=("BE",),
            clock_offset_s=0.0,
            cases=(),
            mode="live",
        )
        for unit in units
    )
    return UnitsPicture(room=room, full=full, units=places)
