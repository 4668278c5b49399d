"""Who is rung, once, and who only learns: rooms when units cross, come back or are late, or the system fails."""

import pytest

from streams.pursuit.alerting import alerts_on_close
from streams.records import SourcePlace
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    JOINT,
    NORTH,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    approach,
    at,
    crew,
    crossing,
    desk,
    opened_at_home,
    sent_alerts,
)  # fmt: skip

HELICOPTER = "BE/HELI-1"


def _in_nl() -> Chase:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    return chase


def test_a_crossing_rings_the_rooms_that_serve_the_place_once_each_and_tells_the_leading_room() -> None:
    assert alert_lines(_in_nl().decisions[-1]) == [
        f"{SOUTH} 1 entered P1, rings",
        f"{ROAD} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
    ]


def test_the_alert_says_what_a_dispatcher_must_know() -> None:
    alert, *_ = sent_alerts(_in_nl().decisions[-1])
    assert (alert.id, alert.case, alert.room, alert.mode) == (f"{CASE}|{SOUTH}", CASE, SOUTH, "exercise")
    assert (alert.territory_from, alert.territory_to, alert.area, alert.room_basis) == (
        ("BE",),
        ("NL",),
        "NL-S",
        "area",
    )
    assert alert.crossing is not None
    assert alert.crossing.at == at(30)
    assert alert.place is not None
    # Zuidstad lies 0.05 degrees east of the crossing: 3,573 m of a parallel at 50.2 north; seen from it, to the west.
    assert (alert.place.name, alert.place.state, alert.place.names) == ("Zuidstad", "NL", {"fr": "Sudville"})
    assert alert.place.distance_m == pytest.approx(3_573, abs=5)
    assert alert.place.bearing_deg == pytest.approx(270, abs=0.1)
    assert [(unit.unit, unit.territory) for unit in alert.units] == [(CAR, ("NL",))]
    assert (alert.home, alert.leading_room, alert.opened_by, alert.opened_at) == ("BE", HOME, CAR, at(0))
    assert alert.raised_at == at(30.1)


def test_a_crossing_in_the_north_rings_the_northern_room_and_no_other() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL", place=(50.8, 6.0))
    assert alert_lines(chase.decisions[-1]) == [f"{NORTH} 1 entered P1, rings", f"{HOME} 1 departed P3, rings"]


def test_the_way_back_is_told_quietly_and_clears_the_leading_room() -> None:
    chase = _in_nl()
    chase.crossed(60, "NL", "BE")
    assert alert_lines(chase.decisions[-1]) == [f"{ROAD} 2 left P3", f"{SOUTH} 2 left P3", f"{HOME} 2 cleared P3"]


def test_entering_again_after_leaving_rings_again_on_the_same_alert_and_asks_for_a_new_acknowledgement() -> None:
    chase = _in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.crossed(60, "NL", "BE")
    chase.crossed(361, "BE", "NL")  # 301 s after it left
    assert alert_lines(chase.decisions[-1])[0] == f"{SOUTH} 4 entered P1, rings"


def test_back_within_five_minutes_and_three_kilometres_is_told_quietly_and_keeps_the_acknowledgement() -> None:
    chase = _in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.crossed(60, "NL", "BE")
    chase.crossed(360, "BE", "NL", place=(50.226, 6.0))  # 300 s and 2.9 km after it left
    assert alert_lines(chase.decisions[-1]) == [
        f"{SOUTH} 4 entered P1, owned by desk of {SOUTH}",
        f"{ROAD} 3 entered P1, rings",  # nobody there has seen the first entry, of 330 s ago
        f"{HOME} 3 departed P3",
    ]
    assert (alert_of(chase).crossing_out, alert_of(chase).rang_revision) == (None, 1)


