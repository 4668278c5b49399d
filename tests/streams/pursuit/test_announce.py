"""Who is told what: records of a decision, under which key, to whom, and in which order."""

import orjson

from streams.addressed import ANYBODY, addressed
from streams.orders import AddFact, GiveStop, LiftStop, ReceiveStop, WithdrawUnit
from streams.pursuit.announce import announce, changes_memberships
from streams.pursuit.events import (
    CrossingPassedOver,
    DueSet,
    Event,
    MembershipsRepeated,
    UnitSeen,
    VisibilityGranted,
)
from streams.pursuit.evolve import evolve
from streams.records import (
    REMOVED,
    AlertRecord,
    CardRecord,
    Membership,
    Output,
    PositionsRecord,
    PursuitRecord,
    VisibilityRecord,
    decode,
)  # fmt: skip
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    HOME,
    OTHER,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    Chase,
    alert_of,
    at,
    crew,
    desk,
    inbox,
    memberships,
    records,
    removed,
    sent_alerts,
    sighting,
    view_of,
    with_second,
)  # fmt: skip


def _in_nl() -> Chase:
    chase = Chase()
    chase.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    return chase


def test_alerts_go_out_first() -> None:
    kinds = [
        output.key.split("|")[1] if output.topic == "inbox" else output.topic
        for output in addressed(_in_nl().decisions[-1].outputs)
    ]
    assert kinds == sorted(kinds, key=["alert", "positions", "visibility", "card", "pursuit"].index)


def test_a_report_that_only_moves_a_unit_is_told_as_if_everything_had_been_looked_at() -> None:
    """Whoever may read what follows from it: the short way says the same as the long one."""
    chase = _in_nl()
    before = chase.pursuit
    seen = UnitSeen(unit=CAR, seen=sighting("NL", 60))
    after = evolve(before, seen)
    nothing_more = CrossingPassedOver(crossing="told nobody")

    def told(*events: Event) -> tuple[Output, ...]:
        return announce(before, after, events, case=CASE, mode="live", rules=RULES)

    assert told(seen) == told(seen, nothing_more)
    assert [output.key for output in told(seen)] == [f"{ANYBODY}|pursuit|{CASE}"] * 2
    assert told(DueSet(kind="any", deadline=None)) == told(nothing_more) == ()


def test_every_record_of_a_case_says_its_mode_whatever_the_report_said() -> None:
    chase = Chase(mode="test")
    chase.open()
    chase.mode = "live"
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    chase.acknowledge(35, SOUTH, 1)
    chase.fault(36)
    chase.leave(40, SECOND)
    chase.close(50)
    outputs = (output for decision in chase.decisions for output in addressed(decision.outputs))
    said = [orjson.loads(output.value) for output in outputs if output.value != REMOVED]
    assert {record["type"] for record in said} == {"alert", "membership", "visibility", "card", "pursuit", "answer"}
    assert {record.get("mode") or record["alert"]["mode"] for record in said} == {"test"}
    assert {decision.mode for decision in chase.decisions} == {"test"}


def test_every_record_stands_under_its_recipients_key_in_its_recipients_partition() -> None:
    for output, record in records(_in_nl().decisions[-1]):
        recipient = record.alert.room if isinstance(record, AlertRecord) else record.recipient
        kinds = {"AlertRecord": "alert", "VisibilityRecord": "visibility", "PursuitRecord": "pursuit"}
        kind = kinds.get(type(record).__name__, "card")
        what = f"{CASE}|{record.id}" if isinstance(record, CardRecord) else CASE
        assert output.key == f"{recipient}|{kind}|{what}"
        assert output.partition_by == recipient


def test_a_membership_stands_under_its_units_key_and_names_the_audience() -> None:
    chase = _in_nl()
    output, record = next(records(chase.decisions[-1], "positions"))
    assert (output.key, output.partition_by) == (CAR, CAR)
    assert isinstance(record, Membership)
    assert record.audience == (HOME, ROAD, SOUTH)
    assert (record.joined, record.event, record.opened_at, record.mode) == (True, 3, at(0), "exercise")
    assert decode(output.value.encode(), PositionsRecord) == record


def test_memberships_get_a_new_number_only_when_they_say_something_new() -> None:
    assert changes_memberships((VisibilityGranted(recipient=HOME),))
    assert not changes_memberships((MembershipsRepeated(),))
    chase = _in_nl()
    chase.receipt(31, SOUTH, 1)
    chase.due("memberships", at(60.1), arrived=at(61))
    assert memberships(chase.decisions[-1])[CAR].event == 3


