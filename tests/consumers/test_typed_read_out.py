"""A read-out card asked for at a terminal: shown from what it holds, or what was typed is refused with the reason."""

import pytest

from consumers.typed_error import TypedOrderError
from consumers.typed_read_out import HELP, typed_read_out
from streams.records import CardRecord, InboxRecord
from tests.consumers.known_records import alerted, full_pursuit, known_room, law_card, stay
from tests.consumers.records import CASE, LEAD, ROOM, alert_record, crossing, seen

UNITS = (seen("BE/LIE-21", "NL"),)
HELD: tuple[InboxRecord, ...] = (
    full_pursuit(recipient=LEAD, units=UNITS, alerted=(alerted(languages=("nl",), telephone="+31 43"),)),
    full_pursuit(recipient=LEAD, case="BE/P-9", alerted=()),
    alert_record(LEAD, phase="departed", crossing=crossing()),
    alert_record(LEAD, case="BE/P-9", crossing=crossing(id="x9")),
    CardRecord(recipient=LEAD, case=CASE, id=stay().card, card=law_card(), mode="exercise"),
)


def typed(line: str, language: str = "en") -> list[str]:
    return list(typed_read_out(line, HELD, language))


def test_the_card_is_shown_in_both_languages_and_last_how_to_tell_of_the_call() -> None:
    said = typed(f"read_out {CASE} {ROOM}")
    assert said[0] == f"[en] Call {ROOM}: +31 43."
    assert "[nl] Oefening, oefening, oefening." in said
    assert said[-1] == f"> telephoned {CASE} room={ROOM} answered_by= caller="


def test_the_alert_and_the_cards_of_the_case_are_read_from_the_inbox() -> None:
    said = typed(f"read_out {CASE} {ROOM}")
    assert "[en] Where: Eijsden, 1.2 km to the south." in said
    assert any(line.startswith("[en] LAW on 4 May 2026") for line in said)


def test_the_callers_language_may_be_named() -> None:
    assert typed(f"read_out {CASE} {ROOM} language=fr")[0].startswith("[fr] Appeler ")
    assert typed(f"read_out {CASE} {ROOM}", "de")[0].startswith("[de] Anrufen: ")


def test_a_room_that_is_not_alerted_is_known_by_the_directory() -> None:
    said = list(typed_read_out(f"read_out BE/P-9 {LEAD}", HELD, "en", known=known_room))
    assert said[0] == "[en] Call CIC Liège: +32 4 340."
    assert any(line.startswith("[fr] ") for line in said)
    assert any("This is CIC Liège, " in line for line in said)


def test_the_times_of_the_card_are_those_of_the_clock_on_the_wall() -> None:
    assert any("14:00:00 (12:00:00Z)" in line for line in typed(f"read_out {CASE} {ROOM}"))


def test_a_room_that_is_not_alerted_is_typed() -> None:
    said = typed('read_out BE/P-9 FR/CORG name="CORG du Nord" languages=fr,nl telephone=+33 language=de')
    assert said[0] == "[de] Anrufen: CORG du Nord, +33."
    assert any(line.startswith("[fr] ") for line in said)


def test_what_is_typed_of_an_alerted_room_goes_before_what_is_known() -> None:
    assert typed(f"read_out {CASE} {ROOM} telephone=112")[0] == f"[en] Call {ROOM}: 112."


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("read_out", f"expected {HELP}"),
        (f"read_out {CASE}", f"expected {HELP}"),
        (f"read_out {CASE} {ROOM} loud", f"expected {HELP}"),
        (f'read_out {CASE} {ROOM} name="x', f"expected {HELP}"),
        (f"read_out {CASE} maastricht", "room: must begin with the state, as in BE/LIE-21"),
        (f"read_out {CASE} {ROOM} tone=high", "expected only language, name, languages, telephone, got tone"),
        (f"read_out {CASE} {ROOM} language=da", "expected a language of nl, fr, de, lb, en, got da"),
        (f"read_out {CASE} {ROOM} languages=fr,da", "expected a language of nl, fr, de, lb, en, got da"),
        (f"read_out BE/P-7 {ROOM}", "expected a pursuit that this room may see: BE/P-1, BE/P-9; got BE/P-7"),
    ],
)
def test_what_cannot_be_read_out_is_refused_with_the_reason(line: str, error: str) -> None:
    with pytest.raises(TypedOrderError) as refused:
        typed(line)
    assert error in str(refused.value)


def test_a_room_that_sees_no_case_is_told_so() -> None:
    with pytest.raises(TypedOrderError, match="may see: -; got BE/P-1"):
        typed_read_out(f"read_out {CASE} {ROOM}", (), "en")
