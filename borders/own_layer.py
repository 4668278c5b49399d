"""Makes a border layer of an installation's own rows (an official file), or says which row cannot be used and why."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import shapely
from pyproj import Geod
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from borders.layer import SHARED_BY, STATES, BorderError, BorderLayer, layer_sha256, multi

__all__ = ["checked_polygon", "layer_of_rows"]

_KNOWN_STATES = (
    "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT "
    "NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK"
)
"""ISO 3166 codes of Europe's states and territories; XK is in common use for Kosovo."""
_EUROPE = shapely.box(-32.0, 27.0, 45.0, 82.0)
_GEOD = Geod(ellps="WGS84")
_SMALLEST_OVERLAP_M2 = 10_000.0
"""Lines of two surveys differ by metres; what is smaller than this is no claim."""
_WHOLE_EARTH = shapely.box(-180.0, -90.0, 180.0, 90.0)


def layer_of_rows(codes: Sequence[object], geometries: Sequence[BaseGeometry | None], where: str) -> BorderLayer:
    """The layer of these rows; several rows of one state are joined.

    Args:
        codes: ISO 3166 alpha-2 codes, one a row.
        geometries: polygons in WGS 84, x = longitude, one a row.
        where: the file and column, for messages.

    Raises:
        BorderError: no rows, an unknown code, no or an invalid polygon, or a state that is not in Europe.
    """
    if len(codes) == 0:
        message = f"{where}: expected at least one row with a state and its polygon, got an empty layer"
        raise BorderError(message)
    parts: dict[str, list[BaseGeometry]] = {}
    for row, (code, geometry) in enumerate(zip(codes, geometries, strict=True), start=1):
        state = _checked_state(code, f"{where}, row {row}")
        parts.setdefault(state, []).append(checked_polygon(geometry, f"{where}, row {row} ({state})"))
    areas = {state: _joined(parts[state]) for state in sorted(parts)}
    sha256 = layer_sha256(areas)
    missing = [state for state in STATES if state not in areas]
    return BorderLayer(
        areas=areas,
        source=f"the installation's own file: {where}",
        version=f"own-{sha256[:12]}",
        sha256=sha256,
        attribution="Borders: the installation's own file",
        faults=(
            *(f"{state} is not in this layer: it will never be entered" for state in missing),
            *_overlap_faults(areas),
        ),
    )


def _overlap_faults(areas: Mapping[str, MultiPolygon]) -> Iterator[str]:
    """Ground that two states of the layer share and that is not known to be shared: it counts as both states'."""
    for one, other in combinations(areas, 2):
        shared = shapely.intersection(areas[one], areas[other])
        size_m2 = abs(_GEOD.geometry_area_perimeter(shared)[0]) if shared.area > 0.0 else 0.0
        known_m2 = SHARED_BY.get(f"{one}-{other}", 0.0) * 1e6
        if size_m2 >= max(known_m2, _SMALLEST_OVERLAP_M2):
            place = shared.representative_point()
            yield (
                f"{one} and {other} overlap by {size_m2 / 1e6:.2f} km2, as at {place.y:.4f} N {place.x:.4f} E: "
                "whoever is there is in both"
            )


def _checked_state(code: object, where: str) -> str:
    if not isinstance(code, str) or code not in _KNOWN_STATES.split():
        message = f"{where}: expected an ISO 3166 code of a European state such as BE, NL, LU, got {code!r}"
        raise BorderError(message)
    return code


def checked_polygon(geometry: BaseGeometry | None, where: str) -> Polygon | MultiPolygon:
    """The polygon of a row, without heights.

    Raises:
        BorderError: no polygon, an empty or invalid one, or land outside Europe: where, expected, got.
    """
    if geometry is None or geometry.is_empty or not isinstance(geometry, Polygon | MultiPolygon):
        got = "no geometry" if geometry is None else f"{'an empty ' * geometry.is_empty}{geometry.geom_type}"
        message = f"{where}: expected a polygon, got {got}"
        raise BorderError(message)
    if not geometry.is_valid:
        message = f"{where}: expected a valid polygon, got {shapely.is_valid_reason(geometry)}"
        raise BorderError(message)
    if not (geometry.intersects(_EUROPE) and _WHOLE_EARTH.covers(shapely.box(*geometry.bounds))):
        bounds = ", ".join(f"{degree:g}" for degree in geometry.bounds)
        message = (
            f"{where}: expected a part of Europe, got land within {bounds} (west, south, east, north); "
            "are latitude and longitude swapped, or is the reference system wrong?"
        )
        raise BorderError(message)
    return shapely.force_2d(geometry)


def _joined(parts: Sequence[BaseGeometry]) -> MultiPolygon:
    return multi(shapely.union_all(list(parts)) if len(parts) > 1 else parts[0])
