"""Which units an alert is about, and of which of them there is no position."""

from datetime import datetime

from streams.ids import owner_of
from streams.records import Alert, UnitView

__all__ = ["GOING_ON", "active_units", "is_blind", "silent_units", "stands_for", "told_silent"]

GOING_ON = ("approaching", "entered", "departed", "fault", "overflown", "warned", "alarm")
"""Of what is over, the units are told as they were then."""
_THERE = ("entered", "overflown")


def active_units(alert: Alert) -> list[UnitView]:
    """The units that are in the pursuit now."""
    return [view for view in alert.units if view.active]


def is_blind(alert: Alert) -> bool:
    """Whether there is no position of any unit that the alert stands for."""
    silent, concerned = silent_units(alert), stands_for(alert)
    return bool(concerned) and all(unit in silent for unit in concerned)


def silent_units(alert: Alert) -> dict[str, datetime]:
    """The units of which there is no position, each with the instant of its last fix."""
    if alert.phase not in GOING_ON:
        return {}
    return {view.unit: view.silent_since for view in active_units(alert) if view.silent_since}


def told_silent(alert: Alert) -> dict[str, datetime]:
    """Of those that the alert stands for: for a warning of its own, where no time of arrival carries it."""
    if alert.phase == "approaching" and alert.approach:
        return {}
    concerned = stands_for(alert)
    return {unit: since for unit, since in silent_units(alert).items() if unit in concerned}


def stands_for(alert: Alert) -> list[str]:
    """The units that an alert which goes on is about: the one that is expected, those that are there, or else all."""
    active = active_units(alert)
    if alert.phase == "approaching" and alert.approach:
        return [view.unit for view in active if view.unit == alert.approach.unit]
    there = [view.unit for view in active if _is_there(alert, view)]
    return there or [view.unit for view in active]


def _is_there(alert: Alert, view: UnitView) -> bool:
    """Whether a unit is known to be in the state that was entered, which is not its own, or to be abroad from home.

    One on its way home is a guest until it is there; of an alert for an area, only who pursues counts.
    """
    if alert.phase == "departed":
        return view.seen is not None and owner_of(view.unit) == alert.home and alert.home not in view.territory
    if alert.phase not in _THERE or (view.movement == "air" and alert.phase == "entered"):
        return False
    if alert.kind == "area":
        return not view.returning and bool(set(alert.territory_to) & set(view.territory))
    here = owner_of(alert.room)
    entered = {here} if here in alert.territory_to else set(alert.territory_to)
    return bool(entered & (set(view.territory) - {owner_of(view.unit)}))
