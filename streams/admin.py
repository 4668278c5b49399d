"""Creates the Kafka topics of `streams.topics`, and checks that a broker has them exactly as written there."""

import base64
import logging
import socket
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import UUID

from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError, TopicAlreadyExistsError, for_code
from kafka.net.compat import KafkaNetClient
from kafka.net.selector import NetworkSelector

from streams.topics import ALL_TOPICS, Profile, Topic, topic_config

__all__ = ["BrokerAwayError", "TopicsError", "await_topics", "check_topics", "create_topics", "replication"]

logger = logging.getLogger(__name__)

# Together below the 10 s in which every tool must say that Kafka is away.
_CONNECT_TIMEOUT_S = 4.0
_RETRY_S = 0.2
_BOOTSTRAP_TIMEOUT_MS = 5_000
_REQUEST_TIMEOUT_MS = 5_000
_CREATE_TIMEOUT_MS = 5_000


class TopicsError(RuntimeError):
    """The topics on the broker are not those of `streams.topics`.

    Attributes:
        differences: one line for each: topic, what, expected, got.
    """

    def __init__(self, broker: str, differences: Sequence[str]) -> None:
        self.differences = tuple(differences)
        super().__init__(f"topics on {broker} are not as expected: {'; '.join(differences)}")


class BrokerAwayError(ConnectionError):
    """No broker answers at this address."""


def replication(profile: Profile) -> int:
    """How many brokers hold a copy of each topic."""
    return 1 if profile is Profile.LOCAL else 3


def create_topics(broker: str, profile: Profile) -> list[str]:
    """Create the topics that are missing, wait until each has its leaders, and return the names of the new ones.

    A topic that exists is left as it is, also when it differs: `check_topics` tells.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition counts, settings and replication.

    Raises:
        BrokerAwayError: nothing answers there; within 10 s.
        TopicsError: the broker refused a topic; says why.
    """
    with _admin(broker) as admin:
        present = set(admin.list_topics())
        missing = [topic for topic in ALL_TOPICS if topic.name not in present]
        return _create(admin, broker, missing, profile) if missing else []


def check_topics(broker: str, profile: Profile, names: Iterable[str] | None = None) -> dict[str, str]:
    """Compare the topics on the broker with `streams.topics` and return each one's topic id.

    The id (KIP-516) is in Kafka's own spelling, as `kafka-topics --describe` prints it: a topic that was deleted and
    made again has another one, and its offsets mean something else.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition counts, settings and replication to expect.
        names: only these topics; every one when None.

    Raises:
        BrokerAwayError: nothing answers there; within 10 s.
        TopicsError: with every difference: missing topic, partitions, copies, setting; expected, got.
    """
    topics = _chosen(names)
    with _admin(broker) as admin:
        found = {entry["name"]: entry for entry in admin.describe_topics([topic.name for topic in topics])}
        known = [topic for topic in topics if found.get(topic.name, {}).get("error_code") == 0]
        settings = _settings(admin, known, profile)
    differences = [
        difference
        for topic in topics
        for difference in _differences(topic, profile, found.get(topic.name), settings.get(topic.name, {}))
    ]
    if differences:
        raise TopicsError(broker, differences)
    return {topic.name: _spelt(found[topic.name]["topic_id"]) for topic in topics}


def await_topics(
    broker: str, profile: Profile, names: Iterable[str] | None = None, *, then: str, pause_s: float = 2.0
) -> dict[str, str]:
    """Wait until Kafka answers, then `check_topics`; logs once that it is away, and once that it is there.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition counts, settings and replication to expect.
        names: only these topics; every one when None.
        then: what happens when it is there, for the log, as in "the doors open".
        pause_s: between two looks.

    Raises:
        TopicsError: as for `check_topics`.
    """
    away = False
    while True:
        try:
            ids = check_topics(broker, profile, names)
        except BrokerAwayError as error:
            if not away:
                logger.error("%s; %s when it is there", error, then)
            away = True
            time.sleep(pause_s)
        else:
            if away:
                logger.info("Kafka is there at %s", broker)
            return ids


def _chosen(names: Iterable[str] | None) -> list[Topic]:
    if names is None:
        return list(ALL_TOPICS)
    by_name = {topic.name: topic for topic in ALL_TOPICS}
    return [by_name[name] for name in names]


