"""Both doors together: opened, used, and closed without losing what was under way."""

import asyncio
import json
import socket
from datetime import UTC, datetime

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from producers.doors import open_doors
from producers.outlet import Outlet
from streams.accounts_file import AccountsFile
from tests.producers.conftest import Tape, Unit

pytestmark = pytest.mark.kafka


async def test_closing_the_doors_answers_what_was_under_way(
    kafka_broker: str, accounts: AccountsFile, unit: Unit, positions: Tape
) -> None:
    outlet = Outlet(kafka_broker)
    now = datetime.now(UTC).isoformat()
    async with open_doors(outlet, accounts, host="127.0.0.1", websocket_port=0, osmand_port=0) as doors:
        await outlet.connected()
        connection = await connect(f"ws://127.0.0.1:{doors.websocket_port}/unit", proxy=None)
        await connection.send(json.dumps({"type": "hello", "token": unit.token, "boot": "b"}))
        assert json.loads(await connection.recv())["type"] == "welcome"
        fixes = [{"n": n, "t": now, "lat": 50.6, "lon": 5.6} for n in range(900)]
        await connection.send(json.dumps({"type": "fixes", "sent_at": now, "fixes": fixes}))
        stored = await positions.next()
    assert json.loads(await connection.recv())["up_to"] == 899
    with pytest.raises(ConnectionClosed) as closed:
        await connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1001
    assert len(stored + await positions.next(899)) == 900


async def test_nobody_gets_in_when_the_doors_are_closed(kafka_broker: str, accounts: AccountsFile) -> None:
    outlet = Outlet(kafka_broker)
    async with open_doors(outlet, accounts, host="127.0.0.1", websocket_port=0, osmand_port=0) as doors:
        ports = (doors.websocket_port, doors.osmand_port)
    for port in ports:
        with pytest.raises(httpx.ConnectError):
            async with httpx.AsyncClient(trust_env=False) as client:
                await client.get(f"http://127.0.0.1:{port}/")


async def test_a_taken_port_is_said_and_nothing_stays_open(kafka_broker: str, accounts: AccountsFile) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            async with open_doors(Outlet(kafka_broker), accounts, host="127.0.0.1", websocket_port=0, osmand_port=port):
                pass
    assert {task for task in asyncio.all_tasks() if task is not asyncio.current_task()} == set()
