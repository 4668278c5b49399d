"""A position as people say it: the nearest town, how far from it and in which direction."""

from borders.places import Towns
from streams.records import Place

__all__ = ["near_town"]


def near_town(towns: Towns, lat: float, lon: float, state: str | None = None) -> Place | None:
    """The nearest town to a position; None where none is known.

    Args:
        towns: that may be named.
        lat: of the position, degrees, WGS 84.
        lon: of the position, degrees, WGS 84.
        state: only towns of this state.
    """
    near = towns.nearest(lat, lon, state)
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
