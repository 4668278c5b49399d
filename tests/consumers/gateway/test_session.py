import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consumers.gateway.session import Effect, Listen, Part, Say, Session, Sit, Submit, receive
from streams.accounts import Accounts, format_accounts, parse_accounts
from streams.console import (
    Command,
    CommandAnswer,
    ConsolePlace,
    ErrorMessage,
    Goodbye,
    Hello,
    Presence,
    RoomInfo,
    SendReceipt,
    Welcome,
)
from streams.records import Acknowledge, Close, JoinUnit, LeaveUnit, Open, Receipt, encode
from tests.consumers.records import CASE, NOON, UNIT
from tests.consumers.running import account, directory_of

NL, NL2, BE = "NL/ROOM", "NL/ROOM-2", "BE/ROOM"
ENTRIES = (
    account("nl", NL, NL2),
    account("be", BE),
    account("chief", BE, role="commander"),
    account("admin", NL, role="administrator"),
    account("car", BE, role="unit", unit=UNIT),
)
ACCOUNTS: Accounts = parse_accounts(format_accounts(ENTRIES), "test")
DIRECTORY = directory_of(NL, NL2, BE)


def hears(
    session: Session, message: Hello | Presence | SendReceipt | Command | str | bytes
) -> tuple[Session, tuple[Effect, ...]]:
    frame = message if isinstance(message, str | bytes) else encode(message).decode()
    return receive(session, frame, accounts=ACCOUNTS, directory=DIRECTORY, at=NOON)


def hello(name: str, *rooms: str, **changes: Any) -> Hello:
    return Hello(token=f"token-{name}", rooms=rooms, console="c1", **changes)


def signed_in(name: str, *rooms: str) -> Session:
    session, effects = hears(Session(), hello(name, *rooms, desk="desk 3"))
    assert isinstance(effects[0], Say)
    return session


def command(what: Any, room: str = BE, **changes: Any) -> Command:
    fields: dict[str, Any] = {"case": CASE, "mode": "exercise", "happened_at": NOON}
    return Command(**{"id": "cmd-1", "command": what, "room": room, **fields, **changes})


def receipt(room: str, **changes: Any) -> SendReceipt:
    fields: dict[str, Any] = {"case": CASE, "alert": f"{CASE}|{room}", "revision": 2, "kind": "delivered"}
    return SendReceipt(**{"room": room, "mode": "exercise", "at": NOON, **fields, **changes})


def refusal(effects: tuple[Effect, ...]) -> tuple[str, str, str]:
    (effect,) = effects
    assert isinstance(effect, Say)
    if isinstance(effect.message, CommandAnswer):
        where, _, rest = effect.message.reason.partition(": expected ")
        return effect.message.code, where, rest.rpartition(", got ")[2]
    assert isinstance(effect.message, ErrorMessage)
    return effect.message.code, effect.message.field, effect.message.got


# ---------------------------------------------------------------- hello


def test_a_hello_is_answered_with_a_welcome_and_the_rooms_inboxes_from_their_places() -> None:
    there = ConsolePlace(topic_id="t", partition=1, offset=5, at=NOON)
    session, (say, listen, _) = hears(Session(), hello("nl", NL, places={NL: there, BE: there}))
    assert say == Say(
        Welcome(
            account="nl",
            role="operator",
            state="NL",
            rooms=(RoomInfo(id=NL, name="Room ROOM", state="NL", languages=("nl", "fr")),),
            server_at=NOON,
            heartbeat_s=2.0,
            language="nl",
        )
    )
    assert listen == Listen((NL,), {NL: there})
    assert session.rooms == (NL,)


def test_a_hello_without_rooms_gets_every_room_of_the_account() -> None:
    assert signed_in("nl").rooms == (NL, NL2)


def test_the_session_cookie_is_as_good_as_a_token() -> None:
    session, _ = hears(Session(cookie_token="token-nl"), Hello(console="c1"))
    assert session.rooms == (NL, NL2)


@pytest.mark.parametrize(
    ("cookie", "token", "came"),
    [
        (None, None, "neither token nor session cookie"),
        (None, "wrong", "a token of no account"),
        ("wrong", None, "a token of no account"),
        ("token-nl", "wrong", "a token of no account"),
        (None, "", "neither token nor session cookie"),
    ],
)
def test_without_a_valid_token_a_console_is_sent_away(cookie: str | None, token: str | None, came: str) -> None:
    session, effects = hears(Session(cookie_token=cookie), Hello(token=token, console="c1"))
    goodbye = Goodbye(code="unknown_token", reason=f"expected the token of an account, got {came}")
    assert effects == (Part(goodbye),)
    assert session.entry is None


