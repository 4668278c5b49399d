"""What a report means: facts count once, old news take nobody back, receipts make no revision."""

from collections.abc import Callable
from typing import Any

import pytest

from streams.pursuit.arrived import Arrived
from streams.pursuit.decide import decide
from streams.records import FixesRefused, NoticeRecord, Receipt, SourcePlace, UnitFixesRefused, UnitPresent, encode
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    Chase,
    alert_lines,
    at,
    crew,
    crossing,
    desk,
    inbox,
    sighting,
)  # fmt: skip


def _opened() -> Chase:
    chase = Chase()
    chase.open()
    return chase


def _kinds(chase: Chase) -> list[str]:
    return [str(event["type"]) for event in chase.decisions[-1].events]


def test_the_same_state_report_and_rules_give_the_same_events() -> None:
    chase = _opened()
    report = UnitPresent(
        id="p", case=CASE, mode="exercise", happened_at=at(1), unit=CAR, event=1, seen=sighting("NL", 1),
        crossings=(crossing("BE", "NL", -5),),
    )  # fmt: skip
    arrived = Arrived(report, SourcePlace(topic_id="t", partition=1, offset=99), at(1))
    assert decide(chase.state, arrived, RULES) == decide(chase.state, arrived, RULES)


def test_opening_grants_the_leading_room_and_alerting_grants_the_alerted() -> None:
    chase = _opened()
    assert _kinds(chase) == ["opened", "unit_joined", "due_set", "due_set", "answered", "visibility_granted"]
    chase.present(1, "NL")
    granted = [event["recipient"] for event in chase.decisions[-1].events if event["type"] == "visibility_granted"]
    assert granted == ["NL/ROAD", "NL/SOUTH"]
    assert chase.pursuit.audience == (HOME, "NL/ROAD", "NL/SOUTH")


def test_a_crossing_told_twice_counts_once() -> None:
    chase = _opened()
    chase.crossed(30, "BE", "NL")
    chase.crossed(30, "BE", "NL")
    assert _kinds(chase) == []


def test_a_crossing_told_with_the_presence_is_not_told_again_by_itself() -> None:
    chase = _opened()
    chase.present(31, "NL", crossings=(crossing("BE", "NL", 30),))
    chase.crossed(30, "BE", "NL")
    assert _kinds(chase) == []


def test_a_presence_repeated_after_a_crash_does_not_take_the_unit_back_over_the_border() -> None:
    chase = _opened()
    chase.present(1, "BE")
    chase.crossed(30, "BE", "NL")
    chase.present(1, "BE")
    assert _kinds(chase) == []
    assert chase.pursuit.units[CAR].territory == ("NL",)
    assert chase.pursuit.alerts[SOUTH].phase == "entered"


def test_nothing_known_of_a_unit_changes_nothing() -> None:
    chase = _opened()
    chase.present(1, None)
    assert _kinds(chase) == []
    assert chase.pursuit.units[CAR].seen is None


def test_facts_of_a_unit_that_is_not_in_the_pursuit_are_not_its_facts() -> None:
    chase = _opened()
    chase.crossed(30, "BE", "NL", SECOND)
    assert _kinds(chase) == []
    chase.leave(40, CAR)
    chase.crossed(50, "BE", "NL")
    assert _kinds(chase) == []


@pytest.mark.parametrize("kind", ["delivered", "shown", "sounded"])
def test_a_receipt_never_makes_a_revision(kind: str) -> None:
    chase = _opened()
    chase.present(1, "NL")
    before = chase.pursuit.alerts
    chase.receipt(2, SOUTH, 1, kind)
    assert alert_lines(chase.decisions[-1]) == []
    assert chase.pursuit.alerts == before
    assert chase.pursuit.receipts == {f"{SOUTH}|1|{kind}": at(2.1)}


@pytest.mark.parametrize(
    "unfit",
    [{"room": SOUTH, "revision": 2}, {"room": SOUTH, "revision": 0}, {"room": HOME + "-X", "revision": 1},
     {"room": SOUTH, "revision": 1, "alert": "BE/other|NL/SOUTH"}],
)  # fmt: skip
def test_a_receipt_for_what_was_never_sent_counts_nothing(unfit: dict[str, Any]) -> None:
    chase = _opened()
    chase.present(1, "NL")
    chase.receipt(2, **unfit)
    assert chase.pursuit.receipts == {}


def test_only_the_first_receipt_of_a_kind_counts() -> None:
    chase = _opened()
    chase.present(1, "NL")
    chase.receipt(2, SOUTH, 1)
    chase.receipt(3, SOUTH, 1)
    assert _kinds(chase) == []
    assert chase.pursuit.receipts == {f"{SOUTH}|1|delivered": at(2.1)}


def test_refused_fixes_of_another_states_unit_are_told_to_its_own_room_and_to_the_leading_one() -> None:
    chase = _opened()
    chase.warn(0.5, SOUTH)
    chase.join(1, DUTCH, by=crew(DUTCH, SOUTH))
    refused = FixesRefused(
        unit=DUTCH, id="x", code="range", field="lat", expected="-90..90", got="91", count=3, at=at(9), door="ws"
    )
    chase.take(
        UnitFixesRefused(id="r", case=CASE, mode="exercise", happened_at=at(9), unit=DUTCH, refused=refused, room=SOUTH)
    )
    assert set(inbox(chase.decisions[-1], NoticeRecord)) == {HOME, SOUTH}


