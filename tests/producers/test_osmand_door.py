"""Real phones' requests at the real OsmAnd door, before a real Kafka."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from producers.doors import OpenDoors
from producers.osmand_door import OsmandDoor
from producers.outlet import Outlet
from producers.session import MAX_BYTES
from senningen.kafka.ports import free_port
from streams.accounts_file import AccountsFile, changing_accounts
from streams.records import Fix, FixesRefused
from tests.producers.conftest import Tape, Unit

pytestmark = pytest.mark.kafka


@pytest.fixture
async def phone(doors: OpenDoors) -> AsyncIterator[httpx.AsyncClient]:
    base_url = f"http://127.0.0.1:{doors.osmand_port}"
    async with httpx.AsyncClient(base_url=base_url, trust_env=False, timeout=15) as client:
        yield client


def form(unit: Unit, **change: Any) -> dict[str, Any]:
    now_s = int(datetime.now(UTC).timestamp())
    given = {"id": unit.token, "lat": 50.6, "lon": 5.6, "timestamp": now_s, **change}
    return {name: value for name, value in given.items() if value is not None}


async def test_a_query_is_stored_with_its_time_as_number(phone: httpx.AsyncClient, unit: Unit, positions: Tape) -> None:
    answer = await phone.get("/", params=form(unit, timestamp=1767254400, speed=36, bearing=90, batt=80))
    assert answer.status_code == 200
    assert answer.json()["up_to"] == 1767254400000
    (stored,) = await positions.next()
    assert isinstance(stored, Fix)
    assert (stored.n, stored.boot, stored.counted, stored.door) == (1767254400000, "osmand", False, "osmand")
    assert stored.speed_mps == pytest.approx(10.0)  # this unit's account says km/h
    assert stored.observed_at == datetime(2026, 1, 1, 8, tzinfo=UTC)


async def test_a_posted_form_and_json_are_stored(phone: httpx.AsyncClient, unit: Unit, positions: Tape) -> None:
    posted = await phone.post("/", data=form(unit, timestamp=1767254400))
    report = {
        "device_id": unit.token, "mode": "exercise",
        "location": {"timestamp": "2026-01-01T08:00:01Z", "coords": {"latitude": 50.6, "longitude": 5.6, "speed": -1}},
    }  # fmt: skip
    in_json = await phone.post("/", json=report)
    assert (posted.status_code, in_json.status_code) == (200, 200)
    assert [(fix.n, fix.mode) for fix in await positions.next(2)] == [
        (1767254400000, "live"), (1767254401000, "exercise"),
    ]  # fmt: skip


async def test_a_sign_of_life_is_welcome_and_stores_nothing(
    phone: httpx.AsyncClient, unit: Unit, positions: Tape
) -> None:
    assert (await phone.post("/", json={"device_id": unit.token})).json() == {"type": "accepted", "count": 0}
    await phone.get("/", params=form(unit, timestamp=1767254400))
    assert [fix.n for fix in await positions.next()] == [1767254400000]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"lat": 91}, "range", "lat"),
        ({"lat": "NaN"}, "range", "lat"),
        ({"lat": "north"}, "type", "lat"),
        ({"lon": None}, "missing", "lon"),
        ({"timestamp": None}, "missing", "timestamp"),
        ({"timestamp": "2026-01-01 08:00:00"}, "time", "timestamp"),
        ({"lat": 0, "lon": 0}, "implausible", "lat,lon"),
        ({"valid": "false"}, "invalid", "valid"),
        ({"mode": "war"}, "mode", "mode"),
        ({"id": None}, "missing", "id"),
        ({"id": "wrong"}, "unknown_id", "id"),
        ({"id": "desk"}, "unknown_id", "id"),
        ({"id": ["a", "b"]}, "repeated", "id"),
    ],
)
async def test_a_bad_query_is_answered_with_its_reason(
    phone: httpx.AsyncClient, unit: Unit, change: dict[str, Any], code: str, field: str
) -> None:
    answer = await phone.get("/", params=form(unit, **change))
    said = answer.json()
    assert (answer.status_code, said["code"], said["field"]) == (400, code, field)
    assert said["expected"]
    assert said["got"]


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400, "malformed"),
        ({"json": []}, 400, "type"),
        ({"json": {"device_id": "wrong"}}, 404, "unknown_device"),
        ({"json": {}}, 400, "missing"),
        ({"json": {}, "headers": {"authorization": "Bearer wrong"}}, 401, "token"),
        ({"json": {}, "auth": ("anybody", "wrong")}, 401, "token"),
        ({"content": b"x" * (MAX_BYTES + 1)}, 413, "too_large"),
    ],
)
async def test_a_bad_post_is_answered_with_its_reason(
    phone: httpx.AsyncClient, request_: dict[str, Any], status: int, code: str
) -> None:
    answer = await phone.post("/", **request_)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_phone_that_speaks_for_another_unit_is_refused(phone: httpx.AsyncClient, unit: Unit) -> None:
    answer = await phone.get("/", params=form(unit, id="BE/ANOTHER", token=unit.token))
    assert (answer.status_code, answer.json()["code"]) == (403, "other_unit")
    own = await phone.get("/", params=form(unit, id=unit.id), auth=("", unit.token))
    assert own.status_code == 200


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"lat": 91}, "range", "lat"),
        ({"mode": "war"}, "mode", "mode"),
        ({"unit": "BE/ANOTHER"}, "other_unit", "unit"),
    ],
)
async def test_a_refusal_is_told_to_track(
    doors: OpenDoors, unit: Unit, positions: Tape, *, change: dict[str, Any], code: str, field: str
) -> None:
    async with httpx.AsyncClient(trust_env=False) as phone:
        await phone.get(f"http://127.0.0.1:{doors.osmand_port}/", params=form(unit) | change)
    (told,) = await positions.next()
    assert isinstance(told, FixesRefused)
    assert (told.code, told.field, told.door) == (code, field, "osmand")


async def test_a_phone_that_repeats_a_refused_report_is_let_off_it(phone: httpx.AsyncClient, unit: Unit) -> None:
    report = form(unit, lat=91)
    answers = [await phone.get("/", params=report) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [400, 400, 200]
    assert answers[2].json() == answers[0].json()


async def test_a_removed_token_is_refused(phone: httpx.AsyncClient, unit: Unit, accounts: AccountsFile) -> None:
    assert (await phone.get("/", params=form(unit))).status_code == 200
    with changing_accounts(unit.path) as entries:
        del entries[unit.id]
    while accounts.current().by_name.get(unit.id):
        pass
    assert (await phone.get("/", params=form(unit))).status_code == 400


async def test_a_clock_ahead_is_corrected_and_told(phone: httpx.AsyncClient, unit: Unit, positions: Tape) -> None:
    ahead = datetime.now(UTC) + timedelta(hours=1)
    answer = await phone.get("/", params=form(unit, timestamp=int(ahead.timestamp() * 1000)))
    assert answer.json()["clock_offset_s"] == pytest.approx(-3600, abs=5)
    (stored,) = await positions.next()
    assert abs(stored.observed_at - stored.received_at) < timedelta(seconds=1)


def ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


async def test_one_report_dated_next_year_does_not_make_the_later_ones_old(
    phone: httpx.AsyncClient, unit: Unit, positions: Tape
) -> None:
    for ahead in (timedelta(0), timedelta(days=365), timedelta(0)):
        await phone.get("/", params=form(unit, timestamp=ms(datetime.now(UTC) + ahead)))
    before, _, after = await positions.next(3)
    assert before.n < after.n <= ms(after.received_at)
    assert abs(after.observed_at - after.received_at) < timedelta(seconds=1)


async def test_while_kafka_is_away_the_phone_is_asked_to_come_again(accounts: AccountsFile, unit: Unit) -> None:
    outlet = Outlet(f"127.0.0.1:{free_port()}", give_up_s=0.5)
    outlet.start()
    door = OsmandDoor(accounts, outlet)
    port = await door.start("127.0.0.1", 0)
    async with httpx.AsyncClient(trust_env=False) as phone:
        answer = await phone.get(f"http://127.0.0.1:{port}/", params=form(unit))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["type"] == "later"
    await door.stop()
    await outlet.stop()
