"""The state in parts: a decision writes what it changed, in an order in which half of it can never come back."""

from collections.abc import Callable
from typing import Literal

import msgspec
import pytest

from streams.pursuit.state import Pursuit
from streams.pursuit.store import case_of_part, join_parts, split_parts
from streams.records import RecordError
from tests.streams.pursuit.scene import CASE, SOUTH, Chase, approach, ended, possible, settled


def _states() -> list[Pursuit]:
    """The pursuit after each report of a chase."""
    chase = Chase()
    states: list[Pursuit] = []
    acts: tuple[Callable[[], object], ...] = (
        chase.open, lambda: chase.present(1, "BE"), lambda: chase.crossed(30, "BE", "NL"),
        lambda: chase.receipt(31, SOUTH, 1), lambda: chase.acknowledge(32, SOUTH, 1), lambda: chase.close(33),
    )  # fmt: skip
    for act in acts:
        act()
        states.append(chase.pursuit)
    return states


def _names(parts: dict[bytes, bytes]) -> list[str]:
    return [key.partition(b"#")[2].decode() for key in parts]


def test_all_parts_together_are_the_pursuit() -> None:
    for state in _states():
        assert join_parts(split_parts(None, state)) == state


def test_parts_written_one_decision_after_the_other_are_the_last_pursuit() -> None:
    table: dict[bytes, bytes] = {}
    before: Pursuit | None = None
    for state in _states():
        table |= split_parts(before, state)
        before = state
        assert join_parts(table) == state


def test_a_crossing_that_is_not_settled_yet_is_kept_until_it_is() -> None:
    chase, perhaps = Chase(), possible("BE", "NL", 30)
    chase.open()
    chase.present(1, "BE")
    before = chase.pursuit
    table = split_parts(None, before)
    for told, now in ((perhaps, "NL"), (settled(perhaps, "withdrawn"), "BE")):
        chase.told(35, told, now)
        writes = split_parts(before, chase.pursuit)
        assert "ways" in _names(writes)
        table, before = table | writes, chase.pursuit
        assert join_parts(table) == chase.pursuit
    assert chase.pursuit.ways == {}


def test_an_approach_is_kept_until_it_is_settled() -> None:
    chase, coming = Chase(), approach("NL", 30)
    chase.open()
    before = chase.pursuit
    table = split_parts(None, before)
    for told in (coming, ended(coming, "withdrawn", 40)):
        chase.approaching(40, told)
        writes = split_parts(before, chase.pursuit)
        assert "foreseen" in _names(writes)
        table, before = table | writes, chase.pursuit
        assert join_parts(table) == chase.pursuit
    assert chase.pursuit.foreseen == {}


def test_a_silence_is_kept_and_remembered_when_it_is_over() -> None:
    chase = Chase()
    chase.open()
    before = chase.pursuit
    table = split_parts(None, before)
    changed: dict[Literal["lost", "regained"], list[str]] = {"lost": ["units"], "regained": ["silences", "units"]}
    for kind, parts in changed.items():
        chase.contact(kind, 50, 120)
        writes = split_parts(before, chase.pursuit)
        assert _names(writes) == ["core", *sorted([*parts, "log"])]
        table, before = table | writes, chase.pursuit
        assert join_parts(table) == chase.pursuit
    assert len(chase.pursuit.silences) == 1


def test_a_state_written_before_crossings_could_be_possible_is_read_with_all_of_them_final() -> None:
    state = _states()[2]
    older = {key: value for key, value in split_parts(None, state).items() if not key.endswith(b"#ways")}
    core = msgspec.json.decode(older[f"{CASE}#core".encode()])
    del core["changed"]["ways"]
    read = join_parts(older | {f"{CASE}#core".encode(): msgspec.json.encode(core)})
    assert (read, read.ways) == (state, {})


def test_a_decision_writes_only_what_it_changed() -> None:
    states = _states()
    assert _names(split_parts(states[2], states[3])) == ["core", "notices", "receipts"]
    assert _names(split_parts(states[3], states[4])) == ["core", "alerts", "done", "log", "notices"]
    assert split_parts(states[3], states[3]) == {}


def test_a_process_killed_between_two_writes_leaves_the_state_before_or_the_state_after_never_half() -> None:
    states = _states()
    table: dict[bytes, bytes] = {}
    before: Pursuit | None = None
    for state in states:
        writes = list(split_parts(before, state).items())
        for written in range(len(writes) + 1):
            torn = table | dict(writes[:written])
            if torn:
                assert join_parts(torn) == (state if written else before)
        table |= dict(writes)
        before = state


def test_after_a_torn_write_the_next_decision_writes_every_part() -> None:
    first, second, third, *_ = _states()
    table = split_parts(None, first)
    table |= dict(list(split_parts(first, second).items())[:1])
    recovered = join_parts(table)
    table |= split_parts(None, third)
    assert recovered == second
    assert join_parts(table) == third


def test_a_part_knows_its_case() -> None:
    assert {case_of_part(key) for key in split_parts(None, _states()[0])} == {CASE}


@pytest.mark.parametrize("damage", ["no core", "no json", "wrong type"])
def test_a_state_that_cannot_be_read_is_refused_with_what_there_is(damage: str) -> None:
    parts = split_parts(None, _states()[0])
    core = f"{CASE}#core".encode()
    if damage == "no core":
        del parts[core]
    else:
        parts[core] = b"{" if damage == "no json" else msgspec.json.encode({"case": 5})
    with pytest.raises(RecordError, match=r"state of a pursuit.*units"):
        join_parts(parts)
