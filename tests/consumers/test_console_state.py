"""A console that loses its line, again and again, ends with what one that never lost it holds."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw

from consumers.console_state import ConsoleState, Fresh, Received, Removed, Resumed
from consumers.gateway.inbox import InboxPartition, Stored
from consumers.inbox_record import rank_of, recipient_of
from streams.console import ConsolePlace, InboxItem, Snapshot
from streams.records import AlertRecord, AnswerRecord, InboxRecord, encode
from tests.consumers.records import NOON, alert_record, key_of, visibility

ROOM, OTHER = "NL/ROOM", "NL/OTHER"


def item(offset: int, record: InboxRecord | None, key: str = "") -> InboxItem:
    value = b"null" if record is None else encode(record)
    place = ConsolePlace(topic_id="t", partition=0, offset=offset, at=NOON)
    return InboxItem(room=ROOM, key=key or (key_of(record) if record else ""), place=place, record=Raw(value))


def snapshot(*items: InboxItem, recovered: bool = False, reason: str = "") -> Snapshot:
    place = items[-1].place if items else None
    return Snapshot(room=ROOM, recovered=recovered, reason=reason, place=place, items=items)


# ---------------------------------------------------------------- one message


def test_a_record_is_told_once_and_its_place_is_kept() -> None:
    state = ConsoleState()
    record = alert_record(ROOM)
    assert state.take(item(4, record)) == [Received(ROOM, key_of(record), record, NOON, "live")]
    assert state.take(item(5, record)) == []
    assert state.places[ROOM].offset == 5


def test_a_lower_revision_than_is_held_is_ignored() -> None:
    state = ConsoleState()
    state.take(item(0, alert_record(ROOM, revision=3)))
    assert state.take(item(1, alert_record(ROOM, revision=2))) == []
    assert state.held[ROOM][key_of(alert_record(ROOM))] == alert_record(ROOM, revision=3)


def test_an_answer_that_comes_twice_is_told_once() -> None:
    answer = AnswerRecord(recipient=ROOM, case="BE/P-1", command="c", accepted=True, code="", reason="", mode="live")
    state = ConsoleState()
    assert len(state.take(item(0, answer))) == 1
    assert state.take(item(1, answer)) == []


def test_what_was_missed_is_told_after_how_much_it_was() -> None:
    state = ConsoleState()
    state.take(item(0, alert_record(ROOM)))
    told = state.take(snapshot(item(1, alert_record(ROOM, revision=2)), recovered=True))
    assert told[0] == Resumed(ROOM, 1)
    assert isinstance(told[1], Received)
    assert told[1].how == "resumed"


def test_a_fresh_snapshot_after_a_place_says_that_something_may_be_lost() -> None:
    state = ConsoleState()
    state.take(snapshot(item(0, alert_record(ROOM))))
    told = state.take(snapshot(item(9, visibility(ROOM)), reason="older than 3 days"))
    assert told[0] == Fresh(ROOM, 1, lost=True, reason="older than 3 days")
    assert told[1] == Removed(ROOM, key_of(alert_record(ROOM)), alert_record(ROOM))
    assert [type(event) for event in told[2:]] == [Received]


def test_a_first_snapshot_loses_nothing() -> None:
    assert ConsoleState().take(snapshot(reason="no place was given")) == [
        Fresh(ROOM, 0, lost=False, reason="no place was given")
    ]


def test_a_removed_record_is_no_longer_held() -> None:
    state = ConsoleState()
    record = alert_record(ROOM)
    state.take(item(0, record))
    assert state.take(item(1, None, key_of(record))) == [Removed(ROOM, key_of(record), record)]
    assert state.held[ROOM] == {}


def test_a_record_of_a_newer_writer_that_cannot_be_read_is_passed_over() -> None:
    state = ConsoleState()
    place = ConsolePlace(topic_id="t", partition=0, offset=3, at=NOON)
    assert state.take(InboxItem(room=ROOM, key="k", place=place, record=Raw(b'{"type":"new"}'))) == []
    assert state.places[ROOM] == place


# ---------------------------------------------------------------- any life of a line


@dataclass(frozen=True)
class Written:
    """The workers write a record, or remove a key."""

    record: InboxRecord
    removed: bool = False


CUT, BACK, NEW_GATEWAY, REPEATED = "cut", "back", "new gateway", "repeated"

RECORDS = st.builds(
    alert_record,
    st.sampled_from([ROOM, OTHER]),
    revision=st.integers(1, 6),
    case=st.sampled_from(["BE/P-1", "BE/P-2"]),
) | st.builds(visibility, st.just(ROOM), event=st.integers(1, 6), granted=st.booleans())
STEPS = st.lists(
    st.builds(Written, RECORDS) | st.sampled_from([CUT, BACK, NEW_GATEWAY, REPEATED]),
    max_size=40,
)


class World:
    """Kafka's log, one gateway over it, a console that is cut off now and then, and one that never is."""

    def __init__(self) -> None:
        self.log: list[Stored] = []
        self.gateway = InboxPartition("t", 0)
        self.steady, self.cut_off = ConsoleState(), ConsoleState()
        self.line = True
        self.last: list[Snapshot | InboxItem] = []
        self.told: list[InboxRecord] = []
        self.steady.take(self.gateway.since(ROOM, None, NOON))
        self.cut_off.take(self.gateway.since(ROOM, None, NOON))

    def write(self, record: InboxRecord) -> None:
        stored = Stored(
            key=key_of(record),
            offset=len(self.log),
            at=NOON,
            recipient=recipient_of(record),
            rank=rank_of(record),
            value=encode(record),
        )
        self.log.append(stored)
        if self.gateway.take(stored) and stored.recipient == ROOM:
            said = self.gateway.item(stored)
            self.steady.take(said)
            if self.line:
                self.hear(said)

    def hear(self, message: Snapshot | InboxItem) -> None:
        self.last = [message, *self.last[:2]]
        self.take(message)

    def take(self, message: Snapshot | InboxItem) -> None:
        self.told += [event.record for event in self.cut_off.take(message) if isinstance(event, Received)]

    def back(self) -> None:
        self.line = True
        self.hear(self.gateway.since(ROOM, self.cut_off.places.get(ROOM), NOON))

    def new_gateway(self) -> None:
        self.gateway = InboxPartition("t", 0)
        for stored in self.log:
            self.gateway.take(stored)

    def step(self, step: Written | str) -> None:
        if isinstance(step, Written):
            self.write(step.record)
        elif step == CUT:
            self.line = False
        elif step == BACK:
            self.back()
        elif step == NEW_GATEWAY:
            self.new_gateway()
            self.back()
        elif self.line:
            for message in [m for m in self.last if isinstance(m, InboxItem)]:
                self.take(message)


@settings(deadline=None, max_examples=300)
@given(STEPS)
def test_however_often_the_line_is_cut_the_console_ends_with_what_a_steady_one_holds(
    steps: list[Written | str],
) -> None:
    world = World()
    for step in steps:
        world.step(step)
    world.back()
    assert world.cut_off.held.get(ROOM, {}) == world.steady.held.get(ROOM, {})
    newest: dict[str, InboxRecord] = {}
    for record in (step.record for step in steps if isinstance(step, Written)):
        held = newest.get(key_of(record))
        if recipient_of(record) == ROOM and (held is None or (rank_of(record) or 0) > (rank_of(held) or 0)):
            newest[key_of(record)] = record
    assert world.steady.held.get(ROOM, {}) == newest


@settings(deadline=None, max_examples=200)
@given(STEPS)
def test_no_alert_revision_is_told_twice_and_none_goes_back(steps: list[Written | str]) -> None:
    world = World()
    for step in steps:
        world.step(step)
    for key in {key_of(record) for record in world.told}:
        revisions = [r.alert.revision for r in world.told if isinstance(r, AlertRecord) and key_of(r) == key]
        assert revisions == sorted(set(revisions))
