import pytest

from consumers.desk_lines import DeskLines
from consumers.language import LANGUAGES
from streams.console import DesksMessage, RoomDesks

NL, LU, BE = "NL/ROOM", "LU/ROOM", "BE/ROOM"


def desks(**signed_in: int) -> DesksMessage:
    """Own room NL with nobody, and these neighbours."""
    rooms = [
        RoomDesks(room=f"{state}/ROOM", signed_in=n, page_visible=n // 2, sound_armed=0)
        for state, n in signed_in.items()
    ]
    return DesksMessage(rooms=(RoomDesks(room=NL, signed_in=0, page_visible=0, sound_armed=0, own=True), *rooms))


def test_a_neighbour_is_told_when_it_becomes_one_and_the_own_room_never() -> None:
    assert DeskLines().lines(desks(LU=0, BE=3)) == [
        "DESKS LU/ROOM: NOBODY IS SIGNED IN, act by telephone",
        "DESKS BE/ROOM: 3 consoles signed in, 1 visible, 0 with sound",
    ]


def test_it_is_told_again_only_when_none_becomes_some_or_some_none() -> None:
    lines = DeskLines()
    told = [lines.lines(desks(LU=n)) for n in (2, 2, 1, 0, 0, 1)]
    assert [[line.split(": ")[1].split(",")[0] for line in each] for each in told] == [
        ["2 consoles signed in"], [], [], ["NOBODY IS SIGNED IN"], [], ["1 console signed in"],
    ]  # fmt: skip


def test_a_room_that_comes_back_into_a_pursuit_is_told_anew() -> None:
    lines = DeskLines()
    lines.lines(desks(LU=0))
    assert lines.lines(desks()) == []
    assert len(lines.lines(desks(LU=0))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [0, 1, 5])
def test_every_language_has_its_own_words_for_it(language: str, n: int) -> None:
    (line,) = DeskLines(language).lines(desks(LU=n))
    assert LU in line
    assert (str(n) in line) is (n > 0)
    if language != "en":
        assert line != DeskLines("en").lines(desks(LU=n))[0]
