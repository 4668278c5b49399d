"""Counts the records that a guard passed over: a few after a crash are what it is for, many are a fault."""

import logging

__all__ = ["PassedOver"]

logger = logging.getLogger(__name__)

_MANY = 10_000
"""Committed once a second, a partition with a thousand records a second has about this many beyond its commit."""


class PassedOver:
    """How many records of each partition were taken in before; says so once, and once more when they are too many."""

    def __init__(self, topic: str, many: int = _MANY) -> None:
        self._topic = topic
        self._many = many
        self._count: dict[int, int] = {}

    def add(self, partition: int, records: int, offset: int) -> None:
        """Count records that were passed over; `offset` is where the newest of them stood."""
        if not records:
            return
        before = self._count.get(partition, 0)
        after = self._count[partition] = before + records
        if not before:
            logger.info("%s-%d-%d: taken in before, passed over", self._topic, partition, offset)
        if before < self._many <= after:
            logger.error(
                "%s-%d-%d: %d records since the commit were taken in before: expected fewer than %d; "
                "the commit stands still, or the state is not of this log",
                self._topic, partition, offset, after, self._many,
            )  # fmt: skip

    def forget(self, partition: int) -> None:
        """Begin anew: the partition was given to or taken from this worker."""
        self._count.pop(partition, None)
