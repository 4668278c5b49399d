"""What TRACK tells of a unit: trails to their audience, places to its room, how far it drove to its pursuits."""

from dataclasses import replace as replaced
from datetime import timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from geo.contact import contact_lost
from geo.geodesy import metres_per_degree
from geo.reading import micros
from geo.settings import TrackerSettings
from streams.records import Fix, Output, Report, UnitContact, UnitCrossed, UnitMoved, UnitsPicture, decode
from streams.tracking import tell
from streams.tracking.state import TrackedUnit
from streams.tracking.step import World
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import (
    CAR,
    CASE,
    HOME,
    OTHER_CASE,
    SECOND,
    WORLD,
    Partition,
    fix,
    membership,
    of_topic,
    pictures,
    reports,
    trails,
)  # fmt: skip
from tests.worlds import index_of

TELLING = World(WORLD.index, WORLD.layer)
"""In which nothing drives faster than cars do, and every 500 m are told."""
_, EAST_M = metres_per_degree(50.5)


def _read(outputs: tuple[Output, ...]) -> list[UnitsPicture]:
    return [msgspec.json.decode(output.value, type=UnitsPicture) for output in outputs]


def test_reports_and_trails_stand_under_their_case_pictures_under_their_room() -> None:
    partition = Partition()
    stepped = partition.feed(fix(5.98, 0), membership(), fix(6.02, 10))
    for topic, key in (("reports", CASE), ("trails", CASE), ("units", HOME)):
        assert {(output.key, output.partition_by) for output in of_topic(stepped, topic)} == {(key, key)}


def test_a_trail_carries_the_fix_as_received_as_judged_and_who_may_see_it() -> None:
    partition = Partition()
    partition.feed(membership(), membership(case=OTHER_CASE, audience=("NL/SOUTH",)))
    first, second = trails(partition.feed(fix(5.9, 0, accuracy_m=7.0)))
    assert (first.case, first.audience, first.mode) == (CASE, (HOME,), "exercise")
    assert (second.case, second.audience) == (OTHER_CASE, ("NL/SOUTH",))
    assert first.fix == fix(5.9, 0, accuracy_m=7.0)
    assert (first.judged.outcome, first.judged.territory) == ("first", ("BE",))


def test_a_place_on_the_rooms_map_says_which_pursuits_the_unit_is_in_and_in_which_mode() -> None:
    partition = Partition()
    idle = pictures(partition.feed(fix(5.9, 0, mode="live")))[0].units[0]
    assert (idle.cases, idle.mode) == ((), "live")
    chasing = pictures(partition.feed(membership(), fix(5.9, 1, mode="live")))[0].units[0]
    assert (chasing.cases, chasing.mode) == ((CASE,), "exercise")


def test_a_unit_in_a_real_pursuit_and_an_exercise_is_shown_as_real() -> None:
    partition = Partition()
    partition.feed(membership(case="BE/A"), replace(membership(case="BE/B"), mode="live"))
    assert pictures(partition.feed(fix(5.9, 1)))[0].units[0].mode == "live"


def test_units_without_a_fix_are_in_no_picture() -> None:
    partition = Partition()
    assert pictures(partition.feed(membership())) == []
    assert tell.full_pictures(partition.units, at(5)) == ()


def test_a_full_picture_shows_the_parked_units_too() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), fix(5.5, 0, unit=SECOND, room="BE/OTHER"))
    partition.feed(fix(5.91, 600))
    found = _read(tell.full_pictures(partition.units, at(601)))
    assert [(picture.room, picture.full, [place.unit for place in picture.units]) for picture in found] == [
        (HOME, True, [CAR]),
        ("BE/OTHER", True, [SECOND]),
    ]


def test_a_unit_that_was_silent_for_more_than_a_shift_is_no_longer_shown() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), fix(5.5, 60, unit=SECOND))
    found = _read(tell.full_pictures(partition.units, at(60) + timedelta(hours=12)))
    assert [[place.unit for place in picture.units] for picture in found] == [[SECOND]]


