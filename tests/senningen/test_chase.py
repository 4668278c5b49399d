from datetime import UTC, datetime, timedelta
from itertools import pairwise

from geo.geodesy import distance_m
from geo.reading import Chunk
from geo.territory import TerritoryIndex
from geo.tracker import observe
from geo.tracks import Tracks
from senningen.chase import COURSE, ROUTE_LENGTH_M, border_instant, drive
from tests.borders.built import built_layer

START = datetime(2026, 1, 1, tzinfo=UTC)


def test_the_same_seed_drives_the_same_way() -> None:
    assert drive("BE/A", "b", START) == drive("BE/A", "b", START)
    assert drive("BE/A", "b", START, seed=1) != drive("BE/A", "b", START, seed=2)


def test_fixes_come_one_a_second_and_are_numbered() -> None:
    fixes = drive("BE/A", "b", START)
    assert [fix.number for fix in fixes] == list(range(len(fixes)))
    assert all(later.observed_at - earlier.observed_at == timedelta(seconds=1) for earlier, later in pairwise(fixes))


def test_no_car_is_faster_than_200_km_an_hour() -> None:
    fixes = drive("BE/A", "b", START)
    noise_m = 25.0
    assert all(distance_m(a.lat, a.lon, b.lat, b.lon) < 200 / 3.6 + noise_m for a, b in pairwise(fixes))
    assert distance_m(fixes[0].lat, fixes[0].lon, COURSE[0].lat, COURSE[0].lon) < noise_m
    assert ROUTE_LENGTH_M / len(fixes) > 25.0


def test_both_cars_cross_from_belgium_into_the_netherlands_once_and_at_the_told_instant() -> None:
    index = TerritoryIndex.build(built_layer().areas)
    for behind_m, late_s in ((0.0, 0.0), (160.0, 9.0)):
        seen = observe(Tracks(), Chunk.of(drive("BE/A", "b", START, behind_m=behind_m)), index)
        crossings = [crossing for _, crossing in seen.crossings if crossing.status == "confirmed"]
        assert [(set(crossing.left), set(crossing.entered)) for crossing in crossings] == [({"BE"}, {"NL"})]
        expected = border_instant(START) + timedelta(seconds=late_s)
        assert abs((crossings[0].at - expected).total_seconds()) < 3.0


def test_the_second_car_follows_at_its_distance() -> None:
    first, second = drive("BE/A", "b", START), drive("BE/B", "b", START, behind_m=160.0)
    halfway = len(first) // 2
    assert 100.0 < distance_m(first[halfway].lat, first[halfway].lon, second[halfway].lat, second[halfway].lon) < 600.0
