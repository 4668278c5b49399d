"""The page's store, called in the browser on its own: no board, no gateway."""

from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from geo.outcome import USED, Outcome
from streams.console import CommandAnswer, ConsolePlace, InboxItem, Snapshot, TrailsMessage, UnitsMessage, Welcome
from streams.records import InboxRecord, encode
from tests.dashboard.records import (
    BE_ROOM,
    CAR,
    CASE,
    NL_ROOM,
    NL_ROOM_INFO,
    acknowledged,
    ago,
    alert,
    answer,
    pursuit,
    trail,
    unit_place,
    visibility,
)

pytestmark = pytest.mark.browser
ALERT_ID = f"{CASE}|{NL_ROOM}"
RUN = """async (messages) => {
    const { emptyState, reduce } = await import("/js/store.js");
    return messages.reduce((state, message) => {
        const before = JSON.stringify(state);
        const next = reduce(state, message, 1000);
        if (JSON.stringify(state) !== before) throw new Error("the old state was changed");
        return next;
    }, emptyState());
}"""


def item(record: InboxRecord, offset: int = 0, room: str = NL_ROOM) -> InboxItem:
    place = ConsolePlace(topic_id="t", partition=0, offset=offset, at=ago(1))
    return InboxItem(room=room, key="k", place=place, record=msgspec.Raw(encode(record)))


def snapshot(*items: InboxItem, recovered: bool = False, reason: str = "") -> Snapshot:
    place = items[-1].place if items else None
    return Snapshot(room=NL_ROOM, recovered=recovered, reason=reason, place=place, items=items)


def trails(*records: Any) -> TrailsMessage:
    return TrailsMessage(trails=tuple(msgspec.Raw(encode(record)) for record in records))


@pytest.fixture
def after(code: Page) -> Any:
    """What the store holds after these messages."""

    def run(*messages: Any) -> Any:
        return code.evaluate(RUN, [msgspec.to_builtins(msgspec.json.decode(msgspec.json.encode(m))) for m in messages])

    return run


def test_a_lower_revision_than_the_one_held_is_ignored(after: Any) -> None:
    state = after(item(alert(revision=3, phase="left", priority=3), 5), item(alert(revision=2), 4))
    assert state["alerts"][ALERT_ID]["revision"] == 3
    assert state["places"][NL_ROOM]["offset"] == 5


def test_the_same_message_twice_changes_nothing(after: Any) -> None:
    first = item(alert())
    assert after(first, first) == after(first)


def test_an_acknowledgement_is_not_lost_by_a_repeat_of_its_revision(after: Any) -> None:
    state = after(item(alert(acknowledged=acknowledged())), item(alert(), 1))
    assert state["alerts"][ALERT_ID]["acknowledged"]["by"]["name"] == "M. Jansen"


def test_a_fresh_picture_replaces_what_the_room_held_and_the_log_says_what_went(after: Any) -> None:
    other = "BE/2026-0001"
    state = after(
        snapshot(item(alert()), item(alert(case=other, id=f"{other}|{NL_ROOM}"), 1)),
        snapshot(item(alert(), 7), reason="the place is older than the log"),
    )
    assert list(state["alerts"]) == [ALERT_ID]
    assert [line["code"] for line in state["log"]] == ["not_held", "not_recovered"]
    assert state["notRecovered"][NL_ROOM]["reason"] == "the place is older than the log"


def test_a_console_that_comes_for_the_first_time_has_missed_nothing(after: Any) -> None:
    state = after(snapshot(item(alert()), reason="no place was given"))
    assert state["notRecovered"] == {}
    assert state["log"] == []


def test_a_resume_adds_to_what_is_held(after: Any) -> None:
    other = "BE/2026-0001"
    missed = snapshot(item(alert(case=other, id=f"{other}|{NL_ROOM}"), 8), recovered=True)
    state = after(snapshot(item(alert())), missed)
    assert len(state["alerts"]) == 2
    assert state["places"][NL_ROOM]["offset"] == 8
    assert state["log"] == []


