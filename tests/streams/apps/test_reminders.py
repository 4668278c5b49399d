"""Which deadlines have come: each is written once, and again where it had no effect; and who looks for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from faust.types import TP
from msgspec.structs import replace

from streams.apps.reminders import Reminders, case_dues, unit_dues, watch_deadlines
from streams.pursuit.state import Pursuit
from streams.records import CaseDue, Due, Output, PositionsRecord, Report, decode
from streams.topics import POSITIONS, REPORTS
from tests.streams.pursuit.scene import CAR, CASE, SECOND, Chase, at

if TYPE_CHECKING:
    import faust

    from streams.apps.deliver import Deliverer


def _pursuit(**dues: float) -> Pursuit:
    chase = Chase()
    chase.open()
    return replace(chase.pursuit, dues={kind: at(seconds) for kind, seconds in dues.items()})


def _written(reminders: Reminders, pursuits: list[Pursuit], seconds: float) -> list[Output]:
    return reminders.due(case_dues(pursuits, at(seconds)), at(seconds))


# ---------------------------------------------------------------- cases


def test_a_deadline_that_has_come_is_written_into_its_cases_reports() -> None:
    output, *more = _written(Reminders(), [_pursuit(memberships=60, visibility_end=900)], 60)
    assert not more
    assert (output.topic, output.key, output.partition_by) == (REPORTS.name, CASE, CASE)
    due = decode(output.value.encode(), Report)
    assert isinstance(due, CaseDue)
    assert (due.kind, due.deadline, due.happened_at, due.mode) == ("memberships", at(60), at(60), "exercise")
    assert due.id == f"{CASE}:memberships:2026-01-01T12:01:00+00:00"


def test_a_deadline_is_not_written_before_it_has_come() -> None:
    assert _written(Reminders(), [_pursuit(memberships=60)], 59.9) == []


def test_a_deadline_is_written_once_and_again_only_where_it_still_stands_after_ten_seconds() -> None:
    reminders, pursuit = Reminders(), _pursuit(memberships=60)
    first = _written(reminders, [pursuit], 60)
    assert _written(reminders, [pursuit], 69.9) == []
    assert _written(reminders, [pursuit], 70) == first


def test_a_deadline_that_was_moved_is_another_deadline() -> None:
    reminders = Reminders()
    assert len(_written(reminders, [_pursuit(memberships=60)], 60)) == 1
    assert len(_written(reminders, [_pursuit(memberships=61)], 61)) == 1


def test_several_deadlines_of_several_cases_are_all_written() -> None:
    pursuits = [_pursuit(memberships=60, visibility_end=60), replace(_pursuit(memberships=60), case="BE/2")]
    assert len(_written(Reminders(), pursuits, 61)) == 3


# ---------------------------------------------------------------- units


def test_a_unit_that_was_silent_for_too_long_gets_a_due_record_among_its_own_records() -> None:
    deadlines = {CAR: at(60), SECOND: at(61)}
    (output,) = Reminders().due(unit_dues(deadlines, at(60.5)), at(60.5))
    assert (output.topic, output.key, output.partition_by) == (POSITIONS.name, CAR, CAR)
    due = decode(output.value.encode(), PositionsRecord)
    assert due == Due(id=f"{CAR}:silence:2026-01-01T12:01:00+00:00", key=CAR, kind="silence", deadline=at(60))


def test_a_unit_that_stays_silent_without_effect_is_written_again_after_ten_seconds() -> None:
    reminders = Reminders()
    written = [len(reminders.due(unit_dues({CAR: at(60)}, at(s)), at(s))) for s in (60, 60.5, 69.9, 70, 70.5)]
    assert written == [1, 0, 0, 1, 0]


# ---------------------------------------------------------------- who looks


@dataclass
class _Consumer:
    tps: set[TP]

    def assignment(self) -> set[TP]:
        return self.tps


@dataclass
class _App:
    """Of a Faust app what the watcher sees: it runs for so many looks."""

    looks: int
    consumer: _Consumer
    rebalancing: bool

    @property
    def should_stop(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@dataclass
class _Written:
    """A deliverer that remembers, one list for each time."""

    outputs: list[list[Output]] = field(default_factory=list)

    async def deliver(self, outputs: Sequence[Output]) -> None:
        self.outputs.append(list(outputs))


async def test_the_watcher_looks_at_the_partitions_it_owns_and_writes_each_deadline_once() -> None:
    app = _App(
        3, _Consumer({TP(POSITIONS.name, 2), TP(POSITIONS.name, 0), TP("track-units-changelog", 1)}), rebalancing=False
    )
    written, asked = _Written(), list[int]()

    def dues(partition: int, now: datetime) -> Iterator[Due]:
        asked.append(partition)
        assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)
        return unit_dues({f"BE/CAR-{partition}": at(60)}, now)

    await _watched(app, dues, written)
    assert asked == [0, 2] * 3
    assert [[output.key for output in outputs] for outputs in written.outputs] == [["BE/CAR-0", "BE/CAR-2"], [], []]


async def test_while_partitions_move_the_watcher_looks_at_nothing() -> None:
    app, written = _App(3, _Consumer({TP(POSITIONS.name, 0)}), rebalancing=True), _Written()
    await _watched(app, lambda *_: unit_dues({CAR: at(60)}, at(60)), written)
    assert written.outputs == []


async def _watched(app: _App, dues: Any, written: _Written) -> None:
    await watch_deadlines(cast("faust.App", app), POSITIONS, dues, cast("Deliverer", written), every_s=0.0)
