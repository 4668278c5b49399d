"""Ids say who owns what, and nothing else passes for an id."""

import msgspec
import pytest

from streams.ids import InvalidIdError, checked_id, owner_of
from streams.records import Id


@pytest.mark.parametrize("text", ["BE/LIE-21", "NL/MK-MAASTRICHT", "BE/2026-1", "DE/a.b_c:d/e", "LU/" + "x" * 80])
def test_an_id_with_an_owner_is_returned_as_it_is(text: str) -> None:
    assert checked_id(text, "unit") == text
    assert owner_of(text) == text[:2]
    assert msgspec.convert(text, Id) == text


@pytest.mark.parametrize(
    "text",
    ["", "BE", "BE/", "/X", "be/X", "BEL/X", "BE/-X", "BE/a b", "BE/a|b", "BE/a#b", "BE/é", "BE/X\n", "BE/" + "x" * 81],
)
def test_anything_else_is_refused_here_and_on_the_wire(text: str) -> None:
    with pytest.raises(InvalidIdError) as refusal:
        checked_id(text, "case")
    assert str(refusal.value).startswith("case: expected an id such as BE/LIE-21")
    assert repr(text) in str(refusal.value)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, Id)
