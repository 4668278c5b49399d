"""A look at a table for the deadlines of partitions of which nothing was taken in since they were assigned.

Kept apart from the agent's own state: a table is filled only some time after its partitions were assigned, and Faust
does not say surely when. What is missing in it then must never be taken for all there is; a deadline that is seen late,
or seen though it no longer stands, does no harm.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Generic, TypeVar

__all__ = ["Glimpse"]

_AGAIN_AFTER = timedelta(seconds=10)

_T = TypeVar("_T")


class Glimpse(Generic[_T]):
    """What was read of all partitions at once, read anew every ten seconds."""

    def __init__(self, read: Callable[[], Mapping[int, _T]]) -> None:
        self._read = read
        self._seen: tuple[datetime, Mapping[int, _T]] | None = None

    def of(self, partition: int, now: datetime) -> _T | None:
        """What the table says of a partition, as of at most ten seconds ago; None where it says nothing."""
        if self._seen is None or not timedelta(0) <= now - self._seen[0] < _AGAIN_AFTER:
            self._seen = (now, self._read())
        return self._seen[1].get(partition)

    def forget(self) -> None:
        """Look anew next time: partitions were given to or taken from this worker."""
        self._seen = None
