"""A pursuit in which everything has happened, for tests of its panel: every part of it changeable."""

from datetime import date
from typing import Any

from borders.card import Limit, card_for
from borders.load import load_regimes
from streams.console import RoomDesks
from streams.records import (
    Account,
    Acknowledgement,
    AlertedRoom,
    Assistance,
    AtConsole,
    CardRecord,
    CheckEntry,
    Fact,
    LogEntry,
    Notice,
    PursuitRecord,
    Stay,
    StopOrder,
    TargetSighting,
    UnitView,
    Withdrawn,
)
from tests.dashboard.records import BE_ROOM, CAR, CASE, LAT, LON, NL_ROOM, SECOND_CAR, ago, pursuit, unit_view

CARD = "BE>NL/police/2026-01-01"
LU_ROOM = "LU/CIN"
TELEPHONE = "+32 4 340 00 00"
CREW = Account(name="LIE-21", role="unit", state="BE", unit=CAR)
BE_DESK = Account(name="be-desk", role="operator", state="BE", room=BE_ROOM, desk="Desk 1")
NL_DESK = Account(name="nl-desk", role="operator", state="NL", room=NL_ROOM, desk="Desk 3")


def fact(kind: Any, **changes: Any) -> Fact:
    """Told by the crew five minutes ago."""
    given: dict[str, Any] = {"id": kind, "source": "crew", "by": CREW, "at": ago(300), "data_class": "operational"}
    return Fact(**{**given, "kind": kind, **changes})


def facts() -> tuple[Fact, ...]:
    """A danger, one that was wrong, the car, the reason, and an opinion."""
    wrong = Withdrawn(by=BE_DESK, at=ago(30), reason="it was a torch")
    return (
        fact("danger", code="armed"),
        fact("danger", id="torch", code="explosives", withdrawn=wrong),
        fact("trigger", code="evaded_police_check"),
        fact("vehicle", plate="1-ABC-234", plate_state="BE", text="Audi RS3, grijs", language="nl"),
        fact("remark", text="zou naar Maastricht willen", language="nl", assessment=True),
    )


def stay(**changes: Any) -> Stay:
    """In the Netherlands for 26 of 30 minutes, 3 of 10 km."""
    both = Limit("be-nl", 10_000.0, "along_track", None, 1800.0, "or", "verified", None)
    given: dict[str, Any] = {
        "state": "NL", "card": CARD, "known": True, "crossing": "x", "since": ago(26 * 60), "limits": (both,),
        "travelled_m": 3120.0, "crow_m": 2400.0, "reached": "warned", "by": "time",
    }  # fmt: skip
    return Stay(**{**given, **changes})


def units() -> tuple[UnitView, ...]:
    """One abroad near its limit, one that is silent, lost the target and drives home, one that never was in it."""
    first = unit_view()
    second = unit_view(SECOND_CAR, ("BE",))
    third = unit_view("BE/LIE-99", ("BE",))
    return (
        UnitView(**{**as_given(first), "service": "police", "stays": (stay(),)}),
        UnitView(**{**as_given(second), "service": "police", "silent_since": ago(95), "lost_sight_at": ago(120),
                    "returning": True}),
        UnitView(**{**as_given(third), "active": False, "in_error": True}),
    )  # fmt: skip


def as_given(record: Any) -> dict[str, Any]:
    """The fields of a record, to make another of them."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


def request(**changes: Any) -> Assistance:
    """Liège asks Maastricht to block the road."""
    given: dict[str, Any] = {
        "id": "r1", "kind": "block_road", "by": BE_DESK, "room": BE_ROOM, "to": NL_ROOM, "at": ago(60),
        "text": "sluit de afrit", "language": "nl",
    }  # fmt: skip
    return Assistance(**{**given, **changes})


def stop(**changes: Any) -> StopOrder:
    """Maastricht orders all units to stop; one has receipted it."""
    given: dict[str, Any] = {
        "id": "s1", "by": NL_DESK, "holders": (NL_ROOM,), "at": ago(45), "reason": "te gevaarlijk in de stad",
        "language": "nl", "units": {CAR: ago(40), SECOND_CAR: None}, "unanswered": True,
    }  # fmt: skip
    return StopOrder(**{**given, **changes})


def alerted(room: str = NL_ROOM, **changes: Any) -> AlertedRoom:
    """The room has the alert, and nobody has acknowledged it."""
    given: dict[str, Any] = {
        "room": room, "phase": "entered", "revision": 2, "delivered_at": ago(20), "acknowledged": None,
        "telephone": TELEPHONE,
    }  # fmt: skip
    return AlertedRoom(**{**given, **changes})


def notice(**changes: Any) -> Notice:
    """Maastricht saw it two seconds before the crossing."""
    at = ago(12)
    given: dict[str, Any] = {
        "room": NL_ROOM, "crossing": "x", "crossed_at": at, "not_before": at, "not_after": at,
        "delivered": AtConsole(console="console-1", at=ago(14.5), revision=1),
        "shown": AtConsole(console="console-1", at=ago(14), revision=1),
        "verdict": "in_time", "margin_s": 2.0, "reasons": ("shown",),
    }  # fmt: skip
    return Notice(**{**given, **changes})


def checklist() -> tuple[CheckEntry, ...]:
    """One item done, one open, and the six hours that run."""
    return (
        CheckEntry(item="outcome", text="aangehouden", language="nl", by=BE_DESK, done_at=ago(100)),
        CheckEntry(item="damage"),
        CheckEntry(item="six_hours", due_at=ago(-7200)),
    )


def rich_pursuit(**changes: Any) -> PursuitRecord:
    """The Dutch room's view of a pursuit in which everything has happened; Belgium leads."""
    owner = Acknowledgement(by=BE_DESK, revision=1, at=ago(150))
    given: dict[str, Any] = {
        "home_room": BE_ROOM, "lead_since": ago(200), "facts": facts(), "units": units(), "requests": (request(),),
        "stops": (stop(),), "notices": (notice(),),
        "target": TargetSighting(lat=LAT, lon=LON, uncertainty_m=200, observed_at=ago(34), source="aircraft",
                                 course_deg=10, speed_mps=42, by=CREW, at=ago(30)),
        "alerted": (alerted(), alerted(BE_ROOM, phase="departed", kind="home", acknowledged=owner),
                    alerted(LU_ROOM, phase="approaching", telephone="+352 4997 2341")),
        "log": (LogEntry(at=ago(200), code="opened", params={"by": CAR}),
                LogEntry(at=ago(45), code="stop_given", params={"by": "nl-desk"})),
    }  # fmt: skip
    return pursuit(**{**given, **changes})


def law_card(recipient: str = NL_ROOM) -> CardRecord:
    """What holds for Belgian police in the Netherlands, as the installed table says it."""
    law = card_for(load_regimes(), "BE", "NL", on=date(2026, 1, 1), service="police")
    return CardRecord(recipient=recipient, case=CASE, id=CARD, card=law, mode="exercise")


def desks(room: str, signed_in: int = 1, **changes: Any) -> RoomDesks:
    """A neighbouring room's desks, each with the page visible and the sound armed."""
    given: dict[str, Any] = {"signed_in": signed_in, "page_visible": signed_in, "sound_armed": signed_in}
    return RoomDesks(room=room, **{**given, **changes})
