"""How far and how long each unit may pursue: begun at its crossing, told ahead, alarmed on both sides."""

from datetime import datetime
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from borders.card import Limit
from streams.pursuit import events as ev
from streams.pursuit.limits import _hosts, limit_due, limits_reached, stays_begun
from streams.pursuit.state import Pursuit
from streams.records import Crossing, Decision, Stay, UnitCrossed, UnitPresent
from tests.streams.pursuit.scene import (
    CAR,
    COPY,
    HOME,
    ROAD,
    RULES,
    RULES_WITH_COPY,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    at,
    crossing,
    desk,
    in_nl,
    possible,
    settled,
    sighting,
)  # fmt: skip

GERMAN, SPANISH = "DE/CAR-1", "ES/CAR-1"


def _limit(distance_m: float | None = None, time_s: float | None = None, **more: Any) -> Limit:
    both = distance_m is not None and time_s is not None
    given: dict[str, Any] = {
        "basis_id": "b", "distance_m": distance_m, "measured": "along_track", "point": None, "time_s": time_s,
        "combine": "or" if both else None, "confidence": "verified", "check_with": None,
    }  # fmt: skip
    return Limit(**given | more)


def _stay(*limits: Limit, come_m: float = 0.0, crow_m: float = 0.0) -> Stay:
    return Stay(
        state="NL", card="c", known=True, since=at(30), limits=limits, travelled_m=come_m, crow_m=crow_m, odometer_m=0.0
    )


def _with(stay: Stay, state: Pursuit | None = None) -> Pursuit:
    pursuit = state or in_nl().pursuit
    return replace(pursuit, units={**pursuit.units, CAR: replace(pursuit.units[CAR], stays=(stay,))})


def _reached(stay: Stay, seconds: float = 30.0) -> list[tuple[str, str]]:
    """What is reached so many seconds after START (the unit came in at 30), and by what."""
    events = limits_reached(_with(stay), CAR, at(seconds), RULES)
    return [(event.reached, event.by) for event in events if isinstance(event, ev.LimitReached)]


# ---------------------------------------------------------------- one limit


@pytest.mark.parametrize(
    ("come_m", "reached"),
    [(7999.0, []), (8000.0, [("warned", "distance")]), (9999.0, [("warned", "distance")]),
     (10_000.0, [("exceeded", "distance")])],
)  # fmt: skip
def test_ten_kilometres_are_told_at_eight_and_alarmed_at_ten(come_m: float, reached: list[tuple[str, str]]) -> None:
    assert _reached(_stay(_limit(10_000.0), come_m=come_m)) == reached


@pytest.mark.parametrize(
    ("seconds", "reached"), [(829.9, []), (830, [("warned", "time")]), (1030, [("exceeded", "time")])]
)
def test_a_thousand_seconds_are_told_after_eight_hundred(seconds: float, reached: list[tuple[str, str]]) -> None:
    assert _reached(_stay(_limit(time_s=1000.0)), seconds) == reached


@pytest.mark.parametrize(
    ("measured", "come_m", "crow_m", "reached"),
    [
        ("along_track", 10_000.0, 3000.0, "exceeded"),
        ("along_track", 0.0, 10_000.0, "exceeded"),  # the track is never shorter than the straight line
        ("crow_flies_from_crossing", 10_000.0, 8000.0, "warned"),
        ("crow_flies_from_border", 10_000.0, 8000.0, "warned"),
        ("crow_flies_from_named_point", 10_000.0, 8000.0, "exceeded"),  # nobody here knows where it is
        ("zone", 10_000.0, 10_000.0, ""),  # not measured here
    ],
)
def test_a_distance_is_measured_as_its_rule_says(measured: str, come_m: float, crow_m: float, reached: str) -> None:
    found = _reached(_stay(_limit(10_000.0, measured=measured), come_m=come_m, crow_m=crow_m))
    assert [what for what, _ in found] == ([reached] if reached else [])


def test_a_limit_of_which_nothing_is_known_is_never_reached() -> None:
    assert _reached(_stay(_limit(check_with="host_room"), come_m=1e6, crow_m=1e6), 1e6) == []
    assert _reached(_stay(come_m=1e6), 1e6) == []


def test_what_was_told_once_is_not_told_again() -> None:
    known = replace(_stay(_limit(10_000.0), come_m=9000.0), reached="warned")
    assert _reached(known) == []
    assert _reached(replace(known, travelled_m=10_500.0)) == [("exceeded", "distance")]
    assert _reached(replace(known, travelled_m=10_500.0, reached="exceeded")) == []


