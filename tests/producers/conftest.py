"""A unit of each test's own, the real doors it knocks on, and what then stands in the real Kafka."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from producers.doors import OpenDoors, open_doors
from producers.outlet import Outlet
from streams.accounts import AccountEntry, hash_token
from streams.accounts_file import AccountsFile, changing_accounts
from streams.partition import partition_of
from streams.records import PositionsRecord, Report, decode
from streams.topics import POSITIONS, REPORTS

_serial = itertools.count(1)

KINDS: dict[str, Any] = {POSITIONS.name: PositionsRecord, REPORTS.name: Report}


@dataclass(frozen=True)
class Unit:
    """A unit nobody else in this session is, and its token."""

    id: str
    token: str
    path: Path

    @property
    def entry(self) -> AccountEntry:
        return AccountEntry(
            name=self.id, role="unit", state="BE", service="police", rooms=("BE/CIC-LIEGE",), unit=self.id,
            mode="live", osmand_speed_unit="kmh", token_sha256=hash_token(self.token),
        )  # fmt: skip


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    serial = next(_serial)
    unit = Unit(f"BE/TEST-{serial}", f"token {serial}", tmp_path / "accounts.toml")
    desk = AccountEntry(
        name="desk", role="operator", state="BE", service="police", rooms=("BE/CIC-LIEGE",),
        token_sha256=hash_token("desk"),
    )  # fmt: skip
    with changing_accounts(unit.path) as entries:
        entries[unit.id] = unit.entry
        entries[desk.name] = desk
    return unit


@pytest.fixture
def accounts(unit: Unit) -> AccountsFile:
    return AccountsFile(unit.path, check_every_s=0.05)


@pytest.fixture
async def doors(kafka_broker: str, accounts: AccountsFile) -> AsyncIterator[OpenDoors]:
    outlet = Outlet(kafka_broker)
    async with open_doors(outlet, accounts, host="127.0.0.1", websocket_port=0, osmand_port=0) as opened:
        await outlet.connected()
        yield opened


class Tape:
    """Reads what is written for one key from now on."""

    def __init__(self, consumer: Any, topic: str, key: str) -> None:
        self._consumer, self._topic, self._key = consumer, topic, key.encode()

    async def next(self, count: int = 1) -> list[Any]:
        """The next records of the key; fails when they do not come."""
        found: list[Any] = []
        async with asyncio.timeout(15):
            while len(found) < count:
                message = await self._consumer.getone()
                if message.key == self._key:
                    found.append(decode(message.value, KINDS[self._topic]))
        return found


async def _tape(broker: str, topic: str, key: str) -> tuple[Any, Tape]:
    consumer = AIOKafkaConsumer(bootstrap_servers=broker)
    await consumer.start()
    place = TopicPartition(topic, partition_of(key, POSITIONS.local_partitions))
    consumer.assign([place])
    await consumer.seek_to_end(place)
    await consumer.position(place)
    return consumer, Tape(consumer, topic, key)


@pytest.fixture
async def positions(kafka_broker: str, unit: Unit) -> AsyncIterator[Tape]:
    consumer, tape = await _tape(kafka_broker, POSITIONS.name, unit.id)
    yield tape
    await consumer.stop()


@pytest.fixture
async def reports(kafka_broker: str, unit: Unit) -> AsyncIterator[Tape]:
    """What is said of the case that is named after the unit."""
    consumer, tape = await _tape(kafka_broker, REPORTS.name, f"{unit.id}-CASE")
    yield tape
    await consumer.stop()
