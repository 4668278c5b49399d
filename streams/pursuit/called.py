"""That a room was called: which call is meant, and whether anybody must still call."""

from datetime import datetime

from streams.pursuit.noticed import BY_TELEPHONE
from streams.records import Alert, Notice, Telephone

__all__ = ["call_at", "was_called"]


def call_at(notice: Notice | None, called_at: datetime) -> Telephone | None:
    """The call that stands, made in this very second."""
    calls = (notice.telephone, notice.newest_call) if notice else ()
    return next((call for call in calls if call and _second(call.at) == _second(called_at)), None)


def _second(instant: datetime) -> datetime:
    return instant.replace(microsecond=0)


def was_called(notice: Notice | None, alert: Alert) -> bool:
    """Whether somebody called the room since its alert last rang, as far as is known.

    A call written to the minute may be of its last second, but is not later than it was written down.
    """
    call = (notice.newest_call or notice.telephone) if notice else None
    if call is None:
        return False
    is_to_the_minute = call.at.second == 0 and call.at.microsecond == 0
    latest = max(call.at, min(call.at + BY_TELEPHONE, call.entered_at)) if is_to_the_minute else call.at
    return latest >= alert.raised_at
