"""A visit that nobody saw at the time is told to the rooms of the place, and never as if the unit were there now."""

from msgspec.structs import replace

from streams.records import Crossing
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    JOINT,
    NORTH,
    ROAD,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    crossing,
    opened_at_home,
    possible,
    sent_alerts,
    settled,
)  # fmt: skip


def _late(left: str, entered: str, seconds: float, place: tuple[float, float] | None = None) -> Crossing:
    return replace(crossing(left, entered, seconds, place=place), late=True, guess=True)


OUT, BACK = _late("BE", "NL", 10), _late("NL", "BE", 20)


def test_a_late_visit_is_told_as_left_and_with_its_way_out() -> None:
    chase = opened_at_home()
    chase.told(60, OUT, "BE")
    chase.told(60, BACK, "BE")
    assert chase.alerts == [
        f"{SOUTH} 1 left P3, rings",
        f"{ROAD} 1 left P3, rings",
        f"{ROAD} 2 left P3",
        f"{SOUTH} 2 left P3",
    ]
    assert (alert_of(chase).crossing, alert_of(chase).crossing_out, alert_of(chase).code) == (OUT, BACK, "left_late")
    assert chase.pursuit.units[CAR].territory == ("BE",)
    assert [entry.code for entry in chase.pursuit.log if "cross" in entry.code] == ["crossed_late", "crossed_late"]


def test_a_late_visit_told_with_the_presence_is_told_too() -> None:
    chase = Chase()
    chase.open()
    chase.present(60, "BE", crossings=(OUT, BACK))
    assert (alert_of(chase).phase, alert_of(chase).crossing_out) == ("left", BACK)
    assert HOME not in chase.pursuit.alerts


def test_a_late_visit_from_before_the_opening_is_not_told_with_the_presence() -> None:
    chase = Chase()
    chase.open()
    chase.present(60, "BE", crossings=(_late("BE", "NL", -20), _late("NL", "BE", -10)))
    assert chase.alerts == []


def test_a_late_visit_does_not_move_a_unit_that_is_elsewhere_by_now() -> None:
    chase = opened_at_home()
    over = crossing("BE", "DE", 40)
    chase.told(40, over, "DE")
    chase.told(60, OUT, "DE")
    chase.told(60, BACK, "DE")
    view = chase.pursuit.units[CAR]
    assert (view.territory, view.last_crossing) == (("DE",), over)
    assert {room: alert.phase for room, alert in chase.pursuit.alerts.items()} == {
        WEST: "entered", JOINT: "entered", HOME: "departed", SOUTH: "left", ROAD: "left",
    }  # fmt: skip


def test_a_room_that_a_unit_is_with_now_is_not_told_that_it_left() -> None:
    chase = opened_at_home()
    chase.crossed(40, "BE", "NL")
    chase.told(60, OUT, "NL")
    chase.told(60, BACK, "NL")
    assert alert_lines(chase.decisions[-1]) == alert_lines(chase.decisions[-2]) == []
    assert alert_of(chase).phase == "entered"
    assert chase.pursuit.units[CAR].territory == ("NL",)


def test_a_room_of_another_area_of_the_state_is_told_though_a_unit_is_in_the_state() -> None:
    chase = opened_at_home()
    chase.crossed(40, "BE", "NL")
    chase.told(60, _late("BE", "NL", 10, (50.8, 6.0)), "NL")
    assert alert_lines(chase.decisions[-1]) == [f"{NORTH} 1 left P3, rings"]


def test_a_room_that_had_a_visit_reads_of_the_other_one_quietly() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    chase.acknowledge(31, SOUTH, 1)
    chase.crossed(40, "NL", "BE")
    chase.told(60, OUT, "BE")
    chase.told(60, BACK, "BE")
    assert alert_lines(chase.decisions[-2])[0] == f"{SOUTH} 4 left P3, owned by desk of {SOUTH}"
    assert (alert_of(chase).crossing, alert_of(chase).crossing_out) == (OUT, BACK)


def test_a_room_whose_alert_was_withdrawn_is_told_of_the_visit_that_did_happen() -> None:
    chase, over = opened_at_home(), possible("BE", "NL", 30)
    chase.told(30, over, "NL")
    chase.told(35, settled(over, "withdrawn"), "BE")
    chase.told(60, OUT, "BE")
    assert f"{SOUTH} 3 left P3, rings" in alert_lines(chase.decisions[-1])


def test_the_next_crossing_after_a_late_visit_rings() -> None:
    chase = opened_at_home()
    chase.told(60, OUT, "BE")
    chase.told(60, BACK, "BE")
    chase.crossed(90, "BE", "NL")
    assert alert_lines(chase.decisions[-1])[0] == f"{SOUTH} 3 entered P1, rings"


def test_a_late_visit_told_twice_is_told_once() -> None:
    chase = opened_at_home()
    chase.told(60, OUT, "BE")
    chase.told(60, OUT, "BE")
    assert chase.decisions[-1].events == ()


def test_a_late_visit_that_is_only_possible_can_be_withdrawn() -> None:
    chase = opened_at_home()
    maybe = replace(OUT, status="possible", confirmed_at=None)
    chase.told(60, maybe, "BE")
    chase.told(65, settled(maybe, "withdrawn"), "BE")
    assert [alert.phase for alert in sent_alerts(chase.decisions[-1])] == ["withdrawn", "withdrawn"]
    assert chase.pursuit.units[CAR].territory == ("BE",)


def test_a_warning_by_hand_that_nobody_has_seen_is_not_lowered_by_a_visit_proved_late() -> None:
    chase = opened_at_home()
    chase.warn(5, SOUTH)
    chase.told(20, _late("BE", "NL", 8), "BE")
    assert (alert_of(chase).phase, alert_of(chase).priority) == ("warned", 2)


def test_a_car_that_is_proved_late_rings_whatever_was_read_of_an_aircraft() -> None:
    chase = opened_at_home()
    chase.join(1, "BE/HELI-1")
    chase.present(2, "BE", "BE/HELI-1", movement="air")
    chase.crossed(30, "BE", "NL", "BE/HELI-1")
    chase.acknowledge(35, SOUTH, 1)
    chase.crossed(60, "NL", "BE", "BE/HELI-1")
    chase.told(120, _late("BE", "NL", 100), "BE")
    assert f"{SOUTH} 4 left P3, rings" in alert_lines(chase.decisions[-1])
