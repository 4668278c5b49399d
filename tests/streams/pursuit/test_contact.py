"""A unit that nobody hears: every room whose alert goes on reads it, nobody rings, and nothing is concluded from it."""

from datetime import datetime
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.pursuit.contact import alerts_on_contact, facts_of_contact, heard_again
from streams.pursuit.state import Pursuit
from streams.records import Alert, LogEntry, PursuitRecord, UnitContact
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    HOME,
    ROAD,
    SECOND,
    SOUTH,
    Chase,
    alert_lines,
    approach,
    at,
    ended,
    inbox,
    opened_at_home,
    sent_alerts,
    sighting,
)  # fmt: skip

COMING = approach("NL", 30)


def _entered() -> Chase:
    chase = opened_at_home()
    chase.crossed(30, "BE", "NL")
    return chase


def _since(chase: Chase, unit: str = CAR) -> float | None:
    silent_since = chase.pursuit.units[unit].silent_since
    return None if silent_since is None else (silent_since - at(0)).total_seconds()


def _told_to(chase: Chase, room: str = SOUTH) -> dict[str, Any]:
    """Who is silent since when, as the room's alert says it."""
    alert: Alert = chase.pursuit.alerts[room]
    return {view.unit: view.silent_since for view in alert.units if view.active and view.silent_since}


def _report(kind: Literal["lost", "regained"], since_s: float) -> UnitContact:
    return UnitContact(
        id="r", case=CASE, mode="exercise", happened_at=at(since_s + 60), unit=CAR, kind=kind, silent_since=at(since_s),
        seen=sighting("BE", since_s),
    )  # fmt: skip


# ---------------------------------------------------------------- what is told


def test_the_alert_of_every_room_that_is_concerned_says_since_when_and_none_rings() -> None:
    chase = _entered()
    chase.acknowledge(40, SOUTH, 1)
    decision = chase.contact("lost", 50, now="NL")
    assert alert_lines(decision) == [
        f"{HOME} 2 departed P3", f"{ROAD} 2 entered P1", f"{SOUTH} 3 entered P1, owned by desk of NL/SOUTH",
    ]  # fmt: skip
    for alert in sent_alerts(decision):
        assert {view.unit: view.silent_since for view in alert.units} == {CAR: at(50)}
        assert (alert.code, alert.crossing and alert.crossing.at) == (alert.phase, at(30))
        assert alert.revised_at == at(110.1)


def test_contact_regained_takes_it_away_again() -> None:
    chase = _entered()
    chase.contact("lost", 50, now="NL")
    decision = chase.contact("regained", 50, 200, now="NL")
    assert alert_lines(decision) == [f"{room} 3 {what}" for room, what in (
        (HOME, "departed P3"), (ROAD, "entered P1"), (SOUTH, "entered P1"),
    )]  # fmt: skip
    assert (_since(chase), _told_to(chase)) == (None, {})


def test_every_room_that_sees_the_pursuit_reads_it_of_the_unit_and_in_the_log() -> None:
    chase = opened_at_home()
    lost = inbox(chase.contact("lost", 50), PursuitRecord)[HOME]
    assert [view.silent_since for view in lost.units] == [at(50)]
    regained = inbox(chase.contact("regained", 50, 200), PursuitRecord)[HOME]
    assert [view.silent_since for view in regained.units] == [None]
    params = {"unit": CAR, "since": "2026-01-01T12:00:50+00:00"}
    assert regained.log[-2:] == (
        LogEntry(at=at(110), code="contact_lost", params=params),
        LogEntry(at=at(200), code="contact_regained", params=params),
    )


def test_where_the_unit_was_heard_last_is_told_with_it() -> None:
    chase = opened_at_home()
    chase.contact("lost", 50)
    assert chase.pursuit.units[CAR].seen == sighting("BE", 50)


def test_an_alert_that_rings_later_says_it_too() -> None:
    chase = opened_at_home()
    chase.contact("lost", 20)
    chase.crossed(30, "BE", "NL")
    assert _told_to(chase) == {CAR: at(20)}


def test_an_alert_that_is_over_stands_as_it_was() -> None:
    chase = _entered()
    chase.crossed(60, "NL", "BE")
    assert alert_lines(chase.contact("lost", 70)) == []
    assert chase.pursuit.alerts[SOUTH].phase == "left"


