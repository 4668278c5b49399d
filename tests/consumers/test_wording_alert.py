from typing import Any

import pytest
from msgspec.structs import replace

from consumers.reader import page_reader, terminal_reader
from consumers.wording_alert import (
    circumstances,
    degrees,
    headline,
    near_text,
    owner_text,
    person_text,
    phase_text,
    situation,
    units_text,
    where_text,
    why_this_room,
)
from streams.records import Acknowledgement, Alarm
from tests.consumers.known_records import DESK, by_hand
from tests.consumers.records import EIJSDEN, NOON, ROOM, alert, approach

EN = terminal_reader("en")
LIEGE = replace(EIJSDEN, name="Li\u00e8ge", state="BE", names={"nl": "Luik"})
RANG = Alarm(code="danger", at=NOON, revision=1, params={"code": "armed"})
OWNED = Acknowledgement(by=DESK, revision=1, at=NOON)


@pytest.mark.parametrize(
    ("changes", "what", "said"),
    [
        ({}, "entered", "ENTERED NL"),
        ({"kind": "area"}, "entered_area", "ENTERED YOUR AREA"),
        ({"kind": "area", "phase": "approaching"}, "approaching_area", "APPROACHING YOUR AREA"),
        ({"kind": "area", "phase": "left"}, "left_area", "LEFT YOUR AREA"),
        ({"kind": "area", "phase": "cleared"}, "cleared", "CLEARED NL"),
        ({"phase": "overflown"}, "overflown", "AIRCRAFT OVER NL"),
        ({"phase": "warned"}, "warned", "WARNED BY HAND"),
        ({"phase": "withdrawn", "because": "wrong car"}, "withdrawn_because", "WITHDRAWN, BECAUSE: wrong car"),
        ({"phase": "alarm", "alarms": (RANG,)}, "alarm", "ALARM: DANGER: armed"),
        ({"phase": "alarm"}, "alarm", "ALARM: not known"),
        ({"alarms": (RANG,)}, "entered", "ENTERED NL - DANGER: armed"),
        ({"alarms": (RANG,), "acknowledged": OWNED}, "entered", "ENTERED NL"),
        ({"fault": "x", "acknowledged": OWNED}, "entered", "ENTERED NL"),
        ({"phase": "fault", "fault": "x", "acknowledged": OWNED}, "fault", "SYSTEM FAULT, ACT BY TELEPHONE"),
    ],
)
def test_the_headline_says_what_happened_and_what_rang(changes: dict[str, Any], what: str, said: str) -> None:
    assert situation(alert(ROOM, **changes)) == what
    assert headline(alert(ROOM, **changes), EN) == said


@pytest.mark.parametrize(
    ("room", "changes", "said"),
    [
        (ROOM, {"kind": "copy", "territory_to": ("DE",)}, "ENTERED DE"),
        (ROOM, {"kind": "copy", "territory_to": ("DE", "NL")}, "ENTERED DE/NL"),
        (ROOM, {"territory_to": ("DE", "NL")}, "ENTERED NL"),
        ("LU/JOINT", {"territory_to": ("FR",)}, "ENTERED FR"),
        (ROOM, {"territory_to": (), "phase": "overflown"}, "AIRCRAFT OVER NL"),
        ("BE/HOME", {"kind": "home", "phase": "cleared"}, "CLEARED BE"),
    ],
)
def test_a_joint_centre_is_told_of_the_states_that_were_entered_not_of_its_own(
    room: str, changes: dict[str, Any], said: str
) -> None:
    assert headline(alert(room, **changes), EN) == said


def test_the_parts_of_the_headline_stand_apart() -> None:
    assert headline(alert(ROOM, fault="x"), EN) == "ENTERED NL - SYSTEM FAULT, ACT BY TELEPHONE"


def test_a_pursuit_that_began_abroad_comes_from_nowhere() -> None:
    assert units_text(alert(ROOM, territory_from=()), EN) == "BE/LIE-21"
    assert units_text(alert(ROOM, crossing=None), EN) == "BE/LIE-21 from BE"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "1.2 km S of Eijsden (NL)"),
        ({"place": LIEGE}, "1.2 km S of Li\u00e8ge (BE)"),
        ({"crossing_point": "A2 Eijsden"}, "A2 Eijsden, 1.2 km S of Eijsden (NL)"),
        ({"crossing_point": "A2 Eijsden", "place": None}, "A2 Eijsden"),
        ({"place": None}, "50.76700 N 5.71100 E"),
        ({"place": None, "crossing": None, "approach": approach(lat=-1.5)}, "1.50000 S 5.71100 E"),
        ({"place": None, "crossing": None}, "place not known"),
        ({"place": None, "crossing": None, "by_hand": by_hand()}, "E25"),
        ({"place": None, "crossing": None, "by_hand": by_hand(place="", lat=50.8, lon=5.7)}, "50.80000 N 5.70000 E"),
        ({"place": None, "crossing": None, "by_hand": by_hand(place="")}, "place not known"),
    ],
)
def test_where_it_is_by_what_is_known(changes: dict[str, Any], said: str) -> None:
    assert where_text(alert(ROOM, **changes), EN) == said


def test_a_place_has_both_names_and_a_pair_of_degrees_is_the_same_in_every_language() -> None:
    assert near_text(LIEGE, terminal_reader("nl")) == "Luik / Li\u00e8ge (1,2 km Z)"
    assert near_text(replace(LIEGE, distance_m=99), terminal_reader("fr")) == "Li\u00e8ge"
    assert degrees(50.8, 5.7) == "50.80000 N 5.70000 E"


def test_who_owns_it_and_at_which_desk() -> None:
    assert owner_text(alert(ROOM), EN) == "NOT ACKNOWLEDGED"
    assert owner_text(alert(ROOM, phase="departed"), EN) == ""
    owned = owner_text(alert(ROOM, acknowledged=OWNED), page_reader("en"))
    assert owned == "acknowledged by jansen (desk 3) at {$at 2026-05-04T12:00:00Z}"
    assert person_text(replace(DESK, desk=None), EN) == "jansen"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"area": "NL-LI"}, "R: serves NL-LI"),
        ({"area": None}, "R: coordinating room"),
        ({"room_basis": "home"}, "R: its own units"),
        ({"kind": "copy", "area": "NL-LI"}, "R: for information"),
        ({"kind": "by_hand"}, "R: warned by hand"),
    ],
)
def test_why_it_was_this_room(changes: dict[str, Any], said: str) -> None:
    assert why_this_room(alert(ROOM, **changes), "R", EN) == said


def test_circumstances_are_none_where_all_is_as_usual() -> None:
    assert circumstances(alert(ROOM), EN) == ()
    unusual = alert(ROOM, kind="copy", before_opening=True, room_basis="coordinating", elsewhere=True)
    assert len(circumstances(unusual, EN)) == 4


def test_a_phase_is_a_word_among_others() -> None:
    assert phase_text("departed", EN) == "own units abroad"
