"""What is read out of where a pursuit is: what happened for the called room, when and where, and where it goes now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from consumers.language import Parameter, distance_text, place_name, say, state_phrase
from consumers.reader import Reader
from consumers.spelling import number_said
from consumers.wording_alert import degrees, situation
from consumers.wording_warnings import by_hand_text
from streams.ids import owner_of
from streams.records import Alert, AlertedRoom, Approach, Crossing, Place, PursuitRecord, TargetSighting, UnitView

__all__ = ["in_sentences", "last_lines", "move_lines", "pursuing"]

_AREA = ("approaching", "entered", "left")
_AT_THE_BORDER = (*_AREA, "departed", "overflown")
_OUT = ("left", "departed")
_FORESEEN = ("approaching", "approach_withdrawn")
_SAID_HERE = ("withdrawn", "telephoned", "telephoned_over")
"""Situations that are said otherwise by telephone than aloud in the room, or that only a call has."""
_IN_TOWN_M = 100
_NEAR_M = 30_000
"""Farther from every town that is known, a town says less than the numbers alone."""
_TOWARDS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True)
class _Told:
    """How the pursuit comes, or came, over the border that concerns the called room; what is not known is None.

    Attributes:
        crossing: where it crossed.
        approach: what is foreseen.
        expected_at: when it is foreseen, also where nothing else of it is known.
        states: which were, or will be, entered; or left, where it is about that.
        near: in words, where there are any.
    """

    crossing: Crossing | None = None
    approach: Approach | None = None
    expected_at: datetime | None = None
    states: tuple[str, ...] = ()
    near: str = ""


def move_lines(view: PursuitRecord, called: AlertedRoom, alert: Alert | None, reader: Reader) -> Iterator[str]:
    """What happened for this room, as a sentence; when and where the border is crossed, where it is about that.

    Args:
        view: of the pursuit.
        called: the room that is read to.
        alert: of this pursuit, which the reader holds; the called room's own says most.
        reader: in whose language.
    """
    its_own = alert if alert and alert.room == called.room else None
    told = _told(view, called, alert, reader)
    happened = _happened(view, called, its_own, told, reader)
    yield reader.say("read-pursuit", case=view.case, happened=happened)
    if by_hand := its_own.by_hand if its_own else called.by_hand:
        yield by_hand_text(by_hand, reader)
    if view.phase == "open" and called.kind != "area" and called.phase in _AT_THE_BORDER:
        since_unknown = its_own is not None and its_own.since_unknown
        yield reader.say("read-when", when=_when(told, reader, since_unknown="since-unknown" if since_unknown else ""))
        yield reader.say("read-where", where=_where(told, reader))


# ---------------------------------------------------------------- what happened


def _happened(view: PursuitRecord, called: AlertedRoom, its_own: Alert | None, told: _Told, reader: Reader) -> str:
    what = situation(its_own) if its_own else _situation(view, called)
    states = _states(view, called, its_own, told)
    if what == "withdrawn_because" and its_own:
        return reader.say("spoken-withdrawn_because", because=its_own.because)
    possible = "yes" if told.crossing and told.crossing.status == "possible" else "no"
    code = f"read-{what}" if what in _SAID_HERE else f"spoken-{what}"
    return _in_a_sentence(reader.language, code, states, possible)


@lru_cache(maxsize=1024)
def _in_a_sentence(language: str, code: str, states: tuple[str, ...], possible: str) -> str:
    """Kept, for there are few, and choosing the form takes as long as the rest of a card."""
    phrases: dict[str, Parameter] = {form: state_phrase(language, form, states) for form in ("the", "in", "into")}
    return say(language, code, possible=possible, **phrases)


@lru_cache(maxsize=1024)
def _in(language: str, states: tuple[str, ...]) -> str:
    return state_phrase(language, "in", states)


def _situation(view: PursuitRecord, called: AlertedRoom) -> str:
    """As much of it as others are told of a room's alert; a room without one is warned by this very call."""
    if called.phase == "telephoned":
        return "telephoned" if view.phase == "open" else "telephoned_over"
    if called.phase == "cleared" and called.kind == "home" and view.phase == "open":
        return "home_again"
    return f"{called.phase}_area" if called.kind == "area" and called.phase in _AREA else called.phase


