"""A possible crossing rings at once; what becomes of it is told quietly, unless a unit is there after all."""

import pytest
from msgspec.structs import replace

from streams.records import Crossing, PursuitRecord
from tests.streams.pursuit.scene import (
    CAR,
    DUTCH,
    HOME,
    JOINT,
    NORTH,
    ROAD,
    RULES_WITH_COPY,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    at,
    crew,
    crossing,
    inbox,
    log_codes,
    opened_at_home,
    possible,
    sent_alerts,
    settled,
    with_second,
)  # fmt: skip

OUT = possible("BE", "NL", 30)
BACK = possible("NL", "BE", 60)


def _perhaps_in_nl() -> Chase:
    chase = opened_at_home()
    chase.told(30, OUT, "NL")
    return chase


# ---------------------------------------------------------------- possible


def test_a_possible_crossing_rings_like_any_other_and_says_that_it_is_possible() -> None:
    chase = _perhaps_in_nl()
    assert alert_lines(chase.decisions[-1]) == [
        f"{SOUTH} 1 entered P1, rings",
        f"{ROAD} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
    ]
    assert [alert.crossing for alert in sent_alerts(chase.decisions[-1])] == [OUT] * 3
    assert log_codes(chase)[2] == "crossing_possible"


# ---------------------------------------------------------------- confirmed


def test_a_confirmed_crossing_makes_a_quiet_revision_that_keeps_the_acknowledgement() -> None:
    chase = _perhaps_in_nl()
    chase.acknowledge(32, SOUTH, 1)
    sure = settled(OUT, "confirmed", at=at(30.5), lat=50.21, not_after=at(30.7))
    chase.told(35, sure, "NL")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 departed P3",
        f"{ROAD} 2 entered P1",
        f"{SOUTH} 3 entered P1, owned by desk of {SOUTH}",
    ]
    alert = alert_of(chase)
    assert (alert.crossing, alert.rang_revision, alert.code) == (sure, 1, "entered")
    assert chase.pursuit.units[CAR].last_crossing == sure
    assert chase.pursuit.log[-1].params == {"unit": CAR, "left": "BE", "entered": "NL"}
    assert log_codes(chase)[-1] == "crossing_confirmed"


def test_a_confirmed_crossing_says_its_place_anew() -> None:
    chase = _perhaps_in_nl()
    before = alert_of(chase).place
    chase.told(35, settled(OUT, "confirmed", lat=50.3), "NL")
    after = alert_of(chase).place
    assert before is not None
    assert after is not None
    assert (after.name, after.distance_m > before.distance_m) == ("Zuidstad", True)


def test_of_old_news_the_place_stays_where_the_unit_was_seen() -> None:
    chase = Chase()
    chase.open()
    old = possible("BE", "NL", -5)
    chase.present(1, "NL", crossings=(old,))
    before = alert_of(chase)
    chase.told(5, settled(old, "confirmed"), "NL")
    assert (alert_of(chase).place, alert_of(chase).code) == (before.place, "entered_before_opening")


def test_a_crossing_confirmed_to_another_area_rings_the_rooms_there_too() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "confirmed", lat=50.8), "NL")
    assert f"{NORTH} 1 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert f"{SOUTH} 2 entered P1" in alert_lines(chase.decisions[-1])
    assert {room: alert.elsewhere for room, alert in chase.pursuit.alerts.items()} == {
        HOME: False, NORTH: False, ROAD: True, SOUTH: True,
    }  # fmt: skip
    place = alert_of(chase).place
    assert place is not None
    assert (place.name, alert_of(chase).crossing) == ("Noordstad", settled(OUT, "confirmed", lat=50.8))


def test_a_room_that_read_that_it_is_elsewhere_rings_when_a_second_unit_comes_by_its_place() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "confirmed", lat=50.8), "NL")
    chase.join(36, SECOND)
    chase.present(37, "BE", SECOND)
    chase.crossed(40, "BE", "NL", SECOND)
    assert f"{SOUTH} 3 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert f"{NORTH} 2 entered P1" not in alert_lines(chase.decisions[-1])
    assert not alert_of(chase).elsewhere


