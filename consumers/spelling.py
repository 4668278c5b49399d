"""Spells what must arrive exactly over a telephone: a number plate sign by sign, a number digit by digit.

Letters are said by the international spelling alphabet (ICAO; ITU Radio Regulations, appendix 14), the same in every
language; digits and signs by the words of the language, for the ear at the other end knows those best.
"""

import re
from collections.abc import Mapping
from functools import cache

from consumers.language import say

__all__ = ["ALPHABET", "number_said", "spelled"]

ALPHABET: Mapping[str, str] = {
    word[0]: word
    for word in (
        "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima",
        "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey",
        "X-ray", "Yankee", "Zulu",
    )
}  # fmt: skip
"""The word of each letter."""
_UMLAUTS = {"\u00c4": "A", "\u00d6": "O", "\u00dc": "U"}
"""The alphabet has none, German plates do."""
_SIGNS = {"-": "read-dash", " ": "read-space"}
_DIALLED = re.compile(r"\+?[0-9]+")


def spelled(text: str, language: str) -> str:
    """Every sign of a plate in its order: one, dash, Alfa, Bravo, Charlie; one that has no word is left as it is."""
    return ", ".join(_word(language, sign) for sign in text.upper())


def number_said(number: str, language: str) -> str:
    """The digits of a number, pausing where it was written with a pause: plus three two, four; one four four."""
    return ", ".join(
        " ".join("plus" if sign == "+" else _word(language, sign) for sign in group)
        for group in _DIALLED.findall(number)
    )


@cache
def _word(language: str, sign: str) -> str:
    if sign in ALPHABET:
        return ALPHABET[sign]
    if sign in _UMLAUTS:
        return say(language, "read-umlaut", letter=ALPHABET[_UMLAUTS[sign]])
    if sign in _SIGNS:
        return say(language, _SIGNS[sign])
    return say(language, f"read-digit-{sign}") if sign in "0123456789" else sign
