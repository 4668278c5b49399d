import gc
import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from senningen.kafka.jars import LOCK, Jar, JarError, check_jars, fetch_jars, locked_jars

JAR = b"a jar"
SHA256 = hashlib.sha256(JAR).hexdigest()
ROAD = Jar("org.example:road:1.0", SHA256)
RIVER = Jar("org.example:river:2.0", SHA256)


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Maven repository on this machine in place of the central one, named in the user's jgo settings."""
    folder = tmp_path / "repository"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\ncentral = http://127.0.0.1:{server.server_port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
    yield folder
    server.shutdown()
    server.server_close()


def publish(repository: Path, jar: Jar, content: bytes = JAR) -> None:
    group, name, version = jar.coordinate.split(":")
    path = repository / group.replace(".", "/") / name / version / jar.filename
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def lock(folder: Path, *jars: Jar) -> Path:
    path = folder / "jars.lock"
    path.write_text("".join(f"{jar}\n" for jar in jars))
    return path


def test_missing_jars_are_fetched_and_only_those(tmp_path: Path, repository: Path) -> None:
    publish(repository, RIVER)
    jars = tmp_path / "kafka" / "jars"
    jars.mkdir(parents=True)
    (jars / "road-1.0.jar").write_bytes(JAR)
    told: list[str] = []
    assert fetch_jars(tmp_path, told.append, lock(tmp_path, ROAD, RIVER)) == jars
    assert sorted(path.name for path in jars.iterdir()) == ["river-2.0.jar", "road-1.0.jar"]
    assert told[0].startswith("fetching Apache Kafka: 1 jars")


def test_when_all_are_there_nothing_is_fetched_or_said(tmp_path: Path, repository: Path) -> None:
    publish(repository, ROAD)
    locked = lock(tmp_path, ROAD)
    fetch_jars(tmp_path, lambda _: None, locked)
    told: list[str] = []
    fetch_jars(tmp_path, told.append, locked)
    assert told == []


def test_a_changed_jar_is_named_and_not_replaced(tmp_path: Path) -> None:
    jars = tmp_path / "kafka" / "jars"
    jars.mkdir(parents=True)
    (jars / "road-1.0.jar").write_bytes(b"another")
    with pytest.raises(JarError, match=r"changed jar road-1\.0\.jar: expected sha256 .* remove it to fetch it again"):
        fetch_jars(tmp_path, lambda _: None, lock(tmp_path, ROAD))
    assert (jars / "road-1.0.jar").read_bytes() == b"another"


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # jgo leaves the answer "not found" open
@pytest.mark.usefixtures("repository")
def test_a_jar_that_cannot_be_fetched_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(JarError) as caught:
        fetch_jars(tmp_path, lambda _: None, lock(tmp_path, ROAD))
    told = str(caught.value)
    del caught
    gc.collect()
    assert told.startswith("missing jar road-1.0.jar: it cannot be fetched into")
    assert "\n" not in told
    assert list((tmp_path / "kafka" / "jars").iterdir()) == []


def test_a_fetched_jar_with_another_sum_is_not_installed(tmp_path: Path, repository: Path) -> None:
    publish(repository, ROAD, b"not what was locked")
    with pytest.raises(JarError, match=r"fetched jar road-1\.0\.jar: expected sha256"):
        fetch_jars(tmp_path, lambda _: None, lock(tmp_path, ROAD))
    assert list((tmp_path / "kafka" / "jars").iterdir()) == []


def test_check_tells_what_is_missing_without_fetching(tmp_path: Path) -> None:
    assert check_jars(tmp_path, lock(tmp_path, ROAD)) == (ROAD,)


@pytest.mark.parametrize("line", ["road", "org.example:road:1.0 sha256:12", f"road:1.0 sha256:{SHA256}"])
def test_a_bad_line_of_the_lock_file_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / f"{abs(hash(line))}.lock"
    path.write_text(f"{ROAD}\n{line}\n")
    with pytest.raises(JarError, match=r"expected group:name:version sha256:.* line 2"):
        locked_jars(path)


def test_the_lock_file_has_the_broker_and_names_no_address() -> None:
    names = {jar.filename for jar in locked_jars()}
    assert {"kafka_2.13-4.3.0.jar", "kafka-clients-4.3.0.jar", "log4j-slf4j-impl-2.25.4.jar"} <= names
    assert len(names) == len(locked_jars()) == 46
    assert "//" not in LOCK.read_text()
