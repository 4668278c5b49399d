"""What people may order: who may open, join, leave, acknowledge and close, and what everybody else is answered."""

from datetime import timedelta, timezone
from typing import Any

import msgspec
import pytest

from streams.orders import AddFact, GiveStop, LiftStop, TakeLead
from streams.records import Account, Acknowledge, AlertRecord, AnswerRecord, Close, JoinUnit, LeaveUnit, Open
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    approach,
    at,
    crew,
    crossing,
    desk,
    inbox,
    records,
)  # fmt: skip

GERMAN = "DE/CAR-7"


def _answer(chase: Chase) -> AnswerRecord:
    answers = inbox(chase.decisions[-1], AnswerRecord)
    assert len(answers) == 1
    record: AnswerRecord = next(iter(answers.values()))
    return record


def _opened() -> Chase:
    chase = Chase()
    chase.open()
    return chase


def _rung() -> Chase:
    chase = _opened()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    return chase


def _admin() -> Account:
    return Account(name="root", role="administrator", state="BE", room=HOME)


# ---------------------------------------------------------------- open


def test_a_crew_opens_for_itself_and_its_room_leads() -> None:
    chase = _opened()
    assert _answer(chase).accepted
    assert (chase.pursuit.leading_room, chase.pursuit.opened_by, chase.pursuit.mode) == (HOME, CAR, "exercise")
    assert list(chase.pursuit.units) == [CAR]


def test_who_may_not_see_the_pursuit_that_has_a_number_reads_only_that_it_is_taken() -> None:
    chase = _opened()
    chase.open(5, by=desk(OTHER))
    assert (_answer(chase).code, _answer(chase).params) == ("known_case", {"case": CASE})
    assert not {"12:00", CAR, HOME} & set(_answer(chase).reason.split())
    chase.open(6, by=crew(DUTCH, SOUTH))
    assert _answer(chase).code == "wrong_state"


def test_an_operator_opens_for_several_units_of_the_state_or_for_none_yet() -> None:
    chase = Chase()
    chase.open(0, SECOND, CAR, by=desk())
    assert list(chase.pursuit.units) == [CAR, SECOND]
    empty = Chase()
    empty.take(Open(id="o", case=CASE, mode="live", happened_at=at(0), by=desk(), units=(), room=HOME))
    assert empty.pursuit.units == {}


@pytest.mark.parametrize(
    ("by", "units", "room", "code"),
    [
        (crew(DUTCH, SOUTH), (DUTCH,), SOUTH, "wrong_state"),
        (crew(), (CAR,), OTHER, "wrong_room"),
        (crew(), (CAR, SECOND), HOME, "wrong_unit"),
        (crew(), (), HOME, "wrong_unit"),
        (desk(), (DUTCH,), HOME, "wrong_state"),
        (_admin(), (CAR,), HOME, "not_allowed"),
    ],
)
def test_nobody_opens_for_another_state_room_or_unit(by: Account, units: Any, room: str, code: str) -> None:
    chase = Chase()
    chase.take(Open(id="open", case=CASE, mode="test", happened_at=at(0), by=by, units=units, room=room))
    answer = _answer(chase)
    assert (answer.accepted, answer.code, answer.mode) == (False, code, "test")
    assert answer.reason
    assert chase.state is None


def test_a_case_is_opened_once() -> None:
    chase = _opened()
    chase.open(5, by=crew(), identity="second")
    assert _answer(chase).code == "already_open"
    assert "12:00:00" in _answer(chase).reason


def test_a_clock_that_is_ahead_opens_nothing_in_the_future() -> None:
    chase = Chase()
    report = Open(id="open", case=CASE, mode="live", happened_at=at(600), by=crew(), units=(CAR,), room=HOME)
    chase.take(report, arrived=at(1))
    assert chase.pursuit.opened_at == chase.pursuit.units[CAR].joined_at == at(1)


# ---------------------------------------------------------------- join and leave


def test_a_desks_clock_that_is_behind_does_not_make_an_earlier_crossing_one_of_the_pursuit() -> None:
    chase = Chase()
    report = Open(
        id="o", case=CASE, mode="exercise", happened_at=at(-600), by=desk(), units=(CAR,), room=HOME
    )  # fmt: skip
    chase.take(report, arrived=at(0))
    chase.present(1, "NL", crossings=(crossing("BE", "NL", -300),))
    assert chase.pursuit.opened_at == at(0)
    assert f"{SOUTH} 1 entered P1, rings, before opening" in chase.alerts


