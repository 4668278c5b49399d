"""Ways cut at borders: what a way leads over is what places along it say, and nothing is cut by a mere touch."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from geo.stretch import CUT, stretches
from geo.territory import TerritoryIndex
from tests.strategies import anywhere, places, worlds
from tests.worlds import WORLDS, box, index_of

Place = tuple[float, float]


def over(world: str | TerritoryIndex, *ways: tuple[Place, Place]) -> list[list[tuple[float, str]]]:
    """For each way its stretches: where each begins, and the states it leads over."""
    index = index_of(world) if isinstance(world, str) else world
    found = stretches(np.array([[*a, *b] for a, b in ways]).reshape(-1, 4), index)
    return [
        [(round(begin, 9), " ".join(sorted(index.territories[k]))) for begin, k in found.of(way)]
        for way in range(len(ways))
    ]


def test_a_way_over_the_border_is_cut_at_the_border() -> None:
    assert over("border_at_six", ((50.5, 5.9), (50.5, 6.1))) == [[(0.0, "BE"), (0.5, "NL")]]


def test_a_way_within_one_territory_is_not_cut_and_asks_no_polygon() -> None:
    index = index_of("border_at_six")
    found = stretches(np.array([[50.5, 5.2, 50.51, 5.21]]), index)
    assert found.only[0] != CUT
    assert found.of(0) == ((0.0, index.territories.index(frozenset({"BE"}))),)


def test_a_clipped_corner_is_seen_though_both_ends_are_at_home() -> None:
    assert over("corner", ((50.4, 5.9), (50.6, 6.1)), ((50.45, 5.95), (50.55, 6.1))) == [
        [(0.0, "BE")],  # exactly through the corner: a touch
        [(0.0, "BE"), (0.333333333, "NL"), (0.5, "BE")],
    ]


def test_an_enclave_and_its_counter_enclave_come_in_order() -> None:
    assert over("counter_enclave", ((50.515, 5.99), (50.515, 6.04))) == [
        [(0.0, "BE"), (0.2, "NL"), (0.4, "BE"), (0.6, "NL"), (0.8, "BE")]
    ]


def test_the_condominium_is_a_territory_of_its_own() -> None:
    assert over("condominium", ((50.5, 5.99), (50.5, 6.02))) == [
        [(0.0, "LU"), (0.333333333, "DE LU"), (0.666666667, "DE")]
    ]


@pytest.mark.parametrize(("wide_deg", "seen"), [(1e-10, ["BE", "NL", "LU"]), (4e-12, ["BE", "LU"])])
def test_a_strip_of_ten_micrometres_is_ground_and_half_a_micrometre_is_a_touch(
    wide_deg: float, seen: list[str]
) -> None:
    edge = 6e-4 + wide_deg  # near 0 degrees, where a float tells such widths apart
    areas = {"BE": box(0, 0, 1, 6e-4), "NL": box(0, 6e-4, 1, edge), "LU": box(0, edge, 1, 1)}
    (way,) = over(TerritoryIndex.build(areas), ((0.5, 5.999e-4), (0.5, 6.001e-4)))
    assert [states for _, states in way] == seen


def test_through_the_tripoint_there_is_one_cut() -> None:
    assert over("tripoint", ((50.4, 5.9), (50.6, 6.1))) == [[(0.0, "BE"), (0.5, "DE")]]


@pytest.mark.parametrize(
    ("way", "why"),
    [
        (((50.6, 5.9), (50.5, 6.0)), "ends on the corner"),
        (((50.5, 6.0), (50.6, 5.9)), "begins on the corner"),
        (((50.5, 6.0), (50.5, 7.0)), "follows the border from corner to corner: no open ground at all"),
        (((50.5, 5.5), (50.5, 7.0)), "comes to the corner and follows the border"),
        (((50.3, 6.0), (50.7, 6.0)), "follows the border and goes on at home"),
        (((50.5, 6.5), (50.5, 6.5)), "stands on the border"),
        (((50.5 + 1e-13, 6.5), (50.5 - 1e-13, 6.6)), "follows the border nearer than a touch"),
    ],
)
def test_touching_is_not_entering(way: tuple[Place, Place], why: str) -> None:
    assert {states for _, states in over("corner", way)[0]} <= {"BE"}, why


def test_out_of_the_map_and_back_is_outside_in_between() -> None:
    assert over("border_at_six", ((50.5, 6.5), (51.5, 6.5)), ((51.5, 6.5), (52.0, 6.0))) == [
        [(0.0, "NL"), (0.5, "")],
        [(0.0, "")],
    ]


def test_no_way_is_no_answer() -> None:
    assert over("border_at_six") == []


def test_a_way_of_500_km_is_cut_exactly() -> None:
    assert over("border_at_six", ((50.5, 2.5), (50.5, 9.5))) == [
        [(0.0, ""), (round(2.5 / 7, 9), "BE"), (0.5, "NL"), (round(4.5 / 7, 9), "")]
    ]


def test_over_the_antimeridian_the_short_way_is_taken() -> None:
    index = TerritoryIndex.build({"FJ": box(-20, 179, -10, 180), "WS": box(-20, -180, -10, -179)})
    eastward, westward = ((-15.0, 178.5), (-15.0, -178.5)), ((-15.0, -179.5), (-15.0, 179.5))
    assert over(index, eastward, westward, ((-15.0, 178.0), (-15.0, 179.5))) == [
        [(0.0, ""), (round(1 / 6, 9), "FJ"), (0.5, "WS"), (round(5 / 6, 9), "")],
        [(0.0, "WS"), (0.5, "FJ")],
        [(0.0, ""), (round(1 / 1.5, 9), "FJ")],
    ]
    assert over("border_at_six", ((50.5, 179.9), (50.5, -179.9))) == [[(0.0, "")]]


@given(worlds, places | anywhere, places | anywhere)
def test_places_along_a_way_lie_in_the_territory_of_their_stretch(world: str, a: Place, b: Place) -> None:
    assume(a != b)
    index = index_of(world)
    way = np.array([[*a, *b]])
    found = stretches(way, index).of(0)
    share = np.linspace(0, 1, 401)[1:-1]
    clear = _clear_of_borders(way[0, :2] + share[:, None] * (way[0, 2:] - way[0, :2]), index)
    assume(clear.any())
    places_on_it = (way[0, :2] + share[:, None] * (way[0, 2:] - way[0, :2]))[clear]
    said = index.locate(places_on_it[:, 0], places_on_it[:, 1])
    begins = np.array([begin for begin, _ in found])
    expected = np.array([k for _, k in found])[np.searchsorted(begins, share[clear], side="right") - 1]
    assert said.tolist() == expected.tolist()


def _clear_of_borders(places_on_it: NDArray[np.float64], index: TerritoryIndex) -> NDArray[np.bool_]:
    """Which places are more than 1e-9 degrees from every border, all of which run north-south or east-west here."""
    clear = np.ones(len(places_on_it), dtype=np.bool_)
    for edge in index.edges:
        low, high = np.minimum(edge[:2], edge[2:]) - 1e-9, np.maximum(edge[:2], edge[2:]) + 1e-9
        clear &= ~((places_on_it >= low) & (places_on_it <= high)).all(axis=1)
    return clear


@given(worlds, st.lists(st.tuples(places, places), min_size=1, max_size=6))
def test_ways_asked_together_are_answered_as_ways_asked_alone(world: str, ways: list[tuple[Place, Place]]) -> None:
    index = index_of(world)
    rows = np.array([[*a, *b] for a, b in ways])
    together = stretches(rows, index)
    assert [together.of(k) for k in range(len(ways))] == [stretches(rows[[k]], index).of(0) for k in range(len(ways))]


@given(worlds, places, places)
def test_the_size_of_the_cells_changes_no_stretch(world: str, a: Place, b: Place) -> None:
    assume(a != b)
    assert over(world, (a, b)) == over(_coarse(world), (a, b))


def _coarse(world: str) -> TerritoryIndex:
    if world not in _COARSE:
        _COARSE[world] = TerritoryIndex.build(WORLDS[world], cell_deg=0.5)
    return _COARSE[world]


_COARSE: dict[str, TerritoryIndex] = {}
