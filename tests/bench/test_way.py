from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from bench.way import STEPS, Rang, Stamps, steps_ms
from tests.consumers.records import alert_record

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def after(ms: int) -> datetime:
    return NOON + timedelta(milliseconds=ms)


def rang() -> Rang:
    """Sent at noon, at the door after 1 ms, in the inbox after 31 ms, heard after 63 ms."""
    alert = alert_record("NL/ROOM", revision=1, case="BE/P1").alert
    assert alert.crossing is not None
    crossing = msgspec.structs.replace(alert.crossing, received_at=after(1))
    return Rang(msgspec.structs.replace(alert, crossing=crossing), NOON, inbox_at=after(31), heard_at=after(63))


def test_the_steps_of_the_way_add_up_to_the_whole() -> None:
    one = rang()
    assert one.alert.crossing is not None
    stamps = Stamps(
        fixes={(one.alert.crossing.unit, after(1)): after(3)},
        crossed={"BE/P1": after(7)},
        decided={"report-1": after(15)},
        report_of={"BE/P1": "report-1"},
    )
    steps = steps_ms(one, stamps)
    assert steps == (1, 2, 4, 8, 16, 32)
    assert len(steps) == len(STEPS)
    assert sum(steps) == one.from_unit_ms == one.from_door_ms + 1


def test_a_record_that_is_not_on_its_topic_is_an_error_and_no_zero() -> None:
    with pytest.raises(KeyError):
        steps_ms(rang(), Stamps({}, {}, {}, {}))
