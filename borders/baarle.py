"""Puts back the one Belgian exclave at Baarle (2.39 ha) that the border source has lost to the Netherlands.

It touches a larger exclave at a single point, and the source's ring assembly drops it. The patch is a committed
polygon with its origin (borders/data/baarle_patch.geojson); `lost_exclaves` is how it was found in another package of
OpenStreetMap borders, see docs/borders.md.
"""

import json
from collections.abc import Mapping

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from borders.layer import BorderError, multi

__all__ = ["BAARLE", "lost_exclaves", "read_patch", "with_patch"]

BAARLE = box(4.75, 51.36, 5.10, 51.56)
"""All exclaves at Baarle lie in here, degrees, x = lon."""
_SNAP_DEG = 2e-5
"""About 2 m: vertices of the other package are pulled onto ours, so that shared corners stay shared."""
_LOST_SHARE = 0.05
"""A part covered less than this is not there at all; simplification alone never hides 95 % of an exclave."""


def lost_exclaves(belgium: MultiPolygon, other_belgium: MultiPolygon) -> tuple[Polygon, ...]:
    """The Belgian parts at Baarle which `other_belgium` has and `belgium` has not, snapped to `belgium`'s corners."""
    parts = (part for part in other_belgium.geoms if BAARLE.contains(part))
    lost = [part for part in parts if part.intersection(belgium).area < _LOST_SHARE * part.area]
    return tuple(shapely.snap(part, belgium.boundary, _SNAP_DEG) for part in lost)


def read_patch(text: str) -> tuple[Polygon, ...]:
    """The polygons of the patch file (GeoJSON, WGS 84).

    Raises:
        BorderError: no GeoJSON polygons, or an invalid one.
    """
    try:
        geometries = [shape(feature["geometry"]) for feature in json.loads(text)["features"]]
    except (ValueError, TypeError, KeyError, AttributeError, ShapelyError) as error:
        message = f"expected a GeoJSON FeatureCollection in the Baarle patch, got {text[:60]!r}"
        raise BorderError(message) from error
    return tuple(_valid_polygon(geometry) for geometry in geometries)


def _valid_polygon(geometry: BaseGeometry) -> Polygon:
    if not isinstance(geometry, Polygon) or not geometry.is_valid:
        message = f"expected valid polygons in the Baarle patch, got {geometry.geom_type}: {geometry.wkt[:80]}"
        raise BorderError(message)
    return geometry


def with_patch(areas: Mapping[str, MultiPolygon], patch: tuple[Polygon, ...]) -> dict[str, MultiPolygon]:
    """The areas with the patch given to Belgium and taken from the Netherlands; applying it twice changes nothing."""
    lost = [part for part in patch if part.intersection(areas["BE"]).area < _LOST_SHARE * part.area]
    if not lost:
        return dict(areas)
    exclaves = MultiPolygon(lost)
    return {
        **areas,
        "BE": multi(areas["BE"].union(exclaves)),
        "NL": multi(areas["NL"].difference(exclaves)),
    }