def test_back_at_once_but_farther_than_three_kilometres_from_where_it_left_rings() -> None:
    chase = _in_nl()
    chase.crossed(60, "NL", "BE")
    chase.crossed(90, "BE", "NL", place=(50.228, 6.0))  # 3.1 km
    assert f"{SOUTH} 3 entered P1, rings" in alert_lines(chase.decisions[-1])


def test_a_room_that_had_not_acknowledged_and_is_entered_again_at_once_still_waits_for_that() -> None:
    chase = _in_nl()
    chase.crossed(40, "NL", "BE")
    chase.crossed(45, "BE", "NL")
    assert alert_lines(chase.decisions[-1])[0] == f"{SOUTH} 3 entered P1"
    assert chase.pursuit.dues[f"escalate:{SOUTH}"] == at(50.1)


def test_an_aircraft_ahead_of_the_car_takes_nothing_from_the_pre_alert() -> None:
    chase = opened_at_home()
    chase.join(5, HELICOPTER)
    chase.present(6, "BE", HELICOPTER, movement="air")
    chase.approaching(10, approach("NL", 60))
    chase.receipt(11, SOUTH, 1, "shown")
    chase.acknowledge(12, SOUTH, 1)
    chase.crossed(20, "BE", "NL", HELICOPTER)
    assert (alert_of(chase).phase, alert_of(chase).rang_revision, alert_of(chase).acknowledged is None) == (
        "approaching", 1, False,
    )  # fmt: skip
    chase.crossed(60, "BE", "NL")
    assert (alert_of(chase).phase, chase.pursuit.notices[SOUTH].verdict) == ("entered", "in_time")


def test_an_aircraft_to_and_fro_over_the_border_rings_once() -> None:
    chase = opened_at_home()
    chase.join(5, HELICOPTER)
    chase.present(6, "BE", HELICOPTER, movement="air")
    for second in range(20, 140, 40):
        chase.crossed(second, "BE", "NL", HELICOPTER)
        chase.crossed(second + 20, "NL", "BE", HELICOPTER)
    assert (alert_of(chase).phase, alert_of(chase).rang_revision) == ("left", 1)


def test_a_second_car_joining_inside_makes_a_quiet_revision_that_keeps_the_acknowledgement() -> None:
    chase = _in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.join(40, SECOND)
    chase.present(41, "NL", SECOND)
    assert alert_lines(chase.decisions[-1]) == [
        f"{SOUTH} 3 entered P1, owned by desk of {SOUTH}",
        f"{ROAD} 2 entered P1",
        f"{HOME} 2 departed P3",
    ]


def test_a_room_hears_left_only_when_the_last_car_is_out() -> None:
    chase = _in_nl()
    chase.join(40, SECOND)
    chase.present(41, "NL", SECOND)
    chase.crossed(60, "NL", "BE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{ROAD} 3 entered P1",
        f"{SOUTH} 3 entered P1",
        f"{HOME} 3 departed P3",
    ]
    chase.crossed(70, "NL", "BE", SECOND)
    assert alert_lines(chase.decisions[-1]) == [f"{ROAD} 4 left P3", f"{SOUTH} 4 left P3", f"{HOME} 4 cleared P3"]


def test_a_car_that_comes_back_into_the_pursuit_abroad_rings_although_it_was_there_before() -> None:
    chase = _in_nl()
    chase.join(40, SECOND)
    chase.present(41, "NL", SECOND)
    chase.leave(50, SECOND)
    chase.crossed(60, "NL", "BE")
    assert chase.pursuit.alerts[SOUTH].phase == "left"
    chase.join(70, SECOND)
    chase.present(71, "NL", SECOND)
    assert alert_lines(chase.decisions[-1])[0] == f"{SOUTH} 4 entered P1, rings, before opening, since unknown"


def test_a_third_state_rings_its_rooms_while_the_second_hears_left() -> None:
    chase = _in_nl()
    chase.crossed(600, "NL", "DE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{WEST} 1 entered P1, rings",
        f"{JOINT} 1 entered P3, rings",
        f"{ROAD} 2 left P3",
        f"{SOUTH} 2 left P3",
        f"{HOME} 2 departed P3",
    ]
    assert {alert.room: alert.kind for alert in sent_alerts(chase.decisions[-1])}[JOINT] == "copy"


