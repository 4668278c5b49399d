"""What an alert says in words: what happened, who, where, under which circumstances, and who owns it.

Every text says what is a guess or not known. The same words serve the terminal's line and the page's card.
"""

from consumers.alert_units import active_units, is_blind, silent_units, stands_for
from consumers.language import Parameter, distance_text, place_name, states_text, wind_text
from consumers.reader import Reader
from consumers.wording_alarm import alarm_words, rang_last
from streams.ids import owner_of
from streams.records import Account, Alert, Place, States

__all__ = [
    "circumstances", "headline", "near_text", "owner_text", "person_text", "phase_text", "situation", "states_told",
    "units_text", "where_text", "why_this_room",
]  # fmt: skip

_NEAR_M = 100
_IN_AREA = ("approaching", "entered", "left")


def situation(alert: Alert) -> str:
    """What happened, as a code: the phase, told apart where it means different things."""
    if alert.phase == "withdrawn":
        return _withdrawn(alert)
    if alert.phase == "cleared" and came_home(alert):
        return "home_again"
    if alert.phase == "entered" and alert.elsewhere:
        return "entered_elsewhere"
    return f"{alert.phase}_area" if alert.kind == "area" and alert.phase in _IN_AREA else alert.phase


def came_home(alert: Alert) -> bool:
    """Whether the leading room's alert ended by a way home: its pursuit may go on."""
    return alert.room_basis == "home" and alert.crossing_out is not None and alert.crossing_out.status != "withdrawn"


def _withdrawn(alert: Alert) -> str:
    """What the room need no longer act on, and why."""
    if alert.because:
        return "withdrawn_because"
    never_was = alert.crossing is not None and alert.crossing.status == "withdrawn"
    if alert.approach and not never_was:
        return "not_coming_here" if alert.approach.outcome == "entered" else "no_longer_expected"
    return "never_departed" if alert.room_basis == "home" else "never_entered"


def headline(alert: Alert, reader: Reader) -> str:
    """ENTERED NL, then what must not be overlooked; a fault that nobody acknowledged is said with it."""
    rang = rang_last(alert)
    parts = (
        reader.say(f"headline-{_told_as(alert)}", **_of_headline(alert, reader)),
        reader.say("headline-no_position") if is_blind(alert) else "",
        alarm_words(rang, reader) if rang and alert.phase != "alarm" else "",
        reader.say("headline-fault") if alert.fault and alert.phase != "fault" and not alert.acknowledged else "",
    )
    return " - ".join(part for part in parts if part)


def _told_as(alert: Alert) -> str:
    """The situation; of an entry that is only possible, that it may not have been one."""
    told = situation(alert)
    is_possible = told == "entered" and alert.crossing is not None and alert.crossing.status == "possible"
    return "entered_possible" if is_possible else told


def _of_headline(alert: Alert, reader: Reader) -> dict[str, Parameter]:
    return {
        "here": states_text(reader.language, states_told(alert)),
        "states": states_text(reader.language, alert.territory_to),
        "because": alert.because,
        "alarm": alarm_words(alert.alarms[-1], reader) if alert.alarms else reader.say("not-known"),
    }


def states_told(alert: Alert) -> States:
    """Which states it is about: the room's own; for a joint centre that is told of others, those."""
    own = owner_of(alert.room)
    is_own = alert.kind == "home" or (alert.kind != "copy" and own in alert.territory_to)
    return (own,) if is_own or not alert.territory_to else alert.territory_to


def phase_text(phase: str, reader: Reader) -> str:
    """A phase as one word among others."""
    return reader.say(f"phase-{phase}")


# ---------------------------------------------------------------- who


def units_text(alert: Alert, reader: Reader) -> str:
    """Who crossed or is about to, from where, and who else is in the pursuit."""
    told = alert.approach or alert.crossing
    first = told.unit if told else None
    others = ", ".join(_named(alert, view.unit, reader) for view in active_units(alert) if view.unit != first)
    if first is None:
        return _from(alert, others, reader)
    came = _from(alert, _named(alert, first, reader), reader)
    return reader.say("units-also", units=came, others=others) if others else came


