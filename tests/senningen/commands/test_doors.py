"""`senningen doors` as a process: it opens, says what keeps it from opening, and closes in order."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from senningen.commands.accounts import add_account
from senningen.kafka.ports import free_port

pytestmark = pytest.mark.kafka


@contextmanager
def running(environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "senningen", "doors"],
        env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def environment(folder: Path, broker: str, **change: str) -> dict[str, str]:
    given = {"folder": str(folder), "kafka": broker, "doors_port": "0", "osmand_port": "0", **change}
    return {f"SENNINGEN_{name.upper()}": value for name, value in given.items()}


@pytest.fixture
def token(tmp_path: Path) -> str:
    return add_account(tmp_path / "accounts.toml", "BE/CAR", "unit", rooms=("BE/CIC-LIEGE",), unit="BE/CAR")


def line_of(stream: Iterable[str] | None, found: str) -> str:
    assert stream is not None
    for line in stream:
        if found in line:
            return line
    pytest.fail(f"expected a line with {found!r}, got the end")


def test_ready_says_the_ports_and_sigterm_closes_in_order(kafka_broker: str, tmp_path: Path, token: str) -> None:
    with running(environment(tmp_path, kafka_broker)) as process:
        ready = line_of(process.stdout, "ready")
        ports = re.fullmatch(r"ready doors websocket=(\d+) osmand=(\d+)\n", ready)
        assert ports is not None
        report = {"id": token, "lat": "50.6", "lon": "5.6", "timestamp": "1767254400"}
        answer = httpx.get(f"http://127.0.0.1:{ports[2]}/", params=report, trust_env=False)
        assert answer.status_code == 200
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=20)
        assert process.returncode == 0
    assert "finishing what is under way" in log
    assert token not in log


def test_without_accounts_the_doors_stay_shut(kafka_broker: str, tmp_path: Path) -> None:
    with running(environment(tmp_path, kafka_broker)) as process:
        _, log = process.communicate(timeout=20)
        assert process.returncode == 1
    assert "senningen doors: " in log
    assert "senningen accounts add" in log


def test_a_taken_port_is_one_line(kafka_broker: str, tmp_path: Path, token: str) -> None:
    assert token
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with running(environment(tmp_path, kafka_broker, osmand_port=port)) as process:
            _, log = process.communicate(timeout=20)
            assert process.returncode == 1
    assert log.splitlines()[-1].startswith(f"senningen doors: expected free ports 0 and {port} on 127.0.0.1, got: ")


def test_while_kafka_is_away_it_says_so_and_waits(tmp_path: Path, token: str) -> None:
    assert token
    with running(environment(tmp_path, f"127.0.0.1:{free_port()}")) as process:
        said = line_of(process.stderr, "no Kafka broker answers")
        assert "the doors open when it is there" in said
        assert process.poll() is None
