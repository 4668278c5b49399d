"""Who must know of a system fault: nothing that happens lowers or hides it before a person has seen it."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.evolve import evolve
from streams.pursuit.state import Pursuit

__all__ = ["alerts_on_fault", "keeping_faults"]

_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised


def alerts_on_fault(state: Pursuit, reason: str, at: datetime) -> tuple[ev.AlertRaised, ...]:
    """Every room that is concerned rings: the system failed, act by telephone."""
    return tuple(
        _fault(state, room, reason, at)
        for room in sorted({state.leading_room, state.home_room, *state.alerts})
        if state.phase == "open" and not _is_copy(state, room)
    )


def _is_copy(state: Pursuit, room: str) -> bool:
    return room in state.alerts and state.alerts[room].kind == "copy"


def _fault(state: Pursuit, room: str, reason: str, at: datetime) -> ev.AlertRaised:
    known = state.alerts.get(room)
    return ev.AlertRaised(
        room=room,
        phase=known.phase if known and known.phase != "cleared" else "fault",
        priority=1,
        at=at,
        territory_from=known.territory_from if known else (),
        territory_to=known.territory_to if known else (),
        crossing=known.crossing if known else None,
        before_opening=known.before_opening if known else False,
        since_unknown=known.since_unknown if known else False,
        place=known.place if known else None,
        area=known.area if known else None,
        basis=known.room_basis if known else "home",
        fault=reason,
        crossing_out=known.crossing_out if known else None,
        approach=known.approach if known else None,
        kind=known.kind if known else "home",
        cards=known.cards if known else (),
        crossing_point=known.crossing_point if known else "",
        by_air=known.by_air if known else False,
    )


def keeping_faults(state: Pursuit, events: Iterable[_Alerting]) -> tuple[_Alerting, ...]:
    """The same events, in order, with a fault that nobody acknowledged kept: its priority 1 and what it says.

    An alert that is cleared ends it: what rings after that is another matter, unless the unit never came home.
    """
    kept: tuple[_Alerting, ...] = ()
    for event in events:
        kept += (_kept(state, event),)
        state = evolve(state, kept[-1]) or state
    return kept


def _kept(state: Pursuit, event: _Alerting) -> _Alerting:
    alert = state.alerts.get(event.room)
    if alert is None or not alert.fault or alert.acknowledged:
        return event
    if not isinstance(event, ev.AlertRaised):
        return replace(event, priority=1)
    never_out = event.crossing_out is not None and event.crossing_out.status == "withdrawn"
    is_over = alert.phase == "cleared" and not never_out
    return event if is_over else replace(event, priority=1, fault=event.fault or alert.fault)
