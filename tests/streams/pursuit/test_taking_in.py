"""What another pursuit hands on is taken over: nothing is lost, and who must know of it is rung."""

from typing import Any

import pytest
from msgspec.structs import replace

from streams.orders import (
    Accept,
    AddFact,
    AnswerRequest,
    HandOver,
    Merge,
    Refuse,
    Request,
    Returning,
    SeeTarget,
    Sight,
    Split,
    Telephoned,
    WarnRoom,
    WithdrawFact,
)
from streams.pursuit.taking_in import new_facts
from streams.records import Assistance, Decision, MergeAsked, NoticeRecord, Stay, UnitCarried, UnitPresent
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    HOME,
    OTHER,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_lines,
    alert_of,
    approach,
    asked,
    at,
    crew,
    crossing,
    desk,
    in_nl,
    inbox,
    log_codes,
    opened_at_home,
    sighting,
    with_second,
)  # fmt: skip

GOES_ON, THIRD, GERMAN = "BE/2026-2", "BE/CAR-3", "DE/CAR-1"
PRESENT: dict[str, Any] = {"mode": "exercise", "event": 1, "service": "police"}


def _other(case: str = GOES_ON, unit: str = THIRD, room: str = HOME) -> Chase:
    """A second pursuit of the same car."""
    chase = Chase(case)
    chase.open(0, unit, by=desk(room))
    chase.present(1, room[:2], unit)
    return chase


def _merged(chase: Chase, other: Chase, seconds: float = 1000, by: Any = None) -> Decision:
    """The first goes on as the other; what the other decided when it took it in."""
    (question,) = asked(chase.order(seconds, Merge(into=other.case), by=by))
    taken = other.take(question)
    chase.take(asked(taken)[0])
    assert chase.pursuit.phase == "merged"
    return taken


def _alarms(chase: Chase, room: str = HOME) -> list[tuple[str, dict[str, str]]]:
    return [(alarm.code, alarm.params) for alarm in alert_of(chase, room).alarms]


# ---------------------------------------------------------------- limits: from Germany into Denmark, 25 km


def _in_denmark() -> Chase:
    """The German car has been in Denmark since 30 s, at 1 km of its odometer."""
    chase = Chase("DE/1")
    chase.open(0, GERMAN, by=desk(WEST))
    chase.present(1, "DE", GERMAN)
    over = replace(crossing("DE", "DK", 30, GERMAN, place=(54.82, 9.3)), odometer_m=1000.0)
    _seen_in_denmark(chase, 31, 1100.0, over)
    return chase


def _seen_in_denmark(chase: Chase, seconds: float, odometer_m: float, *crossings: Any) -> None:
    seen = replace(sighting("DE", seconds), territory=("DK",), lat=54.83, lon=9.3, odometer_m=odometer_m)
    head: dict[str, Any] = {"id": f"p{seconds}", "case": chase.case, "happened_at": at(seconds)}
    chase.take(UnitPresent(**PRESENT, **head, unit=GERMAN, seen=seen, crossings=crossings))


def _drive(chase: Chase, seconds: float, metres: float) -> None:
    chase.moved(seconds, GERMAN, 54.9, 9.3, territory="DK", odometer_m=1000.0 + metres)


def test_limits_run_on_from_where_the_unit_came_in_however_long_ago() -> None:
    chase, other = _in_denmark(), _other("DE/2", "DE/CAR-2", WEST)
    _drive(chase, 900, 12_000)
    _merged(chase, other, by=desk(WEST))
    assert other.pursuit.units[GERMAN].stays == ()
    _seen_in_denmark(other, 1001, 15_000.0)
    (stay,) = other.pursuit.units[GERMAN].stays
    assert (stay.since, stay.odometer_m, stay.travelled_m) == (at(30), 1000.0, 14_000.0)
    assert stay.card in other.pursuit.cards
    _drive(other, 1100, 20_000)
    _drive(other, 1200, 25_000)
    assert [code for code, _ in _alarms(other, WEST) if code.startswith("limit")] == ["limit_warned", "limit_exceeded"]


def test_its_way_in_is_told_with_its_instant_though_track_has_forgotten_it() -> None:
    chase, other = in_nl(), _other()
    chase.receipt(31, SOUTH, 1, "shown")
    _merged(chase, other)
    other.present(1001, "NL", CAR)
    alert = alert_of(other)
    assert (alert.since_unknown, alert.crossing) == (False, chase.pursuit.units[CAR].last_crossing)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.shown and notice.shown.at, notice.from_case) == (at(31.1), CASE)


