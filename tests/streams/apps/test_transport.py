"""The two repairs lean on Faust's private methods: this fails when any of them is not what was read and measured."""

import inspect
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import FunctionType

import faust.app.base
import faust.tables.base
import faust.tables.recovery
import faust.transport.consumer
import pytest
from faust.transport.drivers import aiokafka as driver
from faust.types import TP

from streams.apps.configure import create_app
from streams.apps.table import KeptTable
from streams.apps.transport import FixedConsumer, FixedTransport
from tests.streams.apps.test_configure import settings

_READ_AND_MEASURED = "0.15.3"
_SOURCES = {
    faust.transport.consumer.ThreadDelegateConsumer._getmany: "f9d47aa9010b5ff2",
    faust.transport.consumer.Consumer.on_partitions_revoked: "d04b7ae72c6fc206",
    faust.transport.consumer.Consumer.commit: "a354437baaa08bf8",
    faust.app.base.App._on_partitions_revoked: "d5c895bbe57dc73a",
    faust.app.base.App._on_partitions_assigned: "de932b7927db85b3",
    faust.tables.recovery.Recovery.on_recovery_completed: "6ef567acf072e46d",
    faust.tables.base.Collection.send_changelog: "3dd3884e1b5fc0e1",
}
"""What is overridden, and what the overrides count on."""


def test_faust_is_the_version_that_was_read_and_measured() -> None:
    assert version("faust-streaming") == _READ_AND_MEASURED, (
        "another faust-streaming: read again what streams/apps/transport.py and table.py override, run the kill tests, "
        "then pin it here"
    )


@pytest.mark.parametrize(("method", "known"), _SOURCES.items(), ids=lambda given: getattr(given, "__qualname__", ""))
def test_a_method_we_lean_on_is_the_one_that_was_read(method: FunctionType, known: str) -> None:
    source = inspect.getsource(method)
    assert sha256(source.encode()).hexdigest()[:16] == known, (
        f"{method.__qualname__} of faust-streaming has changed: read it again beside streams/apps/transport.py and "
        f"table.py; it is now:\n{source}"
    )


def test_the_overrides_override() -> None:
    assert FixedConsumer._getmany is not driver.Consumer._getmany
    assert driver.Consumer._getmany is faust.transport.consumer.ThreadDelegateConsumer._getmany
    assert driver.Consumer.on_partitions_revoked is faust.transport.consumer.Consumer.on_partitions_revoked
    assert faust.Table.send_changelog is faust.tables.base.Collection.send_changelog
    assert KeptTable.send_changelog is not faust.Table.send_changelog
    assert FixedTransport.Consumer is FixedConsumer


async def test_while_a_rebalance_goes_on_nothing_but_changelogs_is_fetched(tmp_path: Path) -> None:
    app = create_app("coordinate", settings(tmp_path))
    app.Table("cases", partitions=4)
    app.finalize()
    app.rebalancing = True
    consumer = app.consumer
    assert isinstance(consumer, FixedConsumer)
    assert await consumer._getmany({TP("reports", 0), TP("reports", 1)}, 0.1) == {}
    consumer._thread.thread_loop.close()  # made with the consumer, never run


@pytest.mark.parametrize("fault", [None, RuntimeError("no broker")])
async def test_what_was_acknowledged_is_committed_before_partitions_are_given_back_and_they_are_given_back_anyway(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception | None
) -> None:
    app = create_app("coordinate", settings(tmp_path))
    app.finalize()
    done: list[object] = []

    async def commit(_consumer: FixedConsumer) -> bool:
        done.append("commit")
        if fault:
            raise fault
        return True

    async def give_back(_consumer: driver.Consumer, revoked: set[TP]) -> None:
        done.append(revoked)

    monkeypatch.setattr(FixedConsumer, "commit", commit)
    monkeypatch.setattr(driver.Consumer, "on_partitions_revoked", give_back)
    consumer = app.consumer
    assert isinstance(consumer, FixedConsumer)
    await consumer.on_partitions_revoked({TP("reports", 0)})
    assert done == ["commit", {TP("reports", 0)}]
    consumer._thread.thread_loop.close()  # made with the consumer, never run
