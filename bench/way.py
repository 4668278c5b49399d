"""Where the time of an alert goes: the broker's stamps on the records of its way, read back after the run."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from streams.records import Alert, Decision, Fix, PositionsRecord, Report, UnitCrossed, decode
from streams.topics import POSITIONS, PURSUITS, REPORTS

__all__ = ["STEPS", "Rang", "Stamps", "read_stamps", "steps_ms"]

STEPS = (
    "unit sends -> door has it",
    "door -> positions",
    "positions -> reports (TRACK)",
    "reports -> pursuits (COORDINATE decides)",
    "pursuits -> inbox (COORDINATE tells)",
    "inbox -> console (gateway)",
)
"""The way of an alert, step by step."""


@dataclass(frozen=True, slots=True)
class Rang:
    """A console rang: its alert, when the unit sent the fix, the inbox record's stamp, when the console had it."""

    alert: Alert
    sent_at: datetime
    inbox_at: datetime
    heard_at: datetime

    @property
    def received_at(self) -> datetime:
        """When the door had the fix that showed the crossing."""
        if self.alert.crossing is None:
            message = f"{self.alert.id}: expected an alert with its crossing, got none"
            raise ValueError(message)
        return self.alert.crossing.received_at

    @property
    def from_unit_ms(self) -> float:
        """From the unit's sending to the console, ms."""
        return _ms(self.sent_at, self.heard_at)

    @property
    def from_door_ms(self) -> float:
        """From the door's receipt to the console, ms."""
        return _ms(self.received_at, self.heard_at)


@dataclass(frozen=True, slots=True)
class Stamps:
    """When the broker appended what we look for.

    Attributes:
        fixes: on `positions`, by unit and the door's receipt.
        crossed: on `reports`, by case: the first report of the crossing.
        decided: on `pursuits`, by report id.
        report_of: case -> id of that first report.
    """

    fixes: Mapping[tuple[str, datetime], datetime]
    crossed: Mapping[str, datetime]
    decided: Mapping[str, datetime]
    report_of: Mapping[str, str]


async def read_stamps(broker: str) -> Stamps:
    """Read the three topics from their beginning to their present end."""
    fixes = {
        (record.unit, record.received_at): at
        async for at, record in _records(broker, POSITIONS.name, PositionsRecord)
        if isinstance(record, Fix)
    }
    crossed: dict[str, datetime] = {}
    report_of: dict[str, str] = {}
    async for at, record in _records(broker, REPORTS.name, Report):
        if isinstance(record, UnitCrossed) and at < crossed.get(record.case, datetime.max.replace(tzinfo=UTC)):
            crossed[record.case], report_of[record.case] = at, record.id
    decided = {record.report_id: at async for at, record in _records(broker, PURSUITS.name, Decision)}
    return Stamps(fixes, crossed, decided, report_of)


def steps_ms(rang: Rang, stamps: Stamps) -> tuple[float, ...]:
    """How long each of STEPS took, ms; the broker's stamps are whole milliseconds.

    Raises:
        KeyError: a record of this alert's way is not on its topic.
    """
    alert, unit = rang.alert, rang.alert.crossing.unit if rang.alert.crossing else ""
    way = (
        rang.sent_at,
        rang.received_at,
        stamps.fixes[unit, rang.received_at],
        stamps.crossed[alert.case],
        stamps.decided[stamps.report_of[alert.case]],
        rang.inbox_at,
        rang.heard_at,
    )
    return tuple(_ms(before, after) for before, after in pairwise(way))


async def _records(broker: str, topic: str, kind: Any) -> AsyncIterator[tuple[datetime, Any]]:
    """Every record of a topic with the broker's stamp."""
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=broker, group_id=None, auto_offset_reset="earliest")
    await consumer.start()
    try:
        for message in await _until(consumer, await consumer.end_offsets(consumer.assignment())):
            yield datetime.fromtimestamp(message.timestamp / 1000, UTC), decode(message.value, kind)
    finally:
        await consumer.stop()


async def _until(consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int]) -> list[Any]:
    messages: list[Any] = []
    while any([await consumer.position(place) < end for place, end in ends.items()]):
        for batch in (await consumer.getmany(timeout_ms=1000)).values():
            messages += batch
    return messages


def _ms(before: datetime, after: datetime) -> float:
    return (after - before).total_seconds() * 1000
