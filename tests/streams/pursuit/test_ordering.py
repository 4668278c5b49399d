"""Which order is decided where: every one there is, in a pursuit that is open, and some afterwards."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, get_args

import pytest

from streams import orders
from streams.pursuit import ordering
from tests.streams.pursuit.scene import CAR, CASE, HOME, SOUTH, Chase, answer, at, crew, desk, in_nl

ONE_OF_EACH: tuple[orders.Order, ...] = (
    orders.AddFact(fact="f", kind="remark", text="x", source="crew"),
    orders.WithdrawFact(fact="f", reason="x"),
    orders.SeeTarget(lat=50, lon=6, uncertainty_m=1, observed_at=at(0), source="crew"),
    orders.Sight(unit=CAR, lost=True),
    orders.Returning(unit=CAR),
    orders.Request(request="r", kind="observe", to=SOUTH),
    orders.AnswerRequest(request="r", answer=orders.Accept()),
    orders.WithdrawRequest(request="r"),
    orders.HandOver(request="r", to=SOUTH),
    orders.TakeLead(),
    orders.GiveStop(stop="s", reason="x"),
    orders.ReceiveStop(stop="s"),
    orders.LiftStop(stop="s", reason="x"),
    orders.Shelve(revision=1, minutes=1, reason="x"),
    orders.Unshelve(),
    orders.HandOverAlert(to="Bert"),
    orders.TakeAlert(),
    orders.WarnRoom(to=SOUTH, text="x"),
    orders.Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(0)),
    orders.WithdrawCall(room=SOUTH, called_at=at(0), reason="x"),
    orders.WithdrawWarning(room=SOUTH, reason="x"),
    orders.WithdrawUnit(unit=CAR, reason="x"),
    orders.OpenedInError(reason="x"),
    orders.Merge(into="BE/2"),
    orders.Split(new_case="BE/2", units=(CAR,)),
    orders.StillRunning(),
    orders.CheckItem(item="shots", text="none"),
)
AFTERWARDS = {
    orders.CheckItem, orders.Telephoned, orders.WithdrawFact, orders.ReceiveStop, orders.HandOverAlert,
    orders.TakeAlert, orders.LiftStop, orders.WithdrawCall,
}  # fmt: skip


def _name(order: Any) -> str:
    return type(order).__name__


def test_every_order_there_is_is_decided_somewhere() -> None:
    assert set(ordering._ORDERS) == set(get_args(orders.Order))
    assert {type(order) for order in ONE_OF_EACH} == set(get_args(orders.Order))


@pytest.mark.parametrize("order", ONE_OF_EACH, ids=_name)
def test_in_a_pursuit_that_is_not_there_none_is_done(order: orders.Order) -> None:
    chase = Chase()
    chase.order(5, order)
    record = answer(chase.decisions[-1])
    assert (record.accepted, record.code, record.params) == (False, "unknown_pursuit", {"case": CASE})
    assert chase.state is None


def _close(chase: Chase) -> None:
    chase.close(40)


def _say_it_was_an_error(chase: Chase) -> None:
    chase.order(40, orders.OpenedInError(reason="x"))


@pytest.mark.parametrize("end", [_close, _say_it_was_an_error])
@pytest.mark.parametrize("order", ONE_OF_EACH, ids=_name)
def test_when_it_is_over_only_what_people_still_owe_is_done(order: orders.Order, end: Callable[[Chase], None]) -> None:
    chase = in_nl()
    end(chase)
    chase.order(50, order)
    assert (answer(chase.decisions[-1]).code == "closed") is (type(order) not in AFTERWARDS)


@pytest.mark.parametrize("by", [crew(), desk(), desk(SOUTH), desk("DE/WEST"), desk(HOME, "root", "administrator")])
@pytest.mark.parametrize("order", ONE_OF_EACH, ids=_name)
def test_whoever_orders_it_there_is_an_answer_with_a_reason_and_a_refusal_changes_nothing(
    order: orders.Order, by: Any
) -> None:
    chase = in_nl()
    before = chase.pursuit
    chase.order(50, order, by=by, identity="c")
    record = answer(chase.decisions[-1])
    assert record.accepted is (record.code == "done")
    if not record.accepted:
        assert record.reason
        changed = {n for n in before.__struct_fields__ if getattr(before, n) != getattr(chase.pursuit, n)}
        assert changed == {"number", "guard"} | ({"answered"} if record.code != "unknown_pursuit" else set())
    again = chase.pursuit
    chase.order(55, order, by=by, identity="c")
    assert answer(chase.decisions[-1]) == record
    assert {n for n in again.__struct_fields__ if getattr(again, n) != getattr(chase.pursuit, n)} == {"number", "guard"}


def test_an_instant_that_nobody_can_mean_is_refused_before_anything_is_done() -> None:
    chase = in_nl()
    chase.close(50)
    never = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    chase.order(60, orders.CheckItem(item="person_held", text="one man", at=never))
    record = answer(chase.decisions[-1])
    assert (record.code, record.params["name"], record.params["got"]) == ("bad_instant", "at", never.isoformat())
    assert chase.pursuit.checklist["person_held"].done_at is None
