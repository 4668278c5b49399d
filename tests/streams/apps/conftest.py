"""One broker and one worker of each kind for all tests of the apps."""

from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from senningen.kafka.broker import LocalKafka
from senningen.kafka.ports import free_port
from streams.admin import create_topics
from streams.topics import Profile
from tests.streams.apps.workers import Kafka, Worker, hand_in

_LOG_CHARACTERS = 20_000


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Of a test that failed, what its workers said: without it, a silent worker cannot be told from a dead one."""
    report = yield
    if report.failed:
        for worker in (used for used in item.funcargs.values() if isinstance(used, Worker) and used.log.exists()):
            ended = "running" if worker.running else f"ended with {worker.process.poll()}"
            report.sections.append(
                (f"log of worker {worker.which}, {ended}", worker.log.read_text()[-_LOG_CHARACTERS:])
            )
    return report


@pytest.fixture(scope="package")
def apps_kafka(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalKafka]:
    """A broker of the apps' own, with all topics: no other test's worker may join their groups."""
    with LocalKafka(tmp_path_factory.mktemp("apps_kafka"), port=free_port(), jars=jars) as broker:
        broker.wait_until_ready()
        create_topics(broker.address, Profile.LOCAL)
        yield broker


def _worker(which: str, broker: LocalKafka, folder: Path) -> Iterator[Worker]:
    worker = Worker(which, broker.address, folder)
    worker.start()
    yield worker
    if worker.running:
        worker.kill()


@pytest.fixture(scope="package")
def track(apps_kafka: LocalKafka, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """TRACK, started; a test that ends it starts it again."""
    yield from _worker("track", apps_kafka, tmp_path_factory.mktemp("track"))


@pytest.fixture(scope="package")
def coordinate(apps_kafka: LocalKafka, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """COORDINATE, started; a test that ends it starts it again."""
    yield from _worker("coordinate", apps_kafka, tmp_path_factory.mktemp("coordinate"))


@pytest_asyncio.fixture
async def kafka(apps_kafka: LocalKafka) -> AsyncIterator[Kafka]:
    """A hand in the apps' broker."""
    async with hand_in(apps_kafka.address) as hand:
        yield hand
