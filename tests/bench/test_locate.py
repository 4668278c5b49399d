import numpy as np
from shapely.geometry import MultiPolygon, box

from bench.locate import track_us, traffic
from geo.territory import TerritoryIndex

HALVES = {"BE": MultiPolygon([box(2, 49, 6, 54)]), "NL": MultiPolygon([box(6, 49, 8, 54)])}


def test_two_cars_on_two_halves_are_tracked_and_timed() -> None:
    chunks = traffic(np.array([50.0, 51.0]), np.array([5.0, 7.0]), units=2)
    assert {fix.unit for chunk in chunks for fix in chunk} == {"BE/CAR-0", "BE/CAR-1"}
    assert track_us(chunks[:5], TerritoryIndex.build(HALVES)) > 0
