"""How alerts change: each change is a revision of the room's one alert, and what rings covers nothing seen before."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.orders import AddFact, HandOverAlert, OpenedInError, Request, Shelve, TakeLead, WithdrawFact
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.alert_changes import ALERT_CHANGES
from streams.pursuit.evolve import evolve_all
from streams.pursuit.state import Pursuit
from streams.records import Alert
from tests.streams.pursuit.scene import (
    HOME,
    NORTH,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    answer,
    approach,
    at,
    crew,
    desk,
    in_nl,
    opened_at_home,
    possible,
    settled,
)  # fmt: skip

ANNA = desk(SOUTH, "Anna")


def _owned() -> Chase:
    chase = in_nl()
    chase.receipt(31, SOUTH, 1)
    chase.acknowledge(35, SOUTH, 1, by=ANNA)
    return chase


def _after(state: Pursuit, *events: ev.Event, room: str = SOUTH) -> Alert:
    after = evolve_all(state, events)
    assert after is not None
    return after.alerts[room]


def _changed(phase: Any, priority: Any = 1, seconds: float = 60, **more: Any) -> ev.AlertChanged:
    return ev.AlertChanged(room=SOUTH, phase=phase, priority=priority, at=at(seconds), **more)


def test_every_change_is_one_revision_more() -> None:
    state = _owned().pursuit
    before = state.alerts[SOUTH]
    assert (_after(state, _changed("entered")).revision, before.revision) == (3, 2)
    assert {kind.__name__ for kind in ALERT_CHANGES} == {
        "AlertRaised", "AlertChanged", "AlertRevised", "AlarmRaised", "Acknowledged", "Notified", "Escalated",
        "AlarmSeen", "AlertShelved", "AlertOffered", "AlertTaken",
    }  # fmt: skip


# ---------------------------------------------------------------- what a ring takes


def _is_to_be_seen(alert: Alert, seconds: float) -> None:
    assert alert.rang_revision == alert.revision
    assert (alert.raised_at, alert.revised_at) == (at(seconds), None)
    assert (alert.acknowledged, alert.shelved, alert.offered) == (None, None, None)


def test_a_rise_of_priority_rings_and_takes_acknowledgement_shelf_and_offer() -> None:
    chase = _owned()
    chase.order(36, HandOverAlert(to="Bert"), by=ANNA)
    quieter = _changed("left", 3, 50)
    assert _after(chase.pursuit, quieter).acknowledged is not None
    _is_to_be_seen(_after(chase.pursuit, quieter, _changed("entered", 1, 60)), 60)


def test_an_alarm_rings_in_the_alert_and_takes_them_too() -> None:
    chase = _owned()
    chase.order(36, HandOverAlert(to="Bert"), by=ANNA)
    (alarm,) = alarms([SOUTH], "danger", {"code": "armed"}, at(60), priority=1)
    alert = _after(chase.pursuit, alarm)
    _is_to_be_seen(alert, 60)
    assert (alert.phase, alert.crossing, alert.alarms[0].revision) == ("entered", alert_of(chase).crossing, 4)


def test_why_it_never_was_must_be_seen_by_a_person_whoever_saw_that_it_was() -> None:
    chase = _owned()
    alert = _after(chase.pursuit, _changed("withdrawn", 3, 60, because="other radio"))
    _is_to_be_seen(alert, 60)
    assert (alert.code, alert.because) == ("withdrawn_because", "other radio")


def test_a_ring_forgets_who_received_what_was_before_it() -> None:
    chase = _owned()
    assert chase.pursuit.receipts
    chase.order(40, OpenedInError(reason="a drill"))
    assert not [what for what in chase.pursuit.receipts if what.startswith(SOUTH)]


def test_an_edge_of_an_area_takes_nobodys_acknowledgement() -> None:
    chase = in_nl()
    chase.moved(40, "BE/CAR-1", 50.7, 6.05)
    chase.acknowledge(50, NORTH, 1, by=desk(NORTH, "Nel"))
    for second, lat, phase in ((60, 50.3, "left"), (70, 50.7, "entered")):
        chase.moved(second, "BE/CAR-1", lat, 6.05)
        owner = alert_of(chase, NORTH).acknowledged
        assert owner is not None
        assert (owner.by.name, alert_of(chase, NORTH).phase, alert_of(chase, NORTH).rang_revision) == ("Nel", phase, 1)


def test_what_is_over_is_put_aside_no_longer() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    chase.order(12, Shelve(revision=1, minutes=5, reason="x"), by=ANNA)
    assert _after(chase.pursuit, _changed("approaching", 2)).shelved is not None
    assert _after(chase.pursuit, _changed("cleared", 2)).shelved is None


def test_a_revision_says_who_leads_by_now() -> None:
    chase = in_nl()
    chase.order(40, TakeLead(), by=desk(SOUTH))
    assert alert_of(chase, HOME).leading_room == SOUTH
    assert _after(chase.pursuit, _changed("entered")).leading_room == SOUTH


# ---------------------------------------------------------------- how far it has escalated


def test_a_new_ring_is_no_answer_to_an_alert_that_nobody_acknowledged() -> None:
    state = in_nl().pursuit
    called = ev.Escalated(room=SOUTH, level="telephone", at=at(150))
    (alarm,) = alarms([SOUTH], "danger", {"code": "armed"}, at(160), priority=1)
    assert _after(state, called, alarm).escalation == "telephone"
    rung = replace(_raised(), fault="broken")
    assert _after(state, called, rung).escalation == "telephone"


def test_acknowledged_or_over_the_next_ring_begins_at_the_beginning() -> None:
    state = in_nl().pursuit
    called = ev.Escalated(room=SOUTH, level="telephone", at=at(150))
    seen = ev.Acknowledged(room=SOUTH, revision=1, by=ANNA, at=at(160))
    assert _after(state, called, seen).escalation == "none"
    assert _after(state, called, _changed("left", 3), _raised()).escalation == "none"


def _raised() -> ev.AlertRaised:
    return ev.AlertRaised(
        room=SOUTH, phase="entered", priority=1, at=at(200), territory_from=("BE",), territory_to=("NL",),
        crossing=None, before_opening=False, since_unknown=False, place=None, area=None, basis="area",
    )  # fmt: skip


# ---------------------------------------------------------------- alarms


def test_a_room_without_an_alert_gets_one_for_its_alarm() -> None:
    state = in_nl().pursuit
    (alarm,) = alarms([WEST], "asked", {"kind": "observe", "room": HOME, "request": "r"}, at(60), priority=2)
    alert = _after(state, alarm, room=WEST)
    assert (alert.phase, alert.kind, alert.code, alert.revision, alert.priority) == ("alarm", "by_hand", "alarm", 1, 2)


def _rung(*told: tuple[str, dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    state: Pursuit = in_nl().pursuit
    events = [
        alarm for second, (code, params) in enumerate(told)
        for alarm in alarms([SOUTH], code, params, at(60 + second), priority=2)
    ]  # fmt: skip
    return [(alarm.code, alarm.params) for alarm in _after(state, *events).alarms]


def test_what_is_said_again_takes_the_place_of_what_was() -> None:
    armed, unlit = ("danger", {"code": "armed"}), ("danger", {"code": "unlit"})
    assert _rung(armed, unlit, armed) == [unlit, armed]
    asked = [("still_running", {"since": str(number)}) for number in range(3)]
    assert _rung(*asked) == [asked[-1]]


def test_of_too_many_that_need_no_hurry_the_oldest_go_and_of_those_that_hurry_none() -> None:
    dangers = [("danger", {"code": str(number)}) for number in range(24)]
    led = [("lead_passed", {"room": str(number)}) for number in range(7)]
    assert _rung(*dangers[:12], *led, *dangers[12:]) == [*dangers[:12], *led[1:], *dangers[12:]]
    assert _rung(*led, *dangers, ("danger", {"code": "x"})) == [*led[2:], *dangers, ("danger", {"code": "x"})]
    assert len(dangers) + len(led) - 2 + 1 == 30


_ALARMS = [("danger", "armed"), ("danger", "unlit"), ("stop_given", "s"), ("lead_passed", "r"), ("asked", "q")]
_TOLD = st.lists(st.sampled_from(_ALARMS), min_size=1, max_size=30)


@given(_TOLD)
def test_the_last_alarm_is_always_there_and_no_two_are_the_same(told: list[tuple[str, str]]) -> None:
    kept = _rung(*((code, {"x": what}) for code, what in told))
    assert kept[-1] == (told[-1][0], {"x": told[-1][1]})
    assert len({(code, params["x"]) for code, params in kept}) == len(kept) <= 30


@pytest.mark.parametrize("move", ["left", "departed", "overflown", "withdrawn", "approaching"])
def test_an_alarm_that_nobody_acknowledged_keeps_its_gravity_whatever_happens(move: Any) -> None:
    state = in_nl().pursuit
    alarm = alarms([SOUTH], "danger", {"code": "armed"}, at(60), priority=1)
    raised = ev.AlertRaised(
        room=SOUTH, phase=move, priority=3, at=at(61), territory_from=(), territory_to=("NL",), crossing=None,
        before_opening=False, since_unknown=False, place=None, area=None, basis="area",
    )  # fmt: skip
    for event in (raised, ev.AlertChanged(room=SOUTH, phase=move, priority=3, at=at(61))):
        alert = _after(state, *alarm, event)
        assert (alert.phase, alert.priority, [one.code for one in alert.alarms]) == (move, 1, ["danger"])
        owned = ev.Acknowledged(room=SOUTH, revision=alert.revision, by=desk(SOUTH), at=at(62))
        assert _after(state, *alarm, event, owned, replace(event, at=at(63))).priority == 3


def test_a_danger_that_is_none_takes_its_gravity_with_it_but_not_that_of_another() -> None:
    state = opened_at_home().pursuit
    gone = alarms([WEST], "danger_withdrawn", {"code": "armed", "because": "toy"}, at(62), priority=3)
    armed = alarms([WEST], "danger", {"code": "armed"}, at(60), priority=1)
    alert = _after(state, *armed, *gone, room=WEST)
    assert (alert.priority, [alarm.code for alarm in alert.alarms]) == (3, ["danger_withdrawn"])
    hostage = alarms([WEST], "danger", {"code": "hostage"}, at(61), priority=1)
    alert = _after(state, *armed, *hostage, *gone, room=WEST)
    assert (alert.priority, [alarm.code for alarm in alert.alarms]) == (1, ["danger", "danger_withdrawn"])


def test_a_danger_that_is_none_leaves_a_fault_that_nobody_has_seen() -> None:
    chase = in_nl()
    chase.fault(40)
    chase.order(50, AddFact(fact="d", kind="danger", code="armed", source="crew"), by=crew())
    chase.order(60, WithdrawFact(fact="d", reason="a toy"))
    assert (alert_of(chase, HOME).priority, alert_of(chase, HOME).fault != "") == (1, True)


def test_a_quiet_rise_that_keeps_its_acknowledgement_needs_a_new_look_where_there_is_none() -> None:
    chase = in_nl()
    chase.crossed(40, "NL", "BE")
    chase.crossed(50, "BE", "NL")
    alert = alert_of(chase, SOUTH)
    assert (alert.rang_revision, alert.risen_revision, alert.revision) == (1, 3, 3)
    chase.acknowledge(51, SOUTH, 2)
    assert answer(chase.decisions[-1]).code == "other_revision"
    chase.acknowledge(52, SOUTH, 3)
    assert alert_of(chase, SOUTH).acknowledged is not None


def test_a_fact_that_is_no_danger_rings_nowhere() -> None:
    chase = in_nl()
    chase.order(40, AddFact(fact="f", kind="remark", text="x", source="desk"))
    assert alert_of(chase).revision == 1


def test_a_question_after_a_danger_that_somebody_has_seen_does_not_ring_as_that_danger_did() -> None:
    chase = in_nl()
    chase.order(40, AddFact(fact="f", kind="danger", code="armed", source="crew"), by=desk(SOUTH))
    assert alert_of(chase, HOME).priority == 1
    seen = alert_of(chase, HOME).revision
    chase.acknowledge(50, HOME, seen, by=desk())
    chase.order(60, TakeLead(), by=desk(SOUTH))
    alert = alert_of(chase, HOME)
    assert (alert.alarms[-1].code, alert.priority, alert.rang_revision) == ("lead_passed", 3, alert.revision)


def test_what_nobody_has_acknowledged_keeps_its_priority_whatever_rings() -> None:
    chase = in_nl()
    chase.order(40, AddFact(fact="f", kind="danger", code="armed", source="crew"), by=desk(SOUTH))
    chase.order(60, TakeLead(), by=desk(SOUTH))
    assert alert_of(chase, HOME).priority == 1


def test_an_entry_is_of_priority_1_also_where_it_was_acknowledged() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, alert_of(chase).revision, by=desk(SOUTH))
    chase.order(40, Request(request="r", kind="observe", to=SOUTH))
    assert alert_of(chase).priority == 1


def test_what_rings_besides_does_not_bring_the_unit_to_this_rooms_place() -> None:
    chase = opened_at_home()
    chase.join(1, SECOND)
    chase.present(2, "BE", SECOND)
    first = possible("BE", "NL", 30)
    chase.told(30, first, "NL")
    chase.told(36, settled(first, "confirmed", lat=50.8, lon=6.0), "NL")
    chase.warn(40, SOUTH)
    chase.acknowledge(45, SOUTH, 3)
    assert alert_of(chase).elsewhere
    chase.crossed(600, "BE", "NL", SECOND)
    assert f"{SOUTH} 5 entered P1, rings" in alert_lines(chase.decisions[-1])
