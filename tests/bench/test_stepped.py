"""TRACK's step is measured on fixes that it uses."""

import numpy as np
from shapely.geometry import MultiPolygon, box

from bench.locate import traffic
from bench.stepped import _inputs, _units, stepped
from geo.outcome import Outcome
from geo.territory import TerritoryIndex
from streams.tracking.step import World, step_chunk

INDEX = TerritoryIndex.build({"BE": MultiPolygon([box(2, 49, 6, 54)]), "NL": MultiPolygon([box(6, 49, 8, 54)])})


def test_every_fix_moves_its_unit_and_both_ways_are_timed() -> None:
    chunks = traffic(np.random.default_rng(1), 40, INDEX, fixes=120, chunk=40)
    world = World(INDEX, "measured")
    first, second, _third = (_inputs(chunk, number) for number, chunk in enumerate(chunks))
    units = _units([first], world)
    assert step_chunk(units, second, world).outcomes == {Outcome.MOVED: 40}
    assert [figure.value > 0 for figure in stepped(chunks, INDEX, firsts=1)] == [True, True]
