"""What is wrong with a value is said in the reader's language, whether a gateway complains or the reader of records."""

import json
from typing import Any

import msgspec
import pytest

from borders.places import LANGUAGES
from consumers.gateway.refusal import Refusal, read_message
from consumers.wording_misfit import misfit_text
from streams.console import Command
from streams.expected import in_words
from streams.ids import InvalidIdError, checked_id

HEAD = {
    "type": "command", "id": "c", "room": "NL/X", "case": "BE/1", "mode": "live",
    "happened_at": "2026-01-01T00:00:00Z", "command": "order",
}  # fmt: skip
STOP: dict[str, Any] = {"type": "give_stop", "stop": "s", "reason": "x"}
SHELVE: dict[str, Any] = {"type": "shelve", "revision": 1, "minutes": 5, "reason": "x"}
WARN: dict[str, Any] = {"type": "warn_room", "to": "NL/X", "text": "x"}
FACT: dict[str, Any] = {"type": "add_fact", "fact": "f", "kind": "vehicle", "source": "desk"}
SPLIT: dict[str, Any] = {"type": "split", "new_case": "BE/2"}
WRONG: list[tuple[dict[str, Any], str]] = [
    (STOP | {"reason": "a\x1bb"}, "Reason: must be a text that says something, without control signs"),
    (STOP | {"reason": " "}, "Reason: must be a text that says something, without control signs"),
    (STOP | {"stop": "a\n"}, "Stop order: must be one line of text that says something, without control signs"),
    (WARN | {"place": "a\x1b"}, "Place, in words: must be a text without control signs"),
    (FACT | {"code": "a\tb"}, "Which: must be one line of text without control signs"),
    (STOP | {"reason": "a" * 501}, "Reason: is too long: at most 500 signs"),
    (STOP | {"reason": ""}, "Reason: must be filled in"),
    ({"type": "give_stop", "stop": "s"}, "Reason: must be filled in"),
    (SPLIT | {"units": []}, "Units, with commas: must be filled in"),
    (STOP | {"reason": 5}, "Reason: is of another kind than is expected here"),
    (STOP | {"foo": 1}, "foo: is not asked for here"),
    (STOP | {"language": "es"}, "Language of the text: is none of the known values: es"),
    (SHELVE | {"minutes": 31}, "Minutes, at most 30: must be at most 30"),
    (SHELVE | {"minutes": 0}, "Minutes, at most 30: must be more than 0"),
    (SHELVE | {"revision": 1.5}, "Revision of the alert: must be a number"),
    (FACT | {"number": "3"}, "How many: must be a number"),
    (WARN | {"lat": -90.5}, "Latitude (degrees north): must be at least -90"),
    (WARN | {"speed_mps": 151}, "Speed (km/h): must be at most 540"),
    (WARN | {"seen_at": "noon"}, "Seen at: must be a time, the year in four digits"),
    (WARN | {"seen_at": "2026-01-01T00:00:00"}, "Seen at: must be a time, the year in four digits"),
    (SPLIT | {"units": ["x"]}, "Units, with commas: must begin with the state, as in BE/LIE-21"),
    (FACT | {"plate": "abc"}, "Number plate: must be a plate in capitals, as in 1-ABC-234"),
    (FACT | {"plate_state": "b"}, "State of the plate (two letters): must be two capital letters, as in BE"),
]  # fmt: skip


def refused(order: dict[str, Any]) -> str:
    """What a gateway says of this order."""
    with pytest.raises(Refusal) as refusal:
        read_message(json.dumps({**HEAD, "order": order}))
    return str(refusal.value)


@pytest.mark.parametrize(("order", "said"), WRONG)
def test_what_a_gateway_could_not_read_is_said_with_its_field(order: dict[str, Any], said: str) -> None:
    assert misfit_text(refused(order), "en") == said


@pytest.mark.parametrize(("order", "said"), WRONG)
def test_what_the_reader_of_records_could_not_read_is_said_alike(order: dict[str, Any], said: str) -> None:
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert({key: value for key, value in {**HEAD, "order": order}.items() if key != "type"}, type=Command)
    assert misfit_text(in_words(str(error.value)), "en") == said


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("order", [order for order, _ in WRONG])
def test_nobody_reads_it_in_english_who_reads_another_language(order: dict[str, Any], language: str) -> None:
    said = misfit_text(refused(order), language)
    assert said
    assert "must" not in said
    assert said != misfit_text(refused(order), "en")


def test_an_id_without_an_owner_is_said_alike() -> None:
    with pytest.raises(InvalidIdError) as error:
        checked_id("MAASTRICHT", "room")
    assert misfit_text(str(error.value), "nl") == "Meldkamer: moet met het land beginnen, zoals BE/LIE-21"


@pytest.mark.parametrize(
    "reason",
    ["", "no broker", ": expected JSON, got {", "alert: expected the room's own alert BE/1|NL/X, got 7", "order: odd"],
)
def test_what_has_no_known_form_stays_as_it_is(reason: str) -> None:
    assert misfit_text(reason, "nl") is None
