"""What people did: past-tense facts, each of which can be written down and read back."""

import typing

import msgspec
import pytest

from streams.pursuit import acts
from tests.streams.pursuit.long_day import decisions

ACTS = typing.get_args(acts.Act)


def test_every_act_that_is_named_is_one_and_has_a_name_of_its_own() -> None:
    named = {getattr(acts, name) for name in acts.__all__ if name != "Act"}
    assert named == set(ACTS)
    assert len({kind.__struct_config__.tag for kind in ACTS}) == len(ACTS)


def test_every_act_of_a_long_day_reads_back_as_itself() -> None:
    tags = {kind.__struct_config__.tag: kind for kind in ACTS}
    seen = set()
    for decision in decisions():
        for event in decision.events:
            if event["type"] in tags:
                kind = tags[event["type"]]
                act = msgspec.convert(event, kind)
                assert msgspec.to_builtins(act) == event
                seen.add(kind)
    assert seen == set(ACTS)


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: str(kind.__struct_config__.tag))
def test_an_act_is_never_changed_in_place(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
