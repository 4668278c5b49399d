"""Which towns the map names at which zoom: the big ones first, and never so many that their names cover each other."""

import math
from collections.abc import Iterable

from borders.places import Town

__all__ = ["ranked_places"]

_TILE_PX = 256
_SPACING_PX = 90.0
_ZOOMS = range(5, 15)


def ranked_places(towns: Iterable[Town]) -> list[dict[str, object]]:
    """Every town with the lowest zoom at which it is named: at each zoom, none nearer than 90 pixels to a bigger one.

    Returns:
        In order of zoom, then population: name, its names in other languages, lat and lon in degrees (5 decimals),
        zoom.
    """
    taken: dict[tuple[int, int, int], list[tuple[float, float]]] = {}
    ranked: list[tuple[int, int, Town]] = []
    for town in sorted(towns, key=lambda town: (-town.population, town.name, town.lat, town.lon)):
        x, y = _world(town.lat, town.lon)
        first = next((zoom for zoom in _ZOOMS if _is_free(taken, zoom, x, y)), _ZOOMS[-1])
        # A town named at one zoom is named at every nearer one, so it takes its room there too.
        for zoom in range(first, _ZOOMS[-1] + 1):
            column, row, px, py = _cell(zoom, x, y)
            taken.setdefault((zoom, column, row), []).append((px, py))
        ranked.append((first, -town.population, town))
    ranked.sort(key=lambda item: item[:2])
    return [
        {
            "name": town.name,
            "names": dict(town.names),
            "lat": round(town.lat, 5),
            "lon": round(town.lon, 5),
            "zoom": zoom,
        }
        for zoom, _, town in ranked
    ]


def _world(lat: float, lon: float) -> tuple[float, float]:
    """Web Mercator, the whole world from 0 to 1 in both directions."""
    y = (1 - math.log(math.tan(math.radians(lat)) + 1 / math.cos(math.radians(lat))) / math.pi) / 2
    return (lon + 180) / 360, y


def _cell(zoom: int, x: float, y: float) -> tuple[int, int, float, float]:
    px, py = x * _TILE_PX * 2**zoom, y * _TILE_PX * 2**zoom
    return int(px // _SPACING_PX), int(py // _SPACING_PX), px, py


def _is_free(taken: dict[tuple[int, int, int], list[tuple[float, float]]], zoom: int, x: float, y: float) -> bool:
    column, row, px, py = _cell(zoom, x, y)
    return all(
        math.dist((px, py), other) >= _SPACING_PX
        for near_column in (column - 1, column, column + 1)
        for near_row in (row - 1, row, row + 1)
        for other in taken.get((zoom, near_column, near_row), ())
    )
