import json
from pathlib import Path

import pytest

from borders.layer import BorderError, BorderLayer
from borders.places import Town
from dashboard.basemap_files import BaseMapFiles, MapSource
from tests.dashboard.conftest import towns, two_states


class Counting:
    """A source that counts how often the towns were read: only a computation reads them."""

    def __init__(self) -> None:
        self.read = 0

    def source(self) -> MapSource:
        return MapSource(layer=two_states, towns=self.towns)

    def towns(self) -> tuple[Town, ...]:
        self.read += 1
        return towns()


def test_nothing_is_served_before_it_is_ready(tmp_path: Path) -> None:
    files = BaseMapFiles(tmp_path, MapSource(two_states, towns))
    assert files.state.state == "computing"
    assert (files.borders(), files.places(), files.tile("20_200")) == (None, None, None)


def test_computing_writes_overview_places_and_tiles(tmp_path: Path) -> None:
    files = BaseMapFiles(tmp_path, MapSource(two_states, towns))
    files.compute()
    borders, places = files.borders(), files.places()
    assert borders is not None
    assert places is not None
    names = json.loads(borders.read_text())["tiles"]
    assert all(files.tile(name) for name in names)
    assert json.loads(places.read_text())["places"][0]["name"] == "Maastricht"
    assert files.state.version == "test"


def test_a_second_start_computes_nothing(tmp_path: Path) -> None:
    counting = Counting()
    BaseMapFiles(tmp_path, counting.source()).compute()
    again = BaseMapFiles(tmp_path, counting.source())
    again.compute()
    assert counting.read == 1
    assert again.borders() is not None


@pytest.mark.parametrize("name", ["../overview", "20_200.json", "", "1_2/../../places", "99999_1"])
def test_a_name_that_is_no_square_gives_no_file(tmp_path: Path, name: str) -> None:
    files = BaseMapFiles(tmp_path, MapSource(two_states, towns))
    files.compute()
    assert files.tile(name) is None


def test_a_layer_that_is_missing_is_said_and_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tries = 0

    def later() -> BorderLayer:
        nonlocal tries
        tries += 1
        if tries < 3:
            message = "expected the border layer, got no file"
            raise BorderError(message)
        return two_states()

    files = BaseMapFiles(tmp_path, MapSource(later, towns), try_again_s=0.01)
    files.start().join(timeout=10)
    assert files.state.state == "ready"
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "no base map yet: expected the border layer, got no file"
    ]
