"""The hard places of the real map, driven with the noise of a phone: corridors, enclaves, shared water, tripoints.

Noise is 15 m along each axis, white or Gauss-Markov of 60 s, one fix a second.
"""

import math
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import shapely
from shapely.ops import nearest_points

from geo.crossing import find_crossings
from geo.fix import Fix
from geo.geodesy import bearing_deg, destination, distance_m
from geo.settings import TrackerSettings
from geo.territory import Territory, TerritoryIndex
from tests.borders.built import built_layer
from tests.geo.seen import Judged, Watcher, changes
from tests.worlds import NOON, car, sets

BE, NL, DE, LU, FR, SHARED, NOWHERE = sets("BE", "NL", "DE", "LU", "FR", "DE LU", "")
NOISES = ("white", "correlated")
SEEDS = range(5)
VAALS, OUREN, SCHENGEN_WEST = (50.754287, 6.021007), (50.12985, 6.13779), (49.469417, 6.367727)

Place = tuple[float, float]


@cache
def index() -> TerritoryIndex:
    """The real layer's lookup, built once."""
    return TerritoryIndex.build(built_layer().areas)


def noisy(way: Sequence[Place], speed_mps: float, noise: str, seed: int) -> list[Fix]:
    """A drive along straight pieces, as a phone reports it."""
    rng = np.random.default_rng(seed)
    drift, fixes = np.zeros(2), []
    for second, (lat, lon) in enumerate(_places(way, speed_mps)):
        keep = math.exp(-1.0 / 60.0)
        drift = keep * drift + rng.normal(0.0, 15.0 * math.sqrt(1.0 - keep * keep), 2)
        north, east = rng.normal(0.0, 15.0, 2) if noise == "white" else drift
        off_lat, off_lon = destination(lat, lon, 0.0, north)[0], destination(lat, lon, 90.0, east)[1]
        at = NOON + timedelta(seconds=second)
        fixes.append(
            Fix("BE/CAR", "b", second, counted=True, observed_at=at, lat=off_lat, lon=off_lon, accuracy_m=22.7)
        )
    return fixes


def _places(way: Sequence[Place], speed_mps: float) -> list[Place]:
    """Where the car is each second."""
    places: list[Place] = []
    left_m = 0.0
    for (lat, lon), (to_lat, to_lon) in pairwise(way):
        length_m, towards = distance_m(lat, lon, to_lat, to_lon), bearing_deg(lat, lon, to_lat, to_lon)
        steps = np.arange(left_m, length_m, speed_mps)
        places += [destination(lat, lon, towards, float(step)) for step in steps]
        left_m = float(steps[-1]) + speed_mps - length_m if len(steps) else left_m - length_m
    return places


def driven(way: Sequence[Place], speed_mps: float, noise: str, seed: int) -> list[Judged]:
    """What the tracker says of it."""
    return Watcher(index(), TrackerSettings()).see(noisy(way, speed_mps, noise, seed))


def across(place: Place, to: Place, m: float) -> list[Place]:
    """A straight way through both places, so many metres beyond each."""
    towards = bearing_deg(*place, *to)
    return [destination(*place, towards + 180.0, m), destination(*to, towards, m)]


def exactly(way: Sequence[Place]) -> list[tuple[Territory, Territory]]:
    """What lies on a straight way, without any noise."""
    begin, end = car([way[0], way[-1]])
    return [(crossing.left, crossing.entered) for crossing in find_crossings(begin, end, index())]


def possibles(told: Sequence[Judged]) -> int:
    return sum(crossing.status == "possible" for one in told for crossing in one.crossings)


# ---------------------------------------------------------------- corridors narrower than the noise


@cache
def vennbahn() -> list[tuple[Place, Place]]:
    """Where the old railway, Belgian and 11 to 28 m wide, parts a German exclave from the rest of Germany."""
    main, *parts = sorted(built_layer().areas["DE"].geoms, key=lambda part: -part.area)
    found = []
    for part in parts:
        near, far = nearest_points(part, main)
        if distance_m(near.y, near.x, far.y, far.x) < 30.0:
            found.append(((near.y, near.x), (far.y, far.x)))
    return found


def test_the_vennbahn_has_five_corridors() -> None:
    assert len(vennbahn()) == 5


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("corridor", range(5))
def test_whoever_drives_over_the_vennbahn_was_in_belgium_and_is_in_germany_again(corridor: int, noise: str) -> None:
    near, far = vennbahn()[corridor]
    for seed in SEEDS:
        way = across(near, far, 150.0)
        told = driven(way, 13.9, noise, seed)
        assert told[-1].territory == DE
        assert changes(told) in (exactly(way), []), (corridor, seed)