def test_a_fault_that_nobody_acknowledged_keeps_its_priority() -> None:
    chase = _entered()
    chase.fault(40)
    lines = alert_lines(chase.contact("lost", 50, now="NL"))
    assert lines == [
        f"{HOME} 3 departed P1, fault broken", f"{ROAD} 3 entered P1, fault broken",
        f"{SOUTH} 3 entered P1, fault broken",
    ]  # fmt: skip


# ---------------------------------------------------------------- nothing is concluded from silence


def test_an_approach_of_a_silent_unit_stands_however_long_it_is_overdue() -> None:
    chase = opened_at_home()
    chase.approaching(30, COMING)
    chase.contact("lost", 35)
    alert = chase.pursuit.alerts[SOUTH]
    assert (alert.phase, alert.priority, alert.approach, _told_to(chase)) == ("approaching", 2, COMING, {CAR: at(35)})
    for _ in range(60):
        deadline = chase.pursuit.dues["memberships"]
        chase.due("memberships", deadline)
    assert chase.pursuit.alerts[SOUTH] == alert


@pytest.mark.parametrize(("outcome", "phase"), [("withdrawn", "withdrawn"), ("entered", "approaching")])
def test_what_became_of_it_is_told_when_there_is_contact_again(
    outcome: Literal["withdrawn", "entered"], phase: str
) -> None:
    chase = opened_at_home()
    chase.approaching(30, COMING)
    chase.contact("lost", 35)
    chase.contact("regained", 35, 300)
    chase.approaching(310, ended(COMING, outcome, 310))
    assert (chase.pursuit.alerts[SOUTH].phase, _told_to(chase)) == (phase, {})


def test_a_silent_unit_that_is_told_to_have_entered_rings_as_any_other() -> None:
    chase = opened_at_home()
    chase.approaching(30, COMING)
    chase.contact("lost", 35)
    assert f"{SOUTH} 3 entered P1, rings" in alert_lines(chase.crossed(40, "BE", "NL"))


# ---------------------------------------------------------------- again, late, in any order


def test_what_was_told_before_changes_nothing() -> None:
    chase = _entered()
    chase.contact("lost", 50, now="NL")
    assert chase.contact("lost", 50, now="NL").events == ()
    chase.contact("regained", 50, 200, now="NL")
    for kind in ("lost", "regained"):
        assert chase.contact(kind, 50, 200, now="NL").events == ()
    assert _since(chase) is None


def test_an_older_silence_is_no_news_while_a_later_one_goes_on() -> None:
    chase = opened_at_home()
    chase.contact("lost", 200)
    assert chase.contact("lost", 50).events == ()
    chase.contact("regained", 50, 100)
    assert _since(chase) == 200


def test_that_contact_is_regained_counts_also_where_it_is_told_first() -> None:
    chase = opened_at_home()
    chase.contact("regained", 50, 200)
    assert chase.contact("lost", 50).events == ()
    assert _since(chase) is None


def test_a_silence_counts_that_by_a_clock_which_was_put_back_began_before_one_that_is_over() -> None:
    chase = opened_at_home()
    chase.contact("lost", 100)
    chase.contact("regained", 100, 70)
    assert _since(chase) is None
    chase.contact("lost", 80)
    assert _since(chase) == 80


@given(st.integers(1, 4), st.booleans(), st.data())
def test_reports_in_any_order_and_again_end_in_the_same(silences: int, goes_on: bool, data: st.DataObject) -> None:
    told: list[tuple[Literal["lost", "regained"], float]] = []
    for number in range(silences):
        told += [("lost", number * 100.0), ("regained", number * 100.0)]
    if goes_on:
        told.pop()
    again = data.draw(st.lists(st.sampled_from(told), max_size=4))
    chase = _entered()
    for kind, since_s in data.draw(st.permutations([*told, *again])):
        chase.contact(kind, since_s, since_s + 90)
    assert _since(chase) == ((silences - 1) * 100.0 if goes_on else None)
    assert chase.pursuit.alerts[SOUTH].rang_revision == 1


# ---------------------------------------------------------------- who comes and goes


def test_of_a_unit_that_left_no_room_reads_that_it_is_silent() -> None:
    chase = _entered()
    chase.join(31, SECOND)
    chase.present(32, "NL", SECOND)
    chase.contact("lost", 50, now="NL")
    assert f"{SOUTH} 4 entered P1" in alert_lines(chase.leave(120, CAR))
    assert (_since(chase), _told_to(chase)) == (None, {})
    assert chase.contact("lost", 50, now="NL").events == ()


