"""Who may see a pursuit, and that to anybody else it is as if there were none, whatever they order."""

from typing import Any

import pytest

from streams import orders
from streams.orders import GiveStop, LiftStop
from streams.pursuit.sight import is_known_in, may_see, seen_by
from streams.records import Account, Acknowledge, Close, JoinUnit, LeaveUnit, Ordered
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    COPY,
    DUTCH,
    HOME,
    JOINT,
    NORTH,
    OTHER,
    ROAD,
    RULES_WITH_COPY,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    answer,
    at,
    crew,
    desk,
    in_nl,
    opened_at_home,
)
from tests.streams.pursuit.test_ordering import ONE_OF_EACH

GERMAN = "DE/CAR-7"


def _head() -> dict[str, Any]:
    return {"id": "c", "case": CASE, "mode": "exercise", "happened_at": at(50)}


def _each(by: Account) -> list[Any]:
    """One command of each kind but of opening, which anybody of the state may try."""
    unit = by.unit or f"{by.state}/CAR-7"
    commands: list[Any] = [Ordered(**_head(), by=by, order=order) for order in ONE_OF_EACH]
    commands += [JoinUnit(**_head(), by=by, unit=unit), LeaveUnit(**_head(), by=by, unit=unit)]
    commands += [Acknowledge(**_head(), by=by, alert=f"{CASE}|{by.room}", revision=1), Close(**_head(), by=by)]
    return commands


@pytest.mark.parametrize("by", [desk(WEST), desk(OTHER), desk(NORTH), crew(GERMAN, WEST)], ids=lambda by: by.name)
def test_who_may_not_see_it_is_answered_as_where_there_is_none_and_leaves_no_trace(by: Account) -> None:
    for command in _each(by):
        chase, nowhere = in_nl(), Chase()
        before = chase.pursuit
        hidden, none = answer(chase.take(command)), answer(nowhere.take(command))
        assert (hidden, hidden.code) == (none, "unknown_pursuit")
        changed = {name for name in before.__struct_fields__ if getattr(before, name) != getattr(chase.pursuit, name)}
        assert changed == {"number", "guard"}


def test_the_same_id_as_somebody_elses_command_tells_who_may_not_see_it_nothing() -> None:
    chase = in_nl()
    chase.order(40, orders.GiveStop(stop="s", reason="x"), identity="c")
    chase.order(41, orders.TakeLead(), by=desk(WEST), identity="c")
    assert answer(chase.decisions[-1]).code == "unknown_pursuit"


def test_a_room_sees_it_that_leads_answers_for_it_was_alerted_or_has_a_copy() -> None:
    chase = Chase(rules=RULES_WITH_COPY)
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    assert {room for room in (HOME, SOUTH, ROAD, COPY, NORTH, WEST, OTHER, JOINT) if may_see(chase.pursuit, room)} == {
        HOME, SOUTH, ROAD, COPY,
    }  # fmt: skip


def test_a_state_may_know_of_it_by_its_rooms_or_as_its_own() -> None:
    state = in_nl().pursuit
    assert [one for one in ("BE", "NL", "DE", "LU") if is_known_in(state, {one})] == ["BE", "NL"]
    assert is_known_in(state, {"DE", "NL"})
    over = in_nl()
    over.close(100)
    over.comes_due("visibility_end")
    assert [one for one in ("BE", "NL") if is_known_in(over.pursuit, {one})] == ["BE"]


def test_a_crew_of_the_pursuing_state_may_join_and_one_of_another_where_its_state_was_told() -> None:
    def joins(chase: Chase, unit: str, room: str) -> bool:
        command = JoinUnit(**_head(), by=crew(unit, room), unit=unit)
        return seen_by(chase.pursuit, command) is chase.pursuit

    at_home, abroad = opened_at_home(), in_nl()
    assert joins(at_home, SECOND, HOME)
    assert not joins(at_home, DUTCH, SOUTH)
    assert joins(abroad, DUTCH, SOUTH)
    assert not joins(abroad, GERMAN, WEST)


def test_a_crew_that_was_in_it_may_still_say_that_it_has_the_stop_order() -> None:
    chase = in_nl()
    chase.warn(35, WEST)
    chase.join(36, GERMAN, by=crew(GERMAN, WEST))
    chase.order(40, orders.GiveStop(stop="s", reason="x"), by=desk(SOUTH))
    chase.leave(45, GERMAN, by=crew(GERMAN, WEST))
    chase.close(50)
    chase.comes_due("visibility_end")
    chase.order(2000, orders.ReceiveStop(stop="s"), by=crew(GERMAN, WEST))
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize(
    "order",
    [
        orders.Telephoned(room=HOME, answered_by="Jansen", caller="Maes", at=at(50)),
        orders.WithdrawFact(fact="f", reason="x"),
        orders.CheckItem(item="outcome", text="x"),
    ],
    ids=lambda order: type(order).__name__,
)
def test_when_it_sees_it_no_longer_a_room_orders_nothing_there(order: Any) -> None:
    chase = in_nl()
    chase.close(100)
    chase.comes_due("visibility_end")
    chase.order(2000, order, by=desk(SOUTH))
    assert answer(chase.decisions[-1]).code == "unknown_pursuit"
    assert may_see(chase.pursuit, HOME)


def test_its_own_alert_a_room_acknowledges_and_passes_on_also_then() -> None:
    chase = in_nl()
    chase.close(100)
    chase.comes_due("visibility_end")
    chase.acknowledge(2000, SOUTH, chase.pursuit.alerts[SOUTH].revision)
    chase.order(2001, orders.HandOverAlert(to="Bert"), by=desk(SOUTH))
    assert [answer(decision).code for decision in chase.decisions[-2:]] == ["done", "done"]
    assert CAR in chase.pursuit.units


def test_who_gave_a_stop_order_may_undo_it_also_when_it_sees_the_pursuit_no_longer() -> None:
    chase = in_nl()
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    chase.close(50)
    chase.comes_due("visibility_end")
    assert SOUTH not in chase.pursuit.audience
    chase.order(2000, LiftStop(stop="s", reason="over"), by=desk(SOUTH))
    assert chase.pursuit.stops["s"].lifted is not None
