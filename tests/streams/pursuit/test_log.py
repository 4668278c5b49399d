"""The lines of a pursuit's log."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.pursuit import events as ev
from streams.pursuit.log import CODES, log_entry, with_line
from streams.records import LogEntry
from tests.streams.pursuit.long_day import decisions, long_day
from tests.streams.pursuit.scene import (
    CAR,
    SECOND,
    SOUTH,
    Chase,
    approach,
    at,
    crew,
    crossing,
    ended,
    possible,
    settled,
    sighting,
)  # fmt: skip

SEEN = sighting("BE", 30)
OUT = crossing("BE", "NL", 30)


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (ev.UnitCame(unit=CAR, at=at(0), by=crew()), "unit_joined"),
        (ev.UnitWent(unit=CAR, at=at(0), by=crew()), "unit_left"),
        (ev.UnitCrossedBorder(unit=CAR, crossing=OUT, before_opening=False, seen=SEEN), "crossed"),
        (
            ev.UnitCrossedBorder(unit=CAR, crossing=possible("BE", "NL", 30), before_opening=False, seen=SEEN),
            "crossing_possible",
        ),
        (
            ev.CrossingSettled(unit=CAR, crossing=settled(OUT, "withdrawn"), before_opening=False, seen=SEEN),
            "crossing_withdrawn",
        ),
        (ev.ApproachForeseen(unit=CAR, approach=approach("NL", 30), rooms=(SOUTH,), seen=SEEN), "approaching"),
        (
            ev.ApproachSettled(unit=CAR, approach=ended(approach("NL", 30), "withdrawn", 50), seen=SEEN),
            "approach_withdrawn",
        ),
        (ev.ContactLost(unit=CAR, at=at(110), silent_since=at(50), seen=SEEN), "contact_lost"),
        (ev.ContactRegained(unit=CAR, at=at(200), silent_since=at(50), seen=SEEN), "contact_regained"),
        (ev.Closed(by=crew(), reason="", at=at(0)), "closed"),
        (ev.FaultReported(id="f", unit=None, reason="broken", at=at(0)), "fault"),
    ],
)
def test_what_people_will_ask_about_has_a_line(event: ev.Event, code: str) -> None:
    entry = log_entry(event)
    assert entry is not None
    assert entry.code == code


@pytest.mark.parametrize(
    "event",
    [
        ev.UnitSeen(unit=CAR, seen=SEEN),
        ev.ApproachRefined(unit=CAR, approach=approach("NL", 30), rooms=(SOUTH,), seen=SEEN),
        ev.ApproachSettled(unit=CAR, approach=ended(approach("NL", 30), "entered", 50), seen=SEEN),
        ev.ApproachPassedOver(approach="x"),
        ev.MembershipsRepeated(),
    ],
)
def test_what_is_not_for_people_has_none(event: ev.Event) -> None:
    assert log_entry(event) is None


def test_an_approach_says_which_unit_where_and_when() -> None:
    entry = log_entry(ev.ApproachForeseen(unit=CAR, approach=approach("DE NL", 30), rooms=(), seen=SEEN))
    assert entry == LogEntry(
        at=at(30), code="approaching", params={"unit": CAR, "entered": "DE+NL", "eta": "2026-01-01T12:01:30+00:00"}
    )


def test_every_line_of_a_long_day_has_a_listed_code_and_no_parameter_that_is_not_listed() -> None:
    codes = set()
    for decision in decisions():
        for event in decision.events:
            line = log_entry(msgspec.convert(event, ev.Event))
            if line:
                codes.add(line.code)
                assert set(line.params) <= set(CODES[line.code]), line
    assert codes == set(CODES) - {"opened"}  # the first line, which the opening itself makes
    (chase, *_) = long_day()
    opened = Chase()
    opened.open()
    assert set(opened.pursuit.log[0].params) == set(CODES["opened"])
    assert len(chase.pursuit.log) == 40


# ---------------------------------------------------------------- what is kept


def _contact(code: str, unit: str, since: int) -> LogEntry:
    return LogEntry(at=at(since), code=code, params={"unit": unit, "since": str(since)})


_LINES = st.one_of(
    st.builds(
        _contact, st.sampled_from(["contact_lost", "contact_regained"]), st.sampled_from([CAR, SECOND]),
        st.integers(0, 5),
    ),
    st.builds(lambda reason: LogEntry(at=at(0), code="fault", params={"reason": str(reason)}), st.integers()),
)  # fmt: skip


def _is_contact(line: LogEntry) -> bool:
    return line.code.startswith("contact_")


@given(st.lists(_LINES, max_size=30))
def test_of_each_unit_the_newest_two_silences_stay_and_of_all_else_every_line(lines: list[LogEntry]) -> None:
    log: tuple[LogEntry, ...] = ()
    for line in lines:
        log = with_line(log, line)
        assert log[-1] == line
    assert [line for line in log if not _is_contact(line)] == [line for line in lines if not _is_contact(line)]
    for unit in (CAR, SECOND):
        told = [line.params["since"] for line in reversed(lines) if _is_contact(line) and line.params["unit"] == unit]
        kept = [line for line in log if _is_contact(line) and line.params["unit"] == unit]
        assert {line.params["since"] for line in kept} == set(list(dict.fromkeys(told))[:2])
        assert len({line.code + line.params["since"] for line in kept}) == len(kept) <= 4


def test_of_all_lines_the_newest_40_stay() -> None:
    log: tuple[LogEntry, ...] = ()
    for number in range(50):
        log = with_line(log, LogEntry(at=at(number), code="fault", params={}))
    assert [line.at for line in log] == [at(number) for number in range(10, 50)]
