"""Who must know that a unit is about to cross: the rooms of the place, before it is there, and that it does not come.

The alerts are always made to agree with what stands foreseen: every room that was told of it is `approaching`, until it
is `entered`, which is graver, or until nothing stands foreseen for it any more.
"""

from datetime import datetime

from msgspec.structs import replace

from borders.rooms import RoomsAt
from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.pursuit.alerting import as_it_is, is_soon_back, tells_of_a_visit
from streams.pursuit.foreseeing import flies, foreign_states, foreseen_for
from streams.pursuit.rules import Rules, place_in_words
from streams.pursuit.state import Foreseen, Pursuit
from streams.pursuit.warned import warning_stands
from streams.records import Alert, Approach, Crossing

__all__ = ["alerts_on_approaches", "is_passed_by"]

_Alerting = ev.AlertRaised | ev.AlertRevised
_GRAVER_THAN_AIR = {"entered", "warned"}


def is_passed_by(alert: Alert) -> bool:
    """Whether the room was told that what it waited for went in elsewhere: should it be its own after all, it rings."""
    return alert.phase == "withdrawn" and alert.approach is not None and alert.approach.outcome == "entered"


def alerts_on_approaches(
    after: Pursuit, at: datetime, rules: Rules, settled: Approach | None = None
) -> tuple[_Alerting, ...]:
    """What every room must be told so that it knows what stands foreseen for it; `settled` is what was settled now.

    A room that does not know yet rings, priority 2. One that knows reads a new estimate quietly. One that waits in vain
    is withdrawn quietly, and reads why: the unit turned away, or went in elsewhere. Who is entered is told nothing.
    """
    if after.phase != "open":
        return ()
    if not after.foreseen and not any(_waits(alert) for alert in after.alerts.values()):
        return ()
    foreseen = foreseen_for(after)
    waiting = {room: alert for room, alert in sorted(after.alerts.items()) if _waits(alert)}
    anew = (_told_anew(after, alert, foreseen.get(room), at, rules) for room, alert in waiting.items())
    in_vain = (_in_vain(after, alert, at, rules, settled) for room, alert in waiting.items() if room not in foreseen)
    told = (_told(after, room, foreseen[room], at, rules) for room in sorted(foreseen.keys() - waiting.keys()))
    return tuple(event for event in (*anew, *in_vain, *told) if event)


def _waits(alert: Alert) -> bool:
    return alert.phase == "approaching" and alert.kind != "area"


def _told(after: Pursuit, room: str, now: Foreseen, at: datetime, rules: Rules) -> _Alerting | None:
    """A ring; quietly where the unit has just left, and is foreseen to come back at once.

    Who is entered over the border, or was warned of the car by a person, hears nothing of what flies there.
    """
    alert, approach = after.alerts.get(room), now.approach
    by_air = flies(after, approach)
    if alert and _has_graver_news(alert, by_air=by_air):
        return None
    raised = _raised(after, room, now, at, rules)
    soon_back = (
        alert
        and (by_air or not alert.by_air)
        and is_soon_back(alert, approach.eta, approach.lat, approach.lon, rules.settings)
    )
    return _back_again(alert, raised) if alert and soon_back else raised


def _has_graver_news(alert: Alert, *, by_air: bool) -> bool:
    return (alert.phase == "entered" and alert.kind != "area") or (by_air and alert.phase in _GRAVER_THAN_AIR)


def _back_again(alert: Alert, raised: ev.AlertRaised) -> ev.AlertRevised:
    return replace(
        as_it_is(alert, raised.at),
        phase="approaching",
        priority=raised.priority,
        territory_from=raised.territory_from,
        territory_to=raised.territory_to,
        place=raised.place,
        approach=raised.approach,
        back_again=True,
    )


