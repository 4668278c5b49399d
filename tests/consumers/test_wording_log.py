import pytest

from borders.places import LANGUAGES
from consumers.catalogue import parameters_of
from consumers.reader import terminal_reader
from consumers.wording_log import log_text
from streams.records import LogEntry
from tests.consumers.records import NOON

EN = terminal_reader("en")
SINCE = "2026-05-04T11:59:40+00:00"


def line(code: str, /, **params: str) -> str:
    return log_text(LogEntry(at=NOON, code=code, params=params), EN)


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        ("crossed", {"unit": "U", "left": "BE", "entered": "NL"}, "U crossed from BE to NL"),
        ("crossed", {"unit": "U", "left": "DE+LU", "entered": ""}, "U crossed from DE/LU to outside the map"),
        ("approaching", {"unit": "U", "entered": "NL", "eta": SINCE}, "U is expected in NL at 11:59:40Z"),
        ("contact_lost", {"unit": "U", "since": SINCE}, "no position of U since 11:59:40Z"),
        ("alerted", {"room": "NL/R", "phase": "entered"}, "NL/R alerted: entered"),
        ("fact_added", {"by": "U", "kind": "danger", "code": "armed"}, "DANGER: armed (U)"),
        ("fact_added", {"by": "U", "kind": "occupants", "number": "3"}, "occupants: 3 (U)"),
        ("assessment_added", {"by": "U", "kind": "remark", "text": "drunk"}, "assessment: remark: drunk (U)"),
        ("requested", {"by": "J (R)", "kind": "take_over", "room": "NL/R"}, "J (R) asks NL/R: TAKE OVER the pursuit"),
        ("stop_given", {"by": "J", "reason": "school"}, "STOP ORDER by J: school"),
        ("limit_exceeded", {"unit": "U", "state": "FR", "by": "time"}, "U in FR: LIMIT EXCEEDED (time)"),
        (
            "merge_refused",
            {"case": "BE/2", "code": "no_answer"},
            "BE/2 does not take it in: the other pursuit did not answer",
        ),
        (
            "notified_by_telephone",
            {"by": "J", "room": "NL/R", "answered_by": "Anna", "written": SINCE},
            "NL/R told by telephone: J spoke to Anna (entered at 11:59:40Z)",
        ),
        (
            "call_withdrawn",
            {"by": "J", "room": "NL/R", "at": SINCE, "reason": "other case"},
            "NL/R: call of 11:59:40Z taken back by J: other case",
        ),
        (
            "warning_withdrawn",
            {"by": "J", "room": "NL/R", "reason": "other room"},
            "NL/R: warning by hand taken back by J: other room",
        ),
        ("item_done", {"by": "J", "item": "shots", "text": "two"}, "shots fired: done (J): two"),
        ("fault", {"reason": "no lookup"}, "system fault"),
        ("request_withdrawn", {"room": "NL/R", "kind": "observe"}, "no longer asked of NL/R: OBSERVE only (not known)"),
        ("code_of_a_newer_server", {"unit": "U"}, "code_of_a_newer_server"),
    ],
)
def test_a_line_is_made_of_its_code_and_parameters(code: str, params: dict[str, str], said: str) -> None:
    assert line(code, **params) == f"12:00:00Z {said}"


def test_an_instant_that_is_none_stays_as_it_came() -> None:
    assert line("contact_lost", unit="U", since="long ago") == "12:00:00Z no position of U since long ago"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_misses_what_its_words_have_a_place_for(language: str, caplog: pytest.LogCaptureFixture) -> None:
    for code in parameters_of("en", "log"):
        log_text(LogEntry(at=NOON, code=code.removeprefix("log-")), terminal_reader(language))
    assert caplog.records == []


def test_a_person_who_is_called_like_a_code_keeps_their_name() -> None:
    assert line("closed", by="time") == "12:00:00Z pursuit closed by time"
