"""What a record says in words, made from its codes and parameters: the one place where a console's texts are made.

English; another language is another module with these functions, chosen by the room's language. Every text begins with
the mode word, so that an exercise is never taken for the real thing, and says what is a guess or not known.
"""

from datetime import datetime

from streams.ids import owner_of
from streams.records import (
    Alert,
    AlertRecord,
    AnswerRecord,
    Approach,
    Crossing,
    InboxRecord,
    Mode,
    NoticeRecord,
    Place,
    PursuitRecord,
    States,
    UnitView,
    VisibilityRecord,
)

__all__ = ["LANGUAGE", "age_text", "alert_text", "mode_word", "record_text"]

LANGUAGE = "en"

_MODES: dict[Mode, str] = {"live": "LIVE", "exercise": "EXERCISE", "test": "TEST"}
_WINDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_GOING_ON = ("approaching", "entered", "departed", "fault")
"""Of what is over, the units are told as they were then."""
_BASIS = {"coordinating": "rung as coordinating room: the area is not known"}


def mode_word(mode: Mode) -> str:
    """EXERCISE, TEST or LIVE."""
    return _MODES[mode]


def record_text(record: InboxRecord, now: datetime | None = None) -> str:
    """One line for any record of an inbox, as it reads `now`, where that is known."""
    match record:
        case AlertRecord():
            return alert_text(record.alert, now)
        case PursuitRecord():
            return _pursuit(record)
        case VisibilityRecord():
            what = "may be watched" if record.granted else "may no longer be watched"
            return f"{mode_word(record.mode)} {record.case} {what}"
        case AnswerRecord():
            what = "done" if record.accepted else f"refused ({record.code}): {record.reason}"
            return f"{mode_word(record.mode)} {record.case} command {record.command} {what}"
        case NoticeRecord():
            unit = f" {record.unit}" if record.unit else ""
            return f"{mode_word(record.mode)} NOTICE {record.case}{unit} {record.text}"


def alert_text(alert: Alert, now: datetime | None = None) -> str:
    """One line: mode, priority, what happened, which pursuit and units, from where, when, where, who owns it.

    That there is no position of a unit stands with what is expected of it, or before the circumstances.
    """
    parts = (
        f"{mode_word(alert.mode)} P{alert.priority} {_headline(alert)}",
        alert.case,
        _units(alert),
        _when(alert, now),
        f"near {_near(alert.place)}" if alert.place else "",
        _no_position(alert),
        _circumstances(alert),
        _owner(alert),
    )
    return "  ".join(part for part in parts if part)


def age_text(age_s: float) -> str:
    """An age as people say it: 0.1 s, 45 s, 12 min, 3 h, 2 d."""
    if age_s < 10:
        return f"{max(age_s, 0):.1f} s"
    for limit, divisor, word in ((120, 1, "s"), (7_200, 60, "min"), (172_800, 3_600, "h")):
        if age_s < limit:
            return f"{age_s / divisor:.0f} {word}"
    return f"{age_s / 86_400:.0f} d"


# ---------------------------------------------------------------- what


def _headline(alert: Alert) -> str:
    here = alert.room.partition("/")[0]
    what = {
        "approaching": f"APPROACHING {here}",
        "entered": f"ENTERED {here} ELSEWHERE" if alert.elsewhere else f"ENTERED {here}",
        "left": f"LEFT {here}",
        "departed": f"OWN UNITS ABROAD in {_states(alert.territory_to)}",
        "withdrawn": _withdrawn(alert),
        "fault": "SYSTEM FAULT, ACT BY TELEPHONE",
        "cleared": "OWN UNITS HOME AGAIN" if _came_home(alert) else f"CLEARED {here}",
    }[alert.phase]
    blind = " NO POSITION" if _is_blind(alert) else ""
    fault = " SYSTEM FAULT, ACT BY TELEPHONE" if alert.fault and alert.phase != "fault" else ""
    return what + blind + fault


def _is_blind(alert: Alert) -> bool:
    """Whether there is no position of any unit that the alert stands for."""
    silent, concerned = _silent(alert), _stands_for(alert)
    return bool(concerned) and all(unit in silent for unit in concerned)


