import os
import re
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from senningen.kafka.broker import LocalKafka
from senningen.kafka.ports import free_port
from streams.admin import create_topics
from streams.topics import Profile
from tests.borders.built import built_layer

WORKER = (sys.executable, "-m", "senningen", "worker")


def _worker(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*WORKER, *arguments], capture_output=True, text=True, timeout=60, check=False, env=os.environ | environ
    )


def _until_said(log: Path, pattern: str) -> None:
    deadline = time.monotonic() + 60
    while not re.search(pattern, said := log.read_text()):
        assert time.monotonic() < deadline, said
        time.sleep(0.05)


def test_there_are_two_workers_and_no_third() -> None:
    said = _worker("bananas")
    assert said.returncode == 2
    assert "bananas" in said.stderr
    assert "'coordinate'" in said.stderr


@pytest.mark.parametrize("which", ["track", "coordinate"])
def test_a_worker_without_a_border_layer_says_how_to_build_one(which: str, tmp_path: Path) -> None:
    said = _worker(which, SENNINGEN_FOLDER=str(tmp_path))
    assert said.returncode == 1
    assert "senningen borders build" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.kafka
def test_a_worker_says_once_that_kafka_is_away_and_starts_when_it_comes(tmp_path: Path, jars: Path) -> None:
    built_layer()
    kafka, log = LocalKafka(tmp_path, port=free_port(), jars=jars), tmp_path / "worker.log"
    with kafka:
        create_topics(kafka.address, Profile.LOCAL)
    with log.open("wb") as output:
        process = psutil.Popen(
            [*WORKER, "track"], stdout=output, stderr=output, env=os.environ | {"SENNINGEN_KAFKA": kafka.address}
        )
    try:
        _until_said(log, "no Kafka broker answers at .*; the worker starts when it is there")
        with kafka:
            _until_said(log, "(?s)Kafka is there at.*ready worker track")
    finally:
        process.kill()
        process.wait()
    assert log.read_text().count("no Kafka broker answers") == 1
