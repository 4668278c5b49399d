"""Whose land is where: the real layer at points whose answer is known, and small worlds for the parts."""

import math
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from borders.layer import ZONES, BorderError, BorderLayer, layer_sha256, multi, states_of_zones

_METRES_PER_DEGREE = 111_195.0


def _square_of(zone: str) -> list[Any]:
    """A 1 degree square with a hole, east of the square before it, so that every zone has its own."""
    west = 10.0 * sorted(name for names in ZONES.values() for name in names).index(zone)
    outer = [(west, 0.0), (west + 1, 0.0), (west + 1, 1.0), (west, 1.0)]
    inner = [(west + 0.4, 0.4), (west + 0.6, 0.4), (west + 0.6, 0.6), (west + 0.4, 0.6)]
    return [[outer, inner]]


def _zones() -> dict[str, list[Any]]:
    return {zone: _square_of(zone) for names in ZONES.values() for zone in names}


@pytest.mark.parametrize(
    ("lat", "lon", "states"),
    [
        (50.6337, 5.5675, ("BE",)),  # Liege
        (50.8483, 5.6889, ("NL",)),  # Maastricht
        (49.6117, 6.1300, ("LU",)),  # Luxembourg
        (50.7766, 6.0834, ("DE",)),  # Aachen
        (49.4958, 5.7619, ("FR",)),  # south of Longwy
        (51.43568, 4.94135, ("BE",)),  # the exclave the source has lost
        (51.4357, 4.9414, ("BE",)),
        (51.4550, 4.9250, ("NL",)),  # north of Baarle-Nassau
        (49.69847, 6.48234, ("DE", "LU")),  # on the Moselle, a condominium
        (53.53, 6.70, ("DE", "NL")),  # disputed water of the Ems
        (51.5, -0.1, ()),  # London
        (0.0, 0.0, ()),
        (-51.4357, -4.9414, ()),
    ],
)
def test_a_known_place_lies_in_its_states(layer: BorderLayer, lat: float, lon: float, states: tuple[str, ...]) -> None:
    assert layer.states_at(lat, lon) == states


@pytest.mark.parametrize(
    ("lat", "lon", "states"),
    [
        (50.754287, 6.021007, {"BE", "DE", "NL"}),  # Vaalserberg
        (50.129850, 6.137790, {"BE", "DE", "LU"}),  # Ouren
        (49.546381, 5.818573, {"BE", "FR", "LU"}),  # Athus
        (49.469417, 6.367727, {"DE", "FR", "LU"}),  # Schengen
    ],
)
def test_a_ring_of_30_m_around_a_tripoint_meets_its_three_states(
    layer: BorderLayer, lat: float, lon: float, states: set[str]
) -> None:
    met: set[str] = set()
    for degree in range(0, 360, 5):
        north = 30 * math.cos(math.radians(degree)) / _METRES_PER_DEGREE
        east = 30 * math.sin(math.radians(degree)) / _METRES_PER_DEGREE / math.cos(math.radians(lat))
        met.update(layer.states_at(lat + north, lon + east))
    assert met == states


def test_the_condominium_belongs_to_both_its_states(layer: BorderLayer) -> None:
    shared = layer.areas["LU"].intersection(layer.areas["DE"])
    point = max(shapely.get_parts(shared), key=lambda part: part.area).representative_point()
    assert layer.states_at(point.y, point.x) == ("DE", "LU")


def test_the_layer_says_where_it_comes_from(layer: BorderLayer) -> None:
    assert "OpenStreetMap" in layer.attribution
    assert "ODbL" in layer.attribution
    assert "timezonefinder-data" in layer.source
    assert len(layer.version) < 80
    assert layer.faults == ()


def test_a_point_on_the_line_belongs_to_both_sides() -> None:
    areas = {"BE": multi(box(5, 50, 6, 51)), "NL": multi(box(6, 50, 7, 51))}
    world = BorderLayer(areas=areas, source="", version="", sha256="", attribution="")
    assert world.states_at(50.5, 6.0) == ("BE", "NL")


def test_zones_become_states_and_germany_has_both_of_hers() -> None:
    areas = states_of_zones(_zones())
    assert {code: len(area.geoms) for code, area in areas.items()} == {"BE": 1, "DE": 2, "FR": 1, "LU": 1, "NL": 1}
    assert all(len(part.interiors) == 1 for area in areas.values() for part in area.geoms)
    assert areas["BE"].area == pytest.approx(1 - 0.04)


@pytest.mark.parametrize("zone", [zone for names in ZONES.values() for zone in names])
def test_a_missing_zone_is_named(zone: str) -> None:
    zones = _zones()
    zones[zone] = []
    with pytest.raises(BorderError, match=f"expected the time zone {zone}"):
        states_of_zones(zones)


@given(st.permutations(["BE", "DE", "FR", "LU", "NL"]))
def test_the_hash_does_not_depend_on_the_order_of_the_states(order: list[str]) -> None:
    areas = states_of_zones(_zones())
    assert layer_sha256({code: areas[code] for code in order}) == layer_sha256(areas)


def test_the_hash_sees_one_corner_moved_by_a_centimetre() -> None:
    before = {"BE": multi(box(5, 50, 6, 51))}
    after = {"BE": multi(box(5, 50, 6, 51.0000001))}
    assert layer_sha256(before) != layer_sha256(after)


def test_multi_leaves_many_alone_and_refuses_a_line() -> None:
    many = MultiPolygon([box(0, 0, 1, 1)])
    assert multi(many) is many
    assert multi(Polygon([(0, 0), (1, 0), (1, 1)])).geom_type == "MultiPolygon"
    with pytest.raises(BorderError, match="expected an area, got LineString"):
        multi(LineString([(0, 0), (1, 1)]))
