import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.borders.built import FOLDER, built_layer
from tests.end_to_end.stack_thread import StackThread


@pytest.fixture(scope="session")
def line(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StackThread]:
    """The whole stack, every part of it real, shared by the tests of this folder."""
    folder = tmp_path_factory.mktemp("line")
    built_layer()
    shutil.copytree(FOLDER / "borders", folder / "borders")
    (folder / "kafka").mkdir()
    (folder / "kafka" / "jars").symlink_to(jars, target_is_directory=True)
    with StackThread(folder) as stack:
        yield stack
