from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consumers.gateway.desks import Desks
from consumers.gateway.own_desks import OwnDesks
from streams.records import DeskPresence
from tests.consumers.records import NOON, desk

NL, BE = "NL/ROOM", "BE/ROOM"


def places(said: list[DeskPresence]) -> list[tuple[str, bool]]:
    return [(presence.room, presence.left) for presence in said]


def test_a_sign_in_is_said_at_once_for_each_room_and_not_again_before_its_time() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL), desk(BE)])
    assert places(own.to_say(0)) == [(BE, False), (NL, False)]
    assert own.to_say(14.9) == []


def test_it_is_said_again_every_15_seconds() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    said_s = [t / 4 for t in range(200) if own.to_say(t / 4)]
    assert said_s == [0, 15, 30, 45]


def test_a_change_is_said_at_once() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.to_say(0)
    own.sit(1, [desk(NL, page_visible=False)])
    assert own.to_say(1) == [desk(NL, page_visible=False)]


def test_a_leave_is_said_once() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.to_say(0)
    own.leave(1)
    assert own.to_say(1) == [desk(NL, left=True)]
    assert own.to_say(100) == []


def test_who_never_sat_leaves_nothing() -> None:
    own = OwnDesks()
    own.leave(1)
    assert own.to_say(0) == []


def test_of_a_console_that_moves_to_another_gateway_nothing_more_is_said() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.to_say(0)
    own.sit(1, [desk(NL, page_visible=False)])
    own.move(1)
    assert own.to_say(100) == []


@pytest.mark.parametrize("end", [OwnDesks.leave, OwnDesks.move])
def test_a_console_that_came_back_before_its_dead_line_was_noticed_stays(end: object) -> None:
    own = OwnDesks()
    own.sit("old line", [desk(NL)])
    own.sit("new line", [desk(NL, since=NOON + timedelta(seconds=9))])
    own.to_say(0)
    assert callable(end)
    end(own, "old line")
    assert places(own.to_say(1)) == [(NL, False)]


def test_two_tabs_of_one_console_are_one_desk_that_notices_what_either_does() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL, page_visible=True, sound_armed=False)])
    own.sit(2, [desk(NL, page_visible=False, sound_armed=True)])
    (said,) = own.to_say(0)
    assert (said.page_visible, said.sound_armed) == (True, True)
    own.leave(1)
    (said,) = own.to_say(1)
    assert (said.page_visible, said.sound_armed) == (False, True)


def test_what_could_not_be_written_is_said_again_as_it_is_by_then() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    (said,) = own.to_say(0)
    own.sit(1, [desk(NL, sound_armed=False)])
    own.not_said(said)
    assert own.to_say(1) == [desk(NL, sound_armed=False)]
    assert own.to_say(2) == []


def test_a_leave_that_could_not_be_written_is_given_up() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.leave(1)
    (said,) = own.to_say(0)
    own.not_said(said)
    assert own.to_say(100) == []


def test_when_another_gateway_says_late_that_the_console_left_it_is_said_that_it_is_here() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.to_say(0)
    own.heard(desk(NL, left=True))
    assert own.to_say(1) == [desk(NL)]


def test_what_another_gateway_says_of_the_same_console_is_not_answered_for_ever() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    own.to_say(0)
    own.heard(desk(NL, since=NOON + timedelta(seconds=1)))
    assert own.to_say(1) == []


def test_ours_is_what_this_gateway_said_of_a_console_that_is_here() -> None:
    own = OwnDesks()
    own.sit(1, [desk(NL)])
    assert own.is_ours(desk(NL, at=NOON + timedelta(seconds=3)))
    assert not own.is_ours(desk(NL, since=NOON + timedelta(seconds=3)))
    assert not own.is_ours(desk(BE))
    own.leave(1)
    assert not own.is_ours(desk(NL))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sit", "leave", "say", "fail"]), st.integers(1, 3), st.sampled_from("xy"), st.booleans()
    ),
    max_size=40,
)


@given(STEPS)
def test_in_the_end_kafka_knows_exactly_who_is_here_however_they_came_and_went(
    steps: list[tuple[str, int, str, bool]],
) -> None:
    own, known = OwnDesks(), Desks()
    here: dict[int, DeskPresence] = {}
    for now_s, (step, connection, console, visible) in enumerate(steps):
        at = NOON + timedelta(seconds=now_s)
        if step == "sit" and connection not in here:
            here[connection] = desk(NL, console=console, page_visible=visible, since=at)
            own.sit(connection, [here[connection]])
        elif step == "leave" and connection in here:
            del here[connection]
            own.leave(connection)
        for presence in own.to_say(now_s) if step in {"say", "fail"} else ():
            if step == "fail" and not presence.left:
                own.not_said(presence)
            else:
                known.told(presence, at)
    for presence in own.to_say(len(steps)):
        known.told(replace(presence), NOON + timedelta(seconds=len(steps)))
    there = {(each.console, each.page_visible) for each in known.of(NL)}
    consoles = {each.console for each in here.values()}
    assert there == {(c, any(e.page_visible for e in here.values() if e.console == c)) for c in consoles}