def test_a_crossing_confirmed_into_another_state_rings_there_and_is_withdrawn_here() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "confirmed", entered=("DE",), lon=7.0), "DE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 departed P3",
        f"{ROAD} 2 withdrawn P3",
        f"{SOUTH} 2 withdrawn P3",
        f"{WEST} 1 entered P1, rings",
        f"{JOINT} 1 entered P3, rings",
    ]
    assert chase.pursuit.units[CAR].territory == ("DE",)


def test_a_crossing_confirmed_into_one_more_state_rings_there_as_well() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "confirmed", entered=("DE", "NL"), lon=7.0), "DE NL")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 departed P3",
        f"{ROAD} 2 entered P1",
        f"{SOUTH} 2 entered P1",
        f"{WEST} 1 entered P1, rings",
        f"{JOINT} 1 entered P3, rings",
    ]


def test_a_confirmed_crossing_of_a_unit_that_was_only_one_more_makes_no_revision() -> None:
    chase = with_second(_perhaps_in_nl(), "BE")
    second = possible("BE", "NL", 40, SECOND)
    chase.told(40, second, "NL")
    chase.told(45, settled(second, "confirmed"), "NL")
    assert alert_lines(chase.decisions[-1]) == []
    views = inbox(chase.decisions[-1], PursuitRecord)[SOUTH].units
    assert [view.last_crossing.status for view in views] == ["possible", "confirmed"]


# ---------------------------------------------------------------- withdrawn


def test_a_withdrawn_crossing_puts_the_unit_back_and_withdraws_its_alerts_visibly_and_quietly() -> None:
    chase = _perhaps_in_nl()
    chase.acknowledge(32, SOUTH, 1)
    never = settled(OUT, "withdrawn")
    chase.told(35, never, "BE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 2 withdrawn P3",
        f"{ROAD} 2 withdrawn P3",
        f"{SOUTH} 3 withdrawn P3, owned by desk of {SOUTH}",
    ]
    assert (alert_of(chase).crossing, alert_of(chase).code) == (never, "withdrawn")
    assert chase.pursuit.units[CAR].territory == ("BE",)
    assert chase.pursuit.units[CAR].last_crossing == never
    assert [code for code in log_codes(chase) if "cross" in code] == ["crossing_possible", "crossing_withdrawn"]


def test_a_withdrawn_alert_that_nobody_acknowledged_still_can_be() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    chase.acknowledge(40, SOUTH, 1)
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 3 withdrawn P3, owned by desk of {SOUTH}"]


def test_the_next_crossing_after_a_withdrawn_one_rings_again() -> None:
    chase = _perhaps_in_nl()
    chase.acknowledge(32, SOUTH, 1)
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    chase.told(50, possible("BE", "NL", 50), "NL")
    assert alert_lines(chase.decisions[-1]) == [
        f"{SOUTH} 4 entered P1, rings",
        f"{ROAD} 3 entered P1, rings",
        f"{HOME} 3 departed P3, rings",
    ]


def test_where_another_unit_truly_is_the_alert_stays_and_tells_of_that_unit() -> None:
    chase = with_second(_perhaps_in_nl(), "BE")
    second = crossing("BE", "NL", 33, SECOND)
    chase.told(33, second, "NL")
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 4 departed P3",
        f"{ROAD} 3 entered P1",
        f"{SOUTH} 3 entered P1",
    ]
    assert [alert.crossing for alert in sent_alerts(chase.decisions[-1])] == [second] * 3


def test_where_the_other_unit_came_nobody_knows_how_the_alert_says_so() -> None:
    chase = with_second(_perhaps_in_nl(), "NL")
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    alert = alert_of(chase)
    assert (alert.phase, alert.crossing, alert.since_unknown, alert.code) == (
        "entered", None, True, "entered_since_unknown",
    )  # fmt: skip
    assert alert.place is not None
    assert alert.place.name == "Zuidstad"


def test_a_unit_of_the_state_itself_is_no_reason_for_its_rooms_to_stay_alarmed() -> None:
    chase = _perhaps_in_nl()
    chase.join(31, DUTCH, by=crew(DUTCH, SOUTH))
    chase.present(32, "NL", DUTCH)
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    assert alert_of(chase).phase == "withdrawn"


