"""Standing exactly on a border."""

import numpy as np

from producers.simulator.course import Course, evenly_s
from producers.simulator.ground import Ground
from producers.simulator.metres import Floats, to_degrees
from producers.simulator.trip import Trip

__all__ = ["parked"]


def parked(rng: np.random.Generator, ground: Ground, trip: Trip) -> Course | None:
    """A course that stands for `trip.stay_s` on a land border, within a micrometre of its line in degrees."""
    lat, lon = to_degrees(ground.place_m(ground.pick(rng)))
    on_line = _onto_the_line(np.array([lat[0], lon[0]]), ground.index.edges)
    t_s = evenly_s(trip.stay_s)
    return Course(t_s, np.full(len(t_s), on_line[0]), np.full(len(t_s), on_line[1]))


def _onto_the_line(place: Floats, edges: Floats) -> Floats:
    """The nearest place on a border, in degrees as if they were flat: the flat map is up to 7 mm beside its lines."""
    begins, steps = edges[:, :2], edges[:, 2:] - edges[:, :2]
    shares = np.clip(((place - begins) * steps).sum(axis=1) / (steps**2).sum(axis=1), 0.0, 1.0)
    on_edges: Floats = begins + shares[:, None] * steps
    nearest: Floats = on_edges[int(np.argmin(((on_edges - place) ** 2).sum(axis=1)))]
    return nearest
