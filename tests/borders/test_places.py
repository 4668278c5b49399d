"""The nearest town, its distance and bearing, and its names."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from borders.load import load_towns
from borders.places import WINDOW, PlacesError, Town, Towns, read_towns

_GEOD = Geod(ellps="WGS84")
_HEAD = "state,name,lat,lon,population,area\n"
_NAMES_HEAD = "state,name,lat,lon,local,nl,fr,de,lb,en\n"
_EAST, _WEST = Town("Oost", "NL", 50.0, 6.1, 10), Town("West", "BE", 50.0, 5.9, 10)
_WORLD = Towns((_EAST, _WEST))


def test_the_nearer_of_two_towns_is_found_with_the_bearing_from_it_to_the_point() -> None:
    near = _WORLD.nearest(50.0, 6.05)
    assert near is not None
    assert near.town is _EAST
    assert near.distance_m == pytest.approx(3_585, abs=10)  # 0.05 degrees of longitude at 50 N
    assert near.bearing_deg == pytest.approx(270, abs=0.1)


def test_the_nearest_town_may_lie_beyond_the_block_that_is_searched_first() -> None:
    # At the western end of a cell from 4.8 E: the block around it holds 4.4 to 5.6 E.
    beyond, within = Town("Ver", "BE", 50.1, 4.39, 10), Town("Dans", "BE", 50.1, 5.59, 10)
    near = Towns((within, beyond)).nearest(50.1, 4.81)
    assert near is not None
    assert near.town is beyond
    assert near.distance_m == pytest.approx(30_050, abs=10)  # 0.42 degrees of longitude at 50.1 N


def test_the_nearer_on_the_ellipsoid_counts_where_the_round_earth_would_say_the_other() -> None:
    north, east = Town("Noord", "BE", 50.1, 6.0, 10), Town("Oost", "BE", 50.0, 6.1554, 10)  # 11,123 m and 11,141 m
    near = Towns((east, north)).nearest(50.0, 6.0)
    assert near is not None
    assert near.town is north


def test_only_towns_of_the_state_asked_for_are_considered() -> None:
    near = _WORLD.nearest(50.0, 6.05, "BE")
    assert near is not None
    assert near.town is _WEST
    assert near.bearing_deg == pytest.approx(90, abs=0.2)


def test_a_state_without_towns_has_no_nearest_one() -> None:
    assert _WORLD.nearest(50.0, 6.0, "CH") is None
    assert Towns(()).nearest(50.0, 6.0) is None


def test_baarle_hertog_is_the_nearest_belgian_town_in_the_middle_of_baarle_nassau(towns: Towns) -> None:
    anywhere, belgian = towns.nearest(51.4435, 4.9290), towns.nearest(51.4435, 4.9290, "BE")
    assert anywhere is not None
    assert anywhere.town.name == "Baarle-Nassau"
    assert belgian is not None
    assert belgian.town.state == "BE"


def test_our_window_holds_all_its_towns(towns: Towns) -> None:
    assert len(towns.all) == 5_580
    assert all(WINDOW.has(town.lat, town.lon) for town in towns.all)
    assert {town.state for town in towns.all} == {"BE", "DE", "FR", "LU", "NL"}


@pytest.mark.parametrize(
    ("state", "name", "language", "other"),
    [
        ("BE", "Oostende", "en", "Ostend"),
        ("NL", "Den Haag", "en", "The Hague"),
        ("NL", "Den Haag", "fr", "La Haye"),
        ("BE", "Bruxelles/Brussel", "nl", "Brussel"),
        ("BE", "Antwerpen", "fr", "Anvers"),
        ("BE", "Liège", "nl", "Luik"),
        ("DE", "Aachen", "nl", "Aken"),
        ("LU", "Luxembourg", "lb", "Lëtzebuerg"),
        ("NL", "Maastricht", "fr", "Maastricht"),
    ],
)
def test_towns_have_their_local_names_and_those_of_the_neighbours(
    towns: Towns, state: str, name: str, language: str, other: str
) -> None:
    (town,) = [town for town in towns.all if town.state == state and town.name == name]
    assert town.name_in(language) == other


@given(
    lat=st.floats(WINDOW.south, WINDOW.north),
    lon=st.floats(WINDOW.west, WINDOW.east),
    state=st.sampled_from([None, "BE", "LU"]),
)
def test_the_nearest_town_is_the_one_that_measuring_all_of_them_finds(
    lat: float, lon: float, state: str | None
) -> None:
    towns = load_towns_once()
    near = towns.nearest(lat, lon, state)
    candidates = [town for town in towns.all if state in {None, town.state}]
    count = len(candidates)
    _, _, distances = _GEOD.inv(
        [town.lon for town in candidates], [town.lat for town in candidates], [lon] * count, [lat] * count
    )
    assert near is not None
    assert near.distance_m == pytest.approx(min(distances), abs=1e-6)
    assert 0 <= near.bearing_deg < 360


@given(
    lat=st.floats(-80, 80),
    lon=st.floats(-180, 180),
    places=st.lists(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1, max_size=12),
    spread=st.sampled_from([0.001, 0.01, 0.1]),
)
def test_towns_anywhere_are_found_as_by_measuring_all_of_them(
    lat: float, lon: float, places: list[tuple[float, float]], spread: float
) -> None:
    near_by = [(lat + north * spread, lon + east * spread) for north, east in places if abs(lat + north * spread) < 85]
    for points in (places, near_by):
        towns = Towns(tuple(Town(str(row), "NL", *place, 1) for row, place in enumerate(points)))
        near = towns.nearest(lat, lon, "NL")
        distances = [_GEOD.inv(east, north, lon, lat)[2] for north, east in points]
        assert (near.distance_m if near else None) == pytest.approx(min(distances, default=None), abs=1e-6)


@cache
def load_towns_once() -> Towns:
    """Hypothesis takes no fixtures by value; read the table once."""
    return load_towns()


@pytest.mark.parametrize(
    ("places", "names", "expected"),
    [
        ("", _NAMES_HEAD, "expected the columns state, name, lat, lon, population, area, got "),
        ("state,name\nBE,Ath\n", _NAMES_HEAD, "got state, name"),
        (_HEAD + "BE,Ath,x,3.8,1,\n", _NAMES_HEAD, "line 2: expected numbers lat, lon, population"),
        (_HEAD + "BE,Ath,50.6,3.8\n", _NAMES_HEAD, "line 2: expected numbers lat, lon, population"),
        (_HEAD + "BE,Ath,50.6,3.8,1,\n", "name\n", "place_names.csv: expected the columns"),
        (_HEAD + "BE,Ath,50.6,3.8,1,\n", _NAMES_HEAD + "BE,Mons,50.4,3.9,,Bergen,,,,\n", "expected places of area_of"),
    ],
)
def test_a_broken_table_is_refused_with_the_line(places: str, names: str, expected: str) -> None:
    with pytest.raises(PlacesError, match=expected):
        read_towns(places, names)
