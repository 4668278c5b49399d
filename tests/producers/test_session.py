"""The conversation of one unit with its door, message by message, without a socket."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from producers.answers import Accepted, CommandAnswer, ErrorAnswer, FixRefused, Later, Welcome
from producers.session import MAX_FIXES, Step, UnitSession, take
from streams.accounts import format_accounts, hash_token, parse_accounts
from streams.records import Fix, Open
from tests.producers.test_reading import CAR

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ACCOUNTS = parse_accounts(
    format_accounts([CAR])
    + f'[[account]]\nname="desk"\nrole="operator"\nstate="BE"\nservice="police"\nrooms=["BE/R"]\n'
    f'token_sha256="{hash_token("desk")}"\n',
    "accounts.toml",
)
HELLO = {"type": "hello", "token": "car", "unit": "BE/LIE-21", "boot": "b1"}


def said(session: UnitSession, message: object, at: datetime = NOON) -> Step:
    text = message if isinstance(message, str | bytes) else json.dumps(message)
    return take(session, text, at, ACCOUNTS.authenticate)


SIGNED_IN = said(UnitSession(), HELLO).session


def fix(n: object, **change: Any) -> dict[str, Any]:
    return {"n": n, "t": NOON.timestamp(), "lat": 50.6, "lon": 5.6, **change}


def fixes(*given: object, **change: Any) -> dict[str, Any]:
    return {"type": "fixes", "sent_at": NOON.timestamp(), "fixes": list(given), **change}


def command(**change: Any) -> dict[str, Any]:
    return {
        "type": "command", "id": "c1", "command": "open", "case": "BE/P-1", "happened_at": NOON.timestamp(),
        "sent_at": NOON.timestamp(), **change,
    }  # fmt: skip


def error_in(step: Step) -> ErrorAnswer:
    (answer,) = step.replies
    assert isinstance(answer, ErrorAnswer)
    assert step.records == ()
    assert answer.expected
    assert answer.got
    return answer


# ---------------------------------------------------------------- signing in


def test_a_good_hello_is_welcomed() -> None:
    step = said(UnitSession(), HELLO)
    (welcome,) = step.replies
    assert isinstance(welcome, Welcome)
    assert (welcome.unit, welcome.room, welcome.mode) == ("BE/LIE-21", "BE/CIC-LIEGE", "live")
    assert step.session.account == CAR


@pytest.mark.parametrize("mode", ["exercise", "test", "live"])
def test_a_hello_may_say_exercise_or_test(mode: str) -> None:
    assert said(UnitSession(), HELLO | {"mode": mode}).session.mode == mode


@pytest.mark.parametrize("token", ["wrong", "", None, 5, "desk"])
def test_without_a_units_token_the_connection_is_closed(token: object) -> None:
    step = said(UnitSession(), HELLO | {"token": token})
    assert error_in(step).code == "token"
    assert step.close is not None
    assert step.close.code == 4401
    assert step.session.account is None
    assert "wrong" not in repr(step)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"unit": "BE/LIE-24"}, "other_unit", "unit"),
        ({"boot": None}, "missing", "boot"),
        ({"boot": ""}, "type", "boot"),
        ({"boot": "b" * 101}, "type", "boot"),
        ({"mode": "war"}, "mode", "mode"),
    ],
)
def test_a_hello_that_does_not_fit_may_be_said_again(change: dict[str, Any], code: str, field: str) -> None:
    step = said(UnitSession(), HELLO | change)
    assert (error_in(step).code, error_in(step).field) == (code, field)
    assert step.close is None
    assert said(step.session, HELLO).session.account == CAR


@pytest.mark.parametrize("message", [fixes(fix(1)), command(), {"type": "dance"}, {}])
def test_nothing_is_taken_before_the_hello(message: dict[str, Any]) -> None:
    assert error_in(said(UnitSession(), message)).code == "hello_first"


def test_a_second_hello_is_an_error_and_changes_nothing() -> None:
    step = said(SIGNED_IN, HELLO | {"boot": "b2"})
    assert error_in(step).code == "hello_twice"
    assert step.session == SIGNED_IN


# ---------------------------------------------------------------- fixes


def test_fixes_become_records_of_the_unit_and_are_accepted_up_to_the_greatest_number() -> None:
    step = said(SIGNED_IN, fixes(fix(1), fix(2), fix(3)))
    records = [outgoing.record for outgoing in step.records]
    assert all(isinstance(record, Fix) and record.counted and record.boot == "b1" for record in records)
    assert [record.n for record in records if isinstance(record, Fix)] == [1, 2, 3]
    assert {(outgoing.topic, outgoing.key) for outgoing in step.records} == {("positions", "BE/LIE-21")}
    assert step.replies == ()
    assert step.receipt == Accepted(up_to=3, count=3, refused=0, clock_offset_s=0.0)


def test_a_bad_fix_is_refused_by_number_and_its_neighbours_are_taken() -> None:
    step = said(SIGNED_IN, fixes(fix(1), fix(2, lat=91), fix(3)))
    assert step.replies == (
        FixRefused(n=2, index=1, code="range", field="lat", expected="a latitude within -90..90 degrees", got="91"),
    )
    assert step.receipt == Accepted(up_to=3, count=2, refused=1, clock_offset_s=0.0)
    assert [refusal.n for refusal in step.refusals] == [2]


def test_a_fix_without_a_number_is_told_by_its_place() -> None:
    step = said(SIGNED_IN, fixes(fix(1), fix(None)))
    (refused,) = step.replies
    assert isinstance(refused, FixRefused)
    assert (refused.n, refused.index) == (None, 1)


def test_when_every_fix_is_refused_the_message_is_settled_at_once() -> None:
    step = said(SIGNED_IN, fixes(fix(4, lon="east")))
    assert step.records == ()
    assert step.replies[-1] == Accepted(up_to=4, count=0, refused=1, clock_offset_s=0.0)


def test_nan_which_is_no_json_refuses_its_own_fix_only() -> None:
    step = said(SIGNED_IN, json.dumps(fixes(fix(1), fix(2, lat=float("nan")))))
    assert [reply.code for reply in step.replies if isinstance(reply, FixRefused)] == ["range"]
    assert step.receipt == Accepted(up_to=2, count=1, refused=1, clock_offset_s=0.0)


@pytest.mark.parametrize(
    ("message", "code", "field"),
    [
        ("{", "malformed", ""),
        ("", "malformed", ""),
        ("[" * 100_000, "malformed", ""),
        ('{"type": "fixes", "x": NaN, "y": "\\ud800"}', "malformed", ""),
        ("[1, 2]", "type", ""),
        ("null", "type", ""),
        (b"\x00\x01", "binary", ""),
        ({"type": "dance"}, "unknown_type", "type"),
        ({"type": None}, "unknown_type", "type"),
        ({"type": ["fixes"]}, "unknown_type", "type"),
        (fixes(), "type", "fixes"),
        (fixes(fixes=None), "missing", "fixes"),
        (fixes(fixes="all"), "type", "fixes"),
        (fixes(*[fix(1)] * (MAX_FIXES + 1)), "too_many", "fixes"),
        (fixes(fix(1), sent_at=None), "missing", "sent_at"),
        (fixes(fix(1), sent_at="now"), "time", "sent_at"),
        (fixes(fix(1), unit="BE/LIE-24"), "other_unit", "unit"),
    ],
)
def test_a_message_that_does_not_fit_is_an_error_and_the_session_lives_on(
    message: object, code: str, field: str
) -> None:
    step = said(SIGNED_IN, message)
    assert (error_in(step).code, error_in(step).field) == (code, field)
    assert step.close is None
    assert step.refusals[0].code == code
    assert said(step.session, fixes(fix(1))).receipt is not None


def test_a_fix_of_another_unit_is_refused() -> None:
    step = said(SIGNED_IN, fixes(fix(1, unit="BE/LIE-24"), fix(2)))
    assert [reply.code for reply in step.replies if isinstance(reply, FixRefused)] == ["other_unit"]
    assert len(step.records) == 1


def test_a_wrong_clock_is_corrected_recorded_and_told() -> None:
    behind = NOON - timedelta(hours=1)
    step = said(SIGNED_IN, fixes(fix(1, t=behind.timestamp() - 30), sent_at=behind.timestamp()))
    (outgoing,) = step.records
    assert isinstance(outgoing.record, Fix)
    assert outgoing.record.observed_at == NOON - timedelta(seconds=30)
    assert outgoing.record.clock_offset_s == 3600.0
    assert isinstance(step.receipt, Accepted)
    assert step.receipt.clock_offset_s == 3600.0


def test_one_fix_of_next_year_is_refused_and_does_not_turn_the_clock_of_its_neighbours() -> None:
    ahead = NOON + timedelta(days=365)
    step = said(SIGNED_IN, fixes(fix(1), fix(2, t=ahead.timestamp()), fix(3)))
    (refused,) = (reply for reply in step.replies if isinstance(reply, FixRefused))
    assert (refused.n, refused.code, refused.field) == (2, "time", "t")
    assert [outgoing.record.observed_at for outgoing in step.records if isinstance(outgoing.record, Fix)] == [NOON] * 2
    assert step.receipt == Accepted(up_to=3, count=2, refused=1, clock_offset_s=0.0)


def test_fixes_that_all_come_from_a_clock_ahead_are_corrected() -> None:
    ahead = NOON + timedelta(minutes=2)
    step = said(SIGNED_IN, fixes(fix(1, t=ahead.timestamp() - 1), fix(2, t=ahead.timestamp())))
    assert [outgoing.record.observed_at for outgoing in step.records if isinstance(outgoing.record, Fix)] == [
        NOON - timedelta(seconds=1), NOON,
    ]  # fmt: skip


def test_up_to_never_goes_back() -> None:
    session = said(SIGNED_IN, fixes(fix(9))).session
    assert said(session, fixes(fix(3))).receipt == Accepted(up_to=9, count=1, refused=0, clock_offset_s=0.0)


def test_what_comes_after_a_fix_that_was_not_stored_waits_until_that_comes_again() -> None:
    lost = said(SIGNED_IN, fixes(fix(1), fix(2)))
    assert lost.otherwise == Later(reason="Kafka is away", retry_after_s=2.0, from_n=1)
    assert lost.lost is not None
    waits = said(lost.lost, fixes(fix(3)))
    assert waits.records == ()
    assert [reply.from_n for reply in waits.replies if isinstance(reply, Later)] == [1]
    again = said(waits.session, fixes(fix(1), fix(2)))
    assert len(again.records) == 2
    assert said(again.session, fixes(fix(3))).receipt == Accepted(up_to=3, count=1, refused=0, clock_offset_s=0.0)


# ---------------------------------------------------------------- commands


def test_start_becomes_a_report_of_the_case() -> None:
    step = said(SIGNED_IN, command(purpose="stolen car"))
    (outgoing,) = step.records
    assert (outgoing.topic, outgoing.key) == ("reports", "BE/P-1")
    assert isinstance(outgoing.record, Open)
    assert (outgoing.record.id, outgoing.record.purpose) == ("c1", "stolen car")
    assert step.receipt == CommandAnswer(id="c1", accepted=True)
    assert step.otherwise == Later(reason="Kafka is away", retry_after_s=2.0, id="c1")


def test_a_command_that_cannot_be_is_answered_by_its_id_with_the_reason() -> None:
    (answer,) = said(SIGNED_IN, command(case="NL/P-1")).replies
    assert isinstance(answer, CommandAnswer)
    assert (answer.id, answer.accepted, answer.code) == ("c1", False, "other_state")
    assert "BE/..." in answer.reason


def test_a_command_without_an_id_cannot_be_answered_by_id() -> None:
    assert error_in(said(SIGNED_IN, command(id=None))).field == "id"


@given(
    st.dictionaries(
        st.sampled_from(["type", "id", "command", "case", "sent_at", "fixes", "boot", "token", "mode", "unit"]),
        st.one_of(
            st.sampled_from(["hello", "fixes", "command", "open", "BE/P-1", "car", "b1", 1767254400]),
            st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=3),
        ),
    )
)  # fmt: skip
def test_nothing_a_unit_says_breaks_the_session(message: dict[str, Any]) -> None:
    for session in (UnitSession(), SIGNED_IN):
        step = said(session, message)
        assert step.replies or step.receipt
