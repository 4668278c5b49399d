"""A unit in a pursuit that says nothing for a minute: told lost by a due record, once, and only where it stands."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from geo.settings import TrackerSettings
from streams.records import UnitContact, UnitPresent
from streams.tracking.silence import deadline_of, take_due
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit
from streams.tracking.step import Input, World
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import (
    CAR,
    CASE,
    OTHER_CASE,
    SECOND,
    WORLD,
    Partition,
    due,
    fix,
    membership,
    reports,
)  # fmt: skip

DEFAULTS = TrackerSettings()


def _driving() -> Partition:
    """A car in a pursuit whose only fix, of second 0, the broker took at second 0.2."""
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    return partition


def _lost() -> Partition:
    partition = _driving()
    partition.feed(due())
    return partition


def _contacts(partition: Partition, *records: Any) -> list[tuple[str, str, float, float]]:
    """What a chunk tells of contact: to which pursuit, which, when, and silent since when."""
    return [
        (report.case, report.kind, (report.happened_at - at(0)).total_seconds(),
         (report.silent_since - at(0)).total_seconds())
        for report in reports(partition.feed(*records)) if isinstance(report, UnitContact)
    ]  # fmt: skip


# ---------------------------------------------------------------- the deadline


def test_the_deadline_is_a_minute_after_the_broker_took_the_last_fix_that_was_used() -> None:
    partition = _driving()
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(60.2)
    partition.feed(fix(5.9001, 10, received_at=at(13)))
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(73)
    partition.feed(fix(0.0, 11, lat=0.0, received_at=at(14)))  # null island: not used
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(73)


def test_a_fix_that_the_broker_took_long_after_its_door_counts_from_when_the_broker_took_it() -> None:
    partition = _driving()
    (late,) = partition.inputs_of([fix(5.9001, 30)])
    partition.give([Input(late.record, late.place, at(50))])
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(110)


def test_how_long_a_silence_may_last_is_a_setting() -> None:
    unit = _driving().units[CAR]
    assert deadline_of(unit, TrackerSettings(contact_lost_after_s=5)) == at(5.2)
    assert deadline_of(unit, TrackerSettings(contact_lost_after_s=1e12)) is None


def test_nobody_waits_for_a_unit_in_no_pursuit_one_that_was_never_seen_or_one_that_is_lost_already() -> None:
    idle, unseen = Partition(), Partition()
    idle.feed(fix(5.9, 0))
    unseen.feed(membership())
    left = _driving()
    left.feed(membership(2, joined=False))
    for partition in (idle, unseen, left, _lost()):
        assert deadline_of(partition.units[CAR], DEFAULTS) is None


def test_a_state_of_before_the_brokers_time_was_kept_counts_from_when_the_door_had_the_fix() -> None:
    written = encode_unit(_driving().units[CAR])
    older = decode_unit(written.replace(b'"heard_at":"2026-01-01T12:00:00.200000Z",', b""))
    assert (older.heard_at, deadline_of(older, DEFAULTS)) == (None, at(60.2))


# ---------------------------------------------------------------- the due record


def test_a_silent_unit_is_told_lost_to_its_pursuit_with_where_it_was() -> None:
    (report,) = reports(_driving().feed(due()))
    assert isinstance(report, UnitContact)
    assert (report.kind, report.silent_since, report.happened_at) == ("lost", at(0), at(60.2))
    assert (report.seen.lon, report.seen.territory, report.mode) == (5.9, ("BE",), "exercise")
    assert report.id == f"{CASE}|{CAR}|contact lost|2026-01-01T12:00:00+00:00"


def test_every_pursuit_of_the_unit_is_told() -> None:
    partition = _driving()
    partition.feed(membership(case=OTHER_CASE))
    told = [("lost", 60.2, 0)]
    assert _contacts(partition, due()) == [(case, *one) for case in (CASE, OTHER_CASE) for one in told]


def test_lost_is_told_once_however_often_the_deadline_comes() -> None:
    partition = _lost()
    assert _contacts(partition, due(), due(), due(600)) == []


def test_a_unit_that_was_heard_meanwhile_is_not_lost() -> None:
    partition = _driving()
    assert _contacts(partition, fix(5.9001, 30), due()) == []
    assert _contacts(partition, due(90.2)) == [(CASE, "lost", 90.2, 30)]


def test_a_deadline_that_has_not_come_by_the_brokers_clock_does_nothing() -> None:
    partition = _driving()
    (early,) = partition.inputs_of([due()])
    assert reports(partition.give([Input(early.record, early.place, at(59.1))])) == []
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(60.2)
    partition.inputs.append(early)
    assert _contacts(partition, due()) == [(CASE, "lost", 60.2, 0)]


def test_who_looks_for_deadlines_may_have_a_clock_that_is_a_second_ahead_of_the_brokers() -> None:
    partition = _driving()
    (early,) = partition.inputs_of([due()])
    (report,) = reports(partition.give([Input(early.record, early.place, at(59.2))]))
    assert report.kind == "lost"


def test_a_deadline_of_another_kind_or_of_a_unit_that_nobody_knows_does_nothing() -> None:
    partition = _driving()
    assert _contacts(partition, replace(due(), kind="moon"), due(unit=SECOND)) == []


def test_a_unit_that_left_its_pursuits_is_not_lost_to_anybody() -> None:
    partition = _driving()
    assert _contacts(partition, membership(2, joined=False), due()) == []


@pytest.mark.parametrize("behind_s", [45, -45])
def test_a_unit_whose_clock_is_wrong_is_lost_a_minute_after_it_was_heard_and_not_before(behind_s: float) -> None:
    partition = Partition()
    partition.feed(fix(5.9, -behind_s, received_at=at(0.2), n=0), membership())
    assert _contacts(partition, due()) == [(CASE, "lost", 60.2, -behind_s)]
    back = fix(5.9001, 100 - behind_s, received_at=at(100.2), n=1)
    assert _contacts(partition, back) == [(CASE, "regained", 100.2, -behind_s)]


def test_a_unit_that_speaks_but_whose_clock_is_too_far_ahead_is_lost_as_one_that_says_nothing() -> None:
    partition = _driving()
    assert _contacts(partition, *[fix(5.9, s + 90, received_at=at(s + 0.2)) for s in range(1, 60)]) == []
    assert _contacts(partition, due()) == [(CASE, "lost", 60.2, 0)]


# ---------------------------------------------------------------- the fix that ends it


def test_the_next_fix_tells_that_contact_is_regained_and_where() -> None:
    partition = _lost()
    report, *more = reports(partition.feed(fix(5.95, 100)))
    assert not more
    assert (report.kind, report.silent_since, report.happened_at, report.seen.lon) == (
        "regained", at(0), at(100.2), 5.95,
    )  # fmt: skip
    assert deadline_of(partition.units[CAR], DEFAULTS) == at(160.2)
    assert _contacts(partition, due(160.2)) == [(CASE, "lost", 160.2, 100)]


def test_a_silence_that_no_deadline_told_is_told_with_its_end_as_the_deadline_would_have() -> None:
    by_clock = reports(_driving().feed(due()))
    lost, regained = reports(_driving().feed(fix(5.95, 100)))
    assert by_clock == [lost]
    assert (regained.kind, regained.happened_at) == ("regained", at(100.2))


def test_a_silence_that_only_the_fixes_tell_of_is_told_no_later_than_the_fix_that_ends_it_came() -> None:
    its_clock_is_ahead = fix(5.95, 70, received_at=at(20))
    assert _contacts(_driving(), its_clock_is_ahead) == [(CASE, "lost", 20, 0), (CASE, "regained", 20, 0)]


def test_a_fix_that_comes_before_the_deadline_of_a_clock_that_is_ahead_ends_the_silence_with_it() -> None:
    partition = _driving()
    (early,) = partition.inputs_of([due()])
    partition.give([Input(early.record, early.place, at(59.2))])
    partition.inputs.append(early)
    assert _contacts(partition, fix(5.95, 59.4)) == [(CASE, "regained", 60.2, 0)]


def test_who_reads_of_a_crossing_reads_first_that_there_is_contact_again() -> None:
    told = [type(report).__name__ for report in reports(_lost().feed(fix(6.05, 100)))]
    assert told == ["UnitContact", "UnitCrossed"]


def test_a_fix_that_is_not_used_regains_nothing() -> None:
    partition = _lost()
    assert _contacts(partition, fix(0.0, 61, lat=0.0), fix(5.9, 0)) == []
    assert _contacts(partition, fix(5.9001, 62)) == [(CASE, "regained", 62.2, 0)]


def test_contact_is_told_of_a_backlog_that_comes_after_a_silence_although_its_fixes_follow_closely() -> None:
    partition = _lost()
    assert _contacts(partition, fix(5.9001, 1, received_at=at(90)), fix(5.9002, 2, received_at=at(90))) == [
        (CASE, "regained", 90, 0)
    ]


def test_a_unit_in_no_pursuit_is_told_of_to_nobody() -> None:
    partition = Partition()
    assert reports(partition.feed(fix(5.9, 0), due(), fix(5.95, 100))) == []


# ---------------------------------------------------------------- who joins in silence


def test_a_pursuit_that_a_lost_unit_joins_is_told_so_after_its_place() -> None:
    present, lost = reports(_lost().feed(membership(case=OTHER_CASE)))
    assert (type(present), present.case) == (UnitPresent, OTHER_CASE)
    assert (lost.case, lost.kind, lost.silent_since) == (OTHER_CASE, "lost", at(0))


def test_a_pursuit_that_a_lost_unit_joins_between_two_fixes_of_a_chunk_is_told_so_before_it_is_heard() -> None:
    told = _contacts(_lost(), fix(0.0, 61, lat=0.0), membership(case=OTHER_CASE), fix(5.9001, 62))
    assert told == [(OTHER_CASE, "lost", 60.2, 0), (CASE, "regained", 62.2, 0), (OTHER_CASE, "regained", 62.2, 0)]


def test_a_unit_that_comes_back_to_its_pursuit_in_the_same_silence_is_told_lost_again_under_the_same_id() -> None:
    partition = _driving()
    (first,) = reports(partition.feed(due()))
    partition.feed(membership(2, joined=False))
    _, again = reports(partition.feed(membership(3)))
    assert again == first


def test_a_unit_that_joins_after_a_long_silence_comes_due_at_once() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0))
    assert _contacts(partition, *[membership(event) for event in (1, 2)]) == []
    deadline = deadline_of(partition.units[CAR], DEFAULTS)
    assert deadline == at(60.2)
    assert _contacts(partition, due()) == [(CASE, "lost", 60.2, 0)]


# ---------------------------------------------------------------- whatever comes, by the broker's clock


_WAITS_S = st.floats(0, 200)
_CAME = st.one_of(
    st.tuples(st.just("fix"), _WAITS_S, st.floats(-300, 60)),  # its clock: so far ahead of the broker's
    st.tuples(st.sampled_from(["due", "join", "leave"]), _WAITS_S, st.just(0.0)),
)


@given(st.lists(_CAME, max_size=20))
def test_nothing_is_dated_ahead_nor_regained_before_it_was_lost_and_one_id_says_one_thing(
    came: list[tuple[str, float, float]],
) -> None:
    partition, said = _driving(), dict[str, UnitContact]()
    now, event = at(1), 1
    for number, (kind, wait_s, ahead_s) in enumerate(came, start=1):
        now, event = now + timedelta(seconds=wait_s), event + 1
        deadline = deadline_of(partition.units[CAR], DEFAULTS)
        made: dict[str, Any] = {
            "fix": fix(5.9, (now - at(0)).total_seconds() + ahead_s, n=number),
            "due": replace(due(), deadline=deadline) if deadline and deadline <= now else None,
            "join": membership(event), "leave": membership(event, joined=False),
        }  # fmt: skip
        if made[kind] is None:
            continue
        (item,) = partition.inputs_of([made[kind]])
        item = Input(item.record, item.place, now)
        partition.inputs.append(item)
        for one in reports(partition.give([item])):
            if isinstance(one, UnitContact):
                assert said.setdefault(one.id, one) == one
                assert one.happened_at <= now
                lost = said.get(one.id.replace("regained", "lost"))
                assert lost is None or lost.happened_at <= one.happened_at


# ---------------------------------------------------------------- what is kept


def test_a_unit_that_is_lost_stays_so_when_its_state_was_written_down() -> None:
    partition = _lost()
    partition.units = {CAR: decode_unit(encode_unit(partition.units[CAR]))}
    assert _contacts(partition, due()) == []
    assert _contacts(partition, fix(5.95, 100)) == [(CASE, "regained", 100.2, 0)]


def test_a_new_border_layer_neither_loses_nor_regains_contact() -> None:
    partition = _lost()
    partition.world = World(index=WORLD.index, layer="another", settings=WORLD.settings)
    assert _contacts(partition, due(), membership(5)) == []
    assert _contacts(partition, fix(5.95, 100)) == [(CASE, "regained", 100.2, 0)]


def test_a_due_record_changes_no_state_but_that() -> None:
    before = _driving().units[CAR]
    after, outputs = take_due(before, due(), at(60.2) + timedelta(seconds=1), DEFAULTS)
    assert len(outputs) == 1
    assert after.track is not None
    assert after.track.lost
    assert before.track is not None
    assert not before.track.lost
    assert replace(after, track=before.track) == before
    nobody = TrackedUnit(unit=CAR, guard=before.guard)
    assert take_due(nobody, due(), at(61), DEFAULTS) == (nobody, ())
