"""The crew's buttons: START, join, leave, as reports of the case."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from producers.command import read_command
from producers.reading import Refused
from streams.records import JoinUnit, LeaveUnit, Open, Report, decode, encode
from tests.producers.test_reading import CAR

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
START = {"command": "open", "case": "BE/P-1", "happened_at": NOON.isoformat()}


def read(raw: dict[str, Any], offset_s: float = 0.0) -> Any:
    return read_command(
        raw, CAR, identity="c1", mode="exercise", offset_s=offset_s, received_at=NOON + timedelta(seconds=1)
    ).record


@pytest.mark.parametrize(("command", "kind"), [("open", Open), ("join", JoinUnit), ("leave", LeaveUnit)])
def test_each_button_is_a_report_signed_by_the_unit(command: str, kind: type[Any]) -> None:
    report: Any = read(START | {"command": command})
    assert isinstance(report, kind)
    assert (report.id, report.case, report.mode, report.happened_at) == ("c1", "BE/P-1", "exercise", NOON)
    assert (report.by.role, report.by.unit) == ("unit", "BE/LIE-21")
    assert decode(encode(report), Report) == report


def test_start_names_the_unit_its_home_room_and_why() -> None:
    report = read(START | {"purpose": "ram raid"})
    assert (report.units, report.room, report.purpose) == (("BE/LIE-21",), "BE/CIC-LIEGE", "ram raid")


def test_the_button_is_pressed_by_the_corrected_clock() -> None:
    assert read(START, offset_s=-90.0).happened_at == NOON - timedelta(seconds=90)


def test_nothing_happens_in_the_future() -> None:
    assert read(START, offset_s=90.0).happened_at == NOON + timedelta(seconds=1)


def test_a_unit_may_join_another_states_pursuit_but_not_open_one() -> None:
    assert read(START | {"command": "join", "case": "LU/P-1"}).case == "LU/P-1"
    with pytest.raises(Refused, match="a case of the unit's own state, BE/"):
        read(START | {"case": "LU/P-1"})


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"command": "stop"}, "unknown_command", "command"),
        ({"command": ["open"]}, "unknown_command", "command"),
        ({"unit": "BE/LIE-24"}, "other_unit", "unit"),
        ({"case": None}, "missing", "case"),
        ({"case": 5}, "type", "case"),
        ({"case": "P-1"}, "id", "case"),
        ({"case": "BE/P 1"}, "id", "case"),
        ({"mode": "live"}, "mode", "mode"),
        ({"happened_at": None}, "missing", "happened_at"),
        ({"happened_at": "12:00"}, "time", "happened_at"),
        ({"purpose": 5}, "type", "purpose"),
        ({"purpose": "x" * 501}, "type", "purpose"),
    ],
)
def test_a_command_that_does_not_fit_is_refused_with_the_field(change: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        read(START | change)
    assert (refused.value.refusal.code, refused.value.refusal.field) == (code, field)
