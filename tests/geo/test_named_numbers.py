"""A line of settings: names and numbers, or a refusal that says which name, and what came."""

import pytest

from geo.named_numbers import named_numbers


def test_names_and_numbers_with_commas_between() -> None:
    assert named_numbers(" a = 1 ,b=2.5,, ", ["a", "b"]) == {"a": 1.0, "b": 2.5}
    assert named_numbers("", ["a"]) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("c=1", "expected one of a, b, got 'c'"),
        ("a", "a: expected a number, got ''"),
        ("a=x", "a: expected a number, got 'x'"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        named_numbers(text, ["a", "b"])
