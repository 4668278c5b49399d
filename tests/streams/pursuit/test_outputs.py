"""Records besides alerts and views: each card once to each reader, stop orders to crews, questions to others."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from streams.addressed import addressed
from streams.orders import GiveStop, LiftStop, Merge
from streams.pursuit.outputs import asked_of_others, cards_for_readers, removed, stops_for_units, to_inbox
from streams.records import REMOVED, AlertRecord, CardRecord, NoticeRecord, StopRecord
from streams.topics import INBOX, REPORTS
from tests.streams.pursuit.long_day import decisions
from tests.streams.pursuit.scene import (
    CAR,
    CASE,
    DUTCH,
    HOME,
    JOINT,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    approach,
    at,
    crew,
    desk,
    in_nl,
    inbox,
    opened_at_home,
    records,
    with_second,
)  # fmt: skip

BE_NL, BE_DE = "BE>NL/police/2026-01-01", "BE>DE/police/2026-01-01"


def test_what_is_removed_goes_from_the_inbox_of_each_reader() -> None:
    sent = list(addressed([removed((SOUTH, CAR), "pursuit", CASE)]))
    assert [(one.topic, one.key, one.partition_by, one.value) for one in sent] == [
        (INBOX.name, f"{SOUTH}|pursuit|{CASE}", SOUTH, REMOVED),
        (INBOX.name, f"{CAR}|pursuit|{CASE}", CAR, REMOVED),
    ]


def _cards(chase: Chase) -> Counter[tuple[str, str]]:
    """How often each reader was sent each card so far."""
    return Counter(
        (record.recipient, record.id)
        for decision in chase.decisions for _, record in records(decision) if isinstance(record, CardRecord)
    )  # fmt: skip


def test_a_record_stands_under_its_recipient_kind_and_id() -> None:
    record = NoticeRecord(
        recipient=SOUTH, id="n", case=CASE, code="merge_accepted", text="", unit=None, at=at(0), mode="live"
    )
    output = to_inbox(SOUTH, "notice", "n", record)
    assert (output.topic, output.key, output.partition_by) == (INBOX.name, f"{SOUTH}|notice|n", SOUTH)


# ---------------------------------------------------------------- the law


def test_the_card_of_a_crossing_goes_to_every_room_that_sees_the_pursuit_and_to_its_crews() -> None:
    assert _cards(in_nl()) == dict.fromkeys([(reader, BE_NL) for reader in (HOME, ROAD, SOUTH, CAR)], 1)
    (record,) = [one for one in inbox(in_nl().decisions[-1], CardRecord).values() if one.recipient == SOUTH]
    assert (record.card.from_state, record.card.to_state, record.card.known) == ("BE", "NL", True)
    assert record.card == RULES.card(BE_NL)


def test_at_the_pre_alert_the_card_is_there_already() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 10))
    assert (SOUTH, BE_NL) in _cards(chase)


def test_a_new_reader_gets_every_card_and_nobody_else_anything() -> None:
    chase = in_nl()
    chase.crossed(60, "NL", "DE")
    before = _cards(chase)
    assert before[JOINT, BE_DE] == before[JOINT, BE_NL] == 1
    chase.join(70, DUTCH, by=crew(DUTCH, SOUTH))
    assert set(_cards(chase) - before) == {(DUTCH, BE_NL), (DUTCH, BE_DE)}


def test_a_pursuit_at_home_has_no_cards() -> None:
    assert _cards(opened_at_home()) == {}


_MOVES = st.lists(
    st.tuples(st.sampled_from([CAR, SECOND]), st.sampled_from(["BE", "NL", "DE", "FR", "NL north"])), max_size=12
)


@given(_MOVES)
def test_whatever_units_do_each_reader_has_each_card_that_stands_and_none_twice(moves: list[tuple[str, str]]) -> None:
    chase = with_second(opened_at_home())
    for number, (unit, territory) in enumerate(moves):
        chase.present(100 + number, territory, unit)
    sent = _cards(chase)
    assert set(sent.values()) <= {1}
    needed = {stay.card for view in chase.pursuit.units.values() for stay in view.stays}
    for reader in (*chase.pursuit.audience, CAR, SECOND):
        assert needed <= {name for recipient, name in sent if recipient == reader}


def test_nothing_that_makes_neither_cards_nor_readers_sends_any() -> None:
    state = in_nl().pursuit
    assert list(cards_for_readers(state, state, (), RULES)) == []


# ---------------------------------------------------------------- stop orders


def test_a_stop_order_goes_to_the_crews_it_was_given_to_and_again_when_it_is_undone() -> None:
    chase = with_second(in_nl())
    given_ = chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert {unit: record.stop.lifted for unit, record in inbox(given_, StopRecord).items()} == {CAR: None, SECOND: None}
    chase.leave(45, SECOND)
    undone = inbox(chase.order(50, LiftStop(stop="s", reason="over"), by=desk(SOUTH)), StopRecord)
    assert set(undone) == {CAR, SECOND}
    assert all(record.stop.lifted and record.stop.lifted.reason == "over" for record in undone.values())


def test_who_joins_gets_every_one_that_stands() -> None:
    chase = in_nl()
    chase.order(40, GiveStop(stop="s1", reason="school"), by=desk(SOUTH))
    chase.order(41, GiveStop(stop="s2", reason="fog"))
    chase.order(42, LiftStop(stop="s2", reason="clear"))
    stops = [record.stop.id for _, record in records(chase.join(50, SECOND)) if isinstance(record, StopRecord)]
    assert stops == ["s1"]
    assert list(stops_for_units(chase.pursuit, ())) == []


def test_a_stop_order_in_a_pursuit_without_units_goes_to_nobody_until_one_joins() -> None:
    chase = Chase()
    chase.open()
    chase.leave(5, CAR)
    assert not inbox(chase.order(10, GiveStop(stop="s", reason="school")), StopRecord)
    assert set(inbox(chase.join(20, SECOND), StopRecord)) == {SECOND}


# ---------------------------------------------------------------- other pursuits


def test_every_record_of_a_long_day_has_a_reader_and_says_who() -> None:
    for decision in decisions():
        for output, record in records(decision):
            recipient = record.alert.room if isinstance(record, AlertRecord) else record.recipient
            assert recipient == output.partition_by == output.key.split("|")[0]
            assert recipient[:2] in {"BE", "NL", "DE", "LU"}


def test_a_question_to_another_pursuit_goes_into_that_ones_order_of_events() -> None:
    chase = in_nl()
    decision = chase.order(50, Merge(into="BE/2026-2"), identity="m")
    (output,) = [one for one in decision.outputs if one.topic == REPORTS.name]
    assert (output.key, output.partition_by) == ("BE/2026-2", "BE/2026-2")
    (question,) = (record for _, record in records(decision, REPORTS.name))
    assert question.id == f"{CASE}|merge|m"
    assert list(asked_of_others((), CASE, "exercise")) == []
    assert WEST not in chase.pursuit.alerts
