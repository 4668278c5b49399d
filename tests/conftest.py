"""The real broker: every test that needs Kafka gets a true one, started from the jars that are fetched once."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import typer
from hypothesis import settings

from senningen.kafka.broker import LocalKafka
from senningen.kafka.jars import fetch_jars
from senningen.kafka.ports import free_port
from streams.admin import create_topics
from streams.topics import Profile

_REPOSITORY = Path(__file__).parent.parent
_BROKERS = pytest.StashKey[dict[str, LocalKafka]]()
_TAIL_LINES = 15

# A limit per example in wall-clock time fails tests of a busy machine, not of ours; the suite's own timeout stands.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.fixture(scope="session")
def jars() -> Path:
    """Kafka's jars, in the repository's own .senningen: fetched by the first test that needs them, then kept."""
    return fetch_jars(_REPOSITORY / ".senningen", lambda line: typer.echo(line, err=True))


def _broker_with_topics(folder: Path, jars: Path) -> LocalKafka:
    broker = LocalKafka(folder, port=free_port(), jars=jars)
    broker.start()
    try:
        broker.wait_until_ready()
        create_topics(broker.address, Profile.LOCAL)
    except BaseException:
        broker.kill()
        raise
    return broker


@pytest.fixture(scope="session")
def kafka_broker(jars: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """host:port of one broker with all our topics, shared by the whole session: use ids of your own."""
    broker = _broker_with_topics(tmp_path_factory.mktemp("kafka"), jars)
    request.session.stash.setdefault(_BROKERS, {})[str(request.fixturename)] = broker
    yield broker.address
    broker.stop()


@pytest.fixture(scope="module")
def fresh_kafka(
    jars: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[LocalKafka]:
    """A broker of this module's own, with all our topics and nothing in them; it may be stopped, killed and started.

    `fresh_kafka.address` is its host:port, the same after `kill` (or `stop`), `start` and `wait_until_ready`.
    """
    broker = _broker_with_topics(tmp_path_factory.mktemp("fresh_kafka"), jars)
    request.session.stash.setdefault(_BROKERS, {})[str(request.fixturename)] = broker
    yield broker
    broker.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails shows the end of the logs of the brokers that run."""
    report = yield
    brokers = item.session.stash.get(_BROKERS, {}) if report.failed else {}
    for name in getattr(item, "fixturenames", ()):
        if broker := brokers.get(name):
            report.sections.append((f"log of {name} at {broker.address}", broker.log_tail(_TAIL_LINES)))
    return report
