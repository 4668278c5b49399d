"""A pursuit of which everything is known, and one record of every kind, for tests of what is said of them."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from borders.card import Card, Limit, card_for
from borders.load import load_regimes
from borders.rooms import Room
from streams.orders import FactKind
from streams.records import (
    Account,
    Alarm,
    AlertedRoom,
    AnswerRecord,
    Assistance,
    AtConsole,
    ByHand,
    CardRecord,
    CheckEntry,
    Fact,
    InboxRecord,
    LogEntry,
    Notice,
    NoticeRecord,
    PursuitRecord,
    Stay,
    StopOrder,
    StopRecord,
    TargetSighting,
)
from tests.consumers.records import CASE, LEAD, NOON, ROOM, UNIT, alert_record, seen, visibility

CREW = Account(name="LIE-21", role="unit", state="BE", room=LEAD, unit=UNIT)
DESK = Account(name="jansen", role="operator", state="NL", room=ROOM, desk="desk 3")


def known_room(room: str) -> Room | None:
    """All that the directory has: the leading room, where French is spoken, with its number."""
    liege = Room(LEAD, "BE", "CIC Liège", ("fr", "de"), ("BE-WLG",), "cic", "primary", "memory", telephone="+32 4 340")
    return liege if room == LEAD else None


def fact(kind: FactKind, **changes: Any) -> Fact:
    """Said by the crew at noon; `id` is its kind."""
    given: dict[str, Any] = {"id": kind, "source": "crew", "by": CREW, "at": NOON, "data_class": "operational"}
    return Fact(**{**given, "kind": kind, **changes})


def target(**changes: Any) -> TargetSighting:
    """A camera saw the car."""
    given: dict[str, Any] = {"lat": 50.8, "lon": 5.7, "uncertainty_m": 200, "source": "anpr", "by": DESK}
    return TargetSighting(**{**given, "observed_at": NOON, "at": NOON, **changes})


def request(**changes: Any) -> Assistance:
    """Liege asks the Dutch room to take over; not answered yet."""
    given: dict[str, Any] = {"id": "r1", "kind": "take_over", "by": CREW, "room": LEAD, "to": ROOM, "at": NOON}
    return Assistance(**{**given, **changes})


def stop(**changes: Any) -> StopOrder:
    """The Dutch room orders all to stop; one of two has receipted it."""
    given: dict[str, Any] = {"id": "s1", "by": DESK, "holders": (ROOM,), "at": NOON, "reason": "school ahead"}
    return StopOrder(**{**given, "units": {UNIT: NOON, "BE/X": None}, **changes})


def limit(**changes: Any) -> Limit:
    """10 km along the track."""
    given: dict[str, Any] = {
        "basis_id": "b", "distance_m": 10_000, "measured": "along_track", "point": None, "time_s": None,
        "combine": None, "confidence": "verified", "check_with": None,
    }  # fmt: skip
    return Limit(**{**given, **changes})


def stay(**changes: Any) -> Stay:
    """A unit is in the Netherlands since noon, and its limit is near."""
    given: dict[str, Any] = {
        "state": "NL", "card": "BE>NL/police/2026-05-04", "known": True, "crossing": "c", "since": NOON,
        "limits": (limit(),),
        "travelled_m": 8_200, "crow_m": 3_100, "reached": "warned", "by": "distance",
    }  # fmt: skip
    return Stay(**{**given, **changes})


def proof(**changes: Any) -> Notice:
    """The Dutch room had notice by sound 40 s before the crossing at noon."""
    heard = AtConsole(console="desk 3", at=NOON - timedelta(seconds=40), revision=1)
    given: dict[str, Any] = {
        "room": ROOM, "crossing": "x1", "crossed_at": NOON, "not_before": NOON, "not_after": NOON, "sounded": heard,
        "verdict": "in_time", "margin_s": 40.0, "reasons": ("sounded",),
    }  # fmt: skip
    return Notice(**{**given, **changes})


def alerted(**changes: Any) -> AlertedRoom:
    """The Dutch room has its alert, and nobody there owns it."""
    given: dict[str, Any] = {"room": ROOM, "phase": "entered", "revision": 1, "delivered_at": NOON}
    return AlertedRoom(**{**given, "acknowledged": None, **changes})


def item(**changes: Any) -> CheckEntry:
    """The outcome stands in the checklist."""
    given: dict[str, Any] = {"item": "outcome", "text": "caught", "by": DESK, "done_at": NOON}
    return CheckEntry(**{**given, **changes})


def full_pursuit(**changes: Any) -> PursuitRecord:
    """A pursuit with one of everything."""
    given: dict[str, Any] = {
        "recipient": ROOM, "case": CASE, "event": 9, "mode": "exercise", "phase": "open", "leading_room": ROOM,
        "opened_at": NOON, "opened_by": "LIE-21", "purpose": "ram raid", "home_room": LEAD, "lead_since": NOON,
        "units": (replace(seen(UNIT, "NL"), stays=(stay(),), lost_sight_at=NOON),),
        "alerted": (alerted(call=True),),
        "log": (LogEntry(at=NOON, code="unit_joined", params={"unit": UNIT}),),
        "facts": (fact("danger", code="armed"), fact("remark", id="guess", text="drunk", assessment=True)),
        "target": target(), "requests": (request(),), "stops": (stop(),), "notices": (proof(),),
        "checklist": (item(), CheckEntry(item="six_hours", due_at=NOON)),
        "asked_at": NOON,
    }  # fmt: skip
    return PursuitRecord(**{**given, **changes})


def law_card(from_state: str = "BE", to_state: str = "NL") -> Card:
    """What our own table says of a police pursuit on the day of these records."""
    return card_for(load_regimes(), from_state, to_state, on=NOON.date(), service="police")


def answer(code: str = "closed", /, **params: str) -> AnswerRecord:
    """A command of the Dutch room was refused."""
    given: dict[str, Any] = {"recipient": ROOM, "case": CASE, "mode": "exercise", "command": "c1", "accepted": False}
    return AnswerRecord(**given, code=code, reason="it is", params=params)


def notice(code: str = "fixes_refused", text: str = "", /, **params: str) -> NoticeRecord:
    """Something for the Dutch room to read."""
    given: dict[str, Any] = {"recipient": ROOM, "case": CASE, "mode": "exercise", "id": "n", "unit": None, "at": NOON}
    return NoticeRecord(**given, code=code, text=text, params=params)


def by_hand(**changes: Any) -> ByHand:
    """The crew warned of itself."""
    given: dict[str, Any] = {"by": CREW, "at": NOON, "text": "coming", "place": "E25", "direction": "north"}
    return ByHand(**{**given, "speed_mps": 40, "seen_at": NOON, **changes})


def sample_records() -> tuple[InboxRecord, ...]:
    """One record of every kind that a reader may have, all of an exercise."""
    told: dict[str, Any] = {"recipient": ROOM, "case": CASE, "mode": "exercise"}
    alarm = Alarm(code="limit_exceeded", at=NOON, revision=1, params={"unit": UNIT, "state": "NL", "by": "distance"})
    return (
        alert_record(ROOM, alarms=(alarm,), escalation="telephone", fault="x"),
        alert_record(ROOM, kind="by_hand", phase="warned", by_hand=by_hand(), crossing=None),
        full_pursuit(),
        visibility(ROOM),
        answer(case=CASE, phase="merged"),
        notice("request_refused", kind="observe", room=ROOM, reason="no car free"),
        CardRecord(**told, id="k", card=law_card()),
        StopRecord(**told, stop=stop(unanswered=True), event=1),
    )
