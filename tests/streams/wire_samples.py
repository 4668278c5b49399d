"""One golden sample of every record on the wire: what stands in tests/wire_samples, and what it must be read as.

`python -m tests.streams.wire_samples` writes them anew, after an additive change: what stood before must still stand.
"""

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from streams.records import (
    Account,
    Acknowledge,
    Acknowledgement,
    Alert,
    AlertedRoom,
    AlertRecord,
    AnswerRecord,
    Approach,
    CaseDue,
    Close,
    Crossing,
    Decision,
    Due,
    Fault,
    Fix,
    FixesRefused,
    InboxRecord,
    JoinUnit,
    Judged,
    LeaveUnit,
    LogEntry,
    Membership,
    NoticeRecord,
    Open,
    Output,
    Place,
    PositionsRecord,
    PursuitRecord,
    Receipt,
    Reject,
    Report,
    Sighting,
    SourcePlace,
    Trail,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitFixesRefused,
    UnitPlace,
    UnitPresent,
    UnitsPicture,
    UnitView,
    VersionsUsed,
    VisibilityRecord,
    encode,
)  # fmt: skip
from tests.streams.pursuit.scene import at

__all__ = ["FOLDER", "SAMPLES"]

FOLDER = Path(__file__).parents[1] / "wire_samples"

_CASE, _UNIT, _ROOM, _HOME = "BE/2026-1", "BE/LIE-21", "NL/MK-MAASTRICHT", "BE/CIC-LIEGE"
_CREW = Account(name="crew of 21", role="unit", state="BE", room=_HOME, unit=_UNIT)
_DESK = Account(name="Anna", role="operator", state="NL", room=_ROOM, desk="3")
_LEADER = Account(name="Bert", role="commander", state="BE", room=_HOME)
_PLACE = SourcePlace(topic_id="q1w2e3", partition=3, offset=4711)
_HEAD: dict[str, Any] = {"case": _CASE, "mode": "exercise", "happened_at": at(0)}
_CROSSING = Crossing(
    id=f"{_UNIT}|boot-1|30|crossing|0", unit=_UNIT, left=("BE",), entered=("NL",), at=at(29.5), not_before=at(29),
    not_after=at(30), lat=50.7703, lon=5.7001, status="confirmed", confirmed_at=at(30), received_at=at(30.25),
)  # fmt: skip
_APPROACH = Approach(
    id=f"{_UNIT}|boot-1|5|approach|NL", unit=_UNIT, to=("NL",), entered=("NL",), announced_at=at(5), eta=at(29),
    eta_from=at(24), eta_to=at(41.5), lat=50.7703, lon=5.7001, probability=0.87, outcome="withdrawn", settled_at=at(20),
)  # fmt: skip
_SEEN = Sighting(observed_at=at(30), lat=50.7704, lon=5.7002, territory=("NL",), received_at=at(30.25))
_VIEW = UnitView(
    unit=_UNIT, joined_at=at(0), active=True, territory=("NL",), seen=_SEEN, last_crossing=_CROSSING
)  # fmt: skip
_FIX = Fix(
    unit=_UNIT, boot="boot-1", n=30, counted=True, observed_at=at(30), device_at=at(28), clock_offset_s=2.0,
    received_at=at(30.25), lat=50.7704, lon=5.7002, accuracy_m=4.0, speed_mps=33.5, course_deg=12.0, altitude_m=61.0,
    door="websocket", room=_HOME, service="police", mode="exercise",
)  # fmt: skip
_OWNER = Acknowledgement(by=_DESK, revision=1, at=at(40))
_REFUSED = FixesRefused(
    unit=_UNIT, id=f"{_UNIT}:osmand:range:1", code="range", field="lat", expected="-90..90", got="91", count=3,
    at=at(50), door="osmand",
)  # fmt: skip
_ALERT = Alert(
    id=f"{_CASE}|{_ROOM}", case=_CASE, room=_ROOM, revision=2, phase="entered", priority=1, code="entered",
    mode="exercise", home="BE", leading_room=_HOME, opened_at=at(0), opened_by=_UNIT, raised_at=at(30.5),
    crossing=_CROSSING, territory_from=("BE",), territory_to=("NL",),
    place=Place(name="Eijsden", state="NL", lat=50.7789, lon=5.7106, distance_m=1200.5, bearing_deg=218.0,
                names={"fr": "Eysden"}),
    area="NL-VR24", units=(_VIEW,), rang_revision=1, acknowledged=_OWNER,
)  # fmt: skip
_PRE_ALERT = replace(
    _ALERT, revision=1, phase="approaching", priority=2, code="approaching", crossing=None, acknowledged=None,
    raised_at=at(5.5), approach=replace(_APPROACH, outcome="open", settled_at=None),
)  # fmt: skip
_SILENT_ALERT = replace(_ALERT, revision=3, revised_at=at(90.5), units=(replace(_VIEW, silent_since=at(30)),))
_VERSIONS = VersionsUsed(code="0.1.0", rooms="rooms-1", borders="borders-1", settings="memberships 60 s")
_TRAIL = Trail(
    case=_CASE, fix=_FIX, judged=Judged(outcome="moved", territory=("NL",)), audience=(_HOME, _ROOM), mode="exercise"
)  # fmt: skip

