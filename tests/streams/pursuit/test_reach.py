"""Whom nothing reaches by itself: rooms without a console, and crews that joined after a stop order."""

from dataclasses import replace

import pytest

from streams.orders import GiveStop, ReceiveStop, Request, WarnRoom
from streams.pursuit.reach import calls_for, is_telephone_only, stops_for_all
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    JOINT,
    ROAD,
    RULES,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    alert_of,
    approach,
    at,
    crew,
    desk,
    in_nl,
)  # fmt: skip


def _chase(*only: str) -> Chase:
    """At home, in a world in which these rooms have no console."""
    chase = Chase()
    rooms = tuple(replace(room, telephone_only=room.id in only) for room in RULES.directory.rooms)
    chase.rules = replace(RULES, directory=replace(RULES.directory, rooms=rooms))
    chase.open()
    chase.present(0.5, "BE")
    return chase


def _called(chase: Chase) -> set[str]:
    return {room for room, alert in chase.pursuit.alerts.items() if alert.escalation == "telephone"}


def test_a_room_without_a_console_must_be_called_at_the_pre_alert_already() -> None:
    chase = _chase(SOUTH)
    chase.approaching(10, approach("NL", 10))
    assert _called(chase) == {SOUTH}
    assert (alert_of(chase).revision, alert_of(chase).rang_revision) == (2, 1)
    assert f"escalate:{SOUTH}" not in chase.pursuit.dues


def test_and_again_when_the_border_is_crossed_without_waiting_for_anybody() -> None:
    chase = _chase(SOUTH)
    chase.crossed(30, "BE", "NL")
    assert _called(chase) == {SOUTH}
    assert (f"escalate:{SOUTH}" in chase.pursuit.dues, f"escalate:{ROAD}" in chase.pursuit.dues) == (False, True)


@pytest.mark.parametrize("what", ["request", "stop", "warning"])
def test_what_rings_there_besides_an_entry_needs_a_call_too(what: str) -> None:
    chase = _chase(WEST, SOUTH)
    if what == "request":
        chase.order(10, Request(request="r", kind="helicopter", to=WEST))
    elif what == "warning":
        chase.order(10, WarnRoom(to=WEST, text="red van"))
    else:
        chase.crossed(30, "BE", "NL")
        chase.crossed(60, "NL", "BE")
        chase.acknowledge(61, SOUTH, alert_of(chase).revision)
        chase.order(70, GiveStop(stop="s", reason="school"))
    assert _called(chase) == {SOUTH if what == "stop" else WEST}


def test_a_copy_for_a_joint_centre_and_what_is_only_over_need_no_call() -> None:
    chase = _chase(JOINT)
    chase.crossed(30, "BE", "NL")
    chase.crossed(60, "NL", "DE")
    assert alert_of(chase, JOINT).kind == "copy"
    assert _called(chase) == set()


def test_a_room_with_a_console_or_that_the_directory_does_not_know_is_not_one() -> None:
    rules = _chase(SOUTH).rules
    assert is_telephone_only(rules, SOUTH)
    assert not is_telephone_only(rules, ROAD)
    assert not is_telephone_only(rules, "NL/NOWHERE")
    state = in_nl().pursuit
    assert calls_for(None, state, at(40), RULES) == ()


# ---------------------------------------------------------------- stop orders


def test_a_stop_order_that_a_crew_has_still_to_receipt_always_has_a_deadline() -> None:
    chase = in_nl()
    chase.order(40, GiveStop(stop="s", reason="school"), by=desk(SOUTH))
    assert stops_for_all(chase.pursuit, at(41), RULES.settings) == ()  # it stands already
    chase.order(42, ReceiveStop(stop="s"), by=crew())
    assert stops_for_all(chase.pursuit, at(43), RULES.settings) == ()  # nobody is waited for
    chase.join(50, SECOND)
    assert chase.pursuit.dues["stop:s"] == at(80.1)
    chase.comes_due("stop:s")
    assert "stop:s" not in chase.pursuit.dues  # the alarm has rung, once
    assert stops_for_all(chase.pursuit, at(81), RULES.settings) == ()
    chase.leave(90, CAR)
    chase.close(100)
    assert not [kind for kind in chase.pursuit.dues if kind.startswith("stop:")]
    assert HOME in chase.pursuit.audience
