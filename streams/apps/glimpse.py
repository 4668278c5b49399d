"""A look at a table for the deadlines of a partition of which nothing was taken in since it was assigned.

Kept apart from the agent's own state: a table is filled only some time after its partition was assigned, and Faust does
not say surely when. What is missing in it then must never be taken for all there is; a deadline that is seen late, or
seen though it no longer stands, does no harm.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

__all__ = ["Glimpse"]

_AGAIN_AFTER = timedelta(seconds=10)

_T = TypeVar("_T")


class Glimpse(Generic[_T]):
    """What was read of each partition, read anew every ten seconds."""

    def __init__(self, read: Callable[[int], _T]) -> None:
        self._read = read
        self._seen: dict[int, tuple[datetime, _T]] = {}

    def of(self, partition: int, now: datetime) -> _T:
        """What the table says of a partition, as of at most ten seconds ago."""
        known = self._seen.get(partition)
        if known is None or not timedelta(0) <= now - known[0] < _AGAIN_AFTER:
            known = self._seen[partition] = (now, self._read(partition))
        return known[1]

    def forget(self, partition: int) -> None:
        """Look anew next time: the partition was given to or taken from this worker."""
        self._seen.pop(partition, None)
