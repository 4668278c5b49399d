from typing import Any

import pytest
from msgspec.structs import replace

from consumers.alert_units import active_units, is_blind, silent_units, stands_for, told_silent
from streams.records import UnitView
from tests.consumers.records import LEAD, NOON, ROOM, UNIT, alert, approach, seen

GONE = UnitView(unit="BE/GONE", joined_at=NOON, active=False, silent_since=NOON)
SILENT, HEARD = seen(UNIT, "NL", silent=True), seen("BE/X", "NL")


def test_who_left_the_pursuit_is_not_in_it() -> None:
    one = alert(ROOM, units=(SILENT, GONE))
    assert active_units(one) == [SILENT]
    assert list(silent_units(one)) == [UNIT]


@pytest.mark.parametrize(
    ("changes", "units", "about"),
    [
        ({}, [seen("BE/A", "NL"), seen("BE/B", "BE")], ["BE/A"]),
        ({}, [seen("BE/A", "BE"), seen("BE/B", "BE")], ["BE/A", "BE/B"]),
        ({}, [seen("BE/A", "NL"), seen("NL/C", "NL")], ["BE/A"]),
        ({}, [seen("BE/A", "NL"), replace(seen("BE/B", "NL"), returning=True)], ["BE/A", "BE/B"]),
        (
            {"kind": "area"},
            [seen("BE/A", "NL"), replace(seen("BE/B", "NL"), returning=True), seen("NL/C", "NL")],
            ["BE/A", "NL/C"],
        ),
        ({}, [seen("BE/A", "NL"), replace(seen("BE/HELI", "NL"), movement="air")], ["BE/A"]),
        ({"phase": "overflown"}, [seen("BE/A", "BE"), replace(seen("BE/HELI", "NL"), movement="air")], ["BE/HELI"]),
        ({"room": "BE/R", "territory_to": ("BE",)}, [seen("BE/A", "BE"), seen("NL/C", "BE")], ["NL/C"]),
        ({"phase": "departed"}, [seen("BE/A", "NL"), seen("BE/B", "BE")], ["BE/A"]),
        ({"phase": "approaching", "approach": approach()}, [seen(UNIT, "BE"), seen("BE/B", "BE")], [UNIT]),
    ],
)
def test_an_alert_is_about_those_it_rang_for(changes: dict[str, Any], units: list[UnitView], about: list[str]) -> None:
    room = changes.pop("room", ROOM)
    assert stands_for(alert(room, units=tuple(units), **{"leading_room": LEAD, **changes})) == about


def test_nobody_is_blind_while_one_unit_is_heard() -> None:
    assert is_blind(alert(ROOM, units=(SILENT,)))
    assert not is_blind(alert(ROOM, units=(SILENT, HEARD)))
    assert not is_blind(alert(ROOM, units=()))


def test_of_the_expected_unit_silence_is_told_with_its_time_of_arrival() -> None:
    assert list(told_silent(alert(ROOM, units=(SILENT,)))) == [UNIT]
    assert told_silent(alert(ROOM, phase="approaching", approach=approach(), units=(SILENT,))) == {}
    assert told_silent(alert(ROOM, phase="left", units=(SILENT,))) == {}
