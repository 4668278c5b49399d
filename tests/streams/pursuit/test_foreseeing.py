"""What a report of an approach says that the pursuit did not know yet."""

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.foreseeing import facts_of_approach, foreign_states, foreseen_for
from streams.pursuit.state import Pursuit
from streams.records import Approach, UnitApproaching
from tests.streams.pursuit.scene import (
    CASE,
    DUTCH,
    NORTH,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    Chase,
    approach,
    at,
    ended,
    sighting,
)  # fmt: skip

COMING = approach("NL", 30)


def _pursuit(*foreseen: Approach) -> Pursuit:
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE")
    chase.join(1, SECOND)
    for one in foreseen:
        chase.approaching(30, one)
    return chase.pursuit


def _facts(state: Pursuit, told: Approach, seconds: float = 40.0) -> tuple[ev.Event, ...]:
    report = UnitApproaching(
        id="r", case=CASE, mode="exercise", happened_at=at(seconds), unit=told.unit, approach=told,
        seen=sighting("BE", seconds),
    )  # fmt: skip
    return facts_of_approach(state, report, RULES)


def test_a_new_approach_is_for_the_rooms_of_its_place() -> None:
    assert _facts(_pursuit(), COMING) == (
        ev.ApproachForeseen(unit=COMING.unit, approach=COMING, rooms=(ROAD, SOUTH), seen=sighting("BE", 40)),
    )


def test_the_rooms_that_were_told_stay_told() -> None:
    (fact,) = _facts(_pursuit(COMING), replace(COMING, lat=50.8))
    assert isinstance(fact, ev.ApproachRefined)
    assert fact.rooms == (NORTH, ROAD, SOUTH)


def test_an_end_is_told_of_what_is_known_and_remembered_of_what_is_not() -> None:
    end = ended(COMING, "withdrawn", 40)
    assert isinstance(_facts(_pursuit(COMING), end)[0], ev.ApproachSettled)
    assert _facts(_pursuit(), end) == (ev.ApproachPassedOver(approach=COMING.id),)


def test_the_pursuing_state_and_the_units_own_are_not_foreign() -> None:
    state = _pursuit()
    assert foreign_states(state, approach("BE DE NL", 30)) == ["DE", "NL"]
    assert foreign_states(state, approach("BE DE NL", 30, DUTCH)) == ["DE"]


def test_a_room_must_know_of_what_is_expected_first() -> None:
    sooner = approach("NL", 30, SECOND, eta_s=50)
    foreseen = foreseen_for(_pursuit(COMING, sooner))
    assert {room: one.approach for room, one in foreseen.items()} == {SOUTH: sooner, ROAD: sooner}
