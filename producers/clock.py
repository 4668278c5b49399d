"""How far a device's clock is wrong, estimated at the door so that no fix is refused for it.

Two sources. A unit on the websocket says with each message what its clock shows on sending (`sent_at`): the
difference to our clock is the offset, at once. A phone on the OsmAnd door says only when each fix was observed; the
time it took to reach us and the error of its clock look alike, except that a backlog shrinks as it drains while a
wrong clock stays wrong, and that nothing is observed in the future.

A message cannot arrive before it was sent. So a *lower* difference than the one believed is always better knowledge
and is taken at once, a *higher* one is first held for a delay on the way and taken when it stays. That a clock is
right needs less proof than that it is wrong: two differences near zero, a second apart, are no delay that happens to
be as long as the clock was ahead; and a wrong clock that was seen once only may have been one bad reading.

Not handled: a device whose `sent_at` and fixes are read from two different clocks, unless that shows as the future.
"""

from dataclasses import dataclass, replace
from datetime import datetime

__all__ = ["FUTURE_S", "DeviceClock"]

TRUSTED_S = 2.0
"""A `sent_at` this near to our clock is right; what is left is the way."""
STEADY_WITHIN_S = 2.0
STEADY_FIXES = 5
STEADY_SPAN_S = 10.0
RIGHT_FIXES = 2
RIGHT_SPAN_S = 0.9
"""Differences near zero over this many fixes and seconds: the clock is right again."""
WRONG_BEYOND_S = 10.0
"""Without `sent_at`: a steady difference up to this is the way, not the clock."""
FUTURE_S = 5.0
"""A fix further in the future than this proves a clock ahead."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Differences (received minus device, seconds) that stayed within `STEADY_WITHIN_S` of each other."""

    low_s: float
    high_s: float
    count: int
    since: datetime
    device_at: datetime

    def extended(self, difference_s: float, received_at: datetime, device_at: datetime) -> "_Run":
        low_s, high_s = min(self.low_s, difference_s), max(self.high_s, difference_s)
        if high_s - low_s > STEADY_WITHIN_S:
            return _Run(difference_s, difference_s, 1, received_at, device_at)
        return _Run(low_s, high_s, self.count + 1, self.since, device_at)

    def is_steady(self, now: datetime) -> bool:
        return self._stayed(STEADY_FIXES, STEADY_SPAN_S, now)

    def is_right(self, now: datetime, *, before: "_Run | None", low_s: float, high_s: float) -> bool:
        """All differences are near zero, and there are enough of them, or the run before it was one reading alone."""
        if not (low_s <= self.low_s and self.high_s <= high_s):
            return False
        alone = before is not None and before.count == 1 and self.count == 1
        return alone or self._stayed(RIGHT_FIXES, RIGHT_SPAN_S, now)

    def _stayed(self, count: int, span_s: float, now: datetime) -> bool:
        return self.count >= count and (now - self.since).total_seconds() >= span_s


@dataclass(frozen=True, slots=True)
class DeviceClock:
    """What a door knows of one device's clock; a step gives a new one.

    Attributes:
        offset_s: seconds to add to the device's times; 0 where its clock is trusted.
    """

    offset_s: float = 0.0
    _told: bool = False
    _run: _Run | None = None

    def heard(self, sent_at: datetime, received_at: datetime) -> "DeviceClock":
        """After a message that says what the device's clock showed on sending."""
        difference_s = (received_at - sent_at).total_seconds()
        run = self._after(difference_s, received_at, sent_at)
        lower = difference_s < self.offset_s - STEADY_WITHIN_S
        right = run.is_right(received_at, before=self._run, low_s=-TRUSTED_S, high_s=TRUSTED_S)
        if not self._told or lower or right or run.is_steady(received_at):
            return replace(self, offset_s=_beyond(run.low_s, TRUSTED_S), _told=True, _run=run)
        return replace(self, _run=run)

    def saw(self, device_at: datetime, received_at: datetime) -> "DeviceClock":
        """After a fix of a device that never says what its clock shows."""
        if self._run is not None and device_at == self._run.device_at:
            return self  # a repeat says nothing of the clock
        difference_s = (received_at - device_at).total_seconds()
        run = self._after(difference_s, received_at, device_at)
        if run.is_steady(received_at):
            return replace(self, offset_s=_wrong(run.low_s), _run=run)
        if run.is_right(received_at, before=self._run, low_s=-FUTURE_S, high_s=WRONG_BEYOND_S):
            return replace(self, offset_s=0.0, _run=run)
        if difference_s < -FUTURE_S and difference_s < self.offset_s:
            return replace(self, offset_s=_rounded(difference_s), _run=run)
        if self.offset_s > 0.0 and difference_s < self.offset_s - STEADY_WITHIN_S:
            return replace(self, offset_s=0.0, _run=run)  # it arrived sooner than that clock allows: it was a backlog
        return replace(self, _run=run)

    def not_in_future(self, newest_device_at: datetime, received_at: datetime) -> "DeviceClock":
        """After the newest fix of a message: an offset that would put it into the future is not this clock's."""
        difference_s = (received_at - newest_device_at).total_seconds()
        if self.offset_s - difference_s <= FUTURE_S:
            return self
        return replace(self, offset_s=_beyond(min(difference_s, 0.0), FUTURE_S))

    def _after(self, difference_s: float, received_at: datetime, device_at: datetime) -> _Run:
        if self._run is None:
            return _Run(difference_s, difference_s, 1, received_at, device_at)
        return self._run.extended(difference_s, received_at, device_at)


def _wrong(difference_s: float) -> float:
    """The offset a steady difference stands for: none up to what the way may take, none for less than the future."""
    limit_s = WRONG_BEYOND_S if difference_s > 0 else FUTURE_S
    return _beyond(difference_s, limit_s)


def _beyond(difference_s: float, limit_s: float) -> float:
    return _rounded(difference_s) if abs(difference_s) > limit_s else 0.0


def _rounded(seconds: float) -> float:
    """Whole milliseconds: the finest that units send."""
    return round(seconds, 3)