def test_a_way_in_that_says_nothing_of_where_the_unit_is_now_is_not_told() -> None:
    chase, other = in_nl(), _other()
    _merged(chase, other)
    other.present(1001, "BE", CAR)
    assert SOUTH not in other.pursuit.alerts
    assert other.pursuit.units[CAR].stays == ()


def test_limits_are_carried_through_a_split_as_well() -> None:
    chase, new = _in_denmark(), Chase("DE/3")
    chase.join(40, "DE/CAR-2", by=desk(WEST))
    _drive(chase, 900, 20_000)
    (question,) = asked(chase.order(1000, Split(new_case=new.case, units=(GERMAN,)), by=desk(WEST)))
    new.take(question)
    _seen_in_denmark(new, 1001, 22_000.0)
    (stay,) = new.pursuit.units[GERMAN].stays
    assert (stay.since, stay.reached) == (at(30), "warned")
    _drive(new, 1100, 25_000)
    assert [code for code, _ in _alarms(new, WEST)][-1] == "limit_exceeded"


def _question(chase: Chase, **fields: Any) -> MergeAsked:
    head: dict[str, Any] = {"id": "q", "case": chase.case, "mode": "exercise", "happened_at": at(60)}
    given: dict[str, Any] = {"by": desk(OTHER), "from_case": "BE/9", "units": (CAR,)}
    return MergeAsked(**head | given | fields)


@pytest.mark.parametrize(
    ("reached", "rung"),
    [("no", []), ("warned", ["limit_warned"]), ("exceeded", ["limit_exceeded"])],
)
def test_what_was_told_of_a_limit_is_told_to_who_leads_what_goes_on(reached: Any, rung: list[str]) -> None:
    other = _other()
    stay = Stay(state="NL", card="BE>NL/police/2026-01-01", known=True, since=at(0), reached=reached, by="time")
    other.take(_question(other, carried=(UnitCarried(unit=CAR, stays=(stay,)),)))
    assert [code for code, _ in _alarms(other)] == ["taken_in", *rung]
    own = _other()
    own.take(_question(own, by=desk(HOME), carried=(UnitCarried(unit=CAR, stays=(stay,)),)))
    assert HOME not in own.pursuit.alerts


# ---------------------------------------------------------------- crews


def test_who_drives_home_or_has_lost_sight_does_so_in_the_pursuit_that_goes_on() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, Sight(unit=CAR, lost=True), by=crew())
    chase.order(41, Returning(unit=CAR), by=crew())
    _merged(chase, other)
    view = other.pursuit.units[CAR]
    assert (view.returning, view.lost_sight_at) == (True, at(40.1))
    other.present(1001, "BE", CAR)
    other.comes_due(f"home:{CAR}")
    assert not other.pursuit.units[CAR].active


def test_of_a_unit_that_is_in_both_it_is_told_too_unless_it_is_known_to_be_at_home() -> None:
    for territory, returning in (("NL", True), ("BE", False)):
        other = _other()
        other.join(10, CAR)
        other.present(11, territory, CAR)
        stays = other.pursuit.units[CAR].stays
        carried = UnitCarried(unit=CAR, returning=True, stays=(), lost_sight_at=None)
        other.take(_question(other, carried=(carried,)))
        view = other.pursuit.units[CAR]
        assert (view.returning, view.stays) == (returning, stays)


# ---------------------------------------------------------------- facts


def _fact(name: str, code: str = "", *, assessment: bool = False, text: str = "red van") -> AddFact:
    kind: Any = "danger" if code else "remark"
    return AddFact(fact=name, kind=kind, code=code, text=text, source="crew", assessment=assessment)


def test_two_facts_of_the_same_name_are_both_kept_and_a_danger_rings() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, _fact("f1", "armed"), by=crew())
    other.order(30, _fact("f1"), by=desk())
    _merged(chase, other)
    assert {name: fact.kind for name, fact in other.pursuit.facts.items()} == {"f1": "remark", f"{CASE}|f1": "danger"}
    assert _alarms(other) == [("danger", {"code": "armed"})]


def test_asked_again_the_same_facts_are_known() -> None:
    chase, other = in_nl(), _other()
    other.order(30, _fact("f1"), by=desk())
    chase.order(40, _fact("f1", "armed"), by=crew())
    question = _question(other, from_case=CASE, facts=tuple(chase.pursuit.facts.values()))
    assert [fact.id for fact in new_facts(other.pursuit, question)] == [f"{CASE}|f1"]
    other.take(question)
    assert new_facts(other.pursuit, question) == ()


