"""The tracker's settings: a number from zero each, refused by name where it is none."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.settings import TrackerSettings

_NAMES = [field.name for field in fields(TrackerSettings)]


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("value", [-1.0, -1e-9, float("nan"), float("inf"), -float("inf"), 1e13])
def test_a_setting_that_is_no_amount_is_refused_with_its_name_and_what_came(name: str, value: float) -> None:
    expected = "seconds from 0" if name.endswith("_s") else "a number from 0"
    with pytest.raises(ValueError, match=f"^{name}: expected {expected}, got {value}$".replace("+", r"\+")):
        TrackerSettings(**{name: value})  # type: ignore[arg-type] # one of them is whole


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_is_an_amount(name: str) -> None:
    assert getattr(TrackerSettings(**{name: 0}), name) == 0


@given(st.integers(0, 10**12))
def test_times_are_asked_for_in_whole_microseconds(amount_us: int) -> None:
    seconds = amount_us / 1e6
    settings = TrackerSettings(
        gap_after_s=seconds, contact_lost_after_s=seconds, keep_gaps_s=seconds, reorder_s=seconds, ahead_s=seconds
    )
    asked = {
        settings.gap_after_us, settings.contact_lost_after_us, settings.keep_gaps_us, settings.reorder_us,
        settings.ahead_us,
    }  # fmt: skip
    assert asked == {amount_us}


def test_a_gap_begins_before_contact_is_lost() -> None:
    settings = TrackerSettings()
    assert settings.gap_after_s <= settings.contact_lost_after_s
    assert settings.reorder_s < settings.gap_after_s


def test_a_unit_that_stands_must_be_deeper_than_one_that_moves_and_that_deeper_than_one_that_comes_straight() -> None:
    settings = TrackerSettings()
    assert settings.sure_still_sigmas > settings.sure_moving_sigmas > settings.sure_on_course_sigmas


@pytest.mark.parametrize("name", _NAMES)
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "crossings.md").read_text(encoding="utf-8")
    assert f"| `{name}` | {getattr(TrackerSettings(), name):g} |" in page


def test_settings_are_read_from_a_line_and_those_not_named_keep_their_defaults() -> None:
    read = TrackerSettings.parse(" dwell_s = 300 ,agreeing_fixes=4,, ")
    assert read == TrackerSettings(dwell_s=300.0, agreeing_fixes=4)
    assert TrackerSettings.parse("") == TrackerSettings()
