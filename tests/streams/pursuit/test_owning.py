"""Who owns an alert: put aside, offered to another person and taken, and what happens if nobody answers."""

from dataclasses import replace
from typing import Any

import pytest

from streams.orders import AddFact, GiveStop, HandOverAlert, Shelve, TakeAlert, Unshelve
from streams.pursuit.rules import PursuitSettings
from streams.records import Account
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    NORTH,
    ROAD,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    answer,
    approach,
    at,
    crew,
    desk,
    in_nl,
    opened_at_home,
)  # fmt: skip

ANNA, BERT = desk(SOUTH, "Anna"), desk(SOUTH, "Bert")


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


def _coming() -> Chase:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    return chase


# ---------------------------------------------------------------- put aside


def _shelve(chase: Chase, seconds: float = 15, by: Account = ANNA, **fields: Any) -> None:
    given: dict[str, Any] = {"revision": 1, "minutes": 10, "reason": "asked for it"}
    chase.order(seconds, Shelve(**given | fields), by=by)


def test_an_alert_of_priority_2_is_put_aside_with_a_reason_and_comes_back_at_its_time() -> None:
    chase = _coming()
    _shelve(chase)
    shelved = alert_of(chase).shelved
    assert shelved is not None
    assert (shelved.by, shelved.until, shelved.reason) == (ANNA, at(615.1), "asked for it")
    assert alert_lines(chase.decisions[-1]) == [f"{SOUTH} 2 approaching P2"]
    chase.comes_due(f"shelf:{SOUTH}")
    assert alert_of(chase).shelved is None
    assert f"shelf:{SOUTH}" not in chase.pursuit.dues


def test_it_is_taken_up_again_by_a_person_or_as_its_priority_rises() -> None:
    chase = _coming()
    _shelve(chase)
    chase.order(20, Unshelve(), by=BERT)
    assert alert_of(chase).shelved is None
    chase.order(21, Unshelve(), by=BERT)
    assert _code(chase) == "nothing_new"
    _shelve(chase, 22)
    chase.crossed(30, "BE", "NL")
    assert (alert_of(chase).priority, alert_of(chase).shelved) == (1, None)
    chase.comes_due(f"shelf:{SOUTH}")
    assert (alert_of(chase).revision, f"shelf:{SOUTH}" in chase.pursuit.dues) == (5, False)


def test_an_alarm_takes_it_up_again_too() -> None:
    chase = _coming()
    _shelve(chase)
    chase.order(20, GiveStop(stop="s", reason="school"))
    assert alert_of(chase).shelved is None


@pytest.mark.parametrize("end", ["close", "leave"])
def test_what_is_put_aside_stands_in_the_rail_again_when_it_is_over(end: str) -> None:
    chase = _coming()
    _shelve(chase)
    if end == "close":
        chase.close(20)
    else:
        chase.leave(20, CAR)
    assert (alert_of(chase).phase, alert_of(chase).shelved) == ("cleared", None)


def test_what_is_put_aside_when_it_is_over_comes_back_also_after_the_close() -> None:
    chase = _coming()
    chase.leave(20, CAR)
    _shelve(chase, 25, revision=alert_of(chase).revision)
    chase.close(30)
    assert alert_of(chase).shelved is not None
    chase.comes_due(f"shelf:{SOUTH}")
    assert alert_of(chase).shelved is None


@pytest.mark.parametrize(
    ("by", "fields", "code"),
    [
        (desk(WEST), {}, "unknown_pursuit"),
        (crew(), {}, "not_allowed"),
        (ANNA, {"revision": 0}, "other_revision"),
        (ANNA, {"revision": 2}, "other_revision"),
    ],
)
def test_who_has_no_such_alert_puts_none_aside(by: Account, fields: dict[str, Any], code: str) -> None:
    chase = _coming()
    _shelve(chase, by=by, **fields)
    assert (_code(chase), alert_of(chase).shelved) == (code, None)


def test_an_alert_of_priority_1_is_never_put_aside() -> None:
    chase = in_nl()
    _shelve(chase, 40)
    assert (_code(chase), alert_of(chase).shelved) == ("priority_1", None)
    chase.close(50)
    _shelve(chase, 60)
    assert _code(chase) == "closed"


# ---------------------------------------------------------------- from desk to desk


def _owned() -> Chase:
    chase = in_nl()
    chase.acknowledge(40, SOUTH, 1, by=ANNA)
    return chase


