"""TRACK as a process over a real Kafka: reports in the right partition, poison set aside, killed and come back."""

import time
from pathlib import Path
from typing import Any

import orjson
import pytest
from faust.types.tuples import Message

from senningen.kafka.broker import LocalKafka
from streams.apps.track import _step_failed
from streams.partition import partition_of
from streams.records import Due, Fault, Report, SourcePlace, UnitContact, UnitCrossed, UnitPresent, decode, encode
from streams.topics import POSITIONS, REJECTS, REPORTS, TRAILS, UNITS
from streams.tracking.step import Input
from tests.streams.apps.workers import BORDER, HOME, Chase, Kafka, Kept, Worker, one_each
from tests.streams.tracking.scene import CASE, Partition, due, membership

pytestmark = pytest.mark.kafka


@pytest.fixture(autouse=True)
def _ready(track: Worker) -> None:
    track.be_ready()


_TWICE = ("possible", "confirmed")
"""At once, and a second later, when the next fix lies there too."""


def _is_crossing(report: Any) -> bool:
    return isinstance(report, UnitCrossed)


def _crossings(kept: list[Kept]) -> list[Any]:
    return [one.record for one in kept if _is_crossing(one.record)]


async def test_a_crossing_in_a_pursuit_is_reported_in_the_cases_partition(kafka: Kafka) -> None:
    chase = Chase.now("CROSSES")
    await kafka.feed(chase.fix(18), chase.membership(), *chase.fixes(range(19, 24)))
    kept = await kafka.read(REPORTS.name, _crossings, only=chase.case)
    assert {one.partition for one in kept} == {partition_of(chase.case, 4)}
    assert [type(one.record) for one in kept] == [UnitPresent, UnitCrossed]
    over = kept[-1].record.crossing
    assert (over.left, over.entered) == (("BE",), ("NL",))
    assert over.lon == pytest.approx(BORDER)
    assert abs((over.at - chase.at(20.5)).total_seconds()) < 0.001


async def test_trails_go_to_the_case_and_places_to_the_home_room(kafka: Kafka) -> None:
    chase = Chase.now("TRAILS")
    await kafka.feed(chase.membership(), *chase.fixes(range(3)))
    trails = await kafka.read(TRAILS.name, lambda found: len(found) >= 3, only=chase.case)
    assert [(one.record.fix.n, one.record.audience) for one in trails] == [(n, (HOME,)) for n in range(3)]

    def pictured(found: list[Kept]) -> bool:
        return any(place.unit == chase.unit for one in found for place in one.record.units)

    pictures = await kafka.read(UNITS.name, pictured, only=HOME)
    assert {one.partition for one in pictures} == {partition_of(HOME, 4)}
    assert any(one.record.full for one in pictures)


async def test_poison_lands_in_rejects_with_its_place_and_the_stream_goes_on(kafka: Kafka) -> None:
    chase = Chase.now("POISON")
    await kafka.feed(chase.membership(), *chase.fixes([18, 19]))
    poison = [
        b"no json", b'{"type":"moon"}', b"\xff\xfe", b"", b"x" * 900_000,
        encode(chase.fix(19)).replace(b"50.7789", b"91.5"),
    ]  # fmt: skip
    places = [await kafka.put(POSITIONS.name, chase.unit, value) for value in poison]
    await kafka.feed(*chase.fixes([20, 21]))
    await kafka.read(REPORTS.name, _crossings, only=chase.case)
    keys = [f"positions-{partition}-{offset}" for partition, offset in places]
    rejects = await kafka.read(REJECTS.name, lambda found: {one.key for one in found} >= set(keys))
    by_key = {one.key: orjson.loads(one.value) for one in rejects}
    for (partition, offset), key, value in zip(places, keys, poison, strict=True):
        reject = by_key[key]
        assert (reject["topic"], reject["partition"], reject["offset"]) == ("positions", partition, offset)
        assert (bytes.fromhex(reject["value_hex"]), reject["value_bytes"]) == (value[:262_144], len(value))
        assert bytes.fromhex(reject["key_hex"]) == chase.unit.encode()
    assert "Expected `float` <= 90.0 - at `$.lat`" in by_key[keys[-1]]["reason"]


