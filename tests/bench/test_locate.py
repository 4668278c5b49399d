"""The speed of the tracker is measured on traffic that is what it says."""

import numpy as np
from shapely.geometry import MultiPolygon, box

from bench.locate import bytes_a_unit, mixed_places, track_us, traffic
from geo.nearest import nearest_border
from geo.territory import TerritoryIndex

HALVES = {"BE": MultiPolygon([box(2, 49, 6, 54)]), "NL": MultiPolygon([box(6, 49, 8, 54)])}
INDEX = TerritoryIndex.build(HALVES)


def test_one_place_in_twenty_is_within_two_kilometres_of_a_border() -> None:
    lats, lons = mixed_places(np.random.default_rng(1), 2_000, INDEX)
    assert len(lats) == len(lons) == 2_000
    near = np.isfinite(nearest_border(lats, lons, np.full(2_000, 2_900.0), INDEX).distance_m)
    assert 100 <= near.sum() <= 180


def test_cars_are_tracked_and_timed_and_what_is_held_of_them_is_counted() -> None:
    chunks = traffic(np.random.default_rng(1), 40, INDEX, fixes=200, chunk=20)
    assert [len(chunk) for chunk in chunks] == [20] * 10
    assert track_us(chunks, INDEX) > 0
    assert bytes_a_unit(chunks, INDEX) > 70
