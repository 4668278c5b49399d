"""What may be wrong with a table that can be read is named, row by row."""

from datetime import date

import pytest

from borders.load import load_regimes
from borders.regime_checks import CORE_PAIRS, regime_checks
from borders.regimes import Regime
from tests.borders.made_regimes import DAY, regime, table

_UNREVIEWED = "treaty rows without a day of review: expected none, got t/ES-PT"


def _faults(*rows: Regime) -> list[str]:
    every = [regime(f"whole/{pair}") for pair in CORE_PAIRS]
    return [str(check) for check in regime_checks(table(*every, *rows), DAY) if check.is_fault]


def _warnings(*rows: Regime) -> list[str]:
    return [str(check) for check in regime_checks(table(*rows), DAY) if not check.ok and not check.is_fault]


def test_a_whole_table_has_no_fault() -> None:
    assert _faults() == []


def test_the_shipped_table_has_no_fault() -> None:
    assert [str(check) for check in regime_checks(load_regimes(), date(2026, 11, 27)) if check.is_fault] == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            regime("t/ES-PT", without_source=("hold", "mode_air")),
            "treaty rows with a field without a source: expected none, got t/ES-PT (hold, mode_air)",
        ),
        (regime("t/GB-FR"), "treaty rows of parties outside Schengen: expected none, got t/GB-FR (GB)"),
        (regime("t/ES-PT", last_reviewed="unknown"), _UNREVIEWED),
        (
            regime("t/ES-PT", last_reviewed=date(2099, 1, 1)),
            "treaty rows with a day of review or source to come: expected none, got t/ES-PT (last_reviewed 2099-01-01)",
        ),
        (
            regime("t/ES-PT", source_date=date(2026, 1, 2)),
            "treaty rows with a day of review or source to come: expected none, got t/ES-PT (source_date 2026-01-02)",
        ),
        (
            regime("t/ES-PT", status="repealed", valid_to=DAY),
            "repealed treaty rows that still hold: expected none, got t/ES-PT",
        ),
        (
            regime("t/ES-PT", offence_rule=("closed_list",)),
            "treaty rows with a closed list and no list: expected none, got t/ES-PT",
        ),
    ],
)  # fmt: skip
def test_a_faulty_row_is_named(row: Regime, fault: str) -> None:
    assert _faults(row) == [fault]


@pytest.mark.parametrize(
    ("last", "first", "overlap"),
    [
        (date(2022, 7, 10), date(2022, 7, 11), False),
        (date(2022, 7, 11), date(2022, 7, 11), True),
        ("none", date(2022, 7, 11), True),
        (date(2022, 7, 10), "unknown", True),
    ],
)
def test_two_rows_of_one_basis_never_hold_on_the_same_day(
    last: date | str, first: date | str, *, overlap: bool
) -> None:
    old, new = regime("old/ES-PT", valid_to=last), regime("new/ES-PT", valid_from=first)
    fault = "treaty rows of one basis that hold on the same day: expected none, got"
    assert _faults(old, new) == ([f"{fault} old/ES-PT and new/ES-PT"] if overlap else [])
    assert _faults(new, old) == ([f"{fault} new/ES-PT and old/ES-PT"] if overlap else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (regime("t-2004/ES-PT", instrument="An older treaty"), regime("t-2018/ES-PT")),
        (regime("t-2004/ES-PT", instrument="An older treaty"), regime("t/ES-PT", instrument="A treaty")),
        (regime("a/ES-PT"), regime("b/ES-PT", instrument="treaty  of NOWHERE", article="art. 1")),
    ],
)
def test_a_treaty_and_the_one_that_replaced_it_never_hold_on_the_same_day_however_they_are_spelled(
    one: Regime, other: Regime
) -> None:
    fault = "treaty rows of one basis that hold on the same day: expected none, got"
    assert _faults(one, other) == [f"{fault} {one.id} and {other.id}"]


@pytest.mark.parametrize(
    "other",
    [
        regime("b/PT-ES"),
        regime("b/ES-PT", service="customs"),
        regime("b/ES-PT", article="Art. 2"),
        regime("b/ES-PT", instrument="Another treaty"),
        regime("b/ES-PT", status="signed_not_in_force"),
    ],
)
def test_rows_of_different_bases_may_hold_at_once(other: Regime) -> None:
    assert _faults(regime("a/ES-PT"), other) == []


@pytest.mark.parametrize(
    "left",
    [
        None,
        regime("t/FR-DE", service="customs"),
        regime("t/FR-DE", status="repealed", valid_to=date(2024, 1, 1)),
        regime("t/FR-DE", valid_to=date(2025, 12, 31)),
        regime("t/FR-DE", valid_from=date(2026, 1, 2)),
    ],
)
def test_a_border_of_the_map_without_a_row_in_force_is_named(left: Regime | None) -> None:
    rows = [regime(f"whole/{pair}") for pair in CORE_PAIRS if pair != "FR-DE"] + ([left] if left else [])
    faults = [str(check) for check in regime_checks(table(*rows), DAY) if check.is_fault]
    assert faults == ["borders of the map without a treaty row in force: expected none, got FR-DE"]


# ---------------------------------------------------------------- what is left to people


def test_rows_that_nobody_has_signed_off_are_counted_and_named_and_are_no_fault() -> None:
    signed = regime("t/BE-NL", reviewer="Legal service, Brussels")
    assert _warnings(signed) == []
    told = "treaty rows that no legal service has signed off: expected none, got 3 of 4: u (1), v (2)"
    unsigned = (regime(f"{name}", reviewer="none") for name in ("u/BE-NL", "v/BE-NL", "v/NL-BE"))
    assert _warnings(signed, *unsigned) == [told]


def test_rows_whose_source_has_no_known_day_are_counted_and_named_and_are_no_fault() -> None:
    rows = (regime("t/BE-NL", reviewer="A", source_date="unknown"), regime("u/BE-NL", reviewer="A"))
    assert _warnings(*rows) == ["treaty rows whose source has no known day: expected none, got 1 of 2: t (1)"]


def test_recipients_that_nothing_here_rings_are_named_once_of_what_holds() -> None:
    told = ("control_room/national", "federal_police/by_crossing_district", "joint_centre/fixed")
    rows = (
        regime("t/BE-NL", reviewer="A", notify_recipients=told),
        regime("u/BE-NL", reviewer="A", notify_recipients=told),
        regime(
            "v/BE-NL", reviewer="A", notify_recipients=("prosecutor/by_crossing_district",), valid_to=date(2001, 1, 1)
        ),
        regime("w/BE-NL", reviewer="A", notify_recipients=("unknown",)),
    )
    said = "expected none, got federal police; the pursuers tell them themselves"
    assert _warnings(*rows) == [f"recipients of treaty rows that nothing here rings: {said}"]
