import numpy as np
import pytest

from geo.territory import TerritoryIndex
from producers.simulator.ground import Spot, ground_of
from producers.simulator.metres import to_degrees, to_metres
from tests.producers.simulator.made import chance, ground, real_ground
from tests.worlds import box, index_of


def test_only_where_two_states_meet_is_a_land_border() -> None:
    (line,) = ground().lines
    lat, lon = to_degrees(line.places_m)
    assert lon == pytest.approx(np.full(len(lon), 6.0), abs=1e-7)
    assert sorted((lat[0], lat[-1])) == pytest.approx([50.0, 51.0], abs=1e-7)
    assert line.along_m[-1] == pytest.approx(111_250.0, rel=1e-3)


def test_a_condominium_has_a_border_on_either_side() -> None:
    lons = {round(float(to_degrees(line.places_m)[1].mean()), 6) for line in ground("condominium").lines}
    assert lons == {6.0, 6.01}


def test_states_that_do_not_meet_have_no_border() -> None:
    apart = TerritoryIndex.build({"BE": box(50, 5, 51, 5.5), "NL": box(50, 6, 51, 7)})
    with pytest.raises(ValueError, match="expected two states that meet on land, got none"):
        ground_of(apart)


def test_the_ground_of_an_index_is_made_once() -> None:
    assert ground_of(index_of("border_at_six")) is ground()


def test_every_metre_of_border_is_as_likely() -> None:
    rng = chance()
    lats = [float(to_degrees(ground().place_m(ground().pick(rng)))[0][0]) for _ in range(2_000)]
    assert np.histogram(lats, bins=4, range=(50.0, 51.0))[0] / 2_000 == pytest.approx([0.25] * 4, abs=0.04)


def test_a_border_due_north_runs_north() -> None:
    spot = ground().nearest(to_metres(np.array([50.5]), np.array([6.01])))
    lat, lon = to_degrees(ground().place_m(spot))
    assert (lat[0], lon[0]) == pytest.approx((50.5, 6.0), abs=1e-5)
    # The flat map's north is about 3 degrees off at 6 degrees east: (10 - 6) * sin(52).
    assert abs(np.degrees(np.arcsin(np.sin(ground().bearing_rad(spot))))) == pytest.approx(3.15, abs=0.1)


def test_distances_are_those_to_any_border_and_end_at_the_most_asked_for() -> None:
    lon = 6.0 + np.array([0.0, 100.0, -100.0, 5_000.0]) / 70_949.4
    distances_m = ground().distance_m(to_metres(np.full(4, 50.5), lon), 2_000.0)
    assert distances_m == pytest.approx([0.0, 100.0, 100.0, 2_000.0], abs=0.1)
    # The outer edge of the map counts too.
    assert ground().distance_m(to_metres(np.array([50.5]), np.array([5.001])))[0] == pytest.approx(71.0, abs=0.2)


def test_a_part_of_a_line_has_its_ends_and_the_vertices_between() -> None:
    line = ground().lines[0]
    part = line.part(100.0, float(line.along_m[1]) + 50.0)
    assert len(part) == 3
    assert np.hypot(*np.diff(part, axis=0).T).sum() == pytest.approx(line.along_m[1] - 50.0)
    assert ground().place_m(Spot(0, 100.0))[0] == pytest.approx(part[0])


def test_the_real_layer_has_the_land_borders_of_the_benelux_and_none_at_sea() -> None:
    lines = real_ground().lines
    lat, lon = to_degrees(np.concatenate([line.places_m for line in lines]))
    assert 2_500.0 < sum(line.along_m[-1] for line in lines) / 1_000.0 < 3_100.0
    assert not ((lat > 51.5) & (lon < 3.3)).any()
    assert not (lat > 53.3).any()
