"""Latitude and longitude to Shapely's x and y and back: the only place where their order turns round.

Everything here is in degrees on the WGS 84 graticule, taken as a plane: x is the longitude, y the latitude.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

__all__ = ["Bounds", "bounds", "covers", "edges", "line", "point", "polygon"]

Bounds = tuple[float, float, float, float]
"""South, west, north, east, in degrees."""

LatLon = tuple[float, float]


def point(lat: float, lon: float) -> Point:
    """A place as Shapely has it.

    >>> point(50.0, 6.0).wkt
    'POINT (6 50)'
    """
    return Point(lon, lat)


def line(places: Iterable[LatLon]) -> LineString:
    """A line through places given as (lat, lon)."""
    return LineString([(lon, lat) for lat, lon in places])


def polygon(ring: Iterable[LatLon], holes: Sequence[Iterable[LatLon]] = ()) -> Polygon:
    """An area within a ring of places given as (lat, lon), less its holes."""
    return Polygon([(lon, lat) for lat, lon in ring], [[(lon, lat) for lat, lon in hole] for hole in holes])


def bounds(area: BaseGeometry) -> Bounds:
    """South, west, north and east of an area, degrees."""
    west, south, east, north = area.bounds
    return south, west, north, east


def covers(
    area: BaseGeometry | NDArray[np.object_], lats: NDArray[np.float64], lons: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which of the places lie in the area, or each in its own, or exactly on the border.

    Prepare the areas first, where many are asked.
    """
    answer: NDArray[np.bool_] = shapely.intersects_xy(area, lons, lats)
    return answer


def edges(area: BaseGeometry) -> NDArray[np.float64]:
    """Every straight piece of the area's border, one row (lat, lon, to_lat, to_lon) each; none of length zero."""
    rings = shapely.get_rings(shapely.get_parts(area))
    places, ring_of = shapely.get_coordinates(rings, return_index=True)
    same_ring = ring_of[1:] == ring_of[:-1]
    pieces = np.column_stack((places[:-1, ::-1], places[1:, ::-1]))[same_ring]
    moved = (pieces[:, 0] != pieces[:, 2]) | (pieces[:, 1] != pieces[:, 3])
    return np.ascontiguousarray(pieces[moved])
