"""A room hears of a unit before it is there; what becomes of that it reads quietly, or hears as an entry."""

from typing import Any

import pytest
from msgspec.structs import replace

from streams.records import AnswerRecord, Approach, PursuitRecord, VisibilityRecord
from tests.streams.pursuit.scene import (
    CAR,
    DUTCH,
    HOME,
    JOINT,
    NORTH,
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
    ended,
    in_nl,
    inbox,
    log_codes,
    memberships,
    opened_at_home,
    possible,
    sent_alerts,
    settled,
    with_second,
)  # fmt: skip

COMING = approach("NL", 30)
NORTHERN = (50.8, 6.0)


def _coming(*more: Approach) -> Chase:
    """The car is foreseen in the Netherlands; more may be foreseen after that."""
    chase = opened_at_home()
    for foreseen in (COMING, *more):
        chase.approaching((foreseen.announced_at - at(0)).total_seconds(), foreseen)
    return chase


def _last(chase: Chase) -> list[str]:
    return alert_lines(chase.decisions[-1])


# ---------------------------------------------------------------- foreseen


def test_every_room_that_serves_the_place_rings_with_priority_2() -> None:
    chase = _coming()
    assert _last(chase) == [f"{ROAD} 1 approaching P2, rings", f"{SOUTH} 1 approaching P2, rings"]
    alert = alert_of(chase)
    assert (alert.approach, alert.crossing, alert.code) == (COMING, None, "approaching")
    assert (alert.territory_from, alert.territory_to, alert.room_basis, alert.area) == (
        ("BE",), ("NL",), "area", "NL-S",
    )  # fmt: skip
    assert alert.place is not None
    assert alert.place.name == "Zuidstad"


def test_the_room_sees_the_pursuit_from_the_pre_alert_on() -> None:
    decision = _coming().decisions[-1]
    assert {name: record.granted for name, record in inbox(decision, VisibilityRecord).items()} == {
        SOUTH: True, ROAD: True,
    }  # fmt: skip
    assert memberships(decision)[CAR].audience == (HOME, ROAD, SOUTH)
    assert {room.room: room.phase for room in inbox(decision, PursuitRecord)[HOME].alerted} == {
        ROAD: "approaching", SOUTH: "approaching",
    }  # fmt: skip


def test_the_log_says_what_is_foreseen_and_for_when() -> None:
    chase = _coming()
    (line,) = [entry for entry in chase.pursuit.log if entry.code == "approaching"]
    assert line.at == COMING.announced_at
    assert line.params == {"unit": CAR, "entered": "NL", "eta": "2026-01-01T12:01:30+00:00"}


def test_a_place_without_a_known_area_rings_the_coordinating_room() -> None:
    chase = opened_at_home()
    chase.approaching(30, approach("FR", 30))
    assert _last(chase) == [f"{JOINT} 1 approaching P2, rings"]
    assert (alert_of(chase, JOINT).room_basis, alert_of(chase, JOINT).approach) == ("coordinating", approach("FR", 30))


def test_shared_ground_rings_the_rooms_of_both_states() -> None:
    chase = opened_at_home()
    chase.approaching(30, approach("DE NL", 30, place=(50.2, 7.0)))
    ring = [f"{room} 1 approaching P2, rings" for room in (WEST, ROAD, SOUTH)]
    assert _last(chase) == [ring[0], f"{JOINT} 1 approaching P3, rings", *ring[1:]]
    assert alert_of(chase, JOINT).kind == "copy"
    places = {alert.room: alert.place for alert in sent_alerts(chase.decisions[-1]) if alert.kind == "border"}
    assert {room: place and place.name for room, place in places.items()} == {
        WEST: "Westheim", ROAD: "Oostdorp", SOUTH: "Oostdorp",
    }  # fmt: skip


