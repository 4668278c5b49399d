"""Latitude comes first with us, x comes first with Shapely; here is where they change places."""

import numpy as np

from geo.geometry import bounds, covers, edges, line, point, polygon
from tests.worlds import box


def test_a_place_becomes_x_for_longitude_and_y_for_latitude() -> None:
    assert (point(50.0, 6.0).x, point(50.0, 6.0).y) == (6.0, 50.0)
    assert line([(50.0, 6.0), (51.0, 7.0)]).wkt == "LINESTRING (6 50, 7 51)"


def test_bounds_are_south_west_north_east() -> None:
    assert bounds(box(50, 5, 51, 7)) == (50, 5, 51, 7)


def test_edges_are_those_of_the_rim_and_of_the_holes_and_of_every_part() -> None:
    ring = [(50.0, 5.0), (50.0, 6.0), (51.0, 6.0), (51.0, 5.0)]
    hole = [(50.4, 5.4), (50.4, 5.6), (50.6, 5.5)]
    area = polygon(ring, [hole]).union(box(50, 7, 51, 8))
    found = edges(area)
    assert len(found) == 4 + 3 + 4
    assert {tuple(sorted((tuple(e[:2]), tuple(e[2:])))) for e in found.tolist()} >= {
        ((50.0, 5.0), (50.0, 6.0)), ((50.4, 5.4), (50.4, 5.6)), ((50.0, 7.0), (50.0, 8.0)),
    }  # fmt: skip


def test_repeated_corners_make_no_edge_without_length() -> None:
    assert len(edges(polygon([(50, 5), (50, 5), (50, 6), (51, 6), (51, 6)]))) == 3


def test_the_border_belongs_to_the_area() -> None:
    area = box(50, 5, 51, 6)
    assert covers(area, np.array([50.5, 50.5, 50.5]), np.array([5.5, 6.0, 6.1])).tolist() == [True, True, False]


def test_each_place_may_be_asked_of_an_area_of_its_own() -> None:
    areas = np.array([box(50, 5, 51, 6), box(50, 6, 51, 7), box(50, 6, 51, 7)], dtype=np.object_)
    assert covers(areas, np.array([50.5, 50.5, 50.5]), np.array([5.5, 5.5, 6.0])).tolist() == [True, False, True]
