"""Says in words what an id, a name or a code should have looked like, where the JSON reader says it by a pattern."""

import re

__all__ = ["CALLED", "DIGEST", "ID", "NAME", "PLATE", "SAID", "STATE", "TEXT", "WORD", "in_words"]

ID = r"^[A-Z]{2}/[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}\Z"
NAME = r"^[A-Za-z0-9][A-Za-z0-9._/@-]{0,79}\Z"
STATE = r"^[A-Z]{2}\Z"
PLATE = r"^[A-Z0-9ÄÖÜ -]{1,15}\Z"
DIGEST = r"^[0-9a-f]{64}\Z"
_OBEYED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
"""Signs that a screen obeys, or that turn the text beside them round; a tab and a new line are none."""
TEXT = rf"^[^{_OBEYED}]*\Z"
SAID = rf"^(?=[\s\S]*\S)[^{_OBEYED}]*\Z"
WORD = rf"^[^{_OBEYED}\t\n]*\Z"
CALLED = rf"^(?=.*\S)[^{_OBEYED}\t\n]*\Z"

_WORDS = {
    ID: "an id that begins with its owner's code, as in BE/LIE-21",
    NAME: "a name of letters, digits and . _ / @ -, as in j.dubois",
    PLATE: "a number plate in capitals, as in 1-ABC-234",
    STATE: "a state's two capital letters",
    DIGEST: "64 hexadecimal digits",
    TEXT: "a text without control signs",
    SAID: "a text that says something, without control signs",
    WORD: "one line of text without control signs",
    CALLED: "one line of text that says something, without control signs",
}
_BY_PATTERN = re.compile(r"`str` matching regex '(?P<pattern>[^']*)'")


def in_words(error: str) -> str:
    """The reader's complaint with our words in the place of a known pattern.

    >>> in_words(f"Expected `str` matching regex {STATE!r} - at `$.state`")
    "Expected a state's two capital letters - at `$.state`"
    """
    return _BY_PATTERN.sub(_said, error)


def _said(found: re.Match[str]) -> str:
    pattern = found["pattern"].replace(r"\\", "\\")  # the reader shows it as a literal
    return _WORDS.get(pattern, found[0])
