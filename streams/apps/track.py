"""TRACK: what each patrol unit does, decided where all its fixes are."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, cast

import faust
from faust.types import TP
from faust.types.tuples import Message

from streams.apps.configure import AppSettings, create_app
from streams.apps.deliver import Deliverer, carry_through
from streams.apps.glimpse import Glimpse
from streams.apps.intake import Source, read_message
from streams.apps.outcomes import OutcomeTally
from streams.apps.passed_over import PassedOver
from streams.apps.rejects import reject_output
from streams.apps.reminders import unit_dues, watch_deadlines
from streams.apps.table import KeptTable
from streams.records import Due, Fault, Fix, Membership, Mode, Output, PositionsRecord, RecordError, encode
from streams.topics import POSITIONS, REPORTS
from streams.tracking import tell
from streams.tracking.silence import deadline_of
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit
from streams.tracking.step import Input, Stepped, World, step_chunk, unit_of

__all__ = ["Track", "create_track"]

logger = logging.getLogger(__name__)

_FULL_PICTURE_EVERY = timedelta(seconds=30)


class Track:
    """The shell around `step_chunk`: decodes, steps, sends, and only then keeps the new state."""

    def __init__(self, app: faust.App, settings: AppSettings, world: World, partitions: dict[str, int]) -> None:
        table = app.Table("units", key_type=bytes, value_type=bytes, partitions=settings.partitions)
        self._table = cast("KeptTable", table)
        self._world = world
        self._settings = settings
        self._source = Source(PositionsRecord, settings.topic_ids[POSITIONS.name], settings.partitions, unit_of)
        self._deliverer = Deliverer(app, partitions)
        self._app = app
        self._units: dict[int, dict[str, TrackedUnit]] = {}
        self._deadlines: dict[int, dict[str, datetime]] = {}
        self._glimpse = Glimpse(self._deadlines_in_table)
        self._passed_over = PassedOver(POSITIONS.name)
        self._outcomes = OutcomeTally(POSITIONS.name)
        self._pictured_at: dict[int, datetime] = {}

    async def take(self, partition: int, messages: Sequence[Message]) -> None:
        """Take in one chunk of a partition. Never raises: what cannot be done in time ends the process."""
        what = f"positions-{partition}-{messages[0].offset}"
        await carry_through(self._take(partition, messages), what, self._settings.stall_s)

    async def _take(self, partition: int, messages: Sequence[Message]) -> None:
        units, deadlines = self._units_of(partition), self._deadlines[partition]
        rejects: list[Output] = []
        inputs = [item for message in messages if (item := self._read(message, rejects)) is not None]
        try:
            stepped = step_chunk(units, inputs, self._world)
        except Exception as error:
            logger.exception("positions-%d: the step failed", partition)
            if len(messages) > 1:
                for message in messages:
                    await self._take(partition, [message])
                return
            await self._deliverer.deliver((*_step_failed(messages[0], inputs, units, error), *rejects))
            return
        is_time = self._is_time_for_all(partition, inputs)
        pictures = tell.full_pictures({**units, **stepped.changed}, inputs[-1].at) if is_time else ()
        await self._deliverer.deliver((*stepped.outputs, *pictures, *rejects))
        self._say(partition, stepped, messages[-1].offset)
        if is_time:
            self._outcomes.say(partition)
        units.update(stepped.changed)
        self._set_deadlines(deadlines, stepped.changed)
        await self._write(stepped.changed)

    def _say(self, partition: int, stepped: Stepped, offset: int) -> None:
        self._passed_over.add(partition, stepped.guarded, offset)
        self._outcomes.add(partition, stepped.outcomes)
        for unit in stepped.other_log:
            logger.warning("positions-%d-%d: %s was last seen in another log, begun anew", partition, offset, unit)

    def _is_time_for_all(self, partition: int, inputs: Sequence[Input]) -> bool:
        """Every 30 s by the broker's clock, and with the first record, rooms are told of all units of the partition."""
        if not inputs:
            return False
        at, last = inputs[-1].at, self._pictured_at.get(partition)
        if last is not None and timedelta(0) <= at - last < _FULL_PICTURE_EVERY:
            return False
        self._pictured_at[partition] = at
        return True

    def _read(self, message: Message, rejects: list[Output]) -> Input | None:
        item = read_message(message, self._source, lambda why: rejects.append(reject_output(message, why)))
        return Input(item.record, item.place, item.at) if item else None

    async def _write(self, changed: dict[str, TrackedUnit]) -> None:
        """The table holds the units in a pursuit; of all others memory is enough."""
        for name, unit in changed.items():
            key = name.encode()
            if unit.joined:
                self._table[key] = encode_unit(unit)
            elif key in self._table:
                del self._table[key]
        await self._table.written()

    def _units_of(self, partition: int) -> dict[str, TrackedUnit]:
        """The partition's units; after an assignment, those the table recovered."""
        if partition not in self._units:
            self._units[partition], self._deadlines[partition] = self._recovered(partition), {}
            self._set_deadlines(self._deadlines[partition], self._units[partition])
            logger.info("positions-%d: %d units recovered", partition, len(self._units[partition]))
        return self._units[partition]

    def _recovered(self, partition: int) -> dict[str, TrackedUnit]:
        units: dict[str, TrackedUnit] = {}
        for data in self._table.values():
            try:
                unit = decode_unit(data)
            except RecordError:
                logger.exception("positions-%d: a recovered state cannot be read and is left out", partition)
                continue
            if unit.guard.partition == partition:
                units[unit.unit] = unit
        return units

    def _set_deadlines(self, deadlines: dict[str, datetime], units: dict[str, TrackedUnit]) -> None:
        """Of the many units, the few that are watched: those in a pursuit, while there is contact with them."""
        for name, unit in units.items():
            deadline = deadline_of(unit, self._world.settings)
            if deadline is None:
                deadlines.pop(name, None)
            else:
                deadlines[name] = deadline

    async def watch_silences(self) -> None:
        """Write a due record for every unit in a pursuit that has been silent for too long."""
        await watch_deadlines(self._app, POSITIONS, self._dues, self._deliverer)

    def _dues(self, partition: int, now: datetime) -> Iterator[Due]:
        """Also of a partition of which nothing came since it was assigned: all its units may be silent."""
        deadlines = self._deadlines.get(partition)
        return unit_dues((self._glimpse.of(partition, now) or {}) if deadlines is None else deadlines, now)

    def _deadlines_in_table(self) -> dict[int, dict[str, datetime]]:
        deadlines: dict[int, dict[str, datetime]] = {}
        for data in self._table.values():
            with suppress(RecordError):
                unit = decode_unit(data)
                self._set_deadlines(deadlines.setdefault(unit.guard.partition, {}), {unit.unit: unit})
        return deadlines

    def forget(self, partitions: set[TP]) -> None:
        """Forget the units of partitions that were taken from, or given to, this worker: the table knows them."""
        self._glimpse.forget()
        for tp in partitions:
            self._units.pop(tp.partition, None)
            self._deadlines.pop(tp.partition, None)
            self._pictured_at.pop(tp.partition, None)
            self._passed_over.forget(tp.partition)
            self._outcomes.forget(tp.partition)


