"""Reads and writes everything of borders that stands on a disk: the border layer, rooms, areas, towns and their like.

The layer is built once from the pinned packages (about 10 s) into `<folder>/borders/`, twice the same lines: a
FlatGeobuf for people and their GIS tools, and plain WKB for our own processes, which load in 30 ms what would cost
them 1.3 s and 96 MB through the GIS libraries (docs/decisions/0003-border-layer.md).
"""

import hashlib
import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version as package_version
from importlib.resources import files
from pathlib import Path
from tokenize import TokenError
from typing import Any
from zipfile import BadZipFile

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from borders.areas import Areas, areas_of_rows
from borders.baarle import read_patch, with_patch
from borders.check import check_layer, directory_checks, towns_check
from borders.crossing_points import CrossingPoints, read_crossing_points
from borders.layer import ATTRIBUTION, STATES, ZONES, BorderError, BorderLayer, Ring, layer_sha256, states_of_zones
from borders.own_layer import layer_of_rows
from borders.places import PlacesError, Towns, read_towns
from borders.regime_reading import read_regimes
from borders.regimes import RegimeError, RegimeTable
from borders.rooms import Directory, Room, RoomsError, read_rooms
from borders.telephones import with_telephones

__all__ = [
    "Progress", "build_layer", "cached_layer_path", "load_directory", "load_layer", "load_regimes", "load_towns",
    "read_zones",
]  # fmt: skip

logger = logging.getLogger(__name__)

Progress = Callable[[str, float], None]
"""Told what is being done, and how much of the whole is done, 0 to 1."""

_DATA = files("borders") / "data"
_ENGINE, _ZONE_DATA = "timezonefinder", "timezonefinder-data"
_HASH_KEY = "sha256"
_AREA_COLUMN = "area"


# ---------------------------------------------------------------- the border layer


def load_layer(folder: Path, own_file: Path | None = None, own_column: str = "state") -> BorderLayer:
    """The installation's own border file where one is set, otherwise the layer built in `folder`.

    What is odd in an own file but does not stop the work (a state missing, towns that lie abroad) stands in the
    layer's `faults` and is logged.

    Args:
        folder: where the local stack keeps everything.
        own_file: an official layer, anything GeoPandas reads, with a coordinate reference system.
        own_column: its column with the ISO 3166 code of the state.

    Raises:
        BorderError: no layer was built yet, the built file is damaged, or the own file cannot be used.
    """
    if own_file is None:
        return _cached_layer(cached_layer_path(folder))
    layer = _own_layer(own_file, own_column)
    towns = towns_check(layer, load_towns())
    faults = layer.faults if towns.ok else (*layer.faults, str(towns))
    for fault in faults:
        logger.warning("own border file %s: %s", own_file, fault)
    return replace(layer, faults=faults)


def cached_layer_path(folder: Path) -> Path:
    """Where the built layer of exactly these package versions and this patch stands, or would stand."""
    return folder / "borders" / f"layer-{package_version(_ENGINE)}-{package_version(_ZONE_DATA)}-{_patch_hash()}.npz"


def build_layer(folder: Path, progress: Progress = lambda _step, _share: None) -> BorderLayer:
    """Build the layer from the pinned packages, check it, and keep it in `folder` for `load_layer`.

    A build that is cut off leaves no half file in place; a layer that fails its checks is not kept.

    Raises:
        BorderError: the packages do not give the layer we know: which fact, expected, got.
        OSError: the folder cannot be written.
    """
    place = cached_layer_path(folder)
    place.parent.mkdir(parents=True, exist_ok=True)  # first: a folder that cannot be written shows at once
    progress("reading the zones", 0.0)
    areas = states_of_zones(read_zones())
    progress("putting Baarle right", 0.2)
    layer = _built(with_patch(areas, read_patch(_data_text("baarle_patch.geojson"))))
    progress("checking", 0.3)
    faults = list(check_layer(layer, lambda share: progress("checking", 0.3 + 0.6 * share)))
    faults += [check for check in (towns_check(layer, load_towns()),) if not check.ok]
    if faults:
        message = f"the built border layer is not the one we know: {'; '.join(map(str, faults))}"
        raise BorderError(message)
    progress("writing", 0.9)
    _write(layer, place)
    progress("done", 1.0)
    return layer


