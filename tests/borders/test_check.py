"""The checks hold for the real layer and rooms, and each of them sees its own fault."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from borders.areas import areas_of_rows
from borders.check import (
    Check,
    check_layer,
    crossing_points_check,
    directory_checks,
    layer_checks,
    telephones_check,
    towns_check,
)
from borders.crossing_points import CrossingPoint, CrossingPoints
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


def test_our_own_rooms_pass_every_check_but_that_of_the_telephones(directory: Directory) -> None:
    assert [str(check) for check in directory_checks(directory) if not check.ok] == []
    assert str(telephones_check(directory)) == (
        "rooms without a telephone number: expected none, got 68 of 68 (BE/CCPD-TOURNAI, BE/CIC-ANTWERPEN, "
        "BE/CIC-BRABANT-WALLON, BE/CIC-BRUXELLES, BE/CIC-HAINAUT and 63 more); "
        "name a table of them (id,telephone) in SENNINGEN_TELEPHONES_FILE"
    )


def test_rooms_with_a_number_each_are_no_fault_and_one_without_is_named(directory: Directory) -> None:
    told = tuple(replace(room, telephone="112") for room in directory.rooms)
    assert telephones_check(replace(directory, rooms=told)).ok
    silent = (*told[:-1], replace(told[-1], telephone="", telephone_only=True))
    assert f"got 1 of 68 ({told[-1].id});" in str(telephones_check(replace(directory, rooms=silent)))


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


def test_an_own_area_without_rooms_is_named_and_one_it_replaces_is_not_missed(directory: Directory) -> None:
    areas = areas_of_rows(["NL-OWN", "NL-VR24"], [box(2, 51.2, 8, 54), box(5.5, 50.7, 6.2, 51.2)], "own")
    rooms = tuple(
        room if room.state != "NL" else replace(room, areas=("NL-VR24",))
        for room in directory.rooms
        if room.state != "NL" or room.id == "NL/MK-MAASTRICHT"
    )
    found = [str(check) for check in directory_checks(replace(directory, areas=areas, rooms=rooms)) if not check.ok]
    assert "areas without a primary room: expected none, got NL-OWN" in found
    served = tuple(replace(room, areas=("NL-OWN", "NL-VR24")) if room.state == "NL" else room for room in rooms)
    found = [str(check) for check in directory_checks(replace(directory, areas=areas, rooms=served)) if not check.ok]
    assert not any("NL-OWN" in fault for fault in found)


_BORDER = CrossingPoint("Moelingen/Eijsden", "E25", 50.76027, 5.72511, "BE", "NL")


@pytest.mark.parametrize(
    ("point", "fault"),
    [
        (_BORDER, "none"),
        (replace(_BORDER, left="", entered=""), "none"),
        (replace(_BORDER, lat=50.7615), "none"),  # 137 m inside
        (replace(_BORDER, lat=50.7640), "E25 Moelingen/Eijsden BE>NL"),  # 415 m inside
        (replace(_BORDER, left="DE", entered="NL"), "E25 Moelingen/Eijsden DE>NL"),
        (replace(_BORDER, left="", entered="", lat=50.7640), "E25 Moelingen/Eijsden"),
        (replace(_BORDER, lat=5.72511, lon=50.76027), "E25 Moelingen/Eijsden BE>NL"),
    ],
)
def test_a_crossing_point_that_no_border_of_its_states_is_near_is_named(
    layer: BorderLayer, point: CrossingPoint, fault: str
) -> None:
    assert crossing_points_check(layer, CrossingPoints((point,))).got == fault


def test_without_crossing_points_nothing_is_wrong_with_them(layer: BorderLayer) -> None:
    assert str(crossing_points_check(layer, CrossingPoints())) == "crossing points away from their border: none"


@pytest.mark.parametrize(("got", "is_grave", "fault"), [("b", True, True), ("b", False, False), ("a", True, False)])
def test_only_what_is_otherwise_and_grave_is_a_fault(got: str, *, is_grave: bool, fault: bool) -> None:
    check = Check("a thing", "a", got, is_grave=is_grave)
    assert (check.is_fault, check.ok) == (fault, got == "a")