def test_when_a_crew_pressed_start_is_told_in_utc_whatever_zone_it_was_written_in() -> None:
    chase = Chase()
    zone = timezone(timedelta(hours=2))
    report = Open(
        id="o", case=CASE, mode="exercise", happened_at=at(-5).astimezone(zone), by=crew(), units=(CAR,), room=HOME
    )  # fmt: skip
    chase.take(report, arrived=at(0))
    assert chase.pursuit.opened_at.isoformat() == at(-5).isoformat()


def test_a_crew_of_another_state_joins_for_itself() -> None:
    chase = _rung()
    chase.join(35, DUTCH, by=crew(DUTCH, SOUTH))
    assert _answer(chase).accepted
    assert chase.pursuit.units[DUTCH].active


@pytest.mark.parametrize(
    ("unit", "by", "code"),
    [
        (SECOND, crew(), "wrong_unit"),
        (SECOND, desk(SOUTH), "wrong_state"),
        (SECOND, _admin(), "not_allowed"),
        (CAR, crew(), "already_joined"),
    ],
)
def test_nobody_joins_for_another_or_twice(unit: str, by: Account, code: str) -> None:
    chase = _rung()
    chase.join(35, unit, by=by)
    assert _answer(chase).code == code


def test_nobody_joins_a_unit_to_a_pursuit_of_which_its_state_was_told_nothing() -> None:
    """Neither its desk nor its crew: for them there is no such pursuit, and they read nothing of it."""
    chase = _opened()
    for by in (crew(GERMAN, WEST), desk(WEST)):
        chase.join(5, GERMAN, by=by)
        assert (_answer(chase).code, _answer(chase).params) == ("unknown_pursuit", {"case": CASE})
        assert [type(record).__name__ for _, record in records(chase.decisions[-1])] == ["AnswerRecord"]
    assert GERMAN not in chase.pursuit.units
    chase.warn(6, WEST)
    chase.join(7, GERMAN, by=desk(WEST))
    assert chase.pursuit.units[GERMAN].active


def test_a_live_unit_does_not_join_an_exercise() -> None:
    chase = _opened()
    chase.join(5, SECOND, mode="live")
    assert _answer(chase).code == "wrong_mode"
    assert SECOND not in chase.pursuit.units


def test_a_unit_that_left_may_come_back() -> None:
    chase = _opened()
    chase.leave(5, CAR)
    assert not chase.pursuit.units[CAR].active
    chase.leave(6, CAR)
    assert _answer(chase).code == "not_joined"
    chase.join(7, CAR)
    assert chase.pursuit.units[CAR].active


def test_a_pursuit_has_twenty_units_and_refuses_the_next_one() -> None:
    cars = [f"BE/CAR-{k}" for k in range(20)]
    chase = Chase()
    chase.open(0, *cars, by=desk())
    assert _answer(chase).accepted
    chase.join(5, "BE/CAR-20")
    assert _answer(chase).code == "too_many_units"
    chase.leave(6, "BE/CAR-1")
    chase.join(7, "BE/CAR-1")
    assert _answer(chase).accepted
    larger = Chase("BE/2")
    larger.open(0, *cars, "BE/CAR-20", by=desk())
    assert _answer(larger).code == "too_many_units"


# ---------------------------------------------------------------- acknowledge


def test_an_operator_of_the_room_owns_the_alert_once_acknowledged() -> None:
    chase = _rung()
    chase.acknowledge(40, SOUTH, 1)
    owner = chase.pursuit.alerts[SOUTH].acknowledged
    assert owner is not None
    assert (owner.by, owner.revision, owner.at) == (desk(SOUTH), 1, at(40.1))
    assert chase.pursuit.alerts[ROAD].acknowledged is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"room": SOUTH, "revision": 1, "by": desk(HOME)}, "unknown_alert"),
        ({"room": SOUTH, "revision": 1, "by": crew(DUTCH, SOUTH)}, "not_allowed"),
        ({"room": SOUTH, "revision": 1, "by": _admin()}, "not_allowed"),
        ({"room": SOUTH, "revision": 0}, "other_revision"),
        ({"room": SOUTH, "revision": 2}, "other_revision"),
        ({"room": SOUTH, "revision": 1, "alert": "BE/other|NL/SOUTH"}, "unknown_alert"),
        ({"room": OTHER, "revision": 1}, "unknown_pursuit"),
    ],
)
def test_an_acknowledgement_that_does_not_fit_is_refused(fields: dict[str, Any], code: str) -> None:
    chase = _rung()
    chase.acknowledge(40, **fields)
    assert _answer(chase).code == code
    assert all(alert.acknowledged is None for alert in chase.pursuit.alerts.values())


