"""Alarms: the same in each room that must know, by a listed code with its parameters."""

import ast
from collections.abc import Iterator
from pathlib import Path

import streams.pursuit
from streams.orders import GiveStop
from streams.pursuit.alarms import (
    CODES,
    NO_HURRY,
    NOT_ACKNOWLEDGED,
    SIX_HOURS_OVER,
    STILL_RUNNING,
    STOP_UNANSWERED,
    TAKEN_IN,
    alarms,
    rang_last,
)
from streams.records import Alarm
from tests.streams.pursuit.scene import HOME, ROAD, SOUTH, alert_of, at, in_nl


def test_every_room_is_rung_once_in_the_order_of_their_names() -> None:
    rung = alarms([SOUTH, HOME, SOUTH, ROAD], "danger", {"code": "armed"}, at(5), priority=1)
    assert [event.room for event in rung] == [HOME, ROAD, SOUTH]
    alarm = Alarm(code="danger", at=at(5), params={"code": "armed"})
    assert all((event.alarm, event.priority) == (alarm, 1) for event in rung)
    assert alarms([], "danger", {"code": "armed"}, at(5), priority=1) == ()


def _raised() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The codes that stand in the source, each with the parameters beside it."""
    (folder,) = streams.pursuit.__path__
    for path in sorted(Path(folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "alarms":
                code, params = node.args[1:3]
                if isinstance(code, ast.Constant) and isinstance(params, ast.Dict):
                    yield str(code.value), tuple(ast.literal_eval(key) for key in params.keys if key)
                elif isinstance(code, ast.Constant):
                    yield str(code.value), ()


def test_every_alarm_of_the_source_has_a_listed_code_with_its_parameters() -> None:
    found = dict(_raised())
    assert set(found) <= set(CODES)
    assert all(params == CODES[code] for code, params in found.items() if params)
    unanswered = {f"{NOT_ACKNOWLEDGED}supervisor", f"{NOT_ACKNOWLEDGED}telephone"}
    made_of_parts = {SIX_HOURS_OVER, STOP_UNANSWERED, STILL_RUNNING, TAKEN_IN, *unanswered}
    assert set(CODES) - set(found) == made_of_parts


def test_what_needs_no_hurry_is_an_alarm() -> None:
    assert set(CODES) > NO_HURRY


def test_an_alert_rang_last_by_its_alarm_until_it_rings_for_what_it_says() -> None:
    chase = in_nl()
    assert rang_last(alert_of(chase)) is None
    chase.order(40, GiveStop(stop="s", reason="school"))
    alarm = rang_last(alert_of(chase))
    assert alarm is not None
    assert (alarm.code, alarm.revision) == ("stop_given", alert_of(chase).rang_revision)
    chase.fault(50)
    assert rang_last(alert_of(chase)) is None
