from typing import Annotated

import msgspec
import pytest
from msgspec import Meta

from streams.accounts import Digest, Name, State
from streams.expected import CALLED, SAID, TEXT, WORD, in_words
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


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (TEXT, "Expected a text without control signs"),
        (SAID, "Expected a text that says something, without control signs"),
        (WORD, "Expected one line of text without control signs"),
        (CALLED, "Expected one line of text that says something, without control signs"),
    ],
)
@pytest.mark.parametrize("sign", ["\x00", "\x07", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066"])
def test_a_sign_that_a_screen_obeys_is_in_no_text(pattern: str, words: str, sign: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(f"red{sign}van", type=Annotated[str, Meta(pattern=pattern)])
    assert in_words(str(refused.value)) == words


@pytest.mark.parametrize(
    ("pattern", "taken", "refused"),
    [
        (TEXT, ["", " ", "two men,\n\tred van", "Visé ß ë \U0001f693"], []),
        (SAID, ["x", "\n x", "two\nlines"], ["", " ", "\n\t "]),
        (WORD, ["", "armed", "a b"], ["a\nb", "a\tb", "a\n"]),
        (CALLED, ["Anna B."], ["", "  ", "a\nb", "a\n"]),
    ],
)
def test_a_text_may_have_lines_and_what_must_say_something_is_not_blank(
    pattern: str, taken: list[str], refused: list[str]
) -> None:
    kind = Annotated[str, Meta(pattern=pattern)]
    assert [msgspec.convert(text, type=kind) for text in taken] == taken
    for text in refused:
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(text, type=kind)
