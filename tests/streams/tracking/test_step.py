"""One chunk of positions: what a car's fixes and memberships make TRACK say, in order, once, however they are cut."""

from dataclasses import replace as replaced
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from geo.lookout import NOT_SEEN_YET
from geo.outcome import Outcome
from streams.records import SourcePlace, UnitApproaching, UnitContact, UnitCrossed, UnitFixesRefused, UnitPresent
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit
from streams.tracking.step import Input, World, step_chunk
from tests.streams.pursuit.scene import at
from tests.streams.tracking.scene import (
    CAR,
    CASE,
    HOME,
    MOVED_WORLD,
    OTHER_CASE,
    SECOND,
    WORLD,
    Partition,
    due,
    fix,
    membership,
    of_topic,
    pictures,
    refused,
    reports,
    trails,
    ways,
)  # fmt: skip

# ---------------------------------------------------------------- crossings


def test_a_car_in_a_pursuit_that_crosses_is_reported_once_with_place_and_instant() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership())
    report, *more = reports(partition.feed(fix(6.02, 10)))
    assert not more
    assert isinstance(report, UnitCrossed)
    over = report.crossing
    assert (ways([over]), over.at, round(over.lon, 9)) == (["BE>NL"], at(5), 6.0)
    assert (over.not_before, over.not_after, over.received_at) == (at(0), at(10), at(10.2))
    assert (report.id, report.case, report.mode) == (f"{CASE}|{CAR}|boot|10|crossing|0", CASE, "exercise")
    assert (report.seen.territory, report.seen.lon, report.happened_at) == (("NL",), 6.02, at(5))


def test_a_car_in_no_pursuit_is_reported_to_nobody_but_remembered() -> None:
    partition = Partition()
    stepped = partition.feed(fix(5.98, 0), fix(6.02, 10))
    assert reports(stepped) == []
    assert ways(partition.units[CAR].crossings) == ["BE>NL"]


def test_a_car_in_two_pursuits_is_reported_to_both() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership(), membership(case=OTHER_CASE))
    assert [report.case for report in reports(partition.feed(fix(6.02, 10)))] == [CASE, OTHER_CASE]


def test_crossings_are_remembered_for_15_minutes_of_the_fixes_own_time() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), fix(6.02, 10), *(fix(6.02, s) for s in range(30, 901, 30)))
    assert ways(partition.units[CAR].crossings) == ["BE>NL"]
    partition.feed(fix(6.02, 906))
    assert partition.units[CAR].crossings == ()


def test_a_unit_that_jumps_to_and_fro_is_remembered_with_its_last_hundred_crossings() -> None:
    partition = Partition()
    partition.feed(*(fix(5.98 if second % 2 else 6.02, second) for second in range(121)))
    kept = partition.units[CAR].crossings
    assert len(kept) == 100
    assert kept[-1].not_after == fix(0, 120).observed_at


def test_a_late_fix_is_not_applied_but_stands_in_the_trail() -> None:
    partition = Partition()
    partition.feed(fix(5.90, 0), membership(), fix(5.95, 10, n=10))
    stepped = partition.feed(fix(6.50, 5, n=5))
    assert reports(stepped) == []
    assert [(trail.fix.n, trail.judged.outcome, trail.judged.territory) for trail in trails(stepped)] == [
        (5, "out of order", ("BE",))
    ]
    assert partition.units[CAR].last == fix(5.95, 10)


def test_a_hole_in_counted_numbers_is_a_gap_and_its_crossing_a_guess() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0, counted=True), membership())
    report = reports(partition.feed(fix(6.02, 10, n=2, counted=True)))[0]
    assert report.crossing.guess


def test_the_highest_number_is_kept_from_chunk_to_chunk_also_where_its_fix_was_not_used() -> None:
    partition = Partition()
    partition.feed(fix(5.90, 10, n=1, counted=True), membership())
    partition.feed(fix(5.91, 9, n=2, counted=True))  # the clock went back: not used
    track = partition.units[CAR].track
    assert track is not None
    assert (track.last.number, track.last.counted_to) == (1, 2)
    assert trails(partition.feed(fix(5.92, 12, n=3, counted=True)))[0].judged.outcome == "moved"