def test_every_alerted_room_the_leading_room_and_the_units_read_the_pursuit_nobody_else() -> None:
    views = inbox(_in_nl().decisions[-1], PursuitRecord)
    assert set(views) == {HOME, ROAD, SOUTH, CAR}
    assert OTHER not in views


def test_every_room_sees_whether_the_others_have_it_and_own_it() -> None:
    chase = _in_nl()
    chase.receipt(31, SOUTH, 1)
    chase.acknowledge(32, SOUTH, 1)
    view: PursuitRecord = inbox(chase.decisions[-1], PursuitRecord)[HOME]
    rooms = {room.room: room for room in view.alerted}
    assert rooms[SOUTH].delivered_at == at(31.1)
    assert rooms[SOUTH].acknowledged is not None
    assert (rooms[ROAD].delivered_at, rooms[ROAD].acknowledged) == (None, None)


def test_a_delivery_of_an_earlier_ring_says_nothing_about_the_last_one() -> None:
    chase = _in_nl()
    chase.receipt(31, SOUTH, 1)
    chase.crossed(60, "NL", "BE")
    chase.crossed(390, "BE", "NL")
    view: PursuitRecord = inbox(chase.decisions[-1], PursuitRecord)[HOME]
    assert {room.room: room.delivered_at for room in view.alerted}[SOUTH] is None


def test_that_an_alert_was_first_had_looked_at_and_heard_is_shown_to_the_others_for_it_proves_notice() -> None:
    chase = _in_nl()
    for second, kind in enumerate(("delivered", "shown", "sounded"), 31):
        chase.receipt(second, SOUTH, 1, kind)
        assert set(inbox(chase.decisions[-1], PursuitRecord)) == {HOME, ROAD, SOUTH, CAR}
    (notice,) = [one for one in inbox(chase.decisions[-1], PursuitRecord)[HOME].notices if one.room == SOUTH]
    assert (notice.verdict, notice.margin_s) == ("late", -2.1)  # crossed at 30, shown at 32.1


def test_that_a_later_revision_was_looked_at_or_heard_is_not() -> None:
    chase = _in_nl()
    chase.receipt(31, SOUTH, 1, "shown")
    chase.acknowledge(35, SOUTH, 1)
    chase.receipt(36, SOUTH, 2, "shown")
    assert chase.decisions[-1].outputs == ()


def test_a_crew_that_is_out_reads_that_last_and_nothing_after_it() -> None:
    chase = _in_nl()
    chase.join(31, SECOND)
    chase.leave(40, SECOND)
    assert SECOND in inbox(chase.decisions[-1], PursuitRecord)
    chase.crossed(60, "NL", "BE")
    assert set(inbox(chase.decisions[-1], PursuitRecord)) == {HOME, ROAD, SOUTH, CAR}
    chase.close(70)
    assert set(inbox(chase.decisions[-1], PursuitRecord)) == {HOME, ROAD, SOUTH, CAR}
    chase.acknowledge(75, SOUTH, chase.pursuit.alerts[SOUTH].revision)
    assert set(inbox(chase.decisions[-1], PursuitRecord)) == {HOME, ROAD, SOUTH}


def test_a_crew_that_is_out_reads_nothing_of_the_pursued_and_has_no_cards_any_more() -> None:
    chase = with_second(_in_nl(), "NL")
    chase.order(35, AddFact(fact="f", kind="suspect", text="Jan P.", source="desk"))
    assert [fact.text for fact in view_of(chase.decisions[-1], SECOND).facts] == ["Jan P."]
    last = chase.leave(40, SECOND)
    view = view_of(last, SECOND)
    assert [unit.active for unit in view.units if unit.unit == SECOND] == [False]
    assert (view.facts, view.target, view.alerted) == ((), None, ())
    assert removed(last) == [f"{SECOND}|card|{CASE}|{card}" for card in sorted(chase.pursuit.cards)]
    assert view_of(last, CAR).facts


