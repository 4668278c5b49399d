"""The lines that people's acts leave in a pursuit's log."""

import typing

import msgspec
import pytest
from msgspec.structs import replace

from streams.pursuit import acts
from streams.pursuit.act_log import ACT_CODES, act_entry
from streams.pursuit.events import UnitSeen
from streams.records import Assistance, CheckEntry, Fact, LogEntry, Offered, Shelved, Telephone
from tests.streams.pursuit.long_day import decisions
from tests.streams.pursuit.scene import CAR, HOME, SOUTH, at, crew, desk, sighting

FACT = Fact(id="f", kind="danger", code="armed", source="crew", by=crew(), at=at(5), data_class="operational")
REQUEST = Assistance(id="r", kind="observe", by=desk(), room=HOME, to=SOUTH, at=at(5))


AT_HOME, AT_SOUTH = f"desk of {HOME} ({HOME})", f"desk of {SOUTH} ({SOUTH})"
SHELVED = Shelved(by=desk(SOUTH), at=at(5), until=at(605), reason="x" * 300)
OFFERED = Offered(to="Bert", by=desk(SOUTH), at=at(5), until=at(9))


@pytest.mark.parametrize(
    ("act", "second", "code", "params"),
    [
        (acts.FactAdded(fact=FACT), 5, "fact_added", {"by": CAR, "kind": "danger", "code": "armed"}),
        (
            acts.FactAdded(fact=replace(FACT, kind="occupants", code="", number=0, assessment=True)), 5,
            "assessment_added", {"by": CAR, "kind": "occupants", "number": "0"},
        ),
        (acts.Requested(request=REQUEST), 5, "requested", {"by": AT_HOME, "kind": "observe", "room": SOUTH}),
        (
            acts.AlertShelved(room=SOUTH, shelved=SHELVED, at=at(5)), 5, "shelved",
            {"by": AT_SOUTH, "room": SOUTH, "until": "2026-01-01T12:10:05+00:00", "reason": "x" * 80},
        ),
        (acts.AlertShelved(room=SOUTH, shelved=None, at=at(6)), 6, "unshelved", {"room": SOUTH}),
        (
            acts.AlertOffered(room=SOUTH, offered=OFFERED, at=at(5)), 5, "alert_offered",
            {"by": AT_SOUTH, "room": SOUTH, "to": "Bert"},
        ),
        (acts.AlertOffered(room=SOUTH, offered=None, at=at(6)), 6, "offer_over", {"room": SOUTH}),
        (
            acts.ItemDone(entry=CheckEntry(item="six_hours", due_at=at(60))), 60, "item_due",
            {"item": "six_hours", "due": "2026-01-01T12:01:00+00:00"},
        ),
        (acts.StillAsked(at=at(7)), 7, "still_asked", {}),
    ],
)  # fmt: skip
def test_a_line_says_what_was_done_by_whom_and_what_about_and_leaves_out_what_was_not_said(
    act: acts.Act, second: float, code: str, params: dict[str, str]
) -> None:
    assert act_entry(act) == LogEntry(at=at(second), code=code, params=params)


def test_a_question_of_another_pursuit_that_is_answered_with_no_is_not_for_people_here() -> None:
    taken = acts.CaseTakenIn(from_case="BE/2", asked="q", kind="merge", accepted=False, code="closed", at=at(5))
    assert act_entry(taken) is None
    assert act_entry(UnitSeen(unit=CAR, seen=sighting("BE"))) is None


def test_every_line_of_a_long_day_has_a_listed_code_and_no_parameter_that_is_not_listed() -> None:
    acts_by_tag = {str(kind.__struct_config__.tag): kind for kind in typing.get_args(acts.Act)}
    codes = set()
    for decision in decisions():
        for event in decision.events:
            if kind := acts_by_tag.get(str(event["type"])):
                line = act_entry(msgspec.convert(event, kind))
                if line:
                    codes.add(line.code)
                    assert set(line.params) <= set(ACT_CODES[line.code])
                    assert all(line.params.values())
    assert codes == set(ACT_CODES)


@pytest.mark.parametrize(("entered_s", "written"), [(124.9, {}), (125, {"written": "2026-01-01T12:02:05+00:00"})])
def test_a_call_stands_where_it_was_made_and_says_when_it_was_written_down_later(
    entered_s: float, written: dict[str, str]
) -> None:
    call = Telephone(answered_by="Anna", caller="Bert", at=at(5), by=desk(), entered_at=at(entered_s))
    line = act_entry(acts.RoomTelephoned(room=SOUTH, telephone=call))
    assert line is not None
    assert line.at == at(5)
    assert line.params == {"by": AT_HOME, "room": SOUTH, "answered_by": "Anna", **written}
