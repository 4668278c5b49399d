"""How a pursuit changes: one event in, the next state out, nothing changed in place."""

import msgspec
import pytest

from streams.orders import GiveStop, ReceiveStop
from streams.pursuit import events as ev
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.state import Answer, Pursuit
from streams.pursuit.way import is_unsettled
from tests.streams.pursuit.long_day import long_day
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    SECOND,
    SOUTH,
    Chase,
    at,
    crew,
    crossing,
    desk,
    possible,
    settled,
    sighting,
)  # fmt: skip


def _opened() -> Pursuit:
    chase = Chase()
    chase.open()
    return chase.pursuit


def test_only_an_opening_makes_a_pursuit() -> None:
    assert evolve(None, ev.VisibilityGranted(recipient=HOME)) is None
    assert evolve_all(None, ()) is None


def test_a_state_is_never_changed_in_place() -> None:
    chase = Chase()
    chase.open()
    before = chase.pursuit
    kept = msgspec.json.encode(before, order="deterministic")
    chase.crossed(30, "BE", "NL")
    chase.acknowledge(31, SOUTH, 1)
    chase.close(32)
    assert msgspec.json.encode(before, order="deterministic") == kept


def test_replaying_the_decided_events_gives_the_same_bytes() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL")
    chase.receipt(31, SOUTH, 1)
    chase.acknowledge(32, SOUTH, 1)
    state: Pursuit | None = None
    for decision in chase.decisions:
        state = evolve_all(state, tuple(msgspec.convert(event, ev.Event) for event in decision.events))
    assert state is not None
    replayed = msgspec.structs.replace(
        state, number=chase.pursuit.number, membership_event=chase.pursuit.membership_event, guard=chase.pursuit.guard
    )
    encode = msgspec.json.Encoder(order="deterministic").encode
    assert encode(replayed) == encode(chase.pursuit)


@pytest.mark.parametrize(
    ("was", "left", "entered", "now"),
    [
        (("BE",), "BE", "NL", ("NL",)),
        (("BE",), "BE", "", ()),
        ((), "", "NL", ("NL",)),
        (("BE",), "", "NL", ("BE", "NL")),
        (("BE", "NL"), "NL", "", ("BE",)),
    ],
)
def test_a_crossing_takes_away_what_was_left_and_adds_what_was_entered(
    was: tuple[str, ...], left: str, entered: str, now: tuple[str, ...]
) -> None:
    unit = msgspec.structs.replace(_opened().units[CAR], territory=was)
    state = msgspec.structs.replace(_opened(), units={CAR: unit})
    over = crossing(left, entered, 30)
    after = evolve(state, ev.UnitCrossedBorder(unit=CAR, crossing=over, before_opening=False, seen=sighting("NL", 31)))
    assert after is not None
    assert after.units[CAR].territory == now
    assert after.units[CAR].last_crossing == over
    assert after.crossings == (over.id,)
    assert after.ways == {}


def test_a_possible_crossing_is_followed_until_it_is_settled() -> None:
    over = possible("BE", "NL", 30)
    told = ev.UnitCrossedBorder(unit=CAR, crossing=over, before_opening=False, seen=sighting("NL", 31))
    after = evolve(_opened(), told)
    assert after is not None
    assert is_unsettled(after.ways[CAR], over.id)
    never = settled(over, "withdrawn")
    back = evolve(after, ev.CrossingSettled(unit=CAR, crossing=never, before_opening=False, seen=sighting("BE", 35)))
    assert back is not None
    assert (back.ways, back.crossings) == ({}, (over.id,))
    assert (back.units[CAR].territory, back.units[CAR].last_crossing) == (("BE",), never)


def test_an_alert_says_when_it_rang_and_when_it_changed_since() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    told = possible("BE", "NL", 60)
    chase.told(60, told, "NL")
    assert (chase.pursuit.alerts[SOUTH].raised_at, chase.pursuit.alerts[SOUTH].revised_at) == (at(60.1), None)
    chase.told(300, settled(told, "confirmed"), "NL")
    assert (chase.pursuit.alerts[SOUTH].raised_at, chase.pursuit.alerts[SOUTH].revised_at) == (at(60.1), at(300.1))
    chase.crossed(400, "NL", "BE")
    assert (chase.pursuit.alerts[SOUTH].raised_at, chase.pursuit.alerts[SOUTH].revised_at) == (at(60.1), at(400.1))
    chase.crossed(800, "BE", "NL")
    assert (chase.pursuit.alerts[SOUTH].raised_at, chase.pursuit.alerts[SOUTH].revised_at) == (at(800.1), None)


def test_a_crossing_passed_over_is_only_remembered() -> None:
    state = _opened()
    after = evolve(state, ev.CrossingPassedOver(crossing="x"))
    assert after == msgspec.structs.replace(state, crossings=("x",))
    assert evolve(after, ev.CrossingPassedOver(crossing="x")) == after


