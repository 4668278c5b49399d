"""The desks of the demo: each does its part once it is its turn, and nothing that a person has done."""

from datetime import UTC, datetime

from msgspec.structs import replace

from senningen.played_desks import HOME, NEIGHBOUR, at_the_end, planned
from streams.orders import AnswerRequest, CheckItem, Request
from streams.records import (
    Account,
    Acknowledgement,
    Alert,
    AlertedRoom,
    AlertRecord,
    Assistance,
    PursuitRecord,
)

AT = datetime(2026, 1, 1, tzinfo=UTC)
CASE = "BE/DEMO-1"
DESK = Account(name="desk", role="operator", state="NL", room=NEIGHBOUR)
OWNED = Acknowledgement(by=DESK, revision=1, at=AT)
ALERT = Alert(
    id=f"{CASE}|{NEIGHBOUR}", case=CASE, room=NEIGHBOUR, revision=2, phase="entered", priority=1, code="entered",
    mode="exercise", home="BE", leading_room=HOME, opened_at=AT, opened_by="BE/LIE-21", raised_at=AT,
)  # fmt: skip
ALERTED = AlertedRoom(room=NEIGHBOUR, phase="entered", revision=2, delivered_at=AT, acknowledged=OWNED)
VIEW = PursuitRecord(
    recipient=HOME, case=CASE, event=5, mode="exercise", phase="open", leading_room=HOME, opened_at=AT,
    opened_by="BE/LIE-21", purpose="", units=(), alerted=(ALERTED,),
)  # fmt: skip
ASKED = Assistance(id="r", kind="take_over", by=DESK, room=HOME, to=NEIGHBOUR, at=AT)


def orders(record: AlertRecord | PursuitRecord, room: str) -> list[str]:
    """The words of what the desk of this room plans."""
    return [plan.command.id.removeprefix(f"demo:{CASE}:") for plan in planned(record, room, CASE)]


def test_the_neighbour_acknowledges_what_rang_and_nobody_else_does() -> None:
    assert orders(AlertRecord(alert=ALERT), NEIGHBOUR) == ["acknowledge:1"]
    assert orders(AlertRecord(alert=ALERT), HOME) == []
    assert orders(AlertRecord(alert=replace(ALERT, acknowledged=OWNED)), NEIGHBOUR) == []
    assert orders(AlertRecord(alert=replace(ALERT, phase="approaching", priority=2)), NEIGHBOUR) == []
    assert orders(AlertRecord(alert=replace(ALERT, case="BE/OTHER")), NEIGHBOUR) == []


def test_home_asks_for_a_take_over_once_the_neighbour_owns_the_alert() -> None:
    (plan,) = planned(VIEW, HOME, CASE)
    assert isinstance(plan.command.order, Request)
    assert (plan.command.order.kind, plan.command.order.to) == ("take_over", NEIGHBOUR)
    assert orders(replace(VIEW, alerted=(replace(ALERTED, acknowledged=None),)), HOME) == []
    assert orders(replace(VIEW, requests=(ASKED,)), HOME) == []
    assert orders(VIEW, NEIGHBOUR) == []


def test_the_neighbour_accepts_what_it_is_asked() -> None:
    (plan,) = planned(replace(VIEW, requests=(ASKED,)), NEIGHBOUR, CASE)
    assert isinstance(plan.command.order, AnswerRequest)
    assert plan.command.order.request == "r"
    assert orders(replace(VIEW, requests=(replace(ASKED, state="accepted"),)), NEIGHBOUR) == []


def test_who_leads_closes_and_fills_in_some_of_the_checklist() -> None:
    close, *done = at_the_end(replace(VIEW, leading_room=NEIGHBOUR))
    assert (close.command, close.room) == ("close", NEIGHBOUR)
    assert [order.order.item for order in done if isinstance(order.order, CheckItem)] == [
        "outcome", "person_handed_over", "officers_report",
    ]  # fmt: skip


def test_of_a_closed_pursuit_there_is_nothing_to_do() -> None:
    assert orders(replace(VIEW, phase="closed"), HOME) == []