@pytest.mark.parametrize(("foreseen", "unit"), [(approach("BE", 40, DUTCH), DUTCH), (approach("NL", 40, DUTCH), DUTCH)])
def test_nobody_is_told_that_a_unit_comes_home_or_to_the_pursuing_state(foreseen: Approach, unit: str) -> None:
    chase = opened_at_home()
    chase.join(31, unit, by=crew(DUTCH, SOUTH))
    chase.present(32, "DE", unit)
    decision = chase.approaching(40, foreseen, "DE")
    assert decision.events == ()


def test_a_unit_whose_place_is_not_known_yet_can_be_foreseen() -> None:
    chase = Chase()
    chase.open()
    chase.approaching(30, COMING)
    assert f"{SOUTH} 1 approaching P2, rings" in _last(chase)
    assert alert_of(chase).territory_from == ("BE",)
    assert chase.pursuit.units[CAR].seen is None


def test_a_unit_out_of_the_pursuit_or_a_pursuit_that_is_closed_tells_nothing() -> None:
    chase = opened_at_home()
    chase.leave(20, CAR)
    assert chase.approaching(30, COMING).events == ()
    chase = opened_at_home()
    chase.close(20)
    assert chase.approaching(30, COMING).events == ()


def test_the_units_last_place_is_told_with_it_where_nothing_else_is_known() -> None:
    chase = _coming()
    (told,) = (alert for alert in sent_alerts(chase.decisions[-1]) if alert.room == SOUTH)
    assert [view.seen and view.seen.observed_at for view in told.units] == [at(30)]
    chase.approaching(31, approach("DE", 31), now="NL")
    seen = chase.pursuit.units[CAR].seen
    assert seen is not None
    assert (seen.observed_at, chase.pursuit.units[CAR].territory) == (at(30), ("BE",))


# ---------------------------------------------------------------- refined


def test_a_better_estimate_is_a_quiet_revision_and_the_acknowledgement_stays() -> None:
    chase = _coming()
    chase.acknowledge(31, SOUTH, 1)
    better = replace(COMING, eta=at(80), eta_from=at(75), eta_to=at(85), probability=0.95, lat=50.3)
    chase.approaching(40, better)
    assert _last(chase) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 3 approaching P2, owned by desk of {SOUTH}"]
    assert (alert_of(chase).approach, alert_of(chase).rang_revision) == (better, 1)
    assert log_codes(chase).count("approaching") == 1


@pytest.mark.parametrize(
    "changes", [{}, {"eta": at(94)}, {"eta_to": at(106)}, {"probability": 0.8}, {"lat": 50.2049}, {"lon": 5.9952}]
)
def test_what_the_estimate_changes_by_noise_is_no_news(changes: dict[str, Any]) -> None:
    chase = _coming()
    assert chase.approaching(31, replace(COMING, **changes)).events == ()


@pytest.mark.parametrize(
    "changes",
    [{"eta": at(95)}, {"eta_from": at(65)}, {"eta_to": at(115)}, {"probability": 0.7}, {"lat": 50.206}, {"lon": 5.99}],
)
def test_small_steps_add_up_to_news(changes: dict[str, Any]) -> None:
    chase = _coming()
    chase.approaching(31, replace(COMING, **changes))
    assert _last(chase) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 2 approaching P2"]


def test_an_estimate_that_was_overtaken_on_its_way_changes_nothing() -> None:
    chase = _coming()
    chase.approaching(40, replace(COMING, eta=at(80)))
    assert chase.approaching(35, replace(COMING, eta=at(70))).events == ()
    assert chase.approaching(30, COMING).events == ()


def test_an_estimate_at_another_place_rings_the_rooms_there_and_the_others_read_where() -> None:
    chase = _coming()
    chase.approaching(40, replace(COMING, lat=50.8))
    assert _last(chase) == [
        f"{ROAD} 2 approaching P2",
        f"{SOUTH} 2 approaching P2",
        f"{NORTH} 1 approaching P2, rings",
    ]
    assert {alert.place and alert.place.name for alert in sent_alerts(chase.decisions[-1])} == {"Noordstad"}
    chase.approaching(50, COMING)
    assert _last(chase) == [f"{room} {n} approaching P2" for room, n in ((NORTH, 2), (ROAD, 3), (SOUTH, 3))]


