from pathlib import Path

import pytest

from consumers.place_file import read_places, write_places
from streams.console import ConsolePlace
from tests.consumers.records import NOON

PLACES = {"NL/ROOM": ConsolePlace(topic_id="t", partition=3, offset=17, at=NOON)}


def test_places_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    write_places(tmp_path / "places", PLACES)
    assert read_places(tmp_path / "places") == PLACES
    assert [path.name for path in tmp_path.iterdir()] == ["places"]


def test_without_a_file_there_are_no_places(tmp_path: Path) -> None:
    assert read_places(tmp_path / "none") == {}


@pytest.mark.parametrize("content", [b"", b"{", b'{"places":{"NL/ROOM":{"offset":"x"}}}', b"\xff\xfe"])
def test_a_broken_file_is_said_and_the_gateway_then_gives_everything(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    (tmp_path / "places").write_bytes(content)
    assert read_places(tmp_path / "places") == {}
    assert "beginning with a fresh snapshot" in caplog.text
