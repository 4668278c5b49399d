import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from dashboard.basemap import BorderLine, border_lines, overview, simplified, tiles

METRES_PER_DEGREE = 111_320.0
SOUTH, NORTH = box(5.0, 50.0, 6.0, 50.5), box(5.0, 50.5, 6.0, 51.0)
EXCLAVE = box(5.4, 50.7, 5.41, 50.71)


def with_hole(area: Polygon, hole: Polygon) -> Polygon:
    return Polygon(area.exterior.coords, [hole.exterior.coords])


SIDE_BY_SIDE = {"BE": MultiPolygon([SOUTH]), "NL": MultiPolygon([NORTH])}
WITH_EXCLAVE = {"BE": MultiPolygon([SOUTH, EXCLAVE]), "NL": MultiPolygon([with_hole(NORTH, EXCLAVE)])}


def length_of(lines: tuple[BorderLine, ...], states: tuple[str, ...]) -> float:
    return sum(line.line.length for line in lines if line.states == states)


def points_of(numbers: list[int]) -> list[tuple[float, float]]:
    lon = lat = 0
    points = []
    for i in range(0, len(numbers), 2):
        lon, lat = lon + numbers[i], lat + numbers[i + 1]
        points.append((lon / 100_000, lat / 100_000))
    return points


def test_a_border_that_stands_in_both_rings_is_drawn_once() -> None:
    lines = border_lines(SIDE_BY_SIDE)
    assert length_of(lines, ("BE", "NL")) == pytest.approx(1.0)
    assert [line.kind for line in lines if len(line.states) == 2] == ["land"]


def test_the_ring_of_an_exclave_is_a_border_too() -> None:
    assert length_of(border_lines(WITH_EXCLAVE), ("BE", "NL")) == pytest.approx(1.0 + 4 * 0.01)


def test_a_limit_with_nobody_on_the_other_side_is_an_outer_line() -> None:
    lines = border_lines(SIDE_BY_SIDE)
    assert length_of(lines, ("BE",)) == pytest.approx(2.0)
    assert {line.kind for line in lines if line.states == ("BE",)} == {"outer"}


def test_both_banks_of_a_condominium_are_borders() -> None:
    areas = {
        "LU": MultiPolygon([box(5.0, 50.0, 6.01, 50.5)]),
        "DE": MultiPolygon([box(6.0, 50.0, 7.0, 50.5)]),
    }
    lines = border_lines(areas)
    assert length_of(lines, ("DE", "LU")) >= 2 * 0.5
    fills = overview(areas, lines)["fills"]
    assert isinstance(fills, list)
    assert sorted(tuple(fill["states"]) for fill in fills) == [("DE",), ("DE", "LU"), ("LU",)]


def test_no_states_give_no_lines() -> None:
    assert border_lines({}) == ()


@given(
    st.lists(st.floats(-0.01, 0.01), min_size=3, max_size=60),
    st.floats(1.0, 500.0),
)
def test_simplifying_never_moves_a_line_further_than_it_says(wiggles: list[float], tolerance_m: float) -> None:
    line = LineString([(5.0 + i * 0.001, 50.0 + wiggle) for i, wiggle in enumerate(wiggles)])
    (slim,) = simplified([BorderLine(("BE", "NL"), line)], tolerance_m)
    assert {slim.line.coords[0], slim.line.coords[-1]} == {line.coords[0], line.coords[-1]}
    stretch = math.cos(math.radians(50.0 - 0.01))
    flat = LineString([(x * stretch, y) for x, y in slim.line.coords])
    worst = max(flat.distance(Point(x * stretch, y)) for x, y in line.coords)
    assert worst * METRES_PER_DEGREE <= tolerance_m * 1.01


def test_an_exclave_smaller_than_the_tolerance_stays_on_the_overview() -> None:
    small = box(5.4, 50.7, 5.4002, 50.7002)
    areas = {"BE": MultiPolygon([SOUTH, small]), "NL": MultiPolygon([with_hole(NORTH, small)])}
    fills = overview(areas, border_lines(areas))["fills"]
    assert isinstance(fills, list)
    assert len([fill for fill in fills if fill["states"] == ["BE"]]) == 2


def test_tiles_cover_the_border_and_nothing_else() -> None:
    areas = {"BE": MultiPolygon([box(5.1, 50.1, 5.9, 50.4)])}
    names = set(tiles(areas, border_lines(areas)))
    assert names == {f"{column}_{row}" for column in (20, 21, 22, 23) for row in (200, 201)}


def test_a_tile_says_whose_land_is_on_each_side_of_the_line() -> None:
    areas = {"BE": MultiPolygon([box(5.0, 50.0, 6.0, 50.6)]), "NL": MultiPolygon([box(5.0, 50.6, 6.0, 51.0)])}
    fills = tiles(areas, border_lines(areas))["21_202"]["fills"]
    assert isinstance(fills, list)
    by_state = {tuple(fill["states"]): points_of(fill["at"])[0] for fill in fills}
    assert by_state.keys() == {("BE",), ("NL",)}
    assert by_state["BE",][1] < 50.6 < by_state["NL",][1]


def test_a_line_is_packed_to_the_metre() -> None:
    lines = overview(SIDE_BY_SIDE, border_lines(SIDE_BY_SIDE))["lines"]
    assert isinstance(lines, list)
    (border,) = [line for line in lines if line["kind"] == "land"]
    assert sorted(points_of(border["points"])) == [(5.0, 50.5), (6.0, 50.5)]
