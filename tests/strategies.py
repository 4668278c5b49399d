"""Hypothesis: places, ways and streams of fixes over the small worlds, the awkward ones included.

Half of the coordinates lie on a lattice that holds every corner and border of the worlds, so that borders are met
exactly, followed, touched and stood upon; the other half lie anywhere.
"""

from datetime import timedelta

from hypothesis import strategies as st

from geo.fix import Fix
from tests.worlds import NOON, WORLDS

__all__ = ["anywhere", "chunkings", "drives", "inland", "places", "streams", "worlds"]

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


def _between_the_lines(low: int, high: int) -> st.SearchStrategy[float]:
    """Some hundred metres from every line of the worlds: those lie on whole hundredths of a degree."""
    return st.tuples(st.integers(low, high - 1), st.floats(0.3, 0.7)).map(lambda at: round((at[0] + at[1]) / 100, 7))


inland: st.SearchStrategy[Place] = st.tuples(_between_the_lines(4995, 5105), _between_the_lines(495, 705))
"""Places that are surely on their ground, whatever the noise."""


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
def drives(draw: st.DrawFn) -> list[Fix]:
    """A car of 25 m/s near the middle of the worlds, a fix a second, each some metres off, some lost, late or twice."""
    lat, lon = draw(st.tuples(st.floats(50.495, 50.505), st.floats(5.99, 6.01)))
    north, east = draw(st.sampled_from([(0, 1), (0, -1), (1, 0), (1, 1), (0, 0)]))
    off = st.tuples(st.floats(-40, 40), st.floats(-40, 40))
    fixes = []
    for second, (up, right) in enumerate(draw(st.lists(off, min_size=2, max_size=40))):
        north_m, east_m = 25.0 * second * north + up, 25.0 * second * east + right
        fixes.append(
            Fix(
                "BE/CAR", "b", second, counted=True, observed_at=NOON + timedelta(seconds=second),
                lat=round(lat + north_m / 111_000.0, 7), lon=round(lon + east_m / 71_000.0, 7),
                accuracy_m=draw(st.sampled_from([None, 5.0, 25.0])),
            )
        )  # fmt: skip
    moved = draw(
        st.lists(st.tuples(st.integers(0, len(fixes) - 1), st.sampled_from(["lost", "late", "twice"])), max_size=4)
    )
    for at, fate in moved:
        fix = fixes[min(at, len(fixes) - 1)]
        if fate != "twice" and len(fixes) > 1:
            fixes.remove(fix)
        if fate != "lost":
            fixes.insert(min(at + 3, len(fixes)), fix)
    return fixes


@st.composite
def chunkings(draw: st.DrawFn, fixes: list[Fix]) -> list[list[Fix]]:
    """Any cutting of a stream into chunks, empty ones too."""
    cuts = sorted(draw(st.lists(st.integers(0, len(fixes)), max_size=6)))
    return [fixes[a:b] for a, b in zip([0, *cuts], [*cuts, len(fixes)], strict=True)]
