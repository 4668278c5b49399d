"""What a person warned a room of: it stands until the car has come and gone, or a person takes it back."""

from datetime import datetime

from streams.records import Alert

__all__ = ["warning_stands"]

_GOES_ON = {"entered", "departed"}


def warning_stands(alert: Alert) -> bool:
    """Whether the room was warned by hand of something that is not over.

    Neither an aircraft, nor a crossing that never was, nor a crew that left on its way ends it.
    """
    if alert.by_hand is None or alert.because:
        return False
    over_at = _visit_over_at(alert)
    return over_at is None or alert.by_hand.at > over_at


def _visit_over_at(alert: Alert) -> datetime | None:
    """When a visit of the car ended that the alert still tells of; None where there was none, or it goes on."""
    crossing, out = alert.crossing, alert.crossing_out
    in_area = alert.kind == "area" and alert.phase == "left"
    was_there = alert.since_unknown or in_area or (crossing is not None and crossing.status != "withdrawn")
    if not was_there or alert.by_air or alert.phase in _GOES_ON:
        return None
    is_out = out is not None and out.status != "withdrawn"
    return out.at if out is not None and is_out else alert.revised_at or alert.raised_at
