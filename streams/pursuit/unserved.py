"""A state that the pursuit has entered and where no room was rung, for none is known: somebody must telephone."""

from datetime import datetime, timedelta

from streams.ids import owner_of
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.alarms import alarms
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.records import Alert

__all__ = ["alarms_unserved"]

_ONLY_KNOW = {"copy", "home"}


def alarms_unserved(before: Pursuit | None, after: Pursuit, at: datetime, rules: Rules) -> tuple[ev.Event, ...]:
    """An alarm of priority 1 to the rooms that lead and answer at home, for each such state when it is surely entered.

    A call takes longer than the second or two in which a crossing is only possible. In and out again within the time of
    a re-entry, it is the same call.
    """
    if after.phase != "open" or (before is not None and before.units is after.units):
        return ()
    rooms = {after.leading_room, after.home_room}
    alone = {state for state in _entered(after) if not _is_served(state, after, rooms, rules)}
    if not alone:  # nearly always: of most reports no more than this is asked
        return ()
    recent = at - timedelta(seconds=rules.settings.reentry_within_s)
    entered = alone - (_entered(before) if before else set())
    unserved = [state for state in sorted(entered) if after.unserved.get(state, recent) <= recent]
    rung = (one for state in unserved for one in alarms(rooms, "no_room", {"state": state}, at, priority=1))
    return (*(acts.FoundUnserved(state=state, at=at) for state in unserved), *rung)


def _is_served(state: str, pursuit: Pursuit, rooms: set[str], rules: Rules) -> bool:
    """Whether a room that acts there was rung, or is one of these itself."""
    if any(_acts_in(state, alert) for alert in pursuit.alerts.values()):
        return True
    stand_in = {room.id for room in rules.directory.coordinating(state)}
    return bool(stand_in & rooms) or state in {owner_of(room) for room in rooms}


def _entered(pursuit: Pursuit) -> set[str]:
    """The states where its units surely are and that are not their own; what only flies over is not the pursuit."""
    units = (
        view
        for name, view in pursuit.units.items()
        if view.active and view.movement != "air" and name not in pursuit.ways
    )
    return {state for view in units for state in view.territory if state != owner_of(view.unit)}


def _acts_in(state: str, alert: Alert) -> bool:
    """Whether the alert is of a room that acts there: the state's own, or a joint centre where it stands in for one."""
    return alert.kind not in _ONLY_KNOW and (owner_of(alert.room) == state or state in alert.territory_to)
