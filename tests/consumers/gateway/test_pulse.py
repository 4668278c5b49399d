import asyncio
import logging
from pathlib import Path

import pytest

from consumers.console_state import Fresh, Received
from consumers.gateway.pulse import Lateness
from senningen.kafka.broker import LocalKafka
from streams.console import Command, Heartbeat
from streams.records import Report, decode
from tests.consumers.records import NOON, alert_record
from tests.consumers.running import Kafka, account, console, new_room, running_gateway, write_accounts


def test_a_partition_read_to_its_end_is_not_late() -> None:
    state = Lateness(100.0).asked(103.0, 7).reached(7)
    assert state == Lateness(103.0)
    assert state.late(107.9) is False


def test_a_partition_that_falls_behind_is_late_5_seconds_after_it_was_last_at_the_end() -> None:
    state = Lateness(100.0).asked(101.0, 7).reached(6).asked(102.0, 9).reached(6)
    assert (state.late(105.0), state.late(105.1)) == (False, True)


def test_a_partition_that_catches_up_was_at_the_end_when_the_end_was_asked_for() -> None:
    state = Lateness(100.0).asked(101.0, 7).asked(108.0, 9).reached(7)
    assert state == Lateness(101.0)


@pytest.mark.kafka
async def test_kafka_away_is_said_once_consoles_stay_and_nothing_is_missed(
    fresh_kafka: LocalKafka, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = new_room()
    case = f"{room}-P1"
    write_accounts(tmp_path / "accounts.toml", account("nl", room))
    async with (
        running_gateway(fresh_kafka.address, tmp_path / "accounts.toml", room, heartbeat_s=0.2) as url,
        console(url, "nl") as here,
    ):
        await here.next(Fresh)
        async with Kafka(fresh_kafka.address) as kafka:
            await kafka.inbox(alert_record(room, case=case))
        await here.next(Received)
        await asyncio.to_thread(fresh_kafka.kill)
        await here.next(Heartbeat, lambda beat: not beat.kafka)
        close = Command(id="c1", command="close", room=room, case=case, mode="exercise", happened_at=NOON)
        answer = await here.client.command(close)
        assert (answer.accepted, answer.code) == (False, "kafka_away")
        await asyncio.to_thread(fresh_kafka.start)
        await asyncio.to_thread(fresh_kafka.wait_until_ready)
        await here.next(Heartbeat, lambda beat: beat.kafka)
        async with Kafka(fresh_kafka.address) as kafka:
            await kafka.inbox(alert_record(room, case=case, revision=2))
            received = await here.next(Received)
            assert received.record == alert_record(room, case=case, revision=2)
            assert received.how == "live"
            assert (await here.client.command(close)).accepted is True
            reports = await kafka.reports(case, 3, lambda value: decode(value, Report))
    assert sorted({type(report).__name__ for report in reports}) == ["Close", "Receipt"]
    assert caplog.text.count("does not answer") == 1
    assert caplog.text.count("is back") == 1


class Said(logging.Handler):
    """Sets `heard` when a line with this text is logged, from whichever thread."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text, self._loop, self.heard = text, asyncio.get_running_loop(), asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if self._text in record.getMessage():
            self._loop.call_soon_threadsafe(self.heard.set)


@pytest.mark.kafka
async def test_a_gateway_that_starts_while_kafka_is_away_says_so_and_waits(
    fresh_kafka: LocalKafka, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = new_room()
    write_accounts(tmp_path / "accounts.toml", account("nl", room))
    await asyncio.to_thread(fresh_kafka.stop)
    said = Said("waiting for it")
    logging.getLogger("consumers.gateway.server").addHandler(said)

    async def start_again() -> None:
        await said.heard.wait()
        await asyncio.to_thread(fresh_kafka.start)

    starting = asyncio.create_task(start_again())
    async with (
        running_gateway(fresh_kafka.address, tmp_path / "accounts.toml", room) as url,
        console(url, "nl") as here,
    ):
        await here.next(Fresh)
    await starting
    logging.getLogger("consumers.gateway.server").removeHandler(said)
    assert caplog.text.count("waiting for it") == 1