def _raised(after: Pursuit, room: str, now: Foreseen, at: datetime, rules: Rules) -> ev.AlertRaised:
    alert, approach = after.alerts.get(room), now.approach
    state, found = _area(after, room, approach, rules)
    is_copy = room not in {one.id for one in found.rooms} and room in {one.id for one in found.copies}
    by_air = flies(after, approach)
    visit = alert if alert and tells_of_a_visit(alert) and (by_air or not alert.by_air) else None
    return ev.AlertRaised(
        room=room,
        phase="approaching",
        kind="copy" if is_copy else "border",
        priority=3 if is_copy or by_air else 2,
        at=at,
        territory_from=now.seen.territory,
        territory_to=approach.entered,
        # The way out of a visit may yet be withdrawn; then the room must ring for it.
        crossing=visit.crossing if visit else None,
        crossing_out=visit.crossing_out if visit else None,
        before_opening=False,
        since_unknown=False,
        place=place_in_words(rules, state, approach.lat, approach.lon),
        area=found.area,
        basis=found.basis,
        approach=approach,
        by_air=by_air,
    )


def _area(after: Pursuit, room: str, approach: Approach, rules: Rules) -> tuple[str, RoomsAt]:
    """The state that the room is told of, and what serves the place there: its own, if it is among those entered."""
    own = owner_of(room)
    states = sorted(foreign_states(after, approach), key=lambda state: (state != own, state))
    found = {state: rules.directory.rooms_at(state, approach.lat, approach.lon) for state in states}
    serving = (state for state in states if room in {one.id for one in (*found[state].rooms, *found[state].copies)})
    state = next(serving, states[0])
    return state, found[state]


def _told_anew(after: Pursuit, alert: Alert, now: Foreseen | None, at: datetime, rules: Rules) -> _Alerting | None:
    """What a waiting room reads now; None where it knows, or waits for nothing any more.

    A car behind an aircraft that it waited for rings, and so does what a joint centre must act on.
    """
    if now is None or now.approach == alert.approach:
        return None
    raised = _raised(after, alert.room, now, at, rules)
    if (alert.by_air and not raised.by_air) or (alert.kind == "copy" and raised.kind != "copy"):
        return raised
    state, _ = _area(after, alert.room, now.approach, rules)
    return replace(
        as_it_is(alert, at),
        territory_from=now.seen.territory,
        territory_to=now.approach.entered,
        place=place_in_words(rules, state, now.approach.lat, now.approach.lon),
        approach=now.approach,
        by_air=raised.by_air,
    )


def _in_vain(
    after: Pursuit, alert: Alert, at: datetime, rules: Rules, settled: Approach | None
) -> ev.AlertRevised | None:
    """Nothing stands foreseen for the room any more: the unit is in, by another room's place, or turned away."""
    waited = alert.approach
    if waited is None:
        return None
    if warning_stands(alert):
        return _warned_still(alert, at)
    unit = after.units[waited.unit]
    is_in = bool(set(unit.territory) & set(waited.entered))
    # With the estimate the room read last: a finer one that came with the end was told to nobody.
    last = replace(waited, outcome="entered" if is_in else "withdrawn", settled_at=at)
    if settled and settled.id == waited.id:
        last = replace(waited, outcome=settled.outcome, settled_at=settled.settled_at)
    revised = replace(as_it_is(alert, at), phase="withdrawn", priority=3, approach=last)
    return _passed_by(revised, after, waited, rules) if is_in else revised


def _warned_still(alert: Alert, at: datetime) -> ev.AlertRevised:
    """What a person warned of is taken back by a person: the room waits on, for what was said."""
    return replace(
        as_it_is(alert, at),
        phase="warned",
        kind="by_hand",
        priority=2,
        territory_to=(owner_of(alert.room),),
        approach=None,
        by_air=False,
    )


def _passed_by(revised: ev.AlertRevised, after: Pursuit, waited: Approach, rules: Rules) -> ev.AlertRevised:
    """Where it went in instead, as far as that is known."""
    unit = after.units[waited.unit]
    crossing = _way_in(unit.last_crossing, waited)
    where = crossing or unit.seen
    states = sorted(set(unit.territory) & set(waited.entered))
    return replace(
        revised,
        crossing=crossing,
        crossing_out=None,
        territory_to=crossing.entered if crossing else tuple(states),
        place=place_in_words(rules, states[0], where.lat, where.lon) if where else None,
    )


def _way_in(last: Crossing | None, waited: Approach) -> Crossing | None:
    if last is None or last.late or last.status == "withdrawn":
        return None
    return last if set(last.entered) & set(waited.entered) else None
