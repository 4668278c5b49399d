import pytest
from typer.testing import CliRunner

from senningen.commands.topics import app
from senningen.kafka.ports import free_port
from streams.admin import check_topics
from streams.topics import ALL_TOPICS, Profile

pytestmark = pytest.mark.kafka


def test_it_prints_one_line_a_topic_with_id_and_partitions(kafka_broker: str) -> None:
    result = CliRunner().invoke(app, env={"SENNINGEN_KAFKA": kafka_broker})
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [topic.name for topic in ALL_TOPICS]
    ids = check_topics(kafka_broker, Profile.LOCAL)
    assert all(ids[line.split()[0]] in line and " 4 partitions by " in line for line in lines)


def test_a_difference_is_printed_and_the_exit_is_not_zero(kafka_broker: str) -> None:
    result = CliRunner().invoke(
        app, ["--check"], env={"SENNINGEN_KAFKA": kafka_broker, "SENNINGEN_PROFILE": "production"}
    )
    assert result.exit_code == 1
    assert "positions: partitions: expected 96, got 4" in result.stderr


def test_check_creates_nothing(kafka_broker: str) -> None:
    result = CliRunner().invoke(app, ["--check"], env={"SENNINGEN_KAFKA": kafka_broker})
    assert result.exit_code == 0
    assert "(created)" not in result.stdout


def test_kafka_away_is_one_line() -> None:
    address = f"127.0.0.1:{free_port()}"
    result = CliRunner().invoke(app, env={"SENNINGEN_KAFKA": address})
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert f"senningen topics: no Kafka broker answers at {address} (Connection refused)" in result.output
