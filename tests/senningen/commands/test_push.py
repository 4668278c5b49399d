"""`senningen push` as a unit drives it, through both real doors into a real Kafka."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from typer.testing import CliRunner, Result

from senningen.commands.accounts import add_account
from senningen.commands.push import app
from senningen.kafka.ports import free_port
from streams.partition import partition_of
from streams.records import JoinUnit, Open, PositionsRecord, Report, decode
from tests.senningen.commands.test_doors import environment, line_of, running

FIRST = datetime(2026, 1, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Stack:
    """Running doors, and the units that may knock there."""

    broker: str
    websocket: str
    osmand: str
    accounts: Path


@pytest.fixture(scope="module")
def stack(kafka_broker: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("push")
    accounts = folder / "accounts.toml"
    add_account(accounts, "administrator", "administrator", state="BE")
    with running(environment(folder, kafka_broker)) as process:
        ports = re.findall(r"\d+", line_of(process.stdout, "ready"))
        yield Stack(kafka_broker, f"ws://127.0.0.1:{ports[0]}/unit", f"http://127.0.0.1:{ports[1]}/", accounts)


@dataclass(frozen=True)
class Car:
    """A unit of one test's own, its file, and how it is driven."""

    id: str
    token: str
    file: Path
    stack: Stack

    def push(self, *words: str, file: Path | None = None) -> Result:
        words = ("--url", self.stack.osmand if "osmand" in words else self.stack.websocket, *words)
        words = ("--token", self.token, "--unit-url", self.stack.websocket, *words)
        return CliRunner().invoke(app, [str(file or self.file), *words])

    def stored(self, count: int) -> list[Any]:
        return asyncio.run(_stored(self.stack.broker, "positions", self.id, PositionsRecord, count))

    def reported(self, case: str) -> Any:
        return asyncio.run(_stored(self.stack.broker, "reports", case, Report, 1))[0]


@pytest.fixture
def car(stack: Stack, tmp_path: Path, request: pytest.FixtureRequest) -> Car:
    unit = f"BE/PUSH-{abs(hash(request.node.name))}"
    token = add_account(stack.accounts, unit, "unit", rooms=("BE/CIC-LIEGE",), unit=unit)
    file = tmp_path / "track.csv"
    rows = [f"0,{(FIRST + timedelta(seconds=n)).isoformat()},{50 + n / 1000},5.6" for n in range(20)]
    file.write_text("\n".join(["seg,t,lat,lon", *rows]) + "\n")
    return Car(unit, token, file, stack)


async def _stored(broker: str, topic: str, key: str, kind: Any, count: int) -> list[Any]:
    consumer = AIOKafkaConsumer(bootstrap_servers=broker, auto_offset_reset="earliest")
    await consumer.start()
    try:
        consumer.assign([TopicPartition(topic, partition_of(key, 4))])
        found: list[Any] = []
        async with asyncio.timeout(15):
            while len(found) < count:
                message = await consumer.getone()
                if message.key == key.encode():
                    found.append(decode(message.value, kind))
        return found
    finally:
        await consumer.stop()


@pytest.mark.kafka
def test_every_fix_of_the_file_stands_in_kafka_once_as_an_exercise(car: Car) -> None:
    done = car.push("--speed", "0", "--times", "recorded")
    assert (done.exit_code, done.stdout) == (0, "sent 20, accepted 20, refused 0, resent 0\n")
    stored = car.stored(20)
    assert [fix.n for fix in stored] == list(range(20))
    assert [fix.observed_at for fix in stored] == [FIRST + timedelta(seconds=n) for n in range(20)]
    assert {(fix.mode, fix.clock_offset_s) for fix in stored} == {("exercise", 0.0)}


@pytest.mark.kafka
def test_live_the_last_fix_is_sent_at_its_own_time(car: Car) -> None:
    done = car.push("--speed", "20")
    assert done.exit_code == 0
    stored = car.stored(20)
    late = [fix.received_at - fix.observed_at for fix in stored]
    assert timedelta(0) <= late[-1] < timedelta(seconds=1)
    assert late[0] > timedelta(seconds=17)
    assert {fix.observed_at - stored[0].observed_at - timedelta(seconds=n) for n, fix in enumerate(stored)} == {
        timedelta(0)
    }


@pytest.mark.kafka
def test_a_pursuit_is_opened_before_the_first_fix(car: Car) -> None:
    case = f"{car.id}-P1"
    done = car.push("--speed", "0", "--times", "recorded", "--pursuit", "--case", case, "--purpose", "ram raid")
    assert f"pursuit {case}: open accepted" in done.stdout
    opened = car.reported(case)
    assert isinstance(opened, Open)
    assert (opened.happened_at, opened.units, opened.mode, opened.purpose) == (FIRST, (car.id,), "exercise", "ram raid")


