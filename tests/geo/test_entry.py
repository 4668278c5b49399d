"""The way into a territory, read off the line between two places."""

import pytest

from geo.entry import Anchor, entry_between
from tests.worlds import sets

(NL,) = sets("NL")


def test_an_entry_halfway_is_halfway_in_place_and_time_and_knows_its_bounds() -> None:
    entry = entry_between(Anchor(0, 50.0, 5.0), Anchor(10, 51.0, 7.0), 0.5, NL, guess=False)
    assert (entry.at_us, entry.lat, entry.lon) == (5, 50.5, 6.0)
    assert (entry.not_before_us, entry.not_after_us, entry.territory, entry.guess) == (0, 10, NL, False)


@pytest.mark.parametrize(("share", "lon"), [(0.25, 179.5), (0.75, -179.5)])
def test_over_the_antimeridian_it_takes_the_short_way(share: float, lon: float) -> None:
    entry = entry_between(Anchor(0, 0.0, 179.0), Anchor(10, 0.0, -179.0), share, NL, guess=True)
    assert (entry.lon, entry.guess) == (lon, True)