def test_refused_fixes_of_a_unit_are_told_to_its_room_once() -> None:
    chase = _opened()
    refused = FixesRefused(
        unit=CAR, id="refused-1", code="range", field="lat", expected="-90..90", got="91", count=3, at=at(9), door="ws"
    )
    report = UnitFixesRefused(id="r", case=CASE, mode="exercise", happened_at=at(9), unit=CAR, refused=refused)
    chase.take(report)
    notice = inbox(chase.decisions[-1], NoticeRecord)[HOME]
    assert (notice.code, notice.unit, notice.text) == (
        "fixes_refused", CAR, "3 x range: lat: expected -90..90, got 91",
    )  # fmt: skip
    assert notice.params == {"code": "range", "field": "lat", "expected": "-90..90", "got": "91", "count": "3"}
    chase.take(report)
    assert _kinds(chase) == []


def test_reports_for_an_unknown_case_mean_nothing_and_are_recorded_as_such() -> None:
    chase = Chase()
    acts: tuple[Callable[[], object], ...] = (
        lambda: chase.present(1, "NL"), lambda: chase.crossed(2, "BE", "NL"), lambda: chase.receipt(3, SOUTH, 1),
        lambda: chase.fault(4), lambda: chase.due("memberships", at(5)),
    )  # fmt: skip
    for act in acts:
        act()
        assert chase.state is None
        assert (chase.decisions[-1].events, chase.decisions[-1].outputs) == ((), ())


def test_crossings_of_a_closed_pursuit_ring_nobody() -> None:
    chase = _opened()
    chase.close(5)
    chase.crossed(30, "BE", "NL")
    assert _kinds(chase) == []


def test_crossings_are_judged_one_after_the_other() -> None:
    chase = _opened()
    over = (crossing("BE", "NL", 10), crossing("NL", "DE", 20))
    chase.present(21, "DE", crossings=over)
    assert _kinds(chase).count("crossed") == 2
    assert chase.pursuit.alerts[SOUTH].phase == "left"
    assert chase.pursuit.units[CAR].territory == ("DE",)


def test_a_command_in_a_pursuit_is_decided_by_the_commands() -> None:
    chase = _opened()
    chase.acknowledge(5, HOME, 1, by=desk())
    assert _kinds(chase) == ["answered"]


def test_of_a_presence_full_of_crossings_the_last_ones_count_so_that_kafka_takes_the_decision() -> None:
    chase = Chase()
    chase.open(0)
    jumps = tuple(crossing(*(("BE", "NL") if second % 2 else ("NL", "BE")), second) for second in range(1, 200))
    decision = chase.present(200, "NL", crossings=jumps)
    assert len(encode(decision)) < 200_000
    assert chase.pursuit.alerts[SOUTH].phase == "entered"
    assert chase.pursuit.alerts[SOUTH].crossing == jumps[-1]


def test_receipts_of_what_rang_before_are_forgotten_when_the_room_rings_anew() -> None:
    chase = _opened()
    chase.present(1, "NL")
    chase.receipt(2, SOUTH, 1)
    chase.receipt(2, ROAD, 1)
    chase.crossed(10, "NL", "BE")
    chase.crossed(320, "BE", "NL", place=(50.2, 6.0))
    assert chase.pursuit.receipts == {}
    chase.receipt(321, SOUTH, 3)
    assert list(chase.pursuit.receipts) == [f"{SOUTH}|3|delivered"]


def test_a_crews_telephone_and_an_administrator_are_no_console_of_the_room_whose_notice_they_would_prove() -> None:
    chase = _opened()
    chase.present(1, "NL")
    for by in (crew(DUTCH, SOUTH), desk(SOUTH, "root", "administrator")):
        head: dict[str, Any] = {"case": CASE, "mode": "exercise", "happened_at": at(2), "id": by.name}
        chase.take(Receipt(**head, by=by, alert=f"{CASE}|{SOUTH}", revision=1, kind="shown", console="c"))
    assert (chase.pursuit.receipts, chase.pursuit.notices[SOUTH].shown) == ({}, None)


def test_of_many_quiet_revisions_a_console_leaves_two_receipts_of_a_kind() -> None:
    chase = _opened()
    chase.present(1, "NL")
    for number in range(30):
        chase.contact("lost" if number % 2 == 0 else "regained", 10 + number // 2, 100 + number, now="NL")
        chase.receipt(101 + number, SOUTH, chase.pursuit.alerts[SOUTH].revision)
    assert len(chase.pursuit.receipts) == 2


def _present(chase: Chase, seconds: float, **fields: Any) -> None:
    head: dict[str, Any] = {"id": f"p{seconds}", "case": CASE, "mode": "exercise", "happened_at": at(seconds)}
    chase.take(UnitPresent(**head, unit=CAR, event=1, seen=sighting("NL", seconds), **fields))


def test_of_which_service_a_unit_is_is_known_before_anything_is_decided_by_it() -> None:
    chase = _opened()
    _present(chase, 1, service="customs", movement="foot")
    view = chase.pursuit.units[CAR]
    assert (view.service, view.movement, view.stays[0].card) == ("customs", "foot", "BE>NL/customs/2026-01-01")
    assert _kinds(chase)[0] == "unit_described"
    _present(chase, 2, service="", movement="foot")  # where nothing is known, what was known stands
    assert chase.pursuit.units[CAR].service == "customs"
    assert "unit_described" not in _kinds(chase)


def test_an_aircraft_over_the_border_is_shown_and_is_not_the_pursuit_that_enters() -> None:
    chase = _opened()
    _present(chase, 1, movement="air")
    assert f"{SOUTH} 1 overflown P3, rings, before opening, since unknown" in alert_lines(chase.decisions[-1])
    assert f"escalate:{SOUTH}" not in chase.pursuit.dues
    chase.crossed(30, "NL", "DE")
    assert chase.pursuit.alerts["DE/WEST"].phase == "overflown"
    assert chase.pursuit.alerts[SOUTH].phase == "left"
