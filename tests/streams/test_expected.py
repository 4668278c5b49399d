import msgspec
import pytest

from streams.accounts import Digest, Name, State
from streams.expected import in_words
from streams.records import Id


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Id, "Expected an id that begins with its owner's code, as in BE/LIE-21"),
        (Name, "Expected a name of letters, digits and . _ / @ -, as in j.dubois"),
        (State, "Expected a state's two capital letters"),
        (Digest, "Expected 64 hexadecimal digits"),
    ],
)
def test_a_pattern_of_ours_is_told_in_words(kind: object, words: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert("?", type=kind)
    assert in_words(str(refused.value)) == words


@pytest.mark.parametrize("error", ["Expected `int`, got `str`", "Expected `str` matching regex '^x$'", ""])
def test_what_is_not_ours_stays_as_it_is(error: str) -> None:
    assert in_words(error) == error
