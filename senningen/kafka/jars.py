"""Fetches the jars of Apache Kafka once, and checks every one of them against the lock file at every start."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["JARS_FOLDER", "LOCK", "Jar", "JarError", "check_jars", "fetch_jars", "locked_jars"]

LOCK = Path(__file__).with_name("jars.lock")
JARS_FOLDER = Path("kafka", "jars")
"""Where the jars stand inside the folder of the local stack."""

_AT_ONCE = 8
_TIMEOUT_S = 30


class JarError(RuntimeError):
    """A jar that is not the one of the lock file, or that cannot be fetched: its name, expected, got, where."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of the lock file: the Maven coordinate (group:name:version) of a jar, and its sha256."""

    coordinate: str
    sha256: str

    @property
    def filename(self) -> str:
        """The jar's name on the disk."""
        _, name, version = self.coordinate.split(":")
        return f"{name}-{version}.jar"

    def __str__(self) -> str:
        return f"{self.coordinate} sha256:{self.sha256}"


@cache
def locked_jars(lock: Path = LOCK) -> tuple[Jar, ...]:
    """Every jar of the lock file, in its order.

    Raises:
        JarError: a line that is not `group:name:version sha256:<64 hex digits>`.
    """
    return tuple(_jar(line, f"{lock.name} line {n}") for n, line in enumerate(lock.read_text().splitlines(), start=1))


def _jar(line: str, where: str) -> Jar:
    coordinate, separator, digest = line.partition(" sha256:")
    if not separator or coordinate.count(":") != 2 or len(digest) != 64:
        message = f"expected group:name:version sha256:<64 hex digits>, got {line!r} in {where}"
        raise JarError(message)
    return Jar(coordinate, digest)


def fetch_jars(folder: Path, progress: Callable[[str], None], lock: Path = LOCK) -> Path:
    """Make sure that `folder`/kafka/jars holds exactly the jars of the lock file, and return that path.

    Only what is missing is fetched; a jar with other contents is never replaced behind the operator's back.

    Args:
        folder: the folder of the local stack (`Settings.folder`).
        progress: gets a line when something is fetched, and every few jars.
        lock: the lock file; another one only in tests.

    Raises:
        JarError: a jar was changed, or cannot be fetched; names it.
    """
    jars = folder / JARS_FOLDER
    jars.mkdir(parents=True, exist_ok=True)
    missing = check_jars(jars, lock)
    if missing:
        _fetch(missing, jars, progress)
    return jars


def check_jars(jars: Path, lock: Path = LOCK) -> tuple[Jar, ...]:
    """Compare the jars in this folder with the lock file and return those that are missing.

    Raises:
        JarError: a jar has other contents than the lock file says.
    """
    return tuple(_missing(jars, lock))


def _missing(jars: Path, lock: Path) -> Iterator[Jar]:
    for jar in locked_jars(lock):
        path = jars / jar.filename
        if not path.exists():
            yield jar
        elif (got := _sha256(path)) != jar.sha256:
            message = (
                f"changed jar {jar.filename}: expected sha256 {jar.sha256}, got {got} in {jars}; "
                "remove it to fetch it again"
            )
            raise JarError(message)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch(missing: tuple[Jar, ...], jars: Path, progress: Callable[[str], None]) -> None:
    """Fetch several at once, into a folder of their own: nothing half-fetched is ever on the class path."""
    progress(f"fetching Apache Kafka: {len(missing)} jars (about 45 MB, once) ...")
    with TemporaryDirectory(dir=jars) as cache_folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        context = _repositories(Path(cache_folder))
        for done, jar in enumerate(pool.map(lambda jar: _install(context, jar, jars), missing), start=1):
            if done % 10 == 0 or done == len(missing):
                progress(f"fetched {done} of {len(missing)} jars ({jar.filename})")


def _repositories(cache_folder: Path) -> Any:
    """Maven's central repository and the ones in the user's jgo settings; the cache is ours, not in the home folder."""
    from jgo.config import GlobalSettings  # noqa: PLC0415 - half a second, needed only when something is missing
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 - the same
    from jgo.maven import MavenContext  # noqa: PLC0415 - the same

    repositories = {"central": MAVEN_CENTRAL_URL, **GlobalSettings.load().repositories}
    return MavenContext(repo_cache=cache_folder, remote_repos=repositories, timeout=_TIMEOUT_S)


def _install(context: Any, jar: Jar, jars: Path) -> Jar:
    group, name, version = jar.coordinate.split(":")
    try:
        fetched = Path(context.project(group, name).at_version(version).artifact().resolve())
    except (OSError, RuntimeError) as error:
        message = f"missing jar {jar.filename}: it cannot be fetched into {jars}: {_first_line(error)}"
        raise JarError(message) from error
    if (got := _sha256(fetched)) != jar.sha256:
        message = f"fetched jar {jar.filename}: expected sha256 {jar.sha256}, got {got}; it was not installed"
        raise JarError(message)
    fetched.replace(jars / jar.filename)  # atomic: another process may be fetching the same
    return jar


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
