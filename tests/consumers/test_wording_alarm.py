from typing import Any

import pytest

from borders.places import LANGUAGES
from consumers.reader import terminal_reader
from consumers.wording_alarm import alarm_text, alarm_words, rang_last
from streams.pursuit.alarms import CODES
from streams.records import Acknowledgement, Alarm
from tests.consumers.known_records import DESK
from tests.consumers.records import NOON, ROOM, alert

STOP = Alarm(code="stop_given", at=NOON, revision=3, params={"room": "NL/R", "stop": "s1"})


def test_an_alarm_says_what_and_since_when() -> None:
    assert alarm_text(STOP, terminal_reader("en")) == "STOP ORDER by NL/R (since 12:00:00Z)"
    assert alarm_words(Alarm(code="newer", at=NOON), terminal_reader("en")) == "newer"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alarm_is_said_in_every_language(language: str, caplog: pytest.LogCaptureFixture) -> None:
    for code in CODES:
        assert alarm_words(Alarm(code=code, at=NOON), terminal_reader(language)) != code
    assert caplog.records == []


def test_a_danger_that_somebody_only_thinks_likely_says_so() -> None:
    known, thought = ({"code": "armed"}, {"code": "armed", "assessment": "yes"})
    said = [alarm_words(Alarm(code="danger", at=NOON, params=one), terminal_reader("nl")) for one in (known, thought)]
    assert said == ["GEVAAR: gewapend", "GEVAAR (inschatting): gewapend"]


@pytest.mark.parametrize(
    ("changes", "rang"),
    [
        ({"rang_revision": 3}, STOP),
        ({"rang_revision": 4}, None),
        ({"rang_revision": 3, "alarms": ()}, None),
        ({"rang_revision": 3, "acknowledged": Acknowledgement(by=DESK, revision=3, at=NOON)}, None),
    ],
)
def test_an_alarm_is_told_as_the_last_until_somebody_owns_it_or_it_rings_for_more(
    changes: dict[str, Any], rang: Alarm | None
) -> None:
    assert rang_last(alert(ROOM, revision=5, **{"alarms": (STOP,), **changes})) == rang