def test_an_alert_that_is_offered_stays_with_its_owner_until_the_other_takes_it() -> None:
    chase = _owned()
    chase.order(50, HandOverAlert(to="Bert", note="my shift ends"), by=ANNA)
    owner, offered = alert_of(chase).acknowledged, alert_of(chase).offered
    assert owner is not None
    assert offered is not None
    assert (owner.by, offered.to, offered.until) == (ANNA, "Bert", at(650.1))
    chase.order(60, TakeAlert(), by=BERT)
    taken = alert_of(chase).acknowledged
    assert taken is not None
    assert (taken.by, taken.revision, alert_of(chase).offered) == (BERT, 1, None)
    assert f"offer:{SOUTH}" not in chase.pursuit.dues


def test_an_offer_that_nobody_takes_is_over_and_the_owner_keeps_it() -> None:
    chase = _owned()
    chase.order(50, HandOverAlert(to="Bert"), by=ANNA)
    chase.comes_due(f"offer:{SOUTH}")
    owner = alert_of(chase).acknowledged
    assert owner is not None
    assert (owner.by, alert_of(chase).offered) == (ANNA, None)
    chase.order(660, TakeAlert(), by=BERT)
    assert _code(chase) == "not_offered"


@pytest.mark.parametrize(
    ("by", "order", "code"),
    [
        (BERT, HandOverAlert(to="Carla"), "not_owner"),
        (ANNA, HandOverAlert(to="Anna"), "nothing_new"),
        (desk(ROAD), HandOverAlert(to="Bert"), "not_acknowledged"),
        (desk(WEST), HandOverAlert(to="Bert"), "unknown_pursuit"),
        (crew(), HandOverAlert(to="Bert"), "not_allowed"),
        (BERT, TakeAlert(), "not_offered"),
        (desk(ROAD), TakeAlert(), "not_acknowledged"),
    ],
)
def test_nobody_else_offers_or_takes_it(by: Account, order: Any, code: str) -> None:
    chase = _owned()
    before = chase.pursuit.alerts
    chase.order(50, order, by=by)
    assert (_code(chase), chase.pursuit.alerts) == (code, before)


def test_it_is_taken_by_the_person_it_was_offered_to_alone() -> None:
    chase = _owned()
    chase.order(50, HandOverAlert(to="Bert"), by=ANNA)
    chase.order(51, TakeAlert(), by=desk(SOUTH, "Carla"))
    assert answer(chase.decisions[-1]).params == {"expected": "Bert", "got": "Carla"}


def test_what_rings_after_an_offer_is_not_covered_by_taking_it() -> None:
    chase = _owned()
    chase.order(50, HandOverAlert(to="Bert"), by=ANNA)
    chase.order(51, GiveStop(stop="s", reason="school"))
    chase.order(52, TakeAlert(), by=BERT)
    assert (_code(chase), alert_of(chase).acknowledged) == ("not_acknowledged", None)


def test_an_offer_goes_on_when_the_pursuit_is_closed() -> None:
    chase = _owned()
    chase.order(50, HandOverAlert(to="Bert"), by=ANNA)
    chase.close(60)
    assert f"offer:{SOUTH}" in chase.pursuit.dues
    chase.order(70, TakeAlert(), by=BERT)
    assert answer(chase.decisions[-1]).accepted


# ---------------------------------------------------------------- nobody answers


def _levels(chase: Chase, room: str = SOUTH) -> list[tuple[str, float]]:
    """Each step of the escalation and how long after the ring it came."""
    kind = f"escalate:{room}"
    steps: list[tuple[str, float]] = []
    while kind in chase.pursuit.dues:
        due = chase.pursuit.dues[kind]
        chase.comes_due(kind)
        steps.append((alert_of(chase, room).escalation, round((due - at(30)).total_seconds())))
    return steps


def test_an_alert_that_nobody_acknowledges_is_louder_after_20_s_told_to_others_after_60_and_called_after_120() -> None:
    assert _levels(in_nl()) == [("louder", 20), ("supervisor", 60), ("telephone", 120)]


def test_the_room_that_waits_for_the_answer_reads_that_there_is_none() -> None:
    chase = in_nl()
    rings = {
        "louder": [],
        "supervisor": [f"{HOME} 2 departed P2, rings"],
        "telephone": [f"{HOME} 3 departed P1, rings"],
    }
    for level, lines in rings.items():
        chase.comes_due(f"escalate:{SOUTH}")
        assert alert_of(chase).escalation == level
        assert [line for line in alert_lines(chase.decisions[-1]) if HOME in line] == lines
    assert alert_of(chase, HOME).alarms[-1].params == {"room": SOUTH}


def test_acknowledged_it_escalates_no_more() -> None:
    chase = in_nl()
    chase.comes_due(f"escalate:{SOUTH}")
    chase.acknowledge(55, SOUTH, 1)
    assert (alert_of(chase).escalation, f"escalate:{SOUTH}" in chase.pursuit.dues) == ("none", False)
    assert f"escalate:{ROAD}" in chase.pursuit.dues


