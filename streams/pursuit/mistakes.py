"""Mistakes are events: a unit joined in error, a pursuit opened in error; every room that was told reads why."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from streams.ids import owner_of
from streams.orders import OpenedInError, WithdrawUnit
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alerting import units_behind
from streams.pursuit.arrived import Arrived
from streams.pursuit.deadlines import dues_at_the_end
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.foreseeing import foreseen_for
from streams.pursuit.parting import alerts_without
from streams.pursuit.refusal import Refusal, check_desk_of, check_may_end, is_desk, standing_stops
from streams.pursuit.rules import Rules
from streams.pursuit.settled import standing_for
from streams.pursuit.state import Pursuit
from streams.records import Alert

__all__ = ["opened_in_error", "withdraw_unit"]

_THERE = {"entered", "departed", "overflown"}
_GOING_ON = {"approaching", *_THERE}


def withdraw_unit(state: Pursuit, order: WithdrawUnit, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """The unit never was in this pursuit: alerts that rest on it alone are withdrawn, with the reason."""
    by, view = arrived.report.by, state.units.get(order.unit)
    if view is None or view.in_error:
        reason = f"{order.unit} is not in {state.case}"
        raise Refusal(code="not_joined", reason=reason, case=state.case, unit=order.unit)
    if not (is_desk(by) and owner_of(order.unit) == by.state):
        check_desk_of(state, by, {state.leading_room, state.home_room}, f"say that {order.unit} was joined in error")
    _check_told_to_stop(state, order.unit)
    gone = acts.UnitTakenOut(unit=order.unit, by=by, at=arrived.at, reason=order.reason)
    after = evolve(state, gone) or state
    told = tuple(
        event for _, alert in sorted(after.alerts.items()) if (event := _told(after, alert, order, arrived.at, rules))
    )
    return (gone, *told, *alerts_without(evolve_all(after, told) or after, arrived.at, rules))


def _check_told_to_stop(state: Pursuit, unit: str) -> None:
    """A crew that is to stop, and has not said that it knows, is not taken for a slip of the pen.

    Raises:
        Refusal: a stop order that stands waits for its receipt.
    """
    for stop in standing_stops(state):
        if stop.units.get(unit, stop.at) is None:
            reason = f"{unit} has not receipted the stop order {stop.id} yet: whoever gave it must undo it first"
            raise Refusal(code="stop_stands", reason=reason, case=state.case, name=stop.id)


def _told(
    after: Pursuit, alert: Alert, order: WithdrawUnit, at: datetime, rules: Rules
) -> ev.AlertChanged | ev.AlertRevised | None:
    """What the room reads: that it was an error, or which other unit its alert stands for; None where it is not told.

    An alert of another unit that this one alone had kept going is not withdrawn, for it was true; it is over.
    """
    crossing = alert.crossing if alert.crossing and alert.crossing.unit == order.unit else None
    if alert.phase == "approaching":
        is_told = alert.approach is not None and alert.approach.unit == order.unit
        still = alert.room in foreseen_for(after)
    else:
        is_told = crossing is not None or (alert.crossing is None and _is_of(alert, order.unit))
        still = alert.phase != "left" and bool(units_behind(after, alert))
    if alert.phase == "left" and _was_visited(after, alert, order.unit):
        return None
    if not is_told or alert.phase not in {*_GOING_ON, "left"}:
        return None
    if not still:
        return next(withdrawn([alert], order.reason, at))
    return standing_for(after, alert, crossing, at, rules) if crossing and alert.phase in _THERE else None


def _was_visited(after: Pursuit, alert: Alert, unit: str) -> bool:
    """Whether another unit came into the room's state, too, so that what it read is true."""
    notice = after.notices.get(alert.room)
    return notice is not None and any(entry.unit != unit for entry in notice.entries)


def _is_of(alert: Alert, unit: str) -> bool:
    """Whether an alert that tells of no crossing counted the unit."""
    return unit in {view.unit for view in alert.units if view.active}


def opened_in_error(state: Pursuit, order: OpenedInError, arrived: Arrived, rules: Rules) -> tuple[ev.Event, ...]:
    """There was no pursuit: it ends, everything that was told of it is withdrawn, and statistics leave it out."""
    by = arrived.report.by
    check_desk_of(state, by, {state.leading_room, state.home_room}, f"say that {state.case} was an error")
    check_may_end(state, arrived.at)
    all_ = (alert for _, alert in sorted(state.alerts.items()))
    return (
        acts.OpenedWrongly(by=by, at=arrived.at, reason=order.reason),
        *withdrawn(all_, order.reason, arrived.at),
        *dues_at_the_end(state, arrived.at, rules.settings),
    )


def withdrawn(alerts: Iterable[Alert], because: str, at: datetime) -> Iterator[ev.AlertChanged]:
    """These alerts withdrawn, with why: each stays until a person has acknowledged that."""
    for alert in alerts:
        yield ev.AlertChanged(room=alert.room, phase="withdrawn", priority=3, at=at, because=because)