def test_the_alert_stays_of_the_first_unit_where_only_the_second_was_withdrawn() -> None:
    chase = with_second(opened_at_home(), "BE")
    first, second = crossing("BE", "NL", 33), possible("BE", "NL", 34, SECOND)
    chase.told(33, first, "NL")
    chase.told(34, second, "NL")
    chase.told(35, settled(second, "withdrawn"), "BE")
    assert (alert_of(chase).phase, alert_of(chase).crossing) == ("entered", first)
    assert (alert_of(chase, HOME).phase, alert_of(chase, HOME).crossing) == ("departed", first)


def test_a_unit_that_was_there_and_left_has_left_though_the_second_was_withdrawn() -> None:
    chase = with_second(opened_at_home(), "BE")
    second = possible("BE", "NL", 34, SECOND)
    chase.crossed(33, "BE", "NL")
    chase.told(34, second, "NL")
    chase.crossed(40, "NL", "BE")
    chase.told(45, settled(second, "withdrawn"), "BE")
    assert alert_lines(chase.decisions[-1]) == [f"{ROAD} 4 left P3", f"{SOUTH} 4 left P3", f"{HOME} 4 cleared P3"]


def test_what_another_unit_left_stays_left_when_the_crossing_that_rang_is_withdrawn() -> None:
    chase = with_second(_perhaps_in_nl(), "NL")
    back = crossing("NL", "BE", 60)
    chase.told(60, back, "BE")
    chase.crossed(70, "NL", "BE", SECOND)
    chase.told(75, settled(OUT, "withdrawn"), "BE")
    assert (alert_of(chase).phase, alert_of(chase).crossing, alert_of(chase).since_unknown) == ("left", None, True)


def test_a_joint_centre_is_told_too() -> None:
    chase = opened_at_home()
    over = possible("BE", "FR", 30)
    chase.told(30, over, "FR")
    chase.told(35, settled(over, "withdrawn"), "BE")
    assert chase.alerts == [
        f"{JOINT} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
        f"{HOME} 2 withdrawn P3",
        f"{JOINT} 2 withdrawn P3",
    ]


def test_two_crossings_withdrawn_one_after_the_other_bring_the_unit_home() -> None:
    chase, on = _perhaps_in_nl(), possible("NL", "DE", 40)
    chase.told(40, on, "DE")
    chase.told(45, settled(OUT, "withdrawn"), "BE")
    chase.told(45, settled(on, "withdrawn"), "BE")
    assert chase.pursuit.units[CAR].territory == ("BE",)
    assert {room: alert.phase for room, alert in chase.pursuit.alerts.items()} == dict.fromkeys(
        (SOUTH, ROAD, WEST, HOME, JOINT), "withdrawn"
    )


def test_a_fault_that_rang_is_no_withdrawn_alert() -> None:
    chase = _perhaps_in_nl()
    chase.told(60, BACK, "BE")
    chase.fault(65)
    chase.told(70, settled(OUT, "withdrawn"), "BE")
    assert (alert_of(chase, HOME).phase, alert_of(chase, HOME).priority) == ("fault", 1)
    assert alert_of(chase, HOME).acknowledged is None


# ---------------------------------------------------------------- the way out


def _perhaps_back() -> Chase:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    chase.acknowledge(31, SOUTH, 1)
    chase.told(60, BACK, "BE")
    return chase


def test_a_possible_way_out_is_told_as_such() -> None:
    chase = _perhaps_back()
    assert alert_lines(chase.decisions[-1]) == [
        f"{ROAD} 2 left P3",
        f"{SOUTH} 3 left P3, owned by desk of {SOUTH}",
        f"{HOME} 2 cleared P3",
    ]
    assert {alert.crossing_out for alert in sent_alerts(chase.decisions[-1])} == {BACK}


def test_a_confirmed_way_out_is_told_quietly() -> None:
    chase, sure = _perhaps_back(), settled(BACK, "confirmed")
    chase.told(65, sure, "BE")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 3 cleared P3",
        f"{ROAD} 3 left P3",
        f"{SOUTH} 4 left P3, owned by desk of {SOUTH}",
    ]
    assert {alert.crossing_out for alert in sent_alerts(chase.decisions[-1])} == {sure}


