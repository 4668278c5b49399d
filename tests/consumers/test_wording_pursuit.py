from typing import Any

import pytest
from msgspec.structs import replace

from consumers.reader import terminal_reader
from consumers.wording_pursuit import alerted_text, limit_text, opened_text, pursuit_text, stay_text, unit_text
from streams.records import Acknowledgement
from tests.consumers.known_records import DESK, alerted, full_pursuit, limit, stay
from tests.consumers.records import NOON, UNIT, seen

EN = terminal_reader("en")


def test_a_pursuit_in_a_line() -> None:
    assert pursuit_text(full_pursuit(), EN) == (
        "PURSUIT BE/P-1 open (ram raid): BE/LIE-21 NL HAS LOST SIGHT of the target since 12:00:00Z; "
        "opened by LIE-21 at 12:00:00Z, led by NL/ROOM since 12:00:00Z; "
        "STILL RUNNING? asked at 12:00:00Z: no unit has moved for long"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phase": "error"}, "BE/P-1 opened in error, there was no pursuit"),
        ({"phase": "merged", "goes_on_as": "BE/2"}, "goes on as BE/2"),
        ({"units": ()}, ": no unit; "),
    ],
)
def test_how_a_pursuit_stands_is_plain(changes: dict[str, Any], said: str) -> None:
    assert said in pursuit_text(full_pursuit(**changes), EN)


def test_since_when_it_is_led_is_said_after_a_hand_over_only() -> None:
    home = full_pursuit(leading_room="BE/CIC-LIEGE")
    assert opened_text(home, EN) == "opened by LIE-21 at 12:00:00Z, led by BE/CIC-LIEGE"


def test_a_unit_says_what_is_special_with_it() -> None:
    assert unit_text(replace(seen(UNIT, "NL", silent=True), returning=True), EN) == (
        "BE/LIE-21 NL NO POSITION since 11:59:40Z drives home"
    )
    assert unit_text(replace(seen(UNIT, "NL"), movement="air"), EN) == "BE/LIE-21 NL by air"
    assert unit_text(replace(seen(UNIT, "NL"), seen=None), EN) == "BE/LIE-21 not seen yet"


def test_a_stay_abroad_says_since_when_and_how_far_its_limits_have_run() -> None:
    assert stay_text(UNIT, stay(), EN) == (
        "BE/LIE-21 in NL since 12:00:00Z; at most 10 km as driven; 8.2 km driven, 3.1 km in a straight line; "
        "LIMIT NEAR (distance)"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"since": None}, "BE/LIE-21 in NL, since when is not known; "),
        ({"crossing": None}, "in NL since 12:00:00Z at the latest, first seen there then; at most 10 km as driven; "),
        ({"crossing": None}, "; at least 8.2 km driven, 3.1 km in a straight line; "),
        ({"known": False, "limits": ()}, "; NO KNOWN LEGAL BASIS for this unit here: hand over to the host"),
        ({"reached": "exceeded", "by": "time"}, "; LIMIT EXCEEDED (time)"),
        ({"travelled_m": None, "crow_m": None}, "as driven; LIMIT NEAR"),
    ],
)
def test_a_stay_hides_nothing(changes: dict[str, Any], said: str) -> None:
    assert said in stay_text(UNIT, stay(**changes), EN)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"time_s": 7_200, "combine": "or"}, "at most 10 km as driven or at most 120 min, whichever comes first"),
        ({"time_s": 3_600, "combine": "and"}, "at most 10 km as driven and at most 60 min"),
        ({"distance_m": None, "time_s": 3_600}, "at most 60 min"),
        ({"distance_m": None, "check_with": "host_room"}, "limit not known, CHECK with the host's control room"),
        (
            {"measured": "crow_flies_from_named_point", "point": "Lernacken"},
            "at most 10 km in a straight line from the named point (Lernacken)",
        ),
    ],
)
def test_a_limit_is_said_as_its_rule_has_it(changes: dict[str, Any], said: str) -> None:
    assert limit_text(limit(**changes), EN) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "NL/ROOM: entered, delivered, not acknowledged"),
        ({"delivered_at": None}, "NL/ROOM: entered, not delivered yet"),
        ({"acknowledged": Acknowledgement(by=DESK, revision=1, at=NOON)}, "NL/ROOM: entered, acknowledged by jansen"),
        ({"kind": "copy"}, "NL/ROOM: entered, for information only, delivered, not acknowledged"),
        ({"call": True, "telephone": "+31 1"}, ", delivered, not acknowledged, CALL NOW: +31 1"),
        ({"call": True}, ", CALL NOW: its number is not known here"),
        ({"telephone_only": True}, ", by telephone only"),
        ({"escalation": "supervisor"}, ", NOT ACKNOWLEDGED: the supervisor is told"),
    ],
)
def test_a_room_says_how_far_it_is_and_whether_to_call_it(changes: dict[str, Any], said: str) -> None:
    assert said in alerted_text(alerted(**changes), EN)
