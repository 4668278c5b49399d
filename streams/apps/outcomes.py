"""Counts what became of the fixes of each partition, and says so now and then where some were not used."""

import logging
from collections import Counter
from collections.abc import Mapping

from geo.outcome import USED, Outcome

__all__ = ["OutcomeTally"]

logger = logging.getLogger(__name__)


class OutcomeTally:
    """What became of the fixes of each partition since that was last said."""

    def __init__(self, topic: str) -> None:
        self._topic = topic
        self._counts: dict[int, Counter[Outcome]] = {}

    def add(self, partition: int, outcomes: Mapping[Outcome, int]) -> None:
        """Count the fixes of a chunk."""
        self._counts.setdefault(partition, Counter()).update(outcomes)

    def say(self, partition: int) -> None:
        """One line with all counts, where not every fix was used; then begin anew."""
        counts = self._counts.pop(partition, Counter())
        if counts.keys() <= USED:
            return
        told = ", ".join(f"{count} {outcome.label}" for outcome, count in sorted(counts.items()))
        logger.info("%s-%d: of %d fixes not all moved a unit: %s", self._topic, partition, counts.total(), told)

    def forget(self, partition: int) -> None:
        """Begin anew: the partition was given to or taken from this worker."""
        self._counts.pop(partition, None)
