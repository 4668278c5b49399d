"""COORDINATE: what each pursuit means and who must know, decided where all its reports are."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import faust
from faust.types import TP
from faust.types.tuples import Message

from streams.apps.configure import AppSettings, create_app
from streams.apps.deliver import Deliverer, carry_through, exit_without_commit
from streams.apps.glimpse import Glimpse
from streams.apps.intake import Readable, Source, read_message
from streams.apps.passed_over import PassedOver
from streams.apps.rejects import reject_output
from streams.apps.reminders import case_dues, watch_deadlines
from streams.apps.table import KeptTable
from streams.pursuit.announce import answers
from streams.pursuit.arrived import Arrived
from streams.pursuit.events import CommandAnswered
from streams.pursuit.rules import Rules
from streams.pursuit.state import Answer, Pursuit
from streams.pursuit.step import Decided, step
from streams.pursuit.store import case_of_part, join_parts, split_parts
from streams.records import (
    CaseDue,
    Command,
    Fault,
    Output,
    RecordError,
    Report,
    encode,
)
from streams.topics import PURSUITS, REPORTS

__all__ = ["Coordinate", "create_coordinate"]

logger = logging.getLogger(__name__)

_MOST_BYTES = 950_000
"""Kafka takes 1 MB as one record, key and head included; what is longer would stop the worker for good."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done about a report: the decision, its record, and the entries of the table it changes."""

    decided: Decided
    record: Output
    entries: dict[bytes, bytes]


class Coordinate:
    """The shell around `step`: decodes, decides, records the decision, sends its outputs, and keeps the new state."""

    def __init__(self, app: faust.App, settings: AppSettings, rules: Rules, partitions: dict[str, int]) -> None:
        self._app = app
        table = app.Table("cases", key_type=bytes, value_type=bytes, partitions=settings.partitions)
        self._table = cast("KeptTable", table)
        self._rules = rules
        self._settings = settings
        self._source = Source(
            Report, settings.topic_ids[REPORTS.name], settings.partitions, lambda report: str(report.case)
        )
        self._deliverer = Deliverer(app, partitions)
        self._cases: dict[int, dict[str, Pursuit]] = {}
        self._glimpse = Glimpse(self._cases_in_table)
        self._whole: set[str] = set()
        self._passed_over = PassedOver(REPORTS.name)

    async def take(self, message: Message) -> None:
        """Take in one report. Never raises: what cannot be done in time ends the process."""
        what = f"reports-{message.partition}-{message.offset}"
        await carry_through(self._take(message), what, self._settings.stall_s)

    async def _take(self, message: Message) -> None:
        rejects: list[Output] = []
        item = read_message(message, self._source, lambda why: rejects.append(reject_output(message, why)))
        if item is None:
            await self._deliverer.deliver(rejects)
            return
        cases = self.cases_of(message.partition)
        before = cases.get(item.record.case)
        try:
            plan = self._plan(before, item)
        except Exception as error:
            logger.exception("reports-%d: the step failed", message.partition)
            await self._deliverer.deliver(_step_failed(message, item, error))
            return
        if plan is None:
            logger.info("%s: report %s was decided before, passed over", item.record.case, item.record.id)
            self._passed_over.add(message.partition, 1, message.offset)
            return
        _say_other_log(before, item)
        await self._carry_out(plan, cases)

    def _plan(self, before: Pursuit | None, item: Readable) -> _Plan | None:
        """What is to be done about a report; None where it was decided before.

        Raises:
            ValueError: Kafka would not take the decision or the state as one record.
        """
        decided = step(before, Arrived(item.record, item.place, item.at), self._rules)
        if decided is None:
            return None
        case, value, entries = item.record.case, encode(decided.decision), {}
        if decided.state is not None:
            entries = split_parts(before if case in self._whole else None, decided.state)
        longest = max(len(value), *(len(entry) for entry in entries.values()), 0)
        if longest > _MOST_BYTES:
            message = f"expected a decision and state of at most {_MOST_BYTES} bytes, got {longest}"
            raise ValueError(message)
        return _Plan(decided, Output(topic=PURSUITS.name, key=case, partition_by=case, value=value.decode()), entries)

    async def _carry_out(self, plan: _Plan, cases: dict[str, Pursuit]) -> None:
        """The decision's record first, for it is the commit; then what it sends; then the new state."""
        decision, state = plan.decided.decision, plan.decided.state
        await self._deliverer.deliver([plan.record])
        await self._deliverer.deliver(decision.outputs)
        if state is not None:
            cases[decision.case] = state
            for key, value in plan.entries.items():
                self._table[key] = value
            await self._table.written()
            self._whole.add(decision.case)

    def cases_of(self, partition: int) -> dict[str, Pursuit]:
        """The partition's pursuits; after an assignment, those the table recovered."""
        if partition not in self._cases:
            self._cases[partition] = self._recovered(partition)
            logger.info("reports-%d: %d pursuits recovered", partition, len(self._cases[partition]))
        return self._cases[partition]

    def _recovered(self, partition: int) -> dict[str, Pursuit]:
        cases: dict[str, Pursuit] = {}
        for case, own in self._parts_in_table().items():
            try:
                pursuit = join_parts(own)
            except RecordError:
                logger.exception("%s: its recovered state cannot be read", case)
                exit_without_commit(f"{case}: state lost")
            if pursuit.guard.partition == partition:
                cases[case] = pursuit
        return cases

    def _parts_in_table(self) -> dict[str, dict[bytes, bytes]]:
        parts: dict[str, dict[bytes, bytes]] = {}
        for key, value in self._table.items():
            parts.setdefault(case_of_part(key), {})[key] = value
        return parts

    def _cases_in_table(self) -> dict[int, list[Pursuit]]:
        """All pursuits by partition, for their deadlines: those that can be read while the table is being filled."""
        cases: dict[int, list[Pursuit]] = {}
        for own in self._parts_in_table().values():
            with suppress(RecordError):
                pursuit = join_parts(own)
                cases.setdefault(pursuit.guard.partition, []).append(pursuit)
        return cases

    def forget(self, partitions: set[TP]) -> None:
        """Forget the pursuits of partitions that were taken from, or given to, this worker: the table knows them."""
        self._glimpse.forget()
        for tp in partitions:
            self._whole.difference_update(self._cases.pop(tp.partition, ()))
            self._passed_over.forget(tp.partition)

    async def watch_deadlines(self) -> None:
        """Write a due record for every deadline that has come."""
        await watch_deadlines(self._app, REPORTS, self._dues, self._deliverer)

    def _dues(self, partition: int, now: datetime) -> Iterator[CaseDue]:
        """Also of a partition of which nothing came since it was assigned."""
        cases = self._cases.get(partition)
        return case_dues((self._glimpse.of(partition, now) or ()) if cases is None else cases.values(), now)


