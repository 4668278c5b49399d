"""Plays a written pursuit line by line, and checks that everybody read what the table says they read."""

import re
from datetime import datetime

from borders.rooms import Room
from tests.scenarios.people import PEOPLE
from tests.scenarios.sentence import Said
from tests.scenarios.table import Entry, Row, check_table, read_table
from tests.scenarios.units import UNITS
from tests.scenarios.world import World, rules_with

__all__ = ["play"]

_DRIVES = re.compile(r"truly drives from (?P<way>.+) at (?P<speed>\d+) km/h")


def play(
    text: str,
    *,
    given: str = "",
    start: str = "2026-06-01T12:00:00+00:00",
    case: str = "BE/2026-1",
    rooms: tuple[Room, ...] = (),
) -> World:
    """Play the table, in a world of real rooms, towns and treaties with these rooms besides; returns it as it ended.

    What is `given` was played before, and is not compared.

    Lines of the clock and of one pursuit to another are not played: they come by themselves, and are compared.

    Raises:
        AssertionError: it went another way than written; with the rows that differ.
        ValueError: a line says nothing that is known.
    """
    world = World(datetime.fromisoformat(start), case, rules_with(*rooms))
    _play(world, given)
    before = len(world.played)
    _play(world, text)
    check_table(text, world.played[before:])
    return world


def _play(world: World, text: str) -> None:
    for entry in read_table(text):
        at = world.at(entry.time)
        if _comes_by_itself(entry.happened):
            world.until_end_of(at)
        else:
            world.until(at)
            _say(world, entry.happened)


def _comes_by_itself(row: Row) -> bool:
    """Whether nobody in the table does it: the clock, or another pursuit."""
    return row.who in {"clock", "TRACK"} or row.who.split("/")[-1][:2] == "20"


def _say(world: World, row: Row) -> None:
    """One line of a unit, a crew, or a desk; or of Kafka, which may bring what one pursuit asked of others again."""
    name, _, rest = row.what.partition(": ") if row.what.startswith("in ") else ("", "", row.what)
    case = world.case(name.removeprefix("in "))
    if row.who == "kafka":
        world.kafka(row)
        return
    who, _, person = row.who.partition(" ")
    drive = _DRIVES.fullmatch(rest)
    if drive:
        world.played.append(Entry(world.time(world.now), row))
        world.drive(who, drive["way"].split(" to "), float(drive["speed"]) / 3.6)
        return
    said = Said(world, case, who, person)
    for one in (*PEOPLE, *UNITS):
        report = one.report(said, rest)
        if report is not None:
            world.take(case, report, row)
            return
    message = f"expected a sentence of tests/scenarios/people.py or units.py, got {row.who} | {row.what}"
    raise ValueError(message)
