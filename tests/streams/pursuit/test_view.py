"""A pursuit as rooms and crews read it: who is where, who knows, who leads, what is known, asked and to be done."""

from dataclasses import replace as with_changes

import pytest
from msgspec.structs import replace

from streams.addressed import ANYBODY
from streams.orders import AddFact, CheckItem, GiveStop, Merge, OpenedInError, Request, Telephoned, WarnRoom
from streams.pursuit.noticed import judged
from streams.pursuit.state import Pursuit
from streams.pursuit.store import join_parts, split_parts
from streams.pursuit.view import for_crews, for_crews_out, view
from streams.records import AlertedRoom, CaseAnswered, encode
from tests.streams.pursuit.long_day import long_day
from tests.streams.pursuit.scene import (
    CASE,
    HOME,
    ROAD,
    RULES,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    approach,
    asked,
    at,
    crew,
    desk,
    in_nl,
    opened_at_home,
    view_of,
)  # fmt: skip

CALLED = "+31 20 123"


def _with_telephones(*only: str) -> Chase:
    """The same world, in which the southern room has a number, and these rooms have no console."""
    chase = Chase()
    rooms = tuple(
        with_changes(room, telephone=CALLED if room.id == SOUTH else "", telephone_only=room.id in only)
        for room in RULES.directory.rooms
    )
    chase.rules = with_changes(RULES, directory=with_changes(RULES.directory, rooms=rooms))
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    return chase


def _alerted(chase: Chase, room: str = SOUTH) -> AlertedRoom:
    (found,) = [one for one in view(chase.pursuit, chase.rules).alerted if one.room == room]
    return found


def _busy() -> Chase:
    """Facts, requests, stop orders and items, made in no order of their ids."""
    chase = in_nl()
    for number, name in enumerate(("z", "a", "m")):
        second = 40 + number
        chase.order(second, AddFact(fact=name, kind="remark", text=name, source="crew"), by=crew())
        chase.order(second + 0.2, Request(request=name, kind="observe", to=SOUTH))
        chase.order(second + 0.4, GiveStop(stop=name, reason="x"), by=desk(SOUTH))
    chase.close(60)
    chase.order(70, CheckItem(item="shots", text="none"))
    return chase


# ---------------------------------------------------------------- what is read


def test_what_is_known_asked_and_ordered_is_read_in_the_order_it_was_said() -> None:
    chase = _busy()
    record = view(chase.pursuit, RULES)
    names = ["z", "a", "m"]
    assert [fact.id for fact in record.facts] == names
    assert [request.id for request in record.requests] == names
    assert [stop.id for stop in record.stops] == names
    assert [entry.item for entry in record.checklist][:3] == ["outcome", "person_handed_over", "objects"]


def test_it_reads_the_same_from_a_state_that_was_kept_in_the_table() -> None:
    state = _busy().pursuit
    kept: Pursuit = join_parts(split_parts(None, state))
    assert encode(view(kept, RULES)) == encode(view(state, RULES))


def test_a_crew_reads_who_is_where_and_what_it_is_told_and_not_what_rooms_do_among_themselves() -> None:
    record = view(_busy().pursuit, RULES)
    mine = for_crews(record)
    assert (mine.units, mine.facts, mine.stops, mine.alerted) == (
        record.units, record.facts, record.stops, record.alerted,
    )  # fmt: skip
    assert (mine.log, mine.notices, mine.requests, mine.checklist) == ((), (), (), ())
    assert record.recipient == mine.recipient == ANYBODY


@pytest.mark.parametrize("end", ["open", "closed", "error", "merged"])
def test_it_says_how_it_ended(end: str) -> None:
    chase = in_nl()
    if end == "closed":
        chase.close(40)
    elif end == "error":
        chase.order(40, OpenedInError(reason="x"))
    elif end == "merged":
        (question,) = asked(chase.order(40, Merge(into="BE/2026-2")))
        chase.take(
            CaseAnswered(
                id="a", case=CASE, mode="exercise", happened_at=at(41), other_case="BE/2026-2", asked=question.id,
                kind="merge", accepted=True,
            )
        )  # fmt: skip
    record = view(chase.pursuit, RULES)
    assert (record.phase, record.goes_on_as) == (end, "BE/2026-2" if end == "merged" else None)


# ---------------------------------------------------------------- who knows


