from datetime import datetime, timedelta

import pytest
from msgspec import structs

from consumers.gateway.inbox import COMPACTION_LAG, InboxPartition, Stored
from streams.console import ConsolePlace, Snapshot
from tests.consumers.records import NOON

ROOM, OTHER = "NL/ROOM", "NL/OTHER"


def stored(offset: int, *, key: str = "a", rank: int | None = 1, room: str = ROOM, at: datetime = NOON) -> Stored:
    return Stored(key=f"{room}|{key}", offset=offset, at=at, recipient=room, rank=rank, value=b"%d" % offset)


def partition(*records: Stored, log_start: int = 0) -> InboxPartition:
    inbox = InboxPartition("topic-1", 2, log_start=log_start)
    for record in records:
        inbox.take(record)
    return inbox


def place(offset: int, **changes: object) -> ConsolePlace:
    return structs.replace(ConsolePlace(topic_id="topic-1", partition=2, offset=offset, at=NOON), **changes)


def values(snapshot: Snapshot) -> list[bytes]:
    return [bytes(item.record) for item in snapshot.items]


def test_a_first_console_gets_the_newest_record_of_each_key_of_its_own_room() -> None:
    inbox = partition(stored(0), stored(1, key="b"), stored(2, rank=2), stored(3, room=OTHER))
    snapshot = inbox.since(ROOM, None, NOON)
    assert values(snapshot) == [b"1", b"2"]
    assert (snapshot.recovered, snapshot.reason) == (False, "no place was given")
    assert snapshot.place == place(3)


def test_a_console_that_was_away_gets_only_what_it_missed() -> None:
    inbox = partition(stored(0), stored(1, key="b"), stored(2, key="c"))
    snapshot = inbox.since(ROOM, place(0), NOON)
    assert values(snapshot) == [b"1", b"2"]
    assert (snapshot.recovered, snapshot.reason, snapshot.place) == (True, "", place(2))


def test_a_console_at_the_end_missed_nothing_however_long_it_was_away() -> None:
    snapshot = partition(stored(0)).since(ROOM, place(0), NOON + timedelta(days=29))
    assert (snapshot.recovered, snapshot.items) == (True, ())


def test_an_empty_inbox_has_no_place_yet() -> None:
    assert partition().since(ROOM, None, NOON).place is None


def test_a_lower_revision_at_a_higher_offset_does_not_replace_the_higher_one() -> None:
    inbox = partition(stored(0, rank=2))
    assert inbox.take(stored(1, rank=1)) is False
    assert values(inbox.since(ROOM, None, NOON)) == [b"0"]
    assert inbox.next_offset == 2


def test_the_same_revision_written_again_is_no_news() -> None:
    inbox = partition(stored(0, rank=2))
    assert inbox.take(stored(1, rank=2)) is False
    assert inbox.since(ROOM, place(0), NOON).items == ()


def test_a_record_read_twice_changes_nothing() -> None:
    inbox = partition(stored(0), stored(1, key="b"))
    assert inbox.take(stored(0, rank=9)) is False
    assert values(inbox.since(ROOM, None, NOON)) == [b"0", b"1"]


def test_a_removed_key_is_told_to_who_resumes_and_left_out_for_who_is_new() -> None:
    inbox = partition(stored(0), stored(1, key="b"))
    assert inbox.remove(f"{ROOM}|a", 2, NOON) is not None
    assert values(inbox.since(ROOM, place(1), NOON)) == [b"null"]
    assert values(inbox.since(ROOM, None, NOON)) == [b"1"]


def test_what_was_removed_does_not_come_back_by_an_old_revision_but_by_a_newer_one() -> None:
    inbox = partition(stored(0, rank=4))
    inbox.remove(f"{ROOM}|a", 1, NOON)
    assert inbox.take(stored(2, rank=4)) is False
    assert inbox.since(ROOM, None, NOON).items == ()
    assert inbox.take(stored(3, rank=5))
    assert values(inbox.since(ROOM, None, NOON)) == [b"3"]


def test_a_removal_of_a_key_nobody_knew_is_passed_over() -> None:
    inbox = partition(stored(0))
    assert inbox.remove("nobody's", 1, NOON) is None
    assert inbox.next_offset == 2


FAR = NOON + COMPACTION_LAG + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("there", "now", "reason"),
    [
        (place(4, topic_id="topic-0"), NOON, "the place is of another inbox (partition 2 of topic-0)"),
        (place(4, partition=3), NOON, "the place is of another inbox (partition 3 of topic-1)"),
        (place(9), NOON, "the place 9 is beyond the end of the inbox (8)"),
        (place(2), NOON, "the place 2 is before the start of the inbox (4)"),
        (place(5), FAR, "the place is of 2026-05-04 12:00Z, older than 3 days"),
        (place(8, at=NOON - timedelta(seconds=1)), NOON, "another record stands at the place 8 now"),
    ],
)
def test_where_kafka_may_have_forgotten_something_all_is_given_and_the_reason(
    there: ConsolePlace, now: datetime, reason: str
) -> None:
    inbox = partition(stored(4), stored(8, key="b"), log_start=4)
    snapshot = inbox.since(ROOM, there, now)
    assert (snapshot.recovered, snapshot.reason) == (False, reason)
    assert values(snapshot) == [b"4", b"8"]


@pytest.mark.parametrize("offset", [3, 4, 7])
def test_a_place_from_just_before_the_start_of_the_log_to_its_end_can_be_resumed(offset: int) -> None:
    inbox = partition(stored(4), stored(8, key="b"), log_start=4)
    assert inbox.since(ROOM, place(offset), NOON).recovered is True


def test_what_is_older_than_kafka_keeps_is_forgotten() -> None:
    inbox = partition(stored(0, at=NOON - timedelta(days=31)), stored(1, key="b"))
    inbox.forget_before(NOON - timedelta(days=30))
    assert values(inbox.since(ROOM, None, NOON)) == [b"1"]


def test_what_kafka_deleted_is_forgotten() -> None:
    inbox = partition(stored(0), stored(1, key="b"))
    inbox.log_starts_at(1)
    assert values(inbox.since(ROOM, None, NOON)) == [b"1"]
