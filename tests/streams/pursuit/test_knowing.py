"""What people tell of the pursued: facts apart from assessments, where the car was seen, who sees it now."""

from typing import Any

import pytest
from msgspec.structs import replace

from streams.orders import AddFact, Returning, SeeTarget, Sight, TakeLead, WithdrawFact
from streams.pursuit.knowing import FACTS_AT_MOST
from streams.records import Account
from tests.streams.pursuit.scene import (
    CAR,
    DUTCH,
    HOME,
    JOINT,
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
    log_codes,
    view_of,
)  # fmt: skip

ADMIN = desk(HOME, "root", "administrator")
DANGERS = "armed, explosives, hostage, ramming, unlit, wrong_way"


def _fact(name: str = "f", **fields: Any) -> AddFact:
    given: dict[str, Any] = {"fact": name, "kind": "remark", "text": "two men", "source": "crew"}
    return AddFact(**given | fields)


def _danger(name: str = "d", code: str = "armed") -> AddFact:
    return AddFact(fact=name, kind="danger", code=code, source="crew")


def _code(chase: Chase) -> str:
    return answer(chase.decisions[-1]).code


# ---------------------------------------------------------------- facts


def test_a_fact_says_who_said_it_when_and_what_kind_of_data_it_is() -> None:
    chase = in_nl()
    chase.order(40, _fact(kind="vehicle", text="", plate="1-ABC-234", plate_state="BE"), by=crew())
    chase.order(41, _fact("g", kind="suspect", text="red jacket", assessment=True), by=desk(SOUTH))
    car, man = view_of(chase.decisions[-1]).facts
    assert (car.by, car.at, car.data_class, car.plate, car.assessment) == (
        crew(), at(40.1), "vehicle", "1-ABC-234", False,
    )  # fmt: skip
    assert (man.data_class, man.assessment) == ("suspect", True)
    assert log_codes(chase)[-2:] == ["fact_added", "assessment_added"]
    assert alert_lines(chase.decisions[-1]) == []


def test_a_danger_rings_in_every_room_that_has_a_part_but_the_senders() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "DE")
    chase.order(61, _danger(), by=desk(SOUTH))
    assert [line.split()[0] for line in alert_lines(chase.decisions[-1])] == [HOME, WEST, ROAD]
    assert alert_of(chase, HOME).alarms[-1].params == {"code": "armed"}
    assert alert_of(chase, HOME).priority == 1
    chase.order(62, _danger("e", "unlit"), by=crew())
    assert [line.split()[0] for line in alert_lines(chase.decisions[-1])] == [HOME, WEST, ROAD, SOUTH]
    assert alert_of(chase, JOINT).alarms == ()


@pytest.mark.parametrize(
    ("fields", "expected", "got"),
    [
        ({"kind": "danger", "code": "tired"}, DANGERS, "tired"),
        ({"kind": "danger", "code": ""}, DANGERS, ""),
        ({"kind": "occupants"}, "number", ""),
        ({"kind": "vehicle", "text": ""}, "plate, text", ""),
        ({"kind": "vehicle", "plate": "1-ABC-234"}, "plate_state", "1-ABC-234"),
        ({"kind": "suspect", "text": ""}, "text", ""),
        ({"kind": "remark", "text": ""}, "text", ""),
        ({"kind": "offence", "text": ""}, "code, text", ""),
    ],
)  # fmt: skip
def test_a_fact_that_says_nothing_is_refused_with_what_its_kind_needs(
    fields: dict[str, Any], expected: str, got: str
) -> None:
    chase = in_nl()
    chase.order(40, _fact(**fields), by=crew())
    record = answer(chase.decisions[-1])
    assert (record.code, record.params) == ("bad_fact", {"kind": fields["kind"], "expected": expected, "got": got})
    assert chase.pursuit.facts == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "trigger", "code": "caught_in_act", "text": ""}, {"kind": "occupants", "number": 0, "text": ""},
        {"kind": "offence", "code": "robbery", "text": ""}, {"kind": "vehicle", "text": "a red van"},
    ],
)  # fmt: skip
def test_what_each_kind_needs_is_enough(fields: dict[str, Any]) -> None:
    chase = in_nl()
    chase.order(40, _fact(**fields), by=crew())
    assert answer(chase.decisions[-1]).accepted


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (crew(SECOND), "not_joined"),
        (desk(WEST), "unknown_pursuit"),
        (ADMIN, "not_allowed"),
        (desk("BE/OTHER"), "unknown_pursuit"),
    ],
)
def test_only_a_crew_of_the_pursuit_or_a_room_that_may_see_it_tells_facts(by: Account, code: str) -> None:
    chase = in_nl()
    chase.order(40, _fact(), by=by)
    assert (_code(chase), chase.pursuit.facts) == (code, {})


