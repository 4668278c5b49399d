"""Mistakes are events: a unit joined in error, a pursuit opened in error; every room that was told reads why."""

import pytest

from streams.orders import OpenedInError, TakeLead, WithdrawUnit
from streams.records import Account, Decision
from tests.streams.pursuit.scene import (
    CAR,
    DUTCH,
    HOME,
    NORTH,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    answer,
    approach,
    crew,
    desk,
    in_nl,
    log_codes,
    memberships,
    opened_at_home,
    sent_alerts,
    view_of,
    with_second,
)  # fmt: skip


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _out(chase: Chase, unit: str = CAR, by: Account | None = None, seconds: float = 60) -> Decision:
    return chase.order(seconds, WithdrawUnit(unit=unit, reason="other radio"), by=by)


# ---------------------------------------------------------------- a unit


def test_what_rested_on_the_unit_alone_is_withdrawn_with_the_reason_and_stays_until_that_is_acknowledged() -> None:
    chase = in_nl()
    chase.acknowledge(40, SOUTH, 1)
    _out(chase)
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 withdrawn P3, rings",
        f"{ROAD} 2 withdrawn P3, rings",
        f"{SOUTH} 3 withdrawn P3, rings",
    ]
    alert = alert_of(chase)
    assert (alert.because, alert.code, alert.acknowledged) == ("other radio", "withdrawn_because", None)
    chase.acknowledge(61, SOUTH, 2)  # what the desk saw before
    assert _code(chase) == "other_revision"
    chase.acknowledge(62, SOUTH, 3)
    assert answer(chase.decisions[-1]).accepted


def test_its_name_stays_so_that_everybody_reads_that_it_was_an_error_and_nothing_of_it_counts() -> None:
    chase = in_nl()
    decision = _out(chase)
    (view,) = view_of(decision, SOUTH).units
    assert (view.unit, view.in_error, view.active, view.seen, view.last_crossing) == (CAR, True, False, None, None)
    assert not memberships(decision)[CAR].joined
    assert log_codes(chase)[-1] == "unit_taken_out"
    chase.crossed(70, "NL", "DE")
    assert alert_lines(chase.decisions[-1]) == []
    _out(chase, seconds=80)
    assert _code(chase) == "not_joined"
    chase.join(90, CAR)
    assert not chase.pursuit.units[CAR].in_error


def test_who_waits_for_it_reads_that_it_does_not_come_and_who_waits_for_two_waits_for_the_other() -> None:
    chase = with_second(opened_at_home())
    chase.approaching(40, approach("NL", 40))
    second = approach("NL", 41, SECOND)
    chase.approaching(41, second)
    _out(chase)
    assert alert_lines(chase.decisions[-1]) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 2 approaching P2"]
    assert alert_of(chase).approach == second
    _out(chase, SECOND)
    assert alert_of(chase).because == "other radio"


def test_an_alert_that_another_unit_stands_for_tells_of_that_one_from_now_on() -> None:
    chase = with_second(in_nl())
    chase.crossed(40, "BE", "NL", SECOND)
    chase.acknowledge(45, SOUTH, 1)
    _out(chase)
    alert = alert_of(chase)
    assert alert.crossing is not None
    assert (alert.phase, alert.crossing.unit, alert.because) == ("entered", SECOND, "")
    assert alert.acknowledged is not None
    (notice,) = [one for one in view_of(chase.decisions[-1]).notices if one.room == SOUTH]
    assert notice.crossing == alert.crossing.id


def test_an_alert_that_told_of_another_unit_is_not_withdrawn_but_over() -> None:
    chase = with_second(in_nl())
    chase.crossed(40, "BE", "NL", SECOND)
    chase.crossed(50, "NL", "BE")
    assert alert_of(chase).phase == "entered"
    _out(chase, SECOND)
    assert (alert_of(chase).phase, alert_of(chase).because) == ("cleared", "")


def test_a_room_of_the_area_is_told_that_it_was_an_error_only_where_no_other_unit_is_on() -> None:
    chase = with_second(in_nl(), "NL")
    chase.moved(40, SECOND, 50.7, 6.1)
    assert (alert_of(chase, NORTH).kind, alert_of(chase, NORTH).phase) == ("area", "entered")
    chase.moved(41, CAR, 50.7, 6.1)
    before = alert_of(chase, NORTH)
    _out(chase, SECOND)
    assert alert_of(chase, NORTH) == before
    _out(chase, CAR, seconds=61)
    assert (alert_of(chase, NORTH).phase, alert_of(chase, NORTH).because) == ("withdrawn", "other radio")


