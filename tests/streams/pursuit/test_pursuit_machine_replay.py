"""What was decided once is decided again byte for byte, by another process whose sets are in another order."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from streams.pursuit.arrived import Arrived
from streams.pursuit.store import split_parts
from streams.records import Decision, Report, SourcePlace, decode, encode
from tests.streams.pursuit.scene import Chase
from tests.streams.pursuit.test_pursuit_machine_orders import OrdersMachine

_ROOT = Path(__file__).parents[3]
_RECORDED: list[list[str]] = []
"""The reports of many pursuits, a line each."""


class RecordedMachine(OrdersMachine):
    """Keeps every report of every pursuit that it plays."""

    def teardown(self) -> None:
        super().teardown()
        _RECORDED.append([_line(item) for item in self.chase.log])


def _line(item: Arrived) -> str:
    place = {"topic_id": item.place.topic_id, "partition": item.place.partition, "offset": item.place.offset}
    report = encode(item.report).decode()
    return json.dumps({"report": report, "place": place, "at": item.at.isoformat()})


def _arrived(line: str) -> Arrived:
    found: dict[str, Any] = json.loads(line)
    report = decode(str(found["report"]).encode(), Report)
    return Arrived(report, SourcePlace(**found["place"]), datetime.fromisoformat(found["at"]))


def hash_of(pursuits: Iterable[list[str]]) -> str:
    """Decides all pursuits, and names every byte of what is sent and written."""
    digest = hashlib.sha256()
    for lines in pursuits:
        chase = Chase()
        for line in lines:
            before = chase.state
            decided = chase.give(_arrived(line))
            assert decided is not None
            for written in (_of_decision(decided.decision), *split_parts(before, chase.pursuit).items()):
                digest.update(b"".join(written))
    return digest.hexdigest()


def _of_decision(decision: Decision) -> tuple[bytes]:
    return (encode(decision),)


@pytest.fixture(scope="module")
def recorded() -> list[list[str]]:
    """Random pursuits with every order, each with all its reports."""
    _RECORDED.clear()
    run_state_machine_as_test(
        RecordedMachine,
        settings=settings(
            max_examples=60, stateful_step_count=40, phases=[Phase.generate], derandomize=True, database=None,
            deadline=None, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    return list(_RECORDED)


def test_the_recorded_pursuits_show_nearly_every_order(recorded: list[list[str]]) -> None:
    reports = (json.loads(line)["report"] for lines in recorded for line in lines)
    orders = {report["order"]["type"] for report in map(json.loads, reports) if report["type"] == "ordered"}
    assert len(orders) >= 20


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_reports_give_the_same_bytes_under_another_hash_seed(recorded: list[list[str]], seed: str) -> None:
    code = "import json, sys; from tests.streams.pursuit.test_pursuit_machine_replay import hash_of; "
    code += "print(hash_of(json.load(sys.stdin)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
        input=json.dumps(recorded), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == hash_of(recorded), done.stderr
