"""Records that cannot be read, or make a step fail, are set aside whole, with the reason and the place they stood."""

import logging

from faust.types.tuples import Message

from streams.records import Output, Reject, encode
from streams.topics import REJECTS

__all__ = ["reject_output"]

logger = logging.getLogger(__name__)


def reject_output(message: Message, reason: str) -> Output:
    """The record for `rejects`, keyed by the source key; says so in the log."""
    place = f"{message.topic}-{message.partition}-{message.offset}"
    logger.error("rejected %s: %s", place, reason)
    key, value = message.key or b"", message.value or b""
    record = Reject(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key_hex=key.hex(),
        value_hex=value.hex(),
        reason=reason[:500],
    )
    return Output(topic=REJECTS.name, key=place, partition_by=place, value=encode(record).decode())
