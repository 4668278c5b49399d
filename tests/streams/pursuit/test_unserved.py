"""A state where no room is known is no state where nobody is told."""

from streams.orders import TakeLead
from tests.streams.pursuit.scene import (
    HOME,
    SOUTH,
    Chase,
    alert_lines,
    alert_of,
    at,
    desk,
    in_nl,
    opened_at_home,
    possible,
    settled,
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


def test_in_and_out_again_and_again_is_one_call_and_much_later_another() -> None:
    chase = opened_at_home()
    for second in range(30, 90, 20):
        chase.crossed(second, "BE", "CH")
        chase.crossed(second + 10, "CH", "BE")
    assert _rings(chase) == 1
    chase.crossed(700, "BE", "CH")
    assert _rings(chase) == 2


def test_somebody_is_told_to_call_when_the_crossing_is_sure_and_never_of_one_that_was_not() -> None:
    chase, told = opened_at_home(), possible("BE", "CH", 30)
    chase.told(30, told, "CH")
    assert _rings(chase) == 0
    chase.told(32, settled(told, "confirmed"), "CH")
    assert (_rings(chase), chase.pursuit.unserved) == (1, {"CH": at(32.1)})
    chase = opened_at_home()
    chase.told(30, told, "CH")
    chase.told(32, settled(told, "withdrawn"), "BE")
    assert (_rings(chase), chase.pursuit.unserved) == (0, {})


def _rings(chase: Chase) -> int:
    events = (event for decision in chase.decisions for event in decision.events)
    return sum(event["type"] == "found_unserved" for event in events)