@pytest.mark.kafka
@pytest.mark.parametrize("words", [("--open-after", "7.5"), ("--open-at", "2026-01-01T08:00:07.5Z")])
def test_a_pursuit_is_opened_on_the_way(car: Car, words: tuple[str, str]) -> None:
    case = f"{car.id}-P2"
    assert car.push("--speed", "0", "--times", "recorded", "--case", case, *words).exit_code == 0
    assert car.reported(case).happened_at == FIRST + timedelta(seconds=7.5)


@pytest.mark.kafka
def test_a_pursuit_without_a_name_gets_one_of_the_units_state(car: Car) -> None:
    done = car.push("--speed", "0", "--pursuit")
    named = re.search(r"pursuit (BE/P-PUSH-\d+-\d{8}T\d{6}): open accepted", done.stdout)
    assert named is not None
    assert isinstance(car.reported(named[1]), Open)


@pytest.mark.kafka
def test_a_phone_drives_through_its_door_and_joins_through_the_other(car: Car) -> None:
    case = f"{car.id}-P3"
    done = car.push("--door", "osmand", "--speed", "0", "--times", "recorded", "--join", case)
    assert (done.exit_code, "sent 20, accepted 20" in done.stdout) == (0, True)
    assert isinstance(car.reported(case), JoinUnit)
    assert {(fix.door, fix.boot, fix.mode) for fix in car.stored(20)} == {("osmand", "osmand", "exercise")}


@pytest.mark.kafka
def test_two_tracks_in_a_file_have_a_hole_between_their_numbers(car: Car) -> None:
    car.file.write_text("seg,t,lat,lon\na,1767254400,50,5\na,1767254401,50,5\nb,1767254500,50,5\n")
    assert car.push("--speed", "0").exit_code == 0
    assert [fix.n for fix in car.stored(3)] == [0, 1, 3]


@pytest.mark.kafka
def test_a_command_that_is_refused_is_said_and_the_exit_is_1(car: Car) -> None:
    done = car.push("--speed", "0", "--pursuit", "--case", "LU/P-1")
    assert done.exit_code == 1
    assert "pursuit LU/P-1: open refused case: expected a case of the unit's own state" in done.stdout
    assert "accepted 20" in done.stdout


@pytest.mark.kafka
@pytest.mark.parametrize("door", ["websocket", "osmand"])
def test_a_unit_that_is_not_the_tokens_is_one_line(car: Car, door: str) -> None:
    done = car.push("--speed", "0", "--door", door, "--unit", "BE/ANOTHER")
    assert done.exit_code == 1
    assert f"expected the token's own unit, {car.id}, got 'BE/ANOTHER'" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--speed", "0.5"], "expected --speed 0 or from 1"),
        (["--speed", "1", "--door", "osmand", "--times", "recorded"], "expected --speed 0 or from 2"),
        (["--open-after", "nan"], "expected seconds in --open-after, got nan"),
        (["--open-after", "1e300"], "expected seconds in --open-after, got 1e+300"),
        (["--token", ""], "expected a token in --token, got nothing"),
        (["--pursuit", "--join", "BE/P"], "expected one of --pursuit, --open-after, --open-at and --join"),
        (["--case", "BE/P"], "got --case alone"),
        (["--join", "P-1"], "case: expected an id such as"),
        (["--open-at", "noon"], "--open-at: expected seconds since 1970"),
        (["--token-file", "nowhere"], "got both"),
        (["--url", f"ws://127.0.0.1:{free_port()}/unit"], "no door answers at ws://127.0.0.1"),
    ],
)
def test_what_cannot_be_driven_is_one_line(tmp_path: Path, words: list[str], said: str) -> None:
    file = tmp_path / "track.csv"
    file.write_text("seg,t,lat,lon\n0,1767254400,50,5\n")
    done = CliRunner().invoke(app, [str(file), "--token", "x", *words])
    assert done.exit_code == 1
    assert "senningen push: " in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("seg,t,lat,lon\n0,1767254400,91,5\n", [], "track.csv, line 2, lat"),
        ("seg,t,lat,lon,unit\n0,1,50,5,BE/A\n0,1,50,5,BE/B\n", [], "expected --unit to be one of BE/A, BE/B, got none"),
        ("seg,t,lat,lon\n0,1767254400,50,5\n", [], "expected one of --token and --token-file, got none"),
    ],
)
def test_a_file_or_token_that_is_missing_or_broken_is_one_line(
    tmp_path: Path, text: str, words: list[str], said: str
) -> None:
    file = tmp_path / "track.csv"
    file.write_text(text)
    done = CliRunner().invoke(app, [str(file), *words])
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, [str(tmp_path / "none.csv"), "--token", "x"])
    assert (done.exit_code, "No such file" in done.stderr) == (1, True)
