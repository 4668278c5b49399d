"""An installation's own rows become a layer, or are refused with the row and what was expected."""

import pytest
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from borders.layer import BorderError
from borders.own_layer import layer_of_rows

_BE, _NL = box(5, 50, 6, 51), box(6, 50, 7, 51)
_BOW_TIE = Polygon([(5, 50), (6, 51), (6, 50), (5, 51)])


def test_rows_of_one_state_are_joined_and_the_layer_says_whose_it_is() -> None:
    layer = layer_of_rows(["NL", "BE", "BE"], [_NL, _BE, box(5, 49, 6, 50)], "official.gpkg")
    assert layer.states_at(49.5, 5.5) == ("BE",)
    assert len(layer.areas["BE"].geoms) == 1
    assert layer.source == "the installation's own file: official.gpkg"
    assert layer.version == f"own-{layer.sha256[:12]}"


def test_states_that_the_file_does_not_have_are_named_as_faults() -> None:
    layer = layer_of_rows(["BE", "NL"], [_BE, _NL], "x")
    assert [fault[:2] for fault in layer.faults] == ["DE", "FR", "LU"]


def test_heights_are_dropped() -> None:
    with_height = Polygon([(5, 50, 9.0), (6, 50, 9.0), (6, 51, 9.0)])
    assert not layer_of_rows(["BE"], [with_height], "x").areas["BE"].has_z


@pytest.mark.parametrize(
    ("codes", "geometries", "expected"),
    [
        ([], [], "x: expected at least one row .* got an empty layer"),
        (["BE", "BEL"], [_BE, _BE], "x, row 2: expected an ISO 3166 code .* got 'BEL'"),
        (["UK"], [_BE], "got 'UK'"),
        (["be"], [_BE], "got 'be'"),
        ([None], [_BE], "got None"),
        ([32], [_BE], "got 32"),
        (["BE"], [None], r"x, row 1 \(BE\): expected a polygon, got no geometry"),
        (["BE"], [Polygon()], "expected a polygon, got an empty Polygon"),
        (["BE"], [MultiPolygon()], "expected a polygon, got an empty MultiPolygon"),
        (["BE"], [Point(5, 50)], "expected a polygon, got Point"),
        (["BE"], [LineString([(5, 50), (6, 51)])], "expected a polygon, got LineString"),
        (["BE"], [_BOW_TIE], r"expected a valid polygon, got Self-intersection\[5.5 50.5\]"),
        (["BE"], [box(50, 5, 51, 6)], "expected a part of Europe, got land within 50, 5, 51, 6 .* swapped"),
        (["BE"], [box(170000, 30000, 180000, 40000)], "expected a part of Europe"),
        (["BE"], [box(3, 50, 200, 51)], "expected a part of Europe, got land within 3, 50, 200, 51 "),
    ],
)
def test_a_row_that_cannot_be_used_is_refused(
    codes: list[object], geometries: list[BaseGeometry | None], expected: str
) -> None:
    with pytest.raises(BorderError, match=expected):
        layer_of_rows(codes, geometries, "x")


def test_two_states_that_overlap_are_a_fault_with_the_place_and_the_size() -> None:
    belgium, netherlands = box(5, 50, 6, 51), box(5.9, 50, 7, 51)
    layer = layer_of_rows(["BE", "NL"], [belgium, netherlands], "own.gpkg")
    (fault,) = [fault for fault in layer.faults if "overlap" in fault]
    assert fault.startswith("BE and NL overlap by 7")
    assert fault.endswith("km2, as at 50.5000 N 5.9500 E: whoever is there is in both")


def test_ground_that_is_known_to_be_shared_and_lines_that_differ_by_metres_are_no_fault() -> None:
    shared = layer_of_rows(["DE", "LU"], [box(6, 49, 7, 50), box(5, 49, 6.001, 50)], "own.gpkg")
    metres = layer_of_rows(["BE", "NL"], [box(5, 50, 6, 50.1), box(5.99999, 50, 7, 50.1)], "own.gpkg")
    assert [fault for layer in (shared, metres) for fault in layer.faults if "overlap" in fault] == []


def test_more_shared_ground_than_there_is_is_a_fault_too() -> None:
    layer = layer_of_rows(["DE", "NL"], [box(6, 51, 8, 53), box(5, 51, 7, 53)], "own.gpkg")
    assert [fault[:23] for fault in layer.faults if "overlap" in fault] == ["DE and NL overlap by 15"]
