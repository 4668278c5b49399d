"""What others wrote never moves the cursor of a terminal, nor makes a line of its own."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.one_line import on_one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red van\nLIVE P1 ENTERED NL", "red van / LIVE P1 ENTERED NL"),
        ("red van \r\n\n  two men", "red van / two men"),
        ("a\u2028b\x0bc\x85d", "a / b / c / d"),
        ("\x1b[2J\x1b[31mred\x07", "[2J[31mred"),
        ("\x00\x7f\x9bA\u202eB\u2066C", "ABC"),
        ("a\tb", "a b"),
        ("Visé, Müller, Lëtzebuerg: 5 °", "Visé, Müller, Lëtzebuerg: 5 °"),
    ],
)
def test_breaks_become_strokes_and_what_a_terminal_obeys_goes(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left_of_any_text(text: str) -> None:
    shown = on_one_line(text)
    assert all(unicodedata.category(sign) != "Cc" for sign in shown)
    assert shown.splitlines() in ([], [shown])
    assert on_one_line(shown) == shown
