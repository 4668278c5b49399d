"""COORDINATE over a real Kafka: the decision before its outputs, poison set aside, killed and come back."""

from collections.abc import Callable, Set
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from faust.types.tuples import Message
from msgspec.structs import replace

from senningen.kafka.broker import LocalKafka
from streams.addressed import addressed
from streams.apps.coordinate import _step_failed
from streams.apps.intake import Readable
from streams.orders import OpenedInError
from streams.partition import partition_of
from streams.records import (
    Account,
    Acknowledge,
    AlertRecord,
    AnswerRecord,
    Crossing,
    Decision,
    Fault,
    InboxRecord,
    JoinUnit,
    Ordered,
    Sighting,
    SourcePlace,
    UnitCrossed,
    UnitPresent,
    VisibilityRecord,
    decode,
)  # fmt: skip
from streams.topics import INBOX, POSITIONS, PURSUITS, REJECTS, REPORTS, TRAILS
from tests.streams.apps.workers import BORDER, COPIED, HOME, LAT, ROAD, SOUTH, Chase, Kafka, Kept, Worker, one_each

pytestmark = pytest.mark.kafka

_DESK = Account(name="Anna", role="operator", state="NL", room=SOUTH)


@pytest.fixture(autouse=True)
def _ready(coordinate: Worker) -> None:
    coordinate.be_ready()


def _crossed(chase: Chase, unit: str = "") -> tuple[UnitPresent, UnitCrossed]:
    """What TRACK would say of a car that is at home and then crosses; `unit`: of whom the crossing is."""
    place: dict[str, Any] = {"observed_at": chase.at(1), "lat": LAT, "received_at": chase.at(1)}
    home = Sighting(**place, lon=BORDER - 0.01, territory=("BE",))
    abroad = Sighting(**place | {"observed_at": chase.at(21)}, lon=BORDER + 0.01, territory=("NL",))
    over = Crossing(
        id=f"{chase.unit}|boot|21|crossing|0", unit=unit or chase.unit, left=("BE",), entered=("NL",),
        at=chase.at(20.5), not_before=chase.at(20), not_after=chase.at(21), lat=LAT, lon=BORDER, status="confirmed",
        confirmed_at=chase.at(21), received_at=chase.at(21),
    )  # fmt: skip
    present = UnitPresent(**chase.head("present", 1), unit=chase.unit, event=1, seen=home)
    return present, UnitCrossed(**chase.head("crossed", 20.5), unit=chase.unit, crossing=over, seen=abroad)


def _alerts(kept: list[Kept]) -> list[Any]:
    return [one.record.alert for one in kept if isinstance(one.record, AlertRecord)]


def _rung(rooms: set[str]) -> Any:
    return lambda kept: {alert.room for alert in _alerts(kept)} >= rooms


async def test_a_crossing_rings_in_the_inbox_of_the_right_rooms_in_their_partitions(kafka: Kafka) -> None:
    chase = Chase.now("RINGS")
    await kafka.feed(chase.open(), *_crossed(chase))
    kept = await kafka.read(INBOX.name, _rung({SOUTH, ROAD, COPIED, HOME}), only=chase.case)
    assert {(one.record.room, one.record.phase, one.record.revision) for one in _just_alerts(kept)} == {
        (SOUTH, "entered", 1),
        (ROAD, "entered", 1),
        (COPIED, "entered", 1),
        (HOME, "departed", 1),
    }
    for one in kept:
        assert one.partition == partition_of(one.key.split("|")[0], 4)


def _just_alerts(kept: list[Kept]) -> list[Kept]:
    return [
        Kept(one.partition, one.offset, one.at_ms, one.key, one.value, one.record.alert)
        for one in kept
        if isinstance(one.record, AlertRecord)
    ]


def _all_of(named: Set[tuple[str, str]]) -> Callable[[list[Kept]], bool]:
    return lambda kept: {(one.key, one.value.decode()) for one in kept} >= named


