"""The rows of a small table, and what is said of one that cannot be used."""

import re

import pytest

from borders.table import rows_of


class _RefusedError(ValueError):
    pass


def _rows(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(place, dict(cells)) for place, cells in rows_of(text, "x.csv", ("a", "b"), ("c",), _RefusedError)]


def test_each_row_comes_with_its_line_and_without_blanks_around_its_cells() -> None:
    assert _rows("a,b\n 1 ,2\n\n3,4\n") == [
        ("x.csv line 2", {"a": "1", "b": "2"}),
        ("x.csv line 4", {"a": "3", "b": "4"}),
    ]


def test_the_columns_may_stand_in_any_order_and_a_row_may_end_early() -> None:
    assert _rows("c,b,a\n1,2\n") == [("x.csv line 2", {"c": "1", "b": "2", "a": ""})]


def test_a_quoted_cell_may_hold_commas_and_lines() -> None:
    assert _rows('a,b\n"1,\n2",3\n') == [("x.csv line 3", {"a": "1,\n2", "b": "3"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "x.csv: expected the columns a, b (and, if wanted, c); missing a, b"),
        ("a\n", "missing b"),
        ("a;b\n", "missing a, b; unknown 'a;b'"),
        ("a,b,d\n", "expected the columns a, b (and, if wanted, c); unknown 'd'"),
        ("a,b,b\n", "twice 'b'"),
        ("a,b\n1,2,3,4\n", "x.csv line 2: expected 2 cells, got '3,4' beyond them"),
        ('a,b\n1,"2\n', "x.csv line 2: expected comma-separated cells, got unexpected end of data"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_expected_and_got(text: str, expected: str) -> None:
    with pytest.raises(_RefusedError, match=re.escape(expected)):
        _rows(text)