async def test_a_record_under_another_units_key_is_set_aside_and_takes_nothing_from_its_own_unit(
    kafka: Kafka, track: Worker
) -> None:
    chase = Chase.now("MISPLACED")
    await kafka.feed(chase.membership(), *chase.fixes([18, 19]))
    await kafka.read(TRAILS.name, lambda found: len(found) >= 2, only=chase.case)
    elsewhere = next(key for key in "ABCDEFGH" if partition_of(key, 4) != partition_of(chase.unit, 4))
    partition, offset = await kafka.put(POSITIONS.name, elsewhere, encode(chase.fix(25)))
    key = f"positions-{partition}-{offset}"
    rejects = await kafka.read(REJECTS.name, lambda found: any(one.key == key for one in found))
    assert any(b"expected in partition" in one.value for one in rejects if one.key == key)
    track.kill()
    track.start()
    await kafka.feed(*chase.fixes([20, 21]))
    kept = await kafka.read(REPORTS.name, _crossings, only=chase.case)
    assert [one.record.crossing.guess for one in kept if _is_crossing(one.record)] == [False]


async def test_a_readable_record_that_makes_the_step_fail_is_set_aside_and_told_to_the_units_pursuits(
    kafka: Kafka,
) -> None:
    chase = Chase.now("STEP-FAILS")
    await kafka.feed(chase.membership(), *chase.fixes([18, 19]))
    instant = orjson.loads(encode(chase.fix(20))) | {"observed_at": "0001-01-01T00:00:00+02:00"}  # before year 1 in UTC
    partition, offset = await kafka.put(POSITIONS.name, chase.unit, orjson.dumps(instant))
    await kafka.feed(*chase.fixes([20, 21]))
    kept = await kafka.read(REPORTS.name, _crossings, only=chase.case)
    fault = next(one.record for one in kept if isinstance(one.record, Fault))
    assert (fault.unit, fault.mode, fault.place.partition, fault.place.offset) == (
        chase.unit, "exercise", partition, offset,
    )  # fmt: skip
    key = f"positions-{partition}-{offset}"
    rejects = await kafka.read(REJECTS.name, lambda found: any(one.key == key for one in found))
    assert any(one.key == key and b"the step failed" in one.value for one in rejects)


