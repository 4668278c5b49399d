"""`senningen web` as a person starts it: a process of its own, asked over its port, stopped by a signal."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from consumers.gateway.server import PATH
from dashboard.server import WebParts
from senningen.commands.accounts import add_account

NL_ROOM = "NL/MK-MAASTRICHT"


def environ(folder: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "SENNINGEN_FOLDER": str(folder), "SENNINGEN_WEB_PORT": "0", **more}


@contextmanager
def web(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running process and the address it printed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "senningen", "web"], env=environ(folder), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("ready web http://127.0.0.1:"), line or process.communicate()
        yield process, line.split()[2]
    finally:
        process.kill()
        process.communicate()


def test_it_says_ready_serves_and_stops_when_told(tmp_path: Path) -> None:
    token = add_account(tmp_path / "accounts.toml", "nl-desk", "operator", rooms=(NL_ROOM,))
    with web(tmp_path) as (process, address):
        assert "Senningen" in httpx.get(address).text
        assert httpx.post(f"{address}/api/session", json={"token": token}).json()["rooms"] == [NL_ROOM]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


def test_a_missing_border_layer_ends_nothing_and_is_said_on_the_page(tmp_path: Path) -> None:
    token = add_account(tmp_path / "accounts.toml", "nl-desk", "operator", rooms=(NL_ROOM,))
    with web(tmp_path) as (_, address), httpx.Client(base_url=address) as client:
        client.post("/api/session", json={"token": token})
        states = (client.get("/api/config").json()["map"] for _ in range(10_000))
        failed = next(state for state in states if state["state"] != "computing")
        assert "senningen borders build" in failed["reason"]
        assert client.get("/api/map/borders").status_code == 500


def run(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "senningen", "web"]
    return subprocess.run(command, env=environ(folder, **more), capture_output=True, text=True, timeout=60, check=False)


def test_a_missing_accounts_file_is_one_clear_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "accounts.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    add_account(tmp_path / "accounts.toml", "nl-desk", "operator", rooms=(NL_ROOM,))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(tmp_path, SENNINGEN_WEB_PORT=str(port))
    assert done.returncode == 1
    assert f"expected a free port, got 127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_page_is_sent_to_the_path_at_which_the_gateway_listens() -> None:
    assert WebParts.__dataclass_fields__["gateway_path"].default == PATH