def test_what_is_foreseen_anew_under_another_id_takes_the_place_of_the_first() -> None:
    again = approach("NL", 45, place=NORTHERN)
    chase = _coming(again)
    assert _last(chase) == [
        f"{ROAD} 2 approaching P2",
        f"{SOUTH} 2 approaching P2",
        f"{NORTH} 1 approaching P2, rings",
    ]
    assert list(chase.pursuit.foreseen) == [again.id]
    assert chase.approaching(50, ended(COMING, "withdrawn", 50)).events == ()
    assert alert_of(chase).approach == again


def test_an_older_approach_that_comes_late_is_old_news() -> None:
    chase = _coming()
    before = chase.pursuit.alerts
    chase.approaching(31, approach("NL", 20))
    assert chase.pursuit.alerts == before
    assert list(chase.pursuit.foreseen) == [COMING.id]


# ---------------------------------------------------------------- entered


def test_the_crossing_makes_the_same_alert_rise_and_ring_again() -> None:
    chase = _coming()
    chase.acknowledge(31, SOUTH, 1)
    chase.crossed(90, "BE", "NL")
    assert _last(chase) == [
        f"{SOUTH} 3 entered P1, rings",
        f"{ROAD} 2 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
    ]
    assert (alert_of(chase).approach, alert_of(chase).acknowledged) == (None, None)
    assert chase.pursuit.foreseen == {}


def test_acknowledging_the_pre_alert_does_not_cover_the_entry() -> None:
    chase = _coming()
    chase.crossed(90, "BE", "NL")
    chase.acknowledge(91, SOUTH, 1)
    (answer,) = inbox(chase.decisions[-1], AnswerRecord).values()
    assert (answer.accepted, answer.code) == (False, "other_revision")
    chase.acknowledge(92, SOUTH, 2)
    assert _last(chase) == [f"{SOUTH} 3 entered P1, owned by desk of {SOUTH}"]


@pytest.mark.parametrize("first", ["crossing", "approach"])
def test_that_it_came_about_changes_nothing_whichever_comes_first(first: str) -> None:
    chase = _coming()
    lines = []
    for what in (first, *({"crossing", "approach"} - {first})):
        if what == "crossing":
            chase.told(90, possible("BE", "NL", 90), "NL")
        else:
            chase.approaching(90, ended(COMING, "entered", 90), now="NL")
        lines += _last(chase)
    assert lines == [
        f"{SOUTH} 2 entered P1, rings",
        f"{ROAD} 2 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
    ]
    assert (chase.pursuit.foreseen, chase.pursuit.approached) == ({}, (COMING.id,))
    assert "approach_withdrawn" not in log_codes(chase)


def test_what_came_about_without_a_crossing_is_withdrawn_when_the_unit_is_known_to_be_elsewhere() -> None:
    chase = _coming()
    chase.approaching(90, ended(COMING, "entered", 90))
    assert _last(chase) == []
    chase.present(90, "BE")
    assert _last(chase) == []
    chase.present(150, "BE")
    assert f"{SOUTH} 2 withdrawn P3" in _last(chase)


def test_the_rooms_of_the_place_ring_and_those_that_waited_elsewhere_read_where_it_went_in() -> None:
    chase = _coming()
    chase.acknowledge(31, SOUTH, 1)
    chase.crossed(90, "BE", "NL", place=NORTHERN)
    assert _last(chase) == [
        f"{NORTH} 1 entered P1, rings",
        f"{HOME} 1 departed P3, rings",
        f"{ROAD} 2 withdrawn P3",
        f"{SOUTH} 3 withdrawn P3, owned by desk of {SOUTH}",
    ]
    alert = alert_of(chase)
    assert (alert.code, alert.crossing) == ("withdrawn_approach_entered", crossing("BE", "NL", 90, place=NORTHERN))
    assert alert.place is not None
    assert alert.place.name == "Noordstad"
    assert alert.approach is not None
    assert (alert.approach.id, alert.approach.outcome) == (COMING.id, "entered")


