"""The accounts file: what changes on the disk counts soon, and a broken file locks nobody out."""

import asyncio
import logging
import stat
import threading
from pathlib import Path

import pytest

from streams.accounts import AccountEntry, Accounts, AccountsError, hash_token
from streams.accounts_file import AccountsFile, changing_accounts, read_accounts, write_private


def entry(name: str) -> AccountEntry:
    return AccountEntry(name=name, role="administrator", state="LU", service="police", token_sha256=hash_token(name))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "accounts.toml"
    with changing_accounts(path) as entries:
        entries["anna"] = entry("anna")
    return path


def test_only_the_owner_may_read_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_account_counts_at_the_next_look(path: Path) -> None:
    file = AccountsFile(path, check_every_s=0)
    with changing_accounts(path) as entries:
        entries["bert"] = entry("bert")
    assert sorted(file.current().by_name) == ["anna", "bert"]


def test_the_disk_is_asked_once_a_second_only(path: Path) -> None:
    file = AccountsFile(path, check_every_s=3600)
    path.unlink()
    assert list(file.current().by_name) == ["anna"]


def test_an_account_added_a_moment_ago_may_sign_in_at_once(path: Path) -> None:
    file = AccountsFile(path, check_every_s=3600)
    assert file.authenticate("bert") is None
    with changing_accounts(path) as entries:
        entries["bert"] = entry("bert")
    assert file.authenticate("bert") == entry("bert")


def test_a_broken_file_keeps_the_last_good_accounts_and_is_said_once(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = AccountsFile(path, check_every_s=0)
    path.write_text("[[account]]\nname = 5")
    with caplog.at_level(logging.ERROR):
        assert file.current().authenticate("anna")
        assert file.current().authenticate("anna")
    assert len(caplog.messages) == 1
    assert "last good accounts stay in force" in caplog.text


def test_a_file_taken_away_keeps_the_last_good_accounts(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = AccountsFile(path, check_every_s=0)
    path.unlink()
    assert file.current().authenticate("anna")
    assert "expected a readable accounts file" in caplog.text


def test_without_a_good_file_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(AccountsError, match="senningen accounts add"):
        AccountsFile(tmp_path / "none.toml")


async def test_a_watcher_is_told_of_a_removed_account(path: Path) -> None:
    file = AccountsFile(path, check_every_s=0.01)
    told: asyncio.Queue[Accounts] = asyncio.Queue()
    watching = asyncio.create_task(file.watch(told.put_nowait))
    anna = file.current().by_name["anna"]
    with changing_accounts(path) as entries:
        entries.clear()
    assert not (await asyncio.wait_for(told.get(), 5)).holds(anna)
    watching.cancel()


def test_a_change_that_does_not_fit_leaves_the_file_as_it_was(path: Path) -> None:
    before = path.read_text()
    with pytest.raises(AccountsError), changing_accounts(path) as entries:
        entries["twin"] = AccountEntry(
            name="twin", role="administrator", state="LU", service="police", token_sha256=hash_token("anna")
        )
    assert path.read_text() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["accounts.toml", "accounts.toml.lock"]


def test_changers_at_the_same_time_lose_nothing(path: Path) -> None:
    def add(name: str) -> None:
        with changing_accounts(path) as entries:
            entries[name] = entry(name)

    threads = [threading.Thread(target=add, args=(f"a{i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_accounts(path).by_name) == 9


def test_a_failed_write_leaves_no_draft(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    (folder / "inside").touch()
    with pytest.raises(OSError, match="taken"):
        write_private(folder, "text")
    assert [found.name for found in tmp_path.iterdir()] == ["taken"]
