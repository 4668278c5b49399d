"""Why a command is not done: said by a code and its parameters, and nobody learns by it what is not theirs."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import streams.pursuit
from streams.orders import AddFact, GiveStop, LiftStop, Request
from streams.pursuit.refusal import (
    CODES,
    Refusal,
    check_desk,
    check_desk_of,
    check_may_speak_for,
    check_no_stop,
    check_revision,
    concerned_rooms,
    is_desk,
    own_alert,
    running,
    standing_stops,
)
from streams.records import Account
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    JOINT,
    OTHER,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    answer,
    crew,
    desk,
    in_nl,
)  # fmt: skip

ADMIN = desk(HOME, "root", "administrator")
NOWHERE = Account(name="floating", role="operator", state="BE")


# ---------------------------------------------------------------- the list of codes


def _raised() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Where a refusal is made in the source, its code, and the parameters it is given."""
    (folder,) = streams.pursuit.__path__
    for path in sorted(Path(folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                given = {word.arg: word.value for word in node.keywords if word.arg}
                code = given.pop("code")
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}: expected a code that stands there"
                del given["reason"]
                yield f"{path.name}:{node.lineno}", str(code.value), tuple(given)


@pytest.mark.parametrize(("place", "code", "params"), list(_raised()), ids=[place for place, _, _ in _raised()])
def test_every_refusal_has_a_listed_code_with_exactly_its_parameters(
    place: str, code: str, params: tuple[str, ...]
) -> None:
    assert code in CODES, place
    assert sorted(params) == sorted(CODES[code]), place


def test_every_listed_code_is_in_use() -> None:
    assert {code for _, code, _ in _raised()} == set(CODES)


def test_a_parameter_is_short_for_a_pursuit_keeps_it() -> None:
    refusal = Refusal(code="wrong_room", reason="r", expected="x" * 5000, got=SOUTH)
    assert (len(refusal.params["expected"]), refusal.params["got"], str(refusal)) == (200, SOUTH, "r")


def test_the_sender_of_a_command_is_answered_with_the_parameters() -> None:
    chase = in_nl()
    chase.close(40, by=desk(SOUTH))
    record = answer(chase.decisions[-1])
    assert (record.code, record.params) == ("wrong_room", {"expected": HOME, "got": SOUTH})


# ---------------------------------------------------------------- who


def _code(call: Any, *args: Any) -> str:
    with pytest.raises(Refusal) as refused:
        call(*args)
    return refused.value.code


@pytest.mark.parametrize(
    ("by", "is_one"),
    [(desk(), True), (desk(HOME, "Chief", "commander"), True), (crew(), False), (ADMIN, False), (NOWHERE, False)],
)
def test_a_desk_is_an_operator_or_commander_in_a_room(by: Account, is_one: bool) -> None:
    assert is_desk(by) is is_one
    if is_one:
        assert check_desk(by) == HOME
    else:
        assert _code(check_desk, by) == "not_allowed"


def test_who_has_a_part_reads_who_may_and_who_has_none_does_not() -> None:
    state = in_nl().pursuit
    assert check_desk_of(state, desk(), [HOME], "close it") == HOME
    with pytest.raises(Refusal) as insider:
        check_desk_of(state, desk(SOUTH), [HOME, ROAD], "close it")
    assert insider.value.params == {"expected": f"{HOME}, {ROAD}", "got": SOUTH}
    assert insider.value.reason == f"only a desk of {HOME}, {ROAD} may close it, got {SOUTH}"
    with pytest.raises(Refusal) as outsider:
        check_desk_of(state, desk(WEST), [HOME, ROAD], "close it")
    assert (outsider.value.code, outsider.value.params) == ("unknown_pursuit", {"case": CASE})
    assert HOME not in outsider.value.reason


@pytest.mark.parametrize(
    ("by", "unit", "code"),
    [
        (crew(), SECOND, "wrong_unit"),
        (desk(), DUTCH, "wrong_state"),
        (ADMIN, CAR, "not_allowed"),
        (NOWHERE, CAR, "not_allowed"),
    ],
)
def test_a_crew_speaks_for_itself_and_a_desk_for_its_state(by: Account, unit: str, code: str) -> None:
    check_may_speak_for(crew(), CAR)
    check_may_speak_for(desk(OTHER), CAR)
    assert _code(check_may_speak_for, by, unit) == code


@pytest.mark.parametrize(
    "order",
    [
        AddFact(fact="f", kind="remark", text="x", source="desk"),
        Request(request="r", kind="observe", to=SOUTH),
        GiveStop(stop="s", reason="x"),
    ],
    ids=lambda order: type(order).__name__,
)
def test_a_room_that_sees_nothing_of_a_pursuit_learns_nothing_of_it_by_ordering(order: Any) -> None:
    chase = in_nl()
    before = chase.pursuit
    chase.order(40, order, by=desk(WEST))
    record = answer(chase.decisions[-1])
    assert record.code == "unknown_pursuit"
    assert not {HOME, SOUTH, ROAD} & set(" ".join((record.reason, *record.params.values())).replace(",", " ").split())
    assert (chase.pursuit.facts, chase.pursuit.alerts) == (before.facts, before.alerts)


# ---------------------------------------------------------------- with which part in it


def test_a_pursuit_that_is_not_there_or_is_over_takes_no_orders() -> None:
    chase = in_nl()
    assert running(chase.pursuit, CASE) is chase.pursuit
    assert _code(running, None, CASE) == "unknown_pursuit"
    chase.close(40)
    with pytest.raises(Refusal) as refused:
        running(chase.pursuit, CASE)
    assert (refused.value.code, refused.value.params) == ("closed", {"case": CASE, "phase": "closed"})


def test_the_leading_room_and_those_told_to_act_are_concerned_a_joint_centre_with_a_copy_only_sees() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "DE")
    assert concerned_rooms(chase.pursuit) == {HOME, SOUTH, ROAD, WEST}
    assert JOINT in chase.pursuit.audience


def test_a_desk_has_the_alert_of_its_own_room() -> None:
    state = in_nl().pursuit
    assert own_alert(state, desk(SOUTH)) == state.alerts[SOUTH]
    assert _code(own_alert, state, desk(WEST)) == "unknown_alert"
    assert _code(own_alert, state, crew(DUTCH, SOUTH)) == "not_allowed"


def test_what_is_done_to_an_alert_is_done_to_what_was_seen() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")  # revision 2 is quiet
    alert = alert_of(chase)
    check_revision(alert, 1)
    check_revision(alert, 2)
    with pytest.raises(Refusal) as refused:
        check_revision(alert, 3)
    assert refused.value.params == {"expected": "1-2", "got": "3"}
    assert _code(check_revision, alert, 0) == "other_revision"


def test_a_stop_order_stands_until_it_is_undone() -> None:
    chase: Chase = in_nl()
    check_no_stop(chase.pursuit)
    chase.order(40, GiveStop(stop="s1", reason="school"), by=desk(SOUTH))
    chase.order(41, GiveStop(stop="s2", reason="fog"))
    assert [stop.id for stop in standing_stops(chase.pursuit)] == ["s1", "s2"]
    assert _code(check_no_stop, chase.pursuit) == "stop_stands"
    chase.order(50, LiftStop(stop="s1", reason="over"), by=desk(SOUTH))
    chase.order(51, LiftStop(stop="s2", reason="over"))
    assert standing_stops(chase.pursuit) == []
    check_no_stop(chase.pursuit)
