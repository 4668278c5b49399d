"""The way into a real Kafka, also when that is killed and comes back."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from producers.outgoing import Outgoing
from producers.outlet import NotNow, Outlet
from senningen.kafka.broker import LocalKafka
from senningen.kafka.ports import free_port
from streams.records import FixesRefused
from tests.producers.conftest import Tape, Unit

pytestmark = pytest.mark.kafka


def records(unit: str, *counts: int) -> list[Outgoing]:
    told = [
        FixesRefused(
            unit=unit, id=f"r{count}", code="range", field="lat", expected="a", got="b", count=count,
            at=datetime(2026, 1, 1, tzinfo=UTC), door="test",
        )
        for count in counts
    ]  # fmt: skip
    return [Outgoing("positions", unit, one) for one in told]


@pytest.fixture
async def outlet(fresh_kafka: LocalKafka) -> AsyncIterator[Outlet]:
    outlet = Outlet(fresh_kafka.address, give_up_s=1.0)
    outlet.start()
    await outlet.connected()
    yield outlet
    await outlet.stop()


@pytest.fixture
async def shared_outlet(kafka_broker: str) -> AsyncIterator[Outlet]:
    outlet = Outlet(kafka_broker)
    outlet.start()
    await outlet.connected()
    yield outlet
    await outlet.stop()


async def test_what_is_sent_stands_in_kafka_in_order(shared_outlet: Outlet, unit: Unit, positions: Tape) -> None:
    await asyncio.gather(
        shared_outlet.send(records(unit.id, *range(1, 501))), shared_outlet.send(records("BE/OTHER", 1))
    )
    assert [record.count for record in await positions.next(500)] == list(range(1, 501))


async def test_while_kafka_is_away_units_are_told_in_time_and_it_is_said_once(
    outlet: Outlet, fresh_kafka: LocalKafka, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "producers.outlet")
    await outlet.send(records("BE/A", 1))
    await asyncio.to_thread(fresh_kafka.kill)
    for _ in range(3):
        async with asyncio.timeout(5):
            with pytest.raises(NotNow):
                await outlet.send(records("BE/A", 2))
    fresh_kafka.start()  # in this thread: the broker ends with the thread that started it
    await asyncio.to_thread(fresh_kafka.wait_until_ready)
    async with asyncio.timeout(30):
        while True:
            try:
                await outlet.send(records("BE/A", 3))
            except NotNow:
                await asyncio.sleep(0.1)
            else:
                break
    said = [record.message for record in caplog.records if record.name == "producers.outlet"]
    assert [line.split(" is ")[1][:4] for line in said] == ["away", "back"]


async def test_a_producer_kafka_hears_no_more_is_replaced(outlet: Outlet, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotNow, match="Kafka refused it"):
        await outlet.send([Outgoing("positions", "x" * 2_000_000, records("BE/A", 1)[0].record)])
    await outlet.connected()
    await outlet.send(records("BE/A", 2))
    assert "is back" in caplog.text


async def test_without_any_broker_it_keeps_trying_and_can_be_closed() -> None:
    outlet = Outlet(f"127.0.0.1:{free_port()}")
    outlet.start()
    with pytest.raises(NotNow, match="Kafka is away"):
        await outlet.send(records("BE/A", 1))
    async with asyncio.timeout(5):
        await outlet.stop()


async def test_closing_while_kafka_is_away_does_not_hang(fresh_kafka: LocalKafka) -> None:
    # The last test of this module: it leaves no broker behind.
    outlet = Outlet(fresh_kafka.address, give_up_s=0.5)
    outlet.start()
    await outlet.connected()
    await asyncio.to_thread(fresh_kafka.kill)
    with pytest.raises(NotNow):
        await outlet.send(records("BE/A", 1))
    async with asyncio.timeout(5):
        await outlet.stop()
