"""A true course: where a made-up unit really is, five times a second."""

from dataclasses import dataclass

import numpy as np

from producers.simulator.metres import Floats, Places, radii_m, to_degrees, to_metres

__all__ = ["EVERY_S", "Course", "course_through", "evenly_s"]

EVERY_S = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Where the unit is at each instant, straight in between.

    Attributes:
        t_s: seconds from the start, EVERY_S apart.
        lat: degrees.
        lon: degrees.
    """

    t_s: Floats
    lat: Floats
    lon: Floats

    @property
    def ways(self) -> Floats:
        """A row (lat, lon, to_lat, to_lon) from each instant to the next, degrees."""
        return np.column_stack((self.lat[:-1], self.lon[:-1], self.lat[1:], self.lon[1:]))

    @property
    def length_m(self) -> float:
        """Metres on the ground from the start to the end."""
        return float(self.moves_m.sum())

    @property
    def moves_m(self) -> Floats:
        """Metres on the ground from each sample to the next."""
        return np.hypot(*self._north_east_m())

    def at(self, t_s: Floats) -> tuple[Floats, Floats]:
        """Latitudes and longitudes at these instants, degrees."""
        return np.interp(t_s, self.t_s, self.lat), np.interp(t_s, self.t_s, self.lon)

    def velocity_at(self, t_s: Floats) -> tuple[Floats, Floats]:
        """Speed in m/s and course in degrees clockwise from north, over the sample in which each instant lies."""
        way = np.clip(np.searchsorted(self.t_s, t_s, side="right") - 1, 0, len(self.t_s) - 2)
        north_m, east_m = (moves[way] for moves in self._north_east_m())
        return np.hypot(north_m, east_m) / EVERY_S, np.degrees(np.arctan2(east_m, north_m)) % 360.0

    def places_m(self, every: int = 1) -> Places:
        """Where every so-manieth sample lies on the flat map."""
        return to_metres(self.lat[::every], self.lon[::every])

    def _north_east_m(self) -> tuple[Floats, Floats]:
        """Metres to the north and to the east from each sample to the next."""
        to_north, to_east = radii_m((self.lat[1:] + self.lat[:-1]) / 2)
        return np.radians(np.diff(self.lat)) * to_north, np.radians(np.diff(self.lon)) * to_east


def evenly_s(length_s: float) -> Floats:
    """The instants of a course that takes so long: 0, EVERY_S, ... seconds."""
    return EVERY_S * np.arange(int(length_s / EVERY_S) + 1, dtype=np.float64)


def course_through(places_m: Places, t_s: Floats) -> Course:
    """The course that is at these places of the flat map at these instants, the first of them 0."""
    at_s = evenly_s(float(t_s[-1]))
    flat = np.column_stack([np.interp(at_s, t_s, places_m[:, axis]) for axis in (0, 1)])
    lat, lon = to_degrees(flat)
    return Course(at_s, lat, lon)
