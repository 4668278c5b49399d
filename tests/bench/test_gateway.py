import pytest

from bench.gateway import measure

pytestmark = pytest.mark.kafka


async def test_a_few_alerts_to_two_consoles_give_their_times(kafka_broker: str) -> None:
    way = await measure(kafka_broker, consoles=2, alerts=3, dots_per_s=20)
    assert 0 < way.arrived_ms["p50"] <= way.arrived_ms["max"]
    assert way.rss_mb > 1