def test_a_presence_that_says_nothing_new_makes_no_revision() -> None:
    chase = _in_nl()
    chase.present(45, "NL")
    assert alert_lines(chase.decisions[-1]) == []


@pytest.mark.parametrize(
    ("start_after_line_s", "marks"),
    [(-5, ""), (5, ", before opening"), (60, ", before opening")],
    ids=["START 5 s before the line", "START 5 s after the line", "START 60 s after the line"],
)
def test_a_pursuit_opened_around_the_crossing_rings_once_and_says_whether_it_came_too_late(
    start_after_line_s: float, marks: str
) -> None:
    over = crossing("BE", "NL", -start_after_line_s)
    chase = Chase()
    chase.open(0)
    chase.present(max(1.0, 1 - start_after_line_s), "NL", crossings=(over,))
    assert chase.alerts == [
        f"{SOUTH} 1 entered P1, rings{marks}",
        f"{ROAD} 1 entered P1, rings{marks}",
        f"{HOME} 1 departed P3, rings{marks}",
    ]


def test_a_unit_abroad_since_nobody_knows_when_rings_and_says_so() -> None:
    chase = Chase()
    chase.open(0)
    chase.present(1, "NL")
    assert chase.alerts[0] == f"{SOUTH} 1 entered P1, rings, before opening, since unknown"
    assert sent_alerts(chase.decisions[-1])[0].code == "entered_since_unknown"


def test_old_news_rings_the_room_where_the_unit_is_now_not_where_it_once_crossed() -> None:
    over = crossing("BE", "NL", -600, place=(50.8, 6.0))
    chase = Chase()
    chase.open(0)
    chase.present(1, "NL", crossings=(over,))
    assert [line.split()[0] for line in chase.alerts] == [SOUTH, ROAD, HOME]


def test_an_old_trip_abroad_that_ended_before_the_opening_rings_nobody_and_is_not_told() -> None:
    there, back = crossing("BE", "NL", -600), crossing("NL", "BE", -500)
    chase = Chase()
    chase.open(0)
    chase.present(1, "BE", crossings=(there, back))
    assert chase.alerts == []
    assert [event["type"] for event in chase.decisions[-1].events] == ["unit_seen"]


def test_of_several_old_entries_the_last_explains_where_the_unit_is() -> None:
    trips = (crossing("BE", "NL", -600), crossing("NL", "BE", -500), crossing("BE", "NL", -100))
    chase = Chase()
    chase.open(0)
    chase.present(1, "NL", crossings=trips)
    assert [alert.crossing for alert in sent_alerts(chase.decisions[-1])] == [trips[2]] * 3


def test_a_crossing_before_the_opening_is_marked_so_also_where_it_is_told_by_itself() -> None:
    chase = Chase()
    chase.open(0)
    chase.crossed(-5, "BE", "NL")
    assert chase.alerts[0] == f"{SOUTH} 1 entered P1, rings, before opening"


def test_a_unit_that_left_the_pursuit_abroad_does_not_keep_the_leading_room_waiting() -> None:
    chase = _in_nl()
    chase.join(40, SECOND)
    chase.present(41, "NL", SECOND)
    chase.leave(50, SECOND)
    chase.crossed(60, "NL", "BE")
    assert alert_lines(chase.decisions[-1])[-1] == f"{HOME} 3 cleared P3"


