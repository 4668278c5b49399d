"""The accounts: who a token is, and what a contradicting file is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.accounts import AccountEntry, AccountsError, format_accounts, hash_token, parse_accounts

CAR = f"""
[[account]]
name = "BE/LIE-21"
role = "unit"
state = "BE"
service = "police"
rooms = ["BE/CIC-LIEGE"]
unit = "BE/LIE-21"
mode = "exercise"
osmand_speed_unit = "kmh"
token_sha256 = "{hash_token("car token")}"
"""
DESK = f"""
[[account]]
name = "liege"
role = "operator"
state = "BE"
service = "police"
rooms = ["BE/CIC-LIEGE", "BE/CIC-LIMBURG"]
token_sha256 = "{hash_token("desk token")}"
"""


def test_a_token_is_its_account() -> None:
    accounts = parse_accounts(CAR + DESK, "accounts.toml")
    car = accounts.authenticate("car token")
    assert car is accounts.by_name["BE/LIE-21"]
    assert car.unit == "BE/LIE-21"
    assert (car.mode, car.osmand_speed_unit) == ("exercise", "kmh")


@pytest.mark.parametrize("token", ["", "car", "car token ", "CAR TOKEN", hash_token("car token"), "\ud800", "é" * 9999])
def test_any_other_text_is_nobody(token: str) -> None:
    assert parse_accounts(CAR + DESK, "accounts.toml").authenticate(token) is None


def test_mode_is_live_and_osmand_speaks_knots_unless_the_account_says_otherwise() -> None:
    desk = parse_accounts(DESK, "accounts.toml").by_name["liege"]
    assert (desk.mode, desk.osmand_speed_unit) == ("live", "knots")


def test_a_report_is_signed_with_the_first_room_unless_another_is_named() -> None:
    accounts = parse_accounts(CAR + DESK, "accounts.toml")
    assert accounts.by_name["liege"].signature().room == "BE/CIC-LIEGE"
    signed = accounts.by_name["liege"].signature(room="BE/CIC-LIMBURG", desk="2")
    assert (signed.name, signed.role, signed.room, signed.desk) == ("liege", "operator", "BE/CIC-LIMBURG", "2")
    assert accounts.by_name["BE/LIE-21"].signature().unit == "BE/LIE-21"


def test_an_entry_holds_until_its_account_is_removed_or_changed() -> None:
    entry = parse_accounts(CAR + DESK, "a").by_name["BE/LIE-21"]
    assert parse_accounts(DESK + CAR, "a").holds(entry)
    assert not parse_accounts(DESK, "a").holds(entry)
    assert not parse_accounts(CAR.replace("exercise", "live"), "a").holds(entry)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[account", "a.toml: expected TOML, got"),
        ("[account]\nname = 'x'", "expected [[account]] tables only"),
        ("[[user]]\nname = 'x'", "expected [[account]] tables only, got 'user'"),
        ("account = [1]", "a.toml: account 1: Expected `object`, got `int`"),
        (CAR.replace('state = "BE"\n', ""), "account 1 (BE/LIE-21): Object missing required field `state`"),
        (CAR.replace('"unit"\n', '"boss"\n', 1), "Invalid enum value 'boss'"),
        (CAR.replace('state = "BE"', 'state = "Belgium"'), "got 'Belgium'"),
        (CAR.replace('"police"', "7"), "Expected `str`, got `int`"),
        (CAR + 'colour = "red"', "unknown field `colour`"),
        (CAR.replace('rooms = ["BE/CIC-LIEGE"]', "rooms = []"), "expected one home room of the unit in `rooms`, got 0"),
        (CAR.replace('unit = "BE/LIE-21"\n', ""), "expected `unit` with the role unit and only there, got role unit"),
        (DESK + 'unit = "BE/X"', "expected `unit` with the role unit and only there, got role operator"),
        (DESK.replace('"BE/CIC-LIEGE", "BE/CIC-LIMBURG"', ""), "at least one room in `rooms` for the role operator"),
        (DESK.replace("BE/CIC-LIMBURG", "NL/MK-MAASTRICHT"), "of the account's state BE, got NL/MK-MAASTRICHT"),
        (DESK.replace("BE/CIC-LIEGE", "LIEGE"), "account 1 (liege): Expected an id that begins"),
        (CAR + CAR, "expected every name once, got 'BE/LIE-21' twice"),
        (CAR + CAR.replace('name = "BE/', 'name = "'), "expected every unit once, got 'BE/LIE-21' twice"),
        (DESK + DESK.replace('"liege"', '"other"'), "a token for each account, got one for both liege and other"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_told_what_was_expected_what_came_and_where(text: str, said: str) -> None:
    with pytest.raises(AccountsError) as refused:
        parse_accounts(text, "a.toml")
    assert said in str(refused.value)
    assert str(refused.value).startswith("a.toml: ")


def test_a_token_put_where_its_digest_belongs_is_never_repeated_in_the_error() -> None:
    with pytest.raises(AccountsError) as refused:
        parse_accounts(DESK.replace(hash_token("desk token"), "my-secret-token"), "a.toml")
    assert "my-secret-token" not in str(refused.value)
    assert "got 15 characters" in str(refused.value)


@given(st.text(min_size=1, max_size=60, alphabet=st.characters(codec="utf-8")))
def test_what_is_written_is_read_back(service: str) -> None:
    entry = AccountEntry(name="x", role="administrator", state="LU", service=service, token_sha256=hash_token("x"))
    assert parse_accounts(format_accounts([entry]), "a").by_name == {"x": entry}
