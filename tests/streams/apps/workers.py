"""Real workers over a real Kafka, and a straight border: what a test starts, feeds, kills and reads."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiokafka
import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord
from aiokafka.admin import AIOKafkaAdminClient

from senningen.processes import dies_with_us
from streams.partition import partition_of
from streams.records import (
    Account,
    Decision,
    Fix,
    InboxRecord,
    Membership,
    Open,
    PositionsRecord,
    Report,
    Trail,
    UnitsPicture,
    decode,
    encode,
)  # fmt: skip
from streams.topics import INBOX, POSITIONS, PURSUITS, REPORTS, TRAILS, UNITS

HOME, SOUTH, ROAD = "BE/CIC-LIEGE", "NL/MK-MAASTRICHT", "NL/LE-DRIEBERGEN"
COPIED = "NL/EPICC-KERKRADE"
"""A joint centre that serves the place: it gets a copy."""
LAT, BORDER = 50.7789, 5.70
"""On the parallel of Eijsden, whose rooms these are; the border is a straight line of longitude."""

_ROOT = Path(__file__).parents[3]
_READY_WITHIN_S = 60.0
_KINDS: dict[str, Any] = {
    POSITIONS.name: PositionsRecord, REPORTS.name: Report, INBOX.name: InboxRecord, TRAILS.name: Trail,
    UNITS.name: UnitsPicture, PURSUITS.name: Decision,
}  # fmt: skip


def write_border(path: Path) -> Path:
    """An own border layer: BE in the west, NL in the east of 5.70 degrees."""
    boxes = {"BE": (5.0, BORDER), "NL": (BORDER, 7.0)}
    features = [
        {
            "type": "Feature",
            "properties": {"state": state},
            "geometry": {
                "type": "Polygon", "coordinates": [[[west, 50], [east, 50], [east, 52], [west, 52], [west, 50]]],
            },
        }
        for state, (west, east) in boxes.items()
    ]  # fmt: skip
    path.write_bytes(orjson.dumps({"type": "FeatureCollection", "features": features}))
    return path


class Worker:
    """One `senningen worker` process; it may be killed and started again under the same name."""

    def __init__(self, which: str, broker: str, folder: Path, command: Sequence[str] = (), **settings: str) -> None:
        self.which = which
        self.log = folder / f"{which}.log"
        self._command = command or ("-m", "senningen", "worker", which, "--instance", f"{which}-test")
        ours = {name: value for name, value in os.environ.items() if not name.startswith("SENNINGEN_")}
        self._environment = ours | {
            "SENNINGEN_KAFKA": broker,
            "SENNINGEN_FOLDER": str(folder),
            "SENNINGEN_BORDERS_FILE": str(write_border(folder / "border.geojson")),
            "PYTHONPATH": str(_ROOT),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; returns at once."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                dies_with_us((sys.executable, *self._command)),
                cwd=self.log.parent, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self._from = self.log.stat().st_size

    def be_ready(self) -> None:
        """Return when it is there: a test before, of whichever file, may have ended it."""
        if not self.running:
            self.start()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Return when it has said so in this run."""
        assert self.running, f"worker {self.which} was not started, or has ended"
        deadline = time.monotonic() + _READY_WITHIN_S
        while f"ready worker {self.which}\n" not in self.said():
            assert self.running, f"ended before it was ready:\n{self.said()}"
            assert time.monotonic() < deadline, f"not ready within {_READY_WITHIN_S:g} s:\n{self.said()}"
            time.sleep(0.05)

    def said(self) -> str:
        """Everything it printed in this run."""
        with self.log.open("rb") as log:
            log.seek(self._from)
            return log.read().decode()

    async def says(self, text: str, within_s: float = 30.0) -> None:
        """Return when it has said so in this run."""
        deadline = time.monotonic() + within_s
        while text not in self.said():
            assert time.monotonic() < deadline, f"not said within {within_s:g} s: {text!r}; but:\n{self.said()}"
            await asyncio.sleep(0.05)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The process of this run."""
        assert self._process is not None
        return self._process

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """Ask it to end, and return its status."""
        self.process.terminate()
        return self.process.wait(20)


@dataclass(frozen=True, slots=True)
class Kept:
    """One record as a reader of a topic finds it."""

    partition: int
    offset: int
    at_ms: int
    key: str
    value: bytes
    record: Any


class Kafka:
    """A test's hand in the broker: feed records, read a topic from its beginning."""

    def __init__(self, broker: str, producer: AIOKafkaProducer) -> None:
        self._broker = broker
        self._producer = producer

    async def put(self, topic: str, key: str, value: bytes) -> tuple[int, int]:
        """Append one record under its key, and return its partition and offset."""
        done = await self._producer.send_and_wait(topic, value, key.encode(), partition_of(key, 4))
        return done.partition, done.offset

    async def feed(self, *records: Any) -> None:
        """Append positions (by unit) and reports (by case), in order."""
        for record in records:
            if isinstance(record, Fix | Membership):
                await self.put(POSITIONS.name, record.unit, encode(record))
            else:
                await self.put(REPORTS.name, record.case, encode(record))

    async def until_committed(self, group: str, topic: str, key: str, offset: int, within_s: float = 45.0) -> None:
        """Return when a worker's commit has passed a record: it will not be given to it again."""
        place = aiokafka.TopicPartition(topic, partition_of(key, 4))
        admin = AIOKafkaAdminClient(bootstrap_servers=self._broker)
        await admin.start()
        try:
            async with asyncio.timeout(within_s):
                while True:
                    committed = (await admin.list_consumer_group_offsets(group)).get(place)
                    if committed is not None and committed.offset > offset:
                        return
                    await asyncio.sleep(0.1)
        finally:
            await admin.close()

    async def read(
        self, topic: str, enough: Callable[[list[Kept]], object], only: str = "", within_s: float = 45.0
    ) -> list[Kept]:
        """Every record of a topic whose key contains `only`, as soon as there are enough."""
        found: list[Kept] = []
        deadline = time.monotonic() + within_s
        async with _reader(self._broker, topic) as reader:
            while not enough(found):
                left_s = deadline - time.monotonic()
                assert left_s > 0, f"{topic} within {within_s:g} s, got {[(k.key, k.value[:300]) for k in found]}"
                for records in (await reader.getmany(timeout_ms=int(min(left_s, 0.5) * 1000))).values():
                    found += [kept for kept in map(_kept, records) if only in kept.key]
        return found


