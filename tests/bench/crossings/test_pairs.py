from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bench.crossings.pairs import pairs


def test_the_closest_belong_together() -> None:
    assert pairs({(0, 0): 3.0, (0, 1): 1.0, (1, 0): 2.0, (1, 1): 9.0}) == {0: 1, 1: 0}


def test_one_gives_way_so_that_both_have_a_partner() -> None:
    assert pairs({(0, 0): 1.0, (0, 1): 3.0, (1, 0): 2.0}) == {0: 1, 1: 0}


def test_nobody_is_used_twice_and_nobody_is_made_up() -> None:
    assert pairs({(0, 0): 1.0, (1, 0): 2.0, (2, 0): 3.0}) == {0: 0}
    assert pairs({}) == {}


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0, 100), max_size=12))
def test_there_are_never_more_pairs_to_be_had(apart: dict[tuple[int, int], float]) -> None:
    found = pairs(apart)
    assert set(found.items()) <= set(apart)
    assert len(set(found.values())) == len(found)
    most = max(sum((left, right) in apart for left, right in enumerate(order)) for order in permutations(range(5)))
    assert len(found) == most
