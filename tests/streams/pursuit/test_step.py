"""One report in, one decision out: numbered, guarded, recorded with what it rests on, the same bytes every time."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from borders.rooms import read_rooms
from streams.pursuit.arrived import Arrived
from streams.pursuit.step import step
from streams.pursuit.store import split_parts
from streams.records import Receipt, SourcePlace, encode
from tests.streams.pursuit.scene import CASE, RULES, SOUTH, Chase, at, desk


def _chase() -> Chase:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL")
    chase.acknowledge(31, SOUTH, 1)
    return chase


def fingerprint() -> str:
    """Of every byte that a chase decides."""
    return sha256(b"".join(encode(decision) for decision in _chase().decisions)).hexdigest()


def test_a_report_at_or_below_the_guard_changes_nothing() -> None:
    chase = _chase()
    for item in list(chase.log):
        assert step(chase.state, item, RULES) is None


def test_another_topic_id_or_partition_is_another_log_and_is_taken() -> None:
    chase = _chase()
    receipt = Receipt(
        id="r", case=CASE, mode="exercise", happened_at=at(40), by=desk(SOUTH), alert=f"{CASE}|{SOUTH}", revision=1,
        kind="shown", console="c",
    )  # fmt: skip
    for topic_id, partition in (("new-id", 1), ("reports-id", 2)):
        place = SourcePlace(topic_id=topic_id, partition=partition, offset=0)
        decided = step(chase.state, Arrived(receipt, place, at(40)), RULES)
        assert decided is not None
        assert decided.state is not None
        assert decided.state.guard == place


def test_a_decision_says_what_it_rests_on() -> None:
    decision = _chase().decisions[2]
    assert (decision.case, decision.report.offset, decision.mode) == (CASE, 30, "exercise")
    assert (decision.happened_at, decision.arrived_at) == (at(30), at(30.1))
    assert decision.versions == RULES.versions


def test_decisions_are_numbered_one_by_one_also_where_nothing_happened() -> None:
    chase = _chase()
    chase.due("moon", at(50))
    assert chase.pursuit.number == len(chase.decisions) == 5


def test_deciding_the_log_again_gives_the_same_bytes() -> None:
    chase = _chase()
    again = Chase()
    for item in chase.log:
        again.give(item)
    assert [encode(d) for d in again.decisions] == [encode(d) for d in chase.decisions]
    assert again.state == chase.state


def test_another_process_with_another_hash_seed_decides_the_same_bytes() -> None:
    code = "from tests.streams.pursuit.test_step import fingerprint; print(fingerprint())"
    root = Path(__file__).parents[3]
    for seed in ("1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=root, env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == fingerprint()


def test_the_largest_pursuit_makes_decisions_that_kafka_takes_as_one_record() -> None:
    rooms = "".join(f"NL/ROOM-{k},NL,Kamer,nl,NL-S,meldkamer,primary,verified,,,\n" for k in range(10))
    columns = "id,state,name,languages,areas,kind,role,confidence,source,seat,note\n"
    chase = Chase(rules=replace(RULES, directory=replace(RULES.directory, rooms=read_rooms(columns + rooms))))
    cars = [f"BE/A-RATHER-LONG-NAME-OF-A-CAR-{k}" for k in range(20)]
    chase.open(0, *cars, by=desk())
    for second in range(10, 50, 10):
        way = ("BE", "NL") if second % 20 else ("NL", "BE")
        for k, car in enumerate(cars):
            chase.crossed(second + k / 100, *way, car)
    for k in range(10):
        chase.receipt(60 + k, f"NL/ROOM-{k}", 1)
        chase.acknowledge(60 + k, f"NL/ROOM-{k}", chase.pursuit.alerts[f"NL/ROOM-{k}"].revision)
    assert max(len(encode(decision)) for decision in chase.decisions) < 1_000_000
    assert max(len(part) for part in split_parts(None, chase.pursuit).values()) < 1_000_000