@contextmanager
def _admin(broker: str) -> Iterator[Any]:
    """A connection for administration; whatever kafka-python raises about the connection becomes one clear error."""
    with _quiet(), ExitStack() as cleanup:
        try:
            _wait_for_port(broker)
            yield _connected(broker, cleanup)
        except (KafkaError, OSError) as error:
            message = f"no Kafka broker answers at {broker} ({_reason(error)})"
            raise BrokerAwayError(message) from error


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _wait_for_port(broker: str) -> None:
    """Return when one of the addresses accepts connections; kafka-python leaves a socket open for each that does not.

    Raises:
        OSError: none did in time; the last attempt's reason.
    """
    deadline = time.monotonic() + _CONNECT_TIMEOUT_S
    while True:
        for address in broker.split(","):
            host, _, port = address.strip().rpartition(":")
            try:
                socket.create_connection((host, int(port)), _CONNECT_TIMEOUT_S).close()
            except OSError:
                if time.monotonic() > deadline:
                    raise
            else:
                return
        time.sleep(_RETRY_S)


def _connected(broker: str, cleanup: ExitStack) -> Any:
    """The client, and what closes it: it starts a thread and sockets before it fails, and then leaves them to us."""

    def connections(**settings: Any) -> KafkaNetClient:
        net = NetworkSelector(**settings)
        cleanup.callback(net.stop)
        client = KafkaNetClient(net=net, **settings)
        cleanup.callback(client.close)
        return client

    admin = KafkaAdminClient(
        bootstrap_servers=broker.split(","),
        bootstrap_timeout_ms=_BOOTSTRAP_TIMEOUT_MS,
        request_timeout_ms=_REQUEST_TIMEOUT_MS,
        client_id="senningen-topics",
        kafka_client=connections,
    )
    cleanup.callback(admin.close)
    return admin


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep kafka-python's account of every attempt to connect off the log: what fails is raised here, in one line."""
    kafka = logging.getLogger("kafka")
    before = kafka.level
    kafka.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        kafka.setLevel(before)


def _create(admin: Any, broker: str, topics: Sequence[Topic], profile: Profile) -> list[str]:
    answer = admin.create_topics(
        {topic.name: _order(topic, profile) for topic in topics}, timeout_ms=_CREATE_TIMEOUT_MS, raise_errors=False
    )
    errors = {entry["name"]: (for_code(entry["error_code"]), entry["error_message"]) for entry in answer["topics"]}
    refused = [
        f"{name}: the broker refused it: {message or error.__name__}"
        for name, (error, message) in errors.items()
        if error.errno not in (0, TopicAlreadyExistsError.errno)  # another process may be creating the same
    ]
    if refused:
        raise TopicsError(broker, refused)
    admin.wait_for_topics([topic.name for topic in topics], timeout_ms=_CREATE_TIMEOUT_MS)
    return [name for name, (error, _) in errors.items() if error.errno == 0]


def _order(topic: Topic, profile: Profile) -> dict[str, Any]:
    return {
        "num_partitions": topic.partitions(profile),
        "replication_factor": replication(profile),
        "configs": topic_config(topic, profile),
    }


def _settings(admin: Any, topics: Sequence[Topic], profile: Profile) -> Mapping[str, Mapping[str, Any]]:
    """The settings we care about, as the broker has them: topic -> name -> value."""
    if not topics:
        return {}
    resources = [
        ConfigResource(ConfigResourceType.TOPIC, topic.name, configs=dict.fromkeys(topic_config(topic, profile)))
        for topic in topics
    ]
    answer = admin.describe_configs(resources, config_filter="all")["topic"]
    return {name: {key: entry["value"] for key, entry in entries.items()} for name, entries in answer.items()}


def _differences(
    topic: Topic, profile: Profile, found: Mapping[str, Any] | None, settings: Mapping[str, Any]
) -> Iterator[str]:
    if found is None or found["error_code"] != 0:
        why = "" if found is None or found["error_code"] == 3 else f" ({for_code(found['error_code']).__name__})"
        yield f"{topic.name}: expected the topic, got none{why}"
        return
    partitions = found["partitions"]
    if len(partitions) != topic.partitions(profile):
        yield f"{topic.name}: partitions: expected {topic.partitions(profile)}, got {len(partitions)}"
    copies = {len(partition["replica_nodes"]) for partition in partitions}
    if copies != {replication(profile)}:
        yield f"{topic.name}: copies: expected {replication(profile)}, got {', '.join(map(str, sorted(copies)))}"
    for name, expected in topic_config(topic, profile).items():
        if settings.get(name) != expected:
            yield f"{topic.name}: {name}: expected {expected}, got {settings.get(name)}"


def _spelt(topic_id: str) -> str:
    """A topic id as Kafka's own tools print it: url-safe base64 of its 16 bytes, without padding."""
    return base64.urlsafe_b64encode(UUID(topic_id).bytes).decode().rstrip("=")
