"""A record as Faust hands it over becomes an input with its place and the broker's time; an unreadable one a reject."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from faust.types.tuples import Message

from streams.records import RecordError, SourcePlace, decode

__all__ = ["Readable", "read_message"]


@dataclass(frozen=True, slots=True)
class Readable:
    """A record that could be read, where it stood, and when the broker took it."""

    record: Any
    place: SourcePlace
    at: datetime


def read_message(message: Message, kind: Any, topic_id: str, refuse: Callable[[str], None]) -> Readable | None:
    """Read a message as a record of `kind`; where that fails, `refuse` gets the reason and None comes back."""
    try:
        record = decode(message.value or b"", kind)
    except RecordError as error:
        refuse(str(error))
        return None
    place = SourcePlace(topic_id=topic_id, partition=message.partition, offset=message.offset)
    return Readable(record, place, datetime.fromtimestamp(message.timestamp or 0.0, UTC))
