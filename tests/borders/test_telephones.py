"""Numbers laid over the rooms, and those that nobody could dial."""

import re

import pytest

from borders.rooms import Room, RoomsError
from borders.telephones import with_telephones

_HEAD = "id,telephone,telephone_only\n"
_A = Room("NL/A", "NL", "A", ("nl",), ("NL-VR01",), "meldkamer", "primary", "verified")
_B = Room("NL/B", "NL", "B", ("nl",), ("NL-VR02",), "meldkamer", "primary", "verified", "", "", "", "101", True)


def _laid(text: str) -> list[tuple[str, str, bool]]:
    return [(room.id, room.telephone, room.telephone_only) for room in with_telephones((_A, _B), text, "t.csv")]


def test_a_room_gets_its_number_and_the_others_stay_as_they_are() -> None:
    assert _laid(_HEAD + "NL/A,+00 (0)11 22-33/44,yes\n") == [
        ("NL/A", "+00 (0)11 22-33/44", True),
        ("NL/B", "101", True),
    ]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("id,telephone\nNL/B,102\n", True),  # left out: as it was
        (_HEAD + "NL/B,102\n", True),
        (_HEAD + "NL/B,102,\n", True),
        (_HEAD + "NL/B,102,no\n", False),
        (_HEAD + "NL/B,102,FALSE\n", False),
        (_HEAD + "NL/B,102,True\n", True),
    ],
)
def test_whether_a_room_has_a_console_stays_as_it_was_unless_it_is_said(text: str, only: bool) -> None:
    assert _laid(text)[1] == ("NL/B", "102", only)


def test_a_table_without_rows_changes_nothing() -> None:
    assert with_telephones((_A, _B), _HEAD, "t.csv") == (_A, _B)


@pytest.mark.parametrize("number", ["112", "+352 000 00-1", "(+32) 4/000.00.00".replace(".", " "), "0" * 20])
def test_a_number_that_can_be_dialled_is_kept_as_it_was_written(number: str) -> None:
    assert _laid(f"{_HEAD}NL/A,{number},\n")[0] == ("NL/A", number, False)


@pytest.mark.parametrize(
    "number",
    [
        "", "12", "0" * 21, "call 112", "112x", "32+4000", "++32 4000", "-112", "+", "()", "112,,", "٣٤٥٦",
        "+32\u00a04000", "4000.00",
    ],
)  # fmt: skip
def test_what_nobody_could_dial_is_refused_with_line_and_value(number: str) -> None:
    expected = "t.csv line 2, telephone: expected 3 to 20 digits with none but + ( ) - / and spaces among them, got "
    with pytest.raises(RoomsError, match=re.escape(f"{expected}{number!r}")):
        _laid(f'{_HEAD}NL/A,"{number}",\n')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_HEAD + "NL/C,112,\n", "t.csv line 2: expected the id of one of the 2 rooms such as NL/A, got 'NL/C'"),
        (_HEAD + ",112,\n", "got ''"),
        (_HEAD + "NL/A,112,\nNL/A,113,\n", "t.csv line 3: expected each room once, got NL/A again"),
        (_HEAD + "NL/A,112,maybe\n", "t.csv line 2, telephone_only: expected yes, no or an empty cell, got 'maybe'"),
        ("id,number\nNL/A,112\n", "expected the columns id, telephone (and, if wanted, telephone_only); missing"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_line_and_value(text: str, expected: str) -> None:
    with pytest.raises(RoomsError, match=re.escape(expected)):
        _laid(text)
