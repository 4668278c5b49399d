"""Who must know that a possible crossing is confirmed, or never was: quietly, unless a unit is there after all."""

from datetime import datetime

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import (
    Move,
    alerts_at_home,
    alerts_on_entry,
    alerts_on_exit,
    as_it_is,
    is_home,
    own_states,
    rang_for,
    units_behind,
)
from streams.pursuit.approaching import is_passed_by
from streams.pursuit.evolve import evolve_all
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Pursuit
from streams.records import Alert, Crossing, Place, UnitView

__all__ = ["alerts_on_settled", "standing_for"]

_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised
_GOING_ON = ("entered", "departed")


def alerts_on_settled(
    before: Pursuit, after: Pursuit, fact: ev.CrossingSettled, at: datetime, rules: Rules
) -> tuple[_Alerting, ...]:
    """What it means for every room: `before` and `after` are the pursuit around the settling.

    An alert that told of the crossing tells it anew and does not ring: who acknowledged it has no more to do. Where it
    never was, and no other unit is there, the alert is withdrawn. A room that was told that the unit had gone rings
    again where it had not. A state, or a room of the place, that only the confirmed crossing concerns rings now.
    """
    told = tuple(event for _, alert in sorted(after.alerts.items()) if (event := _anew(after, alert, fact, at, rules)))
    heard = {event.room for event in told if not is_passed_by(after.alerts[event.room])}
    others = _others(before, evolve_all(after, told) or after, fact, at, rules)
    return (*told, *(event for event in others if event.room not in heard))


def _anew(after: Pursuit, alert: Alert, fact: ev.CrossingSettled, at: datetime, rules: Rules) -> _Alerting | None:
    """The alert with what is now known of the crossing; None where it never told of it."""
    crossing = fact.crossing
    if alert.crossing_out and alert.crossing_out.id == crossing.id:
        return _way_out(after, alert, crossing, at, rules)
    if alert.crossing is None or alert.crossing.id != crossing.id:
        return None
    if crossing.status == "confirmed" and _tells(after, alert, crossing):
        return _resting_on(after, alert, crossing, at, rules)
    return _untold(after, alert, crossing, at, rules)


def _way_out(after: Pursuit, alert: Alert, crossing: Crossing, at: datetime, rules: Rules) -> _Alerting:
    """The last unit is surely gone; or it is not, and the room, which stood down, must act again."""
    if units_behind(after, alert) and alert.phase not in _GOING_ON:
        return _rung_again(after, alert, crossing, at, rules)
    return replace(as_it_is(alert, at), crossing_out=None if crossing.status == "withdrawn" else crossing)


def _untold(after: Pursuit, alert: Alert, crossing: Crossing, at: datetime, rules: Rules) -> ev.AlertRevised:
    """The alert's crossing never was, or led elsewhere: it stands for another unit, or is withdrawn.

    What another unit has left stays left; a fault stays a fault; who waits for a unit goes on waiting.
    """
    if alert.phase in _GOING_ON and units_behind(after, alert):
        return standing_for(after, alert, crossing, at, rules)
    revised = as_it_is(alert, at)
    if alert.phase == "fault":
        return replace(revised, crossing=crossing)
    if alert.phase == "approaching":
        return replace(revised, crossing=None, crossing_out=None)
    if alert.phase == "left" and alert.crossing_out and alert.crossing_out.unit != crossing.unit:
        return replace(revised, crossing=None, since_unknown=True)
    return replace(revised, phase="withdrawn", priority=3, crossing=crossing)


def standing_for(after: Pursuit, alert: Alert, gone: Crossing, at: datetime, rules: Rules) -> ev.AlertRevised:
    """The alert of units that are truly there: it tells how one of them came, where that is known."""
    standing = units_behind(after, alert)
    came = (unit.last_crossing for unit in standing if unit.last_crossing and unit.last_crossing.id != gone.id)
    sure = (last for last in came if last.status != "withdrawn" and not last.late and _tells(after, alert, last))
    crossing = next(sure, None)
    if crossing:
        return _resting_on(after, alert, crossing, at, rules)
    return replace(
        as_it_is(alert, at),
        crossing=None,
        territory_from=(),
        before_opening=True,
        since_unknown=True,
        elsewhere=False,
        place=_place_of(standing[0], alert, rules),
    )


