"""What a screen reader says of an alert: short, complete, and with how sure it is."""

from consumers.alert_units import told_silent
from consumers.language import Parameter, place_name, state_phrase
from consumers.reader import Reader
from consumers.wording_alarm import alarm_words, rang_last
from consumers.wording_alert import situation, states_told
from streams.records import Alert, Crossing

__all__ = ["spoken"]

_NEAR = ("approaching", "entered", "left", "departed", "overflown", "withdrawn", "cleared", "fault")
_ELSEWHERE = ("departed", "withdrawn")


def spoken(alert: Alert, reader: Reader) -> str:
    """Exercise. Priority 1. Pursuit BE/2026-0412 entered the Netherlands near Eijsden."""
    said = reader.say(
        "spoken",
        mode=reader.say(f"mode-{alert.mode}"),
        priority=str(alert.priority),
        case=alert.case,
        happened=_happened(alert, reader),
    )
    silent = (reader.say("spoken-no_position", unit=unit) for unit in _silent(alert))
    rang = rang_last(alert)
    alarm = f"{alarm_words(rang, reader)}." if rang else ""
    fault = reader.say("spoken-also_fault") if alert.fault and alert.phase != "fault" else ""
    return " ".join(part for part in (said, *silent, alarm, fault) if part)


def _silent(alert: Alert) -> tuple[str, ...]:
    """Also of the unit that is expected: what is read beside the time on the card, the ear hears here."""
    told = told_silent(alert)
    if alert.phase == "approaching" and alert.approach:
        unit = alert.approach.unit
        return tuple(view.unit for view in alert.units if view.unit == unit and view.active and view.silent_since)
    return tuple(told)


def _happened(alert: Alert, reader: Reader) -> str:
    states = alert.territory_to if alert.phase in _ELSEWHERE else states_told(alert)
    phrases: dict[str, Parameter] = {
        form: state_phrase(reader.language, form, states) for form in ("the", "in", "into")
    }
    said = reader.say(f"spoken-{situation(alert)}", possible=_possible(alert), because=alert.because, **phrases)
    if alert.place is None or alert.phase not in _NEAR or alert.because:
        return said
    return reader.say("spoken-near", happened=said, place=place_name(reader.language, alert.place))


def _possible(alert: Alert) -> str:
    """What was told last of it is only possible."""
    told: Crossing | None = None
    if alert.phase in {"entered", "departed"}:
        told = alert.crossing
    elif alert.phase in {"left", "cleared"}:
        told = alert.crossing_out
    return "yes" if told is not None and told.status == "possible" else "no"