def test_a_withdrawn_way_out_rings_again_for_the_rooms_stood_down() -> None:
    chase, never = _perhaps_back(), settled(BACK, "withdrawn")
    chase.told(65, never, "NL")
    assert alert_lines(chase.decisions[-1]) == [
        f"{HOME} 3 departed P3, rings",
        f"{ROAD} 3 entered P1, rings",
        f"{SOUTH} 4 entered P1, rings",
    ]
    assert alert_of(chase).crossing == crossing("BE", "NL", 30)
    assert alert_of(chase).crossing_out == never
    assert chase.pursuit.units[CAR].territory == ("NL",)


def test_a_way_out_withdrawn_after_the_pursuit_found_the_unit_at_home_rings_the_rooms_where_it_is() -> None:
    chase = Chase()
    chase.open()
    old_way_out = possible("NL", "BE", -5)
    chase.present(1, "BE", crossings=(old_way_out,))
    assert chase.alerts == []
    chase.told(5, settled(old_way_out, "withdrawn"), "NL")
    assert alert_lines(chase.decisions[-1])[0] == f"{SOUTH} 1 entered P1, rings, before opening, since unknown"


def test_a_way_out_withdrawn_when_the_unit_has_left_by_another_rings_nobody() -> None:
    chase = _perhaps_back()
    again, out = crossing("BE", "NL", 70), crossing("NL", "BE", 80)
    chase.told(70, again, "NL")
    chase.told(80, out, "BE")
    chase.told(85, settled(BACK, "withdrawn"), "BE")
    assert not any("rings" in line for line in alert_lines(chase.decisions[-1]))
    assert alert_of(chase).phase == "left"


def test_closing_clears_what_was_withdrawn() -> None:
    chase = _perhaps_in_nl()
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    chase.close(40)
    assert alert_of(chase).phase == "cleared"


# ---------------------------------------------------------------- repeats and orders


@pytest.mark.parametrize("end", ["confirmed", "withdrawn"])
def test_what_is_settled_is_settled_whatever_is_told_again(end: str) -> None:
    chase = _perhaps_in_nl()
    final = replace(OUT, status=end, confirmed_at=at(35))
    chase.told(35, final, "NL" if end == "confirmed" else "BE")
    before = (chase.pursuit.alerts, chase.pursuit.units, chase.pursuit.log)
    for again in (final, OUT, settled(OUT, "confirmed"), settled(OUT, "withdrawn")):
        chase.told(35, again, "NL")
        assert chase.decisions[-1].events == ()
    assert (chase.pursuit.alerts, chase.pursuit.units, chase.pursuit.log) == before


def test_a_possible_crossing_told_twice_counts_once() -> None:
    chase = _perhaps_in_nl()
    chase.told(31, OUT, "NL")
    assert chase.decisions[-1].events == ()


def test_a_crossing_confirmed_before_it_was_told_as_possible_rings_once() -> None:
    chase = opened_at_home()
    chase.told(35, settled(OUT, "confirmed"), "NL")
    chase.told(35, OUT, "NL")
    assert (len(chase.alerts), chase.decisions[-1].events) == (3, ())


def test_a_crossing_withdrawn_before_it_was_told_rings_nobody_now_or_later() -> None:
    chase = opened_at_home()
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    chase.told(30, OUT, "NL")
    assert chase.alerts == []
    assert chase.pursuit.units[CAR].territory == ("BE",)
    assert "crossing_withdrawn" not in log_codes(chase)


def test_a_crossing_of_a_unit_that_is_no_longer_in_the_pursuit_is_not_settled_here() -> None:
    chase = with_second(_perhaps_in_nl(), "BE")
    chase.leave(33, CAR)
    chase.told(35, settled(OUT, "withdrawn"), "BE")
    assert chase.decisions[-1].events == ()
    assert alert_of(chase).phase == "cleared"


# ---------------------------------------------------------------- presence


def test_a_withdrawn_crossing_in_a_presence_alerts_nobody() -> None:
    chase = Chase()
    chase.open()
    chase.present(40, "BE", crossings=(settled(OUT, "withdrawn"),))
    assert chase.alerts == []
    assert log_codes(chase) == ["opened", "unit_joined"]


