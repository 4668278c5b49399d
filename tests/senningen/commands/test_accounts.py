"""`senningen accounts`: what a person types and reads."""

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from senningen.commands.accounts import add_account, app, ensure_demo_accounts, remove_account
from streams.accounts import AccountsError
from streams.accounts_file import read_accounts


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SENNINGEN_FOLDER", str(tmp_path))
    return tmp_path / "accounts.toml"


def test_the_token_is_printed_once_and_stands_nowhere(path: Path) -> None:
    done = CliRunner().invoke(app, ["add", "BE/LIE-21", "--role", "unit", "--room", "BE/CIC-LIEGE", "--mode", "test"])
    token = done.stdout.strip()
    assert done.exit_code == 0
    assert token not in path.read_text()
    account = read_accounts(path).authenticate(token)
    assert account is not None
    assert (account.unit, account.state, account.rooms, account.mode) == ("BE/LIE-21", "BE", ("BE/CIC-LIEGE",), "test")
    listed = CliRunner().invoke(app, ["list"]).stdout
    assert "BE/LIE-21" in listed
    assert token not in listed


def test_a_removed_account_is_nobody(path: Path) -> None:
    token = add_account(path, "anna", "operator", rooms=("LU/CIN",))
    assert CliRunner().invoke(app, ["remove", "anna"]).exit_code == 0
    assert read_accounts(path).authenticate(token) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["remove", "nobody"], "expected one of anna, got nobody"),
        (["add", "anna", "--role", "operator", "--room", "LU/CIN"], "expected a new name, got anna"),
        (["add", "bert", "--role", "unit", "--room", "LU/CIN"], "`$.unit`, got 'bert'"),
        (["add", "bert", "--role", "operator"], "`$.state`"),
        (["add", "bert", "--role", "operator", "--room", "CIN"], "got"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(path: Path, words: list[str], said: str) -> None:
    add_account(path, "anna", "operator", rooms=("LU/CIN",))
    before = path.read_text()
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert path.read_text() == before


def test_a_folder_that_cannot_be_made_is_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("")
    monkeypatch.setenv("SENNINGEN_ACCOUNTS", str(path / "accounts.toml"))
    done = CliRunner().invoke(app, ["add", "anna", "--role", "operator", "--room", "LU/CIN"])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "accounts.toml" in done.stderr


def test_listing_without_a_file_says_how_to_make_one(path: Path) -> None:
    done = CliRunner().invoke(app, ["list"])
    assert done.exit_code == 1
    assert "senningen accounts add" in done.stderr
    assert not path.exists()


def test_a_second_demo_has_the_same_sign_ins(path: Path) -> None:
    sign_ins = ensure_demo_accounts(path)
    assert ensure_demo_accounts(path) == sign_ins
    accounts = read_accounts(path)
    assert {name: entry.role for name, entry in accounts.by_name.items()} == {
        "BE/LIE-21": "unit", "BE/LIE-24": "unit", "liege": "operator", "maastricht": "operator",
        "luxembourg": "operator", "commander": "commander", "administrator": "administrator",
    }  # fmt: skip
    for name, token in sign_ins.items():
        assert accounts.authenticate(token) is accounts.by_name[name]


def test_only_the_owner_may_read_the_demos_tokens(path: Path) -> None:
    ensure_demo_accounts(path)
    kept = [file for file in path.parent.iterdir() if file.suffix == ".json"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept] == [0o600]


def test_the_demo_leaves_accounts_it_did_not_make_alone(path: Path) -> None:
    add_account(path, "anna", "operator", rooms=("LU/CIN",))
    assert ensure_demo_accounts(path) == {}
    assert list(read_accounts(path).by_name) == ["anna"]


def test_a_removed_demo_account_is_not_offered_again(path: Path) -> None:
    ensure_demo_accounts(path)
    remove_account(path, "commander")
    assert "commander" not in ensure_demo_accounts(path)


def test_a_broken_accounts_file_stops_the_demo(path: Path) -> None:
    path.write_text("account = 5")
    path.with_name("demo_sign_ins.json").write_text("{}")
    with pytest.raises(AccountsError):
        ensure_demo_accounts(path)
