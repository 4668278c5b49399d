"""What TRACK tells of a unit: trails to their audience, places to its room, under the right keys."""

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from geo.contact import contact_lost
from geo.reading import micros
from geo.settings import TrackerSettings
from streams.records import Output, Report, UnitContact, UnitsPicture, decode
from streams.tracking import tell
from streams.tracking.state import TrackedUnit
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import (
    CAR,
    CASE,
    HOME,
    OTHER_CASE,
    SECOND,
    Partition,
    fix,
    membership,
    of_topic,
    pictures,
    trails,
)  # fmt: skip


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