def test_when_visibility_ends_the_inboxes_hold_neither_the_pursuit_nor_its_cards() -> None:
    chase = _in_nl()
    chase.order(35, AddFact(fact="f", kind="suspect", text="Jan P.", source="desk"))
    chase.close(100)
    end = chase.comes_due("visibility_end")
    (card,) = chase.pursuit.cards
    assert set(removed(end)) == {
        f"{CAR}|pursuit|{CASE}",
        *(f"{room}|{what}" for room in (ROAD, SOUTH) for what in (f"pursuit|{CASE}", f"card|{CASE}|{card}")),
    }
    assert set(inbox(end, PursuitRecord)) == {HOME}, "it has items to do"
    held: dict[str, str] = {}
    for decision in chase.decisions:
        held |= {output.key: output.value for output in addressed(decision.outputs)}
    assert {key.split("|")[0] for key, value in held.items() if "Jan P." in value} == {HOME}
    assert held[f"{SOUTH}|alert|{CASE}"] != REMOVED, "its own alert stays"


def test_then_a_crew_keeps_no_stop_order_but_one_that_it_has_not_receipted() -> None:
    chase = _in_nl()
    chase.join(31, SECOND)
    chase.order(35, GiveStop(stop="s", reason="Jan P. has a child aboard"), by=desk(SOUTH))
    chase.order(36, ReceiveStop(stop="s"), by=crew())
    chase.order(37, GiveStop(stop="t", reason="twice"), by=desk(SOUTH))
    chase.order(38, LiftStop(stop="t", reason="once is enough"), by=desk(SOUTH))
    chase.close(100)
    gone = removed(chase.comes_due("visibility_end"))
    assert [key for key in gone if "|stop|" in key] == [
        f"{CAR}|stop|{CASE}|s", f"{CAR}|stop|{CASE}|t", f"{SECOND}|stop|{CASE}|t",
    ]  # fmt: skip


def test_who_sees_it_again_is_given_the_cards_again() -> None:
    chase = _in_nl()
    chase.join(31, SECOND)
    chase.leave(40, SECOND)
    chase.join(50, SECOND)
    assert {key.split("|")[0] for key in removed(chase.decisions[-2])} == {SECOND}
    assert SECOND in inbox(chase.decisions[-1], CardRecord)


def test_one_decision_that_makes_several_revisions_sends_each() -> None:
    chase = Chase()
    chase.open()
    over = Chase()
    over.open()
    chase.present(0.5, "BE")
    chase.crossed(30, "BE", "NL")
    chase.join(31, SECOND)
    chase.present(32, "NL", SECOND)
    revisions = [(a.room, a.revision) for d in chase.decisions for a in sent_alerts(d)]
    assert revisions == [(SOUTH, 1), (ROAD, 1), (HOME, 1), (SOUTH, 2), (ROAD, 2), (HOME, 2)]


def test_the_view_tells_the_story_in_codes() -> None:
    chase = _in_nl()
    chase.acknowledge(35, SOUTH, 1)
    chase.leave(40, CAR)
    chase.close(50)
    view: PursuitRecord = inbox(chase.decisions[-1], PursuitRecord)[HOME]
    assert [entry.code for entry in view.log] == [
        "opened", "unit_joined", "crossed", "alerted", "alerted", "alerted", "acknowledged", "unit_left", "closed",
    ]  # fmt: skip
    assert (view.phase, view.units[0].active) == ("closed", False)


def test_a_crew_reads_who_is_where_and_who_knows_the_log_is_for_the_rooms() -> None:
    view: PursuitRecord = inbox(_in_nl().decisions[-1], PursuitRecord)[CAR]
    assert view.log == ()
    assert [room.room for room in view.alerted] == [HOME, ROAD, SOUTH]


def test_visibility_is_granted_once_to_each_room() -> None:
    chase = _in_nl()
    assert set(inbox(chase.decisions[-1], VisibilityRecord)) == {ROAD, SOUTH}
    chase.crossed(60, "NL", "BE")
    assert not inbox(chase.decisions[-1], VisibilityRecord)


def test_nothing_happened_nothing_is_sent() -> None:
    chase = _in_nl()
    assert announce(chase.state, chase.state, (), case=CASE, mode="exercise", rules=RULES) == ()


def test_a_unit_that_was_joined_in_error_is_in_no_pursuit_in_what_is_sent_after() -> None:
    chase = with_second(_in_nl(), "NL")
    chase.order(40, WithdrawUnit(unit=SECOND, reason="other radio"))
    chase.acknowledge(50, SOUTH, alert_of(chase).revision)
    (told,) = sent_alerts(chase.decisions[-1])
    assert [(view.unit, view.active) for view in told.units if view.in_error] == [(SECOND, False)]
    assert [view.unit for view in told.units if view.active] == [CAR]