def test_a_unit_that_is_seen_to_be_there_is_in_too() -> None:
    chase = _coming(replace(COMING, lat=50.8, announced_at=at(40)))
    chase.present(90, "NL")
    assert _last(chase) == [
        f"{SOUTH} 3 entered P1, rings, before opening, since unknown",
        f"{ROAD} 3 entered P1, rings, before opening, since unknown",
        f"{HOME} 1 departed P3, rings, before opening, since unknown",
        f"{NORTH} 2 withdrawn P3",
    ]
    assert alert_of(chase, NORTH).crossing is None
    assert alert_of(chase, NORTH).code == "withdrawn_approach_entered"


def test_where_it_was_confirmed_to_have_come_by_the_room_that_stood_down_the_room_rings() -> None:
    chase, perhaps = _coming(), possible("BE", "NL", 90, place=NORTHERN)
    chase.told(90, perhaps, "NL")
    chase.told(95, settled(perhaps, "confirmed", lat=50.2), "NL")
    assert f"{SOUTH} 4 entered P1, rings" in _last(chase)
    assert f"{NORTH} 2 entered P1" in _last(chase)


def test_a_room_that_read_of_the_way_in_elsewhere_reads_what_becomes_of_it() -> None:
    chase, perhaps = _coming(), possible("BE", "NL", 90, place=NORTHERN)
    chase.told(90, perhaps, "NL")
    chase.told(95, settled(perhaps, "confirmed"), "NL")
    assert _last(chase) == [
        f"{HOME} 2 departed P3", f"{NORTH} 2 entered P1", f"{ROAD} 3 withdrawn P3", f"{SOUTH} 3 withdrawn P3",
    ]  # fmt: skip
    chase = _coming()
    chase.told(90, perhaps, "NL")
    chase.told(95, settled(perhaps, "withdrawn"), "BE")
    assert _last(chase) == [
        f"{HOME} 2 withdrawn P3", f"{NORTH} 2 withdrawn P3", f"{ROAD} 3 withdrawn P3", f"{SOUTH} 3 withdrawn P3",
    ]  # fmt: skip
    assert alert_of(chase).code == "withdrawn"


def test_a_room_that_is_entered_is_told_nothing_but_the_log() -> None:
    chase = opened_at_home()
    chase.crossed(10, "BE", "NL")
    with_second(chase)
    before = chase.pursuit.alerts
    chase.approaching(40, approach("NL", 40, SECOND))
    assert chase.pursuit.alerts == before
    assert log_codes(chase)[-1] == "approaching"


def test_an_approach_that_comes_after_its_crossing_is_passed_over() -> None:
    chase = opened_at_home()
    chase.crossed(90, "BE", "NL")
    before = chase.pursuit.alerts
    chase.approaching(91, COMING)
    chase.approaching(92, ended(COMING, "entered", 90), now="NL")
    assert chase.pursuit.alerts == before
    assert (chase.pursuit.foreseen, chase.pursuit.approached) == ({}, (COMING.id,))


def test_a_crossing_into_another_state_leaves_what_is_foreseen() -> None:
    chase = _coming()
    chase.crossed(60, "BE", "DE")
    assert alert_of(chase).phase == "approaching"


# ---------------------------------------------------------------- turned away


def test_a_pursuit_that_turned_away_is_told_quietly_and_visibly() -> None:
    chase = _coming()
    chase.acknowledge(31, SOUTH, 1)
    gone = ended(COMING, "withdrawn", 70)
    chase.approaching(70, gone)
    assert _last(chase) == [f"{ROAD} 2 withdrawn P3", f"{SOUTH} 3 withdrawn P3, owned by desk of {SOUTH}"]
    assert (alert_of(chase).approach, alert_of(chase).code) == (gone, "withdrawn_approach_withdrawn")
    assert log_codes(chase)[-1] == "approach_withdrawn"
    assert chase.pursuit.foreseen == {}


