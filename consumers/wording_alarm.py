"""An alarm in words: what besides an entry needs a person in a room now."""

from consumers.reader import Reader
from consumers.wording_parameters import code_text, complete
from streams.records import Alarm, Alert

__all__ = ["alarm_text", "alarm_words", "rang_last"]


def rang_last(alert: Alert) -> Alarm | None:
    """The alarm with which the alert last rang; None where it rang for what it itself says, or somebody owns it."""
    last = alert.alarms[-1] if alert.alarms else None
    if last is None or alert.acknowledged or last.revision != alert.rang_revision:
        return None
    return last


def alarm_words(alarm: Alarm, reader: Reader) -> str:
    """What is wrong."""
    return code_text("alarm", alarm.code, reader, complete("alerts", "alarm", alarm.code, alarm.params, reader))


def alarm_text(alarm: Alarm, reader: Reader) -> str:
    """What is wrong, and since when."""
    return reader.say("alarm-at", alarm=alarm_words(alarm, reader), at=reader.clock(alarm.at))
