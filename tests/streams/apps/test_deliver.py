"""Records are sent until Kafka has them; an input's work is done to its end, or the process ends without a commit."""

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from senningen.kafka.broker import LocalKafka
from streams.apps.configure import create_app
from streams.apps.deliver import EXIT_STALLED, Deliverer, carry_through
from streams.partition import partition_of
from streams.records import REMOVED, Output
from streams.topics import REJECTS
from tests.streams.apps.test_configure import settings
from tests.streams.apps.workers import Kafka

_ROOT = Path(__file__).parents[3]


def _outputs(name: str, count: int = 3) -> list[Output]:
    return [
        Output(topic=REJECTS.name, key=f"{name}|{k}", partition_by=name, value=f'{{"k":{k}}}') for k in range(count)
    ]


@asynccontextmanager
async def _delivering(broker: str, folder: Path, give_up_s: float = 10.0) -> AsyncIterator[Deliverer]:
    app = create_app("track", settings(folder, broker))
    app.conf.producer_request_timeout = give_up_s
    app.finalize()
    await app.producer.start()
    yield Deliverer(app, {REJECTS.name: 4})
    await app.producer.stop()


class _Said(logging.Handler):
    """What the deliverer says, and an event for the first of it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.anything = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage().split(",")[0])
        self.anything.set()


@pytest.mark.kafka
async def test_outputs_stand_in_order_in_the_partition_of_their_owner(
    kafka: Kafka, apps_kafka: LocalKafka, tmp_path: Path
) -> None:
    async with _delivering(apps_kafka.address, tmp_path) as deliverer:
        await deliverer.deliver(_outputs("in-order"))
    kept = await kafka.read(REJECTS.name, lambda found: len(found) >= 3, only="in-order")
    assert [one.key for one in kept] == ["in-order|0", "in-order|1", "in-order|2"]
    assert {one.partition for one in kept} == {partition_of("in-order", 4)}


@pytest.mark.kafka
async def test_a_key_that_is_removed_stands_in_kafka_without_a_value(
    kafka: Kafka, apps_kafka: LocalKafka, tmp_path: Path
) -> None:
    gone = Output(topic=REJECTS.name, key="gone", partition_by="gone", value=REMOVED)
    async with _delivering(apps_kafka.address, tmp_path) as deliverer:
        await deliverer.deliver([gone])
    (kept,) = await kafka.read(REJECTS.name, len, only="gone")
    assert kept.value == b"", "as Kafka has it, not the text null"


@pytest.mark.kafka
async def test_kafka_going_away_is_said_once_and_its_return_too_and_everything_is_delivered(
    kafka: Kafka, apps_kafka: LocalKafka, tmp_path: Path
) -> None:
    said = _Said()
    logging.getLogger("streams.apps.deliver").addHandler(said)
    async with _delivering(apps_kafka.address, tmp_path, give_up_s=0.5) as deliverer:
        await deliverer.deliver(_outputs("before", 1))
        await asyncio.to_thread(apps_kafka.stop)
        delivered = asyncio.create_task(deliverer.deliver(_outputs("away")))
        await asyncio.wait_for(said.anything.wait(), 30)
        apps_kafka.start()  # in this thread: the kernel ends the broker with the thread that started it
        await asyncio.to_thread(apps_kafka.wait_until_ready)
        await asyncio.wait_for(delivered, 60)
    assert said.lines == ["kafka does not take our records", "kafka takes our records again"]
    keys = {"away|0", "away|1", "away|2"}
    await kafka.read(REJECTS.name, lambda found: {one.key for one in found} >= keys, only="away")


async def test_nothing_to_send_needs_no_kafka(tmp_path: Path) -> None:
    await Deliverer(create_app("track", settings(tmp_path)), {}).deliver([])


async def test_work_is_done_to_its_end_also_where_the_agent_is_cancelled_meanwhile() -> None:
    done: list[str] = []
    go_on = asyncio.Event()

    async def work() -> None:
        await go_on.wait()
        done.append("done")

    agent = asyncio.create_task(carry_through(work(), "positions-0-1", 5))
    await asyncio.sleep(0)
    agent.cancel()
    await asyncio.sleep(0)
    assert not agent.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await agent
    assert done == ["done"]


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (
            "async def work(): await asyncio.sleep(60)",
            "positions-0-1: nothing moved for 0.1 s: exiting without a commit",
        ),
        (
            "async def work(): raise KeyError('moon')",
            "positions-0-1: a fault outside the step: exiting without a commit",
        ),
    ],
    ids=["stalled", "failed"],
)
def test_work_that_stalls_or_fails_ends_the_process_for_its_supervisor(work: str, says: str) -> None:
    code = f"""
import asyncio, logging
from streams.apps.deliver import carry_through
logging.basicConfig()
{work}
asyncio.run(carry_through(work(), "positions-0-1", 0.1))
print("went on")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, env=os.environ | {"PYTHONPATH": str(_ROOT)}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == EXIT_STALLED
    assert says in done.stderr
    assert "went on" not in done.stdout
