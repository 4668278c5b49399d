"""Whether anyone is there, across gateways and over the real broker."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect

from consumers.gateway.attendance import Attendance
from consumers.gateway.staffing import Staffing
from consumers.gateway.writing import Writing
from senningen.kafka.broker import LocalKafka
from streams.console import DesksMessage, GatewayMessage, Hello, Presence, RoomDesks, Welcome
from streams.records import decode, encode
from streams.topics import DESKS, Profile
from tests.consumers.records import LEAD, desk, pursuit
from tests.consumers.running import Kafka, Watching, account, console, new_room, running_gateway, write_accounts

pytestmark = pytest.mark.kafka


class World:
    """A Dutch and a Luxembourg room in one pursuit, which may be at different gateways."""

    def __init__(self, broker: str, folder: Path) -> None:
        self.broker = broker
        self.accounts = folder / "accounts.toml"
        self.nl, self.lu, self.be = new_room("NL"), new_room("LU"), new_room("BE")
        self.rooms = (self.nl, self.lu, self.be)
        write_accounts(
            self.accounts,
            account("nl", self.nl),
            account("lu", self.lu),
            account("admin", self.lu, role="administrator"),
            account("car", self.lu, role="unit", unit=f"{self.lu}-CAR"),
        )

    def gateway(self, **options: Any) -> Any:
        return running_gateway(self.broker, self.accounts, *self.rooms, **options)

    async def pursue(self, **changes: Any) -> None:
        """The Dutch room sees a pursuit in which the Luxembourg room was alerted."""
        async with Kafka(self.broker) as kafka:
            await kafka.inbox(pursuit(self.nl, self.nl, self.lu, case=f"{self.be}-P1", leading_room=self.be, **changes))

    @asynccontextmanager
    async def killable_gateway(self) -> AsyncIterator[tuple[str, Callable[[], None]]]:
        """A gateway in a process of its own: its address, and what kills it."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.consumers.gateway.quick_gateway", self.broker, str(self.accounts), *self.rooms,
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        try:
            async with asyncio.timeout(30):
                yield (await process.stdout.readline()).decode().strip(), process.kill
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


@pytest.fixture
def world(kafka_broker: str, tmp_path: Path) -> World:
    return World(kafka_broker, tmp_path)


@asynccontextmanager
async def page(url: str, name: str, *, visible: bool = True, armed: bool = True) -> AsyncIterator[ClientConnection]:
    """A page that is signed in and says what a person there would notice."""
    async with connect(url) as raw:
        hello = Hello(token=f"token-{name}", console=f"page-{name}", desk="desk 3", kind="page")
        await raw.send(encode(hello), text=True)
        while not isinstance(decode(await raw.recv(decode=False), GatewayMessage), Welcome):
            pass
        await raw.send(encode(Presence(page_visible=visible, sound_armed=armed)), text=True)
        yield raw


async def of(watching: Watching, room: str, fits: Callable[[RoomDesks], bool], within_s: float = 20) -> RoomDesks:
    """What the console is told of a room, as soon as it fits."""

    def told(message: DesksMessage) -> RoomDesks | None:
        return next((each for each in message.rooms if each.room == room and fits(each)), None)

    message: DesksMessage = await watching.next(DesksMessage, lambda each: told(each) is not None, within_s)
    found = told(message)
    assert found is not None
    return found


async def test_a_desk_at_one_gateway_is_seen_at_the_other_by_number_and_at_its_own_by_name(world: World) -> None:
    await world.pursue()
    async with (
        world.gateway() as first,
        world.gateway() as second,
        console(first, "nl") as here,
        console(second, "lu") as there,
    ):
        one = await of(here, world.lu, lambda room: room.signed_in == 1)
        assert (one.page_visible, one.sound_armed, one.own, one.desks) == (0, 0, False, ())
        async with page(second, "lu"):
            both = await of(here, world.lu, lambda room: room.sound_armed == 1)
            assert (both.signed_in, both.page_visible, both.desks) == (2, 1, ())
            own = await of(there, world.lu, lambda room: room.sound_armed == 1)
            assert own.own
            assert sorted((each.name, each.desk, each.page_visible) for each in own.desks) == [
                ("lu", "", False), ("lu", "desk 3", True),
            ]  # fmt: skip
        await of(here, world.lu, lambda room: room.signed_in == 1)


async def test_a_console_that_comes_later_is_told_who_has_long_been_there(world: World) -> None:
    await world.pursue()
    async with world.gateway() as first, page(first, "lu"):
        await asyncio.sleep(1)
        async with world.gateway() as second, console(second, "nl") as here:
            await of(here, world.lu, lambda room: (room.signed_in, room.sound_armed) == (1, 1))


async def test_the_rooms_of_a_pursuit_are_told_from_its_beginning_to_its_end(world: World) -> None:
    async with world.gateway() as url, page(url, "lu"), console(url, "nl") as here:
        message: DesksMessage = await here.next(DesksMessage)
        assert {room.room for room in message.rooms} == {world.nl}
        await world.pursue()
        message = await here.next(DesksMessage, lambda each: len(each.rooms) > 1)
        assert {room.room for room in message.rooms} == set(world.rooms)
        await world.pursue(event=2, phase="closed")
        await here.next(DesksMessage, lambda each: len(each.rooms) == 1)