def _silent(alert: Alert) -> dict[str, datetime]:
    """The units of which there is no position, each with the instant of its last fix."""
    if alert.phase not in _GOING_ON:
        return {}
    return {view.unit: view.silent_since for view in alert.units if view.active and view.silent_since}


def _stands_for(alert: Alert) -> list[str]:
    """The units that an alert which goes on is about: the one that is expected, those that are there, or else all."""
    active = [view for view in alert.units if view.active]
    if alert.phase == "approaching" and alert.approach:
        return [view.unit for view in active if view.unit == alert.approach.unit]
    there = [view.unit for view in active if _is_there(alert, view)]
    return there or [view.unit for view in active]


def _is_there(alert: Alert, view: UnitView) -> bool:
    """Whether a unit is known to be in the state that was entered, which is not its own, or abroad from home."""
    if alert.phase == "departed":
        return view.seen is not None and owner_of(view.unit) == alert.home and alert.home not in view.territory
    here = owner_of(alert.room)
    entered = {here} if here in alert.territory_to else set(alert.territory_to)
    return alert.phase == "entered" and bool(entered & (set(view.territory) - {alert.home, owner_of(view.unit)}))


def _came_home(alert: Alert) -> bool:
    """Whether the leading room's alert ended by a way home: its pursuit may go on."""
    return alert.room_basis == "home" and alert.crossing_out is not None and alert.crossing_out.status != "withdrawn"


def _withdrawn(alert: Alert) -> str:
    """What the room need no longer act on, and why."""
    own, here = alert.room_basis == "home", alert.room.partition("/")[0]
    if alert.approach and not _never_was(alert.crossing):
        elsewhere = f"NOT COMING HERE: {_states(alert.territory_to)} ENTERED ELSEWHERE"
        turned = f"NO LONGER EXPECTED IN {here}"
        return elsewhere if alert.approach.outcome == "entered" else turned
    what = "OWN UNITS DID NOT GO ABROAD" if own else f"{here} WAS NOT ENTERED"
    return f"WITHDRAWN: IT DID NOT HAPPEN, {what}"


def _never_was(crossing: Crossing | None) -> bool:
    return crossing is not None and crossing.status == "withdrawn"


def _units(alert: Alert) -> str:
    """Who crossed or is about to, from where, and who else is in the pursuit."""
    told = alert.approach or alert.crossing
    first = told.unit if told else None
    others = [_named(alert, view.unit) for view in alert.units if view.active and view.unit != first]
    came_from = f" from {_states(alert.territory_from)}" if alert.territory_from else ""
    if first is None:
        return ", ".join(others) + came_from
    also = f" (also in pursuit: {', '.join(others)})" if others else ""
    return f"{_named(alert, first)}{came_from}{also}"


def _named(alert: Alert, unit: str) -> str:
    """A unit; of one that the alert does not stand for, also that there is no position of it: nothing else says so."""
    since = None if unit in _stands_for(alert) else _silent(alert).get(unit)
    return f"{unit} NO POSITION since {_clock(since)}" if since else unit


def _states(states: States) -> str:
    return "/".join(states) if states else "outside the map"


# ---------------------------------------------------------------- when and where


def _when(alert: Alert, now: datetime | None) -> str:
    said = "there since unknown" if alert.since_unknown else _entry(alert)
    crossed = "; ".join(part for part in (said, _way_out(alert)) if part)
    if alert.approach is None:
        return crossed
    before = f"been here before: {crossed}" if crossed and alert.approach.outcome != "entered" else crossed
    return "; ".join(part for part in (_foreseen(alert, alert.approach, now), before) if part)


def _foreseen(alert: Alert, approach: Approach, now: datetime | None) -> str:
    """When it is expected, or was, and how surely."""
    eta = _clock(approach.eta)
    if alert.phase != "approaching":
        return f"had been expected at {eta}"
    between = f"between {_clock(approach.eta_from)} and {_clock(approach.eta_to)}"
    overdue = now is not None and approach.eta_to < now
    since = _silent(alert).get(approach.unit)
    warned = ("OVERDUE" if overdue else "", f"NO POSITION since {_clock(since)}" if since else "")
    before = ", ".join(word for word in warned if word)
    expected = f"{'was ' if overdue else ''}expected at {eta} ({between}), {approach.probability:.0%}"
    return f"{before}: {expected}" if before else expected