SAMPLES: dict[str, tuple[Struct, Any]] = {
    "fix": (_FIX, PositionsRecord),
    "membership": (
        Membership(unit=_UNIT, case=_CASE, joined=True, event=3, opened_at=at(0), audience=(_HOME,), mode="exercise"),
        PositionsRecord,
    ),
    "fixes_refused": (_REFUSED, PositionsRecord),
    "due": (Due(id=f"{_UNIT}:silence:x", key=_UNIT, kind="silence", deadline=at(60)), PositionsRecord),
    "unit_present": (
        UnitPresent(id="p", **_HEAD, unit=_UNIT, event=3, seen=_SEEN, crossings=(_CROSSING,)), Report,
    ),
    "unit_crossed": (UnitCrossed(id="c", **_HEAD, unit=_UNIT, crossing=_CROSSING, seen=_SEEN), Report),
    "unit_approaching": (UnitApproaching(id="u", **_HEAD, unit=_UNIT, approach=_APPROACH, seen=_SEEN), Report),
    "unit_contact": (
        UnitContact(id="s", **_HEAD, unit=_UNIT, kind="lost", silent_since=at(30), seen=_SEEN), Report,
    ),
    "unit_fixes_refused": (UnitFixesRefused(id="r", **_HEAD, unit=_UNIT, refused=_REFUSED), Report),
    "fault": (Fault(id="f", **_HEAD, unit=None, reason="a report could not be decided", place=_PLACE), Report),
    "open": (Open(id="o", **_HEAD, by=_CREW, units=(_UNIT,), room=_HOME, purpose="robbery"), Report),
    "join": (JoinUnit(id="j", **_HEAD, by=_LEADER, unit=_UNIT), Report),
    "leave": (LeaveUnit(id="l", **_HEAD, by=_LEADER, unit=_UNIT), Report),
    "acknowledge": (Acknowledge(id="a", **_HEAD, by=_DESK, alert=_ALERT.id, revision=1), Report),
    "receipt": (
        Receipt(id="e", **_HEAD, by=_DESK, alert=_ALERT.id, revision=1, kind="sounded", console="k-1"), Report,
    ),
    "close": (Close(id="z", **_HEAD, by=_LEADER, reason="caught"), Report),
    "case_due": (CaseDue(id=f"{_CASE}:memberships:x", **_HEAD, kind="memberships", deadline=at(60)), Report),
    "alert": (AlertRecord(alert=_ALERT), InboxRecord),
    "alert_approaching": (AlertRecord(alert=_PRE_ALERT), InboxRecord),
    "alert_no_contact": (AlertRecord(alert=_SILENT_ALERT), InboxRecord),
    "pursuit": (
        PursuitRecord(
            recipient=_ROOM, case=_CASE, event=4, mode="exercise", phase="open", leading_room=_HOME, opened_at=at(0),
            opened_by=_UNIT, purpose="robbery", units=(_VIEW,),
            alerted=(AlertedRoom(room=_ROOM, phase="entered", revision=2, delivered_at=at(31), acknowledged=_OWNER),),
            log=(LogEntry(at=at(29.5), code="crossed", params={"unit": _UNIT, "left": "BE", "entered": "NL"}),),
        ), InboxRecord,
    ),
    "visibility": (
        VisibilityRecord(recipient=_ROOM, case=_CASE, granted=True, event=3, mode="exercise"), InboxRecord,
    ),
    "answer": (
        AnswerRecord(recipient=_ROOM, case=_CASE, command="a", accepted=False, code="other_revision",
                     reason="expected a revision from 2 to 3, got 1: look again", mode="exercise"), InboxRecord,
    ),
    "notice": (
        NoticeRecord(recipient=_HOME, id="n", case=_CASE, code="fixes_refused", text="3 x range", unit=_UNIT, at=at(50),
                     mode="exercise"), InboxRecord,
    ),
    "decision": (
        Decision(
            case=_CASE, report_id="c", report=_PLACE, happened_at=at(29.5), arrived_at=at(30.5), mode="exercise",
            events=({"type": "visibility_granted", "recipient": _ROOM},),
            outputs=(Output(topic="inbox", key=f"{_ROOM}|alert|{_CASE}", partition_by=_ROOM, value="{}"),),
            versions=_VERSIONS,
        ), Decision,
    ),
    "trail": (_TRAIL, Trail),
    "units": (
        UnitsPicture(
            room=_HOME, full=True,
            units=(UnitPlace(unit=_UNIT, observed_at=at(30), received_at=at(30.25), lat=50.7704, lon=5.7002,
                             accuracy_m=4.0, speed_mps=None, course_deg=None, territory=("NL",), clock_offset_s=2.0,
                             cases=(_CASE,), mode="exercise"),),
        ), UnitsPicture,
    ),
    "reject": (
        Reject(topic="positions", partition=3, offset=4711, key_hex="42", value_hex="7b", value_bytes=1,
               reason="truncated"), Reject,
    ),
}  # fmt: skip
"""By file name: the record, and the kind it is read as (a topic's records are told apart by their `type`)."""


def main() -> None:
    """Write the samples anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, (record, _) in SAMPLES.items():
        (FOLDER / f"{name}.json").write_bytes(encode(record) + b"\n")


if __name__ == "__main__":
    main()
