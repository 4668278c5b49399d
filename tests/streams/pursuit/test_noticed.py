"""When a room had notice of an entry, and whether that was no later than the crossing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.orders import OpenedInError, Telephoned, WithdrawUnit
from streams.pursuit import events as ev
from streams.pursuit.noticed import (
    REASONS,
    judged,
    notice_by_console,
    notice_by_telephone,
    notice_from,
    notice_of_alert,
    notice_of_person,
    of_units,
    with_notice,
    without_call,
    without_crossing,
)
from streams.records import Acknowledgement, AtConsole, Crossing, Entry, Notice, Telephone, UnitCrossed
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    JOINT,
    NORTH,
    SECOND,
    SOUTH,
    Chase,
    alert_of,
    approach,
    at,
    crossing,
    desk,
    ended,
    in_nl,
    opened_at_home,
    possible,
    settled,
    sighting,
    view_of,
    with_second,
)  # fmt: skip


def _notice(crossed: float | None = 100, unsure: float = 1, **seen: float) -> Notice:
    """Crossed at an instant that is sure within so many seconds before; shown, sounded ... at these."""
    known: dict[str, Any] = {
        kind: AtConsole(console="c", at=at(second), revision=1)
        for kind, second in seen.items() if kind in {"delivered", "shown", "sounded"}
    }  # fmt: skip
    if "acknowledged" in seen:
        known["acknowledged"] = Acknowledgement(by=desk(SOUTH), revision=1, at=at(seen["acknowledged"]))
    if "telephone" in seen:
        known["telephone"] = _call(seen["telephone"])
    if crossed is None:
        return Notice(room=SOUTH, **known)
    return Notice(
        room=SOUTH,
        crossing="x",
        crossing_unit=CAR,
        crossed_at=at(crossed),
        not_before=at(crossed - unsure),
        not_after=at(crossed),
        entries=(
            Entry(crossing="x", unit=CAR, at=at(crossed), not_before=at(crossed - unsure), not_after=at(crossed)),
        ),
        **known,
    )


def _call(second: float) -> Telephone:
    return Telephone(answered_by="Anna", caller="Bert", at=at(second), by=desk(), entered_at=at(900))


# ---------------------------------------------------------------- the verdict


@pytest.mark.parametrize(
    ("notice", "verdict", "margin_s", "reasons"),
    [
        (_notice(None, shown=50), "not_yet", None, ("no_crossing_known",)),
        (_notice(), "cannot_be_told", None, ("not_delivered",)),
        (_notice(delivered=50), "cannot_be_told", None, ("delivered_only",)),
        (_notice(delivered=50, shown=98), "in_time", 2.0, ("shown",)),
        (_notice(sounded=50, shown=60), "in_time", 50.0, ("sounded",)),
        (_notice(shown=98.5), "cannot_be_told", 1.5, ("shown", "clocks_overlap")),
        (_notice(shown=100.5), "cannot_be_told", -0.5, ("shown", "clocks_overlap")),
        (_notice(shown=101), "late", -1.0, ("shown",)),
        (_notice(acknowledged=130), "late", -30.0, ("acknowledged",)),
        (_notice(telephone=39), "in_time", 61.0, ("telephone",)),
        (_notice(telephone=40), "cannot_be_told", 60.0, ("telephone", "clocks_overlap")),
        (_notice(telephone=160), "late", -60.0, ("telephone",)),
        (_notice(telephone=70, shown=98), "in_time", 2.0, ("shown",)),  # one that is sure is enough
        (_notice(telephone=120, shown=105), "cannot_be_told", -5.0, ("shown", "clocks_overlap")),
        (_notice(telephone=105, shown=120), "cannot_be_told", -5.0, ("telephone", "clocks_overlap")),
        (_notice(unsure=10, shown=80), "in_time", 20.0, ("shown", "crossing_guessed")),
        (_notice(unsure=10, shown=92), "cannot_be_told", 8.0, ("shown", "crossing_guessed", "clocks_overlap")),
    ],
)
def test_a_plain_verdict_with_its_margin_and_reasons(
    notice: Notice, verdict: str, margin_s: float | None, reasons: tuple[str, ...]
) -> None:
    found = judged(notice)
    assert (found.verdict, found.margin_s, found.reasons) == (verdict, margin_s, reasons)
    assert set(reasons) <= set(REASONS)


_SECONDS = st.floats(0, 300)


_KINDS = st.sampled_from(["shown", "sounded", "acknowledged", "telephone"])
_SEEN = st.dictionaries(_KINDS, _SECONDS)


def _unsure(kind: str) -> timedelta:
    return timedelta(seconds=60 if kind == "telephone" else 1)


@given(_SECONDS, st.floats(0, 60), _SEEN)
def test_it_is_never_in_time_nor_late_where_the_instants_may_overlap(
    crossed: float, unsure: float, seen: dict[str, float]
) -> None:
    found = judged(_notice(crossed, unsure, **seen))
    in_time = [at(second) + _unsure(kind) <= at(crossed - unsure) for kind, second in seen.items()]
    late = [at(second) - _unsure(kind) >= at(crossed) for kind, second in seen.items()]
    assert (found.verdict == "in_time") == any(in_time)
    assert (found.verdict == "late") == (bool(late) and all(late))


@given(_SECONDS, _SEEN, _KINDS, st.floats(0, 100))
def test_to_know_of_it_earlier_or_by_one_way_more_never_makes_the_verdict_worse(
    crossed: float, seen: dict[str, float], kind: str, earlier: float
) -> None:
    ranks = ["late", "not_yet", "cannot_be_told", "in_time"]
    then = {**seen, kind: seen[kind] - earlier} if kind in seen else {**seen, kind: crossed}
    now = judged(_notice(crossed, **seen)).verdict
    assert ranks.index(judged(_notice(crossed, **then)).verdict) >= ranks.index(now)


# ---------------------------------------------------------------- what is known


def _had(kind: Any, second: float) -> ev.Notified:
    return ev.Notified(room=SOUTH, revision=1, kind=kind, console=f"console-{second}", at=at(second))


def test_the_first_console_of_each_kind_and_the_first_person_count() -> None:
    notice: Notice | None = Notice(room=SOUTH)
    for kind, second in (("delivered", 1), ("delivered", 2), ("shown", 3), ("sounded", 4), ("shown", 5)):
        notice = notice_by_console(notice, _had(kind, second))
    assert notice is not None
    instants = {kind: getattr(notice, kind).at for kind in ("delivered", "shown", "sounded")}
    assert instants == {"delivered": at(1), "shown": at(3), "sounded": at(4)}
    owners = [Acknowledgement(by=desk(SOUTH), revision=1, at=at(second)) for second in (6, 7)]
    first = notice_of_person(notice_of_person(notice, owners[0]), owners[1])
    assert first is not None
    assert first.acknowledged == owners[0]


def test_of_calls_the_earliest_counts_also_when_it_is_written_down_later() -> None:
    notice = notice_by_telephone(None, SOUTH, _call(50))
    assert notice_by_telephone(notice, SOUTH, _call(60)).telephone == _call(50)
    assert notice_by_telephone(notice, SOUTH, _call(40)).telephone == _call(40)


def test_nothing_is_noted_of_a_room_that_no_entry_concerns() -> None:
    assert notice_by_console(None, _had("shown", 1)) is None
    assert notice_of_person(None, Acknowledgement(by=desk(SOUTH), revision=1, at=at(1))) is None
    assert HOME not in in_nl().pursuit.notices


def test_a_crossing_that_never_was_is_forgotten_and_what_was_seen_is_not() -> None:
    assert without_crossing(_notice(shown=50)) == _notice(None, shown=50)


# ---------------------------------------------------------------- in a pursuit


def _of(chase: Chase, room: str = SOUTH) -> Notice:
    return judged(chase.pursuit.notices[room])


def test_notice_of_the_approach_counts_for_the_entry() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    chase.receipt(12, SOUTH, 1, "shown")
    assert _of(chase).verdict == "not_yet"
    chase.crossed(60, "BE", "NL")
    assert (_of(chase).verdict, _of(chase).margin_s) == ("in_time", 47.9)


def test_what_was_seen_of_an_entry_that_is_over_says_nothing_of_the_next() -> None:
    chase = in_nl()
    chase.receipt(31, SOUTH, 1, "shown")
    chase.crossed(60, "NL", "BE")
    chase.crossed(900, "BE", "NL")
    assert (_of(chase).shown, _of(chase).crossed_at) == (None, at(900))


def test_back_at_once_is_the_same_entry() -> None:
    chase = in_nl()
    chase.receipt(31, SOUTH, 1, "shown")
    chase.crossed(60, "NL", "BE")
    chase.crossed(90, "BE", "NL")
    assert (_of(chase).crossed_at, _of(chase).verdict) == (at(30), "late")


def test_it_follows_the_crossing_as_it_is_settled() -> None:
    chase, told = opened_at_home(), possible("BE", "NL", 30)
    chase.told(30, told, "NL")
    chase.receipt(31, SOUTH, 1, "shown")
    chase.told(36, settled(told, "confirmed", at=at(40), not_after=at(41)), "NL")
    assert (_of(chase).crossed_at, _of(chase).not_after) == (at(40), at(41))
    never = opened_at_home()
    never.told(30, told, "NL")
    never.told(36, settled(told, "withdrawn"), "BE")
    assert (_of(never).crossing, _of(never).verdict) == (None, "not_yet")


def test_an_offline_room_that_was_called_before_the_crossing_had_notice_in_time() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10, eta_s=300))
    chase.order(100, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(95)))
    chase.crossed(300, "BE", "NL")
    assert (_of(chase).verdict, _of(chase).margin_s, _of(chase).reasons) == ("in_time", 205.0, ("telephone",))


def test_a_call_before_there_was_any_alert_counts_for_the_entry_that_follows() -> None:
    chase = opened_at_home()
    chase.order(100, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(95)))
    chase.crossed(300, "BE", "NL")
    assert _of(chase).verdict == "in_time"


def test_every_room_reads_the_verdict_of_every_other() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    verdicts = {notice.room: notice.verdict for notice in view_of(chase.decisions[-1]).notices}
    assert verdicts == {"NL/ROAD": "cannot_be_told", SOUTH: "late"}


def test_a_guess_between_two_fixes_is_told_between_its_instants() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "BE")
    over = replace(crossing("BE", "NL", 100), not_before=at(40), not_after=at(160), guess=True)
    chase.told(160, over, "NL")
    chase.receipt(161, SOUTH, 1, "shown")
    assert _of(chase).reasons == ("shown", "crossing_guessed")
    first: datetime | None = _of(chase).not_before
    assert first == at(40)


# ---------------------------------------------------------------- a pursuit that was taken in


def test_a_room_that_this_pursuit_knows_no_entry_of_has_what_it_had_in_the_other() -> None:
    other = _notice(shown=90)
    assert notice_from(None, other, "BE/X") == replace(other, from_case="BE/X")


def test_what_it_had_here_of_another_cars_approach_proves_nothing_but_a_call_counts_for_both() -> None:
    merged = notice_from(
        replace(_notice(None, shown=10), telephone=_call(20)), _notice(shown=130, telephone=50), "BE/X"
    )
    assert merged is not None
    assert (merged.shown and merged.shown.at, merged.telephone and merged.telephone.at) == (at(130), at(20))


def test_a_room_that_has_an_entry_of_its_own_here_keeps_its_own() -> None:
    assert notice_from(replace(_notice(shown=90), crossing="other"), _notice(shown=10), "BE/X") is None
    assert notice_from(_notice(shown=90), _notice(shown=10), "BE/X") is None


def test_what_the_other_pursuit_tells_again_of_the_same_entry_is_put_with_what_the_room_had_here() -> None:
    here = notice_from(None, _notice(sounded=120), "BE/X")
    assert here is not None
    both = notice_from(replace(here, acknowledged=_owner(130)), _notice(shown=90, sounded=125, acknowledged=99), "BE/X")
    assert both is not None
    assert (both.shown, both.sounded, both.acknowledged) == (_notice(shown=90).shown, here.sounded, _owner(99))
    assert notice_from(here, _notice(shown=90), "BE/Y") is None


def test_where_a_unit_is_here_since_nobody_knows_when_the_others_proof_is_none_of_it() -> None:
    here = replace(_notice(None), since_unknown=True)
    assert notice_from(here, _notice(shown=10), "BE/X") is None


def test_of_two_warnings_of_the_one_car_the_first_of_each_counts() -> None:
    both = notice_from(_notice(None, shown=41, acknowledged=42), _notice(None, shown=50, sounded=35), "BE/X")
    assert both is not None
    assert (both.shown, both.sounded, both.acknowledged) == (
        _notice(shown=41).shown,
        _notice(sounded=35).sounded,
        _owner(42),
    )


def _of_two() -> Notice:
    """What a room had in a pursuit that was taken in, of two cars."""
    second = Entry(crossing="y", unit=SECOND, at=at(110), not_before=at(109), not_after=at(110))
    taken = notice_from(None, _notice(shown=90), "BE/X")
    assert taken is not None
    return replace(taken, entries=(*taken.entries, second))


def test_whichever_of_its_cars_is_told_here_first_what_the_room_had_counts() -> None:
    told = replace(alert_of(in_nl()), crossing=replace(crossing("BE", "NL", 110, SECOND), id="y"))
    found = notice_of_alert(_of_two(), None, told)
    assert (found and found.shown, found and found.crossed_at) == (_notice(shown=90).shown, at(100))


def test_where_the_room_read_something_else_here_before_a_later_crossing_is_another_entry() -> None:
    told = replace(alert_of(in_nl()), crossing=replace(crossing("BE", "NL", 110, SECOND), id="y"))
    found = notice_of_alert(_of_two(), replace(told, phase="alarm", crossing=None), told)
    assert found is not None
    assert (found.shown, found.since_revision) == (None, told.revision)


def _owner(second: float) -> Acknowledgement:
    return Acknowledgement(by=desk(SOUTH), revision=1, at=at(second))


# ---------------------------------------------------------------- kept with its verdict


def test_a_notice_is_kept_with_its_verdict_beside_those_of_other_rooms() -> None:
    other = replace(_notice(), room="NL/OTHER")
    kept = with_notice({"NL/OTHER": other}, _notice(shown=90))
    assert kept["NL/OTHER"] is other
    assert kept[_notice().room] == judged(_notice(shown=90))


# ---------------------------------------------------------------- what proves nothing


def test_a_receipt_of_what_was_told_of_the_visit_before_proves_nothing_of_this_one() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "BE")
    chase.approaching(1000, approach("NL", 1060))
    chase.receipt(1010, SOUTH, 1, "shown")
    chase.crossed(1060, "BE", "NL")
    assert chase.pursuit.notices[SOUTH].verdict == "cannot_be_told"
    chase.receipt(1070, SOUTH, alert_of(chase, SOUTH).revision, "shown")
    assert (chase.pursuit.notices[SOUTH].verdict, chase.pursuit.notices[SOUTH].margin_s) == ("late", -10.1)


def test_the_car_that_came_first_counts_whenever_it_is_told() -> None:
    chase = with_second(opened_at_home())
    chase.approaching(20, approach("NL", 60))
    chase.receipt(50, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    assert chase.pursuit.notices[SOUTH].verdict == "in_time"
    chase.told(70, crossing("BE", "NL", 40, SECOND), "NL")
    notice = chase.pursuit.notices[SOUTH]
    assert (notice.crossing_unit, notice.verdict, notice.margin_s) == (SECOND, "late", -10.1)


def test_a_car_that_never_was_in_it_takes_its_crossing_with_it_and_another_counts() -> None:
    chase = with_second(opened_at_home())
    chase.crossed(60, "BE", "NL")
    chase.told(70, crossing("BE", "NL", 45, SECOND), "NL")
    chase.receipt(71, SOUTH, 1, "shown")
    assert chase.pursuit.notices[SOUTH].crossing_unit == SECOND
    chase.order(80, WithdrawUnit(unit=SECOND, reason="another patrol"))
    assert (chase.pursuit.notices[SOUTH].crossing_unit, chase.pursuit.notices[SOUTH].margin_s) == (CAR, -11.1)
    chase.order(81, WithdrawUnit(unit=CAR, reason="another patrol too"))
    assert (chase.pursuit.notices[SOUTH].crossing, chase.pursuit.notices[SOUTH].verdict) == (None, "not_yet")


def test_of_a_pursuit_opened_in_error_no_entry_is_judged() -> None:
    chase = in_nl()
    chase.receipt(31, SOUTH, 1, "shown")
    chase.order(50, OpenedInError(reason="a wedding"))
    assert chase.pursuit.notices[SOUTH].verdict == "not_yet"


def _telephoned(chase: Chase, written: float, called: float) -> None:
    order = Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(called))
    chase.order(written, order)


def test_a_call_about_the_visit_before_proves_nothing_of_this_one_and_one_in_between_does() -> None:
    chase = in_nl()
    _telephoned(chase, 35, 25)
    chase.crossed(60, "NL", "BE")
    chase.crossed(2000, "BE", "NL")
    _telephoned(chase, 2010, 40)
    assert chase.pursuit.notices[SOUTH].telephone is None
    other = in_nl()
    _telephoned(other, 35, 25)
    other.crossed(60, "NL", "BE")
    _telephoned(other, 1700, 1700)
    other.crossed(2000, "BE", "NL")
    notice = other.pursuit.notices[SOUTH]
    assert notice.telephone is not None
    assert (notice.telephone.at, notice.verdict) == (at(1700), "in_time")


def test_where_a_unit_is_since_nobody_knows_when_another_ones_entry_proves_nothing() -> None:
    chase = with_second(opened_at_home())
    chase.present(30, "NL", CAR)
    chase.receipt(36, SOUTH, 1, "shown")
    chase.crossed(100, "BE", "NL", SECOND)
    assert (chase.pursuit.notices[SOUTH].verdict, chase.pursuit.notices[SOUTH].reasons) == (
        "cannot_be_told", ("no_crossing_known",),
    )  # fmt: skip


def test_a_call_about_a_unit_that_left_the_pursuit_abroad_proves_nothing_of_the_next() -> None:
    chase = with_second(in_nl())
    chase.leave(100, CAR)
    chase.crossed(2000, "BE", "NL", SECOND)
    _telephoned(chase, 2100, 20)
    assert chase.pursuit.notices[SOUTH].telephone is None
    assert chase.pursuit.notices[SOUTH].verdict == "cannot_be_told"


def test_a_call_counts_though_what_was_foreseen_first_came_to_nothing() -> None:
    chase, first = opened_at_home(), approach("NL", 10)
    _telephoned(chase, 5, 5)
    chase.approaching(10, first)
    _telephoned(chase, 20, 20)
    chase.approaching(40, ended(first, "withdrawn", 40))
    chase.approaching(90, approach("NL", 90))
    chase.crossed(150, "BE", "NL")
    notice = chase.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.reasons, notice.margin_s) == ("in_time", ("telephone",), 145.0)
    assert notice.called_at == at(20)


def test_where_the_first_car_never_came_the_one_before_the_told_one_counts() -> None:
    third = "BE/CAR-3"
    chase = with_second(opened_at_home())
    chase.join(33, third)
    chase.present(34, "BE", third)
    chase.approaching(35, approach("NL", 35))
    chase.receipt(55, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    chase.told(65, crossing("BE", "NL", 50, third), "NL")
    perhaps = possible("BE", "NL", 40, SECOND)
    chase.told(70, perhaps, "NL")
    assert (_of(chase).crossing_unit, _of(chase).margin_s) == (SECOND, -15.1)
    chase.told(76, settled(perhaps, "withdrawn"), "BE")
    assert (_of(chase).crossing_unit, _of(chase).verdict) == (third, "late")
    chase.order(80, WithdrawUnit(unit=third, reason="another patrol"))
    assert (_of(chase).crossing_unit, _of(chase).margin_s) == (CAR, 4.9)


def test_with_a_car_that_never_was_in_it_goes_its_crossing_alone_and_the_next_one_counts() -> None:
    third = "BE/CAR-3"
    chase = with_second(opened_at_home())
    chase.join(33, third)
    chase.present(34, "BE", third)
    chase.crossed(60, "BE", "NL")
    chase.told(65, crossing("BE", "NL", 50, third), "NL")
    chase.told(70, crossing("BE", "NL", 45, SECOND), "NL")
    chase.order(80, WithdrawUnit(unit=SECOND, reason="another patrol"))
    assert _of(chase).crossing_unit == third


def test_a_car_that_came_during_the_visit_before_and_is_told_later_is_not_of_this_one() -> None:
    chase = with_second(in_nl())
    chase.crossed(60, "NL", "BE")
    chase.crossed(2000, "BE", "NL")
    chase.told(2010, crossing("BE", "NL", 45, SECOND), "NL")
    assert _of(chase).crossed_at == at(2000)


def test_of_a_joint_centre_too_the_car_that_came_first_counts() -> None:
    chase = with_second(opened_at_home())
    chase.approaching(33, approach("FR", 33))
    chase.receipt(50, JOINT, 1, "shown")
    chase.crossed(60, "BE", "FR")
    assert _of(chase, JOINT).verdict == "in_time"
    chase.told(70, crossing("BE", "FR", 40, SECOND), "FR")
    assert (_of(chase, JOINT).crossing_unit, _of(chase, JOINT).verdict) == (SECOND, "late")


def test_a_visit_that_is_proved_late_and_came_before_anybody_knew_counts_against() -> None:
    chase = opened_at_home()
    chase.approaching(33, approach("NL", 33))
    chase.receipt(50, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    assert _of(chase).verdict == "in_time"
    chase.told(80, replace(crossing("BE", "NL", 20), late=True), "NL")
    assert (_of(chase).crossed_at, _of(chase).verdict) == (at(20), "late")


def test_of_a_pursuit_opened_in_error_no_car_is_judged_that_the_alert_did_not_tell_of() -> None:
    chase = with_second(opened_at_home())
    chase.crossed(60, "BE", "NL")
    chase.told(70, crossing("BE", "NL", 45, SECOND), "NL")
    chase.receipt(71, SOUTH, 1, "shown")
    chase.order(80, OpenedInError(reason="a wedding"))
    assert (_of(chase).crossing, _of(chase).verdict) == (None, "not_yet")


@pytest.mark.parametrize(
    ("far", "called", "crossed"),
    [(datetime.min.replace(tzinfo=UTC), "in_time", "late"), (datetime.max.replace(tzinfo=UTC), "late", "in_time")],
)
def test_no_instant_is_too_far_away_to_be_judged(far: datetime, called: str, crossed: str) -> None:
    assert judged(replace(_notice(), telephone=replace(_call(1), at=far))).verdict == called
    notice = replace(_notice(shown=50), crossed_at=far, not_before=far, not_after=far)
    assert judged(notice).verdict == crossed


def test_with_a_call_goes_what_it_proved() -> None:
    notice = notice_by_telephone(notice_by_telephone(Notice(room=SOUTH), SOUTH, _call(50.4)), SOUTH, _call(60))
    left = without_call(notice, at(50.4))
    assert (left.telephone, left.newest_call, left.called_at) == (_call(60), None, at(60))
    none = without_call(left, at(60))
    assert (none.telephone, none.called_at) == (None, None)


# ---------------------------------------------------------------- every crossing of the entry is kept


def _told_at(chase: Chase, seconds: float, over: Crossing) -> None:
    head: dict[str, Any] = {"case": chase.case, "mode": "exercise", "happened_at": at(seconds)}
    chase.take(UnitCrossed(id=f"{over.id}|told", unit=over.unit, crossing=over, seen=sighting("NL", seconds), **head))


def test_where_the_first_car_never_was_in_it_the_others_first_crossing_counts_not_its_last() -> None:
    chase = with_second(in_nl())
    chase.acknowledge(35, SOUTH, 1)
    chase.crossed(40, "BE", "NL", SECOND)
    chase.crossed(60, "NL", "BE", SECOND)
    chase.crossed(70, "NL", "BE", CAR)
    chase.crossed(90, "BE", "NL", SECOND)
    chase.receipt(91, SOUTH, alert_of(chase, SOUTH).revision, "shown")
    chase.order(95, WithdrawUnit(unit=CAR, reason="another patrol"))
    assert (_of(chase).crossed_at, _of(chase).margin_s) == (at(40), 4.9)


def test_a_second_car_that_may_have_come_before_anybody_knew_leaves_it_open() -> None:
    chase = with_second(opened_at_home())
    chase.approaching(33, approach("NL", 33))
    chase.receipt(50, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    assert _of(chase).verdict == "in_time"
    gap = replace(crossing("BE", "NL", 65, SECOND), not_before=at(40), not_after=at(90), guess=True)
    _told_at(chase, 91, gap)
    assert (_of(chase).crossing_unit, _of(chase).verdict) == (CAR, "cannot_be_told")
    assert (_of(chase).not_before, _of(chase).not_after) == (at(40), at(60))


def test_it_was_late_where_one_of_them_had_surely_come_before_anybody_knew() -> None:
    chase = with_second(opened_at_home())
    chase.crossed(60, "BE", "NL")
    chase.receipt(62, SOUTH, 1, "shown")
    gap = replace(crossing("BE", "NL", 58, SECOND), not_before=at(40), not_after=at(90), guess=True)
    _told_at(chase, 91, gap)
    assert (_of(chase).crossing_unit, _of(chase).verdict) == (SECOND, "late")


def test_of_a_car_that_goes_to_and_fro_the_first_crossings_are_kept() -> None:
    chase = in_nl()
    chase.acknowledge(35, SOUTH, 1)
    for number in range(12):
        chase.crossed(40 + number * 20, "NL", "BE")
        chase.crossed(50 + number * 20, "BE", "NL")
    assert [entry.at for entry in chase.pursuit.notices[SOUTH].entries] == [at(30 + n * 20) for n in range(8)]


def test_a_visit_proved_late_counts_on_where_the_unit_that_was_there_openly_never_was() -> None:
    chase = with_second(in_nl())
    chase.told(90, replace(crossing("BE", "NL", 60, SECOND), late=True), "BE")
    chase.order(95, WithdrawUnit(unit=CAR, reason="another patrol"))
    assert (_of(chase).crossing_unit, _of(chase).crossed_at) == (SECOND, at(60))


def test_a_car_that_came_before_the_last_way_out_belongs_to_the_same_entry() -> None:
    chase = with_second(in_nl())
    chase.receipt(31, SOUTH, 1, "shown")
    chase.crossed(400, "NL", "BE")
    _told_at(chase, 500, crossing("BE", "NL", 395, SECOND))
    assert alert_of(chase, SOUTH).raised_at == at(500.1), "nobody had acknowledged the entry before: it rings"
    assert (alert_of(chase, SOUTH).phase, _of(chase).crossed_at, _of(chase).verdict) == ("entered", at(30), "late")


def test_a_visit_proved_late_does_not_move_back_when_the_visit_after_it_ended() -> None:
    chase = with_second(in_nl())
    chase.acknowledge(35, SOUTH, 1)
    chase.crossed(200, "NL", "BE")
    for half in (crossing("BE", "NL", 10, SECOND), crossing("NL", "BE", 15, SECOND)):
        chase.told(210 + half.at.second / 100, replace(half, late=True), "BE")
    chase.crossed(2000, "BE", "NL")
    _telephoned(chase, 2100, 150)
    assert (_of(chase).crossed_at, _of(chase).telephone) == (at(2000), None)


def test_of_some_of_the_units_only_their_crossings_count() -> None:
    chase = with_second(in_nl())
    chase.crossed(40, "BE", "NL", SECOND)
    notice = chase.pursuit.notices[SOUTH]
    assert of_units(notice, {CAR, SECOND}) is notice
    assert (of_units(notice, {SECOND}).crossed_at, of_units(notice, {SECOND}).crossing_unit) == (at(40), SECOND)
    assert of_units(notice, set()).verdict == "not_yet"


_TIMES = st.lists(st.integers(20, 600), min_size=2, max_size=8, unique=True).map(sorted)


@given(_TIMES, st.lists(st.booleans(), min_size=8, max_size=8), st.sampled_from([None, CAR, SECOND]))
def test_it_is_measured_against_the_first_crossing_that_stands(
    times: list[int], seconds_car: list[bool], in_error: str | None
) -> None:
    chase, inside = with_second(opened_at_home()), {CAR: False, SECOND: False}
    came: list[tuple[int, str]] = []
    for time, is_second in zip(times, seconds_car, strict=False):
        unit = SECOND if is_second else CAR
        left, entered = ("NL", "BE") if inside[unit] else ("BE", "NL")
        chase.told(35 + time, crossing(left, entered, 35 + time, unit), entered)
        inside[unit] = not inside[unit]
        came += [(35 + time, unit)] if entered == "NL" else []
    if in_error:
        chase.order(700, WithdrawUnit(unit=in_error, reason="another patrol"))
    notice = chase.pursuit.notices.get(SOUTH)
    since = notice.since_at if notice else None
    stand = [at(time) for time, unit in came if unit != in_error and (since is None or at(time) > since)]
    assert (notice.crossed_at if notice else None) == min(stand, default=None)


def test_who_was_told_that_the_car_turned_away_and_was_not_rung_had_no_notice_of_its_entry_elsewhere() -> None:
    chase = opened_at_home()
    coming = approach("NL", 10, place=(50.8, 6.0))
    chase.approaching(10, coming)
    chase.receipt(15, NORTH, 1, "shown")
    chase.approaching(60, ended(coming, "withdrawn", 60))
    chase.crossed(4000, "BE", "NL")
    assert (alert_of(chase, NORTH).phase, chase.pursuit.notices[NORTH].verdict) == ("withdrawn", "not_yet")


HELICOPTER = "BE/HELI-1"


def _with_helicopter() -> Chase:
    chase = opened_at_home()
    chase.join(1, HELICOPTER)
    chase.present(2, "BE", HELICOPTER, movement="air")
    return chase


def _verdict(chase: Chase, room: str = SOUTH) -> tuple[str, str | None]:
    notice = chase.pursuit.notices[room]
    return notice.verdict, notice.crossing_unit


def test_what_a_room_read_of_an_aircraft_is_no_notice_of_the_car() -> None:
    chase = _with_helicopter()
    chase.approaching(10, approach("NL", 10, HELICOPTER, eta_s=40))
    chase.receipt(11, SOUTH, 1, "shown")
    chase.crossed(40, "BE", "NL", HELICOPTER)
    chase.crossed(60, "NL", "BE", HELICOPTER)
    assert SOUTH not in chase.pursuit.notices
    chase.crossed(120, "BE", "NL")
    assert _verdict(chase) == ("cannot_be_told", CAR)


def test_nor_is_the_aircrafts_pre_alert_where_the_car_comes_unannounced() -> None:
    chase = _with_helicopter()
    chase.approaching(10, approach("NL", 10, HELICOPTER, eta_s=100))
    chase.receipt(11, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    assert _verdict(chase) == ("cannot_be_told", CAR)


def test_a_pre_alert_that_was_withdrawn_is_no_notice_of_a_visit_proved_late() -> None:
    chase = opened_at_home()
    foreseen = approach("NL", 10)
    chase.approaching(10, foreseen)
    chase.receipt(12, SOUTH, 1, "shown")
    chase.approaching(30, ended(foreseen, "withdrawn", 30))
    chase.told(310, replace(crossing("BE", "NL", 300), late=True), "BE")
    assert _verdict(chase) == ("cannot_be_told", CAR)


def test_that_a_car_is_in_its_area_is_no_notice_of_one_that_crosses_elsewhere() -> None:
    chase = with_second(opened_at_home())
    foreseen = approach("NL", 40)
    chase.approaching(40, foreseen)
    chase.receipt(41, SOUTH, 1, "shown")
    chase.approaching(50, ended(foreseen, "withdrawn", 50))
    chase.crossed(100, "BE", "NL", place=(50.8, 6.0))
    chase.moved(150, CAR, 50.2, 6.1)
    chase.crossed(300, "BE", "NL", SECOND, place=(50.8, 6.0))
    assert alert_of(chase).kind == "area"
    assert _verdict(chase) == ("not_yet", None)


def _one_came_in_time() -> Chase:
    """The room saw the car come; where the other one of the pursuit is, nobody knows."""
    chase = opened_at_home()
    chase.join(1, SECOND)
    chase.approaching(10, approach("NL", 10))
    chase.receipt(11, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    return chase


def test_found_inside_after_another_was_in_time_leaves_it_open_as_if_found_before() -> None:
    chase = _one_came_in_time()
    assert _verdict(chase) == ("in_time", CAR)
    chase.present(70, "NL", SECOND)
    assert _verdict(chase) == ("cannot_be_told", CAR)


def test_a_crew_that_ended_its_part_by_mistake_and_is_back_has_crossed_once() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    chase.receipt(11, SOUTH, 1, "shown")
    chase.crossed(60, "BE", "NL")
    chase.leave(100, CAR)
    chase.join(105, CAR)
    chase.present(106, "NL", CAR, (crossing("BE", "NL", 60),))
    assert _verdict(chase) == ("in_time", CAR)


def test_of_a_unit_that_is_there_since_nobody_knows_when_it_cannot_be_told() -> None:
    chase = Chase()
    chase.open()
    chase.present(1, "NL")
    assert chase.pursuit.notices[SOUTH].verdict == "cannot_be_told"


def test_a_warning_by_hand_that_was_foreseen_in_vain_counts_for_the_entry_that_comes() -> None:
    chase = opened_at_home()
    chase.warn(5, SOUTH)
    chase.receipt(6, SOUTH, 1, "shown")
    foreseen = approach("NL", 10)
    chase.approaching(10, foreseen)
    chase.approaching(30, ended(foreseen, "withdrawn", 30))
    chase.crossed(200, "BE", "NL")
    assert _verdict(chase) == ("in_time", CAR)


def _first_unknown() -> Chase:
    """The room saw the car come, but another may have been there before it."""
    chase = _one_came_in_time()
    chase.acknowledge(62, SOUTH, alert_of(chase).revision)
    chase.present(70, "NL", SECOND)
    return chase


def test_what_cannot_be_told_of_an_entry_cannot_be_told_when_it_goes_on() -> None:
    back = _first_unknown()
    back.crossed(80, "NL", "BE", SECOND)
    back.crossed(90, "NL", "BE")
    back.crossed(100, "BE", "NL")
    assert _verdict(back) == ("cannot_be_told", CAR)
    never_out = _first_unknown()
    never_out.crossed(80, "NL", "BE", SECOND)
    out = possible("NL", "BE", 90)
    never_out.told(90, out, "BE")
    never_out.told(95, settled(out, "withdrawn"), "NL")
    assert (alert_of(never_out).phase, _verdict(never_out)[0]) == ("entered", "cannot_be_told")


def test_a_call_about_the_visit_before_an_aircraft_proves_nothing_of_the_entry_after_it() -> None:
    chase = _with_helicopter()
    chase.order(6, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(5)))
    chase.crossed(100, "BE", "NL")
    chase.crossed(300, "NL", "BE")
    chase.crossed(500, "BE", "NL", HELICOPTER)
    chase.crossed(600, "NL", "BE", HELICOPTER)
    chase.crossed(1500, "BE", "NL")
    notice = chase.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.telephone) == ("cannot_be_told", None)


@pytest.mark.parametrize(("flown_s", "car_s"), [(1501, 1500), (1000, 990), (1000, 1500)])
def test_a_second_entry_is_another_one_whatever_an_aircraft_did_before_it_was_told(
    flown_s: float, car_s: float
) -> None:
    chase = _with_helicopter()
    chase.approaching(50, approach("NL", 50))
    chase.acknowledge(60, SOUTH, 1)
    chase.crossed(110, "BE", "NL")
    chase.crossed(300, "NL", "BE")
    chase.crossed(flown_s, "BE", "NL", HELICOPTER)
    over = crossing("BE", "NL", car_s)
    told_s = max(flown_s, car_s) + 0.5
    chase.told(told_s, over, "NL")
    notice = chase.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.crossing) == ("cannot_be_told", over.id)


def test_a_call_after_the_visit_before_an_aircraft_counts_for_the_entry_after_it() -> None:
    chase = _with_helicopter()
    chase.crossed(100, "BE", "NL")
    chase.crossed(300, "NL", "BE")
    chase.crossed(1000, "BE", "NL", HELICOPTER)
    chase.order(1011, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(1010)))
    chase.crossed(1500, "BE", "NL")
    notice = chase.pursuit.notices[SOUTH]
    assert (notice.verdict, notice.margin_s) == ("in_time", 490.0)