def test_a_unit_that_is_out_has_no_limits() -> None:
    state = _with(_stay(_limit(10_000.0), come_m=11_000.0))
    out = replace(state, units={CAR: replace(state.units[CAR], active=False)})
    assert limits_reached(out, CAR, at(40), RULES) == ()
    assert limits_reached(state, SECOND, at(40), RULES) == ()
    assert stays_begun(state, SECOND, at(40), RULES) == ()


# ---------------------------------------------------------------- two measures, several limits

_SHARES = st.floats(0, 3)


def _both(combine: Literal["and", "or"], far: float, long: float) -> str:
    """What is reached after this share of 1 km and of 1000 s."""
    stay = _stay(_limit(1000.0, 1000.0, combine=combine), come_m=far * 1000.0)
    return next((what for what, _ in _reached(stay, 30 + long * 1000.0)), "no")


@given(_SHARES, _SHARES)
def test_or_ends_the_pursuit_at_whichever_comes_first_and_at_whichever_comes_last(far: float, long: float) -> None:
    ranks = ["no", "warned", "exceeded"]
    by_far, by_long = ranks.index(_both("or", far, 0.0)), ranks.index(_both("or", 0.0, long))
    assert ranks.index(_both("or", far, long)) == max(by_far, by_long)
    assert ranks.index(_both("and", far, long)) == min(by_far, by_long)


@given(_SHARES, _SHARES, st.floats(0, 1), st.floats(0, 1), st.sampled_from(["and", "or"]))
def test_to_go_on_never_makes_less_of_a_limit(
    far: float, long: float, farther: float, longer: float, combine: Literal["and", "or"]
) -> None:
    ranks = ["no", "warned", "exceeded"]
    assert ranks.index(_both(combine, far, long)) <= ranks.index(_both(combine, far + farther, long + longer))


def test_of_several_limits_every_one_binds() -> None:
    assert _reached(_stay(_limit(10_000.0), _limit(5000.0), come_m=5000.0)) == [("exceeded", "distance")]


# ---------------------------------------------------------------- who is told


def test_near_a_limit_those_who_answer_for_the_unit_are_told_over_it_both_sides() -> None:
    def rung(come_m: float) -> dict[str, tuple[str, int]]:
        events = limits_reached(_with(_stay(_limit(10_000.0), come_m=come_m)), CAR, at(40), RULES)
        return {e.room: (e.alarm.code, e.priority) for e in events if isinstance(e, ev.AlarmRaised)}

    assert rung(8000.0) == {HOME: ("limit_warned", 2)}
    exceeded = rung(10_000.0)
    assert exceeded == dict.fromkeys((HOME, "NL/ROAD", SOUTH), ("limit_exceeded", 1))


def test_a_room_that_has_a_copy_is_not_alarmed() -> None:
    chase = Chase(rules=RULES_WITH_COPY)
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    assert COPY in chase.pursuit.alerts
    events = limits_reached(_with(_stay(_limit(1000.0), come_m=1000.0), chase.pursuit), CAR, at(70), RULES)
    assert [e.room for e in events if isinstance(e, ev.AlarmRaised)] == [HOME, "NL/ROAD", SOUTH]


# ---------------------------------------------------------------- from Germany into Denmark: 25 km along the track


def _in_denmark(*, odometer_m: float = 1000.0) -> Chase:
    chase = Chase("DE/7")
    chase.open(0, GERMAN, by=desk(WEST))
    chase.present(1, "DE", GERMAN)
    _cross(chase, 30, "DE", "DK", odometer_m)
    return chase


def _cross(chase: Chase, seconds: float, left: str, entered: str, odometer_m: float) -> None:
    over = replace(crossing(left, entered, seconds, GERMAN, place=(54.8, 9.4)), odometer_m=odometer_m)
    seen = replace(sighting("DE", seconds), territory=(entered,), lat=54.8, lon=9.4, odometer_m=odometer_m)
    head: dict[str, Any] = {"id": over.id, "case": chase.case, "mode": chase.mode, "happened_at": at(seconds)}
    chase.take(UnitCrossed(**head, unit=GERMAN, crossing=over, seen=seen))


def _drive(chase: Chase, seconds: float, metres: float) -> Decision:
    return chase.moved(seconds, GERMAN, 54.9, 9.4, territory="DK", odometer_m=1000.0 + metres)


def _alarms(chase: Chase, room: str = WEST) -> list[str]:
    return [alarm.code for alarm in alert_of(chase, room).alarms] if room in chase.pursuit.alerts else []