def _states(view: PursuitRecord, called: AlertedRoom, its_own: Alert | None, told: _Told) -> tuple[str, ...]:
    """Which states it is about: the room's own, unless it is told of others."""
    here = (owner_of(called.room),)
    if its_own and its_own.phase == "withdrawn":
        return its_own.territory_to or here
    if called.phase != "departed" and called.kind != "copy":
        return here
    return told.states or tuple(sorted({stay.state for unit in pursuing(view) for stay in unit.stays})) or here


def _concerns(called: AlertedRoom, states: Sequence[str]) -> bool:
    """Whether a crossing or approach of these states is what the room has its alert for; a joint centre, for any."""
    return called.kind == "copy" or owner_of(called.room) in states


# ---------------------------------------------------------------- when and where


def _told(view: PursuitRecord, called: AlertedRoom, alert: Alert | None, reader: Reader) -> _Told:
    if called.phase != "approaching":
        return _crossed_there(view, called, alert, reader)
    approach = alert.approach if alert else None
    if approach and approach.outcome == "open" and _concerns(called, approach.entered):
        return _Told(None, approach, approach.eta, approach.entered, _near(alert, reader))
    if called.expected_at is not None:  # of one approach both: the log's line may be another unit's
        return _Told(expected_at=called.expected_at, states=(owner_of(called.room),), near=_near(called, reader))
    return _by_the_log(view, called)


def _crossed_there(view: PursuitRecord, called: AlertedRoom, alert: Alert | None, reader: Reader) -> _Told:
    """The first crossing into the room's state; of what is out again, the last out; for a joint centre the newest."""
    known = [alert.crossing, alert.crossing_out] if alert else []
    by_air = called.phase == "overflown"
    known += [unit.last_crossing for unit in pursuing(view) if (unit.movement == "air") == by_air]
    found = [one for one in known if one and one.status != "withdrawn" and _concerns(called, _ours(one, called))]
    if not found:
        return _Told()
    newest = called.phase == "left" or called.kind == "copy"
    crossing = max(found, key=_at) if newest else min(found, key=_at)
    states = crossing.left if called.phase == "left" else crossing.entered
    return _Told(crossing, states=states, near=_near_crossing(crossing.id, called, alert, reader))


def _near_crossing(crossing: str, called: AlertedRoom, alert: Alert | None, reader: Reader) -> str:
    """By the alert that tells of it, or by what the called room's says."""
    if alert is not None and alert.crossing is not None and alert.crossing.id == crossing:
        return _near(alert, reader)
    return _near(called, reader) if called.place_of == crossing else ""


def _ours(crossing: Crossing, called: AlertedRoom) -> tuple[str, ...]:
    return crossing.left if called.phase in _OUT else crossing.entered


def _at(crossing: Crossing) -> datetime:
    return crossing.at


def _by_the_log(view: PursuitRecord, called: AlertedRoom) -> _Told:
    """All that a room reads of what another is foreseen."""
    for line in reversed(view.log):
        states = tuple(line.params.get("entered", "").split("+"))
        if line.code in _FORESEEN and _concerns(called, states):
            is_open = line.code == "approaching"
            return _Told(expected_at=datetime.fromisoformat(line.params["eta"]), states=states) if is_open else _Told()
    return _Told()


def _when(told: _Told, reader: Reader, *, since_unknown: str) -> str:
    if told.crossing:
        return _crossed(told.crossing, reader)
    if told.approach:
        span = {"from": reader.clock(told.approach.eta_from), "to": reader.clock(told.approach.eta_to)}
        return reader.say("read-expected", eta=reader.clock(told.approach.eta), **span)
    if told.expected_at:
        return reader.say("read-expected_at", eta=reader.clock(told.expected_at))
    return reader.say(since_unknown or "read-not_known")


def _crossed(crossing: Crossing, reader: Reader) -> str:
    """At an instant; after a gap between two, for a guess is never one."""
    if crossing.guess:
        ends = {"from": reader.clock(crossing.not_before), "to": reader.clock(crossing.not_after)}
        at = reader.say("crossed-between", **ends)
    else:
        at = reader.say("crossed-at", at=reader.clock(crossing.at))
    return reader.say("crossed-possible", crossed=at) if crossing.status == "possible" else at