# ---------------------------------------------------------------- memberships


def test_a_membership_is_answered_at_once_with_place_and_crossings_of_the_last_15_minutes() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), fix(6.02, 10))
    report, *more = reports(partition.feed(membership(event=7)))
    assert not more
    assert isinstance(report, UnitPresent)
    assert (report.case, report.unit, report.event, report.happened_at) == (CASE, CAR, 7, at(10))
    assert report.seen is not None
    assert (report.seen.territory, report.seen.lon) == (("NL",), 6.02)
    assert ways(report.crossings) == ["BE>NL"]


def test_a_unit_of_which_nothing_is_known_is_reported_so_and_again_with_its_first_fix() -> None:
    partition = Partition()
    unknown = reports(partition.feed(membership()))[0]
    assert (unknown.seen, unknown.happened_at) == (None, at(0))
    present, *more = reports(partition.feed(fix(6.02, 10)))
    assert not more
    assert present.seen.territory == ("NL",)
    assert present.id != unknown.id
    assert reports(partition.feed(fix(6.03, 20))) == []


def test_a_repeated_membership_says_nothing_and_a_newer_one_brings_its_audience() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership(event=1))
    assert reports(partition.feed(membership(event=1))) == []
    assert reports(partition.feed(membership(event=4, audience=(HOME, "NL/SOUTH")))) == []
    assert trails(partition.feed(fix(5.91, 10)))[0].audience == (HOME, "NL/SOUTH")


def test_a_stale_membership_neither_ends_nor_revives_anything() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership(event=4))
    partition.feed(membership(event=3, joined=False))
    assert partition.units[CAR].joined == (CASE,)
    partition.feed(membership(event=9, joined=False))
    assert reports(partition.feed(membership(event=8))) == []
    assert partition.units[CAR].joined == ()


def test_a_unit_that_left_is_silent_and_one_that_comes_back_is_reported_anew() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership(event=1), membership(event=2, joined=False))
    stepped = partition.feed(fix(6.02, 10))
    assert (reports(stepped), trails(stepped)) == ([], [])
    report = reports(partition.feed(membership(event=3)))[0]
    assert ways(report.crossings) == ["BE>NL"]


def test_a_newer_membership_of_a_unit_never_seen_does_not_lose_that_its_place_is_still_to_be_told() -> None:
    partition = Partition()
    partition.feed(membership(event=1), membership(event=2, audience=(HOME, "NL/SOUTH")))
    assert [report.event for report in reports(partition.feed(fix(5.9, 10)))] == [2]


def test_running_cases_are_kept_and_only_the_last_ended_ones() -> None:
    partition = Partition()
    partition.feed(membership())
    for k in range(30):
        ended = replace(membership(case=f"BE/{k}", joined=False), opened_at=at(k))
        partition.feed(ended)
    kept = set(partition.units[CAR].cases)
    assert kept == {CASE} | {f"BE/{k}" for k in range(10, 30)}


# ---------------------------------------------------------------- order, refusals, dues


def test_the_order_of_a_chunk_is_the_order_of_its_outputs() -> None:
    partition = Partition()
    stepped = partition.feed(
        fix(5.98, 0), membership(), fix(6.02, 10), fix(5.98, 20), membership(2, joined=False), fix(6.02, 30)
    )
    said = [
        type(report).__name__ + " " + ",".join(ways([report.crossing] if isinstance(report, UnitCrossed) else ()))
        for report in reports(stepped)
    ]
    assert said == ["UnitPresent ", "UnitCrossed BE>NL", "UnitCrossed NL>BE"]
    assert [trail.fix.n for trail in trails(stepped)] == [10, 20]


def test_a_presence_stands_before_the_crossings_after_it_also_within_one_chunk() -> None:
    partition = Partition()
    stepped = partition.feed(membership(), fix(5.98, 0), fix(6.02, 10))
    assert [type(report) for report in reports(stepped)] == [UnitPresent, UnitPresent, UnitCrossed]