def _entry(alert: Alert) -> str:
    crossing = alert.crossing
    if crossing is None:
        return ""
    turned_away = alert.approach is not None and alert.approach.outcome == "withdrawn"
    elsewhere = alert.phase == "withdrawn" and crossing.status != "withdrawn" and not turned_away
    late = ", told late: nobody saw it at the time" if crossing.late else ""
    unsure = ", first seen at the border: perhaps there all along" if crossing.start_unsure else ""
    return _crossed(crossing) + unsure + late + (f", into {_states(crossing.entered)}" if elsewhere else "")


def _way_out(alert: Alert) -> str:
    """By which crossing the last unit went out again, or that it did not."""
    crossing = alert.crossing_out
    if crossing is None:
        return ""
    if crossing.status == "withdrawn":
        return "STILL THERE: the way out was withdrawn, it did not happen"
    return f"{'home' if alert.room_basis == 'home' else 'out'} again {_crossed(crossing)}"


def _crossed(crossing: Crossing) -> str:
    """When the border was crossed, and how sure that is."""
    if crossing.status == "withdrawn":
        return "crossing withdrawn: it did not happen"
    sure = " (possible, not confirmed)" if crossing.status == "possible" else ""
    if crossing.guess:
        return f"between {_clock(crossing.not_before)} and {_clock(crossing.not_after)}, no fixes meanwhile{sure}"
    return f"at {_clock(crossing.at)}{sure}"


def _clock(instant: datetime) -> str:
    return f"{instant:%H:%M:%S}Z"


def _near(place: Place) -> str:
    name = place.names.get(LANGUAGE, place.name)
    if place.distance_m < 100:
        return name
    wind = _WINDS[round(place.bearing_deg / 45) % 8]
    return f"{name} ({place.distance_m / 1000:.1f} km {wind})"


# ---------------------------------------------------------------- circumstances


def _no_position(alert: Alert) -> str:
    """Of which of its units there is no position; of the one that is expected that is told with what is expected."""
    if alert.phase == "approaching" and alert.approach:
        return ""
    concerned = _stands_for(alert)
    silent = (f"{unit} since {_clock(since)}" for unit, since in _silent(alert).items() if unit in concerned)
    named = ", ".join(silent)
    return f"NO POSITION of {named}" if named else ""


def _circumstances(alert: Alert) -> str:
    said = (
        "before the pursuit was opened" if alert.before_opening else "",
        "confirmed at another place than first told, which other rooms serve" if alert.elsewhere else "",
        _BASIS.get(alert.room_basis, ""),
        f"fault: {alert.fault}" if alert.fault else "",
    )
    return "; ".join(part for part in said if part)


def _owner(alert: Alert) -> str:
    seen = alert.acknowledged
    if seen is None:
        return "" if alert.phase == "departed" else "NOT ACKNOWLEDGED"
    desk = f" ({seen.by.desk})" if seen.by.desk else ""
    return f"acknowledged by {seen.by.name}{desk} at {_clock(seen.at)}"


def _pursuit(record: PursuitRecord) -> str:
    units = ", ".join(_place_of(view) for view in record.units if view.active) or "no unit"
    purpose = f" ({record.purpose})" if record.purpose else ""
    opened = f"opened by {record.opened_by} at {_clock(record.opened_at)}, led by {record.leading_room}"
    return f"{mode_word(record.mode)} PURSUIT {record.case} {record.phase}{purpose}: {units}; {opened}"


def _place_of(view: UnitView) -> str:
    silent = f" NO POSITION since {_clock(view.silent_since)}" if view.silent_since else ""
    return f"{view.unit} {_states(view.seen.territory)}{silent}" if view.seen else f"{view.unit} not seen yet"