def test_the_twenty_five_kilometres_run_from_the_interpolated_crossing_by_the_units_odometer() -> None:
    chase = _in_denmark()
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.card, stay.since, stay.odometer_m) == ("DE>DK/police/2026-01-01", at(30), 1000.0)
    _drive(chase, 600, 19_999)
    assert _alarms(chase) == ["no_room"]
    _drive(chase, 610, 20_000)
    assert _alarms(chase) == ["no_room", "limit_warned"]
    _drive(chase, 700, 25_000)
    assert _alarms(chase) == ["no_room", "limit_warned", "limit_exceeded"]
    assert alert_of(chase, WEST).alarms[-1].params == {"unit": GERMAN, "state": "DK", "by": "distance"}
    _drive(chase, 800, 30_000)
    assert _alarms(chase) == ["no_room", "limit_warned", "limit_exceeded"]


def _seen_in_denmark() -> Chase:
    """Nobody knows when it came in: it was seen there first after ten minutes."""
    chase = Chase("DE/7")
    chase.open(600, GERMAN, by=desk(WEST))
    _drive(chase, 601, 0)  # no word of it counts before TRACK has answered
    seen = replace(sighting("DE", 601), territory=("DK",), lat=54.9, lon=9.4, odometer_m=1000.0)
    head: dict[str, Any] = {"id": "p", "case": chase.case, "mode": chase.mode, "happened_at": at(601)}
    chase.take(UnitPresent(**head, unit=GERMAN, event=1, seen=seen))
    return chase


def test_where_it_is_not_known_when_it_came_in_its_limits_run_from_when_it_was_first_seen_there() -> None:
    chase = _seen_in_denmark()
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.crossing, stay.since, stay.odometer_m, stay.travelled_m) == (None, at(601), 1000.0, 0.0)
    _drive(chase, 700, 20_000)
    _drive(chase, 800, 25_000)
    assert _alarms(chase)[-2:] == ["limit_warned", "limit_exceeded"]


def test_a_stay_that_was_kept_without_a_beginning_gets_one_by_the_next_word_of_the_unit() -> None:
    chase = _seen_in_denmark()
    view = chase.pursuit.units[GERMAN]
    kept = replace(view.stays[0], since=None, lat=None, lon=None, odometer_m=None)
    chase.state = replace(chase.pursuit, units={GERMAN: replace(view, stays=(kept,))})
    _drive(chase, 700, 5000)
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.since, stay.odometer_m) == (at(700), 6000.0)


def test_when_it_becomes_known_how_it_came_in_what_was_told_is_not_told_again() -> None:
    chase = _seen_in_denmark()
    _drive(chase, 700, 20_000)
    _cross(chase, 590, "DE", "DK", 500.0)
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.since, stay.odometer_m, stay.reached) == (at(590), 500.0, "warned")
    assert _alarms(chase).count("limit_warned") == 1


def test_of_an_entry_after_that_the_limits_begin_anew() -> None:
    chase = _seen_in_denmark()
    _drive(chase, 700, 20_000)
    _cross(chase, 800, "DE", "DK", 22_000.0)
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.since, stay.reached) == (at(800), "no")


def test_a_stay_whose_card_nobody_here_has_yet_is_told_with_it() -> None:
    state = in_nl().pursuit
    (stay,) = state.units[CAR].stays
    assert stays_begun(state, CAR, at(40), RULES) == ()
    assert stays_begun(replace(state, cards=()), CAR, at(40), RULES) == (ev.StayBegan(unit=CAR, stay=stay),)


def test_back_home_and_in_again_the_limit_begins_anew() -> None:
    chase = _in_denmark()
    _drive(chase, 610, 20_000)
    _cross(chase, 700, "DK", "DE", 30_000.0)
    assert chase.pursuit.units[GERMAN].stays == ()
    _cross(chase, 800, "DE", "DK", 31_000.0)
    chase.moved(900, GERMAN, 54.9, 9.4, territory="DK", odometer_m=32_000.0)
    (stay,) = chase.pursuit.units[GERMAN].stays
    assert (stay.reached, stay.travelled_m) == ("no", 1000.0)


def test_each_unit_is_under_the_card_of_its_own_state() -> None:
    chase = in_nl()
    chase.warn(39, WEST)
    chase.join(40, GERMAN, by=desk(WEST))
    chase.present(41, "NL", GERMAN)
    cards = {name: [stay.card for stay in view.stays] for name, view in chase.pursuit.units.items()}
    assert cards == {CAR: ["BE>NL/police/2026-01-01"], GERMAN: ["DE>NL/police/2026-01-01"]}


def test_a_unit_in_its_own_state_has_no_stay_and_one_of_which_nothing_is_known_has_an_unknown_card() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    assert chase.pursuit.units[CAR].stays == ()
    chase.join(70, "NL/CAR-9", by=desk(SOUTH))
    chase.present(71, "FR", "NL/CAR-9")
    (stay,) = chase.pursuit.units["NL/CAR-9"].stays
    assert (stay.state, stay.known, stay.limits, stay.crossing) == ("FR", False, (), None)


