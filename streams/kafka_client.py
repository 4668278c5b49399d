"""Opens and closes a connection to Kafka whole, whatever is called off meanwhile."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

from aiokafka.errors import KafkaError

__all__ = ["dropped", "started", "stopped"]

_T = TypeVar("_T")


class _Client(Protocol):
    """A consumer or producer of aiokafka."""

    def start(self) -> Coroutine[Any, Any, None]: ...

    def stop(self) -> Coroutine[Any, Any, None]: ...


async def started(client: _Client) -> None:
    """Start it; cancelled meanwhile, the start ends first, for aiokafka leaves its first socket open otherwise."""
    await _to_its_end(client.start())


async def stopped(client: _Client) -> None:
    """Stop it; cancelled meanwhile, the stop ends first, for aiokafka closes its sockets last.

    A producer that still holds records waits for Kafka to take them, however long that is.
    """
    await _to_its_end(client.stop())


async def dropped(producer: Any, *, within_s: float) -> bool:
    """Stop a producer, giving up what Kafka has not acknowledged in time; True when nothing had to be given up.

    Stopping an idempotent producer waits for ever for a broker that is away, and aiokafka has no other way out: end
    its sender, then fail what it still held, so that nobody waits for that either. Called off meanwhile, it ends first.
    """
    return await _to_its_end(_drop(producer, within_s))


async def _drop(producer: Any, within_s: float) -> bool:
    stopping = asyncio.create_task(producer.stop())
    await asyncio.wait({stopping}, timeout=within_s)
    whole = stopping.done()
    sender = producer._sender.sender_task  # noqa: SLF001 - see `dropped`
    if not whole and sender is not None:
        sender.cancel()
    await stopping
    producer._message_accumulator.fail_all(KafkaError("the producer was closed"))  # noqa: SLF001 - see `dropped`
    return whole


async def _to_its_end(work: Coroutine[Any, Any, _T]) -> _T:
    task, called_off = asyncio.ensure_future(work), None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            called_off = error
    if called_off is not None:
        raise called_off
    return task.result()
