"""A place on a unit's way, and the way into a territory between two such places."""

from typing import NamedTuple

from geo.territory import Territory

__all__ = ["Anchor", "Entry", "entry_between"]


class Anchor(NamedTuple):
    """Where a unit was, and when: microseconds since 1970, degrees."""

    at_us: int
    lat: float
    lon: float


class Entry(NamedTuple):
    """The way into a territory: read off the line between two places.

    Attributes:
        territory: the ground entered.
        at_us: when, microseconds since 1970.
        not_before_us: the earlier place.
        not_after_us: the later place.
        lat: where, degrees.
        lon: the same.
        guess: nothing is known of the way between the two.
    """

    territory: Territory
    at_us: int
    not_before_us: int
    not_after_us: int
    lat: float
    lon: float
    guess: bool


def entry_between(begin: Anchor, end: Anchor, share: float, territory: Territory, *, guess: bool) -> Entry:
    """The entry at a share of the way from one place to another, as if it had been driven evenly."""
    return Entry(
        territory,
        begin.at_us + round(share * (end.at_us - begin.at_us)),
        begin.at_us,
        end.at_us,
        begin.lat + share * (end.lat - begin.lat),
        _between(begin.lon, end.lon, share),
        guess,
    )


def _between(lon: float, to_lon: float, share: float) -> float:
    """The short way round, also over the antimeridian."""
    step = to_lon - lon
    step = step - 360.0 if step > 180.0 else step + 360.0 if step < -180.0 else step
    between = lon + share * step
    return between - 360.0 if between > 180.0 else between + 360.0 if between < -180.0 else between
