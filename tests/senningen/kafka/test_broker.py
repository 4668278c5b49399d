import os
import re
import signal
import socket
from pathlib import Path

import psutil
import pytest

from senningen.kafka.broker import BrokerError, LocalKafka
from senningen.kafka.ports import free_port
from streams.admin import check_topics, create_topics
from streams.topics import Profile

pytestmark = pytest.mark.kafka


def test_stopped_and_started_it_goes_on_with_the_same_data(fresh_kafka: LocalKafka) -> None:
    before = check_topics(fresh_kafka.address, Profile.LOCAL)
    fresh_kafka.stop()
    assert not fresh_kafka.alive
    fresh_kafka.start()
    fresh_kafka.wait_until_ready()
    assert check_topics(fresh_kafka.address, Profile.LOCAL) == before


def test_killed_and_started_it_goes_on_with_the_same_data(fresh_kafka: LocalKafka) -> None:
    before = check_topics(fresh_kafka.address, Profile.LOCAL)
    fresh_kafka.kill()
    with pytest.raises(BrokerError, match=rf"died \(signal SIGKILL\).*log: {re.escape(str(fresh_kafka.log_path))}"):
        fresh_kafka.check_alive()
    fresh_kafka.start()
    fresh_kafka.wait_until_ready()
    assert check_topics(fresh_kafka.address, Profile.LOCAL) == before


def test_it_moves_to_another_port_with_its_data(fresh_kafka: LocalKafka) -> None:
    before = check_topics(fresh_kafka.address, Profile.LOCAL)
    fresh_kafka.stop()
    with LocalKafka(fresh_kafka.folder, port=free_port(), jars=fresh_kafka.jars) as moved:
        assert check_topics(moved.address, Profile.LOCAL) == before
    fresh_kafka.start()
    fresh_kafka.wait_until_ready()


def test_it_listens_on_this_machine_only(fresh_kafka: LocalKafka) -> None:
    assert fresh_kafka.pid is not None
    listening = [c for c in psutil.Process(fresh_kafka.pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert {c.laddr.ip.removeprefix("::ffff:") for c in listening} == {"127.0.0.1"}


def test_a_port_in_use_is_one_line_with_the_logs_path(tmp_path: Path, jars: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        broker = LocalKafka(tmp_path, port=other.getsockname()[1], jars=jars)
        with pytest.raises(BrokerError, match=rf"is in use by process {os.getpid()} .*; log: {tmp_path}/broker\.log$"):
            broker.start()
    assert not broker.alive


def test_a_missing_jar_is_named_with_the_logs_path(tmp_path: Path) -> None:
    broker = LocalKafka(tmp_path, port=free_port(), jars=tmp_path / "nothing")
    with pytest.raises(BrokerError, match=r"46 jars are missing in .*/nothing.*\.jar.*; log: .*broker\.log$"):
        broker.start()


def test_storage_that_cannot_be_formatted_is_told(tmp_path: Path, jars: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    broker = LocalKafka(tmp_path, port=free_port(), jars=jars)
    with pytest.raises(BrokerError, match=r"storage in .*/data cannot be formatted: .*; log: .*broker\.log$"):
        broker.start()


def test_storage_is_formatted_whatever_its_random_id_begins_with(
    tmp_path: Path, jars: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("senningen.kafka.broker.secrets.token_bytes", lambda size: b"\xfb" * size)  # a dash in base64
    LocalKafka(tmp_path, port=free_port(), jars=jars).prepare()
    assert "cluster.id=-" in (tmp_path / "data" / "meta.properties").read_text()


def test_storage_that_takes_too_long_to_format_is_one_line(
    tmp_path: Path, jars: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("senningen.kafka.broker._FORMAT_TIMEOUT_S", 0.01)
    with pytest.raises(
        BrokerError, match=r"data cannot be formatted: it took longer than 0\.01 s; log: .*broker\.log$"
    ):
        LocalKafka(tmp_path, port=free_port(), jars=jars).prepare()


def test_without_its_java_it_says_which_one_it_wants(
    tmp_path: Path, jars: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("senningen.kafka.broker.JAVA", tmp_path / "bin" / "java")
    with pytest.raises(BrokerError, match=r"data cannot be formatted: .*/bin/java.*; log: .*broker\.log$"):
        LocalKafka(tmp_path, port=free_port(), jars=jars).prepare()


def test_a_jar_that_is_not_in_the_lock_file_is_not_run(tmp_path: Path, jars: Path) -> None:
    for jar in jars.glob("*.jar"):
        (tmp_path / jar.name).symlink_to(jar)
    (tmp_path / "kafka_2.13-4.2.0.jar").write_bytes(b"of an earlier version")
    class_path = LocalKafka(tmp_path, port=free_port(), jars=tmp_path).command[-3]
    assert len(class_path.split(":")) == 46
    assert "4.2.0" not in class_path


def test_a_broker_that_dies_at_the_start_tells_its_last_complaint(tmp_path: Path, jars: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "meta.properties").write_text("version=1\ncluster.id=wrong\nnode.id=7\n")
    broker = LocalKafka(tmp_path, port=free_port(), jars=jars)
    broker.start()
    with pytest.raises(BrokerError, match=r"died \(status 1\): .*node id 7.*; log: .*broker\.log$") as caught:
        broker.wait_until_ready()
    assert "\n" not in str(caught.value)


def test_a_broker_that_does_not_answer_in_time_is_told(tmp_path: Path, jars: Path) -> None:
    broker = LocalKafka(tmp_path, port=free_port(), jars=jars)
    broker.start()
    try:
        assert broker.pid is not None
        os.kill(broker.pid, signal.SIGSTOP)
        with pytest.raises(BrokerError, match=r"did not answer at .* within 0\.2 s; log: "):
            broker.wait_until_ready(timeout_s=0.2)
    finally:
        broker.kill()


def test_stopping_what_never_ran_does_nothing(tmp_path: Path) -> None:
    broker = LocalKafka(tmp_path, port=free_port())
    broker.stop()
    broker.kill()
    assert not broker.alive
    with pytest.raises(BrokerError, match="was never started"):
        broker.check_alive()
    assert broker.log_tail() == ""


def test_two_brokers_share_the_jars_and_nothing_else(fresh_kafka: LocalKafka, kafka_broker: str) -> None:
    assert create_topics(fresh_kafka.address, Profile.LOCAL) == []
    own, other = check_topics(fresh_kafka.address, Profile.LOCAL), check_topics(kafka_broker, Profile.LOCAL)
    assert not set(own.values()) & set(other.values())
