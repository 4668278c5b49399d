"""Every event is written into the decision's record and can be read back from it."""

import typing

import msgspec

from streams.pursuit import events as ev
from tests.streams.pursuit.scene import CAR, ROAD, SECOND, SOUTH, Chase, approach, at, ended, possible, settled


def _eventful() -> Chase:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    coming = approach("NL", 5)
    chase.approaching(5, coming)
    chase.approaching(15, msgspec.structs.replace(coming, eta=at(30)))
    perhaps = possible("BE", "NL", 30)
    chase.approaching(30, ended(coming, "entered", 30), "NL")
    chase.told(30, perhaps, "NL")
    chase.approaching(31, approach("NL", 20), "NL")
    chase.told(31, settled(perhaps, "confirmed"), "NL")
    chase.told(31, settled(possible("NL", "BE", 10), "withdrawn"), "NL")
    chase.receipt(31, SOUTH, 1)
    chase.acknowledge(32, SOUTH, 3)
    chase.join(33, SECOND)
    chase.contact("lost", 31, now="NL")
    chase.contact("regained", 31, 99, now="NL")
    chase.fault(34)
    chase.due("memberships", at(60.1))
    chase.leave(61, CAR)
    chase.join(61.2, CAR)
    chase.approaching(61.3, approach("DE", 60))
    chase.present(61.5, "BE")
    chase.close(62)
    chase.due("visibility_end", at(962.1))
    return chase


def test_every_event_has_a_name_of_its_own_in_the_past_tense_record() -> None:
    tags = [kind.__struct_config__.tag for kind in typing.get_args(ev.Event)]
    assert len(set(tags)) == len(tags)


def test_the_events_of_a_decision_can_be_read_back() -> None:
    for decision in _eventful().decisions:
        for event in decision.events:
            assert msgspec.to_builtins(msgspec.convert(event, ev.Event), str_keys=True) == event


def test_a_whole_chase_shows_nearly_every_kind_of_event() -> None:
    seen = {str(event["type"]) for decision in _eventful().decisions for event in decision.events}
    every = {str(kind.__struct_config__.tag) for kind in typing.get_args(ev.Event)}
    assert every - seen == {"fixes_refused"}
    assert ROAD in _eventful().pursuit.alerts
