"""Scored by hand: a recorded unit that is confirmed to have entered the Netherlands at 100 s."""

import pytest

from bench.crossings.borne_out import BorneOut, borne_out
from tests.bench.crossings.made_up import confirmed, told
from tests.bench.crossings.test_foretold import approach

INTO_NL = confirmed(("BE", "NL", 100.0))


def test_an_entry_in_time_makes_an_approach_right_and_tells_its_lead_and_error() -> None:
    """Announced at 65 s for 95 s."""
    found = borne_out([approach("NL", 65.0, "entered", 101.0)], INTO_NL)
    assert found == BorneOut(announced=1, leads_s=(35.0,), eta_off=(5.0 / 35.0,), entries=1, before=1)


@pytest.mark.parametrize(("announced_s", "right"), [(49.0, 0), (50.0, 1), (90.0, 1), (91.0, 0)])
def test_half_the_span_told_is_allowed_for_on_both_sides(announced_s: float, right: int) -> None:
    """From twenty to forty seconds on: ten are allowed for."""
    found = borne_out([approach("NL", announced_s, "entered", 101.0)], INTO_NL)
    assert (len(found.leads_s), found.before) == (right, 1)


def test_another_state_or_a_crossing_that_was_withdrawn_bears_nothing_out() -> None:
    assert borne_out([approach("DE", 65.0, "open", None)], INTO_NL).leads_s == ()
    withdrawn = [told("BE", "NL", 100.0, "withdrawn")]
    assert borne_out([approach("NL", 65.0, "open", None)], withdrawn) == BorneOut(1, (), (), 0, 0)


def test_one_that_was_withdrawn_before_announced_nothing() -> None:
    assert borne_out([approach("NL", 65.0, "withdrawn", 99.0)], INTO_NL).before == 0


def test_what_happens_within_a_minute_of_the_start_nobody_could_announce() -> None:
    assert borne_out([], confirmed(("BE", "NL", 59.0), ("NL", "BE", 60.0))).entries == 1