def _built(areas: Mapping[str, MultiPolygon]) -> BorderLayer:
    """The layer of these areas, with the provenance of the pinned packages."""
    return BorderLayer(
        areas=areas,
        source=f"OpenStreetMap, from PyPI {_ZONE_DATA} {package_version(_ZONE_DATA)}; one Baarle exclave patched",
        version=f"{_ZONE_DATA}-{package_version(_ZONE_DATA)}+baarle-{_patch_hash()}",
        sha256=layer_sha256(areas),
        attribution=ATTRIBUTION,
    )


def read_zones() -> Mapping[str, Sequence[Sequence[Ring]]]:
    """The rings of every time zone we need, from the pinned package: zone -> polygons -> rings, the outer one first."""
    from timezonefinder import TimezoneFinder  # noqa: PLC0415 - only a build pays for it, never a worker

    finder = TimezoneFinder()
    names = [name for zones in ZONES.values() for name in zones]
    return {name: finder.get_geometry(tz_name=name, coords_as_pairs=True) for name in names}


def _write(layer: BorderLayer, path: Path) -> None:
    """Write both files beside their place and move them there whole."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".building-") as name:
        drafts = Path(name)
        _write_flatgeobuf(layer, drafts / "layer.fgb")
        cells = {code: np.frombuffer(shapely.to_wkb(area), dtype=np.uint8) for code, area in layer.areas.items()}
        cells[_HASH_KEY] = np.frombuffer(layer.sha256.encode(), dtype=np.uint8)
        np.savez(drafts / "layer.npz", allow_pickle=False, **cells)
        (drafts / "layer.fgb").replace(path.with_suffix(".fgb"))
        (drafts / "layer.npz").replace(path)


def _write_flatgeobuf(layer: BorderLayer, path: Path) -> None:
    from geopandas import GeoDataFrame  # noqa: PLC0415 - 96 MB and 1.3 s that only a build pays

    columns = {"state": list(layer.areas), "version": layer.version, "attribution": layer.attribution}
    frame = GeoDataFrame(columns, geometry=list(layer.areas.values()), crs="EPSG:4326")
    frame.to_file(path, driver="FlatGeobuf")


def _cached_layer(path: Path) -> BorderLayer:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as cells:
            written_sha256 = cells[_HASH_KEY].tobytes().decode()
            areas = {code: shapely.from_wkb(cells[code].tobytes()) for code in STATES}
    except FileNotFoundError as error:
        message = f"expected the border layer at {path}, got no file; build it with: senningen borders build"
        raise BorderError(message) from error
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, BadZipFile, TokenError, ShapelyError) as error:
        message = f"expected the border layer at {path}, got a damaged file ({error}); run: senningen borders build"
        raise BorderError(message) from error
    layer = _built(areas)
    if layer.sha256 != written_sha256:
        message = (
            f"expected lines of hash {written_sha256[:12]} in {path}, got {layer.sha256[:12]}: the file was changed; "
            "run: senningen borders build"
        )
        raise BorderError(message)
    return layer


def _own_layer(path: Path, column: str) -> BorderLayer:
    rows = _rows_of_polygons(path, column, kind="a border", meaning="the ISO 3166 code of the state")
    return layer_of_rows(*rows, f"{path.name}, column {column!r}")


def _rows_of_polygons(
    path: Path, column: str, *, kind: str, meaning: str
) -> tuple[Sequence[object], Sequence[BaseGeometry | None]]:
    """What a column of a file that GeoPandas reads says, and the polygons in WGS 84, row by row.

    Raises:
        BorderError: there is no such file, GeoPandas cannot read it, or it has no such column or reference system.
    """
    from geopandas import read_file  # noqa: PLC0415 - 96 MB and 1.3 s, only for those who have an own file

    if not path.is_file() and not path.is_dir():
        message = f"expected {kind} file at {path}, got nothing there"
        raise BorderError(message)
    try:
        return _rows_of_frame(read_file(path), column, meaning, path)
    except BorderError:
        raise
    except (RuntimeError, OSError, ValueError, ShapelyError) as error:  # what GDAL, PROJ and GEOS raise
        message = f"expected {kind} layer that GeoPandas reads at {path}, got {error}"
        raise BorderError(message) from error


def _rows_of_frame(
    frame: Any, column: str, meaning: str, path: Path
) -> tuple[Sequence[object], Sequence[BaseGeometry | None]]:
    """The rows of what GeoPandas has read; a file without geometry comes as a plain table without `crs`."""
    if column not in frame.columns:
        columns = ", ".join(str(name) for name in frame.columns)
        message = f"{path}: expected a column {column!r} with {meaning}, got the columns {columns}"
        raise BorderError(message)
    if getattr(frame, "crs", None) is None:
        message = f"{path}: expected polygons with a coordinate reference system, got none"
        raise BorderError(message)
    in_degrees = frame.to_crs(4326)
    return list(in_degrees[column]), list(in_degrees.geometry)


# ---------------------------------------------------------------- rooms and towns


def load_directory(
    own_rooms_file: Path | None = None,
    *,
    telephones_file: Path | None = None,
    areas_file: Path | None = None,
    crossing_points_file: Path | None = None,
) -> Directory:
    """The control rooms (the installation's own file where one is set), and what tells which of them serve a place.

    Doubts that do not stop the work (an area without a primary room) are logged; `senningen borders check` lists them.

    Args:
        own_rooms_file: a table that overrules the whole of ours.
        telephones_file: a table id,telephone,telephone_only that is laid over the rooms.
        areas_file: polygons that overrule the nearest town where they cover a place, with a column `area`.
        crossing_points_file: a table name,road,direction,lat,lon with names by language.

    Raises:
        RoomsError: the rooms or their telephones cannot be read or used: expected, got, line.
        BorderError: the areas cannot: expected, got, row.
        PlacesError: the crossing points cannot: expected, got, line.
    """
    rooms, rooms_text = _rooms(own_rooms_file, telephones_file)
    areas = _own_areas(areas_file) if areas_file else Areas()
    points, points_text = _points(crossing_points_file)
    directory = Directory(
        rooms=rooms,
        towns=load_towns(),
        version=_version(rooms_text, _towns_text(), areas.sha256, points_text),
        areas=areas,
        crossing_points=points,
    )
    for check in directory_checks(directory):
        if not check.ok:
            logger.warning("rooms: %s", check)
    return directory


def _rooms(own_file: Path | None, telephones_file: Path | None) -> tuple[tuple[Room, ...], str]:
    """The rooms, and all that was read for them."""
    text = _own_text(own_file, "rooms", RoomsError) if own_file else _data_text("rooms.csv")
    rooms = read_rooms(text, str(own_file or "rooms.csv"))
    if telephones_file is None:
        return rooms, text
    numbers = _own_text(telephones_file, "telephones", RoomsError)
    return with_telephones(rooms, numbers, str(telephones_file)), f"{text}\0{numbers}"


def _points(own_file: Path | None) -> tuple[CrossingPoints, str]:
    """The crossing points, and what was read for them."""
    if own_file is None:
        return CrossingPoints(), ""
    text = _own_text(own_file, "crossing points", PlacesError)
    return read_crossing_points(text, str(own_file)), text


def _version(*texts: str) -> str:
    """Names exactly these tables."""
    return f"rooms-{hashlib.sha256(chr(0).join(texts).encode()).hexdigest()[:12]}"


def _own_areas(path: Path) -> Areas:
    rows = _rows_of_polygons(path, _AREA_COLUMN, kind="an area", meaning="the code of the area, such as NL-VR24")
    return areas_of_rows(*rows, f"{path.name}, column {_AREA_COLUMN!r}")


def load_towns() -> Towns:
    """The towns between 2 and 8 degrees east, 49 and 54 north (GeoNames, CC BY 4.0), with their names by language."""
    return read_towns(_data_text("area_of_place.csv"), _data_text("place_names.csv"))


def _towns_text() -> str:
    return f"{_data_text('area_of_place.csv')}\0{_data_text('place_names.csv')}"


# ---------------------------------------------------------------- treaty rows


def load_regimes(own_file: Path | None = None) -> RegimeTable:
    """The treaty rows, the installation's own file where one is set; its version names exactly this text.

    Raises:
        RegimeError: the file cannot be read or used: file, row, field, expected, got.
    """
    text = _own_text(own_file, "regimes", RegimeError) if own_file else _data_text("regimes.toml")
    return read_regimes(text, str(own_file or "regimes.toml"))


def _own_text(path: Path, kind: str, refuse: type[ValueError]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"expected a {kind} file in UTF-8 at {path}, got {error}"
        raise refuse(message) from error


def _data_text(name: str) -> str:
    return (_DATA / name).read_text(encoding="utf-8")


def _patch_hash() -> str:
    return hashlib.sha256(_data_text("baarle_patch.geojson").encode()).hexdigest()[:8]
