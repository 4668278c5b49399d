"""What becomes of a fix: every way in which one can be late, repeated or wrong has its name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.fix import Fix
from geo.outcome import USED, Last, Outcome, Stray, judge, stray_after, taken_in
from geo.reading import Chunk, boot_key
from geo.settings import TrackerSettings
from geo.tracker import observe
from geo.tracks import Tracks
from tests.geo.seen import ANY_SPEED, Watcher, judged, outcomes, reading_of
from tests.strategies import streams
from tests.worlds import NOON, car, fix, index_of, sets

BE, NL = sets("BE", "NL")
FIRST, MOVED, GAP, DUPLICATE, LATE = (
    Outcome.FIRST, Outcome.MOVED, Outcome.GAP, Outcome.DUPLICATE, Outcome.LATE,
)  # fmt: skip
DEFAULTS = TrackerSettings()


def at_home(after_s: float, *, number: int, boot: str = "b") -> Fix:
    """A fix of a unit that stands inland."""
    return fix(50.5, 5.5, after_s, number=number, boot=boot)


def taken(fixes: Sequence[Fix], settings: TrackerSettings = DEFAULTS) -> tuple[list[Outcome], Last | None]:
    """What becomes of the fixes of one unit, without a tracker around it, and what is remembered then."""
    last: Last | None = None
    stray: Stray | None = None
    told = []
    for one in fixes:
        reading, boot = reading_of(one), boot_key(one.boot)
        told.append(judge(last, stray, reading, boot, arrived_us=None, settings=settings))
        last, stray = taken_in(last, reading, boot, told[-1]), stray_after(stray, reading, told[-1], settings)
    return told, last


# ---------------------------------------------------------------- before, again, in between


def test_the_same_fix_again_is_a_duplicate_and_changes_nothing() -> None:
    watcher, first = Watcher(), at_home(0, number=3)
    watcher.see([first])
    before = watcher.tracks.unit("BE/CAR", watcher.index)
    (again,) = watcher.see([first])
    assert (again.outcome, again.territory) == (DUPLICATE, BE)
    assert watcher.tracks.unit("BE/CAR", watcher.index) == before


def test_the_same_place_and_instant_under_another_boot_is_a_duplicate() -> None:
    assert outcomes([at_home(0, number=0), at_home(0, number=9, boot="other")]) == [FIRST, DUPLICATE]


@pytest.mark.parametrize(
    ("behind_s", "outcome"), [(0.5, Outcome.OUT_OF_ORDER), (5.0, Outcome.OUT_OF_ORDER), (5.000001, LATE), (10.0, LATE)]
)
def test_an_older_fix_was_overtaken_for_a_few_seconds_and_is_late_beyond(behind_s: float, outcome: Outcome) -> None:
    before, new = fix(50.5, 5.9, 0, boot="old"), fix(50.5, 5.9, 20, number=5)
    old, old_boot = fix(50.5, 6.1, 20 - behind_s, number=4), fix(50.5, 6.1, 20 - behind_s, number=1, boot="old")
    told = judged([before, new, old, old_boot])
    assert [one.outcome for one in told] == [FIRST, MOVED, outcome, outcome]
    assert [one.territory for one in told] == [BE] * 4


def test_a_device_that_starts_anew_with_its_clock_an_hour_back_is_believed_after_three_fixes() -> None:
    first, anew = at_home(4_000, number=9), [at_home(400 + k, number=k, boot="anew") for k in range(4)]
    assert outcomes([first, *anew]) == [FIRST, Outcome.CLOCK_BACK, Outcome.CLOCK_BACK, GAP, MOVED]


def test_a_backlog_that_arrives_all_at_once_does_not_put_the_clock_back() -> None:
    first, backlog = at_home(4_000, number=9), [at_home(400 + k, number=k, boot="lost") for k in range(9)]
    arrived = [NOON + timedelta(seconds=4_001 + 0.1 * k) for k in range(10)]
    told = Watcher().see([first, *backlog], arrived)
    assert [one.outcome for one in told] == [FIRST, *[Outcome.CLOCK_BACK] * 9]


@pytest.mark.parametrize("at_s", [-1e9, -3e9, 1e10])
def test_an_instant_that_no_receiver_has_is_invalid(at_s: float) -> None:
    chunk = Chunk.of([at_home(0, number=0)])
    chunk.at_us[0] = round(at_s * 1e6) - (0 if at_s > 0 else 10**15)
    assert observe(Tracks(), chunk, index_of("border_at_six")).outcome.tolist() == [Outcome.INVALID]


def test_the_newest_fix_stays_the_newest_not_the_last_to_come() -> None:
    one, two, three = car([(50.5, 5.5), (50.5, 5.501), (50.5, 5.502)])
    told, last = taken([one, three, two])
    assert told == [FIRST, GAP, LATE]
    assert last is not None
    assert (last.lon, last.number, last.counted_to, last.seen) == (three.lon, 2, 2, 0b111)


def test_a_lower_number_is_late_whatever_its_clock_says() -> None:
    assert outcomes([at_home(0, number=5), at_home(10, number=4)]) == [FIRST, LATE]


def test_64_numbers_are_remembered_each_by_itself() -> None:
    """After number 100 those are 37 to 100; of all of them only 50 did not come."""
    fixes = [at_home(k, number=k) for k in range(101) if k != 50]
    told, last = taken([*fixes, at_home(37, number=37), at_home(36, number=36), at_home(50, number=50)])
    assert told[-3:] == [DUPLICATE, LATE, LATE]
    assert taken([*fixes, at_home(50, number=50), at_home(50, number=50)])[0][-2:] == [LATE, DUPLICATE]
    assert last is not None
    assert last.seen == 2**64 - 1


@given(st.lists(st.integers(0, 150), max_size=60))
def test_a_number_that_came_among_the_last_64_is_always_a_duplicate_and_another_never(numbers: list[int]) -> None:
    told, _ = taken([at_home(k, number=number) for k, number in enumerate(numbers)])
    for at, number in enumerate(numbers):
        came, newest = set(numbers[:at]), max(numbers[:at], default=-1)
        assert (told[at] is DUPLICATE) is (number in came and number > newest - 64)


@given(st.lists(st.integers(0, 150), max_size=60))
def test_the_numbers_seen_are_those_that_came(numbers: list[int]) -> None:
    _, last = taken([at_home(k, number=number) for k, number in enumerate(numbers)])
    seen = set() if last is None else {last.counted_to - k for k in range(64) if last.seen >> k & 1}
    assert seen == {number for number in numbers if number > max(numbers) - 64}


def test_a_fix_that_was_not_used_came_all_the_same() -> None:
    coarse = replace(at_home(1, number=1), accuracy_m=3_000.0)
    assert outcomes([at_home(0, number=0), coarse, coarse, at_home(2, number=2)]) == [
        FIRST, Outcome.COARSE, Outcome.COARSE, MOVED,
    ]  # fmt: skip
    jump = fix(0.5, 5.5, 1, number=1)
    assert taken([at_home(0, number=0), jump, jump, at_home(2, number=2)])[0] == [FIRST, Outcome.JUMP, DUPLICATE, MOVED]


# ---------------------------------------------------------------- clocks


def test_a_clock_that_stands_or_goes_back_is_named_and_makes_no_hole_in_the_numbers() -> None:
    fixes = [fix(50.5, 5.9, at_s, number=number) for number, at_s in enumerate([0, 10, 10, 5, 11])]
    assert outcomes(fixes) == [FIRST, MOVED, Outcome.CLOCK_BACK, Outcome.CLOCK_BACK, MOVED]
    assert outcomes([*fixes, fixes[3]])[-1] is DUPLICATE


def test_a_clock_that_was_put_back_is_believed_at_the_third_fix_that_agrees() -> None:
    fixes = [at_home(0, number=0), *(at_home(-3_600 + k, number=1 + k) for k in range(5))]
    back = Outcome.CLOCK_BACK
    assert outcomes(fixes) == [FIRST, back, back, GAP, MOVED, MOVED]


@pytest.mark.parametrize(("ahead_s", "outcome"), [(60.0, FIRST), (60.000001, Outcome.CLOCK_AHEAD)])
def test_a_fix_observed_a_minute_after_it_arrived_has_a_wrong_clock(ahead_s: float, outcome: Outcome) -> None:
    told = Watcher().see([at_home(ahead_s, number=0), at_home(0, number=1)], [NOON, NOON])
    assert told[0].outcome is outcome
    assert told[1].outcome is (Outcome.CLOCK_BACK if outcome is FIRST else FIRST)


def test_a_clock_ahead_in_the_middle_of_a_drive_does_not_make_the_true_ones_late() -> None:
    fixes = [at_home(0, number=0), at_home(7_200, number=1), at_home(2, number=2)]
    assert [one.outcome for one in Watcher().see(fixes, [NOON] * 3)] == [FIRST, Outcome.CLOCK_AHEAD, MOVED]
    assert outcomes(fixes) == [FIRST, GAP, Outcome.CLOCK_BACK]  # nobody knows when they arrived: nobody can tell


# ---------------------------------------------------------------- gaps


def test_a_hole_in_consecutive_numbers_is_a_gap_and_its_crossing_a_guess() -> None:
    _, after = judged([fix(50.5, 5.9, 0, number=0), fix(50.5, 6.1, 10, number=2)])
    assert after.outcome is GAP
    (crossing,) = after.crossings
    assert (crossing.left, crossing.entered, crossing.guess) == (BE, NL, True)
    assert (crossing.not_before, crossing.not_after) == (NOON, NOON + timedelta(seconds=10))


def test_numbers_that_are_not_counted_and_a_new_boot_make_no_gap() -> None:
    uncounted = [replace(one, counted=False) for one in (at_home(0, number=0), at_home(10, number=700))]
    assert outcomes(uncounted) == [FIRST, MOVED]
    assert outcomes([at_home(0, number=0), at_home(10, number=40, boot="new")]) == [FIRST, MOVED]


@pytest.mark.parametrize("lon", [5.5, 5.9999])
@pytest.mark.parametrize(("silent_s", "outcome"), [(30.0, MOVED), (30.000001, GAP)])
def test_a_silence_longer_than_the_setting_is_a_gap(lon: float, silent_s: float, outcome: Outcome) -> None:
    assert outcomes([fix(50.5, lon, 0), fix(50.5, lon, silent_s, number=1)])[-1] is outcome


# ---------------------------------------------------------------- not to be believed


def test_the_same_place_while_driving_is_a_frozen_receiver_and_standing_is_not() -> None:
    def repeated(speed_mps: float | None) -> Outcome:
        return outcomes([at_home(0, number=0), replace(at_home(1, number=1), speed_mps=speed_mps)])[-1]

    assert [repeated(speed) for speed in (None, 0.0, 2.9, 3.0, 30.0)] == [MOVED] * 3 + [Outcome.FROZEN] * 2


def test_a_frozen_receiver_goes_on_where_it_measures_again() -> None:
    frozen = [replace(at_home(k, number=k), speed_mps=20.0) for k in range(4)]
    told = outcomes([*frozen, replace(fix(50.5, 5.501, 4, number=4), speed_mps=20.0)])
    assert told == [FIRST, Outcome.FROZEN, Outcome.FROZEN, Outcome.FROZEN, MOVED]


@pytest.mark.parametrize(("km", "outcome"), [(1.0, MOVED), (1.2, Outcome.JUMP)])
def test_a_car_does_not_go_more_than_a_kilometre_in_ten_seconds(km: float, outcome: Outcome) -> None:
    """100 m/s, and twice the two circles of 23 m: 1,092 m."""
    assert taken([at_home(0, number=0), fix(50.5 + km / 111.24, 5.5, 10, number=1)])[0] == [FIRST, outcome]


def test_what_is_a_jump_for_a_walker_is_none_for_an_aircraft() -> None:
    two = [at_home(0, number=0), fix(50.51, 5.5, 10, number=1)]
    as_foot, as_air = ([replace(one, movement=by) for one in two] for by in ("foot", "air"))
    assert (taken(as_foot)[0][-1], taken(as_air)[0][-1]) == (Outcome.JUMP, MOVED)


def test_who_gets_out_of_a_car_may_have_driven_until_just_now() -> None:
    """Two hundred metres in ten seconds, with circles of five metres: a walker has 140 at most."""
    car, out = (
        replace(fix(50.5 + m / 111_240.0, 5.5, 10 * k, number=k), accuracy_m=5.0) for m, k in ((0, 0), (200, 1))
    )
    walker, on_foot = replace(car, movement="foot"), replace(out, movement="foot")
    further = replace(fix(50.5 + 400 / 111_240.0, 5.5, 20, number=2), accuracy_m=5.0, movement="foot")
    assert outcomes([car, on_foot, further], DEFAULTS) == [FIRST, MOVED, Outcome.JUMP]
    assert outcomes([walker, on_foot], DEFAULTS) == [FIRST, Outcome.JUMP]


def test_two_wide_circles_hide_what_would_be_a_jump() -> None:
    two = [at_home(0, number=0), fix(50.51, 5.5, 1, number=1)]
    wide = [replace(one, accuracy_m=300.0) for one in two]
    assert (taken(two)[0][-1], taken(wide)[0][-1]) == (Outcome.JUMP, MOVED)


def test_one_stray_fix_is_not_used_and_the_unit_goes_on_where_it_was() -> None:
    fixes = [at_home(0, number=0), fix(50.5, 6.5, 1, number=1), at_home(2, number=2)]
    told = judged(fixes, settings=DEFAULTS)
    assert [one.outcome for one in told] == [FIRST, Outcome.JUMP, MOVED]
    assert [(one.territory, one.crossings) for one in told] == [(BE, ())] * 3


def test_three_strays_that_agree_are_believed_as_after_a_gap() -> None:
    fixes = [at_home(0, number=0), *(fix(50.5, 6.5, k, number=k) for k in (1, 2, 3, 4))]
    told = judged(fixes, settings=DEFAULTS)
    assert [one.outcome for one in told] == [FIRST, Outcome.JUMP, Outcome.JUMP, GAP, MOVED]
    assert [one.territory for one in told] == [BE, BE, BE, NL, NL]
    assert [(c.entered, c.guess) for one in told for c in one.crossings] == [(NL, True)]


def test_strays_that_do_not_agree_with_each_other_are_never_believed() -> None:
    scattered = [fix(51.0 + 0.5 * (k % 2), 5.5, k, number=k) for k in range(1, 10)]
    told, _ = taken([at_home(0, number=0), *scattered])
    assert told[1:] == [Outcome.JUMP] * 9


def test_strays_with_a_good_fix_in_between_are_counted_anew() -> None:
    away_at, home_at = (1, 2, 4, 5, 7, 8), (0, 3, 6, 9)
    fixes = [at_home(k, number=k) if k in home_at else fix(50.5, 6.5, k, number=k) for k in range(10)]
    told, _ = taken(fixes)
    assert [told[k] for k in away_at] == [Outcome.JUMP] * 6
    assert [told[k] for k in home_at] == [FIRST, MOVED, MOVED, MOVED]


@pytest.mark.parametrize("agreeing", [1, 2, 5])
def test_how_many_must_agree_is_a_setting(agreeing: int) -> None:
    settings = TrackerSettings(agreeing_fixes=agreeing)
    told, _ = taken([at_home(0, number=0), *(fix(50.5, 6.5, k, number=k) for k in range(1, 7))], settings)
    assert told.index(GAP) == agreeing


@pytest.mark.parametrize(
    ("lat", "lon", "outcome"),
    [(0.0, 0.0, Outcome.NULL_ISLAND), (0.009, -0.009, Outcome.NULL_ISLAND), (0.01, 0.0, FIRST), (0.0, -0.01, FIRST)],
)
def test_null_island_is_no_place_to_be(lat: float, lon: float, outcome: Outcome) -> None:
    assert outcomes([fix(lat, lon)]) == [outcome]


@pytest.mark.parametrize(("accuracy_m", "outcome"), [(2_000.0, FIRST), (2_000.1, Outcome.COARSE)])
def test_a_circle_of_more_than_two_kilometres_places_a_unit_nowhere(accuracy_m: float, outcome: Outcome) -> None:
    assert outcomes([replace(at_home(0, number=0), accuracy_m=accuracy_m)]) == [outcome]


@pytest.mark.parametrize("field", ["lats", "lons", "accuracy_m"])
@pytest.mark.parametrize("value", [float("inf"), -1e9, 1e300])
def test_what_is_no_place_and_no_circle_is_invalid(field: str, value: float) -> None:
    chunk = Chunk.of([replace(at_home(0, number=0), accuracy_m=5.0)])
    getattr(chunk, field)[0] = value
    expected = Outcome.COARSE if (field, value) == ("accuracy_m", 1e300) else Outcome.INVALID
    (spoilt,) = chunk.readings(np.array([0]))
    assert judge(None, None, spoilt, 0, arrived_us=None, settings=DEFAULTS) is expected


# ---------------------------------------------------------------- properties


@given(streams(units=1))
def test_only_a_fix_that_is_used_becomes_the_newest(fixes: list[Fix]) -> None:
    for (told, last), (more, after) in pairwise([([], None), *(taken(fixes[: k + 1]) for k in range(len(fixes)))]):
        newest = more[len(told)]
        if newest in USED:
            assert after is not None
            assert (after.lat, after.lon) == (fixes[len(told)].lat, fixes[len(told)].lon)
        else:
            assert (after and (after.at_us, after.lat, after.lon)) == (last and (last.at_us, last.lat, last.lon))


@given(streams(units=1))
def test_a_fix_that_came_just_now_is_never_used_twice(fixes: list[Fix]) -> None:
    for k in range(len(fixes)):
        assert taken([*fixes[: k + 1], fixes[k]])[0][-1] not in USED


@given(streams())
def test_the_first_used_fix_of_a_unit_is_its_first_and_no_other_is(fixes: list[Fix]) -> None:
    told = judged(fixes, settings=ANY_SPEED)
    for unit in {one.fix.unit for one in told}:
        assert [one.outcome is FIRST for one in told if one.fix.unit == unit and one.outcome in USED][:1] == [True]
        assert sum(one.outcome is FIRST for one in told if one.fix.unit == unit) == 1


def test_every_outcome_has_a_name_in_words() -> None:
    assert Outcome.OUT_OF_ORDER.label == "out of order"
    assert len({outcome.label for outcome in Outcome}) == len(Outcome)