def test_the_second_to_acknowledge_hears_who_was_first() -> None:
    chase = _rung()
    chase.acknowledge(40, SOUTH, 1, by=desk(SOUTH, "Anna"))
    chase.acknowledge(41, SOUTH, 2, by=desk(SOUTH, "Bert"))
    answer = _answer(chase)
    assert answer.code == "already_acknowledged"
    assert "Anna" in answer.reason


def test_a_revision_older_than_the_last_ring_is_not_acknowledged() -> None:
    chase = _rung()
    chase.crossed(60, "NL", "BE")
    chase.crossed(390, "BE", "NL")  # revision 3 rings anew
    chase.acknowledge(395, SOUTH, 1)
    assert _answer(chase).code == "other_revision"
    assert "from 3 to 3, got 1" in _answer(chase).reason


def test_a_quiet_revision_may_be_acknowledged_by_who_saw_the_ring() -> None:
    chase = _rung()
    chase.crossed(60, "NL", "BE")  # revision 2 is quiet
    chase.acknowledge(65, SOUTH, 1)
    assert _answer(chase).accepted


# ---------------------------------------------------------------- close


def test_while_another_room_leads_the_room_at_home_closes_only_what_no_unit_is_in_any_more() -> None:
    chase = _rung()
    chase.order(40, TakeLead(), by=desk(SOUTH))
    chase.close(50)
    assert (_answer(chase).code, _answer(chase).params) == ("wrong_room", {"expected": SOUTH, "got": HOME})
    chase.leave(55, CAR)
    chase.close(60)
    assert (_answer(chase).code, chase.pursuit.phase) == ("done", "closed")


def test_the_leading_rooms_desk_closes() -> None:
    chase = _rung()
    chase.close(60)
    assert _answer(chase).accepted
    assert chase.pursuit.phase == "closed"


@pytest.mark.parametrize(
    ("by", "code"),
    [(desk(SOUTH), "wrong_room"), (desk(OTHER), "unknown_pursuit"), (crew(), "not_allowed"), (_admin(), "not_allowed")],
)
def test_nobody_else_closes(by: Account, code: str) -> None:
    chase = _rung()
    chase.close(60, by=by)
    assert _answer(chase).code == code
    assert chase.pursuit.phase == "open"


def test_after_the_close_nobody_joins_leaves_or_closes_again() -> None:
    chase = _rung()
    chase.close(60)
    chase.join(61, SECOND)
    assert _answer(chase).code == "closed"
    chase.leave(62, CAR)
    assert _answer(chase).code == "closed"
    chase.close(63)
    assert _answer(chase).code == "closed"


# ---------------------------------------------------------------- answers


def _head(identity: str) -> dict[str, Any]:
    return {"id": identity, "case": "BE/nowhere", "mode": "test", "happened_at": at(0)}


@pytest.mark.parametrize(
    "report",
    [
        JoinUnit(**_head("c"), by=crew(), unit=CAR),
        LeaveUnit(**_head("c"), by=crew(), unit=CAR),
        Acknowledge(**_head("c"), by=desk(), alert="BE/nowhere|BE/HOME", revision=1),
        Close(**_head("c"), by=desk()),
    ],
    ids=lambda report: type(report).__name__,
)
def test_a_command_for_a_case_that_is_not_there_is_refused_in_the_commands_own_mode(report: Any) -> None:
    chase = Chase("BE/nowhere")
    chase.take(report)
    answer = _answer(chase)
    assert (answer.accepted, answer.code, answer.mode) == (False, "unknown_pursuit", "test")
    assert chase.state is None


def test_an_answer_goes_to_the_crews_unit_or_to_the_desks_room() -> None:
    chase = _opened()
    assert list(inbox(chase.decisions[-1], AnswerRecord)) == [CAR]
    chase.join(5, SECOND, by=desk())
    assert list(inbox(chase.decisions[-1], AnswerRecord)) == [HOME]