def test_a_fresh_picture_of_one_room_leaves_the_other_rooms_alone(after: Any) -> None:
    state = after(item(alert(room=BE_ROOM), room=BE_ROOM), snapshot())
    assert list(state["alerts"]) == [f"{CASE}|{BE_ROOM}"]


def test_a_track_is_in_time_order_whatever_the_order_of_arrival(after: Any) -> None:
    state = after(trails(trail(at=ago(1), n=3)), trails(trail(at=ago(5), n=1), trail(at=ago(3), n=2)))
    times = [point[2] for point in state["trails"][CAR]["points"]]
    assert times == sorted(times)
    assert state["trails"][CAR]["fix"]["n"] == 3


@pytest.mark.parametrize("outcome", [outcome.label for outcome in Outcome if outcome not in USED])
def test_a_fix_that_the_tracker_did_not_use_moves_neither_the_dot_nor_the_track(after: Any, outcome: str) -> None:
    used = trail(at=ago(30), n=1)
    wrong = trail(at=ago(0), n=2, lat=52.0, territory=("DE",), outcome=outcome)
    assert after(trails(used), trails(wrong)) == after(trails(used))
    assert after(trails(wrong))["trails"] == {}


@pytest.mark.parametrize("outcome", [outcome.label for outcome in USED])
def test_a_fix_that_the_tracker_used_moves_both(after: Any, outcome: str) -> None:
    state = after(trails(trail(at=ago(30), n=1)), trails(trail(at=ago(0), n=2, lat=52.0, outcome=outcome)))
    assert (state["trails"][CAR]["fix"]["lat"], len(state["trails"][CAR]["points"])) == (52.0, 2)


def test_a_unit_whose_clock_was_put_back_and_is_believed_again_moves_on_with_a_new_track(after: Any) -> None:
    wrong = [trail(at=ago(s), n=9 - s, received_at=ago(60 + s)) for s in (2, 1)]
    right = [trail(at=ago(3600 - s), n=9 + s, received_at=ago(50 - s), lat=51.0, outcome="gap") for s in (0, 1)]
    state = after(trails(*wrong), trails(*right))
    assert (state["trails"][CAR]["fix"]["n"], len(state["trails"][CAR]["points"])) == (10, 2)
    assert after(trails(*wrong), trails(*right), trails(wrong[0]))["trails"][CAR]["fix"]["n"] == 10


def test_so_does_its_place_on_the_own_rooms_map(after: Any) -> None:
    wrong, right = unit_place(at=ago(1), received_at=ago(60)), unit_place(at=ago(3600), received_at=ago(50), lat=51.0)
    messages = [UnitsMessage(room=NL_ROOM, full=False, units=(msgspec.Raw(encode(one)),)) for one in (wrong, right)]
    for order in (messages, messages[::-1]):
        assert after(*order)["own"][NL_ROOM]["NL/MST-07"]["lat"] == 51.0


def test_the_same_fix_of_two_pursuits_is_one_point(after: Any) -> None:
    at = ago(1)
    state = after(trails(trail(at=at), trail(at=at, case="BE/2026-0999")))
    assert len(state["trails"][CAR]["points"]) == 1
    assert sorted(state["trails"][CAR]["cases"]) == [CASE, "BE/2026-0999"]


def test_a_track_keeps_ten_minutes(after: Any) -> None:
    state = after(trails(trail(at=ago(700)), trail(at=ago(300)), trail(at=ago(1))))
    assert len(state["trails"][CAR]["points"]) == 2


def test_dots_go_when_visibility_ends(after: Any) -> None:
    seen = (item(visibility()), trails(trail()))
    assert CAR in after(*seen)["trails"]
    assert after(*seen, item(visibility(granted=False, event=9), 1))["trails"] == {}


def test_of_a_pursuit_that_a_room_may_not_see_any_more_nothing_is_kept(after: Any) -> None:
    gone = InboxItem(
        room=NL_ROOM,
        key=f"{NL_ROOM}|pursuit|{CASE}",
        place=ConsolePlace(topic_id="t", partition=0, offset=2, at=ago(1)),
        record=msgspec.Raw(b"null"),
    )
    state = after(item(pursuit()), item(pursuit(recipient=BE_ROOM), 1, BE_ROOM), gone)
    assert list(state["pursuits"]) == [f"{BE_ROOM}|{CASE}"]