@pytest.mark.parametrize(
    ("name", "rooms", "said"),
    [
        ("nl", ("NL/NOWHERE",), ("unknown_room", "rooms[0]", "NL/NOWHERE")),
        ("nl", (NL, BE), ("not_allowed", "rooms[1]", BE)),
        ("admin", (BE,), ("not_allowed", "rooms[0]", BE)),
        ("car", (BE,), ("not_allowed", "rooms[0]", BE)),
    ],
)
def test_a_room_that_is_unknown_or_not_of_the_account_is_refused(
    name: str, rooms: tuple[str, ...], said: tuple[str, str, str]
) -> None:
    session, effects = hears(Session(), hello(name, *rooms))
    assert refusal(effects) == said
    assert session.entry is None


def test_after_a_refused_hello_another_one_is_taken() -> None:
    session, _ = hears(Session(), hello("nl", "NL/NOWHERE"))
    assert hears(session, hello("nl", NL))[0].rooms == (NL,)


def test_a_second_hello_is_refused() -> None:
    assert refusal(hears(signed_in("nl"), hello("be"))[1])[0] == "signed_in"


def test_a_unit_hears_its_own_inbox_and_not_its_rooms() -> None:
    assert signed_in("car").rooms == (UNIT,)


@pytest.mark.parametrize("message", [command("close"), receipt(BE), Presence(page_visible=True, sound_armed=True)])
def test_nothing_is_taken_before_the_hello(message: Command | Presence | SendReceipt) -> None:
    assert refusal(hears(Session(), message)[1])[:2] == ("not_signed_in", "type")


# ---------------------------------------------------------------- language


@pytest.mark.parametrize(
    ("spoken", "asked", "language"),
    [
        (("nl", "fr"), None, "nl"),
        (("nl", "fr"), "lb", "lb"),
        (("da", "de"), None, "de"),
        (("da",), None, "en"),
        ((), None, "en"),
    ],
)
def test_the_language_is_the_consoles_or_the_first_of_its_rooms_that_there_are_words_for(
    spoken: tuple[str, ...], asked: Any, language: str
) -> None:
    rooms = tuple(replace(room, languages=spoken) for room in DIRECTORY.rooms)
    directory = replace(DIRECTORY, rooms=rooms)
    said = encode(hello("nl", language=asked, kind="page")).decode()
    session, effects = receive(Session(), said, accounts=ACCOUNTS, directory=directory, at=NOON)
    assert isinstance(effects[0], Say)
    assert isinstance(effects[0].message, Welcome)
    assert (effects[0].message.language, session.language, session.kind) == (language, language, "page")


def test_a_language_without_words_is_refused() -> None:
    assert refusal(hears(Session(), '{"type":"hello","console":"c","language":"da"}')[1])[:2] == (
        "wrong_field",
        "language",
    )


# ---------------------------------------------------------------- desks


def desks(effects: tuple[Effect, ...]) -> list[tuple[str, bool, bool]]:
    return [
        (desk.room, desk.page_visible, desk.sound_armed)
        for effect in effects
        if isinstance(effect, Sit)
        for desk in effect.desks
    ]


@pytest.mark.parametrize("name", ["be", "chief"])
def test_who_signs_in_sits_at_a_desk_that_nobody_is_known_to_watch_yet(name: str) -> None:
    _, effects = hears(Session(), hello(name, desk="desk 3", kind="terminal"))
    (sit,) = [effect for effect in effects if isinstance(effect, Sit)]
    (desk,) = sit.desks
    assert (desk.account, desk.desk, desk.console, desk.kind, desk.state) == (name, "desk 3", "c1", "terminal", "BE")
    assert (desk.since, desk.left) == (NOON, False)
    assert desks(effects) == [(BE, False, False)]


def test_a_console_of_two_rooms_sits_in_both() -> None:
    _, effects = hears(Session(), hello("nl"))
    assert desks(effects) == [(NL, False, False), (NL2, False, False)]


