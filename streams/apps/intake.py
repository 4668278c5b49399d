"""A record as Faust hands it over becomes an input with its place and the broker's time; an unreadable one a reject."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from faust.types.tuples import Message

from streams.partition import partition_of
from streams.records import RecordError, SourcePlace, decode

__all__ = ["Readable", "Source", "read_message"]

_MOST_BYTES = 262_144
"""Doors and gateway write records of a few kB; what a step makes of one must fit into what Kafka takes: 1 MB."""


@dataclass(frozen=True, slots=True)
class Source:
    """The topic an app reads.

    Attributes:
        kind: what its records are.
        topic_id: as it stands in their places.
        partitions: how many it has.
        key_of: the unit or case of a record, by which it is partitioned.
    """

    kind: Any
    topic_id: str
    partitions: int
    key_of: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Readable:
    """A record that could be read, where it stood, and when the broker took it."""

    record: Any
    place: SourcePlace
    at: datetime


def read_message(message: Message, source: Source, refuse: Callable[[str], None]) -> Readable | None:
    """Read a message of this source; where that fails, `refuse` gets the reason and None comes back."""
    try:
        record = _decoded(message, source)
    except RecordError as error:
        refuse(str(error))
        return None
    place = SourcePlace(topic_id=source.topic_id, partition=message.partition, offset=message.offset)
    return Readable(record, place, datetime.fromtimestamp(message.timestamp or 0.0, UTC))


def _decoded(message: Message, source: Source) -> Any:
    """The record; one that stands in another partition than its unit's or case's would split their state in two.

    Raises:
        RecordError: too long, not readable, or in the wrong partition.
    """
    value = message.value or b""
    if len(value) > _MOST_BYTES:
        too_long = f"expected at most {_MOST_BYTES} bytes, got {len(value)}"
        raise RecordError(too_long)
    record = decode(value, source.kind)
    key = source.key_of(record)
    right = partition_of(key, source.partitions)
    if message.partition != right:
        misplaced = f"{key}: expected in partition {right}, got it in {message.partition} under the key {message.key!r}"
        raise RecordError(misplaced)
    return record
