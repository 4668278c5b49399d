"""One console at the gateway: how it is ended, and that its faults are seen."""

from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from consumers.gateway import console as under_test
from streams.console import GatewayMessage, Goodbye
from streams.records import decode
from tests.consumers.running import account, new_room, running_gateway, write_accounts

pytestmark = pytest.mark.kafka


async def test_a_console_that_never_says_hello_is_sent_away(
    kafka_broker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_HELLO_WITHIN_S", 0.3)
    room = new_room()
    write_accounts(tmp_path / "accounts.toml", account("nl", room))
    async with (
        running_gateway(kafka_broker, tmp_path / "accounts.toml", room, heartbeat_s=0.1) as url,
        connect(url) as raw,
    ):
        goodbye: Goodbye = decode(await raw.recv(decode=False), GatewayMessage)
        assert goodbye.code == "no_hello"
        with pytest.raises(ConnectionClosed):
            await raw.recv()
        assert raw.close_code == 1008


async def test_every_goodbye_has_its_close_code(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    write_accounts(tmp_path / "accounts.toml", account("nl", room))
    async with running_gateway(kafka_broker, tmp_path / "accounts.toml", room) as url, connect(url) as raw:
        await raw.send('{"type":"hello","console":"c","token":"wrong"}')
        goodbye: Goodbye = decode(await raw.recv(decode=False), GatewayMessage)
        assert goodbye.code == "unknown_token"
        with pytest.raises(ConnectionClosed):
            await raw.recv()
        assert (raw.close_code, raw.close_reason) == (1008, "unknown_token")
