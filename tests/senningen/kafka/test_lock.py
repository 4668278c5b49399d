import hashlib
from pathlib import Path

from senningen.kafka.jars import LOCK
from senningen.kafka.lock import BINDING, KAFKA, locked


def test_the_text_has_one_sorted_line_a_jar_and_each_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    a, b = (hashlib.sha256(text).hexdigest() for text in (b"a", b"b"))
    text = locked([("x:b:1", tmp_path / "b"), ("x:a:1", tmp_path / "a"), ("x:b:1", tmp_path / "b")])
    assert text == f"x:a:1 sha256:{a}\nx:b:1 sha256:{b}\n"


def test_the_lock_file_is_of_the_versions_named_here() -> None:
    coordinates = {line.split()[0] for line in LOCK.read_text().splitlines()}
    assert {KAFKA, BINDING} <= coordinates