def test_refused_fixes_are_told_to_the_units_pursuits() -> None:
    partition = Partition()
    assert reports(partition.feed(refused())) == []
    partition.feed(membership())
    report = reports(partition.feed(refused()))[0]
    assert isinstance(report, UnitFixesRefused)
    assert (report.id, report.refused, report.happened_at) == (f"{CASE}|refused-1", refused(), at(9))
    assert report.room is None, "no fix of it has said it"
    partition.feed(fix(5.9, 10))
    assert reports(partition.feed(refused()))[0].room == HOME


def test_a_due_of_a_kind_that_means_nothing_yet_changes_nothing_but_the_guard() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    before = partition.units[CAR]
    assert partition.feed(replace(due(), kind="moon")).outputs == ()
    assert replace(partition.units[CAR], guard=before.guard) == before


def test_a_units_room_sees_where_it_is_once_a_chunk() -> None:
    partition = Partition()
    picture, *more = pictures(partition.feed(fix(5.9, 0), fix(5.91, 10), fix(5.5, 1, unit=SECOND)))
    assert not more
    assert (picture.room, picture.full) == (HOME, False)
    assert [(place.unit, place.lon, place.territory) for place in picture.units] == [
        (CAR, 5.91, ("BE",)),
        (SECOND, 5.5, ("BE",)),
    ]


def test_an_instant_written_in_another_zone_is_the_same_instant() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership())
    summer = fix(6.02, 10)
    summer = replace(summer, observed_at=summer.observed_at.astimezone(timezone(timedelta(hours=2))))
    assert reports(partition.feed(summer))[0].crossing.at == at(5)


# ---------------------------------------------------------------- guard


def _story() -> list[Any]:
    return [
        fix(5.98, 0), membership(), fix(6.02, 10), refused(), membership(2, audience=(HOME, "NL/SOUTH")),
        fix(5.98, 20), due(), fix(5.9, 15, n=15), membership(3, joined=False), fix(6.02, 30),
    ]  # fmt: skip


def test_records_taken_in_before_change_nothing_and_say_nothing() -> None:
    partition = Partition()
    partition.feed(*_story())
    before = dict(partition.units)
    for first in range(len(partition.inputs)):
        stepped = partition.give(partition.inputs[first:])
        assert (stepped.outputs, stepped.changed) == ((), {})
        assert stepped.guarded == len(partition.inputs) - first
    assert partition.units == before


def test_a_replay_that_runs_into_news_takes_in_the_news_alone() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership())
    again = [*partition.inputs, *partition.inputs_of([fix(6.02, 10)])]
    stepped = partition.give(again)
    assert stepped.guarded == 2
    assert [type(report) for report in reports(stepped)] == [UnitCrossed]


def test_what_became_of_the_fixes_of_a_chunk_is_counted_and_of_none_twice() -> None:
    partition = Partition()
    stepped = partition.feed(fix(5.98, 0), membership(), fix(5.99, 10), fix(5.97, 5, n=5), fix(5.99, 10), due())
    assert stepped.outcomes == {Outcome.FIRST: 1, Outcome.MOVED: 1, Outcome.OUT_OF_ORDER: 1, Outcome.DUPLICATE: 1}
    assert partition.give(partition.inputs).outcomes == {}


def test_another_topic_id_begins_a_new_log_and_says_so() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership())
    assert partition.feed(fix(5.99, 1)).other_log == ()
    new = Input(fix(6.02, 10), SourcePlace(topic_id="made-anew", partition=2, offset=0), at(10))
    stepped = partition.give([new])
    assert (stepped.guarded, stepped.other_log) == (0, (CAR,))
    assert [type(report) for report in reports(stepped)] == [UnitCrossed]


def test_what_is_given_is_never_changed_in_place() -> None:
    partition = Partition()
    partition.feed(fix(5.98, 0), membership())
    units = dict(partition.units)
    kept = {name: encode_unit(unit) for name, unit in units.items()}
    step_chunk(units, partition.inputs_of([fix(6.02, 10), membership(9, joined=False)]), WORLD)
    assert {name: encode_unit(unit) for name, unit in units.items()} == kept


# ---------------------------------------------------------------- possible, confirmed, withdrawn


