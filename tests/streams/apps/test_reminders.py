"""Which deadlines have come: each is written once, and again where it had no effect."""

from msgspec.structs import replace

from streams.apps.reminders import Reminders
from streams.pursuit.state import Pursuit
from streams.records import CaseDue, Report, decode
from streams.topics import REPORTS
from tests.streams.pursuit.scene import CASE, Chase, at


def _pursuit(**dues: float) -> Pursuit:
    chase = Chase()
    chase.open()
    return replace(chase.pursuit, dues={kind: at(seconds) for kind, seconds in dues.items()})


def test_a_deadline_that_has_come_is_written_into_its_cases_reports() -> None:
    output, *more = Reminders().due([_pursuit(memberships=60, visibility_end=900)], at(60))
    assert not more
    assert (output.topic, output.key, output.partition_by) == (REPORTS.name, CASE, CASE)
    due = decode(output.value.encode(), Report)
    assert isinstance(due, CaseDue)
    assert (due.kind, due.deadline, due.happened_at, due.mode) == ("memberships", at(60), at(60), "exercise")
    assert due.id == f"{CASE}:memberships:2026-01-01T12:01:00+00:00"


def test_a_deadline_is_not_written_before_it_has_come() -> None:
    assert Reminders().due([_pursuit(memberships=60)], at(59.9)) == []


def test_a_deadline_is_written_once_and_again_only_where_it_still_stands_after_ten_seconds() -> None:
    reminders, pursuit = Reminders(), _pursuit(memberships=60)
    first = reminders.due([pursuit], at(60))
    assert reminders.due([pursuit], at(69.9)) == []
    assert reminders.due([pursuit], at(70)) == first


def test_a_deadline_that_was_moved_is_another_deadline() -> None:
    reminders = Reminders()
    assert len(reminders.due([_pursuit(memberships=60)], at(60))) == 1
    assert len(reminders.due([_pursuit(memberships=61)], at(61))) == 1


def test_several_deadlines_of_several_cases_are_all_written() -> None:
    pursuits = [_pursuit(memberships=60, visibility_end=60), replace(_pursuit(memberships=60), case="BE/2")]
    assert len(Reminders().due(pursuits, at(61))) == 3