def _where(told: _Told, reader: Reader) -> str:
    if told.near:
        return told.near
    moved = told.crossing or told.approach
    return degrees(moved.lat, moved.lon) if moved else reader.say("read-not_known")


def _near(told: Alert | AlertedRoom | None, reader: Reader) -> str:
    """As people say it, after the crossing's own name where it has one."""
    if told is None or told.place is None:
        return told.crossing_point if told else ""
    near = _from_town(told.place, reader)
    return reader.say("where-point", point=told.crossing_point, where=near) if told.crossing_point else near


def _from_town(place: Place, reader: Reader) -> str:
    name = place_name(reader.language, place)
    if place.distance_m < _IN_TOWN_M:
        return name
    distance = distance_text(reader.language, place.distance_m)
    return reader.say("read-near", place=name, distance=distance, direction=_towards(place.bearing_deg, reader))


# ---------------------------------------------------------------- where it is now


def pursuing(view: PursuitRecord) -> list[UnitView]:
    """The units that are in the pursuit now, and not by mistake."""
    return [unit for unit in view.units if unit.active and not unit.in_error]


def last_lines(view: PursuitRecord, reader: Reader) -> Iterator[str]:
    """Where a unit was seen last, and where the pursued car itself was, each with where it was going."""
    yield _last(view, reader)
    if view.target:
        yield _car(view.target, reader)


def _last(view: PursuitRecord, reader: Reader) -> str:
    """The newest place of a unit on the ground, or else of an aircraft."""
    seen = [
        (unit.movement != "air", unit.seen.observed_at, unit.unit, unit.seen) for unit in pursuing(view) if unit.seen
    ]
    if not seen:
        return f"{reader.say('read-last_unknown')}. {_going(None, None, reader)}"
    _, observed_at, unit, sighting = max(seen, key=lambda one: one[:3])
    where: dict[str, Parameter] = {
        "in": _in(reader.language, sighting.territory),
        "place": _position(sighting.lat, sighting.lon, sighting.territory, reader),
    }
    last = reader.say("read-last", unit=unit, at=reader.clock(observed_at), **where)
    return f"{last}. {_going(sighting.course_deg, sighting.speed_mps, reader)}"


def _car(target: TargetSighting, reader: Reader) -> str:
    seen = reader.say(
        "read-car_seen",
        at=reader.clock(target.observed_at),
        place=_position(target.lat, target.lon, (), reader),
        uncertainty=distance_text(reader.language, target.uncertainty_m),
        source=reader.say(f"source-{target.source}"),
    )
    going = _going(target.course_deg, target.speed_mps, reader)
    written = (reader.say("read-written", text=target.text),) if target.text else ()
    return in_sentences((seen, going, *written))


def in_sentences(parts: Iterable[str]) -> str:
    """One after the other, each after the first as a sentence of its own begins."""
    said = [part for part in parts if part]
    return ". ".join((*said[:1], *(f"{part[:1].upper()}{part[1:]}" for part in said[1:])))


def _position(lat: float, lon: float, territory: tuple[str, ...], reader: Reader) -> str:
    """By the nearest town of the state that it lies in, and to the metre for who must type it in."""
    exact = degrees(lat, lon)
    near = reader.near(lat, lon, territory[0] if len(territory) == 1 else None)
    if near is None or near.distance_m > _NEAR_M:
        return exact
    return reader.say("where-point", point=_from_town(near, reader), where=exact)


def _going(course_deg: float | None, speed_mps: float | None, reader: Reader) -> str:
    unknown = reader.say("read-not_known")
    speed = unknown if speed_mps is None else _speed(speed_mps, reader)
    direction = unknown if course_deg is None else _towards(course_deg, reader)
    return reader.say("read-going", direction=direction, speed=speed)


def _speed(speed_mps: float, reader: Reader) -> str:
    kmh = f"{speed_mps * 3.6:.0f}"
    return reader.say("read-speed", speed=kmh, digits=number_said(kmh, reader.language))


def _towards(bearing_deg: float, reader: Reader) -> str:
    return reader.say(f"read-towards-{_TOWARDS[round(bearing_deg / 45) % 8]}")