def _from(alert: Alert, units: str, reader: Reader) -> str:
    if not alert.territory_from:
        return units
    return reader.say("units-from", units=units, states=states_text(reader.language, alert.territory_from)).strip()


def _named(alert: Alert, unit: str, reader: Reader) -> str:
    """A unit; of one that the alert does not stand for, also that there is no position of it: nothing else says so."""
    since = None if unit in stands_for(alert) else silent_units(alert).get(unit)
    return reader.say("no-position-unit", unit=unit, since=reader.clock(since)) if since else unit


def person_text(by: Account, reader: Reader) -> str:
    """A person, and at which desk."""
    return reader.say("person-desk", name=by.name, desk=by.desk) if by.desk else by.name


# ---------------------------------------------------------------- where


def near_text(place: Place, reader: Reader) -> str:
    """Eijsden, or Eijsden (1.2 km S) where the place is not in the town itself."""
    name = place_name(reader.language, place)
    if place.distance_m < _NEAR_M:
        return name
    return reader.say("place-distance", place=name, **_towards(place, reader))


def where_text(alert: Alert, reader: Reader) -> str:
    """1.2 km S of Eijsden (NL), after the crossing's own name where it has one; degrees where no town is known."""
    place, told = alert.place, alert.crossing or alert.approach
    if place:
        name = place_name(reader.language, place)
        near = reader.say("where", place=name, state=place.state, **_towards(place, reader))
        return reader.say("where-point", point=alert.crossing_point, where=near) if alert.crossing_point else near
    if alert.crossing_point:
        return alert.crossing_point
    return degrees(told.lat, told.lon) if told else _by_hand_place(alert) or reader.say("place-unknown")


def _towards(place: Place, reader: Reader) -> dict[str, Parameter]:
    return {
        "distance": distance_text(reader.language, place.distance_m),
        "wind": wind_text(reader.language, place.bearing_deg),
    }


def degrees(lat: float, lon: float) -> str:
    """50.77812 N 5.70121 E: the same in every language, for it is read out, typed and compared."""
    return f"{abs(lat):.5f} {'S' if lat < 0 else 'N'} {abs(lon):.5f} {'W' if lon < 0 else 'E'}"


def _by_hand_place(alert: Alert) -> str:
    by_hand = alert.by_hand
    if by_hand is None:
        return ""
    return by_hand.place or ("" if by_hand.lat is None or by_hand.lon is None else degrees(by_hand.lat, by_hand.lon))


# ---------------------------------------------------------------- circumstances


def circumstances(alert: Alert, reader: Reader) -> tuple[str, ...]:
    """How it came that this room was rung, and what is not as it usually is."""
    said = (
        reader.say("for-information") if alert.kind == "copy" else "",
        reader.say("before-opening") if alert.before_opening else "",
        reader.say("elsewhere") if alert.elsewhere else "",
        reader.say("coordinating") if alert.room_basis == "coordinating" else "",
    )
    return tuple(part for part in said if part)


def owner_text(alert: Alert, reader: Reader) -> str:
    """Who owns it, or that nobody does; where nobody needs to, nothing."""
    seen = alert.acknowledged
    if seen is None:
        return "" if alert.phase == "departed" else reader.say("not-acknowledged")
    return reader.say("acknowledged", who=person_text(seen.by, reader), at=reader.at(seen.at))


def why_this_room(alert: Alert, room: str, reader: Reader) -> str:
    """Why it was this room, `room` by its name, that was rung."""
    if alert.room_basis == "home":
        return reader.say("room-home", room=room)
    if alert.kind == "copy":
        return reader.say("room-copy", room=room)
    if alert.kind == "by_hand":
        return reader.say("room-by_hand", room=room)
    return (
        reader.say("room-area", room=room, area=alert.area)
        if alert.area
        else reader.say("room-coordinating", room=room)
    )
