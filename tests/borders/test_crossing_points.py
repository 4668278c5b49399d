"""Which named crossing point a crossing has, and tables of them that cannot be used."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from borders.check import crossing_points_check
from borders.crossing_points import MAX_CROSSING_POINT_DISTANCE_M, CrossingPoint, CrossingPoints, read_crossing_points
from borders.layer import BorderLayer
from borders.places import PlacesError
from geo.geodesy import destination, distance_m

_EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "crossing_points.csv"
_HEAD = "name,road,direction,lat,lon\n"
_GOOD = "Brug,N1,BE>NL,50.0,6.0\n"
_THERE = CrossingPoint("Brug", "N1", 50.0, 6.0, "BE", "NL")
_BACK = CrossingPoint("Brug", "N1", 50.0, 6.0005, "NL", "BE")  # 36 m east
_BOTH = CrossingPoint("Pad", "", 50.002, 6.0)  # 222 m north
_POINTS = CrossingPoints((_THERE, _BACK, _BOTH))


@pytest.mark.parametrize(
    ("left", "entered", "point"),
    [
        (("BE",), ("NL",), _THERE),
        (("NL",), ("BE",), _BACK),
        ((), ("BE",), _BACK),  # nothing was left, or it is not known
        (("NL",), (), _BACK),
        ((), (), _BACK),  # the nearest of all
        (("DE",), ("NL",), None),
        (("BE",), ("LU",), None),
        (("BE", "DE"), ("LU", "NL"), _THERE),
    ],
)
def test_of_two_points_the_one_of_the_crossings_direction_is_named(
    left: tuple[str, ...], entered: tuple[str, ...], point: CrossingPoint | None
) -> None:
    assert _POINTS.nearest(50.0, 6.0004, left=left, entered=entered) is point


def test_a_point_without_a_direction_stands_for_both() -> None:
    assert _POINTS.nearest(50.002, 6.0, left=("NL",), entered=("BE",)) is _BOTH
    assert _POINTS.nearest(50.002, 6.0, left=("BE",), entered=("NL",)) is _BOTH


def test_no_points_no_name() -> None:
    assert CrossingPoints().nearest(50.0, 6.0) is None


@example(lat=50.0, towards_deg=0.0, away_m=149.9)
@example(lat=50.0, towards_deg=90.0, away_m=149.9)
@example(lat=50.0, towards_deg=0.0, away_m=150.1)
@given(
    lat=st.floats(35, 70),
    towards_deg=st.floats(0, 360),
    away_m=st.floats(0, 2 * MAX_CROSSING_POINT_DISTANCE_M),
)
def test_a_point_is_named_up_to_its_reach_and_not_beyond(lat: float, towards_deg: float, away_m: float) -> None:
    point = replace(_BOTH, lat=lat, lon=6.0)
    place = destination(lat, 6.0, towards_deg, away_m)
    near = distance_m(*place, lat, 6.0) <= MAX_CROSSING_POINT_DISTANCE_M
    assert CrossingPoints((point,)).nearest(*place) is (point if near else None)


@given(places=st.lists(st.tuples(st.floats(49.999, 50.001), st.floats(5.999, 6.001)), min_size=1, max_size=8))
def test_of_several_points_the_nearest_is_named(places: list[tuple[float, float]]) -> None:
    points = tuple(CrossingPoint(str(row), "", *place) for row, place in enumerate(places))
    found = CrossingPoints(points).nearest(50.0, 6.0)
    distances = [distance_m(50.0, 6.0, *place) for place in places]
    if min(distances) > MAX_CROSSING_POINT_DISTANCE_M:
        assert found is None
    else:
        assert found is points[distances.index(min(distances))]


def test_a_point_is_spoken_with_its_road_in_the_listeners_language() -> None:
    point = replace(_THERE, names={"fr": "Pont"})
    assert (point.spoken(), point.spoken("nl"), point.spoken("fr")) == ("N1 Brug", "N1 Brug", "N1 Pont")
    assert _BOTH.spoken("fr") == "Pad"


def test_a_table_is_read_with_its_directions_and_names() -> None:
    text = f"{_HEAD.strip()},fr,de\n{_GOOD.strip()},Pont,\nPad,,,-10,-20,,\n"
    there, both = read_crossing_points(text).all
    assert there == replace(_THERE, names={"fr": "Pont"})
    assert both == CrossingPoint("Pad", "", -10.0, -20.0)
    assert (there.direction, both.direction) == ("BE>NL", "")


def test_the_example_of_the_documentation_is_a_table_of_points_on_the_border(layer: BorderLayer) -> None:
    points = read_crossing_points(_EXAMPLE.read_text(encoding="utf-8"))
    assert {point.direction for point in points.all} == {"BE>NL", "NL>BE"}
    assert crossing_points_check(layer, points).ok


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "expected the columns name, road, direction, lat, lon (and, if wanted, nl, fr, de, lb, en); missing"),
        (_HEAD, "crossing_points.csv: expected at least one crossing point, got none"),
        (_HEAD + _GOOD.replace("Brug", " "), "line 2: expected the name of a crossing point, got an empty cell"),
        (_HEAD + _GOOD.replace("BE>NL", "BE-NL"), "direction: expected two states such as BE>NL, or nothing for both"),
        (_HEAD + _GOOD.replace("BE>NL", "BE>BE"), "got 'BE>BE'"),
        (_HEAD + _GOOD.replace("BE>NL", "be>nl"), "got 'be>nl'"),
        (_HEAD + _GOOD.replace("50.0", "91"), "line 2, lat: expected decimal degrees from -90 to 90, got '91'"),
        (_HEAD + _GOOD.replace("6.0", "nan"), "line 2, lon: expected decimal degrees from -180 to 180, got 'nan'"),
        (_HEAD + _GOOD.replace("6.0", "6° E"), "got '6° E'"),
        (_HEAD + _GOOD.replace("6.0", ""), "lon: expected decimal degrees from -180 to 180, got ''"),
        (_HEAD + _GOOD + _GOOD, "line 3: expected each crossing point once a direction, got N1 Brug BE>NL again"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_line_and_value(text: str, expected: str) -> None:
    with pytest.raises(PlacesError, match=re.escape(expected)):
        read_crossing_points(text)
