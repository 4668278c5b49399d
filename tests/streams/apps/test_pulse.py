"""Kafka going away is said once, its return once, however often it is asked."""

import asyncio
import logging
import socket

import pytest

from streams.apps.pulse import Pulse


class _Lines(logging.Handler):
    """Every line, and a queue to wait for the next."""

    def __init__(self) -> None:
        super().__init__()
        self.queue: asyncio.Queue[str] = asyncio.Queue()

    def emit(self, record: logging.LogRecord) -> None:
        self.queue.put_nowait(record.getMessage())

    async def next(self) -> str:
        return await asyncio.wait_for(self.queue.get(), 5)


@pytest.fixture
def lines() -> _Lines:
    handler = _Lines()
    logging.getLogger("streams.apps.pulse").addHandler(handler)
    return handler


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _served(port: int, asked: asyncio.Event) -> asyncio.Server:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        writer.close()

    return await asyncio.start_server(answer, "127.0.0.1", port)


async def test_away_and_back_are_said_once_each(lines: _Lines) -> None:
    port, asked = _free_port(), asyncio.Event()
    watching = asyncio.create_task(Pulse(f"127.0.0.1:{port}", every_s=0.01).watch())
    assert await lines.next() == f"kafka at 127.0.0.1:{port} does not answer; waiting until it does"
    async with await _served(port, asked):
        assert await lines.next() == f"kafka at 127.0.0.1:{port} answers again after 0 s"
        for _ in range(3):
            asked.clear()
            await asyncio.wait_for(asked.wait(), 5)
    assert "does not answer" in await lines.next()
    assert lines.queue.empty()
    watching.cancel()


async def test_one_broker_of_several_that_answers_is_enough(lines: _Lines) -> None:
    port, asked = _free_port(), asyncio.Event()
    async with await _served(port, asked):
        watching = asyncio.create_task(Pulse(f"127.0.0.1:{_free_port()}, 127.0.0.1:{port}", every_s=0.01).watch())
        await asyncio.wait_for(asked.wait(), 5)
        asked.clear()
        await asyncio.wait_for(asked.wait(), 5)
        watching.cancel()
    assert lines.queue.empty()