async def test_the_decision_stands_before_its_outputs_and_names_them(kafka: Kafka) -> None:
    chase = Chase.now("RECORDED")
    await kafka.feed(chase.open(), *_crossed(chase))
    pursuits = await kafka.read(PURSUITS.name, lambda kept: len(kept) >= 3, only=chase.case)
    decisions: list[tuple[int, Decision]] = [(one.at_ms, one.record) for one in pursuits]
    assert [decision.report_id for _, decision in decisions] == [
        f"{chase.name}-{what}" for what in ("open", "present", "crossed")
    ]
    for topic in (INBOX.name, POSITIONS.name):
        named = {
            (output.key, output.value): at_ms
            for at_ms, decision in decisions
            for output in addressed(decision.outputs)
            if output.topic == topic
        }
        stand = await kafka.read(topic, _all_of(named.keys()), only=chase.name)
        stood_at = {(one.key, one.value.decode()): one.at_ms for one in stand}
        assert all(stood_at[key] >= at_ms for key, at_ms in named.items())
    assert {one.partition for one in pursuits} == {partition_of(chase.case, 4)}


async def test_poison_lands_in_rejects_with_its_place_and_the_stream_goes_on(kafka: Kafka) -> None:
    chase = Chase.now("POISONED-CASE")
    poison = (b"no json", b'{"type":"open"}', b"\xff", b"", b"x" * 900_000)
    places = [await kafka.put(REPORTS.name, chase.case, value) for value in poison]
    await kafka.feed(chase.open())
    await kafka.read(INBOX.name, len, only=chase.case)
    keys = {f"reports-{partition}-{offset}" for partition, offset in places}
    rejects = await kafka.read(REJECTS.name, lambda found: {one.key for one in found} >= keys)
    reasons = [orjson.loads(one.value)["reason"] for one in rejects if one.key in keys]
    assert any("missing required field `id`" in reason for reason in reasons)


async def test_a_readable_report_that_makes_the_step_fail_is_set_aside_and_rings_the_rooms_concerned(
    kafka: Kafka,
) -> None:
    chase = Chase.now("FAULT")
    present, crossed = _crossed(chase, unit="BE/NOBODY-OF-THIS-CASE")
    broken = UnitPresent(
        **chase.head("broken", 21), unit=chase.unit, event=2, seen=crossed.seen, crossings=(crossed.crossing,)
    )
    await kafka.feed(chase.open(), present, broken)
    alert = _alerts(await kafka.read(INBOX.name, _rung({HOME}), only=chase.case))[0]
    assert (alert.phase, alert.priority, alert.mode) == ("fault", 1, "exercise")
    assert "could not be decided" in alert.fault
    rejects = await kafka.read(REJECTS.name, lambda found: any(b"the step failed" in one.value for one in found))
    assert rejects


async def test_a_report_whose_decision_kafka_would_not_take_is_set_aside_and_rings_and_the_stream_goes_on(
    kafka: Kafka,
) -> None:
    chase = Chase.now("TOO-LARGE")
    present, crossed = _crossed(chase)
    huge = replace(crossed, id="huge", crossing=replace(crossed.crossing, id="huge", left=("B" * 200_000,)))
    await kafka.feed(chase.open(), present, huge)
    alert = _alerts(await kafka.read(INBOX.name, _rung({HOME}), only=chase.case))[0]
    assert (alert.phase, alert.priority) == ("fault", 1)
    assert "expected a decision and state of at most 950000 bytes" in alert.fault
    await kafka.feed(crossed)
    assert await kafka.read(INBOX.name, _rung({SOUTH, ROAD, COPIED, HOME}), only=chase.case)


def test_who_sent_a_command_that_makes_the_step_fail_is_told_although_no_pursuit_could() -> None:
    chase = Chase.now("NO-ANSWER")
    place = SourcePlace(topic_id="t", partition=1, offset=7)
    message = Message("reports", 1, 7, 0.0, 0, None, b"k", b"v", None)
    outputs = _step_failed(message, Readable(chase.open(), place, chase.at(1)), ValueError("moon"))
    assert [output.topic for output in outputs] == [INBOX.name, REPORTS.name, REJECTS.name]
    answer = decode(outputs[0].value.encode(), InboxRecord)
    assert isinstance(answer, AnswerRecord)
    assert (answer.recipient, answer.accepted, answer.code, answer.mode) == (chase.unit, False, "fault", "exercise")
    fault = Fault(**chase.head("fault"), unit=None, reason="broken", place=place)
    assert [o.topic for o in _step_failed(message, Readable(fault, place, chase.at(1)), ValueError("moon"))] == [
        "rejects"
    ]


