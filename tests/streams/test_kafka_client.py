import asyncio

import pytest

from streams.kafka_client import started, stopped


class Client:
    """Something that takes as long as it is told to."""

    def __init__(self) -> None:
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()
        self.did: list[str] = []

    async def start(self) -> None:
        await self._do("start")

    async def stop(self) -> None:
        await self._do("stop")

    async def _do(self, what: str) -> None:
        self.begun.set()
        await self.may_end.wait()
        self.did.append(what)


async def test_it_is_started_and_stopped() -> None:
    client = Client()
    client.may_end.set()
    await started(client)
    await stopped(client)
    assert client.did == ["start", "stop"]


async def test_what_is_called_off_twice_ends_whole_and_is_called_off_then() -> None:
    client = Client()
    stopping = asyncio.create_task(stopped(client))
    await client.begun.wait()
    for _ in range(2):
        stopping.cancel()
        await asyncio.sleep(0)
        assert not stopping.done()
    client.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await stopping
    assert client.did == ["stop"]


async def test_a_start_that_fails_says_why() -> None:
    class Away(Client):
        async def start(self) -> None:
            raise ConnectionRefusedError

    with pytest.raises(ConnectionRefusedError):
        await started(Away())
