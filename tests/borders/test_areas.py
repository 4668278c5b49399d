"""In which of an agency's own areas a place lies: lines, holes, gaps, and rows that cannot be used."""

import re

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from borders.areas import MAX_OUTSIDE_M, Areas, areas_of_rows
from borders.layer import BorderError
from geo.geodesy import destination

_WEST, _EAST = box(5, 50, 6, 51), box(6, 50, 7, 51)
_AREAS = areas_of_rows(["NL-W", "NL-E", "BE-X"], [_WEST, _EAST, box(5, 49, 7, 51)], "own")


def _at(polygon: Polygon, lat: float, lon: float) -> str | None:
    return areas_of_rows(["NL-A"], [polygon], "own").area_at("NL", lat, lon)


@pytest.mark.parametrize(
    ("state", "lat", "lon", "area"),
    [
        ("NL", 50.5, 5.5, "NL-W"),
        ("NL", 50.5, 6.5, "NL-E"),
        ("BE", 50.5, 6.5, "BE-X"),  # another state's area on the same ground
        ("NL", 49.5, 6.5, None),
        ("LU", 50.5, 6.5, None),
        ("NL", 0.0, -120.0, None),
    ],
)
def test_a_place_is_in_the_area_of_its_state_that_covers_it(
    state: str, lat: float, lon: float, area: str | None
) -> None:
    assert _AREAS.area_at(state, lat, lon) == area
    assert _AREAS.area_at(state, lat, lon) == area  # the cell is known now


@pytest.mark.parametrize(("lat", "lon"), [(50.5, 6.0), (50.0, 6.0), (51.0, 6.0)])
def test_a_place_on_the_line_between_two_areas_is_in_the_first_by_code(lat: float, lon: float) -> None:
    assert _AREAS.area_at("NL", lat, lon) == "NL-E"


@pytest.mark.parametrize(("lat", "lon"), [(50.0, 5.0), (51.0, 5.0), (50.5, 5.0), (50.0, 5.37), (51.0, 5.37)])
def test_a_place_on_the_outer_line_is_inside(lat: float, lon: float) -> None:
    assert _AREAS.area_at("NL", lat, lon) == "NL-W"


def test_a_place_in_a_hole_is_outside_and_in_what_fills_it() -> None:
    ring = Polygon(_WEST.exterior, [box(5.4, 50.4, 5.6, 50.6).exterior])
    assert _at(ring, 50.5, 5.5) is None
    assert _at(ring, 50.5, 5.3) == "NL-A"
    filled = areas_of_rows(["NL-A", "NL-B"], [ring, box(5.4, 50.4, 5.6, 50.6)], "own")
    assert filled.area_at("NL", 50.5, 5.5) == "NL-B"


@pytest.mark.parametrize("towards_deg", [0.0, 90.0, 180.0, 270.0])
def test_an_area_reaches_a_little_over_its_line_and_no_farther(towards_deg: float) -> None:
    small = box(5.509, 50.509, 5.511, 50.511)  # in the midst of a cell
    edge = {0.0: (50.511, 5.51), 90.0: (50.51, 5.511), 180.0: (50.509, 5.51), 270.0: (50.51, 5.509)}[towards_deg]
    assert _at(small, *destination(*edge, towards_deg, MAX_OUTSIDE_M - 1)) == "NL-A"
    assert _at(small, *destination(*edge, towards_deg, MAX_OUTSIDE_M + 1)) is None


def test_an_area_reaches_over_its_line_into_the_next_cell_too() -> None:
    east_of_five = box(5.0005, 50, 6, 51)  # by 35 m; 5 degrees is a line between cells
    assert _at(east_of_five, 50.52, 4.9995) == "NL-A"
    assert _at(east_of_five, 50.52, 4.999) is None


def test_an_area_that_only_touches_what_a_cell_sees_does_not_hide_the_nearer_one() -> None:
    end_of_sight = 5.0 + (1 / 20 + 0.004)  # of the cell from 5 E to 5.05 E
    far, near = box(end_of_sight, 50, 6, 51), box(4.9, 50.5, 5.0095, 50.51)
    assert areas_of_rows(["NL-A", "NL-B"], [far, near], "own").area_at("NL", 50.505, 5.01) == "NL-B"  # 35 m beside it