def _resting_on(after: Pursuit, alert: Alert, crossing: Crossing, at: datetime, rules: Rules) -> ev.AlertRevised:
    """The alert as this crossing explains it."""
    before_opening = crossing.at < after.opened_at
    states = _named_by(alert, crossing)
    old_news = alert.crossing is not None and alert.crossing.id == crossing.id and before_opening
    place = place_in_words(rules, states[0], crossing.lat, crossing.lon) if states else None
    return replace(
        as_it_is(alert, at),
        crossing=crossing,
        territory_from=crossing.left,
        territory_to=crossing.entered,
        before_opening=before_opening,
        since_unknown=alert.since_unknown and alert.crossing is not None,
        # Of old news the place is where the unit was seen when it was told, not the border.
        place=alert.place if old_news else place,
        elsewhere=not old_news and _is_elsewhere(alert, crossing, states, rules),
    )


def _is_elsewhere(alert: Alert, crossing: Crossing, states: list[str], rules: Rules) -> bool:
    """Whether the crossing, first told at a place the room serves, is now at one that only others serve."""
    if alert.crossing is None or alert.crossing.id != crossing.id or alert.room_basis == "home":
        return False
    first, now = (
        {room.id for s in states for room in rules.directory.rooms_at(s, c.lat, c.lon).rooms}
        for c in (alert.crossing, crossing)
    )
    return alert.room in first - now


def _rung_again(after: Pursuit, alert: Alert, crossing_out: Crossing, at: datetime, rules: Rules) -> ev.AlertRaised:
    """What rang before, with the way out that never was; also where the room has waited for the unit since."""
    leads, only_flown = is_home(alert), alert.by_air and all(v.movement == "air" for v in units_behind(after, alert))
    rang = as_it_is(alert, at)
    if alert.approach and alert.crossing:
        rang = _resting_on(after, alert, alert.crossing, at, rules)
    return ev.AlertRaised(
        room=alert.room,
        phase="departed" if leads else "overflown" if only_flown else "entered",
        priority=3 if leads or only_flown or alert.kind == "copy" else 1,
        by_air=only_flown,
        kind=alert.kind,
        at=at,
        territory_from=rang.territory_from,
        territory_to=rang.territory_to,
        crossing=rang.crossing,
        before_opening=rang.before_opening,
        since_unknown=rang.crossing is None or alert.since_unknown,
        place=rang.place,
        area=alert.area,
        basis=alert.room_basis,
        crossing_out=crossing_out,
    )


# ---------------------------------------------------------------- who is there


def _tells(after: Pursuit, alert: Alert, crossing: Crossing) -> bool:
    """Whether the crossing led into what the room was rung for, or, for the leading room, away from home."""
    if is_home(alert):
        return owner_of(after.case) not in crossing.entered
    return bool(rang_for(alert) & set(crossing.entered))


def _named_by(alert: Alert, crossing: Crossing) -> list[str]:
    """The states whose towns say where it was: the room's, or, for the leading room, those that were entered."""
    entered = set(crossing.entered)
    return sorted(entered if is_home(alert) else entered & rang_for(alert))


def _place_of(unit: UnitView, alert: Alert, rules: Rules) -> Place | None:
    """Where the unit was last seen, from a town of the state it is in."""
    states = sorted(rang_for(alert) & set(unit.territory)) or list(unit.territory)
    if unit.seen is None or not states:
        return None
    return place_in_words(rules, states[0], unit.seen.lat, unit.seen.lon)


# ---------------------------------------------------------------- who did not know


def _others(before: Pursuit, after: Pursuit, fact: ev.CrossingSettled, at: datetime, rules: Rules) -> list[_Alerting]:
    """The rooms whose alerts did not tell of the crossing."""
    known = before.units[fact.unit]
    was, now = set(known.territory), set(after.units[fact.unit].territory)
    own = own_states(after, fact.unit)
    entered = set(fact.crossing.entered) & now - own if fact.crossing.status == "confirmed" else set()
    acting = (alert for alert in after.alerts.values() if alert.phase == "entered" and alert.kind != "copy")
    rings = {state for alert in acting for state in rang_for(alert)}
    back, move = ev.UnitSeen(unit=fact.unit, seen=fact.seen), _move(fact)
    new = alerts_on_entry(after, sorted(entered), move, at, rules)
    events: list[_Alerting] = [event for event in new if entered - was or isinstance(event, ev.AlertRaised)]
    events += alerts_on_entry(after, sorted(now - was - own - entered - rings), back, at, rules)
    if known.seen is None or was != now:
        rung = {event.room for event in events}
        others = (*alerts_on_exit(after, was - now, move, at), *alerts_at_home(after, move, at, rules))
        events += [event for event in others if event.room not in rung]
    return events


def _move(fact: ev.CrossingSettled) -> Move:
    """What a settled crossing says of the unit's move; one that never was says only where the unit is."""
    if fact.crossing.status == "withdrawn":
        return ev.UnitSeen(unit=fact.unit, seen=fact.seen)
    return ev.UnitCrossedBorder(
        unit=fact.unit, crossing=fact.crossing, before_opening=fact.before_opening, seen=fact.seen
    )
