"""Reading from the real broker: from a place on, in order, each record once, also over a new start."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from aiokafka import TopicPartition

from consumers.gateway.reading import Reading, from_instant
from streams.partition import partition_of
from streams.topics import UNITS, Profile
from tests.consumers.records import picture
from tests.consumers.running import Kafka, new_room

pytestmark = pytest.mark.kafka


class Taken:
    """What a reading handed over, as it comes."""

    def __init__(self, room: str) -> None:
        self.key = room.encode()
        self.offsets: asyncio.Queue[int] = asyncio.Queue()

    def __call__(self, record: Any) -> None:
        if record.key == self.key:
            self.offsets.put_nowait(record.offset)

    async def next(self, count: int) -> list[int]:
        async with asyncio.timeout(20):
            return [await self.offsets.get() for _ in range(count)]


async def the_end(consumer: Any, partitions: Sequence[TopicPartition]) -> dict[TopicPartition, int]:
    ends: dict[TopicPartition, int] = await consumer.end_offsets(list(partitions))
    return ends


def reading(broker: str, taken: Taken, room: str, start: Any) -> Reading:
    partition = partition_of(room, UNITS.partitions(Profile.LOCAL))
    return Reading(broker, UNITS.name, [partition], start=start, handle=taken)


async def test_a_reading_begun_anew_goes_on_where_it_stood(kafka_broker: str) -> None:
    room = new_room()
    taken = Taken(room)
    under_test = reading(kafka_broker, taken, room, the_end)
    async with Kafka(kafka_broker) as kafka, asyncio.TaskGroup() as group:
        under_test.begin(group)
        await under_test.caught_up.wait()
        await kafka.units(picture(room, "NL/U-1"), picture(room, "NL/U-2"))
        first = await taken.next(2)
        under_test.begin(group)
        await kafka.units(picture(room, "NL/U-3"))
        assert await taken.next(1) == [first[-1] + 1]
        assert first == [first[0], first[0] + 1]
        await under_test.stop()


async def test_a_reading_can_begin_at_an_instant(kafka_broker: str) -> None:
    room = new_room()
    taken = Taken(room)
    async with Kafka(kafka_broker) as kafka, asyncio.TaskGroup() as group:
        await kafka.units(picture(room, "NL/U-1"))
        from_the_beginning = reading(kafka_broker, taken, room, from_instant(lambda: 0))
        from_the_beginning.begin(group)
        assert len(await taken.next(1)) == 1
        await from_the_beginning.stop()
        later = reading(kafka_broker, taken, room, from_instant(lambda: 4_000_000_000_000))
        later.begin(group)
        await later.caught_up.wait()
        assert taken.offsets.empty()
        await later.stop()


async def test_a_fault_in_taking_a_record_ends_the_group_and_is_not_swallowed(kafka_broker: str) -> None:
    room = new_room()

    def fail(_: Any) -> None:
        message = "a fault of ours"
        raise ValueError(message)

    under_test = Reading(
        kafka_broker,
        UNITS.name,
        [partition_of(room, UNITS.partitions(Profile.LOCAL))],
        start=from_instant(lambda: 0),
        handle=fail,
    )
    async with Kafka(kafka_broker) as kafka:
        await kafka.units(picture(room, "NL/U-1"))
        with pytest.raises(ExceptionGroup) as info:
            async with asyncio.timeout(20), asyncio.TaskGroup() as group:
                under_test.begin(group)
    assert info.group_contains(ValueError, match="a fault of ours")
