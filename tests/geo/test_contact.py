"""A unit that says nothing for a minute is lost; told once, by its next fix or by the clock, whichever comes first."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contact import Contact, contact_lost, contacts_around
from geo.fix import Fix
from geo.reading import micros
from geo.settings import TrackerSettings
from tests.geo.seen import Judged, Watcher
from tests.strategies import streams
from tests.worlds import NOON, fix

DEFAULTS = TrackerSettings()
MICROSECOND_S = 1e-6


def parked(after_s: float, *, number: int, unit: str = "BE/CAR", lon: float = 5.5) -> Fix:
    """A fix of a unit that stands."""
    return fix(50.5, lon, after_s, number=number, unit=unit)


def tick(watcher: Watcher, after_s: float) -> list[Contact]:
    """Whoever keeps the tracks finds, so many seconds after noon, who has been silent for too long, and notes it."""
    lost = []
    for unit, row in watcher.tracks.row_of.items():
        (last,), noted = watcher.tracks.lasts([row]), watcher.tracks.columns["lost"]
        if last is not None and not noted[row] and micros(NOON) + after_s * 1e6 - last.at_us > 60e6:
            noted[row] = True
            lost.append(contact_lost(unit, last.at_us, last.lat, last.lon, watcher.settings))
    return lost


def told(judged: Sequence[Judged]) -> list[tuple[str, float, float]]:
    """What was told of contact: which, when and silent since when, in seconds after noon."""
    return _short([contact for one in judged for contact in one.contacts])


def _short(contacts: Sequence[Contact]) -> list[tuple[str, float, float]]:
    return [
        (one.kind, (one.at - NOON).total_seconds(), (one.silent_since - NOON).total_seconds()) for one in contacts
    ]  # fmt: skip


@pytest.mark.parametrize("lon", [5.5, 5.9999])
def test_a_silence_of_more_than_a_minute_is_told_as_lost_and_regained_by_the_fix_that_ends_it(lon: float) -> None:
    def after(silent_s: float) -> list[tuple[str, float, float]]:
        return told(Watcher().see([parked(0, number=0, lon=lon), parked(silent_s, number=1, lon=lon)]))

    assert after(60.0) == []
    assert after(60.0 + MICROSECOND_S) == [("lost", 60.0, 0.0), ("regained", 60.0 + MICROSECOND_S, 0.0)]


@pytest.mark.parametrize("lon", [5.5, 5.9999])
def test_lost_is_told_once_however_often_the_clock_ticks_and_regained_once(lon: float) -> None:
    watcher = Watcher()
    watcher.see([parked(0, number=0, lon=lon)])
    assert [len(tick(watcher, after_s)) for after_s in (61.0, 62.0, 600.0)] == [1, 0, 0]
    back = watcher.see([parked(700, number=1, lon=lon), parked(701, number=2, lon=lon)])
    assert [told([one]) for one in back] == [[("regained", 700.0, 0.0)], []]
    assert [len(tick(watcher, after_s)) for after_s in (702.0, 761.0, 762.0, 763.0)] == [0, 0, 1, 0]


def test_the_clock_and_the_next_fix_tell_the_same_loss_with_the_same_id() -> None:
    by_clock, by_fix = Watcher(), Watcher()
    for watcher in (by_clock, by_fix):
        watcher.see([parked(0, number=0)])
    (ticked,) = tick(by_clock, 500.0)
    (after,) = by_fix.see([parked(600, number=1)])
    assert after.contacts[0] == ticked
    assert ticked.id == "BE/CAR|contact lost|2026-01-01T12:00:00+00:00"
    assert after.contacts[1].id == "BE/CAR|contact regained|2026-01-01T12:00:00+00:00"


def test_a_fix_that_is_not_used_regains_nothing() -> None:
    watcher = Watcher()
    watcher.see([parked(0, number=1)])
    tick(watcher, 100.0)
    assert told(watcher.see([parked(-50, number=0), parked(0, number=1), fix(0.0, 0.0, 100, number=2)])) == []
    assert told(watcher.see([parked(101, number=3)])) == [("regained", 101.0, 0.0)]


def test_how_long_a_silence_may_last_is_a_setting() -> None:
    patient = Watcher(settings=TrackerSettings(contact_lost_after_s=3_600.0))
    assert told(patient.see([parked(0, number=0), parked(3_600, number=1)])) == []
    assert len(told(patient.see([parked(7_201, number=2)]))) == 2


def test_a_clock_that_was_put_back_is_no_silence() -> None:
    assert contacts_around("BE/CAR", 100, 50, 50.5, 5.5, lost=False, settings=DEFAULTS) == ()


@given(streams(), st.lists(st.tuples(st.integers(0, 14), st.integers(0, 1_500)), max_size=6))
def test_lost_and_regained_take_turns_and_every_id_is_told_once(fixes: list[Fix], ticks: list[tuple[int, int]]) -> None:
    watcher, heard = Watcher(), list[Contact]()
    for at in range(len(fixes) + 1):
        for after_s in (after_s for place, after_s in ticks if place == at):
            heard += tick(watcher, after_s)
        heard += [contact for one in watcher.see(fixes[at : at + 1]) for contact in one.contacts]
    for unit in {contact.unit for contact in heard}:
        kinds = [contact.kind for contact in heard if contact.unit == unit]
        assert kinds == (["lost", "regained"] * len(kinds))[: len(kinds)]
    assert len({contact.id for contact in heard}) == len(heard)
    # One whose clock was put back is regained at an instant, by its own clock, that may lie before its silence.
    assert all(contact.at > contact.silent_since for contact in heard if contact.kind == "lost")