async def test_killed_twice_in_mid_chase_it_finds_every_crossing_once_and_invents_none(
    kafka: Kafka, track: Worker
) -> None:
    chase = Chase.now("KILLED")
    # Over the border and back, every fifth second: at the fixes 5, 10, ... 35; with a receiver good to 3 m.
    fixes = [chase.fix(n, BORDER + (0.0005 if n // 5 % 2 else -0.0005), accuracy_m=3.0) for n in range(40)]
    await kafka.feed(chase.membership(), *fixes[:10])
    # What is committed can only come from the table after the crash; fix 11 is taken in, and may come again.
    _, offset = await kafka.put(POSITIONS.name, chase.unit, encode(fixes[10]))
    await kafka.until_committed("track", POSITIONS.name, chase.unit, offset)
    await kafka.feed(fixes[11])
    await kafka.read(TRAILS.name, lambda found: any(one.record.fix.n == 11 for one in found), only=chase.case)
    track.kill()
    await kafka.feed(*fixes[12:20])
    track.start()
    await kafka.feed(*fixes[20:30])
    track.wait_until_ready()
    track.kill()
    track.start()
    await kafka.feed(*fixes[30:])
    trails = await kafka.read(TRAILS.name, lambda found: any(one.record.fix.n == 39 for one in found), only=chase.case)
    outcomes = {n: trail.judged.outcome for n, trail in one_each(trails, lambda trail: trail.fix.n).items()}
    assert outcomes == {0: "first"} | dict.fromkeys(range(1, 40), "moved")
    last = f"{chase.case}|{chase.unit}|boot|35|crossing|0|confirmed"
    kept = await kafka.read(REPORTS.name, lambda kept: any(r.id == last for r in _crossings(kept)), only=chase.case)
    crossings = (
        report.crossing for report in one_each(kept, lambda report: report.id).values() if _is_crossing(report)
    )
    ways = [("NL",), ("BE",)] * 3 + [("NL",)]
    expected = {f"{chase.unit}|boot|{n}|crossing|0": way for n, way in zip(range(5, 40, 5), ways, strict=True)}
    told = [(crossing.id, crossing.entered, crossing.status) for crossing in crossings]
    assert sorted(told) == sorted((id_, way, status) for id_, way in expected.items() for status in _TWICE)


async def test_kafka_stopped_and_started_again_is_said_twice_and_the_chase_goes_on(
    kafka: Kafka, track: Worker, apps_kafka: LocalKafka
) -> None:
    chase = Chase.now("AWAY")
    await kafka.feed(chase.membership(), *chase.fixes(range(16, 19)))
    await kafka.read(TRAILS.name, lambda found: len(found) >= 3, only=chase.case)
    apps_kafka.stop()
    await track.says("does not answer; waiting until it does")
    apps_kafka.start()
    apps_kafka.wait_until_ready()
    await kafka.feed(*chase.fixes(range(19, 24)))
    assert len(_crossings(await kafka.read(REPORTS.name, _crossings, only=chase.case))) == 1
    await track.says("answers again after")
    assert track.running
    assert track.said().count("does not answer; waiting") == track.said().count("answers again after")
    complaints = [line for line in track.said().splitlines() if " aiokafka" in line]
    assert len(complaints) < 40, "each wording once a minute"


def _contacts(kept: list[Kept]) -> list[UnitContact]:
    """What was told of contact, each once: what came again after a kill is the same."""
    return list(one_each([one for one in kept if isinstance(one.record, UnitContact)], lambda one: one.id).values())


async def test_a_unit_that_falls_silent_is_told_lost_once_by_the_worker_that_comes_after_and_regained_when_it_speaks(
    kafka: Kafka, track: Worker, apps_kafka: LocalKafka, tmp_path: Path
) -> None:
    track.stop()
    impatient = Worker("track", apps_kafka.address, tmp_path, SENNINGEN_TRACKER="contact_lost_after_s=3")
    impatient.start()
    try:
        impatient.wait_until_ready()
        chase = Chase.now("SILENT")
        await kafka.feed(chase.membership(), *chase.fixes(range(3)))
        await kafka.read(TRAILS.name, lambda found: len(found) >= 3, only=chase.case)
        impatient.kill()
        impatient.start()  # nothing comes any more: what it knows of the unit stands in the table
        (lost,) = _contacts(await kafka.read(REPORTS.name, _contacts, only=chase.case))
        assert (lost.kind, lost.silent_since, lost.seen.lon) == ("lost", chase.at(2), chase.fix(2).lon)
        await kafka.feed(chase.fix(3))
        kept = await kafka.read(REPORTS.name, lambda kept: len(_contacts(kept)) >= 2, only=chase.case)
        regained = _contacts(kept)[1]
        assert (regained.kind, regained.silent_since, regained.seen.lon) == ("regained", chase.at(2), chase.fix(3).lon)
        assert lost.happened_at <= regained.happened_at
        positions = await kafka.read(POSITIONS.name, len, only=chase.unit)
        due = next(one.record for one in positions if isinstance(one.record, Due))
        assert (due.key, due.kind) == (chase.unit, "silence")
    finally:
        impatient.stop()


def test_a_deadline_on_which_the_step_fails_again_and_again_is_one_fault() -> None:
    partition, deadline, faults = Partition(), due(), []
    partition.feed(membership())
    for offset in (7, 8):
        message = Message("positions", 2, offset, 0.0, 0, None, b"k", b"v", None)
        item = Input(deadline, SourcePlace(topic_id="t", partition=2, offset=offset), deadline.deadline)
        reject, fault = _step_failed(message, [item], partition.units, ValueError("moon"))
        assert reject.topic == REJECTS.name
        faults.append(decode(fault.value.encode(), Report))
    assert {fault.id for fault in faults} == {f"{CASE}|fault|{deadline.id}"}
    assert [fault.place.offset for fault in faults] == [7, 8]


def test_sigterm_ends_it_within_seconds_and_without_an_error(track: Worker) -> None:
    began, until_then = time.monotonic(), len(track.said())
    assert track.stop() == 0, track.said()
    assert time.monotonic() - began < 10
    assert "Traceback" not in track.said()[until_then:]
