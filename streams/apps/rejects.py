"""Records that cannot be read, or make a step fail, are set aside with the reason and the place they stood.

Whole, but for the few that are so long that Kafka would not take them twice over: their place says where the rest is.
"""

import logging

from faust.types.tuples import Message

from streams.records import Output, Reject, encode
from streams.topics import REJECTS

__all__ = ["reject_output"]

logger = logging.getLogger(__name__)

_KEY_KEPT = 1_000
_VALUE_KEPT = 262_144
"""Twice as many signs in hexadecimal; Kafka takes 1 MB."""


def reject_output(message: Message, reason: str) -> Output:
    """The record for `rejects`, keyed by the source key; says so in the log."""
    place = f"{message.topic}-{message.partition}-{message.offset}"
    logger.error("rejected %s: %s", place, reason)
    key, value = message.key or b"", message.value or b""
    record = Reject(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key_hex=key[:_KEY_KEPT].hex(),
        value_hex=value[:_VALUE_KEPT].hex(),
        value_bytes=len(value),
        reason=reason[:500],
    )
    return Output(topic=REJECTS.name, key=place, partition_by=place, value=encode(record).decode())
