"""The unit's side: in order, again until answered, and clear about what will never be taken."""

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from websockets.asyncio.server import ServerConnection, serve

from geo.fix import Fix
from producers.answers import Accepted, Answer, CommandAnswer, FixRefused, Later, Welcome, encode_answer
from producers.doors import OpenDoors
from producers.unit_client import DoorAwayError, DoorRefusedError, UnitClient
from senningen.kafka.ports import free_port
from streams.accounts_file import changing_accounts
from streams.records import JoinUnit, LeaveUnit, Open
from tests.producers.conftest import Tape, Unit

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
WELCOME = Welcome(unit="BE/A", room="BE/R", mode="live", server_at=NOON, max_fixes=1000, max_bytes=1000)


def fix(second: float, lat: float = 50.0) -> Fix:
    at = NOON + timedelta(seconds=second)
    return Fix("BE/A", "seg0", int(second), True, at, lat, 5.0, speed_mps=3.0, movement="foot")


async def send_for_ever(client: UnitClient) -> None:
    for second in itertools.count(1):
        await client.send([fix(second)])


@asynccontextmanager
async def scripted_door(*script: Answer | None) -> AsyncIterator[tuple[str, list[dict[str, object]]]]:
    """A door that says the next line to each message, whoever connects; None: it hangs up instead."""
    lines, got = iter(script), list[dict[str, object]]()

    async def talk(connection: ServerConnection) -> None:
        async for message in connection:
            got.append(json.loads(message))
            line = next(lines)
            if line is None:
                return
            await connection.send(encode_answer(line))
            while isinstance(line, FixRefused):
                line = next(lines)
                assert line is not None
                await connection.send(encode_answer(line))

    async with serve(talk, "127.0.0.1", 0) as server:
        yield f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/unit", got


def accepted(up_to: int, count: int = 1, refused: int = 0) -> Accepted:
    return Accepted(up_to=up_to, count=count, refused=refused, clock_offset_s=0.0)


async def test_what_was_not_answered_is_sent_again_on_the_next_connection_under_the_same_number() -> None:
    async with (
        scripted_door(WELCOME, None, WELCOME, accepted(0)) as (url, got),
        UnitClient(url, "t", None, "b") as unit,
    ):
        await unit.send([fix(0)])
    sent = [message["fixes"] for message in got if message["type"] == "fixes"]
    assert sent[0] == sent[1]
    assert (unit.counts.sent, unit.counts.accepted, unit.counts.resent) == (1, 1, 1)


async def test_later_means_the_same_again_and_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    later = Later(reason="Kafka is away", retry_after_s=0.01, from_n=0)
    async with scripted_door(WELCOME, later, later, accepted(0)) as (url, got), UnitClient(url, "t", None, "b") as unit:
        await unit.send([fix(0)])
    assert len(got) == 4
    assert unit.counts.resent == 2
    told = [record.getMessage() for record in caplog.records if record.name == "producers.trouble"]
    assert told == [f"door at {url}: later (Kafka is away); 1 to send", f"door at {url} takes again"]


async def test_a_refused_fix_is_counted_with_its_reason_and_not_sent_again() -> None:
    refused = FixRefused(n=1, index=1, code="range", field="lat", expected="a latitude", got="91")
    script = (WELCOME, refused, accepted(1, count=1, refused=1))
    async with scripted_door(*script) as (url, got), UnitClient(url, "t", None, "b") as unit:
        await unit.send([fix(0), fix(1)])
    assert len(got) == 2
    assert unit.counts.refused == {"lat: expected a latitude, got 91": 1}


async def test_a_command_keeps_its_id_through_resends_and_its_place_among_the_fixes() -> None:
    answer = CommandAnswer(id="x", accepted=True)
    script = (WELCOME, accepted(0), None, WELCOME, answer, accepted(1))
    async with scripted_door(*script) as (url, got), UnitClient(url, "t", None, "b") as unit:
        unit.put([fix(0)])
        pressed = unit.press("open", "BE/P-1", NOON, purpose="why")
        unit.put([fix(1)])
        await unit.settled()
        assert await pressed == answer
    assert [message["type"] for message in got] == ["hello", "fixes", "command", "hello", "command", "fixes"]
    assert got[2]["id"] == got[4]["id"]
    assert got[2]["purpose"] == "why"


