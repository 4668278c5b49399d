"""How far to the nearest border: held against PROJ and Shapely, which know nothing of cells or flat frames."""

import math
from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geo.geodesy import distance_m
from geo.nearest import nearest_border
from geo.territory import TerritoryIndex
from tests.strategies import anywhere, places, worlds
from tests.worlds import WORLDS, away, index_of

Place = tuple[float, float]

near_the_middle = st.tuples(st.floats(-3_000, 3_000), st.floats(-3_000, 3_000)).map(lambda at: away(*at))


def nearest(place: Place, within_m: float, index: TerritoryIndex | str = "border_at_six") -> tuple[float, float, float]:
    """Distance, and how far east and north, of the border nearest to one place."""
    index = index_of(index) if isinstance(index, str) else index
    found = nearest_border(np.array([place[0]]), np.array([place[1]]), np.array([within_m]), index)
    return float(found.distance_m[0]), float(found.east_m[0]), float(found.north_m[0])


@cache
def _lines_of(world: str) -> BaseGeometry:
    """All borders of a world in short pieces, x the longitude: straight in degrees, curved in metres."""
    boundaries = shapely.union_all([area.boundary for area in WORLDS[world].values()])
    return shapely.segmentize(boundaries, 0.002)


def measured_m(place: Place, world: str) -> float:
    """The distance as measured in a projection that is true to distances from its centre."""
    centred = f"+proj=aeqd +lat_0={place[0]} +lon_0={place[1]} +ellps=WGS84"
    to_metres = Transformer.from_crs("EPSG:4326", centred, always_xy=True)
    lines = shapely.transform(_lines_of(world), lambda at: np.column_stack(to_metres.transform(at[:, 0], at[:, 1])))
    return float(lines.distance(shapely.Point(0.0, 0.0)))


@given(worlds, near_the_middle | places | anywhere)
def test_it_is_as_far_as_proj_and_shapely_measure(world: str, place: Place) -> None:
    true_m = measured_m(place, world)
    if true_m > 5_010.0:
        assert nearest(place, 5_000.0, world)[0] == math.inf
    elif true_m < 4_990.0:
        assert nearest(place, 5_000.0, world)[0] == pytest.approx(true_m, rel=1e-3, abs=0.01)


@given(worlds, near_the_middle)
def test_it_lies_where_it_is_said_to_lie(world: str, place: Place) -> None:
    far_m, east_m, north_m = nearest(place, 5_000.0, world)
    if math.isinf(far_m):
        return
    north_of, east_of = distance_m(*place, place[0] + 1e-3, place[1]), distance_m(*place, place[0], place[1] + 1e-3)
    there = (place[0] + north_m / north_of * 1e-3, place[1] + east_m / east_of * 1e-3)
    assert measured_m(there, world) <= 1e-3 * far_m + 0.01
    assert math.hypot(east_m, north_m) == pytest.approx(far_m)


@given(worlds, near_the_middle, st.floats(0.0, 5_000.0))
def test_what_is_beyond_the_reach_is_not_found_and_what_is_within_is(world: str, place: Place, within_m: float) -> None:
    far_m = nearest(place, 10_000.0, world)[0]
    assert nearest(place, within_m, world)[0] == (far_m if far_m <= within_m else math.inf)


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        (away(-100.0), (100.0, 100.0, 0.0)),
        (away(250.0), (250.0, -250.0, 0.0)),
        ((50.5, 6.0), (0.0, 0.0, 0.0)),
        (away(600.0), (math.inf, 0.0, math.inf)),
    ],
)
def test_of_the_border_at_six(place: Place, seen: tuple[float, float, float]) -> None:
    assert nearest(place, 500.0) == pytest.approx(seen, abs=1e-6)


def test_the_corner_is_nearest_from_across_it() -> None:
    far_m, east_m, north_m = nearest(away(-300.0, 400.0), 1_000.0, "corner")
    assert (far_m, east_m, north_m) == pytest.approx((500.0, 300.0, -400.0), rel=1e-3)


@pytest.mark.parametrize("place", [(0.0, 0.0), (90.0, 0.0), (-90.0, 180.0), (50.5, -180.0), (50.5, 5.5)])
def test_where_no_border_is_near_it_is_infinitely_far_and_due_north(place: Place) -> None:
    assert nearest(place, 1_000.0) == (math.inf, 0.0, math.inf)


def test_no_place_at_all_is_no_answer() -> None:
    nothing = np.empty(0)
    assert nearest_border(nothing, nothing, nothing, index_of("corner")).distance_m.tolist() == []


@given(worlds, st.lists(st.tuples(near_the_middle | places, st.floats(0.0, 3_000.0)), min_size=1, max_size=6))
def test_places_asked_together_are_answered_as_places_asked_alone(world: str, asked: list[tuple[Place, float]]) -> None:
    (lats, lons), within_m = np.array([place for place, _ in asked]).T, np.array([within for _, within in asked])
    together = nearest_border(lats, lons, within_m, index_of(world))
    said = zip(together.distance_m.tolist(), together.east_m.tolist(), together.north_m.tolist(), strict=True)
    assert list(said) == [nearest(place, within, world) for place, within in asked]


@given(worlds, near_the_middle)
def test_the_size_of_the_cells_changes_no_distance(world: str, place: Place) -> None:
    assert nearest(place, 2_000.0, _coarse(world))[0] == nearest(place, 2_000.0, world)[0]


@cache
def _coarse(world: str) -> TerritoryIndex:
    return TerritoryIndex.build(WORLDS[world], cell_deg=0.13)