def _in_doubt() -> tuple[Partition, Any]:
    """A car in a pursuit that comes to stand 14 m beyond the border."""
    partition = Partition(_ordinary_world())
    partition.feed(fix(5.998, 0), membership(), *(fix(5.998 + k * 2e-4, k) for k in range(1, 11)))
    (report,) = reports(partition.feed(fix(6.0002, 11)))
    return partition, report


def _ordinary_world() -> World:
    """The scene's world, in which nothing drives faster than cars do."""
    return World(index=WORLD.index, layer=WORLD.layer)


def test_a_possible_crossing_is_reported_at_once_and_its_confirmation_under_a_name_of_its_own() -> None:
    partition, possible = _in_doubt()
    assert (possible.crossing.status, possible.seen.territory) == ("possible", ("NL",))
    confirmed, *more = reports(partition.feed(*(fix(6.0002 + k * 2e-4, 11 + k) for k in range(1, 11))))
    assert not more
    assert (confirmed.crossing.status, confirmed.crossing.id) == ("confirmed", possible.crossing.id)
    assert confirmed.id == f"{possible.id}|confirmed"
    assert [one.status for one in partition.units[CAR].crossings] == ["confirmed"]


def test_a_withdrawn_crossing_is_reported_and_then_forgotten() -> None:
    partition, possible = _in_doubt()
    withdrawn, *more = reports(partition.feed(*(fix(6.0002 - k * 2e-4, 11 + k) for k in range(1, 11))))
    assert not more
    assert (withdrawn.crossing.status, withdrawn.id) == ("withdrawn", f"{possible.id}|withdrawn")
    assert withdrawn.seen.territory == ("BE",)
    assert partition.units[CAR].crossings == ()


def test_a_state_in_doubt_is_written_down_and_goes_on_after_a_recovery() -> None:
    partition, possible = _in_doubt()
    partition.units = {CAR: decode_unit(encode_unit(partition.units[CAR]))}
    (confirmed,) = reports(partition.feed(*(fix(6.0002 + k * 2e-4, 11 + k) for k in range(1, 11))))
    assert (confirmed.crossing.id, confirmed.crossing.status) == (possible.crossing.id, "confirmed")


def _eastward(seconds: range, lon: float = 5.97) -> list[Any]:
    """A car of 28 m/s on its way to the border, a fix a second."""
    return [fix(lon + second * 4e-4, second) for second in seconds]


def test_a_unit_in_a_pursuit_is_told_to_be_about_to_enter_and_then_to_have_entered() -> None:
    partition = Partition(_ordinary_world())
    partition.feed(fix(5.97, 0), membership())
    ahead, *_ = reports(partition.feed(*_eastward(range(1, 60))))
    assert isinstance(ahead, UnitApproaching)
    assert (ahead.id, ahead.approach.entered, ahead.approach.outcome) == (
        f"{CASE}|{ahead.approach.id}", ("NL",), "open",
    )  # fmt: skip
    assert ahead.approach.eta_from <= at(75) <= ahead.approach.eta_to
    assert (round(ahead.approach.lon, 3), round(ahead.approach.lat, 2)) == (6.0, 50.5)
    later = reports(partition.feed(*_eastward(range(60, 90))))
    (settled,) = [report for report in later if isinstance(report, UnitApproaching)]
    assert (settled.id, settled.approach.outcome) == (f"{ahead.id}|entered", "entered")


def test_a_pursuit_that_a_unit_joins_meanwhile_is_told_what_is_coming() -> None:
    partition = Partition(_ordinary_world())
    partition.feed(fix(5.97, 0), membership())
    ahead, *_ = reports(partition.feed(*_eastward(range(1, 60))))
    present, other = reports(partition.feed(membership(case=OTHER_CASE)))
    assert isinstance(present, UnitPresent)
    assert (other.case, other.approach.id, other.approach.outcome) == (OTHER_CASE, ahead.approach.id, "open")


def test_what_was_seen_coming_is_written_down_and_goes_on_after_a_recovery() -> None:
    partition = Partition(_ordinary_world())
    partition.feed(fix(5.97, 0), membership())
    ahead, *_ = reports(partition.feed(*_eastward(range(1, 60))))
    partition.units = {CAR: decode_unit(encode_unit(partition.units[CAR]))}
    later = reports(partition.feed(*_eastward(range(60, 90))))
    assert f"{ahead.id}|entered" in {report.id for report in later}