async def test_a_gap_is_a_hole_in_the_numbers() -> None:
    async with scripted_door(WELCOME, accepted(2, count=2)) as (url, got), UnitClient(url, "t", None, "b") as unit:
        unit.put([fix(0)])
        unit.skip_number()
        await unit.send([fix(1)])
    fixes = got[1]["fixes"]
    assert isinstance(fixes, list)
    assert [one["n"] for one in fixes] == [0, 2]


async def test_no_door_is_said_in_time() -> None:
    with pytest.raises(DoorAwayError, match="no door answers at ws://"):
        async with UnitClient(f"ws://127.0.0.1:{free_port()}/unit", "t", None, "b", door_within_s=0.3):
            pass


async def test_an_address_that_is_none_is_said() -> None:
    with pytest.raises(DoorRefusedError, match="expected an address such as"):
        async with UnitClient("telnet://x", "t", None, "b"):
            pass


async def test_a_client_that_was_not_entered_says_so() -> None:
    with pytest.raises(RuntimeError, match="expected a client that was entered"):
        await UnitClient("ws://127.0.0.1:1/unit", "t", None, "b").settled()


# ---------------------------------------------------------------- before the real door


def url_of(doors: OpenDoors) -> str:
    return f"ws://127.0.0.1:{doors.websocket_port}/unit"


@pytest.mark.kafka
async def test_ten_thousand_fixes_arrive_once_and_in_order(doors: OpenDoors, unit: Unit, positions: Tape) -> None:
    async with UnitClient(url_of(doors), unit.token, unit.id, "b", "exercise") as client:
        await client.send(fix(second) for second in range(10_000))
    stored = await positions.next(10_000)
    assert [record.n for record in stored] == list(range(10_000))
    assert stored[7].observed_at == NOON + timedelta(seconds=7)
    assert (stored[7].speed_mps, stored[7].movement) == (3.0, "foot")
    assert (client.counts.sent, client.counts.accepted, client.counts.resent) == (10_000, 10_000, 0)


@pytest.mark.kafka
async def test_start_join_and_leave_are_reports_of_the_case(doors: OpenDoors, unit: Unit, reports: Tape) -> None:
    case, now = f"{unit.id}-CASE", datetime.now(UTC)
    async with UnitClient(url_of(doors), unit.token, unit.id, "b") as client:
        for pressed in (client.open(case, now, "why"), client.join(case, now), client.leave(case, now)):
            assert (await pressed).accepted
        assert (await client.open("LU/P-1", now)).code == "other_state"
    said = await reports.next(3)
    assert [type(report) for report in said] == [Open, JoinUnit, LeaveUnit]
    assert len({report.id for report in said}) == 3


@pytest.mark.kafka
async def test_a_device_with_a_wrong_clock_is_told(doors: OpenDoors, unit: Unit, positions: Tape) -> None:
    skewed = itertools.repeat(timedelta(minutes=-7))
    client = UnitClient(url_of(doors), unit.token, unit.id, "b", now=lambda: datetime.now(UTC) + next(skewed))
    async with client:
        await client.send([fix(0)])
    assert client.counts.clock_offset_s == pytest.approx(420, abs=2)
    (stored,) = await positions.next()
    assert stored.observed_at - stored.device_at == timedelta(seconds=client.counts.clock_offset_s)


@pytest.mark.kafka
async def test_a_wrong_token_is_not_tried_for_ever(doors: OpenDoors, unit: Unit) -> None:
    with pytest.raises(DoorRefusedError, match="token: expected the token of a unit's account"):
        async with UnitClient(url_of(doors), "wrong", unit.id, "b"):
            pass


@pytest.mark.kafka
async def test_a_unit_whose_account_is_removed_learns_of_it(doors: OpenDoors, unit: Unit) -> None:
    async with UnitClient(url_of(doors), unit.token, unit.id, "b") as client:
        await client.send([fix(0)])
        with changing_accounts(unit.path) as entries:
            del entries[unit.id]
        with pytest.raises(DoorRefusedError, match="unknown or was removed"):
            await send_for_ever(client)
        with pytest.raises(DoorRefusedError):
            client.put([fix(2)])
