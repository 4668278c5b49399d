"""The next room inside the same state: told and joined as the pursuit moves on there, quietly after the first time."""

import dataclasses
from typing import Any

import pytest
from msgspec.structs import replace

from streams.orders import Accept, AnswerRequest, HandOver, Request, Returning, TakeLead, WarnRoom
from streams.pursuit.areas import alerts_on_areas
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    NORTH,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    Chase,
    alert_lines,
    alert_of,
    approach,
    at,
    crew,
    desk,
    in_nl,
    opened_at_home,
    with_second,
)  # fmt: skip

HERE, EDGE, ACROSS, BEYOND = 50.3, 50.46, 50.54, 50.7
"""Degrees north. Zuidstad's area is known to 50.47, that of Noordstad from 50.53 on; between them none is."""
AHEAD_S = 300.0


def _drive(chase: Chase, seconds: float, lat: float, unit: str = CAR, **seen: Any) -> list[str]:
    return alert_lines(chase.moved(seconds, unit, lat, 6.05, **seen))


def _to_the_north() -> Chase:
    chase = in_nl()
    assert _drive(chase, 60, HERE) == []
    assert _drive(chase, 600, BEYOND) == [f"{NORTH} 1 entered P2, rings"]
    return chase


def test_the_room_of_the_area_that_a_unit_drives_into_rings_at_priority_2_and_sees_the_pursuit() -> None:
    chase = _to_the_north()
    alert = alert_of(chase, NORTH)
    assert (alert.kind, alert.territory_to, alert.area, alert.crossing) == ("area", ("NL",), "NL-N", None)
    assert alert.place is not None
    assert alert.place.name == "Noordstad"
    assert NORTH in chase.pursuit.audience
    assert not [kind for kind in chase.pursuit.dues if kind == f"escalate:{NORTH}"]


def _looking_ahead() -> Chase:
    chase = in_nl()
    chase.rules = dataclasses.replace(RULES, settings=dataclasses.replace(RULES.settings, area_ahead_s=AHEAD_S))
    return chase


def test_it_is_told_ahead_by_course_and_speed() -> None:
    chase = _looking_ahead()
    assert _drive(chase, 60, EDGE, speed_mps=25, course_deg=0) == []  # 7.5 km on: 50.527
    assert _drive(chase, 70, EDGE, speed_mps=30, course_deg=90) == []
    assert _drive(chase, 80, EDGE, speed_mps=30, course_deg=0) == [f"{NORTH} 1 approaching P2, rings"]  # 9 km: 50.541
    assert _drive(chase, 380, ACROSS) == [f"{NORTH} 2 entered P2"]


def test_a_unit_that_is_foreseen_to_leave_the_state_comes_into_no_next_area_of_it() -> None:
    chase = _looking_ahead()
    chase.approaching(60, approach("DE", 60), "NL")
    assert _drive(chase, 80, EDGE, speed_mps=30, course_deg=0) == []


def test_a_unit_that_stands_or_says_nothing_of_its_course_comes_into_no_next_area() -> None:
    chase = _looking_ahead()
    assert _drive(chase, 60, 50.466, speed_mps=4.9, course_deg=0) == []
    assert _drive(chase, 70, EDGE, speed_mps=30) == []


def test_what_an_edge_does_after_that_is_quiet_and_keeps_who_owns_it() -> None:
    chase = _to_the_north()
    chase.acknowledge(610, NORTH, 1, by=desk(NORTH, "Nel"))
    assert _drive(chase, 620, EDGE) == [f"{NORTH} 3 left P3, owned by Nel"]
    assert _drive(chase, 630, ACROSS) == [f"{NORTH} 4 entered P2, owned by Nel"]
    assert _drive(chase, 640, BEYOND) == []


def test_one_that_comes_no_nearer_is_withdrawn_quietly() -> None:
    chase = _looking_ahead()
    _drive(chase, 70, EDGE, speed_mps=30, course_deg=0)
    assert _drive(chase, 80, EDGE, speed_mps=30, course_deg=180) == [f"{NORTH} 2 withdrawn P3"]


def test_while_one_unit_is_there_another_that_leaves_says_nothing() -> None:
    chase = with_second(_to_the_north(), "NL")
    chase.moved(615, SECOND, BEYOND, 6.05)
    assert _drive(chase, 620, HERE) == []
    assert _drive(chase, 630, HERE, SECOND) == [f"{NORTH} 2 left P3"]


def test_in_a_state_that_was_told_of_no_entry_no_area_is_told() -> None:
    chase = opened_at_home()
    chase.join(5, "NL/CAR-9", by=crew("NL/CAR-9", SOUTH))
    chase.present(6, "NL", "NL/CAR-9")
    assert _drive(chase, 10, BEYOND, "NL/CAR-9") == []


def test_where_a_state_leads_its_rooms_are_told_and_the_leading_one_is_not() -> None:
    chase = in_nl()
    chase.order(40, TakeLead(), by=desk(ROAD))
    chase.crossed(50, "NL", "BE")
    chase.join(60, "NL/CAR-9", by=crew("NL/CAR-9", SOUTH))
    chase.present(61, "NL", "NL/CAR-9")
    assert _drive(chase, 70, BEYOND, "NL/CAR-9") == [f"{NORTH} 1 entered P2, rings"]


