"""The gateway as a process of its own: started, killed, started again, refused."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from consumers.console_client import Linked, Lost
from consumers.console_state import Fresh, Received, Resumed
from senningen.kafka.ports import free_port
from streams.console import Goodbye
from tests.consumers.records import alert_record
from tests.consumers.running import Kafka, account, console, new_room, rooms_csv, write_accounts

pytestmark = pytest.mark.kafka


def environment(folder: Path, broker: str, *rooms: str, port: int = 0) -> dict[str, str]:
    """What the command reads: the broker, the accounts `nl` and the rooms of this test."""
    write_accounts(folder / "accounts.toml", account("nl", *rooms))
    (folder / "rooms.csv").write_text(rooms_csv(*rooms), encoding="utf-8")
    settings = {
        "FOLDER": folder,
        "KAFKA": broker,
        "GATEWAY_PORT": port,
        "ROOMS_FILE": folder / "rooms.csv",
    }
    return os.environ | {f"SENNINGEN_{name}": str(value) for name, value in settings.items()}


@contextmanager
def gateway_process(env: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`senningen gateway`, and its address once it says that it is ready."""
    command = [sys.executable, "-m", "senningen", "gateway"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline().split()
            assert said[:2] == ["ready", "gateway"]
            yield process, said[2]
        finally:
            process.kill()


async def test_a_gateway_that_is_killed_and_started_again_loses_nothing(kafka_broker: str, tmp_path: Path) -> None:
    room, port = new_room(), free_port()
    env = environment(tmp_path, kafka_broker, room, port=port)
    case = f"{room}-P1"
    async with Kafka(kafka_broker) as kafka, console(f"ws://127.0.0.1:{port}/console", "nl") as here:
        with gateway_process(env) as (process, _):
            await here.next(Fresh)
            await kafka.inbox(alert_record(room, case=case, revision=1))
            await here.next(Received)
            process.send_signal(signal.SIGKILL)
            await here.next(Lost)
            await kafka.inbox(alert_record(room, case=case, revision=2))
        with gateway_process(env):
            assert (await here.next(Resumed)).count == 1
            received = await here.next(Received)
            assert received.record == alert_record(room, case=case, revision=2)
            assert received.how == "resumed"


async def test_sigterm_says_goodbye_and_ends_with_status_0(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    with gateway_process(environment(tmp_path, kafka_broker, room)) as (process, url):
        async with console(url, "nl") as here:
            await here.next(Linked)
            process.send_signal(signal.SIGTERM)
            assert (await here.next(Goodbye)).code == "gateway_stops"
            assert process.wait(10) == 0


def refused(env: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "senningen", "gateway"], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stderr.strip().splitlines()[-1]


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = refused(environment(tmp_path, "127.0.0.1:1", new_room(), port=port))
    assert status == 1
    assert said.startswith(f"senningen gateway: expected a free port, got 127.0.0.1:{port}")


def test_without_accounts_it_does_not_start(tmp_path: Path) -> None:
    env = environment(tmp_path, "127.0.0.1:1", new_room())
    (tmp_path / "accounts.toml").unlink()
    status, said = refused(env)
    assert status == 1
    assert "expected a readable accounts file" in said


@pytest.mark.parametrize("name", ["ROOMS", "TELEPHONES", "AREAS", "CROSSING_POINTS"])
def test_a_gateway_whose_rooms_cannot_be_read_says_which_file(tmp_path: Path, name: str) -> None:
    env = environment(tmp_path, "127.0.0.1:1", new_room()) | {f"SENNINGEN_{name}_FILE": str(tmp_path / "none")}
    status, said = refused(env)
    assert status == 1
    assert re.match(r"senningen gateway: expected an? .* file (in UTF-8 )?at .*none, got", said)