def test_what_a_person_there_would_notice_is_said_when_it_changes_and_not_again() -> None:
    session, effects = hears(signed_in("be"), Presence(page_visible=True, sound_armed=False))
    assert desks(effects) == [(BE, True, False)]
    session, effects = hears(session, Presence(page_visible=True, sound_armed=False))
    assert effects == ()
    session, effects = hears(session, Presence(page_visible=True, sound_armed=True))
    assert desks(effects) == [(BE, True, True)]


@pytest.mark.parametrize("name", ["admin", "car"])
def test_an_onlooker_and_a_unit_sit_at_no_desk(name: str) -> None:
    session, effects = hears(Session(), hello(name))
    assert desks(effects) == []
    assert hears(session, Presence(page_visible=True, sound_armed=True))[1] == ()


# ---------------------------------------------------------------- commands


@pytest.mark.parametrize(
    ("said", "report"),
    [
        (command("acknowledge", alert=f"{CASE}|{BE}", revision=3), Acknowledge),
        (command("open", units=(UNIT,), text="robbery"), Open),
        (command("join", unit=UNIT), JoinUnit),
        (command("leave", unit=UNIT), LeaveUnit),
        (command("close", text="over"), Close),
    ],
)
@pytest.mark.parametrize("name", ["be", "chief"])
def test_operators_and_commanders_command_for_their_rooms(name: str, said: Command, report: type) -> None:
    (effect,) = hears(signed_in(name), said)[1]
    assert isinstance(effect, Submit)
    assert effect.command == "cmd-1"
    assert isinstance(effect.report, report)
    assert isinstance(effect.report, Acknowledge | Open | JoinUnit | LeaveUnit | Close)
    assert (effect.report.id, effect.report.case, effect.report.happened_at) == ("cmd-1", CASE, NOON)
    by = effect.report.by
    assert (by.name, by.room, by.desk) == (name, BE, "desk 3")


def test_an_acknowledgement_names_the_alert_and_the_revision_that_was_seen() -> None:
    (effect,) = hears(signed_in("nl"), command("acknowledge", NL, alert=f"{CASE}|{NL}", revision=3))[1]
    assert isinstance(effect, Submit)
    assert isinstance(effect.report, Acknowledge)
    assert (effect.report.alert, effect.report.revision) == (f"{CASE}|{NL}", 3)


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        ("car", command("acknowledge", UNIT, alert=f"{CASE}|{UNIT}", revision=1), ("not_allowed", "command", "unit")),
        ("car", command("open", UNIT, units=(UNIT,)), ("not_allowed", "command", "unit")),
        ("admin", command("close", NL), ("not_allowed", "command", "administrator")),
        ("nl", command("close", BE), ("not_allowed", "room", BE)),
        (
            "nl",
            command("acknowledge", NL, alert=f"{CASE}|{BE}", revision=1),
            ("not_allowed", "alert", f"{CASE}|{BE}"),
        ),
        ("nl", command("open", NL, units=("NL/U-1",)), ("not_allowed", "case", CASE)),
        ("be", command("acknowledge", revision=1), ("missing", "alert", "none")),
        ("be", command("acknowledge", alert=f"{CASE}|{BE}"), ("missing", "revision", "none")),
        ("be", command("join"), ("missing", "unit", "none")),
        ("be", command("leave"), ("missing", "unit", "none")),
    ],
)
def test_what_is_not_allowed_or_lacks_something_is_refused_and_writes_nothing(
    name: str, said: Command, answer: tuple[str, str, str]
) -> None:
    assert refusal(hears(signed_in(name), said)[1]) == answer


def _answered(effects: tuple[Effect, ...]) -> CommandAnswer:
    (effect,) = effects
    assert isinstance(effect, Say)
    assert isinstance(effect.message, CommandAnswer)
    return effect.message


def test_the_answer_to_a_command_that_is_refused_or_cannot_be_read_names_it() -> None:
    refused = _answered(hears(signed_in("be"), command("join", id="cmd-7"))[1])
    assert (refused.id, refused.accepted, refused.code) == ("cmd-7", False, "missing")
    unread = _answered(hears(signed_in("be"), '{"type": "command", "id": "cmd-8", "command": "dance"}')[1])
    assert (unread.id, unread.accepted, unread.code) == ("cmd-8", False, "not_understood")
    assert "expected" in unread.reason


