"""Approaches: announced once, refined quietly, settled once; and never a shower."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.approach import NO_APPROACH, Approach, ApproachSettings, ApproachState, step
from geo.fix import Fix
from geo.forecast import Outlook, Prospect, forecast
from geo.geodesy import metres_per_degree
from geo.motion import begin_motion, follow_motion
from geo.reading import micros
from geo.territory import Territory
from tests.worlds import NOON, index_of, sets

BE, NL, DE, LU = sets("BE", "NL", "DE", "LU")
SETTINGS = ApproachSettings()

Seen = tuple[Outlook | None, Territory]


def ahead(probability: float = 0.9, likely_s: float = 40.0, *states: str, beside: bool = False) -> Outlook:
    """An outlook with the same chance and time for each of some states."""
    prospects = tuple(_prospect(frozenset({state}), probability, likely_s) for state in states or ("NL",))
    return Outlook(0, 20.0, beside, prospects)


def _prospect(states: Territory, probability: float, likely_s: float) -> Prospect:
    return Prospect(states, states, probability, 0.8 * likely_s, likely_s, 1.3 * likely_s, 50.5, 6.0, 300.0)


def told(seen: Iterable[Seen], settings: ApproachSettings = SETTINGS) -> list[tuple[int, str, str]]:
    """What is told, second by second: when, which states, what became of the approach."""
    return [(at, "+".join(a.entered), a.outcome) for at, _, events in stepped(seen, settings) for a in events]


def stepped(
    seen: Iterable[Seen], settings: ApproachSettings = SETTINGS
) -> Iterator[tuple[int, ApproachState, tuple[Approach, ...]]]:
    """A fix a second, each with its outlook and the territory held; before them one far from any border."""
    state, _ = step(NO_APPROACH, ahead(0.0), BE, -1_000_000, origin="BE/CAR|b|0", settings=settings)
    for at, (outlook, held) in enumerate(seen):
        state, events = step(state, outlook, held, at * 1_000_000, origin=f"BE/CAR|b|{at}", settings=settings)
        yield at, state, events


def test_a_likely_and_near_entry_is_announced_after_a_moment_and_only_once() -> None:
    assert told([(ahead(likely_s=40.0 - k), BE) for k in range(30)]) == [(2, "NL", "open")]


def test_the_announcement_says_who_where_when_and_how_surely() -> None:
    (announced,) = [a for _, _, events in stepped([(ahead(0.9, 40.0), BE)] * 3) for a in events]
    assert announced == Approach(
        id="BE/CAR|b|2|approach|NL", to=("NL",), entered=("NL",), announced_us=2_000_000, eta_us=42_000_000,
        eta_from_us=34_000_000, eta_to_us=54_000_000, overdue_us=54_000_000, lat=50.5, lon=6.0, probability=0.9,
        outcome="open", settled_us=None,
    )  # fmt: skip


def test_the_estimate_is_refined_without_a_word() -> None:
    *_, (_, state, events) = stepped([*[(ahead(0.9, 40.0), BE)] * 3, (ahead(0.8, 20.0), BE)])
    assert events == ()
    (approach,) = state.open
    assert (approach.eta_us, approach.probability) == (23_000_000, 0.8)
    assert (approach.announced_us, approach.overdue_us) == (2_000_000, 54_000_000)


@pytest.mark.parametrize(
    ("outlook", "why"),
    [
        (ahead(SETTINGS.announce_from - 0.01), "not likely enough"),
        (ahead(0.95, SETTINGS.announce_within_s + 1.0), "too far off"),
        (ahead(0.95, SETTINGS.announce_before_s / 2), "it is a crossing already"),
        (None, "nothing ahead"),
    ],
)
def test_not_announced(outlook: Outlook | None, why: str) -> None:
    assert told([(outlook, BE)] * 60) == [], why


def test_a_chance_that_flickers_is_not_announced() -> None:
    assert told([(ahead(0.9), BE), (ahead(0.5), BE)] * 30) == []


def test_who_enters_settles_the_approach() -> None:
    seen = [*[(ahead(likely_s=10.0 - k), BE) for k in range(10)], (None, NL), (None, NL)]
    assert told(seen) == [(2, "NL", "open"), (10, "NL", "entered")]


def test_on_shared_ground_the_state_is_entered_though_the_own_is_not_left() -> None:
    seen: list[Seen] = [*[(ahead(0.9, 10.0, "DE"), LU)] * 5, (None, LU | DE)]
    assert told([(None, LU), *seen]) == [(3, "DE", "open"), (6, "DE", "entered")]


def test_an_entry_that_stays_unlikely_is_withdrawn_and_told_once() -> None:
    seen = [*[(ahead(), BE)] * 3, *[(None, BE)] * 60]
    assert told(seen) == [(2, "NL", "open"), (3 + round(SETTINGS.withdraw_after_s), "NL", "withdrawn")]


def test_between_the_thresholds_nothing_happens() -> None:
    seen = [*[(ahead(), BE)] * 3, *[(ahead(SETTINGS.withdraw_below), BE), (ahead(0.0), BE)] * 10]
    assert told(seen) == [(2, "NL", "open")]


def test_an_entry_long_overdue_is_withdrawn_though_it_still_seems_likely() -> None:
    settings = replace(SETTINGS, overdue_s=20.0, rest_s=500.0)
    assert told([(ahead(0.9, 40.0), BE)] * 300, settings) == [(2, "NL", "open"), (2 + 52 + 20, "NL", "withdrawn")]


def test_after_a_withdrawal_the_state_rests() -> None:
    settings = replace(SETTINGS, withdraw_after_s=5.0, rest_s=30.0)
    seen = [*[(ahead(), BE)] * 3, *[(None, BE)] * 6, *[(ahead(), BE)] * 60]
    assert told(seen, settings) == [(2, "NL", "open"), (8, "NL", "withdrawn"), (38, "NL", "open")]


def test_two_states_ahead_are_two_approaches() -> None:
    seen = [*[(ahead(0.8, 20.0, "DE", "NL"), BE)] * 5, (ahead(0.8, 10.0, "DE"), NL)]
    assert told(seen) == [(2, "DE", "open"), (2, "NL", "open"), (5, "NL", "entered")]


def test_who_drives_beside_the_border_follows_it_and_is_announced_again_when_clear_of_it() -> None:
    beside: list[Seen] = [(ahead(0.4, 10.0, beside=True), BE)] * 30
    assert told([*beside, *[(ahead(0.95, 5.0, beside=True), BE)] * 30]) == []
    assert told([*beside, *[(ahead(0.95, 20.0), BE)] * 30]) == [(32, "NL", "open")]


def test_who_comes_near_the_border_and_crosses_it_does_not_follow_it() -> None:
    seen = [*[(ahead(0.5, 30.0), BE)] * 5, *[(ahead(0.95, 8.0 - k, beside=True), BE) for k in range(8)], (None, NL)]
    assert told(seen) == [(7, "NL", "open"), (13, "NL", "entered")]


def test_a_unit_first_seen_beside_the_border_may_follow_it() -> None:
    state = NO_APPROACH
    for at in range(30):
        outlook = ahead(0.95, 10.0, beside=True)
        state, events = step(state, outlook, BE, at * 1_000_000, origin=f"BE/CAR|b|{at}")
        assert events == ()


def test_what_is_remembered_is_made_of_numbers_names_and_tuples() -> None:
    for _, state, _ in stepped([*[(ahead(0.9, 20.0, "DE", "NL"), BE)] * 9, *[(None, BE)] * 20]):
        targets = [
            [list(t.entered), t.since_us, t.rests_until_us, t.approach and [*_listed(t.approach)]]
            for t in state.targets
        ]
        assert json.loads(json.dumps(state)) == [list(state.held or ()), state.at_us, state.beside_m, targets]


def _listed(approach: Approach) -> Iterator[object]:
    return (list(value) if isinstance(value, tuple) else value for value in approach)


def test_what_is_remembered_is_little_and_of_nothing_ahead_nothing() -> None:
    *_, (_, state, _) = stepped([*[(ahead(), BE)] * 9, *[(None, NL)] * 2])
    assert state == ApproachState(("NL",), 10_000_000, 0.0, ())


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"announce_within_s": -1.0}, "announce_within_s: expected a number from 0"),
        ({"rest_s": float("nan")}, "rest_s: expected a number from 0"),
        ({"announce_from": 0.2}, "announce_from: expected 0.4"),
        ({"announce_from": 1.5}, "announce_from: expected 0.4"),
    ],
)
def test_settings_that_cannot_be(settings: dict[str, float], expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        ApproachSettings(**settings)


outlooks = st.none() | st.builds(
    lambda chances, likely_s, beside: Outlook(
        0, 20.0, beside, tuple(_prospect(frozenset({s}), p, likely_s) for s, p in chances.items())
    ),
    st.dictionaries(st.sampled_from(["NL", "DE"]), st.sampled_from([0.1, 0.5, 0.8, 1.0]), min_size=1),
    st.sampled_from([0.0, 5.0, 40.0, 90.0]),
    st.booleans(),
)
"""Outlooks; where two states lie ahead their chances may add up to more than there is, which nobody minds here."""

runs = st.lists(st.tuples(st.integers(1, 15), outlooks, st.sampled_from([BE, BE, BE, NL, BE | DE])), max_size=20)


@given(runs)
def test_the_same_states_are_never_announced_twice_at_once_and_every_end_has_its_beginning(
    seen: list[tuple[int, Outlook | None, Territory]],
) -> None:
    open_ones: dict[tuple[str, ...], str] = {}
    ids: set[str] = set()
    for _, state, events in stepped([(outlook, held) for times, outlook, held in seen for _ in range(times)]):
        for approach in events:
            if approach.outcome == "open":
                assert approach.entered not in open_ones
                assert approach.id not in ids
                open_ones[approach.entered] = approach.id
                ids.add(approach.id)
            else:
                assert open_ones.pop(approach.entered) == approach.id
        assert {approach.entered: approach.id for approach in state.open} == open_ones


@given(runs)
def test_no_state_that_is_held_is_announced(seen: list[tuple[int, Outlook | None, Territory]]) -> None:
    flat = [(_less(outlook, held), held) for times, outlook, held in seen for _ in range(times)]
    for at, _, events in stepped(flat):
        for approach in events:
            assert (approach.outcome == "open") <= flat[at][1].isdisjoint(approach.entered)


def _less(outlook: Outlook | None, held: Territory) -> Outlook | None:
    """The outlook without the states held, as the forecast gives it."""
    if outlook is None:
        return None
    return replace(outlook, prospects=tuple(p for p in outlook.prospects if p.entered.isdisjoint(held)))


def driven(way_m: Iterable[tuple[float, float]]) -> list[tuple[float, str]]:
    """What is told of a car, seen through the filter, that is at these metres east and north of 6 E, 50.5 N."""
    north_m, east_m = metres_per_degree(50.5)
    index, state, motion = index_of("border_at_six"), NO_APPROACH, None
    out: list[tuple[float, str]] = []
    for number, (east, north) in enumerate(way_m):
        fix = _fix(number, 50.5 + north / north_m, 6.0 + east / east_m)
        at_us, held = micros(fix.observed_at), NL if east > 0 else BE
        motion = follow_motion(motion, fix, at_us) if motion else begin_motion(fix, at_us)
        outlook = forecast(motion, held, index)
        state, events = step(state, outlook, held, at_us, origin=f"BE/CAR|b|{number}")
        out += [(east, approach.outcome) for approach in events]
    return out


def _fix(number: int, lat: float, lon: float) -> Fix:
    at = NOON + timedelta(seconds=number)
    return Fix("BE/CAR", "b", number, counted=True, observed_at=at, lat=lat, lon=lon, accuracy_m=22.7)


def test_a_car_at_motorway_speed_is_announced_a_minute_before_it_crosses() -> None:
    (east_m, announced), (_, settled) = driven((-5_000.0 + 33.0 * s, 0.0) for s in range(160))
    assert (announced, settled) == ("open", "entered")
    assert -75.0 * 33.0 < east_m < -55.0 * 33.0


def test_a_car_along_the_border_away_from_it_or_standing_is_not_announced() -> None:
    assert driven((-60.0, 33.0 * s) for s in range(200)) == []
    assert driven((-200.0 - 33.0 * s, 0.0) for s in range(100)) == []
    assert driven((-50.0, 0.0) for _ in range(100)) == []


def test_a_car_that_turns_off_after_its_announcement_is_withdrawn() -> None:
    towards = [(-5_000.0 + 33.0 * s, 0.0) for s in range(120)]
    x, _ = towards[-1]
    assert [outcome for _, outcome in driven([*towards, *((x, 33.0 * s) for s in range(1, 90))])] == [
        "open",
        "withdrawn",
    ]
