"""Reading and writing: a real build, the cache and what can happen to it, own files good and bad."""

import json
import logging
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from borders.layer import BorderError, BorderLayer
from borders.load import build_layer, cached_layer_path, load_directory, load_layer, load_regimes
from borders.places import PlacesError
from borders.regimes import RegimeError
from borders.rooms import RoomsError
from tests.borders.built import FOLDER

_WORLD = {"BE": box(5, 50, 6, 51), "NL": box(6, 50, 7, 51)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BorderLayer, list[tuple[str, float]]]:
    folder = tmp_path_factory.mktemp("built")
    told: list[tuple[str, float]] = []
    layer = build_layer(folder, lambda step, share: told.append((step, share)))
    return folder, layer, told


@pytest.fixture
def copied(layer: BorderLayer, tmp_path: Path) -> Path:
    """A folder with a copy of the built layer, to be spoilt."""
    assert layer
    place = cached_layer_path(tmp_path)
    place.parent.mkdir()
    shutil.copy(cached_layer_path(FOLDER), place)
    return tmp_path


def _write(path: Path, **columns: object) -> Path:
    frame = geopandas.GeoDataFrame({"state": list(_WORLD), **columns}, geometry=list(_WORLD.values()), crs="EPSG:4326")
    frame.to_file(path)
    return path


# ---------------------------------------------------------------- the cache


def test_a_build_tells_its_progress_and_leaves_two_whole_files(
    built: tuple[Path, BorderLayer, list[tuple[str, float]]],
) -> None:
    folder, _, told = built
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert told[-1] == ("done", 1.0)
    kept = cached_layer_path(folder)
    assert sorted(path.name for path in kept.parent.iterdir()) == sorted([kept.name, kept.with_suffix(".fgb").name])


def test_what_is_loaded_is_what_was_built(built: tuple[Path, BorderLayer, list[tuple[str, float]]]) -> None:
    folder, layer, _ = built
    assert load_layer(folder) == layer


def test_every_build_gives_the_same_hash(
    built: tuple[Path, BorderLayer, list[tuple[str, float]]], layer: BorderLayer
) -> None:
    assert built[1].sha256 == layer.sha256


def test_the_flatgeobuf_holds_the_same_lines_for_gis_tools(
    built: tuple[Path, BorderLayer, list[tuple[str, float]]],
) -> None:
    folder, layer, _ = built
    frame = geopandas.read_file(cached_layer_path(folder).with_suffix(".fgb"))
    assert frame.crs.to_epsg() == 4326
    assert dict(zip(frame["state"], frame.geometry, strict=True)) == dict(layer.areas)
    assert set(frame["attribution"]) == {layer.attribution}


def test_the_built_layer_is_a_border_file_like_any_other(
    built: tuple[Path, BorderLayer, list[tuple[str, float]]],
) -> None:
    folder, layer, _ = built
    own = load_layer(Path("nowhere"), cached_layer_path(folder).with_suffix(".fgb"))
    assert own.sha256 == layer.sha256
    assert own.faults == ()


def test_loading_the_cache_is_quick(layer: BorderLayer) -> None:
    started = time.perf_counter()
    assert load_layer(FOLDER).sha256 == layer.sha256
    assert time.perf_counter() - started < 1.0


