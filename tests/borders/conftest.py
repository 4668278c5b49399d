"""The real layer, rooms and towns, once a session."""

import pytest

from borders.layer import BorderLayer
from borders.load import load_directory, load_towns
from borders.places import Towns
from borders.rooms import Directory
from tests.borders.built import built_layer


@pytest.fixture(scope="session")
def layer() -> BorderLayer:
    return built_layer()


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory()


@pytest.fixture(scope="session")
def towns() -> Towns:
    return load_towns()