def test_a_page_reads_what_was_wrong_with_its_command_in_its_language() -> None:
    dutch, _ = hears(Session(), hello("nl", language="nl", kind="page"))
    order = '{"type": "give_stop", "stop": "s", "reason": "a\\u001b"}'
    head = '{"type": "command", "id": "c", "command": "order", "room": "NL/X", "case": "BE/1", "mode": "live"'
    frame = f'{head}, "happened_at": "2026-01-01T00:00:00Z", "order": {order}}}'
    assert _answered(hears(dutch, frame)[1]).reason.startswith("Reden: moet een tekst zijn die iets zegt")
    assert _answered(hears(replace(dutch, kind="terminal"), frame)[1]).reason.startswith(
        "order.reason: expected a text"
    )
    refused = _answered(hears(dutch, command("join", room=NL))[1])
    assert (refused.code, refused.reason) == ("missing", "Eenheid: moet worden ingevuld")


@pytest.mark.parametrize("frame", ['{"type": "command", "id": 7}', '{"type": "command"}', '{"id": "cmd-9"}', "{"])
def test_what_names_no_command_is_an_error(frame: str) -> None:
    (effect,) = hears(signed_in("be"), frame)[1]
    assert isinstance(effect, Say)
    assert isinstance(effect.message, ErrorMessage)


def test_a_room_that_was_not_asked_for_in_the_hello_cannot_be_spoken_for() -> None:
    assert refusal(hears(signed_in("nl", NL), command("close", NL2))[1])[:2] == ("not_allowed", "room")


# ---------------------------------------------------------------- receipts


def test_a_receipt_becomes_a_report_with_the_same_id_each_time_it_is_sent() -> None:
    session = replace(signed_in("nl"), kind="page")
    (first,) = hears(session, receipt(NL))[1]
    (again,) = hears(session, receipt(NL, at=NOON + timedelta(seconds=9)))[1]
    (other,) = hears(session, receipt(NL, kind="shown"))[1]
    assert isinstance(first, Submit)
    assert isinstance(again, Submit)
    assert isinstance(other, Submit)
    assert isinstance(first.report, Receipt)
    assert first.command is None
    assert first.report.id == again.report.id != other.report.id
    assert (first.report.by.room, first.report.console, first.report.revision) == (NL, "c1", 2)


@pytest.mark.parametrize("kind", ["shown", "sounded"])
def test_a_console_that_is_no_page_has_alerts_delivered_and_no_more(kind: str) -> None:
    session = replace(signed_in("nl"), kind="terminal")
    assert refusal(hears(session, receipt(NL, kind=kind))[1]) == ("not_allowed", "kind", f"{kind} of a terminal")
    assert isinstance(hears(session, receipt(NL))[1][0], Submit)


def test_a_units_receipt_is_signed_with_its_home_room() -> None:
    (effect,) = hears(signed_in("car"), receipt(UNIT))[1]
    assert isinstance(effect, Submit)
    assert isinstance(effect.report, Receipt)
    assert (effect.report.by.unit, effect.report.by.room) == (UNIT, BE)


@pytest.mark.parametrize(
    ("name", "said", "field"),
    [
        ("admin", receipt(NL), "type"),
        ("nl", receipt(BE), "room"),
        ("nl", receipt(NL, alert=f"{CASE}|{BE}"), "alert"),
    ],
)
def test_nobody_says_of_another_rooms_alert_that_it_was_delivered(name: str, said: SendReceipt, field: str) -> None:
    assert refusal(hears(signed_in(name), said)[1])[:2] == ("not_allowed", field)


# ---------------------------------------------------------------- anything at all

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)
KNOWN = st.fixed_dictionaries(
    {"type": st.sampled_from(["hello", "command", "receipt", "presence"])},
    optional=dict.fromkeys(("token", "rooms", "console", "id", "command", "room", "case", "alert", "mode"), JSON),
)


@settings(deadline=None)
@given(st.text() | st.binary() | (JSON | KNOWN).map(json.dumps), st.booleans())
def test_no_frame_whatever_breaks_the_conversation_or_writes_a_report(frame: str | bytes, known: bool) -> None:
    session = signed_in("nl") if known else Session()
    after, effects = hears(session, frame)
    assert after == session
    assert len(effects) == 1
    assert isinstance(effects[0], Say | Part)