def test_a_worker_that_loads_everything_loads_no_gis_library(layer: BorderLayer) -> None:
    assert layer
    program = (
        "import sys, pathlib; from borders.load import *;"
        f"load_layer(pathlib.Path({str(FOLDER)!r})); load_directory();"
        "print([name for name in ('pandas', 'geopandas', 'pyogrio', 'timezonefinder', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_a_build_the_error_says_where_and_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(BorderError, match=r"expected the border layer at .*\.npz, got no file; .* borders build"):
        load_layer(tmp_path)


@pytest.mark.parametrize("kept_bytes", [0, 10, 100_000, 5_000_000])
def test_a_cut_off_cache_is_refused(copied: Path, kept_bytes: int) -> None:
    place = cached_layer_path(copied)
    place.write_bytes(place.read_bytes()[:kept_bytes])
    with pytest.raises(BorderError, match=r"got a damaged file .* borders build"):
        load_layer(copied)


def test_a_cache_with_one_changed_byte_is_refused(copied: Path) -> None:
    place = cached_layer_path(copied)
    content = bytearray(place.read_bytes())
    content[2_000_000] ^= 1
    place.write_bytes(content)
    with pytest.raises(BorderError, match=r"got a damaged file|the file was changed"):
        load_layer(copied)


def test_a_whole_cache_with_other_lines_than_were_built_is_refused(copied: Path) -> None:
    place = cached_layer_path(copied)
    with np.load(place) as cells:
        arrays = {name: cells[name] for name in cells.files}
    arrays["LU"] = np.frombuffer(shapely.to_wkb(box(5, 49, 6, 50)), dtype=np.uint8)
    np.savez(place, **arrays)
    with pytest.raises(BorderError, match=r"expected lines of hash \w{12} in .* the file was changed"):
        load_layer(copied)


_DIRECTORY = b"PK\x01\x02\x2d\x03\x2d\x00"
"""What an entry of a zip file's directory begins with; flags and the way of packing follow."""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_DIRECTORY + b"\x00\x00\x00\x00", _DIRECTORY + b"\x00\x00\x63\x00"),  # packed in a way that nobody knows
        (_DIRECTORY + b"\x00\x00", _DIRECTORY + b"\x01\x00"),  # behind a password
        (b",), }", b",    "),  # an array's description without its end
    ],
)
def test_a_cache_whose_own_headers_are_damaged_is_refused(copied: Path, before: bytes, after: bytes) -> None:
    place = cached_layer_path(copied)
    content = place.read_bytes()
    assert before in content
    place.write_bytes(content.replace(before, after, 1))
    with pytest.raises(BorderError, match="got a damaged file"):
        load_layer(copied)


def test_a_build_that_cannot_write_leaves_the_error_to_its_caller(tmp_path: Path) -> None:
    (tmp_path / "borders").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="borders"):
        build_layer(tmp_path)


# ---------------------------------------------------------------- own border files


@pytest.mark.parametrize("name", ["own.gpkg", "own.geojson", "own.shp", "own.fgb"])
def test_an_own_file_takes_precedence_over_the_built_layer(tmp_path: Path, name: str) -> None:
    layer = load_layer(FOLDER, _write(tmp_path / name))
    assert layer.states_at(50.5, 6.5) == ("NL",)  # in truth the Eifel
    assert layer.version.startswith("own-")


def test_an_own_file_in_metres_is_brought_to_degrees(tmp_path: Path) -> None:
    frame = geopandas.GeoDataFrame({"state": list(_WORLD)}, geometry=list(_WORLD.values()), crs="EPSG:4326")
    frame.to_crs(3035).to_file(tmp_path / "metres.gpkg")
    assert load_layer(tmp_path, tmp_path / "metres.gpkg").states_at(50.5, 5.5) == ("BE",)


def test_the_column_of_the_state_can_be_chosen(tmp_path: Path) -> None:
    path = _write(tmp_path / "own.gpkg", iso=["NL", "BE"])
    assert load_layer(tmp_path, path, "iso").states_at(50.5, 5.5) == ("NL",)


def test_what_is_odd_in_an_own_file_is_logged_and_stands_in_its_faults(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "borders.load"):
        layer = load_layer(tmp_path, _write(tmp_path / "own.gpkg"))
    assert any(fault.startswith("LU is not in this layer") for fault in layer.faults)
    assert any("towns not in their state alone" in fault for fault in layer.faults)
    assert len(caplog.records) == len(layer.faults)


def _no_crs(path: Path) -> Path:
    frame = geopandas.GeoDataFrame({"state": ["BE"]}, geometry=[_WORLD["BE"]])
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        frame.to_file(path / "no_crs.gpkg")
    return path / "no_crs.gpkg"


def _of_rows(path: Path, code: str, geometry: shapely.Geometry | None) -> Path:
    own = path / "own.gpkg"
    geopandas.GeoDataFrame({"state": [code]}, geometry=[geometry], crs="EPSG:4326").to_file(own)
    return own


def _text(path: Path, name: str, text: str) -> Path:
    (path / name).write_text(text)
    return path / name


_BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no such file": (lambda path: path / "none.gpkg", "expected a border file at .*none.gpkg, got nothing there"),
    "not a map": (lambda path: _text(path, "x.gpkg", "hello"), "expected a border layer that GeoPandas reads at"),
    "empty file": (lambda path: _text(path, "x.geojson", ""), "expected a border layer that GeoPandas reads at"),
    "cut-off json": (lambda path: _text(path, "x.geojson", '{"type": "Feat'), "expected a border layer that"),
    "a folder": (lambda path: path, "expected a border layer that GeoPandas reads at"),
    "a table": (lambda path: _text(path, "x.csv", "state\nBE\n"), "with a coordinate reference system, got none"),
    "no such column": (
        lambda path: _of_rows(path, "BE", _WORLD["BE"]).rename(path / "y.gpkg"),
        "expected a column 'iso' .* got the columns state, geometry",
    ),
    "no reference system": (_no_crs, "expected polygons with a coordinate reference system, got none"),
    "unknown code": (
        lambda path: _of_rows(path, "Belgium", _WORLD["BE"]),
        "row 1: expected an ISO 3166 code .*Belgium",
    ),
    "no geometry": (lambda path: _of_rows(path, "BE", None), "expected a polygon, got no geometry"),
    "bow tie": (
        lambda path: _of_rows(path, "BE", Polygon([(5, 50), (6, 51), (6, 50), (5, 51)])),
        r"row 1 \(BE\): expected a valid polygon, got Self-intersection",
    ),
    "no rows": (
        lambda path: _text(path, "x.geojson", json.dumps({"type": "FeatureCollection", "features": []})),
        "expected",
    ),
}


@pytest.mark.parametrize("case", _BAD_FILES)
def test_a_bad_own_file_is_refused_with_what_was_expected(tmp_path: Path, case: str) -> None:
    make, expected = _BAD_FILES[case]
    column = "iso" if case == "no such column" else "state"
    with pytest.raises(BorderError, match=expected):
        load_layer(FOLDER, make(tmp_path), column)


# ---------------------------------------------------------------- rooms


def test_own_rooms_overrule_the_whole_table_and_change_the_version(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = _text(
        tmp_path,
        "rooms.csv",
        "\ufeffid,state,name,languages,areas,kind,role,confidence,source,seat,note\n"
        "NL/OWN,NL,Own,nl,NL-VR24,meldkamer,primary,verified,,,\n",
    )
    with caplog.at_level(logging.WARNING, "borders.load"):
        directory = load_directory(own)
    assert [room.id for room in directory.rooms] == ["NL/OWN"]
    assert [room.id for room in directory.rooms_at("NL", 50.7789, 5.7106).rooms] == ["NL/OWN"]
    assert directory.rooms_at("LU", 49.61, 6.13).rooms == ()
    assert directory.version != load_directory().version
    assert "areas without a primary room" in caplog.text


def test_the_version_of_the_rooms_is_the_same_each_time() -> None:
    assert load_directory().version == load_directory().version


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "expected a rooms file in UTF-8 at"),
        (b"\xff\xfe\x00", "expected a rooms file in UTF-8 at"),
        (b"id,state\n", r"rooms.csv: expected the columns id, state, name"),
    ],
)
def test_a_bad_rooms_file_is_refused(tmp_path: Path, content: bytes | None, expected: str) -> None:
    path = tmp_path / "rooms.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RoomsError, match=expected):
        load_directory(path)


def test_telephones_areas_and_crossing_points_of_the_installation_are_read_and_change_the_version(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = _text(tmp_path, "telephones.csv", "\ufeffid,telephone\nLU/CIN,+00 11\n")
    points = _text(tmp_path, "points.csv", "name,road,direction,lat,lon\nBrug,N1,BE>NL,50.0,6.0\n")
    areas = _areas(tmp_path, "NL-VR24", _WORLD["NL"])
    plain, told = load_directory(), load_directory(telephones_file=numbers)
    named, drawn = load_directory(crossing_points_file=points), load_directory(areas_file=areas)
    assert told.room("LU/CIN").telephone == "+00 11"
    assert [point.spoken() for point in named.crossing_points.all] == ["N1 Brug"]
    assert drawn.rooms_at("NL", 50.5, 6.5).area == "NL-VR24"  # in truth the Eifel
    assert len({directory.version for directory in (plain, told, named, drawn)}) == 4
    assert caplog.text == ""  # our rooms have no telephones: `borders check` says so, not every start


def test_areas_in_metres_are_brought_to_degrees(tmp_path: Path) -> None:
    frame = geopandas.GeoDataFrame({"area": ["NL-VR24"]}, geometry=[_WORLD["NL"]], crs="EPSG:4326")
    frame.to_crs(3035).to_file(tmp_path / "metres.gpkg")
    assert load_directory(areas_file=tmp_path / "metres.gpkg").rooms_at("NL", 50.5, 6.5).area == "NL-VR24"


def test_an_area_that_no_room_serves_is_logged_at_the_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "borders.load"):
        load_directory(areas_file=_areas(tmp_path, "NL-OWN", _WORLD["NL"]))
    assert "areas without a primary room: expected none, got NL-OWN" in caplog.text


