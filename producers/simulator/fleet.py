"""Fleets of made-up units, by the name of their world: each with its true course, true crossings, and what arrives."""

import math
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, islice

import numpy as np

from geo.fix import Fix
from geo.territory import TerritoryIndex
from producers.simulator.along import along
from producers.simulator.baarle import baarle
from producers.simulator.course import Course
from producers.simulator.cross import cross
from producers.simulator.delivery import CLEAN, ROUGH, Delivery, delivered
from producers.simulator.elsewhere import elsewhere
from producers.simulator.ground import Ground, ground_of
from producers.simulator.metres import Floats
from producers.simulator.pace import FOOT, MOTORWAY, ROAD, Pace
from producers.simulator.parked import parked
from producers.simulator.readings import Readings
from producers.simulator.receiver import Receiver, received
from producers.simulator.street import street
from producers.simulator.trip import Planner, Trip
from producers.simulator.truth import TrueCrossing, true_crossings
from producers.simulator.turn_off import turn_off

__all__ = ["START", "WORLDS", "Share", "SimulatedUnit", "SimulationError", "World", "simulate"]

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""When every course begins, unless another start is asked for."""

_MOST_TRIES = 1_000


class SimulationError(ValueError):
    """A fleet that cannot be made up: what was expected, what came."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a world's units: what they do, how they move, and how many of a hundred they are."""

    planner: Planner
    pace: Pace
    of_hundred: float


@dataclass(frozen=True, slots=True)
class World:
    """What the units of a world do, and how their fixes arrive unless something else is asked for."""

    shares: tuple[Share, ...]
    delivery: Delivery = CLEAN