def test_a_room_that_did_not_acknowledge_it_still_can() -> None:
    chase = _coming()
    chase.approaching(70, ended(COMING, "withdrawn", 70))
    chase.acknowledge(75, SOUTH, 1)
    assert _last(chase) == [f"{SOUTH} 3 withdrawn P3, owned by desk of {SOUTH}"]


def test_the_next_approach_after_it_turned_away_rings_again() -> None:
    chase = _coming()
    chase.approaching(70, ended(COMING, "withdrawn", 70))
    chase.approaching(100, approach("NL", 100))
    assert _last(chase) == [f"{ROAD} 3 approaching P2, rings", f"{SOUTH} 3 approaching P2, rings"]


def test_with_several_units_the_room_waits_until_the_last_has_turned_away() -> None:
    chase = with_second(_coming())
    second = approach("NL", 40, SECOND, eta_s=120)
    chase.approaching(40, second)
    assert _last(chase) == []
    chase.approaching(50, ended(COMING, "withdrawn", 50))
    assert _last(chase) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 2 approaching P2"]
    assert alert_of(chase).approach == second
    chase.approaching(60, ended(second, "withdrawn", 60))
    assert _last(chase) == [f"{ROAD} 3 withdrawn P3", f"{SOUTH} 3 withdrawn P3"]


def test_the_unit_that_is_expected_first_is_told_of() -> None:
    chase = with_second(_coming())
    sooner = approach("NL", 40, SECOND, eta_s=70)
    chase.approaching(40, sooner)
    assert _last(chase) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 2 approaching P2"]
    assert alert_of(chase).approach == sooner


def test_a_room_waits_on_for_the_second_unit_when_the_first_went_in_elsewhere() -> None:
    chase = with_second(_coming())
    second = approach("NL", 40, SECOND)
    chase.approaching(40, second)
    chase.crossed(90, "BE", "NL", place=NORTHERN)
    assert f"{SOUTH} 2 approaching P2" in _last(chase)
    assert alert_of(chase).approach == second


def test_when_the_first_unit_is_out_again_and_a_second_comes_the_room_rings_for_it() -> None:
    chase = opened_at_home()
    chase.crossed(10, "BE", "NL")
    with_second(chase)
    chase.approaching(40, approach("NL", 40, SECOND, eta_s=400))
    chase.crossed(60, "NL", "BE")
    assert [line for line in _last(chase) if SOUTH in line] == [
        f"{SOUTH} 2 left P3",
        f"{SOUTH} 3 approaching P2, rings",
    ]


def test_what_was_told_of_it_at_last_is_what_it_had_been_expected_at() -> None:
    """An estimate that came only with the end, or was no news, was told to nobody."""
    chase = _coming()
    chase.approaching(60, ended(replace(COMING, eta=at(97), eta_to=at(130)), "withdrawn", 60))
    alert = alert_of(chase, SOUTH)
    assert alert.approach == replace(COMING, outcome="withdrawn", settled_at=at(60))


# ---------------------------------------------------------------- over


def test_a_unit_that_leaves_the_pursuit_clears_the_rooms_that_waited_for_it() -> None:
    chase = _coming()
    chase.leave(50, CAR)
    assert _last(chase) == [f"{ROAD} 2 cleared P2", f"{SOUTH} 2 cleared P2"]
    assert chase.pursuit.foreseen == {}


def test_what_was_foreseen_before_a_unit_left_ends_with_the_answer_to_its_return() -> None:
    """TRACK told it before it heard of the leave, forgot it with the leave, and will never settle it."""
    chase = opened_at_home()
    chase.leave(31, CAR)
    chase.join(32, CAR)
    chase.approaching(32.5, COMING)
    chase.present(33, "BE")
    assert chase.pursuit.foreseen == {}
    assert (alert_of(chase, SOUTH).phase, alert_of(chase, SOUTH).priority) == ("withdrawn", 3)


