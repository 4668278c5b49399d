"""Who must still know of a system fault: nothing that happens lowers or hides it before a person has seen it."""

from collections.abc import Iterable

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.evolve import evolve
from streams.pursuit.state import Pursuit

__all__ = ["keeping_faults"]

_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised


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