async def test_both_workers_killed_in_mid_chase_ring_every_alert_once_and_invent_none(
    kafka: Kafka, track: Worker, coordinate: Worker
) -> None:
    track.be_ready()
    chase = Chase.now("BOTH-KILLED")
    await kafka.feed(chase.open())
    await kafka.read(POSITIONS.name, len, only=chase.unit)
    await kafka.feed(*chase.fixes(range(12)))
    await kafka.read(TRAILS.name, len, only=chase.case)
    # What is committed can only come from the table after the crash; the second car is in, and may come in again.
    last = (await kafka.read(REPORTS.name, len, only=chase.case))[-1]
    await kafka.until_committed("coordinate", REPORTS.name, chase.case, last.offset)
    crew = Account(name="crew", role="unit", state="BE", room=HOME, unit="BE/BOTH-SECOND")
    await kafka.feed(JoinUnit(**chase.head("second", 11), by=crew, unit="BE/BOTH-SECOND"))
    await kafka.read(INBOX.name, len, only=f"{chase.name}-second")
    coordinate.kill()
    await kafka.feed(*chase.fixes(range(12, 22)))
    coordinate.start()
    track.kill()
    await kafka.feed(*chase.fixes(range(22, 30)))
    track.start()
    coordinate.wait_until_ready()
    await kafka.read(INBOX.name, _rung({SOUTH, ROAD, COPIED, HOME}), only=chase.case)
    await kafka.read(TRAILS.name, lambda kept: any(one.record.fix.n == 29 for one in kept), only=chase.case)
    await kafka.feed(Acknowledge(**chase.head("ack", 30), by=_DESK, alert=f"{chase.case}|{SOUTH}", revision=2))

    def acknowledged(kept: list[Kept]) -> bool:
        return any(alert.acknowledged for alert in _alerts(kept))

    kept = await kafka.read(INBOX.name, acknowledged, only=chase.case)
    alerts = one_each(_just_alerts(kept), lambda alert: (alert.id, alert.revision)).values()
    assert sorted((alert.room, alert.revision, alert.phase, alert.rang_revision) for alert in alerts) == [
        (HOME, 1, "departed", 1),
        (COPIED, 1, "approaching", 1),
        (COPIED, 2, "entered", 2),
        (ROAD, 1, "approaching", 1),
        (ROAD, 2, "entered", 2),
        (SOUTH, 1, "approaching", 1),
        (SOUTH, 2, "entered", 2),
        (SOUTH, 3, "entered", 2),
    ]
    first = next(alert for alert in alerts if alert.room == SOUTH and alert.phase == "entered")
    assert abs(first.crossing.at - chase.at(20.5)) < timedelta(milliseconds=200)  # filtered: within some metres
    assert not first.before_opening
    pursuits = await kafka.read(PURSUITS.name, _decided(f"{chase.name}-ack"), only=chase.case)
    assert one_each(pursuits, lambda decision: decision.report.offset), "decided again is decided the same"


def _decided(report_id: str) -> Callable[[list[Kept]], bool]:
    return lambda kept: any(one.record.report_id == report_id for one in kept)


async def test_sigterm_ends_it_within_seconds_and_its_successor_writes_the_deadlines_that_come_due(
    kafka: Kafka, coordinate: Worker, apps_kafka: LocalKafka, tmp_path: Path
) -> None:
    until_then = len(coordinate.said())
    assert coordinate.stop() == 0, coordinate.said()
    assert "Traceback" not in coordinate.said()[until_then:]
    quick = Worker("coordinate", apps_kafka.address, tmp_path, ("-m", "tests.streams.apps.quick_coordinate"))
    quick.start()
    quick.wait_until_ready()
    chase = Chase.now("DUE")
    await kafka.feed(chase.open())
    repeated = await kafka.read(POSITIONS.name, lambda kept: len(kept) >= 3, only=chase.unit)
    assert {one.value for one in repeated} == {repeated[0].value}
    by = Account(name="Bert", role="commander", state="BE", room=HOME)
    # Of a pursuit that is closed, the rooms that have its checklist to fill in go on seeing it.
    await kafka.feed(Ordered(**chase.head("error", 2), by=by, order=OpenedInError(reason="pressed by mistake")))

    def ended(kept: list[Kept]) -> bool:
        return any(one.key == f"{HOME}|pursuit|{chase.case}" and not one.value for one in kept)

    told = await kafka.read(INBOX.name, ended, only=chase.case)
    assert any(isinstance(one.record, VisibilityRecord) and not one.record.granted for one in told)
    assert quick.stop() == 0, quick.said()