def test_a_settled_crossing_does_not_take_a_units_place_back_in_time() -> None:
    chase = Chase()
    chase.open()
    over = possible("BE", "NL", 30)
    chase.told(30, over, "NL")
    chase.present(60, "NL")
    chase.told(40, settled(over, "confirmed"), "NL")
    assert chase.pursuit.units[CAR].seen == sighting("NL", 60)


def test_a_unit_that_comes_back_keeps_when_it_first_joined() -> None:
    state = _opened()
    events = (
        ev.UnitWent(unit=CAR, at=at(5), by=crew()),
        ev.UnitCame(unit=CAR, at=at(9), by=crew()),
    )
    after = evolve_all(state, events)
    assert after is not None
    assert (after.units[CAR].joined_at, after.units[CAR].active) == (at(0), True)


@pytest.mark.parametrize(
    ("since_unknown", "before_opening", "code"),
    [(False, False, "entered"), (False, True, "entered_before_opening"), (True, True, "entered_since_unknown")],
)
def test_an_alerts_code_says_how_much_is_known(since_unknown: bool, before_opening: bool, code: str) -> None:
    raised = ev.AlertRaised(
        room=SOUTH, phase="entered", priority=1, at=at(1), territory_from=(), territory_to=("NL",), crossing=None,
        before_opening=before_opening, since_unknown=since_unknown, place=None, area=None, basis="area",
    )  # fmt: skip
    after = evolve(_opened(), raised)
    assert after is not None
    assert after.alerts[SOUTH].code == code


def test_a_quiet_change_of_phase_changes_what_the_text_says() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "NL")
    chase.crossed(30, "NL", "BE")
    assert chase.pursuit.alerts[SOUTH].code == "left"


def test_the_oldest_refusals_are_forgotten_first_whatever_their_names() -> None:
    state: Pursuit | None = _opened()
    for number in range(600):
        answer = Answer(accepted=False, code="closed", number=number + 1)
        name = f"command-{(number * 7919) % 600:03}"  # in no order of the alphabet
        state = evolve(state, ev.CommandAnswered(command=name, by=desk(), answer=answer))
    assert state is not None
    assert sorted(answer.number for answer in state.answered.values()) == list(range(501, 601))


def test_the_log_and_the_ids_keep_the_newest() -> None:
    state: Pursuit | None = _opened()
    for number in range(700):
        state = evolve(state, ev.FaultReported(id=f"f{number}", unit=None, reason=str(number), at=at(number)))
    assert state is not None
    assert (len(state.log), state.log[-1].params) == (40, {"reason": "699"})
    assert (len(state.heard), state.heard[-1]) == (500, "f699")


def test_a_deadline_is_set_moved_and_taken_away() -> None:
    state = evolve(_opened(), ev.DueSet(kind="x", deadline=at(5)))
    state = evolve(state, ev.DueSet(kind="x", deadline=at(6)))
    assert state is not None
    assert state.dues["x"] == at(6)
    state = evolve(state, ev.DueSet(kind="x", deadline=None))
    assert state is not None
    assert "x" not in state.dues


def test_an_event_that_only_people_read_changes_the_log_alone() -> None:
    state = _opened()
    after = evolve(state, ev.FixesWereRefused(unit=SECOND, id="r", text="91", at=at(3)))
    assert after is not None
    assert after.log[-1].code == "fixes_refused"
    assert msgspec.structs.replace(after, log=state.log, heard=state.heard) == state


def test_every_card_that_came_to_hold_is_remembered_once() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    for second, way in ((30, ("BE", "NL")), (60, ("NL", "BE")), (600, ("BE", "NL"))):
        chase.crossed(second, *way)
    assert chase.pursuit.cards == ("BE>NL/police/2026-01-01",)


def test_a_stop_order_that_stands_is_also_for_who_joins_and_anew_for_who_comes_back() -> None:
    chase = Chase()
    chase.open()
    chase.order(5, GiveStop(stop="s", reason="x"))
    chase.order(6, ReceiveStop(stop="s"), by=crew())
    chase.join(7, SECOND)
    assert chase.pursuit.stops["s"].units == {CAR: at(6.1), SECOND: None}
    chase.leave(8, CAR)
    chase.join(9, CAR)
    assert chase.pursuit.stops["s"].units == {CAR: None, SECOND: None}


def test_the_events_of_a_long_day_make_its_pursuits_again_byte_for_byte() -> None:
    encode = msgspec.json.Encoder(order="deterministic").encode
    for chase in long_day():
        state: Pursuit | None = None
        for decision in chase.decisions:
            state = evolve_all(state, tuple(msgspec.convert(event, ev.Event) for event in decision.events))
            if state:
                state = msgspec.structs.replace(state, number=state.number + 1)
        assert state is not None
        kept = {name: getattr(chase.pursuit, name) for name in ("membership_event", "guard")}
        assert encode(msgspec.structs.replace(state, **kept)) == encode(chase.pursuit)