def test_nor_where_the_units_there_are_in_their_own_state() -> None:
    chase = in_nl()
    cars = (DUTCH, "NL/CAR-8")
    for number, car in enumerate(cars):
        chase.join(40, car, by=crew(car, SOUTH))
        chase.present(41, "NL", car)
        chase.moved(50 + number, car, 50.7, 6.1)
    chase.leave(55, CAR)
    before = alert_of(chase, NORTH)
    assert before.phase == "entered"
    _out(chase, DUTCH, by=desk(SOUTH))
    assert alert_of(chase, NORTH) == before


def test_a_unit_that_has_left_was_joined_in_error_too() -> None:
    chase = in_nl()
    chase.leave(50, CAR)
    _out(chase)
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize(
    ("unit", "by", "code"),
    [
        (CAR, desk(SOUTH), "wrong_room"),
        (CAR, desk(WEST), "unknown_pursuit"),
        (CAR, crew(), "not_allowed"),
        (SECOND, desk(), "not_joined"),
        (DUTCH, desk(SOUTH), "not_joined"),
    ],
)
def test_nobody_else_says_so(unit: str, by: Account, code: str) -> None:
    chase = in_nl()
    _out(chase, unit, by)
    assert (_code(chase), chase.pursuit.units[CAR].in_error) == (code, False)


def test_a_room_of_the_units_own_state_and_one_that_leads_may_say_so() -> None:
    chase = in_nl()
    chase.join(40, DUTCH, by=crew(DUTCH, SOUTH))
    _out(chase, DUTCH, desk("NL/ROAD"))
    assert chase.pursuit.units[DUTCH].in_error
    chase.order(61, TakeLead(), by=desk(SOUTH))
    _out(chase, CAR, desk(SOUTH))
    assert chase.pursuit.units[CAR].in_error


# ---------------------------------------------------------------- a pursuit


def _error(chase: Chase, by: Account | None = None) -> Decision:
    return chase.order(60, OpenedInError(reason="a drill"), by=by)


def test_everything_that_was_told_of_it_is_withdrawn_with_the_reason() -> None:
    chase = in_nl()
    chase.crossed(40, "NL", "BE")
    decision = _error(chase)
    assert {(alert.phase, alert.because, alert.priority) for alert in sent_alerts(decision)} == {
        ("withdrawn", "a drill", 3)
    }
    assert len(sent_alerts(decision)) == 3
    assert (chase.pursuit.phase, view_of(decision, SOUTH).phase) == ("error", "error")
    assert not memberships(decision)[CAR].joined
    assert list(chase.pursuit.dues) == ["visibility_end"]
    chase.comes_due("visibility_end")
    assert chase.pursuit.audience == ()


def test_it_is_over_for_every_order_but_a_desk_may_still_acknowledge_that() -> None:
    chase = in_nl()
    _error(chase)
    _error(chase)
    assert answer(chase.decisions[-1]).params == {"case": "BE/2026-1", "phase": "error"}
    chase.acknowledge(70, SOUTH, 2)
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize(
    ("by", "code"), [(desk(SOUTH), "wrong_room"), (desk(WEST), "unknown_pursuit"), (crew(), "not_allowed")]
)
def test_only_who_leads_or_answers_for_it_says_that_there_was_none(by: Account, code: str) -> None:
    chase = in_nl()
    _error(chase, by)
    assert (_code(chase), chase.pursuit.phase) == (code, "open")


def test_what_another_unit_visited_is_not_withdrawn_with_the_one_that_never_was_in_it() -> None:
    chase = in_nl()
    chase.join(31, SECOND)
    chase.present(32, "BE", SECOND)
    chase.crossed(40, "BE", "NL", SECOND)
    chase.crossed(100, "NL", "BE")
    chase.crossed(110, "NL", "BE", SECOND)
    chase.order(200, WithdrawUnit(unit=CAR, reason="slip"))
    assert (alert_of(chase).phase, alert_of(chase).because) == ("left", "")
