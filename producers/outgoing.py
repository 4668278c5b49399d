"""One record on its way from a door to Kafka."""

from dataclasses import dataclass

from msgspec import Struct

__all__ = ["Outgoing"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record (`streams.records`), its topic, and its key, which also chooses the partition."""

    topic: str
    key: str
    record: Struct