def _kept(record: ConsumerRecord) -> Kept:
    kind, value = _KINDS.get(record.topic), record.value or b""
    try:
        read = decode(value, kind) if kind else orjson.loads(value)
    except ValueError:
        read = None  # its key was removed, or it is what a test put in to be refused
    return Kept(record.partition, record.offset, record.timestamp, record.key.decode(), value, read)


@asynccontextmanager
async def _reader(broker: str, topic: str) -> AsyncIterator[AIOKafkaConsumer]:
    consumer = AIOKafkaConsumer(bootstrap_servers=broker, auto_offset_reset="earliest", enable_auto_commit=False)
    await consumer.start()
    try:
        consumer.assign([aiokafka.TopicPartition(topic, partition) for partition in range(4)])
        await consumer.seek_to_beginning()
        yield consumer
    finally:
        await consumer.stop()


def one_each(kept: Iterable[Kept], identity: Callable[[Any], object]) -> dict[object, Any]:
    """The records by identity; what was sent again after a crash must be the same bytes."""
    first: dict[object, Kept] = {}
    for one in kept:
        before = first.setdefault(identity(one.record), one)
        assert before.value == one.value, f"sent again, but not the same: {before.value!r}, then {one.value!r}"
    return {name: one.record for name, one in first.items()}


@asynccontextmanager
async def hand_in(broker: str) -> AsyncIterator[Kafka]:
    """A hand in this broker."""
    producer = AIOKafkaProducer(bootstrap_servers=broker, acks="all")
    await producer.start()
    try:
        yield Kafka(broker, producer)
    finally:
        await producer.stop()


@dataclass(frozen=True, slots=True)
class Chase:
    """A car that drives east over the border, a fix a second; the times are of today, so that nothing looks old."""

    name: str
    began_at: datetime

    @classmethod
    def now(cls, name: str) -> "Chase":
        """A chase of this name that began a minute ago."""
        return cls(name, datetime.now(UTC) - timedelta(seconds=60))

    @property
    def unit(self) -> str:
        """The car."""
        return f"BE/{self.name}"

    @property
    def case(self) -> str:
        """The pursuit."""
        return f"BE/CASE-{self.name}"

    def at(self, second: float) -> datetime:
        """So many seconds after it began."""
        return self.began_at + timedelta(seconds=second)

    def fix(self, second: int, lon: float | None = None, **fields: Any) -> Fix:
        """Where the car is: 0.001 degrees further east every second; it crosses at second 20.5."""
        place = BORDER + (second - 20.5) * 0.001 if lon is None else lon
        plain: dict[str, Any] = {"observed_at": self.at(second), "device_at": self.at(second), "clock_offset_s": 0.0}
        return Fix(
            unit=self.unit, boot="boot", n=second, counted=True, received_at=self.at(second), lat=LAT, lon=place,
            door="websocket", room=HOME, service="police", mode="exercise", **plain | fields,
        )  # fmt: skip

    def fixes(self, seconds: Iterable[int]) -> list[Fix]:
        """The fixes of these seconds."""
        return [self.fix(second) for second in seconds]

    def membership(self, event: int = 1) -> Membership:
        """The car is in the pursuit, as COORDINATE would say it."""
        return Membership(
            unit=self.unit, case=self.case, joined=True, event=event, opened_at=self.at(0), audience=(HOME,),
            mode="exercise",
        )  # fmt: skip

    def head(self, identity: str, second: float = 0) -> dict[str, Any]:
        """What every report of this case carries."""
        return {"id": f"{self.name}-{identity}", "case": self.case, "mode": "exercise", "happened_at": self.at(second)}

    def open(self, second: float = 0) -> Open:
        """START, by the crew."""
        crew = Account(name="crew", role="unit", state="BE", room=HOME, unit=self.unit)
        return Open(**self.head("open", second), by=crew, units=(self.unit,), room=HOME)
