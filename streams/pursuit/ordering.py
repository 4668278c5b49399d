"""Which order of a person is decided where: what they know, ask, stop, own, put right, and do at the end."""

from collections.abc import Callable, Mapping
from typing import Any

from streams import orders
from streams.pursuit import assisting, cases, closing, knowing, mistakes, owning, warning
from streams.pursuit import events as ev
from streams.pursuit.arrived import Arrived
from streams.pursuit.instants import check_instants
from streams.pursuit.refusal import running, unknown
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit

__all__ = ["decide_order"]

_Handler = Callable[[Pursuit, Any, Arrived, Rules], tuple[ev.Event, ...]]


def decide_order(state: Pursuit | None, order: orders.Order, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events of an order in a pursuit that is open; some may also be given when it is over.

    Raises:
        Refusal: it cannot be done; says why.
    """
    if state is None:
        raise unknown(arrived.report.case)
    pursuit = state if isinstance(order, _ALSO_AFTERWARDS) else running(state, state.case)
    check_instants(order, arrived.at)
    return _ORDERS[type(order)](pursuit, order, arrived, rules)


_ALSO_AFTERWARDS = (
    orders.CheckItem, orders.Telephoned, orders.WithdrawFact, orders.ReceiveStop, orders.LiftStop, orders.HandOverAlert,
    orders.TakeAlert, orders.WithdrawCall,
)  # fmt: skip
_ORDERS: Mapping[type, _Handler] = {
    orders.AddFact: knowing.add_fact,
    orders.WithdrawFact: knowing.withdraw_fact,
    orders.SeeTarget: knowing.see_target,
    orders.Sight: knowing.change_sight,
    orders.Returning: knowing.begin_return,
    orders.Request: assisting.ask,
    orders.AnswerRequest: assisting.answer_request,
    orders.WithdrawRequest: assisting.withdraw_request,
    orders.HandOver: assisting.hand_over,
    orders.TakeLead: assisting.take_lead,
    orders.GiveStop: assisting.give_stop,
    orders.ReceiveStop: assisting.receive_stop,
    orders.LiftStop: assisting.lift_stop,
    orders.Shelve: owning.shelve,
    orders.Unshelve: owning.unshelve,
    orders.HandOverAlert: owning.offer_alert,
    orders.TakeAlert: owning.take_alert,
    orders.WarnRoom: warning.warn_room,
    orders.Telephoned: warning.telephoned,
    orders.WithdrawCall: warning.withdraw_call,
    orders.WithdrawWarning: warning.withdraw_warning,
    orders.WithdrawUnit: mistakes.withdraw_unit,
    orders.OpenedInError: mistakes.opened_in_error,
    orders.Merge: cases.merge,
    orders.Split: cases.split,
    orders.StillRunning: closing.still_running,
    orders.CheckItem: closing.check_item,
}
