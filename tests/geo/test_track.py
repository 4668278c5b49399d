"""A track is the fixes of one unit in the order they were recorded."""

from geo.track import Track
from tests.worlds import car


def test_a_track_keeps_its_fixes_in_their_order() -> None:
    fixes = car([(50.5, 5.9), (50.5, 6.1)])
    assert Track("BE/CAR", "0", tuple(fixes)).fixes == tuple(fixes)
