"""Keys land where every Kafka client of the house puts them."""

import pytest
from aiokafka.partitioner import DefaultPartitioner
from hypothesis import given
from hypothesis import strategies as st
from kafka.partitioner.default import murmur2 as kafka_python_murmur2

from streams.partition import partition_of

_KEYS = st.text(min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("key", "hashed"),
    # From the tests of Apache Kafka's own clients (UtilsTest.testMurmur2), made unsigned and cut to 31 bits.
    [("21", -973932308), ("foobar", -790332482), ("a-little-bit-long-string", -985981536),
     ("a-little-bit-longer-string", -1486304829), ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971),
     ("abc", 479470107)],
)  # fmt: skip
def test_the_hash_is_that_of_kafkas_own_clients(key: str, hashed: int) -> None:
    for partitions in (1, 4, 24, 96):
        assert partition_of(key, partitions) == (hashed & 0x7FFFFFFF) % partitions


@given(_KEYS, st.integers(1, 96))
def test_aiokafka_and_kafka_python_agree(key: str, partitions: int) -> None:
    every = list(range(partitions))
    assert partition_of(key, partitions) == DefaultPartitioner()(key.encode(), every, every)
    assert partition_of(key, partitions) == (kafka_python_murmur2(key.encode()) & 0x7FFFFFFF) % partitions
