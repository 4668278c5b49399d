"""The accounts file on the disk: read again when it changes, written whole or not at all.

A changed file counts within 5 s. A file that breaks while we run never locks everybody out: the last good accounts
stay in force, and the log says loudly what is wrong with the new text.
"""

import asyncio
import fcntl
import inspect
import logging
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from streams.accounts import AccountEntry, Accounts, AccountsError, format_accounts, parse_accounts

__all__ = ["AccountsFile", "changing_accounts", "read_accounts", "write_private"]

logger = logging.getLogger(__name__)

_Stamp = tuple[int, int, int]


def read_accounts(path: Path) -> Accounts:
    """Read and check the file once.

    Raises:
        AccountsError: there is none, it cannot be read, or its text does not fit.
    """
    try:
        return parse_accounts(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: expected a readable accounts file (make one: senningen accounts add), got {error}"
        raise AccountsError(message) from error


class AccountsFile:
    """The accounts in force, following the file.

    Args:
        path: the TOML file; must be readable and right at the start.
        check_every_s: how often, at most, the disk is asked whether the file changed.

    Raises:
        AccountsError: the file cannot be read now; later trouble is logged and the last good accounts stay.
    """

    def __init__(self, path: Path, *, check_every_s: float = 1.0) -> None:
        self._path = path
        self._check_every_s = check_every_s
        self._stamp = _stamp(path)
        self._accounts = read_accounts(path)
        self._checked_at = time.monotonic()

    def current(self) -> Accounts:
        """The accounts in force now; asks the disk at most every `check_every_s`."""
        if time.monotonic() - self._checked_at >= self._check_every_s:
            self._checked_at = time.monotonic()
            self._follow()
        return self._accounts

    def authenticate(self, token: str) -> AccountEntry | None:
        """Whose token this is, also when its account was added a moment ago; None when nobody's."""
        entry = self.current().authenticate(token)
        if entry is None:
            self._follow()
            entry = self._accounts.authenticate(token)
        return entry

    async def watch(self, callback: Callable[[Accounts], Awaitable[None] | None]) -> None:
        """For ever: call `callback` with the new accounts each time the file changed, so that servers close who left.

        Ends only by being cancelled.
        """
        known = self._accounts
        while True:
            await asyncio.sleep(self._check_every_s)
            accounts = self.current()
            if accounts is not known:
                known = accounts
                answer = callback(accounts)
                if inspect.isawaitable(answer):
                    await answer

    def _follow(self) -> None:
        stamp = _stamp(self._path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._accounts = read_accounts(self._path)
        except AccountsError as error:
            logger.error("accounts file is broken, the last good accounts stay in force: %s", error)
        else:
            logger.info("accounts file read again: %s accounts", len(self._accounts.by_name))


@contextmanager
def changing_accounts(path: Path) -> Iterator[dict[str, AccountEntry]]:
    """Change the file: yields its accounts by name; what they are at the end is written whole, or not at all.

    Two changers at a time take turns, so that neither loses the other's account. A missing file counts as empty.

    Raises:
        AccountsError: the file as it stands, or as it would become, does not fit.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        entries = dict(read_accounts(path).by_name) if path.exists() else {}
        yield entries
        text = format_accounts(entries.values())
        parse_accounts(text, path.name)
        write_private(path, text)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read: whole, or the old one stays."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mkstemp makes it 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _stamp(path: Path) -> _Stamp | None:
    """What changes when the file does; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
