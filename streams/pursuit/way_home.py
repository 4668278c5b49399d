"""A unit that pursues no longer and drives home: its part ends once it is surely there, and stays there.

A border road may touch the home state and leave it again. Until the unit has stayed at home for a while it is in the
pursuit: abroad again, the rooms there are told, and a stop order reaches it.
"""

from datetime import datetime, timedelta

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.deadlines import AT_HOME
from streams.pursuit.evolve import evolve
from streams.pursuit.parting import alerts_without
from streams.pursuit.rules import PursuitSettings, Rules
from streams.pursuit.state import Pursuit

__all__ = ["home_due", "way_home"]


def way_home(state: Pursuit, unit: str, at: datetime, settings: PursuitSettings) -> tuple[ev.DueSet, ...]:
    """From when it is surely at home on, its part ends soon; not if it is abroad again before that."""
    kind = AT_HOME + unit
    is_there, is_awaited = _is_at_home(state, unit), kind in state.dues
    if is_there == is_awaited:
        return ()
    deadline = at + timedelta(seconds=settings.at_home_after_s) if is_there else None
    return (ev.DueSet(kind=kind, deadline=deadline),)


def _is_at_home(state: Pursuit, unit: str) -> bool:
    """Whether nothing that was told may still turn out never to have been."""
    view, way = state.units[unit], state.ways.get(unit)
    is_sure = view.seen is not None and not (way and way.told)
    return view.active and view.returning and is_sure and owner_of(unit) in view.territory


def home_due(state: Pursuit, kind: str, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """Its part is over; one that may be abroad again, for it is silent or about to leave, is waited for."""
    unit, over = kind.removeprefix(AT_HOME), ev.DueSet(kind=kind, deadline=None)
    if state.phase != "open" or unit not in state.units or not _is_at_home(state, unit):
        return (over,)
    if state.units[unit].silent_since is not None or _is_about_to_leave(state, unit):
        return (ev.DueSet(kind=kind, deadline=at + timedelta(seconds=rules.settings.at_home_after_s)),)
    went = ev.UnitWent(unit=unit, at=at)
    return (over, went, *alerts_without(evolve(state, went) or state, at, rules))


def _is_about_to_leave(state: Pursuit, unit: str) -> bool:
    return any(one.approach.unit == unit for one in state.foreseen.values())
