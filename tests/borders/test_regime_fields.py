"""Which of two values is the stricter, and what counts as leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borders.regime_fields import (
    FIELD_BY_NAME,
    FIELDS,
    NONE,
    NOT_APPLICABLE,
    UNKNOWN,
    Field,
    Value,
    is_permission,
    strictness,
)
from tests.borders.made_regimes import values


def _in_order(name: str, *said: Value) -> bool:
    keys = [strictness(FIELD_BY_NAME[name], value) for value in said]
    return keys == sorted(keys) and len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("limit_distance_km", (10.0, 25.0, UNKNOWN, NONE, NOT_APPLICABLE)),
        ("limit_time_min", (60.0, 120.0, UNKNOWN, NONE)),
        ("min_penalty_months", (36.0, 12.0, UNKNOWN, NONE)),
        ("hold", (NONE, UNKNOWN, "citizen_seizure_only", "until_host_arrives", "yes")),
        ("limit_combine", ("or", UNKNOWN, "and")),
        ("mode_air", ("no", UNKNOWN, "yes")),
        ("homes_excluded", ("yes", UNKNOWN, "no")),
        ("business_hours_exception", ("no", UNKNOWN, "yes")),
        ("six_hour_rule", ("yes", UNKNOWN, "no")),
        ("onward_allowed", ("no", UNKNOWN, "yes")),
        ("notify_latest", ("before_if_possible", "at_crossing", UNKNOWN, "immediately_after")),
        ("offence_rule", (("closed_list",), ("extraditable",), ("eaw", "extraditable"), (UNKNOWN,), (NONE,))),
        ("trigger", (("caught_in_act",), (UNKNOWN,), ("any_lawful_pursuit",))),
        ("officer_duties", (("obey_host", "prove_office"), ("obey_host",), (UNKNOWN,), (NONE,))),
    ],
)
def test_the_stricter_comes_first(name: str, said: tuple[Value, ...]) -> None:
    assert _in_order(name, *said)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_unknown_is_no_leave_and_no_restriction_hides_behind_it(field: Field) -> None:
    unknown = (UNKNOWN,) if field.kind == "codes" else UNKNOWN
    assert not is_permission(field, unknown)
    assert strictness(field, unknown)[0] == 1


@given(st.data())
def test_leave_is_what_is_milder_than_unknown(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(FIELDS))
    value = data.draw(values(field))
    assert is_permission(field, value) == (strictness(field, value) > strictness(field, UNKNOWN))


def test_every_field_has_a_name_and_a_place_of_its_own() -> None:
    assert len(FIELD_BY_NAME) == len(FIELDS) == len({field.path for field in FIELDS})


@pytest.mark.parametrize("field", [field for field in FIELDS if field.words], ids=lambda field: field.name)
def test_every_field_with_words_knows_unknown(field: Field) -> None:
    assert UNKNOWN in field.words
    assert len(set(field.words)) == len(field.words)
