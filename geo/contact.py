"""Contact: a unit of which no fix was used for too long is lost, and is regained with the next one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from geo.reading import instant
from geo.settings import TrackerSettings

__all__ = ["Contact", "contact_lost", "contacts_around"]


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