def test_a_unit_that_comes_back_in_the_same_silence_is_told_lost_again() -> None:
    chase = opened_at_home()
    chase.contact("lost", 50)
    chase.leave(120, CAR)
    chase.join(130, CAR)
    chase.present(50, "BE")
    assert _since(chase) is None
    chase.contact("lost", 50)
    assert _since(chase) == 50


def test_a_closed_pursuit_and_a_unit_that_is_not_in_it_tell_nothing() -> None:
    chase = opened_at_home()
    assert chase.contact("lost", 50, unit=SECOND).events == ()
    chase.contact("lost", 50)
    chase.close(160)
    assert _since(chase) is None
    assert chase.contact("lost", 50).events == ()


def test_a_place_of_later_than_the_silence_began_says_that_the_unit_was_heard_again() -> None:
    chase = _entered()
    chase.contact("lost", 50, now="NL")
    assert chase.present(50, "NL").events[0]["type"] == "unit_seen"
    chase.present(200, "NL")
    assert (_since(chase), _told_to(chase)) == (None, {})
    regained = chase.pursuit.log[-1]
    assert (regained.code, regained.at) == ("contact_regained", at(200.1)), "when the broker took it"
    assert chase.contact("regained", 50, 200).events == ()


# ---------------------------------------------------------------- the log


def _contact_lines(chase: Chase, unit: str = CAR) -> list[tuple[str, float]]:
    """The lines on this unit's contact, and the second at which the silence of each began."""
    return [
        (line.code.removeprefix("contact_"), (datetime.fromisoformat(line.params["since"]) - at(0)).total_seconds())
        for line in chase.pursuit.log if line.code.startswith("contact_") and line.params["unit"] == unit
    ]  # fmt: skip


def test_a_unit_that_is_lost_and_regained_all_day_pushes_nothing_else_out_of_the_log() -> None:
    chase = _entered()
    chase.join(31, SECOND)
    others = [line for line in chase.pursuit.log if not line.code.startswith("contact_")]
    for since_s in range(100, 6_000, 120):
        for unit in (CAR, SECOND):
            chase.contact("lost", since_s, unit=unit)
            chase.contact("regained", since_s, since_s + 100, unit=unit)
    newest_two = [("lost", 5_860), ("regained", 5_860), ("lost", 5_980), ("regained", 5_980)]
    assert _contact_lines(chase) == _contact_lines(chase, SECOND) == newest_two
    assert [line for line in chase.pursuit.log if not line.code.startswith("contact_")] == others


def test_a_third_silence_makes_room_for_itself_before_it_is_over() -> None:
    chase = opened_at_home()
    for since_s in (100, 300):
        chase.contact("lost", since_s)
        chase.contact("regained", since_s, since_s + 100)
    chase.contact("lost", 500)
    assert _contact_lines(chase) == [("lost", 300), ("regained", 300), ("lost", 500)]


def test_a_silence_that_is_told_again_to_a_unit_that_came_back_has_one_line() -> None:
    chase = opened_at_home()
    chase.contact("lost", 50)
    for number in range(5):
        chase.leave(120 + number, CAR)
        chase.join(120.5 + number, CAR)
        chase.contact("lost", 50)
    assert _contact_lines(chase) == [("lost", 50)]


# ---------------------------------------------------------------- the parts


def test_the_events_say_who_when_and_since_when() -> None:
    pursuit: Pursuit = opened_at_home().pursuit
    assert facts_of_contact(pursuit, _report("lost", 50)) == (
        ev.ContactLost(unit=CAR, at=at(110), silent_since=at(50), seen=sighting("BE", 50)),
    )
    assert facts_of_contact(pursuit, _report("regained", 50)) == (
        ev.ContactRegained(unit=CAR, at=at(110), silent_since=at(50), seen=sighting("BE", 50)),
    )


def test_a_unit_that_is_heard_needs_not_be_heard_again() -> None:
    assert heard_again(opened_at_home().pursuit, CAR, sighting("BE", 500), at(501)) == ()


def test_an_alert_that_says_it_already_is_not_revised() -> None:
    chase = _entered()
    chase.contact("lost", 50, now="NL")
    assert alerts_on_contact(chase.pursuit, at(120)) == ()
    silent = replace(chase.pursuit.units[CAR], silent_since=None)
    heard = replace(chase.pursuit, units={CAR: silent})
    assert [event.room for event in alerts_on_contact(heard, at(120))] == [HOME, ROAD, SOUTH]
