"""What a pursuit does when a deadline comes due; only a due record acts, so that a replay has it too."""

from collections.abc import Callable, Mapping

from streams.pursuit import events as ev
from streams.pursuit.arrived import Arrived
from streams.pursuit.assisting import stop_due
from streams.pursuit.cases import pending_due
from streams.pursuit.closing import item_due, running_due
from streams.pursuit.deadlines import (
    ASKED,
    AT_HOME,
    ESCALATE,
    ITEM,
    LIMIT,
    MEMBERSHIPS,
    OFFER,
    PENDING,
    RUNNING,
    SHELF,
    STOP,
    VISIBILITY_END,
    memberships_due,
    visibility_due,
)
from streams.pursuit.limits import limit_due
from streams.pursuit.owning import escalation_due, offer_due, shelf_due
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.unanswered import request_due
from streams.pursuit.way_home import home_due
from streams.records import CaseDue

__all__ = ["decide_due"]


def decide_due(state: Pursuit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The events of a deadline that came due; none where it is no longer the one that stands."""
    due: CaseDue = arrived.report
    if state.dues.get(due.kind) != due.deadline:
        return ()
    about, _, name = due.kind.partition(":")
    return _about_one(state, due.kind, arrived, rules) if name else _about_all(state, about, arrived, rules)


def _about_all(state: Pursuit, kind: str, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Deadlines of the pursuit itself."""
    if kind == MEMBERSHIPS:
        return memberships_due(arrived.at, rules.settings)
    if kind == VISIBILITY_END:
        return visibility_due(state)
    if kind == RUNNING:
        return running_due(state, arrived.at, rules)
    if kind == PENDING:
        return pending_due(state, kind, arrived)
    return (ev.DueSet(kind=kind, deadline=None),)


def _about_one(state: Pursuit, kind: str, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """Deadlines of one of its alerts, units, orders or items: the kind names it."""
    decide = _ABOUT_ONE.get(kind.partition(":")[0] + ":")
    return decide(state, kind, arrived, rules) if decide else (ev.DueSet(kind=kind, deadline=None),)


_ABOUT_ONE: Mapping[str, Callable[[Pursuit, str, Arrived, Rules], tuple[ev.Event, ...]]] = {
    ESCALATE: lambda state, kind, arrived, rules: escalation_due(state, kind, arrived.at, rules.settings),
    SHELF: lambda state, kind, arrived, _rules: shelf_due(state, kind, arrived.at),
    OFFER: lambda state, kind, arrived, _rules: offer_due(state, kind, arrived.at),
    ASKED: lambda state, kind, arrived, _rules: request_due(state, kind, arrived),
    STOP: lambda state, kind, arrived, _rules: stop_due(state, kind, arrived),
    LIMIT: lambda state, kind, arrived, rules: limit_due(state, kind, arrived.at, rules),
    AT_HOME: lambda state, kind, arrived, rules: home_due(state, kind, arrived.at, rules),
    ITEM: lambda state, kind, arrived, _rules: item_due(state, kind, arrived.at),
}
