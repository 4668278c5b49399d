"""Which rooms ring for a place: known border towns, places without an area, and tables that cannot be used."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from borders.areas import areas_of_rows
from borders.load import load_directory
from borders.places import Town, Towns
from borders.rooms import Directory, Role, Room, RoomsError, UnknownRoomError, read_rooms

_COLUMNS = "id,state,name,languages,areas,kind,role,confidence,source,seat,note\n"
_GOOD = "NL/MK-X,NL,Meldkamer X,nl,NL-VR01 NL-VR02,meldkamer,primary,verified,,,\n"
_DIRECTORY = load_directory()


def _room(room_id: str, role: Role = "primary", areas: tuple[str, ...] = ("NL-VR01",), state: str = "NL") -> Room:
    return Room(room_id, state, room_id, ("nl",), areas, "meldkamer", role, "verified")


def _world(*rooms: Room) -> Directory:
    """One town at 52 N 5 E in NL-VR01, and one without area at 52 N 6 E."""
    towns = Towns((Town("Stad", "NL", 52.0, 5.0, 1, {}, "NL-VR01"), Town("Dorp", "NL", 52.0, 6.0, 1)))
    return Directory(rooms, towns, "test")


@pytest.mark.parametrize(
    ("state", "lat", "lon", "area", "rooms"),
    [
        ("NL", 50.7789, 5.7106, "NL-VR24", "NL/MK-MAASTRICHT NL/LE-DRIEBERGEN"),  # Eijsden
        ("NL", 50.7707, 6.0158, "NL-VR24", "NL/MK-MAASTRICHT NL/LE-DRIEBERGEN"),  # Vaals
        ("NL", 51.4483, 4.6600, "NL-VR20", "NL/MK-BERGEN-OP-ZOOM NL/LE-DRIEBERGEN"),  # Zundert
        ("NL", 52.2183, 6.8958, "NL-VR05", "NL/MK-APELDOORN NL/LE-DRIEBERGEN"),  # Enschede
        ("BE", 51.4350, 4.9400, "BE-VAN", "BE/CIC-ANTWERPEN"),  # an exclave at Baarle
        ("BE", 49.6833, 5.8167, "BE-WLX", "BE/CIC-LUXEMBOURG"),  # Arlon
        ("BE", 50.7970, 3.1220, "BE-VWV", "BE/CIC-WEST-VLAANDEREN"),  # Menen
        ("BE", 50.7450, 3.2064, "BE-WHT", "BE/CIC-HAINAUT"),  # Mouscron
        ("LU", 49.8331, 5.7405, "LU", "LU/CIN"),  # Martelange, the Luxembourg side
        ("DE", 50.7766, 6.0834, "DE-05334", "DE/NW-AACHEN DE/NW-AUTOBAHN-KOELN"),  # Aachen
        ("DE", 52.4308, 7.0683, "DE-03456", "DE/NI-OSNABRUECK"),  # Nordhorn
        ("DE", 49.7557, 6.6394, "DE-07211", "DE/RP-TRIER"),  # Trier
        ("FR", 50.7863, 3.1261, "FR-59", "FR/CORG-59 FR/CIC-59"),  # Halluin
        ("FR", 49.5217, 5.7619, "FR-54", "FR/CORG-54 FR/CIC-54"),  # Longwy
    ],
)
def test_a_border_town_rings_its_own_rooms_primary_first(
    *, directory: Directory, state: str, lat: float, lon: float, area: str, rooms: str
) -> None:
    found = directory.rooms_at(state, lat, lon)
    assert (found.basis, found.area) == ("area", area)
    assert " ".join(room.id for room in found.rooms) == rooms


@pytest.mark.parametrize(
    ("state", "lat", "lon", "rooms"),
    [
        (
            "DE",
            50.9400,
            6.9500,
            "DE/NW-LANDESLEITSTELLE",
        ),  # Cologne: a table of border towns alone would say Rhein-Erft
        ("DE", 52.5200, 13.4050, "DE/NW-LANDESLEITSTELLE"),  # Berlin
        ("FR", 48.8566, 2.3522, "BE/CCPD-TOURNAI LU/CCPD-LUXEMBOURG"),  # Paris: France has no room of its own for this
        ("CH", 47.0000, 8.0000, ""),  # a state without rooms
    ],
)
def test_where_no_area_is_known_the_coordinating_rooms_are_named_as_such(
    directory: Directory, state: str, lat: float, lon: float, rooms: str
) -> None:
    found = directory.rooms_at(state, lat, lon)
    assert (found.basis, found.area) == ("coordinating", None)
    assert " ".join(room.id for room in found.rooms) == rooms


def test_the_state_is_the_callers_whatever_town_is_near(directory: Directory) -> None:
    in_baarle_nassau = (51.4435, 4.9290)
    assert directory.rooms_at("NL", *in_baarle_nassau).area == "NL-VR20"
    assert directory.rooms_at("BE", *in_baarle_nassau).area == "BE-VAN"


@given(lat=st.floats(50.7, 51.2), lon=st.floats(3.5, 5.6), state=st.sampled_from(["BE", "NL", "LU"]))
def test_every_place_has_rooms_of_its_own_state_and_the_first_is_primary(lat: float, lon: float, state: str) -> None:
    found = _DIRECTORY.rooms_at(state, lat, lon)
    assert found.rooms
    if found.basis == "area":
        assert {room.state for room in found.rooms} == {state}
        assert found.rooms[0].role == "primary"


def test_second_and_motorway_rooms_ring_too_but_coordination_and_copy_do_not() -> None:
    world = _world(
        _room("NL/A", "motorway"), _room("NL/B", "second"), _room("NL/C", "coordination"), _room("NL/D", "copy"),
        _room("NL/E"),
    )  # fmt: skip
    assert [room.id for room in world.rooms_at("NL", 52.0, 5.0).rooms] == ["NL/E", "NL/A", "NL/B"]
    assert [room.id for room in world.rooms_at("NL", 52.0, 6.0).rooms] == ["NL/C"]


def test_a_place_too_far_from_every_town_has_no_area() -> None:
    world = replace(_world(_room("NL/A")), max_place_distance_m=10_000.0)
    at_9_km, at_11_km = world.rooms_at("NL", 52.081, 5.0), world.rooms_at("NL", 52.099, 5.0)
    assert (at_9_km.basis, at_9_km.town and at_9_km.town.name) == ("area", "Stad")
    assert (at_11_km.basis, at_11_km.area, at_11_km.town) == ("coordinating", None, None)


def test_an_area_that_no_room_serves_is_told_with_the_coordinating_rooms() -> None:
    found = _world(_room("NL/C", "coordination")).rooms_at("NL", 52.0, 5.0)
    assert (found.basis, found.area) == ("coordinating", "NL-VR01")
    assert [room.id for room in found.rooms] == ["NL/C"]


def test_a_room_of_another_state_that_claims_the_area_does_not_ring() -> None:
    world = _world(_room("NL/A"), _room("BE/A", state="BE"))
    assert [room.id for room in world.rooms_at("NL", 52.0, 5.0).rooms] == ["NL/A"]


@pytest.mark.parametrize(
    ("state", "lat", "lon", "copies"),
    [
        ("NL", 50.7789, 5.7106, "NL/EPICC-KERKRADE"),  # Eijsden
        ("NL", 51.4483, 4.6600, ""),  # Zundert
        ("BE", 50.7450, 3.2064, "BE/CCPD-TOURNAI"),  # Mouscron
        ("BE", 49.6833, 5.8167, "BE/CCPD-TOURNAI LU/CCPD-LUXEMBOURG"),  # Arlon, which two joint centres serve
        ("DE", 50.7766, 6.0834, "DE/NW-LANDESLEITSTELLE NL/EPICC-KERKRADE"),  # Aachen
        ("DE", 52.5200, 13.4050, ""),  # Berlin: no area is known, the coordinating room acts itself
        ("FR", 48.8566, 2.3522, ""),  # Paris: the joint centres act themselves
    ],
)
def test_joint_centres_and_coordinating_rooms_of_the_area_get_a_copy(
    *, directory: Directory, state: str, lat: float, lon: float, copies: str
) -> None:
    assert " ".join(room.id for room in directory.rooms_at(state, lat, lon).copies) == copies


def test_a_room_that_acts_gets_no_copy_of_what_it_is_told() -> None:
    joint = _room("BE/J", "coordination", ("NL-VR01", "BE-X"), "BE")
    found = _world(_room("NL/C", "coordination"), _room("NL/D", "copy"), joint).rooms_at("NL", 52.0, 5.0)
    assert (found.basis, [room.id for room in found.rooms]) == ("coordinating", ["NL/C"])
    assert [room.id for room in found.copies] == ["BE/J", "NL/D"]


def test_an_own_polygon_tells_the_area_and_the_nearest_town_is_still_named() -> None:
    areas = areas_of_rows(["NL-VR02", "BE-X"], [box(4.9, 51.9, 5.1, 52.1), box(4, 51, 7, 53)], "own")
    world = replace(_world(_room("NL/A"), _room("NL/B", areas=("NL-VR02",))), areas=areas)
    inside, outside = world.rooms_at("NL", 52.05, 5.0), world.rooms_at("NL", 52.0, 4.7)
    assert (inside.area, [room.id for room in inside.rooms], inside.town) == ("NL-VR02", ["NL/B"], world.towns.all[0])
    assert outside.area == "NL-VR02"  # no polygon of the state: the area its nearest town lies in


def test_outside_every_polygon_the_nearest_town_tells_the_area() -> None:
    elsewhere = areas_of_rows(["NL-VR02"], [box(6.5, 51.9, 6.6, 52.1)], "own")
    world = replace(_world(_room("NL/A"), _room("NL/B", areas=("NL-VR02",))), areas=elsewhere)
    assert world.rooms_at("NL", 52.0, 5.0).area == "NL-VR01"


def test_a_polygon_tells_the_area_where_no_town_is_known() -> None:
    world = replace(_world(_room("NL/A")), areas=areas_of_rows(["NL-VR01"], [box(10, 40, 11, 41)], "own"))
    found = world.rooms_at("NL", 40.5, 10.5)  # outside the window
    assert (found.basis, found.area, found.town) == ("area", "NL-VR01", None)


def test_a_table_may_have_telephones() -> None:
    columns = _COLUMNS.replace("\n", ",telephone,telephone_only\n")
    text = columns + _GOOD.replace("\n", ",+00 11,yes\n") + "NL/Y,NL,Y,nl,NL-VR03,meldkamer,primary,memory,,,\n"
    found = [(room.id, room.telephone, room.telephone_only) for room in read_rooms(text)]
    assert found == [("NL/MK-X", "+00 11", True), ("NL/Y", "", False)]


def test_our_own_table_has_no_telephones(directory: Directory) -> None:
    assert {(room.telephone, room.telephone_only) for room in directory.rooms} == {("", False)}


def test_a_room_is_found_by_its_id(directory: Directory) -> None:
    room = directory.room("NL/MK-MAASTRICHT")
    assert (room.state, room.languages, room.areas) == ("NL", ("nl",), ("NL-VR23", "NL-VR24"))
    assert directory.room("LU/CIN").languages == ("lb", "fr", "de")


def test_an_unknown_room_is_refused_with_an_example(directory: Directory) -> None:
    with pytest.raises(UnknownRoomError, match=r"68 rooms such as BE/CCPD-TOURNAI, got 'NL/NOBODY'"):
        directory.room("NL/NOBODY")
    assert directory.find("NL/NOBODY") is None
    assert directory.find("NL/MK-MAASTRICHT") == directory.room("NL/MK-MAASTRICHT")


def test_every_room_says_how_sure_it_is(directory: Directory) -> None:
    assert len(directory.rooms) == 68
    counts = {
        word: sum(room.confidence == word for room in directory.rooms) for word in ("verified", "partly", "memory")
    }
    assert counts == {"verified": 41, "partly": 21, "memory": 6}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "expected the columns id, state"),
        ("id,state\nNL/X,NL\n", "missing areas, confidence, kind, languages, name, note, role, seat, source"),
        (_COLUMNS, "expected at least one room, got none"),
        (_COLUMNS + _GOOD + _GOOD, "line 3: expected each room once, got NL/MK-X again"),
        (_COLUMNS + _GOOD.replace("NL/MK-X", "MK-X"), "line 2: expected an id that starts with its state"),
        (_COLUMNS + _GOOD.replace("NL/MK-X", "BE/MK-X"), "got 'BE/MK-X' in state 'NL'"),
        (_COLUMNS + _GOOD.replace("primary", "main"), "role: expected one of primary, second, .*, got 'main'"),
        (_COLUMNS + _GOOD.replace("verified", "sure"), "confidence: expected one of verified, .*, got 'sure'"),
        (_COLUMNS + _GOOD.replace("Meldkamer X", " "), "expected name of NL/MK-X, got an empty cell"),
        (_COLUMNS + _GOOD.replace("NL-VR01 NL-VR02", ""), "expected areas of NL/MK-X, got an empty cell"),
        (
            _COLUMNS + _GOOD.replace("NL-VR01 ", "NL-VR01;"),
            "expected area codes such as BE-WLG .*, got 'NL-VR01;NL-VR02'",
        ),
        (_COLUMNS + "NL/MK-X,NL\n", "line 2: expected name of NL/MK-X"),
        (_COLUMNS.replace("note", "note,fax") + _GOOD, "unknown 'fax'"),
        (_COLUMNS + _GOOD.replace("\n", "a,b\n"), "line 2: expected 11 cells, got 'b' beyond them"),
        (
            _COLUMNS.replace("note", "note,telephone") + _GOOD.replace("\n", ",none\n"),
            "line 2, telephone: expected 3 to 20 digits .*, got 'none'",
        ),
        (
            _COLUMNS.replace("note", "note,telephone_only") + _GOOD.replace("\n", ",so\n"),
            "line 2, telephone_only: expected yes, no or an empty cell, got 'so'",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_line_and_value(text: str, expected: str) -> None:
    with pytest.raises(RoomsError, match=expected):
        read_rooms(text)
