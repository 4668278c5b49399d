"""How a pursuit changes when people have done something."""

import pytest
from msgspec.structs import replace

from streams.pursuit import acts
from streams.pursuit.act_changes import ACT_CHANGES
from streams.pursuit.events import UnitCame, UnitCrossedBorder, UnitSeen
from streams.pursuit.evolve import evolve, evolve_all
from streams.pursuit.state import Pursuit
from streams.records import Assistance, CheckEntry, Fact, Stay, StopOrder, TargetSighting, UnitCarried, Withdrawn
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    OTHER,
    SECOND,
    SOUTH,
    Chase,
    approach,
    at,
    crew,
    crossing,
    desk,
    in_nl,
    possible,
    sighting,
)  # fmt: skip

FACT = Fact(id="f", kind="remark", text="x", source="crew", by=crew(), at=at(5), data_class="operational")
STOP = StopOrder(id="s", by=desk(), holders=(HOME,), at=at(40), reason="x", units={CAR: None})


def _after(*events: acts.Act, state: Pursuit | None = None) -> Pursuit:
    after = evolve_all(state or in_nl().pursuit, events)
    assert after is not None
    return after


def test_acts_that_are_only_told_of_alerts_or_to_others_change_nothing_here() -> None:
    others = {acts.AlarmSeen, acts.AlertShelved, acts.AlertOffered, acts.AlertTaken}  # see test_alert_changes.py
    only_said = {acts.WarningWithdrawn}  # its alert changes by itself; who took it back stands in the log
    assert set(ACT_CHANGES) == set(acts.Act.__args__) - others - only_said


def test_a_fact_stays_when_it_is_withdrawn_with_who_and_why() -> None:
    withdrawn = acts.FactWithdrawn(fact="f", by=desk(), at=at(50), reason="no")
    after = _after(acts.FactAdded(fact=FACT), withdrawn)
    assert after.facts == {"f": replace(FACT, withdrawn=Withdrawn(by=desk(), at=at(50), reason="no"))}


def test_sightings_stand_in_the_order_of_seeing_the_newest_five() -> None:
    seen = [
        TargetSighting(lat=50, lon=6, uncertainty_m=1, observed_at=at(s), source="anpr", by=desk(), at=at(s))
        for s in (9, 1, 5, 7, 3, 8)
    ]
    after = _after(*(acts.TargetSeen(sighting=one) for one in seen))
    assert [one.observed_at for one in after.sightings] == [at(s) for s in (3, 5, 7, 8, 9)]


def test_the_lead_passes_with_the_stop_orders_of_who_hands_it_over_and_with_none_where_it_is_taken() -> None:
    given_ = acts.StopGiven(stop=STOP)
    for handed_over, holders in ((True, (HOME, SOUTH)), (False, (HOME,))):
        passed = acts.LeadPassed(to=SOUTH, by=desk(SOUTH), at=at(50), handed_over=handed_over)
        after = _after(given_, passed)
        assert (after.leading_room, after.lead_since, after.stops["s"].holders) == (SOUTH, at(50), holders)
        assert after.home_room == HOME


def test_a_stop_order_that_is_undone_goes_with_nobodys_lead() -> None:
    lifted = acts.StopLifted(stop="s", by=desk(), at=at(45), reason="over")
    passed = acts.LeadPassed(to=SOUTH, by=desk(SOUTH), at=at(50), handed_over=True)
    assert _after(acts.StopGiven(stop=STOP), lifted, passed).stops["s"].holders == (HOME,)


def test_inside_the_pursuing_state_the_new_room_answers_at_home() -> None:
    passed = acts.LeadPassed(to=OTHER, by=desk(OTHER), at=at(50), handed_over=True)
    assert _after(passed).home_room == OTHER


def test_of_stop_orders_that_are_undone_the_oldest_make_room_for_a_new_one() -> None:
    undone = Withdrawn(by=desk(), at=at(60), reason="x")
    state = in_nl().pursuit
    stops = {f"s{n}": replace(STOP, id=f"s{n}", at=at(n), lifted=undone if n % 2 else None) for n in range(10)}
    after = _after(acts.StopGiven(stop=STOP), state=replace(state, stops=stops))
    assert sorted(after.stops) == ["s", "s0", *(f"s{n}" for n in range(2, 10))]


def test_a_unit_taken_out_leaves_only_its_name() -> None:
    chase, told = Chase(), possible("BE", "NL", 30)
    chase.open()
    chase.present(1, "BE")
    chase.approaching(10, approach("DE", 10))
    chase.told(30, told, "NL")
    after = _after(acts.UnitTakenOut(unit=CAR, by=desk(), at=at(50), reason="x"), state=chase.pursuit)
    view = after.units[CAR]
    assert (view.in_error, view.active, view.seen, view.stays, view.joined_at) == (True, False, None, (), at(0))
    assert (after.ways, after.foreseen) == ({}, {})
    assert after.notices[SOUTH].crossing is None


