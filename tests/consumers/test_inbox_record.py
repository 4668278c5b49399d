from consumers.inbox_record import rank_of, recipient_of
from streams.records import AnswerRecord
from tests.consumers.records import alert_record, visibility

ROOM = "NL/ROOM"


def test_an_alert_belongs_to_its_room_and_ranks_by_revision() -> None:
    record = alert_record(ROOM, revision=7)
    assert (recipient_of(record), rank_of(record)) == (ROOM, 7)


def test_a_visibility_belongs_to_its_recipient_and_ranks_by_the_pursuits_event() -> None:
    record = visibility(ROOM, event=4)
    assert (recipient_of(record), rank_of(record)) == (ROOM, 4)


def test_an_answer_is_written_once_and_has_no_rank() -> None:
    answer = AnswerRecord(
        recipient=ROOM, case="BE/P-1", command="c1", accepted=False, code="closed", reason="over", mode="exercise"
    )
    assert (recipient_of(answer), rank_of(answer)) == (ROOM, None)