def test_a_car_that_left_the_pursuit_abroad_clears_its_alerts_and_rings_again_when_it_crosses_again() -> None:
    chase = _in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.join(40, SECOND)
    chase.present(41, "BE", SECOND)
    chase.leave(50, CAR)
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 3 cleared P3",
        f"{ROAD} 2 cleared P1",
        f"{SOUTH} 3 cleared P1, owned by desk of {SOUTH}",
    ]
    chase.join(300, CAR)
    chase.present(301, "BE")
    chase.crossed(400, "BE", "NL")
    assert alert_lines(chase.decisions[-1]) == [
        f"{SOUTH} 4 entered P1, rings",
        f"{ROAD} 3 entered P1, rings",
        f"{HOME} 4 departed P3, rings",
    ]


def test_one_of_two_cars_that_leaves_the_pursuit_abroad_changes_no_alert() -> None:
    chase = _in_nl()
    chase.join(40, SECOND)
    chase.present(41, "NL", SECOND)
    assert not alert_lines(chase.leave(50, CAR))


def test_a_unit_of_the_state_itself_does_not_keep_its_rooms_alarmed_when_the_pursuing_car_is_out() -> None:
    chase = _in_nl()
    chase.join(40, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(41, "NL", DUTCH)
    chase.crossed(60, "NL", "BE")
    assert f"{SOUTH} 2 left P3" in alert_lines(chase.decisions[-1])
    chase.crossed(390, "BE", "NL")
    assert f"{SOUTH} 3 entered P1, rings" in alert_lines(chase.decisions[-1])


def test_the_way_back_says_by_which_crossing() -> None:
    chase, back = _in_nl(), crossing("NL", "BE", 60)
    chase.crossed(60, "NL", "BE")
    assert {alert.crossing_out for alert in sent_alerts(chase.decisions[-1])} == {back}
    chase.close(70)
    assert chase.pursuit.alerts[SOUTH].crossing_out == back
    assert chase.pursuit.alerts[SOUTH].phase == "cleared"


def test_a_trip_abroad_since_the_opening_is_told_with_its_return() -> None:
    there, back = crossing("BE", "NL", 2), crossing("NL", "BE", 8)
    chase = Chase()
    chase.open(0)
    chase.present(10, "BE", crossings=(there, back))
    assert chase.alerts == [
        f"{SOUTH} 1 entered P1, rings",
        f"{ROAD} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
        f"{ROAD} 2 left P3",
        f"{SOUTH} 2 left P3",
        f"{HOME} 2 cleared P3",
    ]


def test_a_unit_of_another_state_at_home_rings_nobody() -> None:
    chase = opened_at_home()
    chase.join(5, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(6, "NL", DUTCH)
    assert alert_lines(chase.decisions[-1]) == []


def test_a_unit_of_another_state_that_enters_a_third_rings_there_and_is_no_departure_of_ours() -> None:
    chase = opened_at_home()
    chase.warn(4, SOUTH)
    chase.join(5, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(6, "NL", DUTCH)
    chase.crossed(9, "NL", "DE", DUTCH)
    assert alert_lines(chase.decisions[-1]) == [f"{WEST} 1 entered P1, rings", f"{JOINT} 1 entered P3, rings"]


def test_a_state_without_rooms_of_its_own_rings_the_joint_centre_which_hears_when_the_car_is_out_again() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "FR")
    chase.crossed(60, "FR", "BE")
    assert chase.alerts == [
        f"{JOINT} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
        f"{JOINT} 2 left P3",
        f"{HOME} 2 cleared P3",
    ]
    assert sent_alerts(chase.decisions[2])[0].room_basis == "coordinating"


def test_ground_of_two_states_rings_both_and_a_joint_centre_of_both_once() -> None:
    chase = opened_at_home()
    # Far from every town no area is known, and the joint centre answers for DE as for FR.
    chase.crossed(30, "BE", "DE FR", now="BE", place=(49.2, 5.0))
    lines = alert_lines(chase.decisions[-1])
    assert lines == [f"{JOINT} 1 entered P1, rings", f"{HOME} 1 departed P3, rings"]


def test_off_the_map_is_abroad_but_no_room_serves_it() -> None:
    chase = opened_at_home()
    chase.crossed(30, "BE", "")
    assert alert_lines(chase.decisions[-1]) == [f"{HOME} 1 departed P3, rings"]


def test_the_other_rooms_of_the_home_state_get_nothing() -> None:
    chase = _in_nl()
    chase.crossed(60, "NL", "DE")
    assert not any(OTHER in line for line in chase.alerts)


def test_closing_clears_every_alert_that_is_not_cleared_yet() -> None:
    chase = _in_nl()
    chase.crossed(60, "NL", "BE")
    assert [(event.room, event.phase) for event in alerts_on_close(chase.pursuit, at(70))] == [
        (ROAD, "cleared"),
        (SOUTH, "cleared"),
    ]


def test_an_alert_of_a_closed_pursuit_can_still_be_acknowledged() -> None:
    chase = _in_nl()
    chase.close(50)
    chase.acknowledge(60, SOUTH, 2)
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 3 cleared P1, owned by desk of {SOUTH}"]


def test_what_rings_a_foreign_room_does_not_depend_on_where_in_kafka_it_stood() -> None:
    chase = Chase()
    chase.take(_in_nl().log[0].report, place=SourcePlace(topic_id="other", partition=3, offset=0), arrived=at(0.1))
    chase.crossed(30, "BE", "NL")
    assert alert_lines(chase.decisions[-1]) == alert_lines(_in_nl().decisions[-1])


def test_a_joint_centre_that_leads_is_told_of_the_departure_only() -> None:
    chase = Chase("LU/2026-1")
    chase.open(0, "LU/CAR", by=desk(JOINT))
    chase.present(1, "FR", "LU/CAR")
    assert [line.split(",")[0] for line in alert_lines(chase.decisions[-1])] == [f"{JOINT} 1 departed P3"]


def _flown_over() -> Chase:
    """A helicopter was over the Netherlands and is back; both rooms own what they read of it."""
    chase = opened_at_home()
    chase.join(5, HELICOPTER)
    chase.present(6, "BE", HELICOPTER, movement="air")
    chase.crossed(30, "BE", "NL", HELICOPTER)
    for room in (SOUTH, ROAD):
        chase.acknowledge(35, room, 1)
    chase.crossed(60, "NL", "BE", HELICOPTER)
    return chase


def test_the_car_that_comes_after_an_aircraft_rings_whoever_owns_what_flew() -> None:
    chase = _flown_over()
    chase.crossed(120, "BE", "NL")
    assert alert_lines(chase.decisions[-1])[:2] == [f"{SOUTH} 4 entered P1, rings", f"{ROAD} 4 entered P1, rings"]
    assert {f"escalate:{SOUTH}", f"escalate:{ROAD}"} <= chase.pursuit.dues.keys()


def test_the_aircraft_itself_is_quietly_back() -> None:
    chase = _flown_over()
    chase.crossed(120, "BE", "NL", HELICOPTER)
    assert f"{SOUTH} 4 overflown P3, owned by desk of {SOUTH}" in alert_lines(chase.decisions[-1])


def test_a_joint_centre_that_had_a_copy_rings_where_it_must_act() -> None:
    chase = _in_nl()
    chase.crossed(100, "NL", "DE")
    assert (alert_of(chase, JOINT).kind, alert_of(chase, JOINT).priority) == ("copy", 3)
    chase.crossed(400, "DE", "FR", place=(49.3, 5.5))
    alert = alert_of(chase, JOINT)
    assert (alert.kind, alert.priority, alert.rang_revision) == ("border", 1, alert.revision)


def test_a_unit_that_may_have_been_the_first_one_in_leaves_open_since_when_the_pursuit_is_here() -> None:
    chase = opened_at_home()
    chase.join(1, SECOND)
    chase.crossed(60, "BE", "NL")
    chase.present(70, "NL", SECOND)
    alert = alert_of(chase)
    assert (alert.since_unknown, alert.code, alert.rang_revision) == (True, "entered", 1)
    assert alert.crossing is not None
