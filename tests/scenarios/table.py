"""A pursuit written down as a table: when, who, and what they say or read; and whether it was played like that.

    12:00:00 | BE/CAR-1         | starts for BE/CIC-LIEGE: robbery
             | BE/CIC-LIEGE     | sees the pursuit
    12:00:20 | clock            | escalate NL/MK-MAASTRICHT

A row with a time is something that happens, the rows without one are what is sent because of it; a row that is all but
empty goes on with the row above. What the clock brings due, and what one pursuit asks of another, comes by itself: it
stands in the table because somebody reads something then.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

__all__ = ["Entry", "Row", "as_table", "check_table", "read_table"]

_WHO_WIDTH, _WIDTH = 22, 112


@dataclass(frozen=True, slots=True)
class Row:
    """Who says or reads what."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened, and all that was sent because of it."""

    time: str
    happened: Row
    sent: tuple[Row, ...] = ()


def read_table(text: str) -> list[Entry]:
    """The entries of a table.

    Raises:
        ValueError: a line has not three columns, or the first one has no time.
    """
    entries: list[Entry] = []
    for time, who, what in _rows(text):
        if time:
            entries.append(Entry(time, Row(who, what)))
        elif not entries:
            message = f"expected a time in the table's first line, got {who} | {what}"
            raise ValueError(message)
        else:
            last = entries.pop()
            entries.append(Entry(last.time, last.happened, (*last.sent, Row(who, what))))
    return entries


def _rows(text: str) -> Iterator[tuple[str, str, str]]:
    """Time, who and what of each row; a line without time and who goes on with the row above."""
    held: tuple[str, str, str] | None = None
    for line in (line.strip() for line in text.strip().splitlines() if line.strip()):
        cells = [cell.strip() for cell in line.split("|", maxsplit=2)]
        if len(cells) != 3:
            message = f"expected time | who | what, got {line}"
            raise ValueError(message)
        time, who, what = cells
        if held and not time and not who:
            held = (held[0], held[1], f"{held[2]} {what}")
            continue
        if held:
            yield held
        held = (time, who, what)
    if held:
        yield held


def as_table(entries: Iterable[Entry]) -> str:
    """The entries as a table that `read_table` reads."""
    lines: list[str] = []
    for entry in entries:
        lines += _lines(entry.time, entry.happened)
        for row in entry.sent:
            lines += _lines("", row)
    return "\n".join(lines)


def _lines(time: str, row: Row) -> list[str]:
    parts = textwrap.wrap(row.what, _WIDTH - _WHO_WIDTH - 14, break_long_words=False, break_on_hyphens=False) or [""]
    heads = [(time, row.who)] + [("", "")] * (len(parts) - 1)
    return [
        f"{time_:<8} | {who:<{_WHO_WIDTH}} | {part}".rstrip() for (time_, who), part in zip(heads, parts, strict=True)
    ]


def check_table(text: str, played: Iterable[Entry]) -> None:
    """That the table says what was played.

    Raises:
        AssertionError: it does not; with the rows that differ, - as written, + as played.
    """
    written, found = as_table(read_table(text)), as_table(played)
    if written != found:
        differing = unified_diff(written.splitlines(), found.splitlines(), "as written", "as played", lineterm="", n=2)
        message = "\n".join(["the pursuit went another way:", *differing])
        raise AssertionError(message)