def test_a_presence_settles_what_was_told_as_possible() -> None:
    chase = _perhaps_in_nl()
    chase.present(40, "BE", crossings=(settled(OUT, "withdrawn"),))
    assert (alert_of(chase).phase, alert_of(chase).revision) == ("withdrawn", 2)


def test_a_presence_that_tells_a_possible_crossing_again_changes_nothing() -> None:
    chase = _perhaps_in_nl()
    chase.present(40, "NL", crossings=(OUT,))
    assert alert_lines(chase.decisions[-1]) == []


def test_an_entry_before_the_opening_is_explained_by_the_crossing_that_was_not_withdrawn() -> None:
    chase = Chase()
    chase.open()
    entry, never = crossing("BE", "NL", -60), settled(possible("BE", "NL", -30), "withdrawn")
    chase.present(1, "NL", crossings=(entry, never))
    assert alert_of(chase).crossing == entry


def test_an_old_trip_whose_crossings_are_confirmed_after_the_opening_rings_nobody() -> None:
    chase = Chase()
    chase.open()
    there, back = possible("BE", "NL", -9), possible("NL", "BE", -5)
    chase.present(1, "BE", crossings=(there, back))
    chase.told(3, settled(there, "confirmed"), "BE")
    chase.told(3, settled(back, "confirmed"), "BE")
    assert chase.alerts == []
    assert chase.pursuit.units[CAR].territory == ("BE",)


def test_a_unit_found_abroad_by_a_possible_crossing_is_taken_back_where_that_is_withdrawn() -> None:
    chase = Chase()
    chase.open()
    over = possible("BE", "NL", -5)
    chase.present(1, "NL", crossings=(over,))
    chase.told(5, settled(over, "withdrawn"), "BE")
    assert (alert_of(chase).phase, chase.pursuit.units[CAR].territory) == ("withdrawn", ("BE",))


def _come_back() -> Chase:
    """The car left the pursuit, and is in it again; where it is now is not known yet."""
    chase = with_second(_perhaps_in_nl(), "BE")
    chase.leave(33, CAR)
    chase.join(40, CAR)
    return chase


@pytest.mark.parametrize("now", [OUT, settled(OUT, "confirmed")], ids=["possible", "confirmed"])
def test_a_unit_that_comes_back_abroad_rings_by_the_crossing_that_was_told_before(now: Crossing) -> None:
    chase = _come_back()
    chase.present(41, "NL", crossings=(now,))
    assert f"{SOUTH} 3 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert alert_of(chase).crossing == now


def test_what_a_unit_that_came_back_has_still_unsettled_can_be_withdrawn() -> None:
    chase = _come_back()
    chase.present(41, "NL", crossings=(OUT,))
    chase.told(45, settled(OUT, "withdrawn"), "BE")
    assert (alert_of(chase).phase, chase.pursuit.units[CAR].territory) == ("withdrawn", ("BE",))


def test_what_was_withdrawn_while_a_unit_was_out_of_the_pursuit_counts_no_more() -> None:
    chase = _come_back()
    chase.present(41, "BE")
    chase.told(45, OUT, "BE")
    assert chase.decisions[-1].events == ()
    assert (alert_of(chase).phase, chase.pursuit.units[CAR].territory) == ("cleared", ("BE",))


def test_a_joint_centre_that_reads_of_it_does_not_stand_for_the_rooms_that_act() -> None:
    chase = Chase(rules=RULES_WITH_COPY)
    chase.open()
    chase.present(1, "BE")
    chase.join(2, "BE/HELI-1")
    chase.present(3, "BE", "BE/HELI-1", movement="air")
    chase.crossed(10, "BE", "NL", place=(50.8, 6.0))
    chase.acknowledge(12, NORTH, 1)
    out = possible("NL", "DE", 100)
    chase.told(100, out, "DE")
    chase.crossed(400, "BE", "NL", "BE/HELI-1", place=(50.8, 6.0))
    chase.told(500, settled(out, "withdrawn", after_s=400), "NL")
    assert {"NL/SOUTH 1 entered P1, rings", "NL/ROAD 1 entered P1, rings"} <= {
        line.partition(", before")[0] for line in alert_lines(chase.decisions[-1])
    }
