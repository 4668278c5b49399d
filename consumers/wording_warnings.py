"""What must not be overlooked in an alert: faults, alarms, doubts about the crossing, and what people said or left."""

from collections.abc import Iterator

from consumers.alert_units import GOING_ON, active_units, told_silent
from consumers.language import Parameter, number_text, states_text
from consumers.reader import Reader
from consumers.wording_alarm import alarm_text
from consumers.wording_alert import circumstances, degrees, person_text
from consumers.wording_parameters import free_text
from streams.records import Alert, ByHand, Offered

__all__ = ["no_position", "remarks", "warnings"]


def warnings(alert: Alert, reader: Reader) -> tuple[str, ...]:
    """For a card: each a line of its own, the gravest first."""
    return (*_of_system(alert, reader), *remarks(alert, reader), *circumstances(alert, reader), *_doubts(alert, reader))


def _of_system(alert: Alert, reader: Reader) -> Iterator[str]:
    if alert.fault:
        yield reader.say("warning-fault")
    for unit, since in told_silent(alert).items():
        yield reader.say("no-position-of", units=reader.say("unit-since", unit=unit, since=reader.clock(since)))


def no_position(alert: Alert, reader: Reader) -> str:
    """Of which of its units there is no position; of the one that is expected that is told with what is expected."""
    silent = [
        reader.say("unit-since", unit=unit, since=reader.clock(since)) for unit, since in told_silent(alert).items()
    ]
    return reader.say("no-position-of", units=", ".join(silent)) if silent else ""


def _doubts(alert: Alert, reader: Reader) -> Iterator[str]:
    """How sure the crossings are; on a line it is said with the time of each."""
    crossing, out, approach = alert.crossing, alert.crossing_out, alert.approach
    if crossing and crossing.status == "possible":
        yield reader.say("warning-possible")
    if crossing and crossing.status == "withdrawn":
        yield reader.say("warning-withdrawn")
    turned_away = approach is not None and approach.outcome == "withdrawn"
    if alert.phase == "withdrawn" and crossing and crossing.status == "confirmed" and not turned_away:
        yield reader.say("warning-instead", states=states_text(reader.language, crossing.entered))
    if out and out.status == "possible":
        yield reader.say("warning-out_possible")
    if out and out.status == "withdrawn":
        yield reader.say("still-there")
    if crossing and crossing.start_unsure:
        yield reader.say("start-unsure")
    if crossing and crossing.late:
        yield reader.say("told-late")


# ---------------------------------------------------------------- what people and clocks added


def remarks(alert: Alert, reader: Reader) -> tuple[str, ...]:
    """Alarms, who comes by a way that the law may not allow, a warning by hand, and how far it has gone with people."""
    return (
        *(alarm_text(alarm, reader) for alarm in alert.alarms),
        *_off_road(alert, reader),
        *((by_hand_text(alert.by_hand, reader),) if alert.by_hand else ()),
        *_with_people(alert, reader),
    )


def _off_road(alert: Alert, reader: Reader) -> Iterator[str]:
    """Of each unit that is not on the road, whether its law card allows that: where it says nothing, to be checked."""
    for view in active_units(alert) if alert.phase in GOING_ON else ():
        if view.unit in alert.off_road:
            way = reader.say(f"way-{view.movement}")
            yield reader.say(f"off-road-{alert.off_road[view.unit]}", unit=view.unit, way=way)


def by_hand_text(by_hand: ByHand, reader: Reader) -> str:
    """Who warned, what they wrote, and what they knew of where the pursuit was."""
    known = (
        _where(by_hand),
        reader.say("by-hand-direction", direction=by_hand.direction) if by_hand.direction else "",
        _speed(by_hand.speed_mps, reader),
        reader.say("by-hand-seen", at=reader.at(by_hand.seen_at)) if by_hand.seen_at else "",
    )
    text = free_text(by_hand.text, by_hand.language, reader)
    said = reader.say("by-hand", by=person_text(by_hand.by, reader), at=reader.at(by_hand.at), text=text)
    rest = ", ".join(part for part in known if part)
    return f"{said} ({rest})" if rest else said


def _where(by_hand: ByHand) -> str:
    if by_hand.place or by_hand.lat is None or by_hand.lon is None:
        return by_hand.place
    return degrees(by_hand.lat, by_hand.lon)


def _speed(speed_mps: float | None, reader: Reader) -> str:
    if speed_mps is None:
        return ""
    parameters: dict[str, Parameter] = {"speed": number_text(reader.language, speed_mps * 3.6)}
    return reader.say("speed", **parameters)


def _with_people(alert: Alert, reader: Reader) -> Iterator[str]:
    if alert.escalation != "none":
        yield reader.say(f"escalation-{alert.escalation}")
    if alert.shelved:
        shelved = alert.shelved
        until = reader.clock(shelved.until)
        yield reader.say("shelved", until=until, by=person_text(shelved.by, reader), reason=shelved.reason)
    if alert.offered:
        yield _offered(alert.offered, reader)


def _offered(offered: Offered, reader: Reader) -> str:
    by = person_text(offered.by, reader)
    said = reader.say("offered", to=offered.to, by=by, until=reader.clock(offered.until))
    return reader.say("warned", warned=said, text=offered.note) if offered.note else said