def test_a_name_that_would_be_too_long_for_an_order_is_cut_and_stays_one_of_its_own() -> None:
    chase, other = in_nl(), _other()
    names = ["x" * 99 + end for end in "ab"]
    for name in names:
        other.order(30, _fact(name), by=desk())
        chase.order(40, _fact(name, text="blue van"), by=crew())
    _merged(chase, other)
    assert sorted(fact.text for fact in other.pursuit.facts.values()) == ["blue van"] * 2 + ["red van"] * 2
    assert max(map(len, other.pursuit.facts)) == 100


@pytest.mark.parametrize(
    ("here", "told", "rung"),
    [
        (False, False, []),
        (False, True, []),
        (True, False, [("danger", {"code": "armed"})]),
        (True, True, []),
        (None, True, [("danger", {"code": "armed", "assessment": "yes"})]),
    ],
)
def test_a_danger_rings_where_it_was_not_known_or_only_suspected(
    here: bool | None, told: bool, rung: list[Any]
) -> None:
    chase, other = in_nl(), _other()
    if here is not None:
        other.order(30, _fact("here", "armed", assessment=here), by=desk())
    chase.order(40, _fact("told", "armed", assessment=told), by=crew())
    taken = _merged(chase, other)
    found: list[Any] = [event["alarm"] for event in taken.events if event["type"] == "alarm_raised"]
    assert [(alarm["code"], alarm["params"]) for alarm in found] == rung


def _see(seconds: float) -> SeeTarget:
    return SeeTarget(lat=50.2, lon=6.1, uncertainty_m=50.0, observed_at=at(seconds), source="anpr")


@pytest.mark.parametrize(("here", "expected"), [(None, 35), (32, 35), (38, 38)])
def test_the_car_is_where_either_has_seen_it_last(here: float | None, expected: float) -> None:
    chase, other = in_nl(), _other()
    chase.order(40, _see(35))
    if here is not None:
        other.order(40, _see(here))
    _merged(chase, other)
    assert other.pursuit.sightings[-1].observed_at == at(expected)


# ---------------------------------------------------------------- rooms


def _warned() -> Chase:
    """The German room was warned by hand, and has it on its screen."""
    chase = in_nl()
    chase.order(40, WarnRoom(to=WEST, text="comes your way"))
    chase.receipt(41, WEST, 1, "shown")
    return chase


def test_a_room_that_was_warned_by_hand_is_rung_in_the_pursuit_that_goes_on() -> None:
    chase, other = _warned(), _other()
    chase.acknowledge(45, WEST, 1)
    taken = _merged(chase, other)
    assert f"{WEST} 1 warned P2, rings" in alert_lines(taken)
    assert alert_of(other, WEST).by_hand == alert_of(chase, WEST).by_hand
    assert WEST in other.pursuit.audience


def test_what_it_had_of_the_warning_proves_that_it_was_told_in_time() -> None:
    chase, other = _warned(), _other()
    _merged(chase, other)
    other.present(1001, "BE", CAR)
    other.crossed(1002, "NL", "DE")
    notice = other.pursuit.notices[WEST]
    assert (notice.verdict, notice.margin_s, notice.reasons) == ("in_time", 960.9, ("shown", "other_case"))


def test_a_room_that_waits_already_or_that_leads_is_not_rung_for_it() -> None:
    chase, other = _warned(), _other()
    chase.order(42, WarnRoom(to=OTHER, text="comes your way"))
    led = _other(room=OTHER)
    other.order(43, WarnRoom(to=WEST, text="he is near"))
    assert f"{WEST} 2 warned P2, rings" not in alert_lines(_merged(chase, other))
    assert alert_of(other, WEST).revision == 1
    again = _warned()
    again.order(42, WarnRoom(to=OTHER, text="comes your way"))
    _merged(again, led)
    assert alert_of(led, OTHER).phase == "alarm"


def test_a_room_that_is_told_something_newer_while_the_other_is_asked_is_rung_for_that() -> None:
    chase, other = _warned(), _other()
    (question,) = asked(chase.order(50, Merge(into=other.case)))
    (first,) = asked(other.take(question))
    chase.order(51, WarnRoom(to=WEST, text="a white van now"))
    (again,) = asked(chase.take(first))
    chase.take(asked(other.take(again))[0])
    known = alert_of(other, WEST).by_hand
    assert (chase.pursuit.phase, known and known.text) == ("merged", "a white van now")


