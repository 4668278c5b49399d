"""What a decision rests on besides the report: the rooms, the towns, the settings and their versions."""

from dataclasses import dataclass

from borders.places import Towns
from borders.rooms import Directory
from streams.records import Place, VersionsUsed

__all__ = ["PursuitSettings", "Rules", "place_in_words"]


@dataclass(frozen=True, slots=True)
class PursuitSettings:
    """What an agency may set about pursuits.

    Attributes:
        memberships_every_s: how often a unit's membership is written again, so that a lost one heals.
        visible_after_close_s: how long a room still sees a pursuit after it was closed.
    """

    memberships_every_s: float = 60.0
    visible_after_close_s: float = 900.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables a pursuit is decided with."""

    directory: Directory
    towns: Towns
    settings: PursuitSettings
    versions: VersionsUsed


def place_in_words(rules: Rules, state: str, lat: float, lon: float) -> Place | None:
    """The nearest town of `state` to a position, how far and in which direction; None where none is known."""
    near = rules.towns.nearest(lat, lon, state)
    if near is None:
        return None
    return Place(
        name=near.town.name,
        state=near.town.state,
        lat=near.town.lat,
        lon=near.town.lon,
        distance_m=round(near.distance_m, 1),
        bearing_deg=round(near.bearing_deg % 360, 1),
        names=dict(near.town.names),
    )
