"""Which deadlines have come, and which of them were already written into an agent's own input: each once in a while."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

import faust

from streams.apps.deliver import Deliverer
from streams.pursuit.state import Pursuit
from streams.records import CaseDue, Due, Output, encode
from streams.topics import POSITIONS, REPORTS, Topic
from streams.tracking.silence import SILENCE

__all__ = ["Reminders", "case_dues", "unit_dues", "watch_deadlines"]

_AGAIN_AFTER = timedelta(seconds=10)
_WATCH_EVERY_S = 0.5


class Reminders:
    """Remembers which due records were written; one that had no effect is written again."""

    def __init__(self) -> None:
        self._written_at: dict[str, datetime] = {}

    def due(self, come: Iterable[CaseDue | Due], now: datetime) -> list[Output]:
        """Those of these due records, whose deadlines have come, that were not written within the last 10 s."""
        self._written_at = {name: at for name, at in self._written_at.items() if now - at < _AGAIN_AFTER}
        fresh = [due for due in come if due.id not in self._written_at]
        self._written_at |= {due.id: now for due in fresh}
        return [_output(due) for due in fresh]


def _output(due: CaseDue | Due) -> Output:
    topic, key = (REPORTS, due.case) if isinstance(due, CaseDue) else (POSITIONS, due.key)
    return Output(topic=topic.name, key=key, partition_by=key, value=encode(due).decode())


def case_dues(pursuits: Iterable[Pursuit], now: datetime) -> Iterator[CaseDue]:
    """A due record for each deadline of these pursuits at or before `now`."""
    for pursuit in pursuits:
        for kind, deadline in sorted(pursuit.dues.items()):
            if deadline <= now:
                yield CaseDue(
                    id=f"{pursuit.case}:{kind}:{deadline.isoformat()}",
                    case=pursuit.case,
                    mode=pursuit.mode,
                    happened_at=deadline,
                    kind=kind,
                    deadline=deadline,
                )


def unit_dues(deadlines: Mapping[str, datetime], now: datetime) -> Iterator[Due]:
    """A due record for each unit that has been silent for too long: whose deadline is at or before `now`."""
    for unit, deadline in deadlines.items():
        if deadline <= now:
            name = f"{unit}:{SILENCE}:{deadline.isoformat()}"
            yield Due(id=name, key=unit, kind=SILENCE, deadline=deadline)


async def watch_deadlines(
    app: faust.App,
    topic: Topic,
    dues: Callable[[int, datetime], Iterable[CaseDue | Due]],
    deliverer: Deliverer,
    every_s: float = _WATCH_EVERY_S,
) -> None:
    """Write a due record for every deadline that has come; the step acts on that record alone.

    Args:
        app: the app, for as long as it runs.
        topic: its input.
        dues: of one of its partitions, the due records of the deadlines that have come by an instant.
        deliverer: writes them.
        every_s: how often to look.
    """
    reminders = Reminders()
    while not app.should_stop:
        await asyncio.sleep(every_s)
        if not app.rebalancing:
            now = datetime.now(UTC)
            mine = sorted(tp.partition for tp in app.consumer.assignment() if tp.topic == topic.name)
            come = (due for partition in mine for due in dues(partition, now))
            await deliverer.deliver(reminders.due(come, now))
