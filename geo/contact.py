"""Contact: a unit that says nothing for too long is lost, and is regained when it speaks again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geo.reading import instant
from geo.settings import TrackerSettings
from geo.tracks import NEVER, Tracks

__all__ = ["Contact", "contact_lost", "contacts_around", "lost_by"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact with a unit was lost or regained.

    Attributes:
        unit: whose.
        kind: which.
        at: when the silence had lasted too long, or the fix that ended it.
        silent_since: the newest fix before.
        lat: where that was, degrees.
        lon: the same.
    """

    unit: str
    kind: Literal["lost", "regained"]
    at: datetime
    silent_since: datetime
    lat: float
    lon: float

    @property
    def id(self) -> str:
        """Made from the input alone, so that a repeat carries the same one."""
        return f"{self.unit}|contact {self.kind}|{self.silent_since.isoformat()}"


def contact_lost(unit: str, since_us: int, lat: float, lon: float, settings: TrackerSettings) -> Contact:
    """That contact is lost with a unit, whoever has noticed it: a clock, or the next fix.

    Args:
        unit: whose.
        since_us: its newest fix, microseconds since 1970.
        lat: where that was, degrees.
        lon: the same.
        settings: how long a silence may last.
    """
    return Contact(unit, "lost", instant(since_us + settings.contact_lost_after_us), instant(since_us), lat, lon)


def contacts_around(
    unit: str, since_us: int, at_us: int, lat: float, lon: float, *, lost: bool, settings: TrackerSettings
) -> tuple[Contact, ...]:
    """What a new fix says of the silence before it: that contact was lost, where that was not yet told, and regained.

    Args:
        unit: whose.
        since_us: its newest fix before, microseconds since 1970.
        at_us: the new fix.
        lat: where the one before was, degrees.
        lon: the same.
        lost: that contact was lost was told already.
        settings: how long a silence may last.
    """
    silent_us = settings.contact_lost_after_us
    if not lost and at_us - since_us <= silent_us:
        return ()
    gone = contact_lost(unit, since_us, lat, lon, settings)
    back = Contact(unit, "regained", instant(at_us), instant(since_us), lat, lon)
    return (back,) if lost else (gone, back)


def lost_by(tracks: Tracks, now_us: int, settings: TrackerSettings) -> tuple[NDArray[np.int64], tuple[Contact, ...]]:
    """The rows whose silence has lasted too long by this instant, and that contact with them is lost.

    Told once a silence, when the rows are given to `Tracks.set_lost`. What the instant is measured by is the caller's
    affair; fixes carry the clock of their unit as its door corrected it.
    """
    count, columns = len(tracks), tracks.columns
    heard = columns["at_us"][:count] != NEVER
    silent = columns["at_us"][:count] < now_us - settings.contact_lost_after_us
    rows = np.flatnonzero(heard & silent & ~columns["lost"][:count])
    if not rows.size:
        return rows, ()
    names = {row: name for name, row in tracks.row_of.items()} if rows.size > 100 else None
    return rows, tuple(_lost(tracks, int(row), names, settings) for row in rows)


def _lost(tracks: Tracks, row: int, names: dict[int, str] | None, settings: TrackerSettings) -> Contact:
    last = tracks.lasts([row])[0]
    if last is None:
        message = f"expected a unit with a fix in row {row}, got one without"
        raise AssertionError(message)
    name = names[row] if names else next(name for name, at in tracks.row_of.items() if at == row)
    return contact_lost(name, last.at_us, last.lat, last.lon, settings)