def test_a_crew_that_has_left_tells_no_more() -> None:
    chase = in_nl()
    chase.leave(35, CAR)
    chase.order(40, _fact(), by=crew())
    assert _code(chase) == "not_joined"


def test_a_fact_has_an_id_of_its_own() -> None:
    chase = in_nl()
    chase.order(40, _fact(), by=crew())
    chase.order(41, _fact(text="three men"), by=desk())
    assert (_code(chase), chase.pursuit.facts["f"].text) == ("known_fact", "two men")


def test_many_remarks_do_not_keep_out_a_danger() -> None:
    chase = in_nl()
    for number in range(FACTS_AT_MOST[0] + 1):
        chase.order(40 + number, _fact(f"f{number}"), by=crew())
    assert (_code(chase), len(chase.pursuit.facts)) == ("too_many_facts", FACTS_AT_MOST[0])
    chase.order(90, _danger(), by=crew())
    assert answer(chase.decisions[-1]).accepted
    for number in range(FACTS_AT_MOST[1]):
        chase.order(100 + number, _danger(f"d{number}"), by=crew())
    assert (_code(chase), len(chase.pursuit.facts)) == ("too_many_facts", sum(FACTS_AT_MOST))


# ---------------------------------------------------------------- that one was wrong


def _told() -> Chase:
    chase = in_nl()
    chase.order(40, _fact("by crew"), by=crew())
    chase.order(41, _fact("by south"), by=desk(SOUTH))
    return chase


@pytest.mark.parametrize(
    ("fact", "by"),
    [("by crew", crew()), ("by crew", desk()), ("by south", desk(SOUTH, "another")), ("by south", desk())],
)
def test_who_said_it_or_who_leads_says_that_it_was_wrong_and_everybody_reads_it(fact: str, by: Account) -> None:
    chase = _told()
    chase.order(50, WithdrawFact(fact=fact, reason="other car"), by=by)
    (seen,) = [one for one in view_of(chase.decisions[-1], ROAD).facts if one.id == fact]
    assert seen.withdrawn is not None
    assert (seen.withdrawn.by, seen.withdrawn.reason) == (by, "other car")
    chase.order(51, WithdrawFact(fact=fact, reason="again"), by=by)
    assert answer(chase.decisions[-1]).params == {"name": fact, "by": by.name}


def test_a_danger_that_is_none_rings_off_where_it_rang_and_everybody_reads_why() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.order(40, _danger(), by=crew())
    chase.acknowledge(42, ROAD, alert_of(chase, ROAD).revision)
    chase.order(50, WithdrawFact(fact="d", reason="a toy"), by=desk())
    for room in (HOME, ROAD, SOUTH):
        alert = alert_of(chase, room)
        assert [(alarm.code, alarm.params) for alarm in alert.alarms] == [
            ("danger_withdrawn", {"code": "armed", "because": "a toy"})
        ]
    assert [alert_of(chase, room).priority for room in (HOME, ROAD, SOUTH)] == [3, 1, 1]


