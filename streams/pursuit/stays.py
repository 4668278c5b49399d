"""Units in states that are not their own: how far each has come there, along its track and as the crow flies."""

from msgspec.structs import replace

from geo.geodesy import distance_m
from streams.records import Crossing, Sighting, States, Stay

__all__ = ["earlier_stay", "first_stays", "going_on", "measured", "of_territory"]

_ONE_LEG_M = 500.0
"""A sighting's odometer may lag behind its crossing's by up to a leg."""


def of_territory(stays: tuple[Stay, ...], territory: States) -> tuple[Stay, ...]:
    """The stays that go on where the unit is now."""
    return tuple(stay for stay in stays if stay.state in territory)


def first_stays(first: tuple[Stay, ...], now: tuple[Stay, ...], told: Crossing | None) -> tuple[Stay, ...]:
    """Of each state the stay that a unit had before crossings that may never have been, once `told` is told of it.

    It counts again where they never were. What it surely left is over, what began by a crossing that never was is none.
    """
    left = told.left if told and told.status == "confirmed" and not told.late else ()
    running = {stay.state: stay for stay in now}
    known = {stay.state: stay for stay in first if stay.state not in left}
    for state, stay in running.items():
        if state not in known or known[state].crossing == stay.crossing:
            known[state] = stay
    return tuple(stay for _, stay in sorted(known.items()) if not _never_was(stay, told))


def going_on(now: tuple[Stay, ...], first: tuple[Stay, ...], told: Crossing | None) -> tuple[Stay, ...]:
    """The stays of a unit; in a state where it has none, or one that never was, the first one there."""
    again = {stay.state: stay for stay in first} | {stay.state: stay for stay in now if not _never_was(stay, told)}
    return tuple(stay for _, stay in sorted(again.items()))


def _never_was(stay: Stay, told: Crossing | None) -> bool:
    return told is not None and told.status == "withdrawn" and stay.crossing == told.id


def earlier_stay(stay: Stay, others: tuple[Stay, ...]) -> Stay:
    """The stay as another pursuit knew it, where here its way in is not known: its limits have run since then."""
    if stay.crossing is not None:
        return stay
    for other in others:
        if other.state == stay.state and other.since and (stay.since is None or other.since < stay.since):
            return other
    return stay


def measured(stays: tuple[Stay, ...], seen: Sighting | None) -> tuple[Stay, ...]:
    """The same stays, measured to where the unit was seen last; what cannot be measured stays as it was."""
    return stays if seen is None else tuple(_measured(stay, seen) for stay in stays)


def _measured(stay: Stay, seen: Sighting) -> Stay:
    travelled_m, crow_m = stay.travelled_m, stay.crow_m
    if stay.odometer_m is not None and seen.odometer_m is not None:
        # An odometer that began anew says less than is known; what was driven is never taken back.
        begun_anew = seen.odometer_m < stay.odometer_m - _ONE_LEG_M
        driven_m = 0.0 if begun_anew else round(max(seen.odometer_m - stay.odometer_m, 0.0), 1)
        travelled_m = max(driven_m, travelled_m or 0.0)
    if stay.lat is not None and stay.lon is not None:
        crow_m = round(distance_m(stay.lat, stay.lon, seen.lat, seen.lon), 1)
    if travelled_m == stay.travelled_m and crow_m == stay.crow_m:
        return stay
    return replace(stay, travelled_m=travelled_m, crow_m=crow_m)
