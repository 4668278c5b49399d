import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.figure import Figure, json_line, percentiles, table


def test_a_figure_is_one_json_line_with_its_goal_and_the_load_it_was_measured_under() -> None:
    figure = Figure("line", "fix to console p50", 19.4912, "ms", 150.0, load_1m=1.25)
    said = json.loads(json_line(figure))
    assert said.pop("cores") >= 1
    assert said == {
        "benchmark": "line",
        "figure": "fix to console p50",
        "value": 19.491,
        "unit": "ms",
        "goal": 150.0,
        "load_1m": 1.2,
    }


def test_percentiles_of_a_hundred_and_one_numbers_are_the_numbers_themselves() -> None:
    assert percentiles([float(n) for n in range(101)]) == {"p50": 50, "p90": 90, "p99": 99, "max": 100}


def test_one_number_is_all_its_percentiles() -> None:
    assert percentiles([7.0]) == {"p50": 7, "p90": 7, "p99": 7, "max": 7}


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=50))
def test_percentiles_rise_and_stay_within_what_was_measured(values: list[float]) -> None:
    found = list(percentiles(values).values())
    assert all(low <= high or low == pytest.approx(high) for low, high in pairwise(found))
    assert found[0] >= min(values) or found[0] == pytest.approx(min(values))


def test_a_table_is_markdown_whose_columns_stand_under_each_other() -> None:
    lines = table("cars", ["car", "km/h"], [["red", 120.0], ["a longer name", "none"]]).splitlines()[3:]
    assert {len(line) for line in lines} == {len("| a longer name |  km/h |")}
    assert lines[-1] == "| a longer name |  none |"
