"""A door's refusals reach TRACK through the real Kafka."""

import asyncio

import pytest

from producers.outlet import Outlet
from producers.refusal_teller import RefusalTeller
from streams.records import FixesRefused
from tests.producers.conftest import Tape, Unit
from tests.producers.test_tally import LAT

pytestmark = pytest.mark.kafka


async def test_a_refusal_is_told_at_once_and_the_next_ones_wait(kafka_broker: str, unit: Unit, positions: Tape) -> None:
    outlet = Outlet(kafka_broker)
    outlet.start()
    await outlet.connected()
    teller = RefusalTeller("websocket", outlet)
    telling = asyncio.create_task(teller.run())
    teller.add(unit.id, [LAT, LAT])
    (told,) = await positions.next()
    assert isinstance(told, FixesRefused)
    assert (told.unit, told.code, told.count) == (unit.id, "range", 2)
    telling.cancel()
    await outlet.stop()


async def test_a_refusal_that_cannot_be_told_is_said_in_the_log(unit: Unit, caplog: pytest.LogCaptureFixture) -> None:
    teller = RefusalTeller("websocket", Outlet("127.0.0.1:1"))
    teller.add(unit.id, [LAT])
    telling = asyncio.create_task(teller.run())
    await asyncio.sleep(0)  # one turn of the loop: it tells before it waits
    assert "1 refusals are not told to the rooms: Kafka is away" in caplog.text
    telling.cancel()
