"""Which deadlines have come, and which of them were already written into the reports: each once in a while."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from streams.pursuit.state import Pursuit
from streams.records import CaseDue, Output, encode
from streams.topics import REPORTS

__all__ = ["Reminders"]

_AGAIN_AFTER = timedelta(seconds=10)


class Reminders:
    """Remembers for what a due record was written; one that had no effect is written again."""

    def __init__(self) -> None:
        self._written_at: dict[tuple[str, str, datetime], datetime] = {}

    def due(self, pursuits: Iterable[Pursuit], now: datetime) -> list[Output]:
        """A due record for each deadline at or before `now` that was not written within the last 10 s."""
        self._written_at = {key: at for key, at in self._written_at.items() if now - at < _AGAIN_AFTER}
        return [output for pursuit in pursuits for output in self._of(pursuit, now)]

    def _of(self, pursuit: Pursuit, now: datetime) -> Iterator[Output]:
        for kind, deadline in sorted(pursuit.dues.items()):
            key = (pursuit.case, kind, deadline)
            if deadline <= now and key not in self._written_at:
                self._written_at[key] = now
                yield _due(pursuit, kind, deadline)


def _due(pursuit: Pursuit, kind: str, deadline: datetime) -> Output:
    due = CaseDue(
        id=f"{pursuit.case}:{kind}:{deadline.isoformat()}",
        case=pursuit.case,
        mode=pursuit.mode,
        happened_at=deadline,
        kind=kind,
        deadline=deadline,
    )
    return Output(topic=REPORTS.name, key=due.case, partition_by=due.case, value=encode(due).decode())