@pytest.mark.parametrize("end", [
    acts.OpenedWrongly(by=desk(), at=at(50), reason="x"), acts.Merged(into="BE/2", at=at(50)),
])  # fmt: skip
def test_a_pursuit_that_ends_so_asks_and_expects_nothing_more(end: acts.Act) -> None:
    chase = in_nl()
    chase.approaching(35, approach("DE", 35), "NL")
    after = _after(acts.StillAsked(at=at(40)), end, state=chase.pursuit)
    assert after.phase == ("error" if isinstance(end, acts.OpenedWrongly) else "merged")
    assert (after.foreseen, after.asked_at, after.units[CAR].stays) == ({}, None, ())


def test_what_was_asked_of_another_pursuit_is_remembered_until_it_has_answered() -> None:
    began = acts.MergeBegan(into="BE/2", command="c", units=(CAR,), facts=(FACT,), by=desk(), at=at(50))
    waiting = _after(began)
    pending = waiting.pending["merge|BE/2"]
    assert (pending.kind, pending.case, pending.units, pending.facts) == ("merge", "BE/2", (CAR,), ("f",))
    answered = acts.OtherCaseAnswered(
        other_case="BE/2", kind="merge", accepted=False, code="closed", reason="", at=at(51)
    )
    assert evolve(waiting, answered) is not None
    assert _after(answered, state=waiting).pending == {}


def test_what_this_pursuit_answered_another_one_is_remembered() -> None:
    taken = acts.CaseTakenIn(from_case="BE/2", asked="q", kind="merge", accepted=False, code="closed", at=at(50))
    answer = _after(taken).answered["q"]
    assert (answer.accepted, answer.code, answer.sender) == (False, "closed", "BE/2")


STAY = Stay(state="NL", card="c", known=True, crossing="c", since=at(5))


def test_stays_that_come_with_a_unit_wait_until_it_is_known_where_it_is() -> None:
    came = UnitCame(unit=SECOND, at=at(50), by=desk())
    carried = UnitCarried(unit=SECOND, stays=(STAY,), returning=True, lost_sight_at=at(40))
    after = evolve_all(in_nl().pursuit, (came, acts.UnitTakenOver(carried=carried)))
    assert after is not None
    view = after.units[SECOND]
    assert (view.stays, view.returning, view.lost_sight_at) == ((), True, at(40))
    late = replace(crossing("NL", "DE", 20, SECOND), late=True)
    told = UnitCrossedBorder(unit=SECOND, crossing=late, before_opening=False, seen=sighting("NL", 51))
    there = evolve_all(after, (told, UnitSeen(unit=SECOND, seen=sighting("NL", 51))))
    assert there is not None
    assert [(stay.crossing, stay.since) for stay in there.units[SECOND].stays] == [("c", at(5))]
    assert there.ways == {}


def test_of_a_unit_whose_place_is_known_only_what_its_crew_said_is_taken_over() -> None:
    carried = UnitCarried(unit=CAR, stays=(STAY,), lost_sight_at=at(40))
    before = in_nl().pursuit
    after = _after(acts.UnitTakenOver(carried=carried), state=before)
    assert (after.units[CAR].stays, after.units[CAR].lost_sight_at) == (before.units[CAR].stays, at(40))
    assert after.ways == before.ways


def test_a_request_is_kept_as_it_now_stands() -> None:
    request = Assistance(id="r", kind="observe", by=desk(), room=HOME, to=SOUTH, at=at(5))
    refused = replace(request, state="refused", reason="no car")
    assert _after(acts.Requested(request=request), acts.RequestAnswered(request=refused)).requests == {"r": refused}


def test_items_open_once_and_are_done_one_by_one() -> None:
    done = CheckEntry(item="shots", text="none", by=desk(), done_at=at(60))
    after = _after(acts.ChecklistOpened(items=(CheckEntry(item="shots"),)), acts.ItemDone(entry=done))
    assert after.checklist == {"shots": done}


def test_that_it_goes_on_answers_the_question_and_says_nothing_of_who_moved() -> None:
    after = _after(acts.StillAsked(at=at(40)), acts.StillConfirmed(by=desk(), at=at(50)))
    assert (after.asked_at, after.confirmed_at, after.moved_at) == (None, at(50), in_nl().pursuit.moved_at)


def test_a_crews_sight_and_its_way_home_are_its_own() -> None:
    after = _after(
        acts.SightChanged(unit=CAR, lost=True, by=crew(), at=at(40)), acts.ReturnBegan(unit=CAR, by=crew(), at=at(41))
    )
    assert (after.units[CAR].lost_sight_at, after.units[CAR].returning) == (at(40), True)
    assert SECOND not in after.units
