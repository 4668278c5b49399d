import pytest

from borders.places import LANGUAGES
from consumers.reader import terminal_reader
from consumers.wording_answer import answer_text, gateway_refusal_text, notice_about, notice_text, refusal_text
from streams.console import CommandAnswer
from streams.pursuit.refusal import CODES
from streams.records import AnswerRecord
from tests.consumers.known_records import answer, notice
from tests.consumers.records import CASE, ROOM

EN = terminal_reader("en")


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        ("closed", {"case": CASE, "phase": "merged"}, "BE/P-1 is over (merged)"),
        (
            "not_allowed",
            {"expected": "operator, commander", "got": "unit"},
            "only for operator, commander, not for unit",
        ),
        ("wrong_mode", {"expected": "live", "got": "exercise"}, "the pursuit is LIVE, got EXERCISE"),
        (
            "bad_fact",
            {"kind": "vehicle", "expected": "plate_state", "got": "1-A"},
            "vehicle: expected the state of the plate, got 1-A",
        ),
        (
            "unknown_item",
            {"expected": "outcome, shots", "got": "tea"},
            "not on the checklist: tea; now on it: outcome, shots fired",
        ),
        ("answered", {"name": "r1", "answer": "refused"}, "the request r1 has its answer already: refused"),
        (
            "already_acknowledged",
            {"by": "Bos", "at": "2026-05-04T12:00:00+00:00"},
            "somebody else was first: Bos at 12:00:00Z",
        ),
        ("code_of_a_newer_server", {}, "it is"),
    ],
)
def test_a_refusal_is_its_code_and_parameters_in_words(code: str, params: dict[str, str], said: str) -> None:
    assert refusal_text(answer(code, **params), EN) == said
    assert answer_text(answer(code, **params), EN) == f"BE/P-1 command c1 refused: {said}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_said_in_every_language_also_without_its_parameters(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    for code in CODES:
        assert refusal_text(answer(code), terminal_reader(language)) not in {code, "it is"}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("code", "reason", "said"),
    [
        (
            "not_understood",
            "order.text: expected a text without control signs, got x",
            "de server kon het niet lezen (Tekst: moet een tekst zonder stuurtekens zijn)",
        ),
        ("not_understood", "order: odd", "de server kon het niet lezen (order: odd)"),
        ("missing", "unit: expected a value with the command join, got none", "Eenheid: moet worden ingevuld"),
        ("kafka_away", "no broker", "de server kan niet bij zijn gegevens"),
        ("odd", "no way", "odd: no way"),
    ],
)
def test_what_the_gateway_could_not_read_is_said_in_the_readers_language(code: str, reason: str, said: str) -> None:
    assert gateway_refusal_text(CommandAnswer(id="x", accepted=False, code=code, reason=reason), "nl") == said


def test_a_done_command_is_done() -> None:
    done = AnswerRecord(recipient=ROOM, case=CASE, command="c1", accepted=True, code="done", reason="", mode="live")
    assert answer_text(done, EN) == "BE/P-1 command c1 done"


def test_a_notice_says_what_an_answer_said_besides() -> None:
    refused = notice("request_refused", kind="helicopter", room="NL/R", reason="fog")
    assert notice_text(refused, EN) == "NOTICE BE/P-1 NL/R REFUSES: HELICOPTER, because: fog"
    accepted = notice("request_accepted", kind="observe", room="NL/R", unit="NL/A-1", conditions="no lights")
    assert notice_about(accepted, EN) == "NL/R ACCEPTS: OBSERVE only, NL/A-1, on condition: no lights"
    other = notice("merge_refused", case="BE/2", code="pending")
    assert notice_about(other, EN) == "BE/2 does not take this pursuit in, not known waits for the answer of not known"
    assert notice_about(notice("fixes_refused", "3 x range"), EN) == "positions of a unit are being refused: 3 x range"