def test_an_older_word_on_visibility_changes_nothing(after: Any) -> None:
    state = after(item(visibility(event=9)), item(visibility(granted=False, event=2), 1))
    assert state["visible"][f"{NL_ROOM}|{CASE}"]["granted"]


def test_an_older_place_of_a_unit_does_not_move_it_back(after: Any) -> None:
    def picture(seconds: float) -> UnitsMessage:
        return UnitsMessage(room=NL_ROOM, full=False, units=(msgspec.Raw(encode(unit_place(at=ago(seconds)))),))

    newest = after(picture(1.0))["own"][NL_ROOM]["NL/MST-07"]["observed_at"]
    state = after(picture(1.0), picture(30.0))
    assert state["own"][NL_ROOM]["NL/MST-07"]["observed_at"][:16] == newest[:16]


def test_a_pursuit_record_of_a_lower_event_is_ignored(after: Any) -> None:
    state = after(item(pursuit(event=9, phase="closed")), item(pursuit(event=3), 1))
    assert state["pursuits"][f"{NL_ROOM}|{CASE}"]["phase"] == "closed"


COMMAND = {"id": "order-1", "command": "close", "room": NL_ROOM, "case": CASE, "mode": "exercise"}


def sent(identity: str) -> dict[str, object]:
    return {"type": "commanded", "command": {**COMMAND, "id": identity}}


def error(field: str) -> dict[str, object]:
    return {"type": "error", "code": "wrong_field", "field": field, "expected": "a text", "got": "5"}


DONE = item(answer("order-1", accepted=True, code="done"))
NOT_UNDERSTOOD = CommandAnswer(id="order-1", accepted=False, code="not_understood", reason="expected another")
AWAY = CommandAnswer(id="order-1", accepted=False, code="kafka_away")


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ((CommandAnswer(id="order-1", accepted=True),), "accepted", ""),
        ((DONE,), "accepted", "done"),
        ((CommandAnswer(id="order-1", accepted=True), item(answer("order-1"))), "refused", "closed"),
        ((item(answer("order-1")), CommandAnswer(id="order-1", accepted=True)), "refused", "closed"),
        ((DONE, AWAY), "accepted", "done"),
        ((AWAY, DONE), "accepted", "done"),
        ((AWAY, sent("order-1")), "sending", ""),
        ((CommandAnswer(id="another", accepted=False),), "sending", ""),
        ((error("reason"),), "sending", ""),
        ((sent("order-2"), NOT_UNDERSTOOD), "refused", "not_understood"),
    ],
)  # fmt: skip
def test_of_a_command_the_pursuits_answer_counts(after: Any, answers: tuple[Any, ...], status: str, said: str) -> None:
    pending = after(sent("order-1"), *answers)["commands"]["order-1"]
    assert (pending["status"], pending["code"]) == (status, said)


def test_the_servers_clock_is_taken_from_the_welcome(after: Any) -> None:
    at = ago(0).replace(microsecond=0)
    welcome = Welcome(account="a", role="operator", state="NL", rooms=(NL_ROOM_INFO,), server_at=at, heartbeat_s=2.0)
    assert after(welcome)["clockOffset_ms"] == at.timestamp() * 1000 - 1000


@pytest.mark.parametrize("message", [{"type": "from_the_future", "x": 1}, {"type": 5}, {}])
def test_a_message_of_an_unknown_kind_is_logged_and_breaks_nothing(after: Any, message: dict[str, object]) -> None:
    state = after(item(alert()), message)
    assert ALERT_ID in state["alerts"]
    assert state["log"][-1]["code"] == "unknown_message"


def test_a_record_of_an_unknown_kind_only_moves_the_place_on(after: Any) -> None:
    newer = {"type": "inbox", "room": NL_ROOM, "key": "k", "record": {"type": "limit"},
             "place": {"topic_id": "t", "partition": 0, "offset": 4, "at": "2026-11-23T10:00:00Z"}}  # fmt: skip
    state = after(newer)
    assert state["places"][NL_ROOM]["offset"] == 4
    assert state["alerts"] == {}
