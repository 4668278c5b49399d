"""Whose land a place is on: the table of cells must say what the polygons say."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Polygon

from geo.geometry import edges, point, polygon
from geo.territory import OUTSIDE, InvalidAreaError, TerritoryIndex
from tests.strategies import anywhere, places, worlds
from tests.worlds import WORLDS, box, index_of, sets


@given(worlds, st.lists(places | anywhere, min_size=1, max_size=20))
def test_the_index_says_what_the_polygons_say(world: str, asked: list[tuple[float, float]]) -> None:
    index = index_of(world)
    numbers = index.locate(np.array([lat for lat, _ in asked]), np.array([lon for _, lon in asked]))
    for (lat, lon), number in zip(asked, numbers, strict=True):
        true = {state for state, area in WORLDS[world].items() if area.intersects(point(lat, lon))}
        assert index.territories[number] == true


@pytest.mark.parametrize("cell_deg", [0.003, 0.1, 0.5, 3.0])
def test_the_size_of_the_cells_changes_no_answer(cell_deg: float) -> None:
    rng = np.random.default_rng(7)
    lats, lons = rng.uniform(49.9, 51.1, 2000), rng.uniform(4.9, 7.1, 2000)
    fine, other = index_of("counter_enclave"), TerritoryIndex.build(WORLDS["counter_enclave"], cell_deg=cell_deg)
    said = [fine.territories[k] for k in fine.locate(lats, lons)]
    assert said == [other.territories[k] for k in other.locate(lats, lons)]


def test_very_many_places_near_a_border_are_answered_like_few() -> None:
    index, lons = index_of("border_at_six"), np.linspace(5.9995, 6.0005, 20_001)
    said = index.locate(np.full(len(lons), 50.5), lons)
    few = [int(index.locate(np.array([50.5]), lons[[k]])[0]) for k in (0, 8_191, 8_192, 10_000, 16_384, 20_000)]
    assert [int(said[k]) for k in (0, 8_191, 8_192, 10_000, 16_384, 20_000)] == few
    west, both, east = (index.number_of(territory) for territory in sets("BE", "BE NL", "NL"))
    assert np.array_equal(said, np.where(lons < 6.0, west, np.where(lons > 6.0, east, both)))


def test_a_place_exactly_on_a_border_belongs_to_both_sides() -> None:
    assert index_of("border_at_six").territory_at(50.5, 6.0) == {"BE", "NL"}
    assert index_of("tripoint").territory_at(50.5, 6.0) == {"BE", "DE", "NL"}


def test_the_condominium_belongs_to_both_and_its_banks_to_one() -> None:
    index = index_of("condominium")
    assert [index.territory_at(50.5, lon) for lon in (5.99, 6.005, 6.02)] == sets("LU", "LU DE", "DE")


@pytest.mark.parametrize(
    ("lat", "lon"), [(90.0, 0.0), (-90.0, 0.0), (0.0, 0.0), (50.5, 180.0), (50.5, -180.0), (51.5, 6)]
)
def test_the_rest_of_the_world_is_outside(lat: float, lon: float) -> None:
    index = index_of("border_at_six")
    assert index.territory_at(lat, lon) == OUTSIDE
    assert index.territories[0] == OUTSIDE


def test_an_area_that_reaches_around_the_world_keeps_the_table_small() -> None:
    index = TerritoryIndex.build({"BE": box(-89, -179, -88, -178), "NL": box(88, 178, 90, 180)})
    assert index.codes.nbytes < 75e6
    assert [index.territory_at(lat, lon) for lat, lon in ((-88.5, -178.5), (89, 179), (0, 0))] == sets("BE", "NL", "")


def test_no_place_at_all_is_no_answer() -> None:
    assert index_of("border_at_six").locate(np.array([]), np.array([])).tolist() == []


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_place_that_is_no_number_is_refused_with_its_number(bad: float) -> None:
    with pytest.raises(ValueError, match="place 1: expected finite degrees, got"):
        index_of("border_at_six").locate(np.array([50.0, bad]), np.array([6.0, 6.0]))


def test_more_latitudes_than_longitudes_are_refused() -> None:
    with pytest.raises(ValueError, match="expected as many longitudes as latitudes"):
        index_of("border_at_six").locate(np.array([50.0, 50.0]), np.array([6.0]))


@pytest.mark.parametrize(
    ("areas", "complaint"),
    [
        ({}, "areas: expected 1 to 62 states, got 0"),
        ({"BE": Polygon()}, "area of BE: expected a polygon, got an empty Polygon"),
        ({"BE": LineString([(5, 50), (6, 50)])}, "area of BE: expected a polygon, got a LineString"),
        ({"NL": Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])}, "area of NL: expected a valid polygon, got one with"),
        ({"BE": box(3_000_000, 4_000_000, 3_100_000, 4_100_000)}, "area of BE: expected degrees within"),
        ({f"S{k}": box(50, 6, 50.001, 6.001) for k in range(13)}, "at most 12 that meet within one cell, got 13"),
    ],
)  # fmt: skip
def test_a_layer_that_cannot_be_used_is_refused_and_said_why(areas: Any, complaint: str) -> None:
    with pytest.raises(InvalidAreaError, match=complaint):
        TerritoryIndex.build(areas)


@given(worlds)
def test_every_territory_has_its_number(world: str) -> None:
    index = index_of(world)
    assert [index.number_of(territory) for territory in index.territories] == list(range(len(index.territories)))


def test_a_territory_that_cannot_be_answered_has_the_number_of_outside() -> None:
    index = index_of("border_at_six")
    assert [index.number_of(territory) for territory in sets("", "CH", "BE CH")] == [0, 0, 0]


def test_a_border_that_two_states_share_is_kept_once() -> None:
    """Two squares side by side have seven sides, not eight."""
    index = index_of("border_at_six")
    assert len(index.edges) == 7
    assert sum(bool(lon == to_lon == 6.0) for _, lon, _, to_lon in index.edges) == 1


@given(worlds)
def test_every_piece_of_border_is_kept_once_whichever_end_comes_first(world: str) -> None:
    def ends(rows: Any) -> list[tuple[tuple[float, float], ...]]:
        return [tuple(sorted(((lat, lon), (to_lat, to_lon)))) for lat, lon, to_lat, to_lon in rows.tolist()]

    kept = ends(index_of(world).edges)
    assert len(set(kept)) == len(kept)
    assert set(kept) == {piece for area in WORLDS[world].values() for piece in ends(edges(area))}


def test_the_two_diagonals_of_one_box_stay_apart() -> None:
    """They have one middle, and reach as far north and east; each is the border of another state."""
    rising = polygon([(50, 5), (51, 6), (50, 6)])
    falling = polygon([(51, 5), (50, 6), (50, 5)])
    index = TerritoryIndex.build({"BE": rising, "NL": falling})
    assert len(index.edges) == len({tuple(row) for row in index.edges.tolist()}) == 5  # the southern side is shared
    assert [index.territory_at(50.2 + up, 5.2) for up in (-0.01, 0.01)] == sets("BE NL", "NL")
    assert [index.territory_at(50.2 + up, 5.8) for up in (-0.01, 0.01)] == sets("BE NL", "BE")


@given(worlds)
def test_the_pieces_of_border_stand_in_the_order_in_which_their_cells_name_them(world: str) -> None:
    numbers = index_of(world).edge_numbers.tolist()
    assert list(dict.fromkeys(numbers)) == list(range(len(index_of(world).edges)))


@given(worlds, st.lists(places | anywhere, min_size=1, max_size=10))
def test_inland_there_is_no_border_within_a_cell(world: str, asked: list[tuple[float, float]]) -> None:
    index = index_of(world)
    cells = index.grid.cell(np.array([lat for lat, _ in asked]), np.array([lon for _, lon in asked]))
    for (lat, lon), inland in zip(asked, index.inland[cells].tolist(), strict=True):
        away_deg = min(area.boundary.distance(point(lat, lon)) for area in WORLDS[world].values())
        assert not inland or away_deg >= index.grid.cell_deg
        on_the_map = 50 <= lat <= 51 and 5 <= lon <= 7  # beyond it, the outermost ring stands for the rest of the world
        assert inland or not on_the_map or away_deg <= 3 * index.grid.cell_deg
