import pytest

from bench.hop import hopping

pytestmark = pytest.mark.kafka


async def test_a_hop_is_timed_and_the_first_one_is_not_counted(kafka_broker: str) -> None:
    async with hopping(kafka_broker) as hop:
        assert hop.took_ms == []
        await hop.once()
        await hop.once()
    assert len(hop.took_ms) == 2
    assert min(hop.took_ms) > 0
