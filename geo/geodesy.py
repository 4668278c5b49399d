"""How far, in which direction, and where one arrives: on the WGS 84 ellipsoid.

The geodesic problem is solved by PROJ (Karney, Algorithms for geodesics, 2013), exact to nanometres.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

__all__ = [
    "LONGEST_DEGREE_M", "SHORTEST_DEGREE_M", "bearing_deg", "destination", "distance_m", "metres_per_degree",
    "metres_per_degrees",
]  # fmt: skip

_WGS84 = Geod(ellps="WGS84")
LONGEST_DEGREE_M = 111_700.0
"""A degree is nowhere longer, of latitude or of longitude."""
SHORTEST_DEGREE_M = 110_500.0
"""A degree of latitude is nowhere shorter than 110,574 m."""
_EQUATOR_M = _WGS84.a
_ECCENTRICITY_2 = _WGS84.es


def distance_m(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Length of the shortest way between two places, in metres on the ellipsoid.

    >>> round(distance_m(50.0, 6.0, 51.0, 6.0))  # one degree of latitude
    111238
    """
    return float(_WGS84.inv(lon, lat, to_lon, to_lat)[2])


def bearing_deg(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Direction in which that way sets out, degrees clockwise from north, 0 up to but not 360.

    Between a place and itself there is no direction; the answer is then without meaning.

    >>> bearing_deg(0.0, 6.0, 0.0, 7.0)  # eastward along the equator
    90.0
    """
    return float(_WGS84.inv(lon, lat, to_lon, to_lat)[0]) % 360.0


def destination(lat: float, lon: float, towards_deg: float, after_m: float) -> tuple[float, float]:
    """Where one arrives, as (lat, lon), who sets out in that direction and keeps to the shortest way.

    Args:
        lat: degrees.
        lon: degrees.
        towards_deg: degrees clockwise from north, at the start.
        after_m: metres on the ellipsoid.

    >>> lat, lon = destination(50.0, 6.0, 0.0, 1000.0)
    >>> round(distance_m(50.0, 6.0, lat, lon), 6)
    1000.0
    """
    to_lon, to_lat, _ = _WGS84.fwd(lon, lat, towards_deg, after_m)
    return float(to_lat), float(to_lon)


@lru_cache(maxsize=1_024)  # a fix asks for its latitude several times
def metres_per_degree(lat: float) -> tuple[float, float]:
    """How long a degree of latitude and one of longitude are at this latitude, in metres on the ellipsoid.

    From the radii of curvature in the meridian and in the prime vertical (Torge, Geodesy, 4.1.2). Over a few kilometres
    around the place, distances in this frame are right to a few parts in 10,000. At a pole a degree of longitude is
    taken as a metre long, so that nothing divides by zero.

    >>> [round(metres) for metres in metres_per_degree(50.0)]
    [111229, 71696]
    """
    cosine = math.cos(math.radians(lat))
    bulge = 1.0 - _ECCENTRICITY_2 * (1.0 - cosine * cosine)
    north = math.radians(_EQUATOR_M * (1.0 - _ECCENTRICITY_2) / (bulge * math.sqrt(bulge)))
    east = math.radians(_EQUATOR_M * cosine / math.sqrt(bulge))
    return north, max(east, 1.0)


def metres_per_degrees(lats: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The same for many latitudes at once."""
    cosine = np.cos(np.radians(lats))
    bulge = 1.0 - _ECCENTRICITY_2 * (1.0 - cosine * cosine)
    north = np.radians(_EQUATOR_M * (1.0 - _ECCENTRICITY_2) / (bulge * np.sqrt(bulge)))
    east = np.radians(_EQUATOR_M * cosine / np.sqrt(bulge))
    return north, np.maximum(east, 1.0)