def test_a_room_that_was_asked_for_something_can_answer_in_the_pursuit_that_goes_on() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, Request(request="r", kind="observe", to=SOUTH))
    other.order(40, Request(request="r", kind="helicopter", to=WEST))
    taken = _merged(chase, other)
    name = f"{CASE}|r"
    assert ("asked", {"kind": "observe", "room": HOME, "request": name}) in _alarms(other, SOUTH)
    assert any(event["type"] == "requested" for event in taken.events)
    assert other.pursuit.dues[f"asked:{name}"] == at(1120.2)
    end = other.order(1050, AnswerRequest(request=name, answer=Refuse(reason="fog")), by=desk(SOUTH))
    assert inbox(end, NoticeRecord)[HOME].code == "request_refused"


def test_who_is_asked_for_more_than_can_be_told_does_not_take_it_in() -> None:
    other = _other()
    request = Assistance(id="r", kind="observe", by=desk(OTHER), room=OTHER, to=HOME, at=at(0))
    for many, code in ((41, "too_many_requests"), (40, "")):
        requests = tuple(replace(request, id=f"r{number}") for number in range(many))
        (reply,) = asked(other.take(_question(other, id=f"{many} requests", requests=requests)))
        assert (reply.accepted, reply.code) == (not code, code)
    assert len(other.pursuit.requests) == 40


def test_requests_that_are_answered_stand_in_the_way_of_none_that_come() -> None:
    other = _other()
    for number in range(40):
        other.order(30, Request(request=f"o{number}", kind="observe", to=SOUTH))
        other.order(31, AnswerRequest(request=f"o{number}", answer=Refuse(reason="fog")), by=desk(SOUTH))
    request = Assistance(id="r", kind="observe", by=desk(OTHER), room=OTHER, to=HOME, at=at(0))
    (reply,) = asked(other.take(_question(other, requests=(request,))))
    assert (reply.accepted, other.pursuit.requests["r"].state, len(other.pursuit.requests)) == (True, "open", 40)


def test_who_may_lead_the_one_that_is_over_is_asked_no_more() -> None:
    chase, other = in_nl(), _other()
    chase.order(999, HandOver(request="h", to=SOUTH))
    _merged(chase, other)
    assert (chase.pursuit.requests["h"].state, other.pursuit.requests) == ("withdrawn", {})
    assert "request_withdrawn" in log_codes(chase)


def test_one_that_is_at_home_brings_nothing_but_itself() -> None:
    taken = _merged(opened_at_home(), _other())
    assert [event["type"] for event in taken.events][:1] == ["unit_joined"]
    assert "unit_taken_over" not in {event["type"] for event in taken.events}


# ---------------------------------------------------------------- what was before, and what changed since


def test_a_visit_that_is_over_rings_nobody_anew_where_the_unit_is_taken_in() -> None:
    chase, other = in_nl(), _other()
    chase.crossed(60, "NL", "BE")
    way = (crossing("BE", "NL", 30), crossing("NL", "BE", 60))
    _merged(chase, other, 100)
    other.present(101, "BE", CAR, way)
    assert SOUTH not in other.pursuit.alerts


def test_a_unit_that_is_abroad_still_rings_there() -> None:
    chase, other = in_nl(), _other()
    _merged(chase, other, 100)
    other.present(101, "NL", CAR, (crossing("BE", "NL", 30),))
    assert (alert_of(other).phase, alert_of(other).priority) == ("entered", 1)


def _called(chase: Chase) -> Chase:
    call = Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(10))
    chase.order(11, call)
    return chase


def test_a_call_before_the_crossing_counts_in_the_pursuit_that_goes_on() -> None:
    chase, other = _called(opened_at_home()), _other()
    _merged(chase, other, 100)
    other.present(101, "BE", CAR)
    other.crossed(300, "BE", "NL", CAR)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.margin_s) == ("in_time", 290.0)


def test_and_in_the_one_that_is_split_off() -> None:
    chase, new = _called(with_second(opened_at_home())), Chase("BE/2026-9")
    (question,) = asked(chase.order(100, Split(new_case=new.case, units=(CAR,))))
    new.take(question)
    new.present(101, "BE", CAR)
    new.crossed(300, "BE", "NL", CAR)
    assert new.pursuit.notices[SOUTH].verdict == "in_time"


