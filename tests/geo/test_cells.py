"""The cell grid: no place may be on the other side of a border than its cell."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geo.cells import CellGrid, cells_apart, cut_short, distinct, grid_over, runs_of_free_cells
from tests.strategies import places


def test_what_lies_beyond_the_grid_is_in_its_outermost_ring() -> None:
    grid = grid_over((50, 5, 51, 7), 0.1, 10_000)
    assert grid.row(np.array([-90.0, 90.0])).tolist() == [0, grid.rows - 1]
    assert grid.column(np.array([-180.0, 180.0])).tolist() == [0, grid.columns - 1]
    inner = grid.cell(np.array([50.0, 51.0]), np.array([5.0, 7.0]))
    assert all(0 < r < grid.rows - 1 for r in (inner // grid.columns).tolist())


def test_what_is_no_place_is_in_the_outermost_ring_too() -> None:
    grid = grid_over((50, 5, 51, 7), 0.1, 10_000)
    odd = np.array([np.nan, -np.inf, np.inf])
    assert grid.row(odd).tolist() == [0, 0, grid.rows - 1]
    assert grid.column(odd).tolist() == [0, 0, grid.columns - 1]


def test_what_lies_beyond_the_grid_is_a_whole_cell_away_from_the_area() -> None:
    grid = grid_over((50, 5, 51, 7), 0.1, 10_000)
    area = grid.cells_of_edges(np.array([[50.0, 5.0, 50.0, 7.0], [51.0, 5.0, 51.0, 7.0], [50.0, 5.0, 51.0, 5.0]]))[0]
    assert cells_apart(grid, area)[grid.cell(np.array([0.0, 90.0, 50.5]), np.array([6.0, 6.0, -179.0]))].all()


def test_cells_grow_where_there_would_be_too_many() -> None:
    grid = grid_over((-90, -180, 90, 180), 0.01, 1_000_000)
    assert grid.size < 1_050_000


@given(st.lists(st.tuples(places, places).filter(lambda ends: ends[0] != ends[1]), min_size=1, max_size=5))
def test_every_place_on_an_edge_is_in_a_cell_named_for_it(ends: list[tuple[tuple[float, float], ...]]) -> None:
    grid = grid_over((49.9, 4.9, 51.1, 7.1), 0.05, 10_000)
    edges = np.array([[*a, *b] for a, b in ends])
    cells, numbers = grid.cells_of_edges(edges)
    named = set(zip(cells.tolist(), numbers.tolist(), strict=True))
    assert len(named) == len(cells)
    for number, (lat, lon, to_lat, to_lon) in enumerate(edges):
        share = np.linspace(0, 1, 300)
        on_it = grid.cell(lat + share * (to_lat - lat), lon + share * (to_lon - lon))
        assert {(cell, number) for cell in on_it.tolist()} <= named


def test_lines_are_cut_into_pieces_no_longer_than_asked_that_follow_each_other() -> None:
    line_of, lat, lon, to_lat, to_lon = cut_short(np.array([[50.0, 5.0, 50.0, 6.0], [50.0, 5.0, 50.1, 5.0]]), 0.25)
    assert line_of.tolist() == [0, 0, 0, 0, 1]
    assert lon.tolist() == [5.0, 5.25, 5.5, 5.75, 5.0]
    assert to_lon.tolist() == [5.25, 5.5, 5.75, 6.0, 5.0]
    assert (lat[4], to_lat[4]) == (50.0, 50.1)


def test_marked_cells_part_the_runs_of_free_ones() -> None:
    grid = CellGrid(0.0, 0.0, 1.0, rows=4, columns=4)
    firsts, lengths = runs_of_free_cells(grid, np.array([5, 6]))
    assert firsts.tolist() == [0, 4, 7, 8, 12]
    assert lengths.tolist() == [4, 3, 1, 4, 4]  # the second with the two marked ones behind it


def test_a_cell_beside_a_marked_one_is_not_apart_corners_included() -> None:
    grid = CellGrid(0.0, 0.0, 1.0, rows=5, columns=6)
    drawn = cells_apart(grid, np.array([grid.columns + 1, 3 * grid.columns + 5])).reshape(5, 6)
    assert ["".join(".#"[apart] for apart in row) for row in drawn.tolist()] == [
        "...###",
        "...###",
        "...#..",
        "####..",
        "####..",
    ]


@given(st.integers(1, 7), st.integers(1, 7), st.data())
def test_a_cell_is_apart_where_no_marked_one_is_within_a_step(rows: int, columns: int, data: st.DataObject) -> None:
    grid = CellGrid(0.0, 0.0, 1.0, rows, columns)
    marked = np.array(sorted(data.draw(st.sets(st.integers(0, grid.size - 1)))), dtype=np.int64)
    steps = [
        min((max(abs(cell // columns - m // columns), abs(cell % columns - m % columns)) for m in marked), default=9)
        for cell in range(grid.size)
    ]
    assert cells_apart(grid, marked).tolist() == [step > 1 for step in steps]


@given(st.lists(st.integers(-5, 5)))
def test_distinct_numbers_are_each_once_and_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
