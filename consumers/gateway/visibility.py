"""Which pursuits a room may watch: what its inbox granted and has not ended, and nothing else."""

from collections.abc import Iterable

from streams.records import Trail, VisibilityRecord

__all__ = ["Visibility"]


class Visibility:
    """What was granted to each recipient, from its inbox alone; changed only by `told` and `forget`."""

    def __init__(self) -> None:
        self._granted: dict[tuple[str, str], tuple[int, bool]] = {}

    def told(self, record: VisibilityRecord) -> None:
        """Note a grant or its end; one with an older event than is known changes nothing."""
        known = self._granted.get((record.recipient, record.case))
        if known is None or record.event > known[0]:
            self._granted[record.recipient, record.case] = (record.event, record.granted)

    def forget(self, recipient: str) -> None:
        """This recipient's inbox is no longer read: nothing is known of it."""
        self._granted = {key: value for key, value in self._granted.items() if key[0] != recipient}

    def sees(self, recipient: str, case: str) -> bool:
        """Whether the recipient may watch this case; unknown means no."""
        return self._granted.get((recipient, case), (0, False))[1]

    def watchers(self, trail: Trail, recipients: Iterable[str]) -> list[str]:
        """Of these recipients, those in the trail's audience whose inbox granted its case."""
        return [r for r in recipients if r in trail.audience and self.sees(r, trail.case)]