def test_what_still_stands_when_a_unit_is_back_is_told_anew_after_the_answer() -> None:
    chase = _coming()
    chase.leave(31, CAR)
    chase.join(32, CAR)
    chase.approaching(32.5, COMING)
    chase.present(33, "BE")
    chase.approaching(33.5, COMING)
    assert list(chase.pursuit.foreseen) == [COMING.id]
    assert alert_of(chase, SOUTH).phase == "approaching"


def test_the_same_answer_again_ends_nothing() -> None:
    chase = _coming()
    chase.present(33, "BE")
    assert list(chase.pursuit.foreseen) == [COMING.id]
    assert _last(chase) == []


def test_a_room_waits_on_for_the_other_unit_when_one_leaves_the_pursuit() -> None:
    chase = with_second(_coming())
    second = approach("NL", 40, SECOND)
    chase.approaching(40, second)
    chase.leave(50, CAR)
    assert _last(chase) == [f"{ROAD} 2 approaching P2", f"{SOUTH} 2 approaching P2"]
    assert alert_of(chase).approach == second


def test_a_room_that_was_entered_by_a_unit_that_leaves_rings_for_the_one_that_comes() -> None:
    chase = opened_at_home()
    chase.crossed(10, "BE", "NL")
    with_second(chase)
    chase.approaching(40, approach("NL", 40, SECOND))
    chase.leave(50, CAR)
    assert [line for line in _last(chase) if SOUTH in line] == [
        f"{SOUTH} 2 cleared P1",
        f"{SOUTH} 3 approaching P2, rings",
    ]


def test_closing_the_pursuit_clears_the_rooms_that_waited() -> None:
    chase = _coming()
    chase.close(50)
    assert _last(chase) == [f"{ROAD} 2 cleared P2", f"{SOUTH} 2 cleared P2"]
    assert chase.pursuit.foreseen == {}
    assert chase.approaching(60, ended(COMING, "withdrawn", 60)).events == ()


# ---------------------------------------------------------------- repeats and orders


def test_what_is_settled_stays_settled() -> None:
    chase = _coming()
    chase.approaching(70, ended(COMING, "withdrawn", 70))
    for again in (COMING, ended(COMING, "withdrawn", 70), ended(COMING, "entered", 71)):
        assert chase.approaching(72, again).events == ()


def test_the_end_of_an_approach_that_was_never_told_is_remembered_and_told_to_nobody() -> None:
    chase = opened_at_home()
    chase.approaching(70, ended(COMING, "withdrawn", 70))
    chase.approaching(71, COMING)
    assert chase.pursuit.alerts == {}
    assert "approach" not in "".join(log_codes(chase))


def test_only_so_many_approaches_are_remembered() -> None:
    chase = opened_at_home()
    for n in range(520):
        chase.approaching(n + 1, ended(approach("NL", n), "withdrawn", n + 1))
    assert len(chase.pursuit.approached) == 500
    for n in range(12):
        chase.approaching(600 + n, approach(f"A{chr(65 + n)}", 600 + n))
    assert len(chase.pursuit.foreseen) == 8


# ---------------------------------------------------------------- with other news


def test_a_fault_rings_in_a_room_that_waits_and_keeps_its_priority_until_the_entry() -> None:
    chase = _coming()
    chase.fault(40)
    assert f"{SOUTH} 2 approaching P1, rings, fault broken" in _last(chase)
    assert alert_of(chase).approach == COMING
    chase.approaching(41, replace(COMING, eta=at(120)))
    assert f"{SOUTH} 3 approaching P1, fault broken" in _last(chase)
    chase.approaching(50, ended(COMING, "withdrawn", 50))
    assert f"{SOUTH} 4 withdrawn P1, fault broken" in _last(chase)
    chase.approaching(60, approach("NL", 60))
    assert f"{SOUTH} 5 approaching P1, rings, fault broken" in _last(chase)


