"""Who must know of a visit that nobody saw at the time: the rooms of the place, quietly, for the unit is gone again."""

from datetime import datetime

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.alerting import as_it_is, own_states, rang_for
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.records import Alert, Crossing

__all__ = ["alerts_on_late"]

_Alerting = ev.AlertRaised | ev.AlertRevised
_GRAVER_OR_THE_SAME = {"entered", "approaching", "departed", "left", "warned"}


def alerts_on_late(after: Pursuit, fact: ev.UnitCrossedBorder, at: datetime, rules: Rules) -> tuple[_Alerting, ...]:
    """One half of a late visit: the way in tells the rooms of the place `left`, the way out completes what they read.

    A room that a unit of the pursuit is with now, or waits for one, has graver news: the visit stands in the log.
    """
    states = sorted(set(fact.crossing.entered) - own_states(after, fact.unit))
    visited = {event.room: event for state in states for event in _visited(after, state, fact, at, rules)}
    return (*visited.values(), *_gone(after, fact.crossing, at))


def _visited(after: Pursuit, state: str, fact: ev.UnitCrossedBorder, at: datetime, rules: Rules) -> list[_Alerting]:
    found = rules.directory.rooms_at(state, fact.crossing.lat, fact.crossing.lon)
    alerts = {
        room.id: after.alerts.get(room.id)
        for room in found.rooms
        if room.id not in {after.leading_room, after.home_room}
    }
    events: list[_Alerting] = []
    for room, alert in alerts.items():
        raised = replace(_raised(room, state, fact, at, rules), by_air=after.units[fact.unit].movement == "air")
        only_flown = alert is not None and alert.phase == "left" and alert.by_air and not raised.by_air
        if alert is None or only_flown or alert.phase not in _GRAVER_OR_THE_SAME:
            events.append(replace(raised, area=found.area, basis=found.basis))
        elif alert.phase == "left" and alert.by_air == raised.by_air:
            events.append(_told_too(alert, raised))
    return events


def _raised(room: str, state: str, fact: ev.UnitCrossedBorder, at: datetime, rules: Rules) -> ev.AlertRaised:
    crossing = fact.crossing
    return ev.AlertRaised(
        room=room,
        phase="left",
        priority=3,
        at=at,
        territory_from=crossing.left,
        territory_to=crossing.entered,
        crossing=crossing,
        before_opening=fact.before_opening,
        since_unknown=False,
        place=place_in_words(rules, state, crossing.lat, crossing.lon),
        area=None,
        basis="area",
    )


def _told_too(alert: Alert, raised: ev.AlertRaised) -> ev.AlertRevised:
    """A room that had a visit already reads of the one it did not know; the other stands in the log."""
    return replace(
        as_it_is(alert, raised.at),
        phase="left",
        territory_from=raised.territory_from,
        territory_to=raised.territory_to,
        crossing=raised.crossing,
        crossing_out=None,
        before_opening=raised.before_opening,
        since_unknown=False,
        place=raised.place,
        approach=None,
        elsewhere=False,
        by_air=raised.by_air,
    )


def _gone(after: Pursuit, crossing: Crossing, at: datetime) -> list[_Alerting]:
    """The rooms that read of the way in read of the way out."""
    return [
        replace(as_it_is(alert, at), crossing_out=crossing)
        for _, alert in sorted(after.alerts.items())
        if alert.phase == "left" and alert.crossing_out is None and rang_for(alert) & set(crossing.left)
        if alert.crossing and alert.crossing.late and alert.crossing.unit == crossing.unit
    ]
