"""Records for tests of the page: a chase from Liege over the border at Eijsden, every part of it changeable."""

from datetime import UTC, datetime, timedelta
from typing import Any

from streams.console import RoomInfo
from streams.records import (
    Account,
    Acknowledgement,
    Alert,
    AlertedRoom,
    AlertRecord,
    AnswerRecord,
    Approach,
    Crossing,
    Fix,
    Judged,
    NoticeRecord,
    Place,
    PursuitRecord,
    Sighting,
    Trail,
    UnitPlace,
    UnitView,
    VisibilityRecord,
)

CASE = "BE/2026-0412"
NL_ROOM = "NL/MK-MAASTRICHT"
BE_ROOM = "BE/CIC-LIEGE"
CAR, SECOND_CAR = "BE/LIE-21", "BE/LIE-24"
NL_ROOM_INFO = RoomInfo(id=NL_ROOM, name="Meldkamer Limburg", state="NL", languages=("nl",))
LAT, LON = 50.7717, 5.6978
"""On the E25, just north of the border at Eijsden."""


def ago(seconds: float) -> datetime:
    """So many seconds before now."""
    return datetime.now(UTC) - timedelta(seconds=seconds)


def crossing(**changes: Any) -> Crossing:
    """Of the first car, from Belgium into the Netherlands, 12 s ago."""
    at = ago(12)
    given: dict[str, Any] = {
        "id": "BE/LIE-21:boot:17:0", "unit": CAR, "left": ("BE",), "entered": ("NL",), "at": at,
        "not_before": at - timedelta(seconds=0.5), "not_after": at + timedelta(seconds=0.5), "lat": LAT - 0.01,
        "lon": LON + 0.002, "status": "confirmed", "confirmed_at": at, "received_at": at,
    }  # fmt: skip
    return Crossing(**{**given, **changes})


def approach(**changes: Any) -> Approach:
    """Of the first car, expected at the border near Eijsden in 45 s."""
    eta = ago(-45)
    given: dict[str, Any] = {
        "id": "BE/LIE-21|boot|5|approach|NL", "unit": CAR, "to": ("NL",), "entered": ("NL",), "announced_at": ago(5),
        "eta": eta, "eta_from": eta - timedelta(seconds=10), "eta_to": eta + timedelta(seconds=20), "lat": LAT - 0.01,
        "lon": LON + 0.002, "probability": 0.87, "outcome": "open",
    }  # fmt: skip
    return Approach(**{**given, **changes})


def unit_view(unit: str = CAR, territory: tuple[str, ...] = ("NL",)) -> UnitView:
    """A unit of the pursuit, seen 2 s ago."""
    at = ago(2)
    seen = Sighting(observed_at=at, lat=LAT, lon=LON, territory=territory, received_at=at)
    return UnitView(unit=unit, joined_at=ago(200), active=True, territory=territory, seen=seen)


def alert(**changes: Any) -> AlertRecord:
    """The Dutch room's alert: pursued into the Netherlands, priority 1, an exercise, waiting."""
    room = changes.get("room", NL_ROOM)
    case = changes.get("case", CASE)
    given: dict[str, Any] = {
        "id": f"{case}|{room}", "case": case, "room": room, "revision": 1, "phase": "entered", "priority": 1,
        "code": "entered", "mode": "exercise", "home": "BE", "leading_room": BE_ROOM, "opened_at": ago(200),
        "opened_by": "BE/LIE-21", "raised_at": ago(11), "crossing": crossing(), "territory_from": ("BE",),
        "territory_to": ("NL",), "area": "NL-VR24", "units": (unit_view(), unit_view(SECOND_CAR, ("BE",))),
        "place": Place(name="Eijsden", state="NL", lat=50.7797, lon=5.7072, distance_m=1240.0, bearing_deg=215.0),
    }  # fmt: skip
    return AlertRecord(alert=Alert(**{**given, **changes}))


def acknowledged(by: str = "M. Jansen", revision: int = 1) -> Acknowledgement:
    """Taken by a person of the Dutch desk just now."""
    account = Account(name=by, role="operator", state="NL", room=NL_ROOM, desk="Desk 3")
    return Acknowledgement(by=account, revision=revision, at=ago(1))


def fix(unit: str = CAR, **changes: Any) -> Fix:
    """A fix of one second ago, northbound at 168 km/h."""
    at = changes.pop("at", ago(1))
    given: dict[str, Any] = {
        "unit": unit, "boot": "b1", "n": 1, "counted": True, "observed_at": at, "device_at": at, "clock_offset_s": 0.0,
        "received_at": at, "lat": LAT, "lon": LON, "accuracy_m": 6.0, "speed_mps": 46.7, "course_deg": 12.0,
        "door": "websocket", "room": BE_ROOM, "service": "police", "mode": "exercise",
    }  # fmt: skip
    return Fix(**{**given, **changes})


def trail(
    unit: str = CAR, *, territory: tuple[str, ...] = ("NL",), case: str = CASE, outcome: str = "moved", **changes: Any
) -> Trail:
    """A fix of a pursuit unit that the Dutch room may see."""
    shown = fix(unit, **changes)
    return Trail(
        case=case,
        fix=shown,
        judged=Judged(outcome=outcome, territory=territory),
        audience=(BE_ROOM, NL_ROOM),
        mode=shown.mode,
    )


def unit_place(unit: str = "NL/MST-07", **changes: Any) -> UnitPlace:
    """One of the room's own units, not in a pursuit."""
    at = changes.pop("at", ago(1))
    given: dict[str, Any] = {
        "unit": unit, "observed_at": at, "received_at": at, "lat": 50.85, "lon": 5.69, "accuracy_m": 8.0,
        "speed_mps": 13.9, "course_deg": 190.0, "territory": ("NL",), "clock_offset_s": 0.0, "cases": (),
        "mode": "exercise",
    }  # fmt: skip
    return UnitPlace(**{**given, **changes})


def visibility(*, granted: bool = True, event: int = 1, recipient: str = NL_ROOM) -> VisibilityRecord:
    """The Dutch room may see the moving dots of the pursuit, or no longer."""
    return VisibilityRecord(recipient=recipient, case=CASE, granted=granted, event=event, mode="exercise")


def pursuit(**changes: Any) -> PursuitRecord:
    """The Dutch room's view of the pursuit."""
    given: dict[str, Any] = {
        "recipient": NL_ROOM, "case": CASE, "event": 3, "mode": "exercise", "phase": "open", "leading_room": BE_ROOM,
        "opened_at": ago(200), "opened_by": "BE/LIE-21", "purpose": "failed to stop",
        "units": (unit_view(), unit_view(SECOND_CAR, ("BE",))),
        "alerted": (
            AlertedRoom(room=NL_ROOM, phase="entered", revision=1, delivered_at=ago(10), acknowledged=None),
        ),
    }  # fmt: skip
    return PursuitRecord(**{**given, **changes})


def notice(text: str) -> NoticeRecord:
    """Fixes of a unit are being refused."""
    return NoticeRecord(
        recipient=NL_ROOM, id="n1", case=CASE, code="fixes_refused", text=text, unit=CAR, at=ago(3), mode="exercise"
    )


def answer(command: str, **changes: Any) -> AnswerRecord:
    """The Dutch desk's command was refused by the pursuit."""
    given: dict[str, Any] = {
        "recipient": NL_ROOM, "case": CASE, "command": command, "accepted": False, "code": "closed", "reason": "it is",
        "mode": "exercise",
    }  # fmt: skip
    return AnswerRecord(**{**given, **changes})
