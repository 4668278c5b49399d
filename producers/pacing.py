"""When a recorded track's fixes and its crew's commands are sent, and with which times, when it is driven again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from geo.fix import Fix
from geo.track import Track

__all__ = ["CommandDue", "FixDue", "GapDue", "paced", "shift_of"]

Times = Literal["live", "recorded"]
_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class FixDue:
    """Send this fix so many seconds after the start; its time is already shifted."""

    after_s: float
    fix: Fix


@dataclass(frozen=True, slots=True)
class CommandDue:
    """The crew presses the button so many seconds after the start, at this instant of the (shifted) track."""

    after_s: float
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class GapDue:
    """Another track begins: what lies between is not known."""

    after_s: float


def shift_of(tracks: Sequence[Track], started_at: datetime, *, speed: float, times: Times) -> timedelta:
    """What to add to every recorded time.

    `recorded`: nothing. `live`: one constant, such that the last fix is sent at its own time; at speed 1 every fix is,
    and at no speed from 1 on is one sent before its time.

    Args:
        tracks: at least one, with fixes.
        started_at: when the first fix is sent.
        speed: how many times faster than recorded; 0: all at once.
        times: recorded or live.
    """
    if times == "recorded":
        return _NOTHING
    first, last = _first(tracks), max(fix.observed_at for track in tracks for fix in track.fixes)
    takes = (last - first) / speed if speed else _NOTHING
    return started_at + takes - last


def paced(
    tracks: Sequence[Track], shift: timedelta, *, speed: float, command_at: datetime | None = None
) -> Iterator[FixDue | CommandDue | GapDue]:
    """Everything in the order of sending; fixes in the order of the file, also where its times go back.

    Args:
        tracks: at least one, with fixes; sent one after another, the earliest first.
        shift: what to add to every time.
        speed: how many times faster than recorded; 0: all at once.
        command_at: the recorded instant at which the crew presses the button: before the first fix not earlier.
    """
    first, after_s, pending = _first(tracks), 0.0, command_at
    for i, track in enumerate(sorted(tracks, key=lambda track: track.fixes[0].observed_at)):
        if i:
            yield GapDue(after_s)
        for fix in track.fixes:
            if pending is not None and fix.observed_at >= pending:
                yield CommandDue(max(after_s, _after_s(first, pending, speed)), pending + shift)
                pending = None
            after_s = max(after_s, _after_s(first, fix.observed_at, speed))
            yield FixDue(after_s, replace(fix, observed_at=fix.observed_at + shift))
    if pending is not None:
        yield CommandDue(max(after_s, _after_s(first, pending, speed)), pending + shift)


def _first(tracks: Sequence[Track]) -> datetime:
    return min(track.fixes[0].observed_at for track in tracks)


def _after_s(first: datetime, at: datetime, speed: float) -> float:
    return max(0.0, (at - first).total_seconds() / speed) if speed else 0.0
