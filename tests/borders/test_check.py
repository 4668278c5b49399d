"""The checks hold for the real layer and rooms, and each of them sees its own fault."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from borders.check import Check, check_layer, directory_checks, layer_checks, towns_check
from borders.layer import BorderLayer, multi
from borders.places import Towns
from borders.rooms import Directory


def _with(layer: BorderLayer, **areas: MultiPolygon) -> BorderLayer:
    merged: Mapping[str, MultiPolygon] = {**layer.areas, **areas}
    return replace(layer, areas=merged)


def _without_part_at(area: MultiPolygon, lat: float, lon: float) -> MultiPolygon:
    return MultiPolygon([part for part in area.geoms if not part.contains(Point(lon, lat))])


def _subjects(faults: tuple[Check, ...]) -> set[str]:
    return {fault.subject for fault in faults}


def test_the_built_layer_passes_every_check_and_tells_how_far_it_is(layer: BorderLayer) -> None:
    shares: list[float] = []
    checks = layer_checks(layer, shares.append)
    assert [str(check) for check in checks if not check.ok] == []
    assert len(checks) == 18
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_lost_exclave_is_a_fault(layer: BorderLayer) -> None:
    faults = check_layer(_with(layer, BE=_without_part_at(layer.areas["BE"], 51.43568, 4.94135)))
    assert {"BE", "Belgian exclaves in the Netherlands", "the exclave at 51.43568 N 4.94135 E"} <= _subjects(faults)
    assert "the exclave at 51.43568 N 4.94135 E: expected BE, got outside the map" in [str(fault) for fault in faults]


def test_a_lost_vennbahn_exclave_is_a_fault(layer: BorderLayer) -> None:
    inside = Polygon(max(layer.areas["BE"].geoms, key=lambda part: part.area).exterior)
    kept = [part for part in layer.areas["DE"].geoms if not inside.contains(part.representative_point())]
    assert "German exclaves along the Vennbahn" in _subjects(check_layer(_with(layer, DE=MultiPolygon(kept))))


def test_two_states_on_one_land_are_a_fault(layer: BorderLayer) -> None:
    wider = multi(layer.areas["LU"].union(box(5.70, 49.62, 5.80, 49.65)))
    assert "overlaps" in _subjects(check_layer(_with(layer, LU=wider)))


def test_a_gap_between_states_is_a_fault(layer: BorderLayer) -> None:
    narrower = multi(layer.areas["BE"].difference(box(4.50, 50.40, 4.51, 50.41)))
    faults = check_layer(_with(layer, BE=narrower))
    assert "land of nobody" in _subjects(faults)
    assert any("a gap at 50.40500 N 4.50500 E" in str(fault) for fault in faults)


def test_a_sliver_is_a_fault(layer: BorderLayer) -> None:
    sliver = MultiPolygon([*layer.areas["LU"].geoms, box(10.0, 40.0, 10.0001, 40.0001)])
    assert "slivers" in _subjects(check_layer(_with(layer, LU=sliver)))


def test_a_missing_state_ends_the_checks(layer: BorderLayer) -> None:
    areas = {code: area for code, area in layer.areas.items() if code != "LU"}
    (fault,) = check_layer(replace(layer, areas=areas))
    assert str(fault) == "states: expected BE DE FR LU NL, got BE DE FR NL"


def test_an_invalid_polygon_is_named_with_its_place(layer: BorderLayer) -> None:
    bow_tie = MultiPolygon([Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])])
    (fault,) = check_layer(_with(layer, LU=bow_tie))
    assert str(fault) == "LU geometry: expected Valid Geometry, got Self-intersection[0.5 0.5]"


def test_every_town_lies_in_the_state_that_an_independent_source_gives_it(layer: BorderLayer, towns: Towns) -> None:
    assert str(towns_check(layer, towns)) == "towns not in their state alone: none"


@pytest.mark.parametrize(("east_m", "north_m"), [(1000, 0), (-1000, 0), (0, 1000), (0, -1000)])
def test_a_layer_shifted_by_a_kilometre_puts_towns_abroad(
    layer: BorderLayer, towns: Towns, east_m: float, north_m: float
) -> None:
    xoff, yoff = east_m / 69_400, north_m / 111_195
    shifted = {code: translate(area, xoff=xoff, yoff=yoff) for code, area in layer.areas.items()}
    fault = towns_check(replace(layer, areas=shifted), towns)
    assert not fault.ok
    assert "more" in fault.got


def test_a_state_laid_over_its_neighbour_puts_the_neighbours_towns_in_two(layer: BorderLayer, towns: Towns) -> None:
    spread = multi(layer.areas["BE"].union(box(5.6, 50.8, 5.8, 50.9)))  # over Maastricht
    assert "Amby (NL), Belfort (NL)" in towns_check(_with(layer, BE=spread), towns).got


def test_our_own_rooms_pass_every_check(directory: Directory) -> None:
    assert [str(check) for check in directory_checks(directory) if not check.ok] == []


@pytest.mark.parametrize(
    ("room", "areas", "fault"),
    [
        ("NL/MK-MAASTRICHT", ("NL-VR23",), "areas without a primary room: expected none, got NL-VR24"),
        ("LU/CIN", ("LU", "BE-WLX"), "areas with two primary rooms: expected none, got BE-WLX"),
        ("LU/CIN", ("LU", "LU-99"), "rooms that serve an unknown area: expected none, got LU/CIN LU-99"),
    ],
)
def test_a_fault_in_the_rooms_is_named(directory: Directory, room: str, areas: tuple[str, ...], fault: str) -> None:
    changed = tuple(replace(each, areas=areas) if each.id == room else each for each in directory.rooms)
    assert fault in [str(check) for check in directory_checks(replace(directory, rooms=changed))]
