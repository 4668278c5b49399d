"""A real unit at the real websocket door, before a real Kafka."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from producers.doors import OpenDoors
from producers.outlet import Outlet
from producers.session import MAX_BYTES, MAX_FRAME_BYTES
from producers.websocket_door import WebsocketDoor
from senningen.kafka.ports import free_port
from streams.accounts_file import AccountsFile, changing_accounts
from streams.records import Fix, FixesRefused, Open
from tests.producers.conftest import Tape, Unit

pytestmark = pytest.mark.kafka


def url(doors: OpenDoors) -> str:
    return f"ws://127.0.0.1:{doors.websocket_port}/unit"


async def heard(connection: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(15):
        answer: dict[str, Any] = json.loads(await connection.recv())
    return answer


@asynccontextmanager
async def signed_in(doors: OpenDoors, unit: Unit, **change: Any) -> AsyncIterator[ClientConnection]:
    async with connect(url(doors), proxy=None) as connection:
        hello = {"type": "hello", "token": unit.token, "unit": unit.id, "boot": "b1", **change}
        await connection.send(json.dumps(hello))
        assert (await heard(connection))["type"] == "welcome"
        yield connection


def fix(n: object, **change: Any) -> dict[str, Any]:
    return {"n": n, "t": datetime.now(UTC).isoformat(), "lat": 50.6, "lon": 5.6, **change}


def fixes(*given: object, **change: Any) -> str:
    return json.dumps({"type": "fixes", "sent_at": datetime.now(UTC).isoformat(), "fixes": list(given), **change})


async def test_accepted_means_it_stands_in_kafka(doors: OpenDoors, unit: Unit, positions: Tape) -> None:
    async with signed_in(doors, unit, mode="exercise") as connection:
        await connection.send(fixes(fix(1, accuracy_m=5), fix(2)))
        accepted = await heard(connection)
    assert accepted == {"type": "accepted", "up_to": 2, "count": 2, "refused": 0, "clock_offset_s": 0.0}
    stored = await positions.next(2)
    assert all(isinstance(record, Fix) for record in stored)
    assert [(record.n, record.accuracy_m) for record in stored] == [(1, 5.0), (2, None)]
    assert {(record.boot, record.counted, record.door, record.mode, record.room) for record in stored} == {
        ("b1", True, "websocket", "exercise", "BE/CIC-LIEGE")
    }


BAD_MESSAGES: list[tuple[str, Callable[[], str | bytes], str, str]] = [
    ("malformed JSON", lambda: '{"type": "fixes", "fixes": [', "malformed", ""),
    ("no object", lambda: "[]", "type", ""),
    ("binary", lambda: b"\x00\x01\x02", "binary", ""),
    ("unknown type", lambda: '{"type": "dance"}', "unknown_type", "type"),
    ("no fixes", lambda: '{"type": "fixes"}', "missing", "fixes"),
    ("too many fixes", lambda: fixes(*[{"n": i} for i in range(1001)]), "too_many", "fixes"),
    ("no clock", lambda: '{"type": "fixes", "fixes": [{}]}', "missing", "sent_at"),
    ("another unit's", lambda: fixes(fix(1), unit="BE/ANOTHER"), "other_unit", "unit"),
    ("hello twice", lambda: '{"type": "hello", "token": "x"}', "hello_twice", "type"),
    ("command without id", lambda: '{"type": "command"}', "missing", "id"),
    ("over the size limit", lambda: fixes(fix(1, note="x" * MAX_BYTES)), "too_large", ""),
]

BAD_FIXES: list[tuple[str, dict[str, Any], str, str]] = [
    ("NaN", {"lat": float("nan")}, "range", "lat"),
    ("latitude 91", {"lat": 91}, "range", "lat"),
    ("longitude -181", {"lon": -181}, "range", "lon"),
    ("text for a number", {"lat": "50.6"}, "type", "lat"),
    ("truth value for a number", {"lon": True}, "type", "lon"),
    ("missing latitude", {"lat": None}, "missing", "lat"),
    ("missing time", {"t": None}, "missing", "t"),
    ("time without zone", {"t": "2026-01-01T08:00:00"}, "time", "t"),
    ("time in milliseconds", {"t": 1767254400000}, "time", "t"),
    ("null island", {"lat": 0, "lon": 0}, "implausible", "lat,lon"),
    ("negative speed", {"speed_mps": -1}, "range", "speed_mps"),
    ("course 361", {"course_deg": 361}, "range", "course_deg"),
    ("missing number", {"n": None}, "missing", "n"),
    ("broken number", {"n": 1.5}, "type", "n"),
    ("another unit's", {"unit": "BE/ANOTHER"}, "other_unit", "unit"),
]


async def test_every_bad_message_gets_its_error_and_the_connection_lives_on(
    doors: OpenDoors, unit: Unit, positions: Tape
) -> None:
    async with signed_in(doors, unit) as connection:
        for n, (name, message, code, field) in enumerate(BAD_MESSAGES):
            await connection.send(message())
            error = await heard(connection)
            assert (error["type"], error["code"], error["field"]) == ("error", code, field), name
            assert error["expected"], name
            await connection.send(fixes(fix(n)))
            assert (await heard(connection))["up_to"] == n, name
    stored = [record for record in await positions.next(len(BAD_MESSAGES)) if isinstance(record, Fix)]
    assert [record.n for record in stored] == list(range(len(stored)))


async def test_every_bad_fix_is_refused_and_the_good_ones_beside_it_are_taken(
    doors: OpenDoors, unit: Unit, positions: Tape
) -> None:
    async with signed_in(doors, unit) as connection:
        for i, (name, change, code, field) in enumerate(BAD_FIXES):
            await connection.send(fixes(fix(3 * i), fix(3 * i + 1) | change, fix(3 * i + 2)))
            refused, accepted = await heard(connection), await heard(connection)
            assert (refused["type"], refused["code"], refused["field"], refused["index"]) == (
                "refused",
                code,
                field,
                1,
            ), name
            assert refused["n"] == (None if field == "n" else 3 * i + 1), name
            assert accepted["type"] == "accepted", name
            assert (accepted["up_to"], accepted["count"], accepted["refused"]) == (3 * i + 2, 2, 1), name
    stored: list[int] = []
    told: set[str] = set()
    while len(stored) < 2 * len(BAD_FIXES) or told < {code for _, _, code, _ in BAD_FIXES}:
        (record,) = await positions.next()
        if isinstance(record, Fix):
            stored.append(record.n)
        elif isinstance(record, FixesRefused):
            told.add(record.code)
    assert stored == [n for n in range(3 * len(BAD_FIXES)) if n % 3 != 1]


@pytest.mark.parametrize("token", ["wrong", None, "desk"])
async def test_without_a_units_token_the_door_says_why_and_closes(doors: OpenDoors, unit: Unit, token: object) -> None:
    async with connect(url(doors), proxy=None) as connection:
        await connection.send(json.dumps({"type": "hello", "token": token, "unit": unit.id, "boot": "b"}))
        assert (await heard(connection))["code"] == "token"
        with pytest.raises(ConnectionClosed) as closed:
            await connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


async def test_a_unit_that_says_nothing_is_closed(kafka_broker: str, accounts: AccountsFile) -> None:
    door = WebsocketDoor(accounts, Outlet(kafka_broker), hello_within_s=0.05)
    port = await door.start("127.0.0.1", 0)
    async with connect(f"ws://127.0.0.1:{port}/unit", proxy=None) as connection:
        assert (await heard(connection))["code"] == "hello_late"
        with pytest.raises(ConnectionClosed) as closed:
            await connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4408
    await door.stop()


async def test_far_too_large_a_message_is_closed_with_the_reason_and_told(
    doors: OpenDoors, unit: Unit, positions: Tape
) -> None:
    async with signed_in(doors, unit) as connection:
        await connection.send(fixes(fix(1)))
        assert (await heard(connection))["type"] == "accepted"
        await connection.send(" " * (MAX_FRAME_BYTES + 1))
        with pytest.raises(ConnectionClosed) as closed:
            await connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009
    assert closed.value.rcvd.reason
    first, told = await positions.next(2)
    assert isinstance(first, Fix)
    assert isinstance(told, FixesRefused)
    assert told.code == "too_large"


async def test_a_removed_account_is_closed_and_what_it_had_sent_stays(
    doors: OpenDoors, unit: Unit, positions: Tape
) -> None:
    async with signed_in(doors, unit) as connection:
        await connection.send(fixes(fix(1)))
        assert (await heard(connection))["up_to"] == 1
        with changing_accounts(unit.path) as entries:
            del entries[unit.id]
        async with asyncio.timeout(5):
            with pytest.raises(ConnectionClosed) as closed:
                await connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4403
    assert len(await positions.next()) == 1


@pytest.mark.parametrize("offset", [timedelta(hours=-2), timedelta(minutes=3)])
async def test_a_wrong_clock_is_corrected_told_and_recorded(
    doors: OpenDoors, unit: Unit, positions: Tape, offset: timedelta
) -> None:
    async with signed_in(doors, unit) as connection:
        device_now = datetime.now(UTC) + offset
        await connection.send(fixes(fix(1, t=device_now.isoformat()), sent_at=device_now.isoformat()))
        accepted = await heard(connection)
    assert accepted["clock_offset_s"] == pytest.approx(-offset.total_seconds(), abs=2)
    (stored,) = await positions.next()
    assert stored.device_at == device_now
    assert stored.clock_offset_s == accepted["clock_offset_s"]
    assert abs(stored.observed_at - stored.received_at) < timedelta(seconds=2)


async def test_start_is_answered_when_it_stands_in_kafka(doors: OpenDoors, unit: Unit, reports: Tape) -> None:
    now = datetime.now(UTC).isoformat()
    command = {
        "type": "command",
        "id": "c1",
        "command": "open",
        "case": f"{unit.id}-CASE",
        "happened_at": now,
        "sent_at": now,
    }
    async with signed_in(doors, unit, mode="test") as connection:
        await connection.send(json.dumps(command | {"unit": "BE/ANOTHER"}))
        refused = await heard(connection)
        assert (refused["accepted"], refused["code"]) == (False, "other_unit")
        await connection.send(json.dumps(command))
        assert (await heard(connection))["accepted"] is True
    (opened,) = await reports.next()
    assert isinstance(opened, Open)
    assert (opened.id, opened.units, opened.room, opened.mode) == ("c1", (unit.id,), "BE/CIC-LIEGE", "test")


async def _flood(deaf: ClientConnection) -> None:
    """Messages without end; a thousand refusals each is more than the line holds."""
    async with asyncio.timeout(20):
        while True:
            await deaf.send(fixes(*[{}] * 1000))


async def test_a_unit_that_does_not_read_its_answers_holds_up_nobody(
    accounts: AccountsFile, unit: Unit, caplog: pytest.LogCaptureFixture
) -> None:
    door = WebsocketDoor(accounts, Outlet(f"127.0.0.1:{free_port()}"), read_within_s=0.3)
    port = await door.start("127.0.0.1", 0)
    async with connect(f"ws://127.0.0.1:{port}/unit", proxy=None, max_queue=1) as deaf:
        await deaf.send(json.dumps({"type": "hello", "token": unit.token, "boot": "b1"}))
        with pytest.raises(ConnectionClosed):
            await _flood(deaf)
    async with asyncio.timeout(5):
        await door.stop()
    assert f"unit {unit.id} does not take its answers" in caplog.text


async def test_any_other_path_is_not_found(doors: OpenDoors) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"ws://127.0.0.1:{doors.websocket_port}/", proxy=None):
            pass
    assert refused.value.response.status_code == 404


async def test_while_kafka_is_away_the_unit_is_told_to_keep_its_fixes(accounts: AccountsFile, unit: Unit) -> None:
    outlet = Outlet(f"127.0.0.1:{free_port()}", give_up_s=0.5)
    outlet.start()
    door = WebsocketDoor(accounts, outlet)
    opened = OpenDoors(await door.start("127.0.0.1", 0), 0)
    async with signed_in(opened, unit) as connection:
        await connection.send(fixes(fix(1)))
        assert await heard(connection) == {
            "type": "later", "reason": "Kafka is away", "retry_after_s": 2.0, "from_n": 1, "id": None,
        }  # fmt: skip
    await door.stop()
    await outlet.stop()
