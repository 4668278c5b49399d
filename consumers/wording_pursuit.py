"""A pursuit in words: where it stands, who is in it and where, and which rooms know of it."""

from borders.card import Limit
from consumers.language import Parameter, distance_text, number_text, states_text
from consumers.reader import Reader
from consumers.wording_parameters import code_text
from streams.records import AlertedRoom, PursuitRecord, Stay, UnitView

__all__ = ["alerted_text", "limit_text", "opened_text", "purpose_text", "pursuit_text", "stay_text", "unit_text"]


def pursuit_text(record: PursuitRecord, reader: Reader) -> str:
    """One line: which pursuit, how it stands, why, with which units where, who opened it and who leads."""
    title = reader.say("pursuit-title", case=record.case, phase=reader.say(f"pursuit-{record.phase}"))
    if record.purpose:
        title = reader.say("pursuit-purpose", title=title, purpose=record.purpose)
    units = ", ".join(unit_text(view, reader) for view in record.units if view.active) or reader.say("no-unit")
    told = [reader.say("pursuit-line", title=title, units=units, opened=opened_text(record, reader))]
    if record.goes_on_as:
        told.append(reader.say("goes-on-as", case=record.goes_on_as))
    if record.asked_at:
        told.append(reader.say("still-running", at=reader.clock(record.asked_at)))
    return "; ".join(told)


def opened_text(record: PursuitRecord, reader: Reader) -> str:
    """By whom and when it was opened, and who leads."""
    at, lead = reader.at(record.opened_at), record.leading_room
    opened = reader.say("pursuit-opened", by=record.opened_by, at=at, lead=lead)
    if record.lead_since is None or lead == record.home_room:
        return opened
    return reader.say("lead-since", opened=opened, since=reader.clock(record.lead_since))


def purpose_text(record: PursuitRecord, reader: Reader) -> str:
    """For what the pursuit is, or that nobody has said."""
    return record.purpose or reader.say("not-known")


# ---------------------------------------------------------------- units


def unit_text(view: UnitView, reader: Reader) -> str:
    """Where a unit is by the newest told crossing or sighting, and what is special with it."""
    if view.seen is None:
        place = reader.say("unit-not_seen_yet", unit=view.unit)
    else:
        place = f"{view.unit} {states_text(reader.language, view.seen.territory)}"
    marks = (
        reader.say("no-position-since", since=reader.clock(view.silent_since)) if view.silent_since else "",
        reader.say("sight-lost", since=reader.clock(view.lost_sight_at)) if view.lost_sight_at else "",
        reader.say("driving-home") if view.returning else "",
        reader.say("by-air") if view.movement == "air" else "",
    )
    return " ".join(part for part in (place, *marks) if part)


def stay_text(unit: str, stay: Stay, reader: Reader) -> str:
    """Since when a unit is in a state that is not its own, and how far its limits there have run."""
    since = reader.at(stay.since) if stay.since else ""
    known = "stay" if stay.crossing else "stay-at_least"
    code = known if since else "stay-since_unknown"
    said = [
        reader.say(code, unit=unit, state=stay.state, since=since)
        if since
        else reader.say(code, unit=unit, state=stay.state)
    ]
    if not stay.known:
        said.append(reader.say("no-known-basis"))
    said += [limit_text(limit, reader) for limit in stay.limits]
    if stay.limits:
        said.append(_run(stay, reader))
    if stay.reached != "no":
        said.append(reader.say(f"limit-{stay.reached}", by=code_text("limit-by", stay.by, reader)))
    return "; ".join(part for part in said if part)


def limit_text(limit: Limit, reader: Reader) -> str:
    """A limit as its rule says it: so far, so long, or both; and whom to ask where something of it is not sure."""
    parts = [part for part in (_distance(limit, reader), _time(limit, reader)) if part]
    if not parts:
        said = reader.say("limit-unknown")
    elif len(parts) == 1:
        said = parts[0]
    else:
        said = reader.say(f"limit-{limit.combine or 'or'}", one=parts[0], other=parts[1])
    if limit.check_with is None:
        return said
    return f"{said}, {reader.say('check-with', whom=reader.say(f'whom-{limit.check_with}'))}"


def _distance(limit: Limit, reader: Reader) -> str:
    if limit.distance_m is None:
        return ""
    measured = reader.say(f"measured-{limit.measured}")
    if limit.point:
        measured = reader.say("limit-point", measured=measured, point=limit.point)
    return reader.say("limit-distance", distance=distance_text(reader.language, limit.distance_m), measured=measured)


def _time(limit: Limit, reader: Reader) -> str:
    if limit.time_s is None:
        return ""
    return reader.say("limit-time", minutes=number_text(reader.language, limit.time_s / 60))


def _run(stay: Stay, reader: Reader) -> str:
    """How far it has driven there, and how far it is from where it crossed."""
    if stay.travelled_m is None and stay.crow_m is None:
        return ""
    lengths: dict[str, Parameter] = {
        "travelled": distance_text(reader.language, stay.travelled_m or 0),
        "crow": distance_text(reader.language, stay.crow_m or 0),
    }
    return reader.say("limit-run" if stay.crossing else "limit-run_at_least", **lengths)


# ---------------------------------------------------------------- rooms


def alerted_text(room: AlertedRoom, reader: Reader) -> str:
    """How far a room is with its alert, and whether it must be called."""
    said = [
        code_text("phase", room.phase, reader),
        reader.say("for-information") if room.kind == "copy" else "",
        _has_it(room, reader),
        reader.say(f"escalation-{room.escalation}") if room.escalation != "none" else "",
        reader.say("telephone-only") if room.telephone_only else "",
        _call(room, reader),
    ]
    return reader.say("in-words", code=room.room, text=", ".join(part for part in said if part))


def _has_it(room: AlertedRoom, reader: Reader) -> str:
    if room.acknowledged:
        return reader.say("room-acknowledged", who=room.acknowledged.by.name)
    return reader.say("room-delivered" if room.delivered_at else "room-not_delivered")


def _call(room: AlertedRoom, reader: Reader) -> str:
    """The telephone procedure, where it is due."""
    if not room.call:
        return ""
    return reader.say("call-now", telephone=room.telephone) if room.telephone else reader.say("call-now_no_number")
