"""TRACK: what each patrol unit does, decided where all its fixes are."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import faust
from faust.types import TP
from faust.types.tuples import Message

from streams.apps.configure import AppSettings, create_app
from streams.apps.deliver import Deliverer, exit_without_commit
from streams.apps.intake import read_message
from streams.apps.rejects import reject_output
from streams.records import Fault, Fix, Membership, Output, PositionsRecord, RecordError, encode
from streams.topics import POSITIONS, REPORTS
from streams.tracking.state import TrackedUnit, decode_unit, encode_unit
from streams.tracking.step import Input, World, step_chunk

__all__ = ["Track", "create_track"]

logger = logging.getLogger(__name__)


class Track:
    """The shell around `step_chunk`: decodes, steps, sends, and only then keeps the new state."""

    def __init__(self, app: faust.App, settings: AppSettings, world: World, partitions: dict[str, int]) -> None:
        self._table = app.Table("units", key_type=bytes, value_type=bytes, partitions=settings.partitions)
        self._world = world
        self._settings = settings
        self._deliverer = Deliverer(app, partitions)
        self._units: dict[int, dict[str, TrackedUnit]] = {}

    async def take(self, partition: int, messages: Sequence[Message]) -> None:
        """Take in one chunk of a partition. Never raises: what cannot be done in time ends the process."""
        try:
            await asyncio.wait_for(self._take(partition, messages), self._settings.stall_s)
        except TimeoutError:
            exit_without_commit(f"positions-{partition}: nothing moved for {self._settings.stall_s:g} s")
        except Exception:
            logger.exception("positions-%d: the shell itself failed at offset %d", partition, messages[0].offset)
            exit_without_commit("a fault outside the step")

    async def _take(self, partition: int, messages: Sequence[Message]) -> None:
        units = self._units_of(partition)
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
        await self._deliverer.deliver((*stepped.outputs, *rejects))
        if stepped.guarded:
            logger.info("positions-%d: %d records were taken in before, passed over", partition, stepped.guarded)
        units.update(stepped.changed)
        self._write(stepped.changed)

    def _read(self, message: Message, rejects: list[Output]) -> Input | None:
        topic_id = self._settings.topic_ids[POSITIONS.name]
        item = read_message(message, PositionsRecord, topic_id, lambda why: rejects.append(reject_output(message, why)))
        return Input(item.record, item.place, item.at) if item else None

    def _write(self, changed: dict[str, TrackedUnit]) -> None:
        """The table holds the units in a pursuit; of all others memory is enough."""
        for name, unit in changed.items():
            key = name.encode()
            if unit.joined:
                self._table[key] = encode_unit(unit)
            elif key in self._table:
                del self._table[key]

    def _units_of(self, partition: int) -> dict[str, TrackedUnit]:
        """The partition's units; after an assignment, those the table recovered."""
        if partition not in self._units:
            self._units[partition] = self._recovered(partition)
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

    def revoke(self, partitions: set[TP]) -> None:
        """Forget the units of partitions that go to another worker."""
        for tp in partitions:
            self._units.pop(tp.partition, None)


def _step_failed(
    message: Message, inputs: Sequence[Input], units: dict[str, TrackedUnit], error: Exception
) -> tuple[Output, ...]:
    """The record is set aside, and every pursuit of its unit learns that the system failed on it."""
    outputs = [reject_output(message, f"the step failed: {error!r}")]
    for item in inputs:
        unit = units.get(item.record.unit) if isinstance(item.record, Fix | Membership) else None
        for case in unit.joined if unit else ():
            fault = Fault(
                id=f"{case}|fault|{item.place.topic_id}-{item.place.partition}-{item.place.offset}",
                case=case,
                mode=unit.cases[case].mode if unit else "live",
                happened_at=item.at,
                unit=item.record.unit,
                reason=f"a fix of {item.record.unit} could not be judged: {error!r}"[:500],
                place=item.place,
            )
            outputs.append(Output(topic=REPORTS.name, key=case, partition_by=case, value=encode(fault).decode()))
    return tuple(outputs)


def create_track(settings: AppSettings, world: World, partitions: dict[str, int]) -> faust.App:
    """The TRACK app: reads `positions`, writes `reports`, `trails`, `units` and `rejects`."""
    app = create_app("track", settings)
    track = Track(app, settings, world, partitions)
    positions = app.topic(POSITIONS.name, key_type=bytes, value_type=bytes, partitions=settings.partitions)

    async def follow(stream: faust.StreamT[bytes]) -> None:
        async for event in stream.events():
            await track.take(event.message.partition, [event.message])

    app.agent(positions, name="track", concurrency=1)(follow)

    async def revoked(*args: Any, **_kwargs: Any) -> None:
        track.revoke(args[1])

    app.on_partitions_revoked.connect(revoked, weak=False)
    return app
