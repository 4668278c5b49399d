"""The terminal console as a process: what it prints, rings and returns."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from senningen.kafka.ports import free_port
from tests.consumers.known_records import full_pursuit
from tests.consumers.records import CASE, alert_record, crossing, visibility
from tests.consumers.running import Kafka, account, new_room, running_gateway, write_accounts

pytestmark = pytest.mark.kafka


@asynccontextmanager
async def world(broker: str, folder: Path, room: str, **options: Any) -> AsyncIterator[tuple[Kafka, str]]:
    write_accounts(folder / "accounts.toml", account("nl", room))
    async with Kafka(broker) as kafka, running_gateway(broker, folder / "accounts.toml", room, **options) as url:
        yield kafka, url


@asynccontextmanager
async def watching(room: str, url: str, *options: str, token: str = "token-nl") -> AsyncIterator[Process]:
    words = ("-m", "senningen", "watch", room, "--token", token, "--url", url, *options)
    process = await asyncio.create_subprocess_exec(sys.executable, *words, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def line_with(stream: asyncio.StreamReader | None, text: str) -> str:
    assert stream is not None
    async with asyncio.timeout(30):
        while True:
            line = (await stream.readline()).decode()
            assert line, f"the stream ended before a line with {text!r}"
            if text in line:
                return line


async def test_an_alert_is_a_readable_line_with_the_mode_and_a_bell(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    async with world(kafka_broker, tmp_path, room) as (kafka, url), watching(room, url) as process:
        await line_with(process.stdout, f"LINK connected as nl, operator, for {room}")
        await line_with(process.stdout, "snapshot of 0 records")
        await kafka.inbox(alert_record(room))
        line = await line_with(process.stdout, "ENTERED NL")
    assert line.startswith("EXERCISE P1 ENTERED NL  BE/P-1  BE/LIE-21 from BE  at 12:00:00Z  near Eijsden (1.2 km S)")
    assert line.endswith("]\a\n")


async def test_it_speaks_the_language_it_is_asked_to(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    async with (
        world(kafka_broker, tmp_path, room) as (kafka, url),
        watching(room, url, "--language", "fr") as process,
    ):
        await line_with(process.stdout, f"LIAISON connect\u00e9 en tant que nl, op\u00e9rateur, pour {room}")
        await kafka.inbox(alert_record(room))
        line = await line_with(process.stdout, "ENTR\u00c9E SUR LE TERRITOIRE NL")
    assert line.startswith("EXERCICE P1 ")


async def test_a_room_that_is_called_is_known_by_the_installed_directory(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    async with world(kafka_broker, tmp_path, room) as (kafka, url), watching(room, url) as process:
        await kafka.inbox(visibility(room), full_pursuit(recipient=room))
        await line_with(process.stdout, "PURSUIT")
        assert process.stdin is not None
        process.stdin.write(f"read_out {CASE} BE/CIC-LIEGE\n".encode())
        assert "Call CIC" in await line_with(process.stdout, "Call ")
        assert "[fr] " in await line_with(process.stdout, "[fr]")


async def test_a_language_without_words_is_refused() -> None:
    async with watching("NL/ROOM", "ws://127.0.0.1:1", "--language", "it") as process:
        _, error = await process.communicate()
    assert process.returncode == 2
    assert "'nl', 'fr'" in error.decode()


async def test_json_lines_tell_the_latency_and_until_alert_ends_with_0(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    async with (
        world(kafka_broker, tmp_path, room) as (kafka, url),
        watching(room, url, "--json", "--until-alert", "--exit-after", "60") as process,
    ):
        await line_with(process.stderr, "snapshot of 0 records")
        await kafka.inbox(alert_record(room, phase="approaching", priority=2))
        now = datetime.now(UTC)
        await kafka.inbox(alert_record(room, revision=2, crossing=crossing(received_at=now)))
        output, _ = await asyncio.wait_for(process.communicate(), 30)
    approaching, entered = (json.loads(line) for line in output.decode().splitlines())
    assert (approaching["phase"], entered["phase"], entered["revision"]) == ("approaching", "entered", 2)
    assert 0 < entered["latency_s"] < 10
    assert (entered["how"], entered["mode"], entered["alert"]["room"]) == ("live", "exercise", room)
    assert process.returncode == 0


async def test_an_alert_of_before_the_start_does_not_end_the_waiting(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    async with world(kafka_broker, tmp_path, room) as (kafka, url):
        await kafka.inbox(alert_record(room))
        async with watching(room, url, "--json", "--until-alert", "--exit-after", "4") as process:
            output, said = await asyncio.wait_for(process.communicate(), 30)
    assert json.loads(output)["how"] == "snapshot"
    assert process.returncode == 1
    assert f"no alert for {room} within 4 s" in said.decode()


async def test_a_lost_gateway_and_its_return_are_said_and_the_missed_alert_comes(
    kafka_broker: str, tmp_path: Path
) -> None:
    room, port = new_room(), free_port()
    url = f"ws://127.0.0.1:{port}/console"
    async with watching(room, url) as process, Kafka(kafka_broker) as kafka:
        async with world(kafka_broker, tmp_path, room, port=port):
            await line_with(process.stdout, "snapshot of 0 records")
            await kafka.inbox(alert_record(room))
            await line_with(process.stdout, "ENTERED NL")
        assert (await line_with(process.stdout, "LOST")).startswith("EXERCISE LINK LOST")
        await kafka.inbox(alert_record(room, revision=2, phase="left", priority=3))
        async with world(kafka_broker, tmp_path, room, port=port):
            await line_with(process.stdout, "back: resumed, 1 records were missed")
            await line_with(process.stdout, "EXERCISE P3 LEFT NL")


async def test_the_place_file_lets_a_restarted_terminal_get_what_it_missed(kafka_broker: str, tmp_path: Path) -> None:
    room = new_room()
    kept = ("--json", "--place-file", str(tmp_path / "place"), "--exit-after", "4")
    async with world(kafka_broker, tmp_path, room) as (kafka, url):
        await kafka.inbox(alert_record(room))
        async with watching(room, url, *kept) as process:
            assert len((await process.communicate())[0].splitlines()) == 1
        await kafka.inbox(alert_record(room, revision=2))
        async with watching(room, url, *kept) as process:
            output, _ = await process.communicate()
    assert process.returncode == 0
    assert [(said["revision"], said["how"]) for said in map(json.loads, output.splitlines())] == [(2, "resumed")]


async def test_a_person_cannot_be_shown_only_what_is_new(tmp_path: Path) -> None:
    async with watching("NL/ROOM", "ws://127.0.0.1:1", "--place-file", str(tmp_path / "place")) as process:
        _, error = await process.communicate()
    assert process.returncode == 2
    assert "--place-file needs --json" in error.decode()


@pytest.mark.parametrize(
    ("room", "token", "said"),
    [("NL/NOWHERE", "token-nl", "expected a room of the directory"), ("", "wrong", "a token of no account")],
)
async def test_a_wrong_room_or_token_is_one_line_and_status_1(
    kafka_broker: str, tmp_path: Path, room: str, token: str, said: str
) -> None:
    own = new_room()
    async with world(kafka_broker, tmp_path, own) as (_, url), watching(room or own, url, token=token) as process:
        _, error = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 1
    assert said in error.decode()


async def test_no_gateway_is_said_within_10_seconds() -> None:
    async with watching("NL/ROOM", f"ws://127.0.0.1:{free_port()}/console") as process:
        _, error = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 1
    assert "expected a gateway at ws://127.0.0.1" in error.decode()


async def test_a_room_without_its_state_is_refused_before_anything_is_tried() -> None:
    async with watching("maastricht", "ws://127.0.0.1:1/console") as process:
        _, error = await process.communicate()
    assert process.returncode == 1
    assert "room: expected an id such as" in error.decode()
