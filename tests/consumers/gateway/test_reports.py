"""Reports to the real broker, and to none."""

import asyncio

import pytest

from consumers.gateway.reports import ReportNotWrittenError, Reports
from streams.records import Account, Close, decode
from streams.records import Report as AnyReport
from streams.topics import Profile
from tests.consumers.records import NOON
from tests.consumers.running import Kafka, new_room

BY = Account(name="nl", role="operator", state="NL")


def close(case: str, number: int) -> Close:
    return Close(id=f"{case}:{number}", case=case, mode="exercise", happened_at=NOON, by=BY)


@pytest.mark.kafka
async def test_a_report_stands_under_its_case_when_submit_returns(kafka_broker: str) -> None:
    case = new_room("BE")
    reports = Reports(kafka_broker, Profile.LOCAL)
    for number in (1, 2, 3):
        await reports.submit(close(case, number))
    await reports.stop()
    async with Kafka(kafka_broker) as kafka:
        assert await kafka.reports(case, 3, lambda value: decode(value, AnyReport)) == [
            close(case, n) for n in (1, 2, 3)
        ]


@pytest.mark.kafka
async def test_receipts_are_written_in_the_background(kafka_broker: str) -> None:
    case = new_room("BE")
    reports = Reports(kafka_broker, Profile.LOCAL)
    writing = asyncio.create_task(reports.run())
    assert all(reports.submit_later(close(case, number)) for number in range(250))
    async with Kafka(kafka_broker) as kafka:
        written = await kafka.reports(case, 250, lambda value: decode(value, AnyReport).id)
    assert sorted(written) == sorted(f"{case}:{number}" for number in range(250))
    writing.cancel()
    await reports.stop()


async def test_without_kafka_a_report_is_not_written_and_that_is_said() -> None:
    reports = Reports("127.0.0.1:1", Profile.LOCAL)
    with pytest.raises(ReportNotWrittenError, match="expected Kafka to acknowledge BE/P-1:1 within 10 s"):
        await reports.submit(close("BE/P-1", 1))
    await reports.stop()