WORLDS: Mapping[str, World] = {
    "crossing": World((Share(cross, MOTORWAY, 45), Share(cross, ROAD, 45), Share(cross, FOOT, 10))),
    "beside": World((Share(along, MOTORWAY, 50), Share(along, ROAD, 50))),
    "turning": World((Share(turn_off, MOTORWAY, 50), Share(turn_off, ROAD, 50))),
    "elsewhere": World((Share(elsewhere, MOTORWAY, 50), Share(elsewhere, ROAD, 50))),
    "parked": World((Share(parked, ROAD, 100),)),
    "baarle": World((Share(baarle, FOOT, 100),)),
    "street": World((Share(street, FOOT, 50), Share(street, ROAD, 50))),
    "rough": World(
        (
            Share(cross, MOTORWAY, 20), Share(cross, ROAD, 20), Share(cross, FOOT, 5), Share(along, MOTORWAY, 10),
            Share(along, ROAD, 10), Share(turn_off, MOTORWAY, 10), Share(turn_off, ROAD, 10), Share(street, FOOT, 5),
            Share(parked, ROAD, 5), Share(elsewhere, ROAD, 5),
        ),
        ROUGH,
    ),
}  # fmt: skip
"""Every world that can be asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedUnit:
    """One unit, and all that is true of it.

    Attributes:
        unit: its id, such as BE/SIM-0001; its owner is the state it starts in.
        kind: what it does: cross, along, turn_off, elsewhere, parked, baarle or street.
        pace: how it moves: motorway, road or foot.
        movement: as its fixes tell it.
        course: where it truly is.
        crossings: what it truly crosses, in order.
        fixes: what arrives, in order of arrival, and when: seconds from the start.
    """

    unit: str
    kind: str
    pace: str
    movement: str
    course: Course
    crossings: tuple[TrueCrossing, ...]
    fixes: tuple[tuple[float, Fix], ...]


def simulate(
    world: str,
    index: TerritoryIndex,
    *,
    seed: int,
    units: int | None = None,
    receiver: Receiver | None = None,
    delivery: Delivery | None = None,
    start: datetime = START,
    stay_s: float = 600.0,
) -> Iterator[SimulatedUnit]:
    """Make up the units of a world, one after the other, without end where no number of units is given.

    The same seed gives the same units. A unit depends on seed, world and its number only: more units change none, and
    another receiver or delivery changes no course.

    Args:
        world: a name of WORLDS.
        index: the borders.
        seed: of all chance, from 0.
        units: how many.
        receiver: what it reads with; an ordinary one by default.
        delivery: how fixes arrive; by default as the world has it.
        start: when every course begins, aware and in UTC.
        stay_s: how long a parked unit stands.

    Raises:
        SimulationError: an unknown world, a negative seed, no ground on which such a course can be found.
    """
    made = _Making(_world(world), ground_of(index), receiver or Receiver(), delivery, start, stay_s)
    key = zlib.crc32(world.encode())
    if seed < 0:
        message = f"seed: expected a number from 0, got {seed}"
        raise SimulationError(message)
    numbers = islice(count(1), units)
    return (made.unit(number, np.random.SeedSequence(seed, spawn_key=(key, number))) for number in numbers)


def _world(name: str) -> World:
    if name not in WORLDS:
        message = f"world: expected one of {', '.join(WORLDS)}, got {name!r}"
        raise SimulationError(message)
    return WORLDS[name]


@dataclass(frozen=True, slots=True)
class _Making:
    """How units are made up."""

    world: World
    ground: Ground
    receiver: Receiver
    delivery: Delivery | None
    start: datetime
    stay_s: float

    def unit(self, number: int, seed: np.random.SeedSequence) -> SimulatedUnit:
        """The unit of this number; course, receiver and delivery have each a generator of their own."""
        course_rng, receiver_rng, delivery_rng = (np.random.default_rng(one) for one in seed.spawn(3))
        share = self._share(course_rng)
        course = self._course(course_rng, share)
        unit = f"{self._owner(course)}/SIM-{number:04d}"
        read = received(receiver_rng, course, self.receiver)
        arrived = delivered(delivery_rng, read, self.delivery or self.world.delivery)
        return SimulatedUnit(
            unit=unit,
            kind=share.planner.__name__,
            pace=share.pace.name,
            movement=share.pace.movement,
            course=course,
            crossings=true_crossings(unit, course, self.ground),
            fixes=tuple(_fixes(unit, share.pace, self.start, *arrived)),
        )

    def _share(self, rng: np.random.Generator) -> Share:
        sizes = np.array([share.of_hundred for share in self.world.shares])
        return self.world.shares[int(rng.choice(len(sizes), p=sizes / sizes.sum()))]

    def _course(self, rng: np.random.Generator, share: Share) -> Course:
        for _ in range(_MOST_TRIES):
            course = share.planner(rng, self.ground, Trip(share.pace, self.stay_s))
            if course is not None:
                return course
        message = f"world: expected ground for {share.planner.__name__}, got none in {_MOST_TRIES} tries"
        raise SimulationError(message)

    def _owner(self, course: Course) -> str:
        return min(self.ground.index.territory_at(float(course.lat[0]), float(course.lon[0])))


def _fixes(unit: str, pace: Pace, start: datetime, arrival_s: Floats, read: Readings) -> Iterator[tuple[float, Fix]]:
    columns = (read.number, read.t_s, read.lat, read.lon, read.accuracy_m, read.speed_mps, read.course_deg)
    rows = zip(arrival_s.tolist(), *(column.tolist() for column in columns), strict=True)
    for at_s, number, t_s, lat, lon, *told in rows:
        observed_at = start + timedelta(seconds=t_s)
        accuracy_m, speed_mps, course_deg = map(_known, told)
        yield at_s, Fix(
            unit=unit, boot="sim", number=number, counted=True, observed_at=observed_at, lat=lat, lon=lon,
            accuracy_m=accuracy_m, speed_mps=speed_mps, course_deg=course_deg, movement=pace.movement,
        )  # fmt: skip


def _known(told: float) -> float | None:
    """NaN stands for what is not told."""
    return None if math.isnan(told) else told
