"""Every event is written into the decision's record and can be read back from it."""

import typing

import msgspec

from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.records import AnswerRecord, Decision, NoticeRecord
from tests.streams.pursuit.long_day import decisions, long_day
from tests.streams.pursuit.scene import records

_DAY: list[Decision] = list(decisions())


def test_every_event_has_a_name_of_its_own_in_the_past_tense_record() -> None:
    tags = [kind.__struct_config__.tag for kind in typing.get_args(ev.Event)]
    assert len(set(tags)) == len(tags)
    assert set(typing.get_args(acts.Act)) < set(typing.get_args(ev.Event))


def test_the_events_of_a_decision_can_be_read_back() -> None:
    for decision in _DAY:
        for event in decision.events:
            assert msgspec.to_builtins(msgspec.convert(event, ev.Event), str_keys=True) == event


def test_a_long_day_shows_every_kind_of_event() -> None:
    seen = {str(event["type"]) for decision in _DAY for event in decision.events}
    every = {str(kind.__struct_config__.tag) for kind in typing.get_args(ev.Event)}
    assert every - seen == set()
    refused = [
        record.code for decision in _DAY for _, record in records(decision)
        if isinstance(record, AnswerRecord) and not record.accepted
    ]  # fmt: skip
    assert refused == ["wrong_state"]


def test_the_pursuits_of_the_day_end_in_every_way() -> None:
    assert [chase.pursuit.phase for chase in long_day()] == ["closed", "open", "merged", "open", "error"]


def test_notices_of_the_day_have_their_codes() -> None:
    codes = {
        record.code for decision in _DAY for _, record in records(decision) if isinstance(record, NoticeRecord)
    }  # fmt: skip
    assert {"fixes_refused", "request_refused", "request_accepted", "merge_refused", "split_accepted"} <= codes