def test_a_danger_that_somebody_else_told_too_rings_on() -> None:
    chase = in_nl()
    chase.order(40, _danger(), by=crew())
    chase.order(41, _danger("d2"), by=desk())
    chase.order(50, WithdrawFact(fact="d2", reason="no"), by=desk())
    assert [alarm.code for alarm in alert_of(chase, SOUTH).alarms] == ["danger"]


def test_after_the_end_only_who_has_not_seen_the_danger_is_told_that_it_was_none() -> None:
    chase = in_nl()
    chase.order(40, _danger(), by=crew())
    chase.acknowledge(42, ROAD, alert_of(chase, ROAD).revision)
    chase.close(45)
    chase.order(50, WithdrawFact(fact="d", reason="a toy"), by=desk())
    told = [
        room for room in (HOME, ROAD, SOUTH) if "danger_withdrawn" in {a.code for a in alert_of(chase, room).alarms}
    ]
    assert told == [HOME, SOUTH]


def test_a_danger_that_is_an_assessment_rings_as_one() -> None:
    chase = in_nl()
    chase.order(40, replace(_danger(), assessment=True), by=crew())
    assert alert_of(chase, SOUTH).alarms[-1].params == {"code": "armed", "assessment": "yes"}


@pytest.mark.parametrize(
    ("fact", "by", "code"),
    [
        ("by crew", desk(ROAD), "wrong_room"),
        ("by crew", crew(SECOND), "not_allowed"),
        ("by south", crew(), "not_allowed"),
        ("by crew", ADMIN, "not_allowed"),
        ("by crew", desk(WEST), "unknown_pursuit"),
        ("none", desk(), "unknown_fact"),
    ],
)
def test_nobody_else_does(fact: str, by: Account, code: str) -> None:
    chase = _told()
    chase.order(50, WithdrawFact(fact=fact, reason="x"), by=by)
    assert _code(chase) == code
    assert all(one.withdrawn is None for one in chase.pursuit.facts.values())


def test_a_fact_may_be_withdrawn_when_the_pursuit_is_over_but_none_added() -> None:
    chase = _told()
    chase.close(50)
    chase.order(60, _fact("late"), by=desk())
    assert _code(chase) == "closed"
    chase.order(61, WithdrawFact(fact="by crew", reason="other car"))
    assert answer(chase.decisions[-1]).accepted


# ---------------------------------------------------------------- the car itself


def _seen(seconds: float, **fields: Any) -> SeeTarget:
    given: dict[str, Any] = {
        "lat": 50.2, "lon": 6.2, "uncertainty_m": 200, "observed_at": at(seconds), "source": "witness",
    }  # fmt: skip
    return SeeTarget(**given | fields)


def test_the_newest_sighting_by_when_it_was_seen_is_the_one_everybody_reads() -> None:
    chase = in_nl()
    chase.order(60, _seen(55, text="at the pump"), by=desk(SOUTH))
    chase.order(61, _seen(50), by=crew())
    target = view_of(chase.decisions[-1]).target
    assert target is not None
    assert (target.text, target.observed_at, target.uncertainty_m) == ("at the pump", at(55), 200)


def test_nothing_is_seen_in_the_future_and_the_newest_five_sightings_are_kept() -> None:
    chase = in_nl()
    chase.order(60, _seen(110), by=crew())
    assert chase.pursuit.sightings[-1].observed_at == at(60.1)
    for second in range(70, 80):
        chase.order(second, _seen(second), by=crew())
    assert [one.observed_at for one in chase.pursuit.sightings] == [at(second) for second in range(75, 80)]
    chase.order(90, _seen(90), by=desk(WEST))
    assert _code(chase) == "unknown_pursuit"


def test_a_crew_that_loses_sight_is_another_thing_than_one_that_is_silent() -> None:
    chase = in_nl()
    chase.order(40, Sight(unit=CAR, lost=True), by=crew())
    view = chase.pursuit.units[CAR]
    assert (view.lost_sight_at, view.silent_since) == (at(40.1), None)
    chase.order(41, Sight(unit=CAR, lost=True), by=crew())
    assert _code(chase) == "nothing_new"
    chase.order(42, Sight(unit=CAR, lost=False), by=desk())
    assert chase.pursuit.units[CAR].lost_sight_at is None
    assert log_codes(chase)[-2:] == ["sight_lost", "sight_regained"]


