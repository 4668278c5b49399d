"""What every process we start has in common: it ends when the one that started it is gone."""

import shutil
from collections.abc import Sequence
from functools import cache

__all__ = ["dies_with_us"]


def dies_with_us(command: Sequence[str]) -> tuple[str, ...]:
    """This command, sent SIGTERM by the kernel should its parent die without stopping it.

    Linux only (setpriv of util-linux); elsewhere the command as it is, and a left-over shows as a port in use. The
    kernel is told a few milliseconds after the start: a parent killed within them leaves the process behind.
    """
    setpriv = _setpriv()
    return (setpriv, "--pdeathsig", "TERM", "--", *command) if setpriv else tuple(command)


@cache
def _setpriv() -> str | None:
    return shutil.which("setpriv")