@pytest.mark.parametrize("noise", NOISES)
def test_most_drives_over_the_vennbahn_are_told(noise: str) -> None:
    """Beside these nearest places the corridor bends away: a way that may lie 30 m aside does not always cross it."""
    told = [changes(driven(across(*corridor, 150.0), 13.9, noise, seed)) for corridor in vennbahn() for seed in SEEDS]
    assert sum(bool(one) for one in told) >= 0.6 * len(told)


# ---------------------------------------------------------------- shared water


@cache
def moselle() -> tuple[Place, Place]:
    """The two banks of the Moselle at Wormeldange, Luxembourg's first; between them the water is both states'."""
    areas = built_layer().areas
    middle = shapely.Point(6.40, 49.61)
    banks = [nearest_points(area.boundary, middle)[0] for area in (areas["DE"], areas["LU"])]
    return (banks[0].y, banks[0].x), (banks[1].y, banks[1].x)


@pytest.mark.parametrize("noise", NOISES)
def test_the_bridge_over_shared_water_is_entered_and_left_again_on_the_far_bank(noise: str) -> None:
    west, east = moselle()
    for seed in SEEDS:
        told = driven(across(west, east, 300.0), 13.9, noise, seed)
        assert changes(told) == [(NOWHERE, DE), (LU, NOWHERE)]
        assert told[-1].territory == DE


def test_the_disputed_water_of_the_ems_is_both_states() -> None:
    assert index().territory_at(53.53, 6.70) == frozenset({"DE", "NL"})
    out = driven(across((53.53, 6.70), (53.53, 6.701), 8_000.0), 20.0, "white", 1)
    assert {state for one in out for state in one.territory} == {"DE", "NL"}


def test_the_high_sea_is_a_territory_of_its_own() -> None:
    told = driven([(52.2, 4.2), (52.2, 3.9)], 30.0, "white", 1)
    assert changes(told) == [(NL, NOWHERE)]
    assert told[-1].territory == NOWHERE


# ---------------------------------------------------------------- tripoints


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(("tripoint", "states"), [(VAALS, {"BE", "NL", "DE"}), (OUREN, {"BE", "DE", "LU"})])
def test_a_round_about_a_tripoint_comes_through_each_state_once(tripoint: Place, states: set[str], noise: str) -> None:
    ring = [destination(*tripoint, bearing, 400.0) for bearing in range(60, 421, 10)]
    on_the_ring = sum(len(exactly(piece)) for piece in pairwise(ring))
    for seed in SEEDS:
        told = driven(ring, 13.9, noise, seed)
        entered = [state for _, entered in changes(told) for state in entered]
        assert set(entered) == states
        assert len(changes(told)) <= on_the_ring, (seed, changes(told))


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("tripoint", [VAALS, OUREN, SCHENGEN_WEST])
def test_a_car_that_stands_on_a_tripoint_for_an_hour_crosses_nothing(tripoint: Place, noise: str) -> None:
    for seed in SEEDS:
        fixes = noisy([tripoint, destination(*tripoint, 0.0, 0.35995)], 1e-4, noise, seed)
        told = Watcher(index(), TrackerSettings()).see(fixes)
        assert (len(fixes), changes(told)) == (3600, [])
        assert possibles(told) <= 1


# ---------------------------------------------------------------- chatter


@pytest.mark.parametrize("noise", NOISES)
def test_a_walk_along_the_middle_of_a_border_street_is_no_chatter(noise: str) -> None:
    """Neustrasse/Nieuwstraat between Herzogenrath and Kerkrade: twenty minutes on the very line, which is crossed
    hundreds of times. A drift of 52 m, which is surely abroad, comes once in some hours."""
    border = shapely.intersection(built_layer().areas["NL"].boundary, built_layer().areas["DE"].boundary)
    near = shapely.intersection(border, shapely.box(6.075, 50.860, 6.095, 50.872))
    line = max(shapely.get_parts(shapely.line_merge(near)), key=lambda part: part.length)
    way = [(lat, lon) for lon, lat in line.coords]
    assert sum(distance_m(*a, *b) for a, b in pairwise(way)) > 1_000.0
    for seed in SEEDS:
        told = driven(way, 1.4, noise, seed)
        assert possibles(told) <= 2
        assert changes(told) == []