def test_a_call_about_a_visit_that_is_over_goes_nowhere() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(39)))
    chase.crossed(60, "NL", "BE")
    _merged(chase, other, 100)
    assert SOUTH not in other.pursuit.notices


def test_what_a_room_was_warned_of_by_hand_goes_on_though_the_car_is_also_foreseen() -> None:
    chase, other = _warned(), _other()
    chase.approaching(60, approach("DE", 60), now="NL")
    assert alert_of(chase, WEST).phase == "approaching"
    _merged(chase, other, 100)
    known = alert_of(other, WEST)
    assert (known.phase, known.by_hand and known.by_hand.text) == ("warned", "comes your way")


def test_a_warned_room_is_warned_of_both_cars_of_a_pursuit_that_is_split() -> None:
    chase, new = with_second(_warned()), Chase("BE/2026-9")
    (question,) = asked(chase.order(100, Split(new_case=new.case, units=(SECOND,))))
    new.take(question)
    assert alert_of(new, WEST).phase == alert_of(chase, WEST).phase == "warned"


def test_the_proof_of_a_unit_that_was_not_the_first_one_in_is_split_off_with_it() -> None:
    chase, new = with_second(opened_at_home()), Chase("BE/2026-9")
    chase.approaching(33, approach("NL", 33))
    chase.receipt(34, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    chase.crossed(70, "BE", "NL", SECOND)
    (question,) = asked(chase.order(100, Split(new_case=new.case, units=(SECOND,))))
    new.take(question)
    new.present(101, "NL", SECOND, (crossing("BE", "NL", 70, SECOND),))
    notice = new.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.crossing_unit) == ("in_time", SECOND)


def test_limits_of_a_unit_that_was_in_both_run_from_the_way_in_that_one_of_them_knew() -> None:
    chase, other = _in_denmark(), _other("DE/2", "DE/CAR-2", WEST)
    chase.moved(600, GERMAN, 54.9, 9.3, territory="DK", odometer_m=21_500.0)
    other.join(900, GERMAN)
    there = replace(sighting("DE", 901), territory=("DK",), lat=54.9, lon=9.3, odometer_m=21_500.0)
    other.take(
        UnitPresent(id="p", case=other.case, happened_at=at(901), unit=GERMAN, seen=there, crossings=(), **PRESENT)
    )
    (before,) = other.pursuit.units[GERMAN].stays
    _merged(chase, other, by=desk(WEST))
    (after,) = other.pursuit.units[GERMAN].stays
    assert before.since is not None
    assert after.since is not None
    assert (before.since, after.since, after.reached) == (at(901), at(30), "warned")


def test_an_accepted_request_is_kept_with_its_unit() -> None:
    chase, other = in_nl(), _other()
    chase.order(40, Request(request="r", kind="helicopter", to=WEST))
    chase.order(41, AnswerRequest(request="r", answer=Accept(unit="DE/HELI-1", conditions="40 min")), by=desk(WEST))
    _merged(chase, other)
    known = other.pursuit.requests["r"]
    assert (known.state, known.unit, known.conditions) == ("accepted", "DE/HELI-1", "40 min")
    assert f"asked:{known.id}" not in other.pursuit.dues


def test_what_turns_out_to_be_wrong_or_is_answered_while_the_other_is_asked_is_so_there() -> None:
    chase, other = in_nl(), _other()
    chase.order(35, AddFact(fact="d", kind="danger", code="armed", source="crew"), by=crew())
    chase.order(36, Request(request="r", kind="observe", to=WEST))
    (question,) = asked(chase.order(50, Merge(into=other.case)))
    (first,) = asked(other.take(question))
    assert ("danger", {"code": "armed"}) in _alarms(other)
    chase.order(51, WithdrawFact(fact="d", reason="a toy"))
    chase.order(52, AnswerRequest(request="r", answer=Refuse(reason="no car")), by=desk(WEST))
    (again,) = asked(chase.take(first))
    chase.take(asked(other.take(again))[0])
    withdrawn = other.pursuit.facts["d"].withdrawn
    assert (chase.pursuit.phase, withdrawn and withdrawn.reason) == ("merged", "a toy")
    assert (other.pursuit.requests["r"].state, "asked:r" in other.pursuit.dues) == ("refused", False)
    codes = [code for code, _ in _alarms(other)]
    assert "danger" not in codes
    assert "danger_withdrawn" in codes


