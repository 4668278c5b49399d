"""What an order must look like to be one: an odd one is refused before any pursuit hears of it."""

import json
from typing import Any, get_args

import pytest

from streams.orders import Danger, Order, Trigger
from streams.records import Ordered, RecordError, decode, encode
from tests.streams.pursuit.scene import CASE, at, desk

_AT = at(0).isoformat()
_SEEN = {"lat": 50.2, "lon": 6.1, "uncertainty_m": 200, "observed_at": _AT, "source": "witness"}
_WHOLE: tuple[dict[str, Any], ...] = (
    {"type": "add_fact", "fact": "f", "kind": "danger", "code": "armed", "source": "crew"},
    {"type": "withdraw_fact", "fact": "f", "reason": "wrong car"},
    {"type": "see_target", **_SEEN},
    {"type": "sight", "unit": "BE/CAR-1", "lost": True},
    {"type": "returning", "unit": "BE/CAR-1"},
    {"type": "request", "request": "r", "kind": "helicopter", "to": "NL/SOUTH"},
    {"type": "answer_request", "request": "r", "answer": {"type": "accept", "unit": "NL/CAR-9", "at": _AT}},
    {"type": "withdraw_request", "request": "r"},
    {"type": "hand_over", "request": "r", "to": "NL/SOUTH"},
    {"type": "take_lead"},
    {"type": "give_stop", "stop": "s", "reason": "school"},
    {"type": "receive_stop", "stop": "s"},
    {"type": "lift_stop", "stop": "s", "reason": "over"},
    {"type": "shelve", "revision": 1, "minutes": 10, "reason": "meal"},
    {"type": "unshelve"},
    {"type": "hand_over_alert", "to": "Anna"},
    {"type": "take_alert"},
    {"type": "warn_room", "to": "NL/SOUTH", "text": "red van"},
    {"type": "telephoned", "room": "NL/SOUTH", "answered_by": "Anna", "caller": "Bert", "at": _AT},
    {"type": "withdraw_unit", "unit": "BE/CAR-1", "reason": "other unit"},
    {"type": "opened_in_error", "reason": "test"},
    {"type": "merge", "into": "BE/2026-2"},
    {"type": "split", "new_case": "BE/2026-2", "units": ["BE/CAR-1"]},
    {"type": "still_running"},
    {"type": "check_item", "item": "outcome", "text": "caught"},
    {"type": "withdraw_warning", "room": "NL/SOUTH", "reason": "other room"},
    {"type": "withdraw_call", "room": "NL/SOUTH", "called_at": _AT, "reason": "other case"},
)


def _ordered(order: dict[str, Any]) -> bytes:
    report = Ordered(
        id="c", case=CASE, mode="exercise", happened_at=at(0), by=desk(),
        order=decode(json.dumps(_WHOLE[9]).encode(), Order),
    )  # fmt: skip
    return json.dumps({**json.loads(encode(report)), "order": order}).encode()


def test_there_is_an_example_of_every_order() -> None:
    kinds = {kind.__struct_config__.tag for kind in get_args(Order)}
    assert {order["type"] for order in _WHOLE} == kinds


@pytest.mark.parametrize("order", _WHOLE, ids=lambda order: order["type"])
def test_an_order_travels_in_a_report_and_reads_back_equal(order: dict[str, Any]) -> None:
    report = decode(_ordered(order), Ordered)
    assert decode(encode(report), Ordered) == report


@pytest.mark.parametrize("order", _WHOLE, ids=lambda order: order["type"])
def test_a_field_that_is_not_one_of_the_order_is_refused(order: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="unknown field `moon`"):
        decode(_ordered({**order, "moon": 1}), Ordered)


@pytest.mark.parametrize(
    ("number", "changes", "expected"),
    [
        (0, {"fact": ""}, "length >= 1"),
        (0, {"fact": "x" * 101}, "length <= 100"),
        (0, {"text": "x" * 501}, "length <= 500"),
        (0, {"kind": "rumour"}, "Invalid enum value 'rumour'"),
        (0, {"source": "tv"}, "Invalid enum value 'tv'"),
        (0, {"number": 100}, "<= 99"),
        (0, {"number": "four"}, "Expected `int | null`, got `str`"),
        (0, {"plate": "1-abc"}, "number plate in capitals"),
        (0, {"plate_state": "Belgium"}, "two capital letters"),
        (0, {"language": "es"}, "Invalid enum value 'es'"),
        (0, {"assessment": "yes"}, "Expected `bool`"),
        (1, {"reason": ""}, "length >= 1"),
        (2, {"lat": 91}, "<= 90"),
        (2, {"lon": -181}, ">= -180"),
        (2, {"uncertainty_m": -1}, ">= 0"),
        (2, {"observed_at": "2026-01-01T12:00:00"}, "timezone"),
        (2, {"course_deg": 361}, "<= 360"),
        (3, {"unit": "CAR-1"}, "an id that begins with its owner's code"),
        (5, {"kind": "pizza"}, "Invalid enum value 'pizza'"),
        (5, {"to": "nl/south"}, "an id that begins with its owner's code"),
        (6, {"answer": {"type": "refuse", "reason": ""}}, "length >= 1"),
        (6, {"answer": {"type": "perhaps"}}, "Invalid value 'perhaps'"),
        (13, {"minutes": 31}, "<= 30"),
        (13, {"minutes": 0}, "> 0"),
        (15, {"to": "x" * 101}, "length <= 100"),
        (22, {"units": []}, "length >= 1"),
        (22, {"new_case": "somewhere"}, "an id that begins with its owner's code"),
        (24, {"item": "x" * 61}, "length <= 60"),
        (0, {"text": "red\x1b[2J"}, "a text without control signs - at `$.order.text`"),
        (0, {"fact": "f\n"}, "one line of text that says something"),
        (0, {"code": "armed\n"}, "one line of text without control signs"),
        (1, {"reason": "  "}, "a text that says something"),
        (17, {"text": "\n"}, "a text that says something"),
        (18, {"answered_by": " "}, "one line of text that says something"),
        (24, {"text": "\u202e"}, "a text that says something, without control signs"),
    ],
)
def test_a_wrong_or_too_long_field_is_refused_with_what_was_expected(
    number: int, changes: dict[str, Any], expected: str
) -> None:
    with pytest.raises(RecordError) as refused:
        decode(_ordered({**_WHOLE[number], **changes}), Ordered)
    assert expected in str(refused.value)


@pytest.mark.parametrize("missing", [(0, "source"), (2, "observed_at"), (10, "reason"), (18, "at"), (24, "text")])
def test_a_field_that_is_missing_is_refused(missing: tuple[int, str]) -> None:
    number, name = missing
    order = {key: value for key, value in _WHOLE[number].items() if key != name}
    with pytest.raises(RecordError, match=f"required field `{name}`"):
        decode(_ordered(order), Ordered)


def test_dangers_and_triggers_are_closed_lists() -> None:
    assert set(get_args(Danger)) == {"armed", "explosives", "hostage", "ramming", "unlit", "wrong_way"}
    assert len(get_args(Trigger)) == 6
