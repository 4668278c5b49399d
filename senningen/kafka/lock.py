"""Writes the list of jars anew, after the Kafka version below was changed: `python -m senningen.kafka.lock`."""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from jgo.maven import MavenContext

from senningen.kafka.jars import LOCK, Jar

__all__ = ["locked", "resolved"]

KAFKA = "org.apache.kafka:kafka_2.13:4.3.0"
BINDING = "org.apache.logging.log4j:log4j-slf4j-impl:2.25.4"
"""Without a binding slf4j throws every log line away. Resolved alone: its versions of others would win over Kafka's."""


def resolved(folder: Path) -> list[tuple[str, Path]]:
    """Every jar the broker needs, as (group:name:version, file), downloaded into `folder`."""
    context = MavenContext(repo_cache=folder, timeout=60)
    roots, needed = context.resolver.resolve([context.create_dependency(KAFKA)])
    parts = [*roots, *needed, context.create_dependency(BINDING)]
    return [(f"{part.groupId}:{part.artifactId}:{part.version}", Path(part.artifact.resolve())) for part in parts]


def locked(jars: Iterable[tuple[str, Path]]) -> str:
    """The text of the lock file: one jar a line, coordinate and sha256, sorted."""
    lines = {str(Jar(coordinate, hashlib.sha256(path.read_bytes()).hexdigest())) for coordinate, path in jars}
    return "".join(f"{line}\n" for line in sorted(lines))


def main() -> None:
    """Resolve, download and write the lock file beside this module."""
    with TemporaryDirectory() as folder:
        text = locked(resolved(Path(folder)))
    LOCK.write_text(text)
    sys.stdout.write(f"{len(text.splitlines())} jars in {LOCK}\n")


if __name__ == "__main__":
    main()