def _areas(path: Path, code: str | None, geometry: shapely.Geometry | None, crs: str | None = "EPSG:4326") -> Path:
    own = path / "areas.geojson" if crs else path / "areas.gpkg"
    geopandas.GeoDataFrame({"area": [code]}, geometry=[geometry], crs=crs).to_file(own)
    return own


def _areas_without_crs(path: Path) -> Path:
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        return _areas(path, "NL-VR24", _WORLD["NL"], crs=None)


_BOW_TIE = Polygon([(5, 50), (6, 51), (6, 50), (5, 51)])
_BAD_AREAS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no such file": (lambda path: path / "none.gpkg", "expected an area file at .*none.gpkg, got nothing there"),
    "not a map": (lambda path: _text(path, "x.gpkg", "hello"), "expected an area layer that GeoPandas reads at"),
    "no such column": (
        lambda path: _of_rows(path, "BE", _WORLD["BE"]),
        "expected a column 'area' with the code of the area, such as NL-VR24, got the columns state, geometry",
    ),
    "no reference system": (_areas_without_crs, "expected polygons with a coordinate reference system, got none"),
    "empty code": (
        lambda path: _areas(path, None, _WORLD["NL"]),
        "areas.geojson, column 'area', row 1: expected an area code",
    ),
    "no geometry": (lambda path: _areas(path, "NL-A", None), r"row 1 \(NL-A\): expected a polygon, got no geometry"),
    "bow tie": (lambda path: _areas(path, "NL-A", _BOW_TIE), r"row 1 \(NL-A\): expected a valid polygon, got Self-int"),
}


@pytest.mark.parametrize("case", _BAD_AREAS)
def test_a_bad_areas_file_is_refused_with_what_was_expected(tmp_path: Path, case: str) -> None:
    make, expected = _BAD_AREAS[case]
    with pytest.raises(BorderError, match=expected):
        load_directory(areas_file=make(tmp_path))


def test_bad_telephones_and_crossing_points_are_refused_with_the_files_name(tmp_path: Path) -> None:
    bad = _text(tmp_path, "bad.csv", "id\n")
    with pytest.raises(RoomsError, match=r"bad.csv: expected the columns id, telephone"):
        load_directory(telephones_file=bad)
    with pytest.raises(PlacesError, match=r"bad.csv: expected the columns name, road"):
        load_directory(crossing_points_file=bad)
    with pytest.raises(RoomsError, match=r"expected a telephones file in UTF-8 at .*none.csv, got"):
        load_directory(telephones_file=tmp_path / "none.csv")
    with pytest.raises(PlacesError, match=r"expected a crossing points file in UTF-8 at .*none.csv, got"):
        load_directory(crossing_points_file=tmp_path / "none.csv")


def _regimes() -> str:
    return (files("borders") / "data" / "regimes.toml").read_text(encoding="utf-8")


def test_the_treaty_rows_are_ours_or_the_installations_own_and_the_version_tells_which(tmp_path: Path) -> None:
    ours = load_regimes()
    own = _text(tmp_path, "own.toml", f"{_regimes()}# signed off\n")
    assert ours.version.startswith("regimes-")
    assert load_regimes(own).regimes == ours.regimes
    assert load_regimes(own).version != ours.version


def test_bad_treaty_rows_are_refused_with_the_files_name(tmp_path: Path) -> None:
    with pytest.raises(RegimeError, match=r"expected a regimes file in UTF-8 at .*none.toml, got"):
        load_regimes(tmp_path / "none.toml")
    with pytest.raises(RegimeError, match=r"own.toml: expected TOML, got"):
        load_regimes(_text(tmp_path, "own.toml", "[regime"))