def test_a_confirmed_crossing_moves_the_clock_of_its_stay() -> None:
    chase, told = Chase(), possible("BE", "NL", 30)
    chase.open()
    chase.present(1, "BE")
    chase.told(30, told, "NL")
    chase.told(36, settled(told, "confirmed", at=at(28)), "NL")
    (stay,) = chase.pursuit.units[CAR].stays
    assert stay.since == at(28)


# ---------------------------------------------------------------- customs of Spain in Portugal: 50 km or two hours


def _in_portugal() -> Chase:
    chase = Chase("ES/7")
    chase.open(0, SPANISH, by=desk("ES/ROOM"))
    _present(chase, 1, "PT", crossing("ES", "PT", 0.5, SPANISH, place=(38.9, -7.0)))
    return chase


def _present(chase: Chase, seconds: float, territory: str, *crossings: Crossing) -> None:
    seen = replace(sighting("DE", seconds), territory=(territory,), lat=38.9, lon=-7.0)
    head: dict[str, Any] = {"case": "ES/7", "mode": "exercise", "happened_at": at(seconds), "unit": SPANISH}
    chase.take(UnitPresent(id=f"present {seconds}", **head, event=1, seen=seen, crossings=crossings, service="customs"))


KIND = f"limit:{SPANISH}|PT"


def test_two_hours_come_due_by_themselves_told_ahead_and_again_when_they_are_over() -> None:
    chase = _in_portugal()
    assert chase.pursuit.units[SPANISH].stays[0].card == "ES>PT/customs/2026-01-01"
    assert chase.pursuit.dues[KIND] == at(0.5 + 5760)
    chase.comes_due(KIND)
    assert "limit_warned" in _alarms(chase, "ES/ROOM")
    assert chase.pursuit.dues[KIND] == at(0.5 + 7200)
    chase.comes_due(KIND)
    assert _alarms(chase, "ES/ROOM")[-1] == "limit_exceeded"
    assert KIND not in chase.pursuit.dues


def _coming(chase: Chase, kind: str, when: datetime) -> tuple[ev.Event, ...]:
    return limit_due(chase.pursuit, kind, when, RULES)


def test_the_deadline_of_a_unit_that_is_out_is_only_taken_away() -> None:
    chase = _in_portugal()
    chase.leave(100, SPANISH, by=desk("ES/ROOM"))
    assert _coming(chase, KIND, at(5760.5)) == (ev.DueSet(kind=KIND, deadline=None),)
    unknown = "limit:ES/NOBODY|PT"
    assert _coming(chase, unknown, at(5760.5)) == (ev.DueSet(kind=unknown, deadline=None),)


def test_a_deadline_that_came_due_while_the_unit_was_perhaps_out_is_set_anew_when_it_never_was() -> None:
    chase = _in_portugal()
    out = possible("PT", "ES", 5700, SPANISH, place=(38.9, -7.0))
    _present(chase, 5701, "ES", out)
    chase.comes_due(KIND)
    assert KIND not in chase.pursuit.dues
    _present(chase, 5790, "PT", settled(out, "withdrawn", 90))
    assert "limit_warned" in _alarms(chase, "ES/ROOM")
    assert chase.pursuit.dues[KIND] == at(0.5 + 7200)


def test_another_card_holds_once_the_service_of_a_unit_is_known_and_the_rooms_read_it() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.present(40, "NL", CAR, (crossing("BE", "NL", 30),), service="customs")
    assert [stay.card for stay in chase.pursuit.units[CAR].stays] == ["BE>NL/customs/2026-01-01"]
    alert = alert_of(chase, SOUTH)
    assert (alert.cards, alert.rang_revision) == (("BE>NL/customs/2026-01-01",), 1)
    assert alert.acknowledged is not None


def test_who_can_reach_the_unit_hears_of_its_limit_too() -> None:
    state = in_nl().pursuit
    assert _hosts(state, "NL") == {ROAD, SOUTH}
    joint = replace(state.alerts[SOUTH], room="LU/JOINT", kind="border", territory_to=("FR",))
    assert _hosts(replace(state, alerts={**state.alerts, "LU/JOINT": joint}), "FR") == {"LU/JOINT"}


def test_the_card_of_one_unit_takes_none_from_another() -> None:
    chase = in_nl()
    chase.join(35, SECOND)
    chase.present(36, "NL", SECOND, (crossing("BE", "NL", 34, SECOND),))
    chase.present(40, "NL", SECOND, (crossing("BE", "NL", 34, SECOND),), service="customs")
    assert alert_of(chase, SOUTH).cards == ("BE>NL/customs/2026-01-01", "BE>NL/police/2026-01-01")
