import numpy as np
import pytest

from producers.simulator.episodes import during, episodes
from tests.producers.simulator.made import chance


def test_episodes_are_as_frequent_and_as_long_as_asked() -> None:
    found = episodes(chance(), 360_000.0, per_h=6.0, lasting_s=(20.0, 120.0))
    assert len(found) == pytest.approx(600, abs=75)
    lengths_s = found[:, 1] - found[:, 0]
    assert 20.0 <= lengths_s.min() < 25.0
    assert 115.0 < lengths_s.max() <= 120.0
    assert len(episodes(chance(), 360_000.0, per_h=0.0, lasting_s=(20.0, 120.0))) == 0


def test_instants_in_an_episode_are_told_also_where_two_overlap() -> None:
    t_s = np.arange(8.0)
    inside = during(t_s, np.array([[1.0, 3.5], [2.0, 5.0]]))
    assert inside.tolist() == [False, True, True, True, True, True, False, False]
    assert not during(t_s, np.empty((0, 2))).any()
