"""When a row holds, when it is pending, and what of it may be shown."""

from datetime import date

import pytest

from borders.regime_fields import FIELD_BY_NAME, UNKNOWN, Value
from borders.regimes import Standing
from tests.borders.made_regimes import provision, regime, table


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2006, 5, 31), "over"),
        (date(2006, 6, 1), "holds"),
        (date(2023, 9, 30), "holds"),
        (date(2023, 10, 1), "over"),
    ],
)
def test_a_row_holds_from_its_first_day_to_its_last(on: date, standing: Standing) -> None:
    row = regime(status="repealed", valid_from=date(2006, 6, 1), valid_to=date(2023, 9, 30))
    assert row.standing(on) == standing


@pytest.mark.parametrize("status", ["signed_not_in_force", "unknown"])
def test_a_row_that_is_not_in_force_never_holds(status: str) -> None:
    row = regime(status=status, valid_from=date(2024, 4, 29))
    assert row.standing(date(2026, 1, 1)) == "pending"
    assert row.standing(date(2024, 4, 28)) == "over"


def test_a_row_of_which_nobody_is_sure_that_it_is_in_force_grants_nothing() -> None:
    row = regime(status="in_force", unsure=("status",), valid_from=date(2024, 4, 29))
    assert row.standing(date(2026, 1, 1)) == "pending"


def test_a_row_whose_first_day_is_unknown_holds_from_the_day_it_was_reviewed() -> None:
    row = regime(valid_from=UNKNOWN, last_reviewed=date(2026, 11, 23), source_date=date(2016, 11, 21))
    assert row.standing(date(2026, 11, 22)) == "pending"
    assert row.standing(date(2026, 11, 23)) == "holds"
    assert regime(valid_from=UNKNOWN, last_reviewed=UNKNOWN).standing(date(2026, 11, 23)) == "pending"


def test_a_repealed_row_whose_last_day_is_unknown_holds_to_the_day_its_source_speaks_of() -> None:
    row = regime(status="repealed", valid_to=UNKNOWN, source_date=date(2015, 1, 26))
    assert row.standing(date(2015, 1, 26)) == "holds"
    assert row.standing(date(2015, 1, 27)) == "pending"
    assert regime(status="repealed", valid_to=UNKNOWN, source_date=UNKNOWN).standing(date(2015, 1, 1)) == "pending"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("hold", "yes", UNKNOWN),
        ("hold", "none", "none"),
        ("limit_distance_km", "none", UNKNOWN),
        ("limit_distance_km", 10.0, 10.0),
        ("homes_excluded", "yes", "yes"),
        ("homes_excluded", "no", UNKNOWN),
    ],
)
def test_leave_that_is_not_sure_is_shown_as_unknown_and_a_restriction_stands(
    field: str, value: Value, shown: Value
) -> None:
    assert provision(field, value, "unsure").shown(FIELD_BY_NAME[field]) == shown
    assert provision(field, value, "from_memory").shown(FIELD_BY_NAME[field]) == value


def test_rows_are_found_by_direction_and_service_in_the_order_of_the_table() -> None:
    there, back = regime("z/BE-NL"), regime("a/NL-BE")
    customs, second = regime("c/BE-NL", service="customs"), regime("b/BE-NL")
    made = table(there, back, customs, second)
    assert made.between("BE", "NL", "police") == (there, second)
    assert made.between("BE", "NL", "customs") == (customs,)
    assert made.between("NL", "FR", "police") == ()


def test_unknown_and_none_are_no_texts_and_no_days() -> None:
    row = regime(article="unknown", url="none", valid_to="none")
    assert (row.text("article"), row.text("url"), row.day("valid_to")) == (None, None, None)
    assert (row.text("instrument"), row.day("valid_from")) == ("Treaty of Nowhere", date(2000, 1, 1))
