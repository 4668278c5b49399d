"""Hypothesis: places, ways and streams of fixes over the small worlds, the awkward ones included.

Half of the coordinates lie on a lattice that holds every corner and border of the worlds, so that borders are met
exactly, followed, touched and stood upon; the other half lie anywhere.
"""

from datetime import timedelta

from hypothesis import strategies as st

from geo.fix import Fix
from tests.worlds import NOON, WORLDS

__all__ = ["anywhere", "chunkings", "places", "streams", "worlds"]

worlds = st.sampled_from(sorted(WORLDS))

Place = tuple[float, float]


def _degrees(low: float, high: float) -> st.SearchStrategy[float]:
    # Whole numbers divided by powers of ten: the very floats the worlds are written in.
    lattice = st.integers(round(low * 200), round(high * 200)).map(lambda k: k / 200)
    near_the_middle = st.integers(-4, 4).map(lambda k: (round((low + high) * 100) + k) / 200)
    return lattice | near_the_middle | _between(low, high)


def _between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False).map(lambda degrees: round(degrees, 7))


places: st.SearchStrategy[Place] = st.tuples(_degrees(49.95, 51.05), _degrees(4.95, 7.05))
"""Places in and around the worlds, often on their borders and corners."""

anywhere: st.SearchStrategy[Place] = st.tuples(
    _between(49.95, 51.05).map(lambda lat: lat + 3.3e-9), _between(4.95, 7.05).map(lambda lon: lon + 7.7e-9)
)
"""Places that lie on no border of the worlds."""


@st.composite
def streams(draw: st.DrawFn, units: int = 3) -> list[Fix]:
    """Fixes of some units as they come in: mostly in order, with repeats, holes, late ones, silences and reboots."""
    fixes = []
    for _ in range(draw(st.integers(0, 14))):
        lat, lon = draw(places)
        fixes.append(
            Fix(
                unit=f"BE/CAR-{draw(st.integers(1, units))}",
                boot=draw(st.sampled_from(["first", "first", "first", "second"])),
                number=draw(st.integers(0, 20)),
                counted=draw(st.booleans()),
                observed_at=NOON + timedelta(seconds=draw(st.integers(0, 1200))),
                lat=lat,
                lon=lon,
            )
        )
    return draw(st.sampled_from([fixes, sorted(fixes, key=lambda f: f.observed_at), _journey(fixes)]))


def _journey(fixes: list[Fix]) -> list[Fix]:
    """The same places, driven in order by one unit, ten seconds apart."""
    return [
        Fix("BE/CAR-1", "first", k, counted=True, observed_at=NOON + timedelta(seconds=10 * k), lat=f.lat, lon=f.lon)
        for k, f in enumerate(fixes)
    ]


@st.composite
def chunkings(draw: st.DrawFn, fixes: list[Fix]) -> list[list[Fix]]:
    """Any cutting of a stream into chunks, empty ones too."""
    cuts = sorted(draw(st.lists(st.integers(0, len(fixes)), max_size=6)))
    return [fixes[a:b] for a, b in zip([0, *cuts], [*cuts, len(fixes)], strict=True)]
