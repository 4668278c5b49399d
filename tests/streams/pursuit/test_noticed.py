"""When a room had notice of an entry, and whether that was no later than the crossing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.orders import Telephoned
from streams.pursuit import events as ev
from streams.pursuit.noticed import (
    REASONS,
    judged,
    notice_by_console,
    notice_by_telephone,
    notice_from,
    notice_of_person,
    was_called,
    with_notice,
    without_crossing,
)
from streams.records import Acknowledgement, AtConsole, Notice, Telephone
from tests.streams.pursuit.scene import (
    HOME,
    SOUTH,
    Chase,
    approach,
    at,
    crossing,
    desk,
    in_nl,
    opened_at_home,
    possible,
    settled,
    view_of,
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
        crossed_at=at(crossed),
        not_before=at(crossed - unsure),
        not_after=at(crossed),
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


def test_the_newest_call_says_whether_anybody_must_still_call() -> None:
    alert = in_nl().pursuit.alerts[SOUTH]  # rang at 30.1
    before = notice_by_telephone(None, SOUTH, _call(20))
    assert not was_called(None, alert)
    assert not was_called(before, alert)
    after = notice_by_telephone(before, SOUTH, _call(40))
    assert was_called(after, alert)
    assert was_called(notice_by_telephone(after, SOUTH, _call(10)), alert)


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


def _owner(second: float) -> Acknowledgement:
    return Acknowledgement(by=desk(SOUTH), revision=1, at=at(second))


# ---------------------------------------------------------------- kept with its verdict


def test_a_notice_is_kept_with_its_verdict_beside_those_of_other_rooms() -> None:
    other = replace(_notice(), room="NL/OTHER")
    kept = with_notice({"NL/OTHER": other}, _notice(shown=90))
    assert kept["NL/OTHER"] is other
    assert kept[_notice().room] == judged(_notice(shown=90))
