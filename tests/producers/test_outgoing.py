"""A record on its way."""

from producers.outgoing import Outgoing
from producers.tally import RefusalTally
from streams.partition import partition_of
from tests.producers.test_tally import LAT, NOON


def test_its_key_chooses_the_partition() -> None:
    tally = RefusalTally("websocket")
    tally.add("BE/A", LAT)
    (told,) = tally.take(NOON)
    outgoing = Outgoing("positions", told.unit, told)
    assert partition_of(outgoing.key, 4) == partition_of("BE/A", 4)
