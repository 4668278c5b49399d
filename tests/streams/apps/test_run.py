"""A worker says one line when it is ready, and nothing of Faust's machinery."""

import pytest

from tests.streams.apps.workers import Worker

pytestmark = pytest.mark.kafka


def test_a_worker_says_that_it_is_ready_in_one_line_of_its_own(coordinate: Worker) -> None:
    coordinate.be_ready()
    lines = coordinate.said().splitlines()
    assert lines.count("ready worker coordinate") == 1
    assert not [line for line in lines if " INFO faust" in line or " INFO mode" in line or " INFO aiokafka" in line]
    assert not [line for line in lines if "➢" in line or "OK ^" in line]
