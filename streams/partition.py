"""Which partition a key belongs to: Kafka's murmur2, as every client of this house hashes."""

from aiokafka.partitioner import murmur2

__all__ = ["partition_of"]


def partition_of(key: str, partitions: int) -> int:
    """The partition of `key` in a topic of this many partitions (murmur2 of its UTF-8, sign bit cleared, modulo).

    >>> partition_of("BE/LIE-21", 4) == partition_of("BE/LIE-21", 4)
    True
    """
    return int((murmur2(key.encode()) & 0x7FFFFFFF) % partitions)
