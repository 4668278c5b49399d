"""At most one stack in a folder: the second is told who runs, and the lock goes with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["AlreadyRunningError", "only_one"]


class AlreadyRunningError(RuntimeError):
    """Another stack runs in this folder: its process id, and what to do."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold `folder`/stack.pid while the block runs; the system lets go of it however the process ends.

    Raises:
        AlreadyRunningError: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "stack.pid").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            message = (
                f"Senningen already runs in {folder} (process {file.read().strip() or 'unknown'}): "
                "stop it first, or choose another folder with SENNINGEN_FOLDER"
            )
            raise AlreadyRunningError(message) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
