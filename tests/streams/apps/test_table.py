"""A table's writes can be awaited: nothing is acknowledged before Kafka has its state."""

import asyncio
from pathlib import Path

import pytest
from aiokafka.errors import KafkaTimeoutError
from faust.types.tuples import TP, RecordMetadata

from streams.apps.configure import create_app
from streams.apps.table import KeptTable
from tests.streams.apps.test_configure import settings

_ACKNOWLEDGED = RecordMetadata("cases-changelog", 1, TP("cases-changelog", 1), 0)


def _table(folder: Path) -> KeptTable:
    app = create_app("coordinate", settings(folder))
    table = app.Table("cases", key_type=bytes, value_type=bytes, partitions=4)
    app.finalize()
    assert isinstance(table, KeptTable)
    return table


async def test_written_returns_when_every_change_is_acknowledged_and_not_before(tmp_path: Path) -> None:
    table = _table(tmp_path)
    first, second = (table.send_changelog(1, key, b"value") for key in (b"a", b"b"))
    waiting = asyncio.create_task(table.written())
    first.set_result(_ACKNOWLEDGED)
    done, _ = await asyncio.wait([waiting], timeout=0.05)
    assert not done
    second.set_result(_ACKNOWLEDGED)
    await asyncio.wait_for(waiting, 1)


async def test_a_change_that_kafka_does_not_take_is_an_error_not_silence(tmp_path: Path) -> None:
    table = _table(tmp_path)
    table.send_changelog(1, b"a", b"value").set_exception(KafkaTimeoutError())
    with pytest.raises(KafkaTimeoutError):
        await table.written()


async def test_nothing_to_write_is_written_at_once(tmp_path: Path) -> None:
    await asyncio.wait_for(_table(tmp_path).written(), 1)