def test_a_fact_that_turns_out_to_be_wrong_is_enough_to_ask_the_other_again() -> None:
    chase, other = in_nl(), _other()
    chase.order(35, AddFact(fact="d", kind="remark", text="red van", source="crew"), by=crew())
    (question,) = asked(chase.order(50, Merge(into=other.case)))
    (first,) = asked(other.take(question))
    chase.order(51, WithdrawFact(fact="d", reason="blue"))
    (again,) = asked(chase.take(first))
    assert chase.pursuit.phase == "open"
    chase.take(asked(other.take(again))[0])
    withdrawn = other.pursuit.facts["d"].withdrawn
    assert (chase.pursuit.phase, withdrawn and withdrawn.reason) == ("merged", "blue")


def test_a_fact_that_was_wrong_before_is_not_told_at_all() -> None:
    chase, other = in_nl(), _other()
    chase.order(35, AddFact(fact="d", kind="remark", text="red van", source="crew"), by=crew())
    chase.order(36, WithdrawFact(fact="d", reason="blue"))
    _merged(chase, other)
    assert other.pursuit.facts == {}


def test_what_is_to_be_done_after_a_pursuit_abroad_is_to_be_done_after_the_one_that_took_it_in() -> None:
    chase, other = in_nl(), _other()
    chase.crossed(60, "NL", "BE")
    _merged(chase, other, 100)
    other.present(1001, "BE", CAR)
    other.close(1100)
    assert {"officers_report", "host_authority", "person_handed_over", "person_held"} <= other.pursuit.checklist.keys()


def test_a_call_about_an_entry_that_only_the_other_pursuit_told_of_proves_nothing_of_the_next() -> None:
    chase, other = opened_at_home(), _other()
    chase.order(5, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(4)))
    chase.crossed(90, "BE", "NL")
    _merged(chase, other, 100)
    assert other.pursuit.notices[SOUTH].verdict == "in_time"
    other.leave(101, CAR)
    other.crossed(9000, "BE", "NL", THIRD)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.crossing_unit, notice.telephone, notice.verdict) == (THIRD, None, "cannot_be_told")


def test_who_was_warned_by_hand_and_called_keeps_all_that_they_had_of_it() -> None:
    chase, other = opened_at_home(), _other()
    chase.warn(5, SOUTH)
    chase.acknowledge(8, SOUTH, 1)
    chase.order(200, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(199)))
    _merged(chase, other, 205)
    other.present(206, "BE", CAR)
    other.crossed(220, "BE", "NL", CAR)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.reasons[0], notice.telephone is not None) == ("in_time", "acknowledged", True)


def test_a_call_about_the_car_that_comes_counts_though_another_had_been_there() -> None:
    chase, other = opened_at_home(), _other()
    other.crossed(20, "BE", "NL", THIRD)
    other.crossed(50, "NL", "BE", THIRD)
    chase.order(600, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(599)))
    _merged(chase, other, 700)
    other.present(701, "BE", CAR)
    other.crossed(900, "BE", "NL", CAR)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.margin_s) == ("in_time", 301.0)


def test_a_verdict_is_not_turned_by_a_call_about_another_visit_that_is_over() -> None:
    chase, other = opened_at_home(), _other()
    chase.order(60, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(50)))
    chase.crossed(160, "BE", "NL")
    chase.crossed(200, "NL", "BE")
    chase.approaching(220, approach("NL", 220))
    other.crossed(400, "BE", "NL", THIRD)
    other.acknowledge(450, SOUTH, 1)
    assert other.pursuit.notices[SOUTH].verdict == "late"
    _merged(chase, other, 460)
    assert other.pursuit.notices[SOUTH].verdict == "late"


def test_nor_by_one_from_before_an_entry_that_is_known_here() -> None:
    chase, other = opened_at_home(), _other()
    chase.order(110, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(100)))
    other.crossed(400, "BE", "NL", THIRD)
    other.acknowledge(450, SOUTH, 1)
    _merged(chase, other, 460)
    assert other.pursuit.notices[SOUTH].verdict == "late"


def test_a_call_to_a_warned_room_counts_where_the_room_waits_for_the_car_already() -> None:
    chase, other = opened_at_home(), _other()
    chase.warn(5, SOUTH)
    chase.order(20, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(19)))
    other.approaching(100, approach("NL", 100, THIRD))
    _merged(chase, other, 200)
    other.crossed(260, "BE", "NL", THIRD)
    notice = other.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.margin_s, notice.reasons[0]) == ("in_time", 241.0, "telephone")