def test_each_alerted_room_stands_there_with_its_number_and_how_far_it_is() -> None:
    chase = _with_telephones()
    chase.receipt(31, SOUTH, 1)
    chase.acknowledge(35, SOUTH, 1)
    room = _alerted(chase)
    assert (room.telephone, room.telephone_only, room.delivered_at, room.kind) == (CALLED, False, at(31.1), "border")
    assert room.acknowledged is not None
    assert not room.call
    assert _alerted(chase, ROAD).telephone == ""


def test_a_room_that_nobody_answers_in_is_to_be_called_until_somebody_has() -> None:
    chase = _with_telephones()
    for _ in range(3):
        assert not _alerted(chase).call
        chase.comes_due(f"escalate:{SOUTH}")
    assert _alerted(chase).call
    chase.order(160, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(155)))
    assert not _alerted(chase).call


def test_a_call_of_before_it_rang_last_does_not_count() -> None:
    chase = _with_telephones()
    for _ in range(3):
        chase.comes_due(f"escalate:{SOUTH}")
    chase.order(160, Telephoned(room=SOUTH, answered_by="Anna", caller="Bert", at=at(20)))
    assert _alerted(chase).call


def test_a_room_without_a_console_is_to_be_called_at_once() -> None:
    room = _alerted(_with_telephones(SOUTH))
    assert (room.telephone_only, room.call, room.escalation) == (True, True, "telephone")


def test_a_room_that_was_only_called_and_one_that_the_directory_does_not_know_stand_there_too() -> None:
    chase = in_nl()
    chase.order(60, Telephoned(room=WEST, answered_by="Anna", caller="Bert", at=at(55)))
    assert (_alerted(chase, WEST).phase, _alerted(chase, WEST).revision) == ("telephoned", 0)
    chase.rules = with_changes(RULES, directory=with_changes(RULES.directory, rooms=()))
    assert (_alerted(chase).telephone, _alerted(chase).telephone_only) == ("", False)
    assert HOME in {room.room for room in view(chase.pursuit, RULES).alerted}


def test_who_warned_a_room_by_hand_reads_with_what() -> None:
    chase = opened_at_home()
    chase.order(20, WarnRoom(to=WEST, text="red van", place="at the old bridge", direction="north"))
    told = {one.room: one for one in view_of(chase.decisions[-1]).alerted}
    assert told[WEST].by_hand == alert_of(chase, WEST).by_hand
    assert told[WEST].by_hand is not None
    assert all(one.by_hand is None for room, one in told.items() if room != WEST)


def test_each_alerted_room_is_shown_with_the_place_that_its_alert_tells_of() -> None:
    chase = opened_at_home()
    chase.approaching(20, coming := approach("NL", 30))
    told = {one.room: one for one in view_of(chase.decisions[-1]).alerted}[SOUTH]
    assert (told.place_of, told.place and told.place.name) == (coming.id, "Zuidstad")
    chase.crossed(30, "BE", "NL")
    told = {one.room: one for one in view_of(chase.decisions[-1]).alerted}[SOUTH]
    crossing = alert_of(chase).crossing
    assert crossing is not None
    assert (told.place_of, told.place and told.place.name) == (crossing.id, "Zuidstad")


def test_every_verdict_that_is_kept_is_that_of_what_is_known_and_one_kept_without_is_judged() -> None:
    for chase in long_day():
        assert all(judged(notice) == notice for notice in chase.pursuit.notices.values())
    chase = in_nl()
    chase.receipt(31, SOUTH, 1, "shown")
    known = chase.pursuit.notices[SOUTH]
    bare = replace(known, verdict="not_yet", margin_s=None, reasons=())
    older = replace(chase.pursuit, notices={**chase.pursuit.notices, SOUTH: bare})
    assert view(older, RULES).notices == view(chase.pursuit, RULES).notices


def test_a_crew_that_is_out_reads_that_it_is_and_nothing_of_the_pursued_or_of_who_knows() -> None:
    chase = in_nl()
    chase.order(40, AddFact(fact="p", kind="suspect", text="Jan P.", source="desk"))
    whole = view(chase.pursuit, chase.rules)
    last = for_crews_out(whole)
    assert (last.case, last.phase, last.units, last.stops) == (whole.case, whole.phase, whole.units, whole.stops)
    assert "Jan P." in encode(for_crews(whole)).decode()
    assert "Jan P." not in encode(last).decode()
    assert (last.facts, last.target, last.alerted, last.log) == ((), None, (), ())