def _step_failed(
    message: Message, inputs: Sequence[Input], units: dict[str, TrackedUnit], error: Exception
) -> tuple[Output, ...]:
    """The record is set aside, and every pursuit of its unit learns that the system failed on it.

    A deadline that stands is written again and again; its fault is the same one.
    """
    outputs = [reject_output(message, f"the step failed: {error!r}")]
    for item in inputs:
        record, place = item.record, item.place
        if isinstance(record, Fix | Membership | Due):
            name = record.id if isinstance(record, Due) else f"{place.topic_id}-{place.partition}-{place.offset}"
            for case, mode in _concerned(record, units).items():
                fault = Fault(
                    id=f"{case}|fault|{name}",
                    case=case,
                    mode=mode,
                    happened_at=item.at,
                    unit=unit_of(record),
                    reason=f"a record of {unit_of(record)} could not be judged: {error!r}"[:500],
                    place=place,
                )
                outputs.append(Output(topic=REPORTS.name, key=case, partition_by=case, value=encode(fault).decode()))
    return tuple(outputs)


def _concerned(record: Fix | Membership | Due, units: dict[str, TrackedUnit]) -> dict[str, Mode]:
    """The pursuits of the record's unit, the one it should have joined included, each with its mode."""
    unit = units.get(unit_of(record))
    cases = {case: unit.cases[case].mode for case in unit.joined} if unit else {}
    return cases | ({record.case: record.mode} if isinstance(record, Membership) else {})


def create_track(settings: AppSettings, world: World, partitions: dict[str, int]) -> faust.App:
    """The TRACK app: reads `positions`, writes `reports`, `trails`, `units`, `rejects`, and deadlines of its own."""
    app = create_app("track", settings)
    track = Track(app, settings, world, partitions)
    positions = app.topic(POSITIONS.name, key_type=bytes, value_type=bytes, partitions=settings.partitions)

    async def follow(stream: faust.StreamT[bytes]) -> None:
        async for event in stream.events():
            await track.take(event.message.partition, [event.message])

    app.agent(positions, name="track", concurrency=1)(follow)
    app.task(track.watch_silences)

    async def moved(*args: Any, **_kwargs: Any) -> None:
        track.forget(args[1])

    app.on_partitions_revoked.connect(moved, weak=False)
    app.on_partitions_assigned.connect(moved, weak=False)
    return app