def test_a_room_with_very_many_units_gets_several_records_each_small_enough_for_kafka() -> None:
    partition = Partition()
    partition.feed(*(fix(5.5, 0, unit=f"BE/{'x' * 60}-{k}") for k in range(1_200)))
    outputs = tell.full_pictures(partition.units, at(1))
    assert [len(picture.units) for picture in _read(outputs)] == [500, 500, 200]
    assert max(len(output.value) for output in outputs) < 500_000


def test_the_answer_to_a_membership_marks_the_pursuit_as_told_only_where_something_was_known() -> None:
    partition = Partition()
    partition.feed(membership())
    assert not partition.units[CAR].cases[CASE].present_told
    partition.feed(fix(5.9, 0))
    unit: TrackedUnit = partition.units[CAR]
    assert unit.cases[CASE].present_told
    assert tell.overdue_presence(unit) == (unit, ())


def test_contact_is_told_under_the_contacts_own_name_to_these_pursuits_alone() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership(), membership(case=OTHER_CASE))
    lost = contact_lost(CAR, micros(at(0)), 50.5, 5.9, TrackerSettings())
    (output,) = tell.contact(partition.units[CAR], lost, (OTHER_CASE,))
    assert (output.topic, output.key, output.partition_by) == ("reports", OTHER_CASE, OTHER_CASE)
    report = decode(output.value.encode(), Report)
    assert isinstance(report, UnitContact)
    assert (report.id, report.kind, report.happened_at) == (f"{OTHER_CASE}|{lost.id}", "lost", at(60))


def test_of_a_unit_that_was_never_seen_no_contact_is_told() -> None:
    partition = Partition()
    partition.feed(membership())
    lost = contact_lost(CAR, micros(at(0)), 50.5, 5.9, TrackerSettings())
    assert tell.contact(partition.units[CAR], lost, (CASE,)) == ()


# ---------------------------------------------------------------- how far it has driven


def _driving(seconds: range, begin: float = 5.5, **fields: Any) -> list[Any]:
    """A car of 20 m/s to the east, a fix a second: its odometer shows every 40 m."""
    return [fix(begin + 20 * second / EAST_M, second, **{"accuracy_m": 5.0} | fields) for second in seconds]


def test_a_sighting_says_speed_and_course_as_the_receiver_does_and_how_far_the_unit_has_driven() -> None:
    partition = Partition(TELLING)
    partition.feed(*_driving(range(11), speed_mps=20.0, course_deg=90.0))
    seen = reports(partition.feed(membership()))[0].seen
    assert (seen.speed_mps, seen.course_deg, seen.odometer_m) == (20.0, 90.0, 200.0)
    partition.feed(*_driving(range(11, 12)))
    seen = reports(partition.feed(membership(case=OTHER_CASE)))[0].seen
    assert (seen.speed_mps, seen.course_deg, seen.odometer_m) == (None, None, 200.0)


def _in_doubt() -> Partition:
    """A car of 5 m/s, 4 m beyond the border: it has crossed, perhaps, 70.9 m after it was first seen."""
    partition = Partition(TELLING)
    partition.feed(fix(5.999, 0), membership(), *(_slowly(second) for second in range(1, 16)))
    return partition


def _slowly(second: int) -> Fix:
    return fix(5.999 + 5 * second / EAST_M, second)


def test_a_crossing_says_the_odometer_where_it_was() -> None:
    (possible,) = _in_doubt().units[CAR].crossings
    assert (possible.status, possible.odometer_m) == ("possible", 70.9)


def test_every_word_on_a_crossing_says_the_odometer_that_was_told_first() -> None:
    partition = _in_doubt()
    unit = partition.units[CAR]
    partition.units[CAR] = replace(unit, crossings=(replace(unit.crossings[0], odometer_m=68.0),))
    present = reports(partition.feed(membership(case=OTHER_CASE)))[0]
    crossed = [one for one in reports(partition.feed(*map(_slowly, range(16, 40)))) if isinstance(one, UnitCrossed)]
    assert [(one.crossing.status, one.crossing.odometer_m) for one in crossed] == [("confirmed", 68.0)] * 2
    assert present.crossings[0].odometer_m == 68.0


