import numpy as np

from geo.geodesy import distance_m
from producers.simulator.metres import radii_m, to_degrees, to_metres


def test_there_and_back_again_is_the_same_place_within_a_millimetre() -> None:
    lat, lon = np.array([49.3, 51.44, 53.2]), np.array([2.8, 4.93, 7.3])
    back_lat, back_lon = to_degrees(to_metres(lat, lon))
    assert np.abs(back_lat - lat).max() < 1e-8
    assert np.abs(back_lon - lon).max() < 1e-8


def test_a_kilometre_on_the_flat_map_is_one_on_the_ground() -> None:
    begin = to_metres(np.array([50.5]), np.array([5.0]))
    lat, lon = to_degrees(np.concatenate((begin, begin + np.array([600.0, 800.0]))))
    assert abs(distance_m(lat[0], lon[0], lat[1], lon[1]) - 1_000.0) < 0.6


def test_a_degree_of_latitude_and_of_longitude_are_as_long_as_on_the_ellipsoid() -> None:
    to_north, to_east = np.radians(radii_m(np.array([50.5])))
    assert abs(to_north[0] - distance_m(50.0, 5.0, 51.0, 5.0)) < 1.0
    assert abs(to_east[0] / 100 - distance_m(50.5, 5.0, 50.5, 5.01)) < 0.01
