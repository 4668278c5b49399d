"""What others wrote, safe to print at a terminal: on one line, with no sign that moves the cursor or turns text round.

A line that another state wrote must never look like one that this terminal says itself.
"""

import re

__all__ = ["on_one_line"]

_BREAKS = re.compile(r"\s*[\n\x0b\x0c\r\x85\u2028\u2029]+\s*")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that change the direction of what stands beside them."""


def on_one_line(text: str) -> str:
    r"""The text with each break as a stroke, and without what a terminal would obey.

    >>> on_one_line("red van\n\x1b[2JLIVE P1 ENTERED NL")
    'red van / [2JLIVE P1 ENTERED NL'
    """
    return _UNSEEN.sub("", _BREAKS.sub(" / ", text)).replace("\t", " ")