def test_between_two_areas_that_leave_a_gap_the_nearer_one_counts() -> None:
    gap = areas_of_rows(["NL-A", "NL-B"], [box(5, 50, 5.999, 51), box(6, 50, 7, 51)], "own")  # 71 m wide
    assert gap.area_at("NL", 50.52, 5.9992) == "NL-A"
    assert gap.area_at("NL", 50.52, 5.9998) == "NL-B"


_SHAPES = st.builds(
    lambda lon, lat, size_deg, corners: Point(lon, lat).buffer(size_deg, quad_segs=corners),
    st.floats(5, 6), st.floats(50, 51), st.floats(0.001, 0.5), st.integers(1, 8),
)  # fmt: skip


@given(shapes=st.lists(_SHAPES, min_size=1, max_size=4), lat=st.floats(49.8, 51.2), lon=st.floats(4.8, 6.2))
def test_a_covered_place_is_in_the_first_area_that_shapely_finds(shapes: list[Polygon], lat: float, lon: float) -> None:
    codes = [f"NL-{row}" for row in range(len(shapes))]
    found = areas_of_rows(codes, shapes, "own").area_at("NL", lat, lon)
    covering = [code for code, shape in zip(codes, shapes, strict=True) if shapely.intersects_xy(shape, lon, lat)]
    if covering:
        assert found == covering[0]
    elif found is not None:  # 100 m are less than 0.002 degrees here
        assert shapes[codes.index(found)].distance(Point(lon, lat)) < 0.002


def test_no_areas_know_no_place() -> None:
    assert Areas().area_at("NL", 50.5, 5.5) is None


def test_rows_of_one_area_are_joined() -> None:
    joined = areas_of_rows(["NL-A", "NL-A"], [_WEST, MultiPolygon([_EAST])], "own")
    assert list(joined.polygons) == ["NL-A"]
    assert joined.area_at("NL", 50.5, 6.5) == joined.area_at("NL", 50.5, 5.5) == "NL-A"


def test_the_hash_names_codes_and_lines() -> None:
    def of(code: str, area: Polygon) -> str:
        return areas_of_rows([code], [area], "own").sha256

    assert of("NL-A", _WEST) == of("NL-A", box(5, 50, 6, 51))
    assert len({of("NL-A", _WEST), of("NL-A", _EAST), of("NL-B", _WEST), Areas().sha256}) == 4


@pytest.mark.parametrize(
    ("codes", "geometries", "expected"),
    [
        ([], [], "own: expected at least one row with an area and its polygon, got an empty layer"),
        (["NL-A", ""], [_WEST, _EAST], "own, row 2: expected an area code such as NL-VR24 or BE-WLG, got ''"),
        (["NL-A", None], [_WEST, _EAST], "own, row 2: expected an area code such as NL-VR24 or BE-WLG, got None"),
        ([float("nan")], [_WEST], "own, row 1: expected an area code such as NL-VR24 or BE-WLG, got nan"),
        (["Limburg"], [_WEST], "got 'Limburg'"),
        (["NL-A"], [None], "own, row 1 (NL-A): expected a polygon, got no geometry"),
        (["NL-A"], [Polygon()], "own, row 1 (NL-A): expected a polygon, got an empty Polygon"),
        (["NL-A"], [LineString([(5, 50), (6, 51)])], "expected a polygon, got LineString"),
        (["NL-A"], [Polygon([(5, 50), (6, 51), (6, 50), (5, 51)])], "expected a valid polygon, got Self-intersection"),
        (["NL-A"], [box(50, 5, 51, 6)], "are latitude and longitude swapped"),
    ],
)
def test_rows_that_cannot_be_used_are_refused_with_the_row(
    codes: list[object], geometries: list[Polygon | None], expected: str
) -> None:
    with pytest.raises(BorderError, match=re.escape(expected)):
        areas_of_rows(codes, geometries, "own")