def test_the_room_of_the_next_area_leads_only_by_an_accepted_hand_over() -> None:
    chase = _to_the_north()
    chase.order(610, TakeLead(), by=desk(SOUTH))
    chase.order(620, HandOver(request="h", to=NORTH), by=desk(SOUTH))
    assert chase.pursuit.leading_room == SOUTH
    chase.order(630, AnswerRequest(request="h", answer=Accept()), by=desk(NORTH))
    assert (chase.pursuit.leading_room, chase.pursuit.home_room) == (NORTH, HOME)


def test_a_room_that_was_warned_by_hand_is_told_that_the_car_is_in_its_area_and_that_it_left() -> None:
    chase = in_nl()
    chase.order(40, WarnRoom(to=NORTH, text="comes your way"))
    assert _drive(chase, 600, BEYOND) == [f"{NORTH} 2 entered P2, rings"]
    assert alert_of(chase, NORTH).by_hand is not None
    assert _drive(chase, 660, HERE) == [f"{NORTH} 3 left P3"]


def test_a_unit_on_its_way_home_joins_no_room_and_leaves_the_one_it_was_with() -> None:
    chase = _to_the_north()
    chase.order(610, Returning(unit=CAR), by=crew())
    assert _drive(chase, 620, BEYOND + 0.01) == [f"{NORTH} 2 left P3"]


def test_when_the_last_unit_is_out_the_room_hears_that_it_is_over() -> None:
    chase = _to_the_north()
    chase.leave(610, CAR)
    assert alert_of(chase, NORTH).phase == "cleared"
    assert alerts_on_areas(chase.pursuit, at(620), RULES) == ()


def test_over_the_border_rings_at_priority_1_in_a_room_that_knew_it_only_by_its_area() -> None:
    chase = with_second(_to_the_north())
    chase.crossed(620, "BE", "NL", SECOND, place=(50.8, 6.0))
    assert f"{NORTH} 2 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert alert_of(chase, NORTH).kind == "border"


@pytest.mark.parametrize("end", ["closed", "merged", "error"])
def test_of_a_pursuit_that_is_over_nothing_is_told(end: str) -> None:
    state = replace(_to_the_north().pursuit, phase=end)
    assert alerts_on_areas(replace(state, alerts={}), at(620), RULES) == ()


def test_a_room_that_was_only_asked_for_something_is_told_when_a_unit_drives_into_its_area() -> None:
    chase = in_nl()
    chase.order(40, Request(request="r", kind="helicopter", to=NORTH))
    _drive(chase, 900, BEYOND)
    assert (alert_of(chase, NORTH).kind, alert_of(chase, NORTH).phase) == ("area", "entered")


HELICOPTER = "BE/HELI-1"


def test_an_aircraft_is_told_quietly_and_the_car_after_it_rings() -> None:
    chase = in_nl()
    chase.join(31, HELICOPTER)
    chase.present(32, "NL", HELICOPTER, movement="air")
    assert _drive(chase, 60, BEYOND, HELICOPTER) == [f"{NORTH} 1 entered P3, rings"]
    chase.acknowledge(65, NORTH, 1)
    assert _drive(chase, 90, BEYOND) == [f"{NORTH} 3 entered P2, rings"]


@pytest.mark.parametrize(("after_s", "line"), [(300, "4 entered P2, owned by Nel"), (301, "4 entered P2, rings")])
def test_long_after_the_last_visit_an_entry_is_another_matter(after_s: float, line: str) -> None:
    chase = _to_the_north()
    chase.acknowledge(610, NORTH, 1, by=desk(NORTH, "Nel"))
    assert _drive(chase, 620, EDGE) == [f"{NORTH} 3 left P3, owned by Nel"]
    assert _drive(chase, 620 + after_s, BEYOND) == [f"{NORTH} {line}"]


@pytest.mark.parametrize(("back_s", "line"), [(230, "4 entered P2, owned by Nel"), (3000, "4 entered P2, rings")])
def test_an_aircraft_that_stays_where_the_car_has_left_is_no_visit(back_s: float, line: str) -> None:
    chase = in_nl()
    chase.join(31, HELICOPTER)
    chase.present(32, "NL", HELICOPTER, movement="air")
    assert _drive(chase, 100, BEYOND) == [f"{NORTH} 1 entered P2, rings"]
    chase.acknowledge(105, NORTH, 1, by=desk(NORTH, "Nel"))
    assert _drive(chase, 150, BEYOND, HELICOPTER) == []
    assert _drive(chase, 200, HERE) == [f"{NORTH} 3 left P3, owned by Nel"]
    assert _drive(chase, 210, BEYOND, HELICOPTER) == []
    assert _drive(chase, back_s, BEYOND) == [f"{NORTH} {line}"]


def test_to_and_fro_on_an_areas_edge_under_an_aircraft_rings_once() -> None:
    chase = in_nl()
    chase.join(31, HELICOPTER)
    chase.present(32, "NL", HELICOPTER, movement="air")
    _drive(chase, 90, BEYOND, HELICOPTER)
    assert _drive(chase, 100, BEYOND) == [f"{NORTH} 2 entered P2, rings"]
    chase.acknowledge(105, NORTH, 2)
    for second in range(120, 400, 40):
        _drive(chase, second, EDGE)
        _drive(chase, second + 20, BEYOND)
    assert alert_of(chase, NORTH).rang_revision == 2
