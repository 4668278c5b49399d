import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from kafka import KafkaAdminClient

from senningen.kafka.broker import LocalKafka
from senningen.kafka.ports import free_port
from streams.admin import BrokerAwayError, TopicsError, check_topics, create_topics, replication
from streams.topics import ALL_TOPICS, INBOX, POSITIONS, REJECTS, TRAILS, UNITS, Profile, Topic

pytestmark = pytest.mark.kafka


@contextmanager
def administration(address: str) -> Iterator[Any]:
    client = KafkaAdminClient(bootstrap_servers=address)
    try:
        yield client
    finally:
        client.close()


def delete(client: Any, *topics: Topic) -> None:
    """Delete topics and return when the broker no longer lists them, which is a moment later."""
    names = {topic.name for topic in topics}
    client.delete_topics(sorted(names))
    deadline = time.monotonic() + 10
    while names & set(client.list_topics()):
        assert time.monotonic() < deadline, "the broker still lists deleted topics after 10 s"


def test_topics_that_were_created_are_as_expected_and_each_has_its_own_id(kafka_broker: str) -> None:
    ids = check_topics(kafka_broker, Profile.LOCAL)
    assert set(ids) == {topic.name for topic in ALL_TOPICS}
    assert len(set(ids.values())) == len(ALL_TOPICS)
    assert {len(topic_id) for topic_id in ids.values()} == {22}


def test_creating_again_creates_nothing_and_keeps_the_ids(kafka_broker: str) -> None:
    before = check_topics(kafka_broker, Profile.LOCAL)
    assert create_topics(kafka_broker, Profile.LOCAL) == []
    assert check_topics(kafka_broker, Profile.LOCAL) == before


def test_only_the_named_topics_are_checked(kafka_broker: str) -> None:
    assert set(check_topics(kafka_broker, Profile.LOCAL, ["inbox", "units"])) == {"inbox", "units"}


def test_every_difference_is_named_at_once(fresh_kafka: LocalKafka) -> None:
    with administration(fresh_kafka.address) as client:
        delete(client, REJECTS, INBOX)
        wrong = {"num_partitions": 3, "replication_factor": 1, "configs": {"cleanup.policy": "delete"}}
        client.create_topics({INBOX.name: wrong}, wait_for_metadata=True)
    with pytest.raises(TopicsError) as caught:
        check_topics(fresh_kafka.address, Profile.LOCAL, [REJECTS.name, INBOX.name])
    assert "rejects: expected the topic, got none" in caught.value.differences
    assert "inbox: partitions: expected 4, got 3" in caught.value.differences
    assert "inbox: cleanup.policy: expected compact,delete, got delete" in caught.value.differences
    assert fresh_kafka.address in str(caught.value)


def test_only_missing_topics_are_created_again_with_another_id(fresh_kafka: LocalKafka) -> None:
    before = check_topics(fresh_kafka.address, Profile.LOCAL, [UNITS.name, POSITIONS.name])
    with administration(fresh_kafka.address) as client:
        delete(client, UNITS)
    assert UNITS.name in create_topics(fresh_kafka.address, Profile.LOCAL)
    after = check_topics(fresh_kafka.address, Profile.LOCAL, [UNITS.name, POSITIONS.name])
    assert after[UNITS.name] != before[UNITS.name]
    assert after[POSITIONS.name] == before[POSITIONS.name]


def test_production_asks_for_three_copies_and_a_single_broker_refuses(fresh_kafka: LocalKafka) -> None:
    with administration(fresh_kafka.address) as client:
        delete(client, TRAILS)
    assert replication(Profile.PRODUCTION) == 3
    with pytest.raises(TopicsError, match="trails: the broker refused it"):
        create_topics(fresh_kafka.address, Profile.PRODUCTION)


def test_a_local_broker_checked_as_production_names_partitions_and_copies(kafka_broker: str) -> None:
    with pytest.raises(TopicsError) as caught:
        check_topics(kafka_broker, Profile.PRODUCTION, ["positions"])
    assert caught.value.differences == (
        "positions: partitions: expected 96, got 4",
        "positions: copies: expected 3, got 1",
        "positions: min.insync.replicas: expected 2, got 1",
    )


def test_a_broker_that_is_away_is_said_within_ten_seconds() -> None:
    address = f"127.0.0.1:{free_port()}"
    began = time.monotonic()
    with pytest.raises(BrokerAwayError, match=f"no Kafka broker answers at {address} \\(Connection refused\\)"):
        check_topics(address, Profile.LOCAL)
    assert time.monotonic() - began < 10


def test_something_that_listens_but_is_no_broker_is_said_within_ten_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(BrokerAwayError, match=f"no Kafka broker answers at {address}"):
            check_topics(address, Profile.LOCAL)
        assert time.monotonic() - began < 10