@pytest.mark.parametrize(
    ("unit", "by", "code"),
    [(CAR, crew(SECOND), "wrong_unit"), (CAR, desk(SOUTH), "wrong_state"), (SECOND, desk(), "not_joined"),
     (CAR, ADMIN, "not_allowed"), (DUTCH, desk(SOUTH), "not_joined")],
)  # fmt: skip
def test_nobody_else_says_what_a_crew_sees_or_that_it_drives_home(unit: str, by: Account, code: str) -> None:
    chase = in_nl()
    chase.order(40, Sight(unit=unit, lost=True), by=by)
    assert _code(chase) == code
    chase.order(41, Returning(unit=unit), by=by)
    assert _code(chase) == code


# ---------------------------------------------------------------- on the way home


def test_a_unit_that_drives_home_is_followed_until_it_is_there_and_then_its_part_is_over() -> None:
    chase = in_nl()
    chase.order(40, Returning(unit=CAR), by=crew())
    assert chase.pursuit.units[CAR].returning
    chase.moved(50, CAR, 50.2, 6.05)
    assert chase.pursuit.units[CAR].active
    chase.crossed(60, "NL", "BE")
    chase.comes_due(f"home:{CAR}")
    assert not chase.pursuit.units[CAR].active
    assert {room: alert_of(chase, room).phase for room in (SOUTH, ROAD, HOME)} == {
        SOUTH: "left", ROAD: "left", HOME: "cleared",
    }  # fmt: skip


def test_a_third_state_that_it_drives_home_through_is_told_as_of_every_guest() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "DE")
    chase.order(600, Returning(unit=CAR), by=crew())
    chase.approaching(610, approach("NL", 610), "DE")
    assert f"{SOUTH} 3 approaching P2, rings" in alert_lines(chase.decisions[-1])
    chase.crossed(670, "DE", "NL")
    assert f"{SOUTH} 4 entered P1, rings" in alert_lines(chase.decisions[-1])
    assert chase.pursuit.units[CAR].active


def test_it_drives_home_once_and_from_abroad() -> None:
    chase = in_nl()
    chase.order(40, Returning(unit=CAR), by=crew())
    chase.order(41, Returning(unit=CAR), by=crew())
    assert _code(chase) == "nothing_new"
    chase.join(42, SECOND)
    chase.present(43, "BE", SECOND)
    chase.order(44, Returning(unit=SECOND), by=crew(SECOND))
    assert answer(chase.decisions[-1]).params == {"case": "BE/2026-1", "unit": SECOND}


def test_that_it_drives_home_is_taken_back_and_the_host_may_lead_again() -> None:
    chase = in_nl()
    chase.order(40, Returning(unit=CAR, pursues=True), by=crew())
    assert _code(chase) == "nothing_new"
    chase.order(41, Returning(unit=CAR), by=crew())
    chase.order(42, TakeLead(), by=desk(SOUTH))
    assert _code(chase) == "not_here"
    chase.order(43, Returning(unit=CAR, pursues=True), by=desk())
    assert (_code(chase), chase.pursuit.units[CAR].returning) == ("done", False)
    chase.order(44, TakeLead(), by=desk(SOUTH))
    assert _code(chase) == "done"


@pytest.mark.parametrize("kind", ["remark", "suspect", "offence", "vehicle"])
def test_a_fact_that_says_only_blanks_says_nothing(kind: Any) -> None:
    chase = in_nl()
    chase.order(40, AddFact(fact="f", kind=kind, text=" \n ", source="desk"))
    assert answer(chase.decisions[-1]).code == "bad_fact"
    chase.order(41, AddFact(fact="f", kind="occupants", number=0, source="desk"))
    assert answer(chase.decisions[-1]).accepted
