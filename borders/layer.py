"""The border layer: one polygon per state, where it comes from, and the hash that names exactly these lines.

The lines are OpenStreetMap's, taken from the time zones of the timezone-boundary-builder project: every state of our
map is one or two whole time zones, so no line is simplified. One Belgian exclave that the zones have lost is put back
by `borders.baarle`.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

__all__ = [
    "ATTRIBUTION",
    "SHARED_BY",
    "STATES",
    "ZONES",
    "BorderError",
    "BorderLayer",
    "layer_sha256",
    "multi",
    "states_of_zones",
]

ZONES: Mapping[str, tuple[str, ...]] = {
    "BE": ("Europe/Brussels",),
    "DE": ("Europe/Berlin", "Europe/Busingen"),
    "FR": ("Europe/Paris",),
    "LU": ("Europe/Luxembourg",),
    "NL": ("Europe/Amsterdam",),
}
"""The time zones that make up each state: metropolitan France, the Netherlands without the Caribbean."""

STATES = tuple(ZONES)
SHARED_BY: Mapping[str, float] = {"DE-LU": 20.0, "DE-NL": 400.0}
"""Who shares ground, and how much at most, square kilometres: the condominium of Our, Sauer and Moselle has 7, the
disputed water of the Ems and the Dollart 275."""
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"

Ring = Sequence[Sequence[float]]
"""Points as (lon, lat): x before y, as the source and Shapely have them."""


class BorderError(ValueError):
    """A border layer that is missing or cannot be used: what was expected, what came, and where."""


@dataclass(frozen=True, slots=True)
class BorderLayer:
    """Whose land is where.

    Attributes:
        areas: ISO 3166 code -> land and territorial sea in WGS 84, x = longitude. Areas may overlap: a condominium
            belongs to each of its states.
        source: where the lines come from, in words.
        version: names the source's release; short enough to stand in a record.
        sha256: hash of the codes and coordinates, hexadecimal: equal layers, equal hash.
        attribution: to be shown with every map and export.
        faults: what is known to be wrong with this layer, in words; empty for the layer we build.
    """

    areas: Mapping[str, MultiPolygon]
    source: str
    version: str
    sha256: str
    attribution: str
    faults: tuple[str, ...] = ()

    def states_at(self, lat: float, lon: float) -> tuple[str, ...]:
        """The states whose land this is, sorted; several in a condominium, none outside the map.

        A point exactly on a border belongs to both sides. For one question at a time: the index of `geo` is the one
        to ask for every fix.
        """
        point = shapely.Point(lon, lat)
        return tuple(code for code in sorted(self.areas) if shapely.intersects(self.areas[code], point))


def multi(geometry: BaseGeometry) -> MultiPolygon:
    """The same area as a MultiPolygon.

    Raises:
        BorderError: it is no area.
    """
    if isinstance(geometry, MultiPolygon):
        return geometry
    if isinstance(geometry, Polygon):
        return MultiPolygon([geometry])
    message = f"expected an area, got {geometry.geom_type}: {geometry.wkt[:80]}"
    raise BorderError(message)


def states_of_zones(zones: Mapping[str, Sequence[Sequence[Ring]]]) -> dict[str, MultiPolygon]:
    """Join time zones to states; `zones` has, by zone name, polygons of rings, the outer ring first.

    Raises:
        BorderError: a zone is missing or empty.
    """
    for zone in (zone for names in ZONES.values() for zone in names):
        if not zones.get(zone):
            message = f"expected the time zone {zone} in the border source, got none; is it the full data set?"
            raise BorderError(message)
    return {
        state: MultiPolygon([Polygon(rings[0], rings[1:]) for name in names for rings in zones[name]])
        for state, names in ZONES.items()
    }


def layer_sha256(areas: Mapping[str, MultiPolygon]) -> str:
    """The hash of codes and coordinates, in the order of the codes."""
    digest = hashlib.sha256()
    for code in sorted(areas):
        digest.update(code.encode())
        digest.update(shapely.to_wkb(areas[code], byte_order=1))
    return digest.hexdigest()
