"""The phone's side: one report after the other, each until it is answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from producers.doors import OpenDoors
from producers.osmand_client import OsmandClient
from producers.osmand_door import OsmandDoor
from producers.outlet import Outlet
from producers.unit_client import DoorAwayError, DoorRefusedError
from senningen.kafka.ports import free_port
from streams.accounts_file import AccountsFile
from tests.producers.conftest import Tape, Unit
from tests.producers.test_unit_client import NOON, fix

pytestmark = pytest.mark.kafka


@asynccontextmanager
async def phone(doors: OpenDoors, token: str) -> AsyncIterator[OsmandClient]:
    async with OsmandClient(f"http://127.0.0.1:{doors.osmand_port}/", token, "exercise") as client:
        yield client


async def test_reports_arrive_in_order_with_their_mode(doors: OpenDoors, unit: Unit, positions: Tape) -> None:
    async with phone(doors, unit.token) as client:
        for second in range(20):
            await client.send(fix(second))
    stored = await positions.next(20)
    assert [(record.n, record.mode, record.speed_mps, record.movement) for record in stored] == [
        (int(NOON.timestamp() + second) * 1000, "exercise", 3.0, "foot") for second in range(20)
    ]
    assert (client.counts.sent, client.counts.accepted, client.counts.resent) == (20, 20, 0)


async def test_a_refused_report_is_counted_with_its_reason(doors: OpenDoors, unit: Unit) -> None:
    async with OsmandClient(f"http://127.0.0.1:{doors.osmand_port}/?mode=war", unit.token) as client:
        await client.send(fix(0))
        client._identity["mode"] = "war"
        await client.send(fix(1))
    assert client.counts.refused == {"mode: expected exercise, test or the account's own, live, got 'war'": 1}


async def test_a_wrong_token_is_not_tried_for_ever(doors: OpenDoors) -> None:
    async with phone(doors, "wrong") as client:
        with pytest.raises(DoorRefusedError, match="the door refuses with 404: device_id"):
            await client.send(fix(0))


async def test_a_server_that_is_no_door_is_not_tried_for_ever(doors: OpenDoors, unit: Unit) -> None:
    async with OsmandClient(f"http://127.0.0.1:{doors.osmand_port}/nowhere", unit.token) as client:
        with pytest.raises(DoorRefusedError, match="the door refuses with 404: Not Found"):
            await client.send(fix(0))


async def test_no_door_is_said_in_time() -> None:
    async with OsmandClient(f"http://127.0.0.1:{free_port()}/", "t", door_within_s=0.2) as client:
        with pytest.raises(DoorAwayError, match="no door answers"):
            await client.send(fix(0))


async def test_a_door_before_which_kafka_is_away_is_tried_again(unit: Unit, accounts: AccountsFile) -> None:
    door = OsmandDoor(accounts, Outlet(f"127.0.0.1:{free_port()}"))
    port = await door.start("127.0.0.1", 0)
    async with OsmandClient(f"http://127.0.0.1:{port}/", unit.token) as client:
        sending = asyncio.create_task(client.send(fix(0)))
        async with asyncio.timeout(10):
            while client.counts.resent < 2:  # noqa: ASYNC110 - the client has no event for it, nor needs one
                await asyncio.sleep(0.01)
        sending.cancel()
    assert client.counts.accepted == 0
    await door.stop()
