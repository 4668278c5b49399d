"""The lookout: a car that drives at a border is seen coming, once; one that does not is not."""

from collections.abc import Sequence

from geo.approach import Approach
from geo.fix import Fix
from geo.lookout import NOT_SEEN_YET, look_out
from geo.reading import micros
from geo.territory import Territory
from tests.worlds import away, fix, index_of, sets

BE, NL = sets("BE", "NL")
INDEX = index_of("border_at_six")


def seen(fixes: Sequence[Fix]) -> list[Approach]:
    """What is told of a unit that holds the ground it is on."""
    lookout = NOT_SEEN_YET
    told: list[Approach] = []
    for one in fixes:
        held: Territory = NL if one.lon > 6.0 else BE
        lookout, approaches = look_out(lookout, one, micros(one.observed_at), held, INDEX)
        told += approaches
    return told


def drive(east_mps: float, north_mps: float, seconds: int, begin_m: float) -> list[Fix]:
    return [fix(*away(begin_m + east_mps * k, north_mps * k), k, number=k) for k in range(seconds)]


def test_a_car_that_drives_at_the_border_is_announced_once_and_then_has_entered() -> None:
    announced, *anew, entered = seen(drive(28.0, 0.0, 120, -2_800.0))
    assert {one.outcome for one in anew} <= {"open"}
    assert (announced.outcome, entered.outcome, announced.entered) == ("open", "entered", ("NL",))
    crossed_us = micros(fix(0, 0, 100).observed_at)
    assert announced.id == entered.id
    assert announced.eta_from_us <= crossed_us <= announced.eta_to_us
    assert 40 <= (crossed_us - announced.announced_us) / 1e6 <= 80
    assert round(announced.lon, 4) == 6.0


def test_a_car_that_slows_down_is_told_anew_for_later() -> None:
    fast = drive(28.0, 0.0, 60, -2_800.0)
    slow = [fix(*away(-1_148.0 + 14.0 * k), 59 + k, number=59 + k) for k in range(1, 50)]
    first, *anew = seen([*fast, *slow])
    assert {one.id for one in anew} == {first.id}
    assert {one.outcome for one in anew} == {"open"}
    assert anew[-1].eta_us - first.eta_us > 20e6
    assert len(anew) <= 12


def test_a_car_that_halts_before_the_border_has_not_turned_away() -> None:
    """Forty seconds at a red light 150 m before the line."""
    towards = drive(25.0, 0.0, 107, -2_800.0)
    halt = [fix(*away(-150.0), 107 + k, number=107 + k) for k in range(40)]
    onward = [fix(*away(-150.0 + 10.0 * k), 146 + k, number=146 + k) for k in range(1, 40)]
    outcomes = [one.outcome for one in seen([*towards, *halt, *onward])]
    assert outcomes[0] == "open"
    assert outcomes[-1] == "entered"
    assert "withdrawn" not in outcomes


def test_a_clock_that_is_put_back_withdraws_what_was_foreseen_and_begins_anew() -> None:
    towards = drive(28.0, 0.0, 70, -2_800.0)
    back = [fix(*away(-2_800.0 + 28.0 * k), k - 600.0, number=k) for k in range(70, 75)]
    lookout, told = NOT_SEEN_YET, []
    for one in [*towards, *back]:
        lookout, approaches = look_out(lookout, one, micros(one.observed_at), BE, INDEX)
        told += [approach.outcome for approach in approaches]
    assert (told[0], told.count("withdrawn")) == ("open", 1)
    assert lookout.motion is not None
    assert lookout.motion.at_us == micros(back[-1].observed_at)


def test_a_car_that_drives_away_or_along_is_not_announced() -> None:
    assert seen(drive(-28.0, 0.0, 90, -500.0)) == []
    assert seen(drive(0.0, 28.0, 200, -60.0)) == []


def test_after_a_silence_how_it_moves_is_learnt_anew() -> None:
    first, *_ = drive(28.0, 0.0, 1, -3_000.0)
    late = fix(*away(-1_500.0), 31, number=31)
    lookout, _ = look_out(NOT_SEEN_YET, first, micros(first.observed_at), BE, INDEX)
    after, _ = look_out(lookout, late, micros(late.observed_at), BE, INDEX)
    assert after.motion is not None
    assert (after.motion.speed_mps, after.motion.lon) == (0.0, late.lon)


def test_a_fix_that_is_no_newer_changes_nothing() -> None:
    one = fix(*away(-1_000.0), 5, number=5)
    lookout, _ = look_out(NOT_SEEN_YET, one, micros(one.observed_at), BE, INDEX)
    assert look_out(lookout, one, micros(one.observed_at), BE, INDEX) == (lookout, ())
