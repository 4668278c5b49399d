"""Scored by hand: a unit that comes from Belgium into the Netherlands at 100 s, and goes 900 m deep."""

from collections.abc import Sequence

import pytest

from bench.crossings.told import Told
from bench.crossings.truth import Visit
from bench.crossings.verdict import Verdict, verdict_on
from tests.bench.crossings.made_up import confirmed, told, visits

INTO_NL = visits("BE", (100.0, "NL", 900.0))
THERE_AND_BACK = visits("BE", (100.0, "NL", 900.0), (160.0, "BE", 900.0))
OVER_THE_RIVER = visits("LU", (100.0, "LU DE", 20.0), (103.0, "DE", 900.0))


def verdict(seen: Sequence[Visit], tellings: Sequence[Told]) -> Verdict:
    return verdict_on(seen, tellings, within_s=15.0)


def counts(verdict: Verdict) -> dict[str, int]:
    """What is not zero."""
    found = {
        "found": len(verdict.found),
        "missed": len(verdict.missed),
        "never told": verdict.never_told,
        "invented": len(verdict.invented),
        "start unsure": len(verdict.start_unsure),
        "doubled": len(verdict.doubled),
        "unfounded": len(verdict.unfounded),
    }
    return {name: count for name, count in found.items() if count}


def test_a_deep_crossing_that_is_told_is_found() -> None:
    assert counts(verdict(INTO_NL, confirmed(("BE", "NL", 101.0)))) == {"found": 1}


def test_one_that_is_not_told_is_missed() -> None:
    assert counts(verdict(INTO_NL, [])) == {"missed": 1, "never told": 1}


@pytest.mark.parametrize("at_s", [85.0, 115.0])
def test_an_instant_on_the_tolerance_still_counts(at_s: float) -> None:
    assert counts(verdict(INTO_NL, confirmed(("BE", "NL", at_s)))) == {"found": 1}


@pytest.mark.parametrize(("at_s", "called"), [(84.9, "invented"), (115.1, "unfounded")])
def test_an_instant_beyond_it_does_not_and_the_telling_stands_for_nothing(at_s: float, called: str) -> None:
    assert counts(verdict(INTO_NL, confirmed(("BE", "NL", at_s)))) == {"missed": 1, "never told": 1, called: 1}


def test_one_that_stays_possible_is_missed_but_was_told() -> None:
    assert counts(verdict(INTO_NL, [told("BE", "NL", 101.0, "possible")])) == {"missed": 1}


def test_one_that_is_withdrawn_is_missed_and_not_told() -> None:
    assert counts(verdict(INTO_NL, [told("BE", "NL", 101.0, "withdrawn")])) == {"missed": 1, "never told": 1}


def test_a_state_never_entered_is_invented() -> None:
    assert counts(verdict(INTO_NL, confirmed(("BE", "NL", 100.0), ("NL", "DE", 200.0)))) == {"found": 1, "invented": 1}


def test_a_state_entered_before_its_time_is_invented_too() -> None:
    # Not before 39 s and settled at 45 s: the unit is in the Netherlands from 100 s on.
    assert counts(verdict(INTO_NL, confirmed(("BE", "NL", 40.0)))) == {"missed": 1, "never told": 1, "invented": 1}


def test_a_state_never_left_is_invented_where_none_is_entered() -> None:
    in_the_river = visits("LU DE")
    assert counts(verdict(in_the_river, confirmed(("LU", "", 50.0)))) == {"invented": 1}


def test_an_invention_at_an_unsure_start_is_counted_apart() -> None:
    assert counts(verdict(visits("BE"), [told("BE", "NL", 3.0, start_unsure=True)])) == {"start unsure": 1}


def test_a_way_back_that_never_was_is_counted_apart_too_at_an_unsure_start() -> None:
    back = told("NL", "BE", 101.0, start_unsure=True)
    assert counts(verdict(INTO_NL, [*confirmed(("BE", "NL", 99.0)), back])) == {"found": 1, "start unsure": 1}


def test_the_same_crossing_told_twice_is_doubled() -> None:
    twice = confirmed(("BE", "NL", 99.0), ("BE", "NL", 104.0))
    assert counts(verdict(INTO_NL, twice)) == {"found": 1, "doubled": 1}
    assert [one.at_s for one in verdict(INTO_NL, twice).doubled] == [104.0]


def test_a_way_back_that_never_was_is_unfounded() -> None:
    to_and_fro = confirmed(("BE", "NL", 99.0), ("NL", "BE", 101.0), ("BE", "NL", 104.0))
    assert counts(verdict(INTO_NL, to_and_fro)) == {"found": 1, "doubled": 1, "unfounded": 1}


def test_a_way_back_that_was_is_found() -> None:
    assert counts(verdict(THERE_AND_BACK, confirmed(("BE", "NL", 99.0), ("NL", "BE", 161.0)))) == {"found": 2}


def test_a_river_may_be_told_in_one_step_or_in_two() -> None:
    assert counts(verdict(OVER_THE_RIVER, confirmed(("LU", "DE", 102.0)))) == {"found": 1}
    assert counts(verdict(OVER_THE_RIVER, confirmed(("", "DE", 100.0), ("LU", "", 103.0)))) == {"found": 1}


def test_a_shallow_visit_may_be_told_or_not() -> None:
    corner = visits("BE", (100.0, "NL", 30.0), (104.0, "BE", 900.0))
    assert counts(verdict(corner, [])) == {}
    assert counts(verdict(corner, confirmed(("BE", "NL", 100.0), ("NL", "BE", 104.0)))) == {}


def test_the_state_entered_counts_not_the_one_left() -> None:
    assert counts(verdict(INTO_NL, confirmed(("DE", "NL", 100.0)))) == {"found": 1}
    assert counts(verdict(INTO_NL, confirmed(("BE", "DE NL", 100.0)))) == {"found": 1, "invented": 1}
