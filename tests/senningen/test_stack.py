import asyncio
import os
import socket
from pathlib import Path

import pytest

from senningen.cli import WORDS
from senningen.kafka.ports import free_port, is_open
from senningen.only_one import AlreadyRunningError
from senningen.settings import Settings, load_settings
from senningen.stack import PARTS, Part, UnknownPartError, environment_of, running_stack
from senningen.supervise import Patience, SupervisorError
from streams.admin import check_topics
from streams.topics import Profile

KAFKA_AND_TOPICS = ("kafka", "topics")


@pytest.fixture
def settings(tmp_path: Path, jars: Path) -> Settings:
    (tmp_path / "kafka").mkdir()
    (tmp_path / "kafka" / "jars").symlink_to(jars)
    ports = dict.fromkeys(("WEB_PORT", "GATEWAY_PORT", "DOORS_PORT", "OSMAND_PORT"), "0")
    given = {"FOLDER": str(tmp_path), "KAFKA_PORT": str(free_port()), **ports}
    return load_settings({f"SENNINGEN_{name}": value for name, value in given.items()})


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_a_word_of_the_command_line(part: Part) -> None:
    assert part.words[0] in WORDS


def test_topics_stand_before_what_reads_them() -> None:
    (topics,) = (part for part in PARTS if part.name == "topics")
    assert all(part.stage > topics.stage for part in PARTS if part is not topics)


def test_the_environment_of_settings_gives_the_same_settings(tmp_path: Path) -> None:
    changed: dict[str, object] = {"folder": tmp_path, "kafka": "10.0.0.1:9092", "web_port": 18080, "stall_s": 7.5}
    given = load_settings({}).model_copy(update=changed)
    assert load_settings(environment_of(given)) == given


def test_what_is_not_set_is_not_in_the_environment() -> None:
    assert "SENNINGEN_KAFKA" not in environment_of(load_settings({}))


async def test_a_name_that_is_no_part_is_refused(settings: Settings) -> None:
    with pytest.raises(UnknownPartError, match=r"expected parts out of borders, .*, got recorder"):
        async with running_stack(settings, without=["recorder"]):
            pass


@pytest.mark.kafka
async def test_kafka_and_topics_run_and_the_second_start_goes_on_where_the_first_ended(settings: Settings) -> None:
    told: list[str] = []
    async with running_stack(settings, only=KAFKA_AND_TOPICS, progress=told.append) as stack:
        assert stack.names == KAFKA_AND_TOPICS
        first = await asyncio.to_thread(check_topics, settings.broker, Profile.LOCAL)
        assert stack.settings.web_port != 0
        assert stack.address == f"http://127.0.0.1:{stack.settings.web_port}/"
        with pytest.raises(AlreadyRunningError, match="already runs"):
            async with running_stack(settings):
                pass
    assert not is_open(settings.kafka_port)
    assert any(line.startswith("kafka: ready after") for line in told)
    async with running_stack(settings, only=KAFKA_AND_TOPICS, progress=told.append):
        assert await asyncio.to_thread(check_topics, settings.broker, Profile.LOCAL) == first


@pytest.mark.kafka
async def test_a_kafka_that_dies_is_started_again_with_its_data(settings: Settings) -> None:
    told: list[str] = []
    async with running_stack(settings, only=KAFKA_AND_TOPICS, progress=told.append) as stack:
        before = await asyncio.to_thread(check_topics, settings.broker, Profile.LOCAL)
        await stack.kill("kafka")
        await stack.until_ready("kafka")
        assert await asyncio.to_thread(check_topics, settings.broker, Profile.LOCAL) == before
        log = stack.log_path("kafka")
    assert any("kafka ended by signal SIGKILL: " in line and f"log: {log}; starts again in" in line for line in told)


@pytest.mark.kafka
async def test_a_configured_kafka_switches_the_local_one_off(settings: Settings, kafka_broker: str) -> None:
    configured = settings.model_copy(update={"kafka": kafka_broker})
    async with running_stack(configured, only=KAFKA_AND_TOPICS, progress=lambda _: None) as stack:
        assert stack.names == ("topics",)


async def test_a_port_in_use_is_told_and_nothing_is_left_running(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", settings.kafka_port)):
        why = (
            rf"kafka cannot start: port {settings.kafka_port} .* in use by process {os.getpid()} .*; log: .*kafka\.log$"
        )
        with pytest.raises(SupervisorError, match=why):
            async with running_stack(settings, only=KAFKA_AND_TOPICS, progress=lambda _: None):
                pass
    assert not (settings.folder / "logs" / "topics.log").exists()


@pytest.mark.kafka
async def test_topics_that_differ_stop_the_start(settings: Settings, kafka_broker: str) -> None:
    production = settings.model_copy(update={"kafka": kafka_broker, "profile": "production"})
    why = r"topics ended with status 1: .* differences on .*; log: .*topics\.log; given up after 1 attempts"
    with pytest.raises(SupervisorError, match=why):
        async with running_stack(
            production, only=["topics"], progress=lambda _: None, patience=Patience(before_ready=1)
        ):
            pass
