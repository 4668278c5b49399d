"""What a person warned a room of: it stands until the car has come and gone, or a person takes it back."""

from streams.records import Alert

__all__ = ["warning_stands"]

_OVER = {"left", "cleared", "withdrawn"}


def warning_stands(alert: Alert) -> bool:
    """Whether the room was warned by hand of something that is not over; once it is, the next revision drops it.

    Neither an aircraft, nor a crossing that never was, nor a crew that left on its way ends it.
    """
    by_hand = alert.by_hand
    if by_hand is None or alert.because:
        return False
    if alert.phase not in _OVER or alert.by_air or not _was_there(alert):
        return True
    out = alert.crossing_out
    is_out = out is not None and out.status != "withdrawn"
    over_at = out.at if out is not None and is_out else alert.revised_at or alert.raised_at
    return by_hand.at > over_at


def _was_there(alert: Alert) -> bool:
    """Whether the alert tells of a visit."""
    came = alert.crossing is not None and alert.crossing.status != "withdrawn"
    return came or alert.since_unknown or (alert.kind == "area" and alert.phase != "withdrawn")
