"""One golden sample of every record on the wire: what stands in tests/wire_samples, and what it must be read as.

`python -m tests.streams.wire_samples` writes them anew, after an additive change: what stood before must still stand.
"""

from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from borders.card import Card, CardBasis, CardLine, CardValue, Limit
from streams.orders import GiveStop
from streams.records import (
    Account,
    Acknowledge,
    Acknowledgement,
    Alarm,
    Alert,
    AlertedRoom,
    AlertRecord,
    AnswerRecord,
    Approach,
    Assistance,
    AtConsole,
    ByHand,
    CardRecord,
    CaseAnswered,
    CaseDue,
    CheckEntry,
    Close,
    Crossing,
    Decision,
    DeskPresence,
    Due,
    Entry,
    Fact,
    Fault,
    Fix,
    FixesRefused,
    InboxRecord,
    JoinUnit,
    Judged,
    LeaveUnit,
    LogEntry,
    Membership,
    MergeAsked,
    Notice,
    NoticeRecord,
    Offered,
    Open,
    Ordered,
    Output,
    Place,
    PositionsRecord,
    PursuitRecord,
    Receipt,
    Reject,
    Report,
    Shelved,
    Sighting,
    SourcePlace,
    SplitAsked,
    Stay,
    StopOrder,
    StopRecord,
    TargetSighting,
    Telephone,
    Trail,
    UnitApproaching,
    UnitCarried,
    UnitContact,
    UnitCrossed,
    UnitFixesRefused,
    UnitMoved,
    UnitPlace,
    UnitPresent,
    UnitsPicture,
    UnitView,
    VersionsUsed,
    VisibilityRecord,
    WarnedRoom,
    Withdrawn,
    encode,
)
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
_FACT = Fact(
    id="f-1", kind="vehicle", plate="1-ABC-234", plate_state="BE", source="crew", by=_CREW, at=at(10),
    data_class="vehicle", withdrawn=Withdrawn(by=_LEADER, at=at(20), reason="read wrongly"),
)  # fmt: skip
_STOP = StopOrder(
    id="s-1", by=_DESK, holders=(_ROOM,), at=at(60), reason="too fast in the town", language="en",
    units={_UNIT: at(65), "BE/LIE-24": None}, unanswered=True,
)  # fmt: skip
_STAY = Stay(
    state="NL", card="BE>NL/police/2026-01-01", known=True, crossing=_CROSSING.id, since=at(29.5), lat=50.7703,
    lon=5.7001, odometer_m=11_900.0, travelled_m=445.6, crow_m=431.0,
    limits=(Limit(basis_id="made-up", distance_m=10_000.0, measured="along_track", point=None, time_s=None,
                  combine=None, confidence="unsure", check_with="own_legal_service"),),
)  # fmt: skip
_NOTICE = Notice(
    room=_ROOM, crossing=_CROSSING.id, crossing_unit=_CROSSING.unit, since_revision=1,
    crossed_at=at(29.5), not_before=at(29), not_after=at(30),
    entries=(Entry(crossing=_CROSSING.id, unit=_UNIT, at=at(29.5), not_before=at(29), not_after=at(30)),),
    delivered=AtConsole(console="k-1", at=at(5.6), revision=1), acknowledged=_OWNER,
    telephone=Telephone(answered_by="Jan", caller="Bert", at=at(20), by=_LEADER, entered_at=at(50)),
    verdict="cannot_be_told", margin_s=9.5, reasons=("telephone", "clocks_overlap"),
)  # fmt: skip
_REQUEST = Assistance(
    id="r-1", kind="take_over", by=_LEADER, room=_HOME, to=_ROOM, at=at(50), state="accepted", answered_by=_DESK,
    answered_at=at(55), unit="NL/MH-7", unit_at=at(120), conditions="from the motorway on",
)  # fmt: skip
_FULL_ALERT = replace(
    _ALERT, revision=5, alarms=(Alarm(code="asked", at=at(50), params={"kind": "take_over", "room": _HOME}),),
    escalation="louder", cards=(_STAY.card,), crossing_point="E25 Moelingen/Eijsden",
    offered=Offered(to="Cees", by=_DESK, at=at(70), until=at(670), note="shift change"),
    shelved=Shelved(by=_DESK, at=at(80), until=at(380), reason="known"),
    by_hand=ByHand(by=_LEADER, at=at(1), text="white van, fast", language="en", place="Visé", direction="north"),
    off_road={"BE/HELI-1": "no"},
)  # fmt: skip
_CARD = Card(
    from_state="BE", to_state="NL", service="police", on=date(2026, 1, 1), known=True,
    bases=(CardBasis("made-up", "A treaty", None, "in_force", date(2023, 10, 1), None, ""),), pending=(),
    lines=(CardLine("hold", (CardValue("made-up", ("unknown",), None, None, "unsure", ("KEY",), "host_room", ""),)),),
    version="regimes-1",
)  # fmt: skip
_TRAIL = Trail(
    case=_CASE, fix=_FIX, judged=Judged(outcome="moved", territory=("NL",)), audience=(_HOME, _ROOM), mode="exercise"
)  # fmt: skip
_TARGET = TargetSighting(
    lat=50.8, lon=5.7, uncertainty_m=50.0, observed_at=at(70), source="anpr", by=_DESK, at=at(71)
)  # fmt: skip
_CARRIED = UnitCarried(
    unit=_UNIT, stays=(_STAY,), last_crossing=_CROSSING, returning=True, lost_sight_at=at(80)
)  # fmt: skip
_WARNED = WarnedRoom(
    room=_ROOM, by_hand=ByHand(by=_LEADER, at=at(60), text="comes your way"), territory_from=("BE",), notice=_NOTICE
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
    "unit_crossed": (
        UnitCrossed(id="c", **_HEAD, unit=_UNIT, crossing=replace(_CROSSING, odometer_m=11_900.0), seen=_SEEN), Report,
    ),
    "unit_approaching": (UnitApproaching(id="u", **_HEAD, unit=_UNIT, approach=_APPROACH, seen=_SEEN), Report),
    "unit_moved": (
        UnitMoved(id="m", **_HEAD, unit=_UNIT,
                  seen=replace(_SEEN, speed_mps=33.5, course_deg=12.0, odometer_m=12_345.6)), Report,
    ),
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
    "ordered": (Ordered(id="g", **_HEAD, by=_DESK, order=GiveStop(stop="s-1", reason="too fast")), Report),
    "merge_asked": (
        MergeAsked(
            id="m", **_HEAD, by=_LEADER, from_case="BE/2026-2", units=(_UNIT,), facts=(_FACT,), notices=(_NOTICE,),
            carried=(_CARRIED,), target=_TARGET, warned=(_WARNED,), requests=(_REQUEST,),
        ), Report,
    ),
    "split_asked": (
        SplitAsked(id="t", **_HEAD, by=_LEADER, from_case="BE/2026-2", room=_HOME, units=(_UNIT,), purpose="robbery",
                   notices=(_NOTICE,), carried=(_CARRIED,)),
        Report,
    ),
    "case_answered": (
        CaseAnswered(id="b", **_HEAD, other_case="BE/2026-2", asked="m", kind="merge", accepted=False, code="closed",
                     units=(_UNIT,)), Report,
    ),
    "case_due": (CaseDue(id=f"{_CASE}:memberships:x", **_HEAD, kind="memberships", deadline=at(60)), Report),
    "alert": (AlertRecord(alert=_ALERT), InboxRecord),
    "alert_approaching": (AlertRecord(alert=_PRE_ALERT), InboxRecord),
    "alert_no_contact": (AlertRecord(alert=_SILENT_ALERT), InboxRecord),
    "alert_full": (AlertRecord(alert=_FULL_ALERT), InboxRecord),
    "card": (CardRecord(recipient=_ROOM, case=_CASE, id=_STAY.card, card=_CARD, mode="exercise"), InboxRecord),
    "stop": (StopRecord(recipient=_UNIT, case=_CASE, stop=_STOP, event=9, mode="exercise"), InboxRecord),
    "pursuit_full": (
        PursuitRecord(
            recipient=_ROOM, case=_CASE, event=9, mode="exercise", phase="closed", leading_room=_ROOM, opened_at=at(0),
            opened_by=_UNIT, purpose="robbery", home_room=_HOME, lead_since=at(55), asked_at=at(900),
            units=(replace(_VIEW, service="police", stays=(_STAY,), lost_sight_at=at(80)),),
            alerted=(AlertedRoom(room=_ROOM, phase="entered", revision=5, delivered_at=None, acknowledged=None,
                                 escalation="telephone", telephone="+31 00 000", call=True),),
            facts=(_FACT,), requests=(_REQUEST,), stops=(_STOP,), notices=(_NOTICE,),
            target=_TARGET,
            checklist=(CheckEntry(item="outcome", text="caught", language="en", by=_DESK, done_at=at(1000)),
                       CheckEntry(item="six_hours", due_at=at(22_600))),
        ), InboxRecord,
    ),
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
    "desk": (
        DeskPresence(room=_ROOM, console="console-7", account="Anna", desk="3", role="operator", state="NL",
                     since=at(-60), kind="page", page_visible=True, sound_armed=False, at=at(15)), DeskPresence,
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