def _step_failed(message: Message, item: Readable, error: Exception) -> tuple[Output, ...]:
    """The report is set aside, and the pursuit learns that the system failed on it, unless it failed on just that.

    Who sent a command is told as well: where it was to open a pursuit, there is none that could tell a room.
    """
    reject = reject_output(message, f"the step failed: {error!r}")
    if isinstance(item.record, Fault):
        return (reject,)
    if isinstance(item.record, Command):
        told = answers((_failed(item.record, error),), item.record.case, item.record.mode)
        return (*told, _fault(item, error), reject)
    return (_fault(item, error), reject)


def _failed(command: Command, error: Exception) -> CommandAnswered:
    reason = f"the system failed on it, act by telephone: {error!r}"
    return CommandAnswered(
        command=command.id, by=command.by, answer=Answer(accepted=False, code="fault", reason=reason)
    )


def _fault(item: Readable, error: Exception) -> Output:
    place = item.place
    fault = Fault(
        id=f"{item.record.case}|fault|{place.topic_id}-{place.partition}-{place.offset}",
        case=item.record.case,
        mode=item.record.mode,
        happened_at=item.at,
        unit=None,
        reason=f"a report could not be decided: {error!r}"[:500],
        place=place,
    )
    return Output(topic=REPORTS.name, key=fault.case, partition_by=fault.case, value=encode(fault).decode())


def _say_other_log(before: Pursuit | None, item: Readable) -> None:
    known, place = before.guard if before else item.place, item.place
    if (known.topic_id, known.partition) != (place.topic_id, place.partition):
        logger.warning("%s: was last decided in another log, the guard begins anew here: %s", item.record.case, place)


def create_coordinate(settings: AppSettings, rules: Rules, partitions: dict[str, int]) -> faust.App:
    """The COORDINATE app: reads `reports`, writes `pursuits`, `inbox`, memberships into `positions`, and `rejects`."""
    app = create_app("coordinate", settings)
    coordinate = Coordinate(app, settings, rules, partitions)
    reports = app.topic(REPORTS.name, key_type=bytes, value_type=bytes, partitions=settings.partitions)

    async def follow(stream: faust.StreamT[bytes]) -> None:
        async for event in stream.events():
            await coordinate.take(event.message)

    app.agent(reports, name="coordinate", concurrency=1)(follow)
    app.task(coordinate.watch_deadlines)

    async def moved(*args: Any, **_kwargs: Any) -> None:
        coordinate.forget(args[1])

    app.on_partitions_revoked.connect(moved, weak=False)
    app.on_partitions_assigned.connect(moved, weak=False)
    return app
