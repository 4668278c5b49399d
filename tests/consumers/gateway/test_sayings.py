from typing import Any

import pytest
from msgspec import Raw

from consumers.gateway.inbox import InboxPartition, Stored
from consumers.gateway.sayings import Sayings
from streams.console import InboxItem, Said
from streams.records import InboxRecord, encode
from tests.consumers.records import NOON, alert_record

NL = "NL/ROOM"


class Words:
    """Says which record it was asked for, and how often."""

    def __init__(self) -> None:
        self.asked: list[tuple[InboxRecord, str]] = []

    def __call__(self, record: InboxRecord, language: str) -> Said:
        self.asked.append((record, language))
        return Said(language=language, pieces={"headline": f"{record.alert.revision} in {language}"})  # type: ignore[union-attr]


def item(offset: int = 0, **changes: Any) -> InboxItem:
    record = alert_record(NL, revision=offset + 1)
    fields: dict[str, Any] = {
        "key": "k", "offset": offset, "at": NOON, "recipient": NL, "rank": 1, "value": encode(record),
    }  # fmt: skip
    return InboxPartition("topic-1", 0).item(Stored(**{**fields, **changes}))


def test_a_record_is_put_in_the_words_of_the_console() -> None:
    said = Sayings(Words()).item(item(), "fr").said
    assert said == Said(language="fr", pieces={"headline": "1 in fr"})


def test_without_a_language_the_item_is_as_it_stands_in_kafka() -> None:
    words = Words()
    assert Sayings(words).item(item(), None) == item()
    assert words.asked == []


def test_a_record_is_put_in_words_once_for_all_consoles_of_a_language() -> None:
    words = Words()
    sayings = Sayings(words)
    for _ in range(1000):
        sayings.item(item(), "fr")
        sayings.item(item(), "nl")
    assert words.asked == [(alert_record(NL), "fr"), (alert_record(NL), "nl")]
    assert sayings.remembers(item(), "fr")
    assert not sayings.remembers(item(), "de")


def test_the_same_offset_of_another_partition_or_topic_is_another_record() -> None:
    words = Words()
    sayings = Sayings(words)
    other = InboxPartition("topic-2", 0), InboxPartition("topic-1", 1)
    stored = Stored(key="k", offset=0, at=NOON, recipient=NL, rank=1, value=encode(alert_record(NL)))
    for each in (item(), *(partition.item(stored) for partition in other)):
        sayings.item(each, "fr")
    assert len(words.asked) == 3


def test_only_so_many_are_remembered_and_those_asked_for_last() -> None:
    words = Words()
    sayings = Sayings(words, most=2)
    for offset in (0, 1, 0, 2):
        sayings.item(item(offset), "fr")
    assert [sayings.remembers(item(offset), "fr") for offset in (0, 1, 2)] == [True, False, True]


def test_a_removed_record_has_no_words() -> None:
    words = Words()
    assert Sayings(words).item(item(value=b"null"), "fr").said is None
    assert words.asked == []


def test_a_record_that_cannot_be_put_in_words_goes_out_without_and_is_named_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def speechless(_record: InboxRecord, language: str) -> Said:
        raise KeyError(language)

    sayings = Sayings(speechless)
    for _ in range(2):
        assert sayings.item(item(), "lb") == item()
    assert caplog.text.count("k: not put in words in lb; the console gets the record alone") == 1


def test_a_snapshot_has_words_for_each_of_its_items() -> None:
    partition = InboxPartition("topic-1", 0)
    for offset in range(2):
        value = encode(alert_record(NL, revision=offset + 1, case=f"BE/P-{offset}"))
        partition.take(Stored(key=f"k{offset}", offset=offset, at=NOON, recipient=NL, rank=None, value=value))
    snapshot = partition.since(NL, None, NOON)
    said = Sayings(Words()).snapshot(snapshot, "fr")
    assert [each.said.pieces["headline"] for each in said.items if each.said] == ["1 in fr", "2 in fr"]
    assert [bytes(Raw(each.record)) for each in said.items] == [bytes(each.record) for each in snapshot.items]
    assert Sayings(Words()).snapshot(snapshot, None) is snapshot
