"""A state where no room is known is no state where nobody is told."""

from streams.orders import TakeLead
from tests.streams.pursuit.scene import (
    HOME,
    SOUTH,
    alert_lines,
    alert_of,
    desk,
    in_nl,
    opened_at_home,
    with_second,
)  # fmt: skip


def test_the_room_at_home_rings_when_a_state_without_rooms_is_entered() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "CH")
    assert alert_lines(chase.decisions[-1])[-1] == f"{HOME} 2 departed P1, rings"
    alarm = alert_of(chase, HOME).alarms[-1]
    assert (alarm.code, alarm.params) == ("no_room", {"state": "CH"})


def test_a_state_whose_rooms_rang_needs_no_call() -> None:
    assert alert_of(in_nl(), HOME).alarms == ()


def test_it_rings_once_for_each_time_the_state_is_entered() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "CH")
    rang = alert_of(chase, HOME).rang_revision
    with_second(chase, "CH")
    assert alert_of(chase, HOME).rang_revision == rang


def test_the_leading_room_abroad_and_the_one_at_home_are_both_told() -> None:
    chase = in_nl()
    chase.order(35, TakeLead(), by=desk(SOUTH))
    chase.crossed(40, "NL", "CH")
    assert {alert_of(chase, room).alarms[-1].code for room in (HOME, SOUTH)} == {"no_room"}