def test_an_alert_of_priority_2_or_3_does_not_escalate() -> None:
    chase = _coming()
    assert not [kind for kind in chase.pursuit.dues if kind.startswith("escalate:")]
    assert f"escalate:{HOME}" not in in_nl().pursuit.dues


def test_two_rooms_where_nobody_is_end_with_the_telephone_and_ring_no_more() -> None:
    chase = in_nl()
    for _ in range(40):
        due = next((kind for kind in sorted(chase.pursuit.dues) if kind.startswith("escalate:")), None)
        if due is None:
            break
        chase.comes_due(due)
    assert not [kind for kind in chase.pursuit.dues if kind.startswith("escalate:")]
    assert {alert_of(chase, room).escalation for room in (HOME, SOUTH, ROAD)} == {"telephone"}


def test_a_room_that_must_be_called_must_still_be_called_when_an_alarm_rings_there() -> None:
    chase = in_nl()
    _levels(chase)
    chase.order(200, GiveStop(stop="s", reason="school"))
    assert alert_of(chase).escalation == "telephone"
    chase.crossed(210, "NL", "BE")
    chase.crossed(900, "BE", "NL")
    assert (alert_of(chase).escalation, alert_of(chase).priority) == ("telephone", 1)  # nobody has seen the order yet


def test_an_entry_after_one_that_is_over_escalates_anew() -> None:
    chase = in_nl()
    _levels(chase)
    chase.crossed(210, "NL", "BE")
    chase.crossed(900, "BE", "NL")
    assert (alert_of(chase).escalation, alert_of(chase).priority) == ("none", 1)


def test_rings_that_follow_each_other_put_nothing_off() -> None:
    chase = in_nl()
    chase.order(45, GiveStop(stop="s", reason="school"))
    assert chase.pursuit.dues[f"escalate:{SOUTH}"] == at(50.1)


def test_when_it_is_over_it_escalates_no_more() -> None:
    chase = in_nl()
    chase.crossed(40, "NL", "BE")
    chase.comes_due(f"escalate:{SOUTH}")
    assert (alert_of(chase).escalation, f"escalate:{SOUTH}" in chase.pursuit.dues) == ("none", False)
    closed = in_nl()
    closed.close(40)
    assert not [kind for kind in closed.pursuit.dues if kind.startswith("escalate:")]


def test_a_car_at_the_edge_puts_nothing_off_and_an_entry_that_was_seen_begins_anew() -> None:
    chase = in_nl()
    for second in range(31, 49, 2):
        chase.crossed(second, "NL", "BE")
        chase.crossed(second + 1, "BE", "NL")
    assert chase.pursuit.dues[f"escalate:{SOUTH}"] == at(50.1)
    chase.acknowledge(49, SOUTH, alert_of(chase).revision)
    assert f"escalate:{SOUTH}" not in chase.pursuit.dues


def test_the_times_are_settings() -> None:
    chase = in_nl()
    quick = PursuitSettings(louder_after_s=1, supervisor_after_s=2, telephone_after_s=4)
    chase.rules = replace(chase.rules, settings=quick)
    chase.crossed(31, "NL", "BE")
    chase.comes_due(f"escalate:{SOUTH}")
    chase.crossed(800, "BE", "NL")
    assert chase.pursuit.dues[f"escalate:{SOUTH}"] == at(801.1)


def test_a_danger_after_an_entry_that_is_over_escalates_anew_where_nobody_answered_the_entry() -> None:
    chase = in_nl()
    _levels(chase)
    chase.crossed(210, "NL", "BE")
    chase.order(800, AddFact(fact="d", kind="danger", code="armed", source="crew"), by=crew())
    assert (alert_of(chase).escalation, chase.pursuit.dues[f"escalate:{SOUTH}"]) == ("none", at(820.1))


def test_the_answer_to_another_entry_or_to_a_copy_is_none_to_this_one() -> None:
    chase = in_nl()
    chase.acknowledge(31, SOUTH, 1)
    chase.join(32, SECOND)
    chase.present(33, "BE", SECOND)
    chase.crossed(600, "BE", "NL", SECOND, place=(50.8, 6.0))
    for _ in range(3):
        chase.due(f"escalate:{NORTH}", chase.pursuit.dues[f"escalate:{NORTH}"])
    assert [(alarm.code, alarm.params) for alarm in alert_of(chase, HOME).alarms] == [
        ("not_acknowledged_supervisor", {"room": NORTH}),
        ("not_acknowledged_telephone", {"room": NORTH}),
    ]