async def test_desks_of_a_killed_gateway_are_gone_after_the_span_and_not_before(world: World) -> None:
    await world.pursue()
    async with (
        world.killable_gateway() as (doomed, kill),
        world.gateway(desks_gone_after=timedelta(seconds=3)) as url,
        console(url, "nl") as here,
        page(doomed, "lu"),
    ):
        await of(here, world.lu, lambda room: room.sound_armed == 1)
        with pytest.raises(TimeoutError):
            await of(here, world.lu, lambda room: room.signed_in == 0, within_s=5)
        kill()
        began = asyncio.get_running_loop().time()
        await of(here, world.lu, lambda room: room.signed_in == 0, within_s=10)
        assert 2 < asyncio.get_running_loop().time() - began < 6


async def test_a_console_that_moves_when_its_gateway_stops_is_never_missed(world: World) -> None:
    await world.pursue()
    async with world.gateway() as url, console(url, "nl") as here:
        async with world.gateway() as stopping, page(stopping, "lu"):
            await of(here, world.lu, lambda room: room.sound_armed == 1)
        await asyncio.sleep(1.5)  # its way back may take some seconds
        async with page(url, "lu", armed=False):
            message: DesksMessage = await here.next(DesksMessage)
    assert [(room.signed_in, room.sound_armed) for room in message.rooms if room.room == world.lu] == [(1, 0)]


async def test_a_late_word_of_the_gateway_that_a_console_left_does_not_take_its_desk(world: World) -> None:
    await world.pursue()
    async with world.gateway() as url, console(url, "nl") as here, page(url, "lu"):
        await of(here, world.lu, lambda room: room.signed_in == 1)
        writing = Writing(world.broker, Profile.LOCAL)
        late = encode(desk(world.lu, console="page-lu", left=True))
        await writing.write(DESKS, f"{world.lu}|page-lu", late, partition_by=world.lu)
        await writing.stop()
        await asyncio.sleep(1.5)  # well before its gateway speaks of it again by itself
        assert told_last(here, world.lu) in {1, None}


def told_last(watching: Watching, room: str) -> int | None:
    """How many desks the console was told of last, among what it has not looked at yet."""
    told = [watching.events.get_nowait() for _ in range(watching.events.qsize())]
    numbers = [
        each.signed_in for event in told if isinstance(event, DesksMessage) for each in event.rooms if each.room == room
    ]
    return numbers[-1] if numbers else None


async def test_without_kafka_nobody_is_known_to_be_there_and_with_it_everybody_is_again(
    fresh_kafka: LocalKafka, tmp_path: Path
) -> None:
    world = World(fresh_kafka.address, tmp_path)
    await world.pursue()
    spans: dict[str, Any] = {"desks_gone_after": timedelta(seconds=3), "desks_renewed_every_s": 1.0}
    async with (
        world.gateway(**spans) as first,
        world.gateway(**spans) as second,
        console(first, "nl") as here,
        page(second, "lu"),
    ):
        await of(here, world.lu, lambda room: room.signed_in == 1)
        fresh_kafka.kill()
        await of(here, world.lu, lambda room: room.signed_in == 0)
        fresh_kafka.start()
        await of(here, world.lu, lambda room: room.signed_in == 1, within_s=40)


async def test_an_onlooker_is_told_and_is_no_desk_and_a_unit_is_neither(world: World) -> None:
    async with world.gateway() as url, console(url, "admin") as onlooker, console(url, "car") as car:
        async with page(url, "lu"):
            room = await of(onlooker, world.lu, lambda room: room.signed_in > 0)
            assert [each.name for each in room.desks] == ["lu"]
        await of(onlooker, world.lu, lambda room: room.signed_in == 0)
        with pytest.raises(TimeoutError):
            await car.next(DesksMessage, within_s=0.1)


async def test_an_unreadable_record_is_passed_over(world: World, caplog: pytest.LogCaptureFixture) -> None:
    async with world.gateway() as url, console(url, "lu") as here:
        writing = Writing(world.broker, Profile.LOCAL)
        await writing.write(DESKS, "x", b"no json", partition_by=world.lu)
        await writing.stop()
        async with page(url, "lu"):
            await of(here, world.lu, lambda room: room.signed_in == 2)
    assert "desks-" in caplog.text
    assert "passed over, expected a readable record" in caplog.text


async def test_without_kafka_what_is_to_be_said_waits_and_the_end_is_not_held_up() -> None:
    staffing = Staffing()
    attendance = Attendance("127.0.0.1:1", Profile.LOCAL, staffing)
    attendance.sit(1, [desk(LEAD)])
    running = asyncio.create_task(attendance.run())
    await asyncio.sleep(1)
    assert not running.done()
    running.cancel()
    async with asyncio.timeout(3):
        await asyncio.wait([running])
        await attendance.stop()