def test_what_was_seen_coming_of_a_unit_that_fell_silent_stands_until_it_is_heard_again() -> None:
    partition = Partition(_ordinary_world())
    partition.feed(fix(5.97, 0), membership())
    ahead, *_ = reports(partition.feed(*_eastward(range(1, 60))))
    (lost,) = reports(partition.feed(due(59 + 60.2)))
    assert (lost.kind, lost.silent_since) == ("lost", at(59))
    regained, withdrawn = reports(partition.feed(fix(5.9, 400)))
    assert (regained.kind, withdrawn.id) == ("regained", f"{ahead.id}|withdrawn")


def test_a_unit_in_no_pursuit_is_not_looked_out_for() -> None:
    partition = Partition(_ordinary_world())
    assert reports(partition.feed(*_eastward(range(90)))) == []
    assert partition.units[CAR].lookout == NOT_SEEN_YET


def test_a_fix_from_the_future_is_not_used() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    (trail,) = trails(partition.feed(fix(5.91, 1000, received_at=at(10))))
    assert (trail.judged.outcome, partition.units[CAR].last) == ("clock ahead", fix(5.9, 0))


def test_a_deadline_between_two_fixes_of_a_chunk_acts_between_them() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    told = reports(partition.feed(fix(5.91, 30), due(90.2), fix(5.5, 40, unit=SECOND), fix(5.92, 100), due(160.2)))
    assert [(type(report), report.kind, report.silent_since) for report in told] == [
        (UnitContact, "lost", at(30)),
        (UnitContact, "regained", at(30)),
        (UnitContact, "lost", at(100)),
    ]


# ---------------------------------------------------------------- another border layer


def test_a_new_border_layer_makes_no_crossing_but_a_presence_where_it_moved_the_unit() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    partition.world = MOVED_WORLD
    report, *more = reports(partition.feed(fix(5.9, 10)))
    assert not more
    assert isinstance(report, UnitPresent)
    assert (report.seen.territory if report.seen else None, report.crossings) == (("NL",), ())
    assert reports(partition.feed(fix(5.91, 20))) == []


def test_a_unit_the_new_layer_moved_and_that_crosses_at_once_tells_both_in_one_presence() -> None:
    partition = Partition()
    partition.feed(fix(5.9, 0), membership())
    partition.world = MOVED_WORLD
    report, *more = reports(partition.feed(fix(5.7, 10)))
    assert not more
    assert isinstance(report, UnitPresent)
    assert (report.seen.territory if report.seen else None, ways(report.crossings)) == (("BE",), ["NL>BE"])


def test_a_unit_the_new_layer_leaves_where_it_was_is_not_reported() -> None:
    partition = Partition()
    partition.feed(fix(5.5, 0), membership())
    partition.world = MOVED_WORLD
    assert reports(partition.feed(fix(5.51, 10))) == []
    assert partition.units[CAR].layer == "layer-2"


def test_a_crossing_between_the_last_fix_on_the_old_layer_and_the_first_on_the_new_is_found() -> None:
    partition = Partition()
    partition.feed(fix(5.78, 0), membership())
    partition.world = MOVED_WORLD
    report = reports(partition.feed(fix(5.82, 10)))[0]
    assert isinstance(report, UnitCrossed)
    assert (ways([report.crossing]), round(report.crossing.lon, 9)) == (["BE>NL"], 5.8)


# ---------------------------------------------------------------- the same however it is cut


