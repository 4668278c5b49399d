"""Fields and values in English."""

from datetime import date

import pytest

from borders.regime_fields import FIELD_BY_NAME, FIELDS, Field, Value
from borders.regime_words import field_label, value_words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("limit_distance_km", 10.0, "10 km"),
        ("limit_distance_km", "none", "no limit"),
        ("limit_time_min", 120.0, "120 min"),
        ("min_penalty_months", 12.0, "12 months"),
        ("trigger_max_km_before_border", 150.0, "150 km"),
        ("valid_from", date(2023, 10, 1), "1 October 2023"),
        ("valid_to", "none", "goes on"),
        ("hold", "none", "no"),
        ("hold", "unknown", "not known"),
        ("hold", "citizen_seizure_only", "only as anyone may: seize and hand over"),
        ("trigger", ("caught_in_act", "escaped_custody"), "caught in act; escaped custody"),
        ("notify_recipients", ("control_room/national",), "control room (national)"),
        ("instrument", "A_B treaty", "A_B treaty"),
        ("offence_list", "not_applicable", "does not arise"),
        ("six_hour_rule", "yes", "yes"),
    ],
)
def test_a_value_in_words(name: str, value: Value, words: str) -> None:
    assert value_words(FIELD_BY_NAME[name], value) == words


def test_every_field_has_a_name_of_its_own() -> None:
    assert len({field_label(field) for field in FIELDS}) == len(FIELDS)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.words], ids=lambda field: field.name)
def test_every_word_of_a_field_reads_as_words(field: Field) -> None:
    said = [value_words(field, word) for word in field.words]
    assert len(set(said)) == len(said)
    assert not any("_" in words for words in said)
