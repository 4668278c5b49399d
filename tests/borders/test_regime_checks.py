"""What may be wrong with a table that can be read is named, row by row."""

from datetime import date

import pytest

from borders.load import load_regimes
from borders.regime_checks import CORE_PAIRS, regime_checks
from borders.regimes import Regime
from tests.borders.made_regimes import regime, table

_UNREVIEWED = "treaty rows that nobody has reviewed: expected none, got t/ES-PT"


def _faults(*rows: Regime) -> list[str]:
    every = [regime(f"whole/{pair}") for pair in CORE_PAIRS]
    return [str(check) for check in regime_checks(table(*every, *rows)) if not check.ok]


def test_a_whole_table_has_no_fault() -> None:
    assert _faults() == []


def test_the_shipped_table_has_no_fault() -> None:
    assert [str(check) for check in regime_checks(load_regimes()) if not check.ok] == []


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


@pytest.mark.parametrize("left", [None, regime("t/FR-DE", service="customs"), regime("t/FR-DE", status="repealed")])
def test_a_border_of_the_map_without_a_row_in_force_is_named(left: Regime | None) -> None:
    rows = [regime(f"whole/{pair}") for pair in CORE_PAIRS if pair != "FR-DE"] + ([left] if left else [])
    faults = [str(check) for check in regime_checks(table(*rows)) if not check.ok]
    assert faults == ["borders of the map without a treaty row in force: expected none, got FR-DE"]