_IMPATIENT = World(WORLD.index, WORLD.layer, replaced(WORLD.settings, contact_lost_after_s=10, moved_every_m=500))
"""In which contact is lost after 10 s, so that a minute has room for several silences, and every way is told."""
_LONS = st.sampled_from([5.5, 5.98, 6.0, 6.02, 6.5])
_UNITS = st.sampled_from([CAR, SECOND])
_RECORDS = st.one_of(
    st.builds(
        lambda lon, s, n, unit, boot, counted: fix(lon, s, n, unit, boot, counted=counted),
        _LONS, st.integers(0, 60), st.integers(0, 8), _UNITS, st.sampled_from(["boot", "second boot"]), st.booleans(),
    ),
    st.builds(
        lambda event, joined, case, unit: membership(event, joined=joined, case=case, unit=unit),
        st.integers(1, 5), st.booleans(), st.sampled_from([CASE, OTHER_CASE]), _UNITS,
    ),
    st.builds(refused, _UNITS),
    st.builds(lambda s, unit: due(s + 10.2, unit), st.integers(0, 60), _UNITS),
)  # fmt: skip


def _contacts_of(told: list[Any]) -> dict[tuple[str, str], list[str]]:
    """By pursuit and unit, what was told of contact since the unit's place was told last: that is when it joined."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for report in told:
        if isinstance(report, UnitPresent):
            kinds[report.case, report.unit] = []
        elif isinstance(report, UnitContact):
            kinds.setdefault((report.case, report.unit), []).append(report.kind)
    return kinds


def _told(partition: Partition, cuts: list[int], inputs: list[Input]) -> tuple[list[Any], list[Any], dict[str, bytes]]:
    told: list[Any] = []
    trailed: list[Any] = []
    for begin, end in zip([0, *cuts], [*cuts, len(inputs)], strict=True):
        stepped = partition.give(inputs[begin:end])
        told += [output.value for output in of_topic(stepped, "reports")]
        trailed += [output.value for output in of_topic(stepped, "trails")]
    return told, trailed, {name: encode_unit(unit) for name, unit in partition.units.items()}


@given(st.lists(_RECORDS, max_size=14), st.data())
def test_states_reports_and_trails_are_the_same_however_a_stream_is_cut_into_chunks(
    records: list[Any], data: st.DataObject
) -> None:
    inputs = Partition().inputs_of(records)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(inputs)), max_size=5)))
    assert _told(Partition(_IMPATIENT), cuts, inputs) == _told(Partition(_IMPATIENT), [], inputs)


@given(st.lists(_RECORDS, max_size=14), st.integers(0, 14), st.integers(0, 14))
def test_a_crash_and_a_replay_from_an_earlier_offset_end_in_the_same_state(
    records: list[Any], crashed_after: int, committed: int
) -> None:
    inputs = Partition().inputs_of(records)
    partition = Partition(_IMPATIENT)
    partition.give(inputs[:crashed_after])
    for item in inputs[min(committed, crashed_after) :]:
        partition.give([item])
    _, _, straight = _told(Partition(_IMPATIENT), [], inputs)
    assert {name: encode_unit(unit) for name, unit in partition.units.items()} == straight


@given(st.lists(_RECORDS, max_size=14))
def test_every_report_has_an_id_of_its_own(records: list[Any]) -> None:
    again = UnitFixesRefused | UnitContact  # told again to a pursuit that the unit comes back to
    told = [report.id for report in reports(Partition(_IMPATIENT).feed(*records)) if not isinstance(report, again)]
    crossings_and_first_presences = set(told)
    assert len(crossings_and_first_presences) == len(told)


@given(st.lists(_RECORDS, max_size=14))
def test_lost_and_regained_take_turns_in_every_pursuit(records: list[Any]) -> None:
    told = reports(Partition(_IMPATIENT).feed(*records))
    for kinds in _contacts_of(told).values():
        assert kinds == (["lost", "regained"] * len(kinds))[: len(kinds)]


@pytest.mark.parametrize("unit", [CAR, "BE/" + "x" * 80])
def test_ids_come_from_the_input_alone(unit: str) -> None:
    def ids() -> list[str]:
        partition = Partition()
        stepped = partition.feed(fix(5.98, 0, unit=unit), membership(unit=unit), fix(6.02, 10, unit=unit))
        return [report.id for report in reports(stepped)]

    assert ids() == ids() == [f"{CASE}|{unit}|present|1|boot|0", f"{CASE}|{unit}|boot|10|crossing|0"]
    assert TrackedUnit(unit=unit, guard=Partition().inputs_of([due()])[0].place).joined == ()
