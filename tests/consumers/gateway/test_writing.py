"""Records to the real broker, and to none."""

import pytest

from consumers.gateway.writing import NotWrittenError, Writing
from streams.records import Account, Close, decode, encode
from streams.records import Report as AnyReport
from streams.topics import REPORTS, Profile
from tests.consumers.records import NOON
from tests.consumers.running import Kafka, new_room


@pytest.mark.kafka
async def test_a_record_stands_under_its_key_when_write_returns(kafka_broker: str) -> None:
    case = new_room("BE")
    by = Account(name="nl", role="operator", state="NL")
    reports = [Close(id=f"{n}", case=case, mode="exercise", happened_at=NOON, by=by) for n in range(3)]
    writing = Writing(kafka_broker, Profile.LOCAL)
    for report in reports:
        await writing.write(REPORTS, case, encode(report), partition_by=case)
    assert await writing.stop() is True
    async with Kafka(kafka_broker) as kafka:
        assert await kafka.reports(case, 3, lambda value: decode(value, AnyReport)) == reports


async def test_without_kafka_a_record_is_not_written_and_that_is_said() -> None:
    writing = Writing("127.0.0.1:1", Profile.LOCAL)
    with pytest.raises(NotWrittenError, match="expected Kafka to acknowledge BE/P-1 on reports, got "):
        await writing.write(REPORTS, "BE/P-1", b"{}", partition_by="BE/P-1")
    assert await writing.stop() is True
