"""How far, in which direction, and where one arrives: on the WGS 84 ellipsoid.

The geodesic problem is solved by PROJ (Karney, Algorithms for geodesics, 2013), exact to nanometres.
"""

from pyproj import Geod

__all__ = ["bearing_deg", "destination", "distance_m"]

_WGS84 = Geod(ellps="WGS84")


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
