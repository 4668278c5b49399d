from datetime import timedelta
from typing import Any

import pytest

from consumers.reader import page_reader, terminal_reader
from consumers.wording_time import card_times, when_text
from tests.consumers.records import NOON, ROOM, UNIT, alert, approach, crossing, seen

EN, PAGE = terminal_reader("en"), page_reader("en")
OUT_AT = NOON + timedelta(minutes=5)
AT = "{$at 2026-05-04T12:00:00Z}"
WAITS: dict[str, Any] = {"phase": "approaching", "priority": 2, "crossing": None, "approach": approach()}


def test_a_line_says_when_it_went_in_and_out() -> None:
    visited = alert(ROOM, crossing_out=crossing(at=OUT_AT, status="possible"))
    assert when_text(visited, EN, None) == "at 12:00:00Z; out again at 12:05:00Z (possible, not confirmed)"


@pytest.mark.parametrize(("age_s", "said"), [(30, "expected at"), (31, "OVERDUE: was expected at")])
def test_an_expected_unit_is_overdue_after_the_last_instant_it_may_come(age_s: int, said: str) -> None:
    assert when_text(alert(ROOM, **WAITS), EN, NOON + timedelta(seconds=age_s)).startswith(said)


def test_without_a_now_nothing_is_overdue() -> None:
    assert "OVERDUE" not in when_text(alert(ROOM, **WAITS), EN, None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, f"crossed at {AT}"),
        ({"crossing": crossing(status="possible")}, f"possibly crossed at {AT}"),
        ({"crossing": crossing(status="withdrawn")}, "not crossed: it did not happen"),
        ({"since_unknown": True, "crossing": None}, "time of crossing not known: there since unknown"),
        ({"crossing": None}, "time of crossing not known"),
        ({"crossing": None, "phase": "fault"}, ""),
        ({"crossing": None, "phase": "warned"}, ""),
        ({"crossing_out": crossing(at=NOON)}, f"crossed at {AT}; out again at {AT}"),
        ({"crossing_out": crossing(status="possible")}, f"crossed at {AT}; possibly out again at {AT}"),
        ({"crossing_out": crossing(), "room_basis": "home"}, f"crossed at {AT}; home again at {AT}"),
        ({"crossing_out": crossing(status="withdrawn")}, f"crossed at {AT}"),
    ],
)
def test_a_card_says_when_and_leaves_the_doubts_to_its_warnings(changes: dict[str, Any], said: str) -> None:
    assert card_times(alert(ROOM, **changes), PAGE) == {"when": said}


def test_after_a_gap_a_card_names_two_instants_never_one() -> None:
    guessed = alert(ROOM, crossing=crossing(guess=True))
    assert card_times(guessed, PAGE)["when"].startswith("crossed between {$clock 2026-05-04T11:59:59Z} and {$clock ")


def test_what_is_expected_has_a_text_for_before_for_now_and_for_too_late() -> None:
    times = card_times(alert(ROOM, **WAITS), PAGE)
    ends = "(between {$clock 2026-05-04T11:59:50Z} and {$clock 2026-05-04T12:00:30Z}), 87%"
    assert times == {
        "when": f"expected in {{$in 2026-05-04T12:00:00Z}}, at {AT} {ends}",
        "when_due": f"expected now, at {AT} {ends}",
        "when_overdue": f"OVERDUE: was expected at {AT} {ends}",
    }


def test_a_silent_unit_that_is_expected_says_so_first() -> None:
    silent = alert(ROOM, **WAITS, units=(seen(UNIT, "BE", silent=True),))
    times = card_times(silent, PAGE)
    assert times["when"].startswith("NO POSITION since {$clock 2026-05-04T11:59:40Z}: expected in ")
    assert times["when_overdue"].startswith("OVERDUE, NO POSITION since ")


def test_what_is_no_longer_expected_had_been_and_was_there_before() -> None:
    gone = alert(ROOM, phase="withdrawn", approach=approach(outcome="withdrawn"))
    assert card_times(gone, PAGE) == {"when": f"had been expected at {AT}; been here before: crossed at {AT}"}
    came = alert(ROOM, approach=approach(outcome="entered"))
    assert card_times(came, PAGE) == {"when": f"had been expected at {AT}; crossed at {AT}"}