def test_a_repeated_command_gets_the_first_answer_and_acts_once() -> None:
    chase = _rung()
    chase.acknowledge(40, SOUTH, 1, identity="ack")
    first, before = _answer(chase), chase.pursuit
    chase.acknowledge(50, SOUTH, 1, identity="ack")
    assert _answer(chase) == first
    assert chase.pursuit.alerts == before.alerts
    assert [type(r).__name__ for _, r in records(chase.decisions[-1])] == ["AnswerRecord"]


def test_what_was_done_is_not_done_again_however_much_was_ordered_and_refused_since() -> None:
    chase = _rung()
    chase.order(40, GiveStop(stop="s", reason="school is out"), identity="stop")
    chase.order(41, LiftStop(stop="s", reason="clear"))
    for number in range(150):
        chase.order(50, AddFact(fact=f"f{number}", kind="remark", text="x", source="desk"))
        chase.close(50, by=desk(SOUTH))
    before = chase.pursuit
    chase.order(60, GiveStop(stop="s", reason="school is out"), identity="stop")
    assert _answer(chase).accepted
    assert (chase.pursuit.stops, chase.pursuit.alerts) == (before.stops, before.alerts)


def test_a_repeated_refusal_gets_the_first_refusal_even_where_it_would_be_done_now() -> None:
    chase = _opened()
    chase.leave(5, SECOND, identity="early")
    assert _answer(chase).code == "not_joined"
    chase.join(6, SECOND)
    chase.leave(7, SECOND, identity="early")
    assert _answer(chase).code == "not_joined"
    assert chase.pursuit.units[SECOND].active


def test_a_refused_command_changes_nothing_but_its_answer() -> None:
    chase = _rung()
    before = chase.pursuit
    chase.close(60, by=desk(SOUTH), identity="no")
    after = chase.pursuit
    changed = {name for name in after.__struct_fields__ if getattr(after, name) != getattr(before, name)}
    assert changed == {"number", "guard", "answered"}
    assert [type(r).__name__ for _, r in records(chase.decisions[-1])] == ["AnswerRecord"]
    assert not inbox(chase.decisions[-1], AlertRecord)


@pytest.mark.parametrize(
    "other", [desk(HOME, "Bert"), desk(SOUTH, "desk of BE/HOME"), crew(SECOND), desk(HOME, "root", "administrator")]
)
def test_a_command_under_the_id_of_somebody_elses_is_refused_and_reads_nothing_of_that_ones_answer(
    other: Account,
) -> None:
    chase = _rung()
    chase.close(40, by=desk(SOUTH), identity="c")
    chase.close(41, identity="d")
    before = chase.pursuit
    for identity in ("c", "d"):
        chase.order(50, GiveStop(stop="s", reason="x"), by=other, identity=identity)
        answer = _answer(chase)
        assert (answer.accepted, answer.code, answer.params) == (False, "known_command", {"name": identity})
        assert SOUTH not in answer.reason
    assert (chase.pursuit.stops, chase.pursuit.answered) == ({}, before.answered)


def test_the_same_person_at_another_desk_and_the_same_crew_with_another_telephone_get_their_answer_again() -> None:
    chase = _rung()
    chase.acknowledge(40, SOUTH, 1, by=desk(SOUTH, "Anna"), identity="ack")
    moved = msgspec.structs.replace(desk(SOUTH, "Anna"), desk="2")
    chase.acknowledge(45, SOUTH, 1, by=moved, identity="ack")
    assert _answer(chase).accepted
    chase.leave(50, CAR, identity="end")
    chase.leave(51, CAR, by=msgspec.structs.replace(crew(), name="the other seat"), identity="end")
    assert _answer(chase).accepted


def test_one_unit_named_twice_is_one_unit() -> None:
    cars = [f"BE/CAR-{k}" for k in range(20)]
    chase = Chase()
    chase.open(0, *cars, cars[0], by=desk())
    assert _answer(chase).accepted


def test_who_waited_for_the_unit_that_leaves_reads_the_law_of_the_next_one() -> None:
    chase = _opened()
    chase.present(0.5, "BE")
    chase.warn(0.8, SOUTH)
    chase.join(1, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(2, "BE", DUTCH)
    chase.approaching(10, approach("DE", 10))
    chase.approaching(11, approach("DE", 11, DUTCH, eta_s=100))
    chase.leave(20, CAR)
    assert chase.pursuit.alerts["DE/WEST"].cards == ("NL>DE/police/2026-01-01",)