def test_a_crossing_that_is_told_when_the_unit_is_farther_on_says_the_odometer_of_then() -> None:
    partition = Partition(World(index_of("corridor"), WORLD.layer))
    partition.feed(fix(5.99, 0), membership())
    told = reports(partition.feed(*_driving(range(1, 60), begin=5.99)))
    crossed = {one.crossing.id: one.crossing.odometer_m for one in told if isinstance(one, UnitCrossed)}
    assert list(crossed.values()) == [709.5, 729.5], "20 m of Belgium"


def test_a_visit_that_nobody_saw_is_at_no_odometer() -> None:
    partition = Partition(TELLING)
    partition.feed(fix(5.99, 0, n=0), membership(), fix(5.99, 600, n=2))
    crossed = [one for one in reports(partition.feed(fix(6.01, 300, n=1))) if isinstance(one, UnitCrossed)]
    assert [(one.crossing.late, one.crossing.odometer_m) for one in crossed] == [(True, None), (True, None)]


def test_a_pursuit_is_told_every_500_metres_that_its_unit_moved_on() -> None:
    partition = Partition(TELLING)
    partition.feed(*_driving(range(11)), membership())
    told = reports(partition.feed(*_driving(range(11, 71))))
    assert [(type(one), one.id, one.seen.odometer_m) for one in told] == [
        (UnitMoved, f"{CASE}|moved|{CAR}|boot|36", 720.0),
        (UnitMoved, f"{CASE}|moved|{CAR}|boot|62", 1_240.0),
    ]
    assert (told[0].mode, told[0].happened_at, told[0].unit) == ("exercise", at(36), CAR)


def test_each_pursuit_counts_from_what_it_was_told_last() -> None:
    partition = Partition(TELLING)
    partition.feed(*_driving(range(11)), membership())
    partition.feed(*_driving(range(11, 21)), membership(case=OTHER_CASE))
    told = reports(partition.feed(*_driving(range(21, 51))))
    assert [(one.case, one.seen.odometer_m) for one in told] == [(CASE, 720.0), (OTHER_CASE, 920.0)]


def test_a_newer_membership_does_not_begin_the_count_anew() -> None:
    partition = Partition(TELLING)
    partition.feed(*_driving(range(11)), membership(event=1))
    told = reports(partition.feed(*_driving(range(11, 30)), membership(event=4), *_driving(range(30, 40))))
    assert [one.id for one in told] == [f"{CASE}|moved|{CAR}|boot|36"]


def test_who_was_just_told_of_a_crossing_is_not_told_besides_that_the_unit_moved() -> None:
    partition = Partition(replaced(WORLD, settings=replaced(WORLD.settings, moved_every_m=500)))
    partition.feed(fix(5.98, 0), membership())
    assert [type(one) for one in reports(partition.feed(fix(6.02, 10)))] == [UnitCrossed]
    assert reports(partition.feed(fix(6.025, 20))) == []
    assert [type(one) for one in reports(partition.feed(fix(6.028, 30)))] == [UnitMoved]


def test_however_small_the_way_that_is_told_a_parked_car_tells_nothing() -> None:
    partition = Partition(replaced(TELLING, settings=replaced(TELLING.settings, moved_every_m=0)))
    partition.feed(fix(5.5, 0), membership())
    assert reports(partition.feed(*(fix(5.5 + second % 2 * 2e-4, second) for second in range(1, 60)))) == []


def test_a_state_of_before_odometers_begins_one_and_tells_its_pursuits_at_once() -> None:
    partition = Partition(TELLING)
    partition.feed(*_driving(range(11)), membership())
    unit = partition.units[CAR]
    cases = {CASE: replace(unit.cases[CASE], told_at_m=None)}
    partition.units = {CAR: replace(unit, odometer=None, cases=cases)}
    told = reports(partition.feed(*_driving(range(12, 14))))
    assert [(type(one), one.seen.odometer_m) for one in told] == [(UnitMoved, 40.0)]
