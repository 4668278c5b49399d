"""What a person types becomes a command, or is refused with what was expected and what came."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from consumers.language import LANGUAGES
from consumers.typed_error import TypedOrderError
from consumers.typed_order import help_lines, typed_order
from streams import orders
from streams.console import Command
from streams.records import Alert

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
ROOM, CASE = "NL/MK-MAASTRICHT", "BE/2026-1"
ALERT = Alert(
    id=f"{CASE}|{ROOM}", case=CASE, room=ROOM, revision=4, phase="entered", priority=1, code="entered", mode="exercise",
    home="BE", leading_room="BE/CIC-LIEGE", opened_at=NOW, opened_by="BE/LIE-21", raised_at=NOW,
)  # fmt: skip


def typed(line: str) -> Command:
    """The command of a line typed in Maastricht, where one alert stands."""
    return typed_order(line, room=ROOM, alerts={CASE: ALERT}, modes={CASE: "exercise"}, now=NOW, new_id="t-1")


def test_an_acknowledgement_names_the_alert_as_it_stands() -> None:
    command = typed(f"acknowledge {CASE}")
    assert (command.command, command.alert, command.revision) == ("acknowledge", ALERT.id, 4)
    assert (command.id, command.room, command.mode, command.happened_at) == ("t-1", ROOM, "exercise", NOW)


def test_plain_commands() -> None:
    assert typed(f"join {CASE} unit=NL/M-7").unit == "NL/M-7"
    opened = typed('open NL/2026-9 units=NL/M-7,NL/M-8 text="robbery" mode=test')
    assert (opened.units, opened.text, opened.mode) == (("NL/M-7", "NL/M-8"), "robbery", "test")


@pytest.mark.parametrize(
    ("said", "mode"), [("live", "live"), ("exercise", "exercise"), ("oefening", "exercise"), ("Réel", "live")]
)
def test_who_opens_a_pursuit_says_its_mode_also_in_their_own_language(said: str, mode: str) -> None:
    assert typed(f"open NL/2026-9 text=robbery mode={said}").mode == mode


@pytest.mark.parametrize("line", ["open NL/2026-9 text=robbery", "open NL/2026-9 mode=practice", f"open {CASE}"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_is_opened_in_no_mode_is_refused_with_both_words(line: str, language: str) -> None:
    with pytest.raises(TypedOrderError) as refused:
        typed(line)
    said = refused.value.said(language)
    assert "mode=exercise" in said
    assert "mode=live" in said


def test_of_a_case_that_nobody_here_knows_an_order_is_live_unless_it_says_otherwise() -> None:
    assert typed("take_lead BE/9").mode == "live"
    assert typed("take_lead BE/9 mode=oefening").mode == "exercise"


def test_what_begins_something_is_named_by_the_terminal_unless_it_is_typed() -> None:
    assert typed(f'give_stop {CASE} reason="too fast"').order == orders.GiveStop(stop="t-1", reason="too fast")
    assert typed(f"give_stop {CASE} stop=s9 reason=x").order == orders.GiveStop(stop="s9", reason="x")
    with pytest.raises(TypedOrderError, match="stop"):
        typed(f"lift_stop {CASE} reason=x")


def test_numbers_answers_lists_and_instants_are_read() -> None:
    seen = typed(f"see_target {CASE} lat=50.8 lon=5.7 uncertainty_m=50 source=anpr").order
    assert seen == orders.SeeTarget(lat=50.8, lon=5.7, uncertainty_m=50.0, observed_at=NOW, source="anpr")
    assert typed(f"sight {CASE} unit=NL/M-7 lost=yes").order == orders.Sight(unit="NL/M-7", lost=True)
    split = typed(f"split {CASE} new_case=BE/2026-2 units=BE/A,BE/B").order
    assert split == orders.Split(new_case="BE/2026-2", units=("BE/A", "BE/B"))
    called = typed(f"telephoned {CASE} room=NL/X answered_by=Jan caller=An at=2026-01-01T11:59:00Z").order
    assert called == orders.Telephoned(
        room="NL/X", answered_by="Jan", caller="An", at=datetime(2026, 1, 1, 11, 59, tzinfo=UTC)
    )


@pytest.mark.parametrize("typed_at", ["12:59", "2026-01-01T12:59", "11:59Z"])
def test_a_time_is_typed_as_the_clock_on_the_wall_shows_it(typed_at: str) -> None:
    called = typed(f"telephoned {CASE} room=NL/X answered_by=Jan caller=An at={typed_at}").order
    assert isinstance(called, orders.Telephoned)
    assert called.at == datetime(2026, 1, 1, 11, 59, tzinfo=UTC)


def test_only_when_a_unit_will_be_there_lies_ahead() -> None:
    accepted = typed(f"answer_request {CASE} request=r answer=accept at=13:20").order
    assert accepted == orders.AnswerRequest(
        request="r", answer=orders.Accept(at=datetime(2026, 1, 1, 12, 20, tzinfo=UTC))
    )
    seen = typed(f"warn_room {CASE} to=NL/X text=van seen_at=13:20").order
    assert seen == orders.WarnRoom(to="NL/X", text="van", seen_at=datetime(2025, 12, 31, 12, 20, tzinfo=UTC))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_time_is_refused_with_the_forms_that_are_taken(language: str) -> None:
    with pytest.raises(TypedOrderError) as refused:
        typed(f"telephoned {CASE} room=NL/X answered_by=Jan caller=An at=noon")
    said = refused.value.said(language)
    assert all(part in said for part in ("at", "20:15:30", "2026-11-27T20:15", "19:15Z", "noon"))


def test_decimals_may_stand_after_a_comma() -> None:
    seen = typed(f"see_target {CASE} lat=50,8 lon=5,7 uncertainty_m=50 source=anpr").order
    assert seen == orders.SeeTarget(lat=50.8, lon=5.7, uncertainty_m=50.0, observed_at=NOW, source="anpr")


def test_a_speed_is_typed_in_kilometres_an_hour() -> None:
    seen = typed(f"warn_room {CASE} to=NL/X text=van speed_kmh=140").order
    assert isinstance(seen, orders.WarnRoom)
    assert seen.speed_mps == pytest.approx(140 / 3.6)
    assert any("[speed_kmh=]" in line for line in help_lines())
    assert not any("speed_mps" in line for line in help_lines())


@pytest.mark.parametrize(("said", "lost"), [("ja", True), ("Oui", True), ("nein", False), ("non", False)])
def test_yes_and_no_are_read_in_the_typists_language(said: str, lost: bool) -> None:
    assert typed(f"sight {CASE} unit=NL/M-7 lost={said}").order == orders.Sight(unit="NL/M-7", lost=lost)


def test_an_answer_is_yes_or_no_with_what_belongs_to_it() -> None:
    yes = typed(f"answer_request {CASE} request=r answer=accept unit=NL/M-7 conditions=slowly").order
    assert yes == orders.AnswerRequest(request="r", answer=orders.Accept(unit="NL/M-7", conditions="slowly"))
    no = typed(f"answer_request {CASE} request=r answer=refuse reason=nobody").order
    assert no == orders.AnswerRequest(request="r", answer=orders.Refuse(reason="nobody"))


def test_the_revision_of_the_alert_is_filled_in() -> None:
    shelved = typed(f"shelve {CASE} minutes=5 reason=tea").order
    assert shelved == orders.Shelve(revision=4, minutes=5.0, reason="tea")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("acknowledge", "expected a word, a pursuit, and name=value"),
        ('close BE/1 text="x', "quotes in pairs"),
        ("dance BE/1", "expected one of acknowledge"),
        ("acknowledge BE/9", f"expected a pursuit with an alert of {ROOM}: {CASE}; got BE/9"),
        (f"give_stop {CASE} why=x", "give_stop: expected only stop, reason, language, got why"),
        (f"give_stop {CASE}", "give_stop: missing: reason"),
        (f"join {CASE} unit=M7", "unit: must begin with the state, as in BE/LIE-21"),
        (f"join {CASE} units=NL/M-7", "join: expected only unit, got units"),
        (f"sight {CASE} unit=NL/M-7 lost=perhaps", "lost: expected yes or no, got perhaps"),
        (f"shelve {CASE} minutes=long reason=x", "minutes: expected a number, got long"),
        (f"shelve {CASE} minutes=nan reason=x", "minutes: expected a number, got nan"),
        (f"warn_room {CASE} to=NL/X text=x speed_mps=140", "speed_kmh"),
        (f"shelve {CASE} minutes=31 reason=x", "minutes: must be at most 30"),
        (f"warn_room {CASE} to=NL/X text=x speed_kmh=541", "speed_kmh: must be at most 540"),
        (f"give_stop {CASE} now", "expected name=value after the pursuit (a text with spaces in quotes), got now"),
        (f"answer_request {CASE} request=r answer=accept reason=x", "reason"),
    ],
)
def test_what_is_no_command_is_refused(line: str, said: str) -> None:
    with pytest.raises(TypedOrderError) as refused:
        typed(line)
    assert said in str(refused.value)


def test_help_shows_how_a_mode_and_a_time_are_typed() -> None:
    assert any(line.startswith("open CASE mode=exercise|live ") for line in help_lines())
    assert any("[at=HH:MM]" in line for line in help_lines() if line.startswith("answer_request "))
    assert any("called_at=HH:MM:SS " in line for line in help_lines() if line.startswith("withdraw_call "))


def test_help_names_every_order() -> None:
    words = {line.split(" ")[0] for line in help_lines()}
    assert words == {
        "acknowledge", "join", "leave", "close", "open",
        *(str(order.__struct_config__.tag) for order in get_args(orders.Order)),
    }  # fmt: skip