def test_a_visit_that_is_told_late_does_not_calm_a_room_that_waits() -> None:
    chase = _coming()
    before = chase.pursuit.alerts
    chase.told(20, replace(crossing("BE", "NL", 20), late=True), "BE")
    chase.told(25, replace(crossing("NL", "BE", 25), late=True), "BE")
    assert chase.pursuit.alerts == before


def _back_at_the_border() -> tuple[Chase, Any, Any]:
    """In and, perhaps, out again; then it is foreseen once more."""
    chase, into, out = opened_at_home(), possible("BE", "NL", 5), possible("NL", "BE", 20)
    chase.told(5, into, "NL")
    chase.told(20, out, "BE")
    chase.approaching(30, replace(COMING, lat=50.3))
    return chase, into, out


def test_a_room_that_waits_rings_when_the_unit_never_was_out() -> None:
    chase, into, out = _back_at_the_border()
    assert f"{SOUTH} 3 approaching P2, rings" in _last(chase)
    chase.told(35, settled(out, "withdrawn"), "NL")
    assert f"{SOUTH} 4 entered P1, rings" in _last(chase)
    alert = alert_of(chase)
    assert (alert.crossing, alert.approach, alert.before_opening, alert.since_unknown) == (into, None, False, False)
    assert alert.place == sent_alerts(chase.decisions[2])[0].place
    assert chase.pursuit.foreseen == {}


def test_a_room_that_waits_goes_on_waiting_when_the_visit_before_never_was() -> None:
    chase, into, out = _back_at_the_border()
    chase.told(35, settled(out, "confirmed"), "BE")
    assert f"{SOUTH} 4 approaching P2" in _last(chase)
    chase.told(36, settled(into, "withdrawn"), "BE")
    assert f"{SOUTH} 5 approaching P2" in _last(chase)
    assert (alert_of(chase).phase, alert_of(chase).crossing, alert_of(chase).crossing_out) == (
        "approaching",
        None,
        None,
    )


def test_a_room_that_was_told_it_turned_away_rings_when_the_unit_never_was_out() -> None:
    chase, into, out = _back_at_the_border()
    chase.approaching(33, ended(COMING, "withdrawn", 33))
    chase.told(35, settled(out, "withdrawn"), "NL")
    assert f"{SOUTH} 5 entered P1, rings" in _last(chase)
    assert alert_of(chase).crossing == into


def test_a_room_that_waits_once_more_still_rings_when_the_unit_never_was_out() -> None:
    chase, into, out = _back_at_the_border()
    chase.approaching(33, ended(COMING, "withdrawn", 33))
    chase.approaching(34, approach("NL", 34))
    chase.told(35, settled(out, "withdrawn"), "NL")
    assert f"{SOUTH} 6 entered P1, rings" in _last(chase)
    assert alert_of(chase).crossing == into


def test_the_leading_room_is_not_alerted_of_its_own_pursuit() -> None:
    chase, car = Chase(case="LU/2026-1"), "LU/CAR-1"
    chase.open(0, car, by=desk(JOINT))
    chase.approaching(30, approach("FR", 30, car))
    assert chase.pursuit.alerts == {}
    assert log_codes(chase)[-1] == "approaching"


HELICOPTER = "BE/HELI-1"


def _aircraft_ahead() -> Chase:
    """The room owns what it read of a helicopter that comes."""
    chase = opened_at_home()
    chase.join(1, HELICOPTER)
    chase.present(2, "BE", HELICOPTER, movement="air")
    chase.approaching(10, approach("NL", 10, HELICOPTER, eta_s=100))
    chase.acknowledge(12, SOUTH, 1)
    return chase


