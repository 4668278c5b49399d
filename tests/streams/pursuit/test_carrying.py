"""What a pursuit hands on with its units: how limits have run, who was warned, what is asked, where the car was."""

from msgspec.structs import replace

from streams.orders import AddFact, HandOver, Request, Returning, SeeTarget, Sight, WarnRoom, WithdrawFact
from streams.pursuit.acts import MergeBegan
from streams.pursuit.carrying import (
    active_units,
    carried_units,
    in_short,
    known_notices,
    newest_target,
    standing_facts,
    told_requests,
    warned_rooms,
)
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    at,
    crew,
    crossing,
    desk,
    in_nl,
    opened_at_home,
    possible,
    with_second,
)  # fmt: skip


def test_of_a_unit_abroad_its_stay_goes_on_with_its_way_in_and_what_its_crew_said() -> None:
    chase = in_nl()
    chase.order(40, Sight(unit=CAR, lost=True), by=crew())
    chase.order(41, Returning(unit=CAR), by=crew())
    (carried,) = carried_units(chase.pursuit, [CAR])
    assert [(stay.state, stay.since) for stay in carried.stays] == [("NL", at(30))]
    assert (carried.returning, carried.lost_sight_at) == (True, at(40.1))
    assert carried.last_crossing == chase.pursuit.units[CAR].last_crossing


def test_of_one_at_home_there_is_nothing_and_of_a_crossing_that_is_not_sure_track_tells() -> None:
    assert carried_units(opened_at_home().pursuit, [CAR, SECOND]) == ()
    chase = opened_at_home()
    chase.told(30, possible("BE", "NL", 30), "NL")
    (carried,) = carried_units(chase.pursuit, [CAR])
    assert (carried.last_crossing, len(carried.stays)) == (None, 1)


def test_facts_that_stand_and_units_that_are_in_are_handed_on() -> None:
    chase = with_second(in_nl())
    for name in ("f", "g"):
        chase.order(40, AddFact(fact=name, kind="remark", text="red", source="crew"), by=crew())
    chase.order(41, WithdrawFact(fact="g", reason="no"))
    chase.leave(42, SECOND, by=crew(SECOND))
    assert [fact.id for fact in standing_facts(chase.pursuit)] == ["f"]
    assert active_units(chase.pursuit) == (CAR,)


def test_notice_of_an_entry_goes_with_the_unit_that_entered() -> None:
    chase = with_second(in_nl())
    assert [one.room for one in known_notices(chase.pursuit, [CAR])] == ["NL/ROAD", SOUTH]
    assert known_notices(chase.pursuit, [SECOND]) == ()


def test_of_several_units_each_goes_with_its_own_crossing_whichever_came_first() -> None:
    chase = with_second(opened_at_home())
    chase.crossed(60, "BE", "NL")
    chase.told(70, crossing("BE", "NL", 50, SECOND), "NL")
    assert chase.pursuit.notices[SOUTH].crossing_unit == SECOND
    units = {unit: [one.crossed_at for one in known_notices(chase.pursuit, unit)] for unit in ((CAR,), (CAR, SECOND))}
    assert units == {(CAR,): [at(60)] * 2, (CAR, SECOND): [at(50)] * 2}


def test_rooms_that_were_warned_by_hand_and_wait_are_named_with_what_they_had_of_it() -> None:
    chase = opened_at_home()
    for room in (SOUTH, WEST):
        chase.order(10, WarnRoom(to=room, text="comes your way"))
    chase.receipt(11, WEST, 1, "shown")
    chase.crossed(30, "BE", "NL")
    (warned,) = warned_rooms(chase.pursuit)
    assert (warned.room, warned.by_hand.text) == (WEST, "comes your way")
    assert warned.notice is not None
    assert warned.notice.shown is not None


def test_requests_go_on_as_they_stand_but_for_those_of_the_lead() -> None:
    chase = in_nl()
    chase.order(40, Request(request="r", kind="observe", to=SOUTH))
    chase.order(41, HandOver(request="h", to=SOUTH))
    assert [one.id for one in told_requests(chase.pursuit)] == ["r"]


def _see(seconds: float) -> SeeTarget:
    return SeeTarget(lat=50.2, lon=6.1, uncertainty_m=50.0, observed_at=at(seconds), source="anpr")


def test_the_car_is_where_it_was_seen_last() -> None:
    chase = in_nl()
    assert newest_target(chase.pursuit) is None
    for seconds in (35, 32):
        chase.order(40, _see(seconds))
    target = newest_target(chase.pursuit)
    assert target is not None
    assert target.observed_at == at(35)


def _began(chase: Chase) -> MergeBegan:
    return MergeBegan(
        into="BE/2", command="c", units=(CAR,), facts=(), carried=carried_units(chase.pursuit, [CAR]),
        target=newest_target(chase.pursuit), warned=warned_rooms(chase.pursuit),
        requests=told_requests(chase.pursuit), by=desk(), at=at(50),
    )  # fmt: skip


def test_in_short_it_differs_by_all_that_people_say_and_by_nothing_that_a_unit_drives() -> None:
    chase = in_nl()
    known = [in_short(_began(chase))]
    chase.moved(35, CAR, 50.2, 6.2, odometer_m=5000.0)
    assert in_short(_began(chase)) == known[0]
    chase.order(40, _see(35))
    known.append(in_short(_began(chase)))
    chase.order(41, WarnRoom(to=WEST, text="comes your way"))
    known.append(in_short(_began(chase)))
    chase.receipt(42, WEST, 1, "shown")
    known.append(in_short(_began(chase)))
    chase.order(43, Request(request="r", kind="observe", to=SOUTH))
    known.append(in_short(_began(chase)))
    chase.order(44, Sight(unit=CAR, lost=True), by=crew())
    known.append(in_short(_began(chase)))
    assert len(set(known)) == len(known)


def test_a_room_that_was_warned_with_no_notice_kept_is_named_all_the_same() -> None:
    chase = opened_at_home()
    chase.order(10, WarnRoom(to=WEST, text="comes your way"))
    chase.state = replace(chase.pursuit, notices={})
    assert in_short(_began(chase)) == (f"warned|{WEST}|{at(10.1)}|||||",)
    assert HOME not in chase.pursuit.alerts
