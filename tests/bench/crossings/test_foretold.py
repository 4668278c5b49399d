"""Scored by hand: a unit that comes from Belgium into the Netherlands at 100 s, and goes 900 m deep."""

from collections.abc import Sequence

import pytest

from bench.crossings.announced import Announced, announced
from bench.crossings.foretold import Foretold, foretold
from bench.crossings.truth import Visit
from geo.approach import Outcome
from tests.bench.crossings.made_up import visits
from tests.worlds import NOON, fix, index_of, sets

INTO_NL = visits("BE", (100.0, "NL", 900.0))
STAYS = visits("BE")


def approach(entered: str, announced_s: float, outcome: Outcome, settled_s: float | None) -> Announced:
    """Announced for half a minute later, give or take ten seconds."""
    return Announced(
        entered=sets(entered)[0], announced_s=announced_s, eta_s=announced_s + 30.0, eta_from_s=announced_s + 20.0,
        eta_to_s=announced_s + 40.0, lat=50.5, lon=6.0, outcome=outcome, settled_s=settled_s,
    )  # fmt: skip


def score(seen: Sequence[Visit], *approaches: Announced) -> Foretold:
    return foretold(seen, approaches, within_s=15.0)


def test_an_approach_that_comes_true_is_right_and_its_lead_is_measured() -> None:
    found = score(INTO_NL, approach("NL", 65.0, "entered", 101.0))
    assert (found.announced, found.right, found.wrong, found.still_open, found.entries) == (1, 1, 0, 0, 1)
    (lead,) = found.leads
    assert (lead.lead_s, lead.driven_s, lead.eta_off_s) == (35.0, 100.0, -5.0)
    assert (lead.is_within, lead.place_m) == (True, 0.0)
    assert (found.in_time, found.eta_off) == (1, (5.0 / 35.0,))


def test_a_time_of_entry_told_too_early_is_not_within() -> None:
    (lead,) = score(INTO_NL, approach("NL", 50.0, "entered", 101.0)).leads
    assert (lead.eta_off_s, lead.is_within) == (-20.0, False)


def test_the_tracker_may_find_it_entered_a_little_sooner_but_a_withdrawal_is_none() -> None:
    assert len(score(INTO_NL, approach("NL", 60.0, "entered", 95.0)).leads) == 1
    assert len(score(INTO_NL, approach("NL", 60.0, "withdrawn", 95.0)).leads) == 0


def test_one_that_comes_true_after_half_the_span_more_is_right_but_not_in_time() -> None:
    """Announced at 49 s for 69 to 89 s: until 99 s it would be."""
    found = score(INTO_NL, approach("NL", 49.0, "entered", 101.0))
    assert (found.right, found.in_time, found.eta_off) == (1, 0, ())


def test_an_approach_to_another_state_is_wrong_and_announces_nothing() -> None:
    found = score(INTO_NL, approach("DE", 65.0, "withdrawn", 130.0))
    assert (found.right, found.wrong, found.leads) == (0, 1, ())


def test_one_that_is_withdrawn_at_home_is_wrong_and_one_still_open_is_left_out() -> None:
    assert score(STAYS, approach("NL", 65.0, "withdrawn", 130.0)).wrong == 1
    waiting = score(STAYS, approach("NL", 65.0, "open", None))
    assert (waiting.wrong, waiting.still_open) == (0, 1)


def test_an_announcement_after_the_crossing_is_true_but_no_lead() -> None:
    found = score(INTO_NL, approach("NL", 102.0, "entered", 104.0))
    assert (found.right, found.entries, found.leads) == (1, 1, ())


def test_a_shallow_visit_makes_an_approach_right_and_is_no_entry() -> None:
    corner = visits("BE", (100.0, "NL", 30.0), (104.0, "BE", 900.0))
    found = score(corner, approach("NL", 65.0, "entered", 101.0))
    assert (found.right, found.entries, found.leads) == (1, 0, ())


def test_a_car_that_makes_for_the_border_is_announced() -> None:
    """Five kilometres before it, 35 m/s straight on, and over it after 141 s."""
    used = [(fix(50.5, 5.93 + 0.0005 * k, float(k), number=k), sets("BE" if k <= 140 else "NL")[0]) for k in range(160)]
    (found,) = announced(used, index_of("border_at_six"), NOON)
    assert found.entered == sets("NL")[0]
    assert found.outcome == "entered"
    assert 60.0 < found.announced_s < 130.0
    assert found.eta_s == pytest.approx(140.0, abs=10.0)