@pytest.mark.parametrize("eta_s", [60, 160])
def test_the_car_rings_behind_the_aircraft_that_is_foreseen_whichever_comes_first(eta_s: float) -> None:
    chase = _aircraft_ahead()
    chase.approaching(20, approach("NL", 20, CAR, eta_s=eta_s))
    alert = alert_of(chase)
    assert (alert.phase, alert.priority, alert.rang_revision, alert.acknowledged) == ("approaching", 2, 3, None)
    assert alert.approach is not None
    assert alert.approach.unit == CAR


def test_what_a_person_warned_of_stands_when_what_was_foreseen_comes_to_nothing() -> None:
    chase = opened_at_home()
    chase.warn(5, SOUTH)
    foreseen = approach("NL", 10)
    chase.approaching(10, foreseen)
    assert f"{SOUTH} 2 approaching P2, rings" in alert_lines(chase.decisions[-1])
    chase.approaching(30, ended(foreseen, "withdrawn", 30))
    alert = alert_of(chase)
    assert (alert.phase, alert.kind, alert.priority, alert.approach) == ("warned", "by_hand", 2, None)


def test_an_aircraft_takes_nothing_from_a_warning_by_hand() -> None:
    chase = opened_at_home()
    chase.join(1, HELICOPTER)
    chase.present(2, "BE", HELICOPTER, movement="air")
    chase.warn(5, SOUTH)
    chase.approaching(10, approach("NL", 10, HELICOPTER, eta_s=100))
    assert (alert_of(chase).phase, alert_of(chase).revision) == ("warned", 1)


def test_a_room_with_a_car_in_its_area_is_told_of_another_over_the_border() -> None:
    chase = in_nl()
    chase.join(31, SECOND)
    chase.present(32, "BE", SECOND)
    chase.moved(100, CAR, 50.8, 6.1)
    chase.approaching(110, approach("NL", 110, SECOND, place=(50.8, 6.0)))
    assert f"{NORTH} 2 approaching P2, rings" in alert_lines(chase.decisions[-1])
    assert alert_of(chase, NORTH).kind == "border"


def test_a_joint_centre_that_waits_with_a_copy_rings_where_it_must_act() -> None:
    chase = in_nl()
    chase.join(31, SECOND)
    chase.present(32, "BE", SECOND)
    chase.approaching(40, approach("DE", 40, eta_s=200), now="NL")
    chase.approaching(50, approach("FR", 50, SECOND, eta_s=110))
    assert f"{JOINT} 2 approaching P2, rings" in alert_lines(chase.decisions[-1])


def test_a_warning_by_hand_is_over_with_the_visit_that_it_was_of() -> None:
    chase = opened_at_home()
    chase.warn(5, SOUTH)
    chase.acknowledge(8, SOUTH, 1)
    chase.crossed(60, "BE", "NL")
    chase.crossed(200, "NL", "BE")
    foreseen = approach("NL", 1000)
    chase.approaching(1000, foreseen)
    chase.acknowledge(1010, SOUTH, alert_of(chase).revision)
    chase.approaching(1100, ended(foreseen, "withdrawn", 1100))
    assert (alert_of(chase).phase, alert_of(chase).by_hand) == ("withdrawn", None)
    chase.crossed(9000, "BE", "NL")
    assert chase.pursuit.notices[SOUTH].verdict == "cannot_be_told"


def test_an_aircraft_that_comes_when_the_car_does_not_leaves_the_warning_by_hand() -> None:
    chase = opened_at_home()
    chase.join(1, HELICOPTER)
    chase.present(2, "BE", HELICOPTER, movement="air")
    chase.warn(5, SOUTH)
    by_road = approach("NL", 10)
    chase.approaching(10, by_road)
    chase.approaching(20, approach("NL", 20, HELICOPTER, eta_s=90))
    chase.approaching(30, ended(by_road, "withdrawn", 30))
    chase.crossed(90, "BE", "NL", HELICOPTER)
    chase.crossed(120, "NL", "BE", HELICOPTER)
    assert (alert_of(chase).phase, alert_of(chase).priority) == ("warned", 2)
