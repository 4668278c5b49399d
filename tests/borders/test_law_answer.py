"""The JSON of a card: the fields nested as they belong together, each with confidence and sources."""

import json
from datetime import date

from borders.card import card_for
from borders.law_answer import Json, law_answer
from borders.load import load_regimes
from borders.regime_fields import FIELDS
from tests.borders.made_regimes import DAY, regime, table


def _part(said: Json, *path: str) -> Json:
    for name in path:
        assert isinstance(said, dict)
        said = said[name]
    return said


def _only_row(said: dict[str, Json]) -> Json:
    rows = said["pursuit_regimes"]
    assert isinstance(rows, list)
    (row,) = rows
    return row


def test_every_field_stands_at_its_place_with_confidence_and_sources() -> None:
    made = table(regime(limit_motorway_km=20.0))
    row = _only_row(law_answer(made, card_for(made, "BE", "NL", on=DAY, service="police")))
    assert _part(row, "limit", "distance_by_road_class", "motorway_km") == {
        "value": 20.0, "confidence": "verified", "sources": ["SRC"], "check_with": "host_room", "note": "",
    }  # fmt: skip
    assert _part(row, "valid_from", "value") == "2000-01-01"
    assert _part(row, "trigger", "value") == ["any_lawful_pursuit"]
    for field in FIELDS:
        assert _part(row, *field.path, "confidence") == "verified"
        assert _part(row, *field.path, "sources") == ["SRC"]


def test_rows_that_hold_or_are_pending_are_there_and_others_are_not() -> None:
    made = table(
        regime("a/BE-NL"), regime("b/BE-NL", status="unknown"), regime("c/BE-NL", valid_to=date(2001, 1, 1)),
        regime("d/NL-BE"),
    )  # fmt: skip
    said = law_answer(made, card_for(made, "BE", "NL", on=DAY, service="police"))
    rows = said["pursuit_regimes"]
    assert isinstance(rows, list)
    assert [_part(row, "id") for row in rows] == ["a/BE-NL", "b/BE-NL"]


def test_the_lists_and_sources_that_are_used_are_told_in_full() -> None:
    made = load_regimes()
    said = json.loads(json.dumps(law_answer(made, card_for(made, "BE", "FR", on=DAY, service="police"))))
    assert len(said["offence_lists"]["cisa-41-4-a"]["offences"]) == 14
    assert "FR-EJN" in said["sources"]
    assert "SZ" not in said["sources"]
    assert said["card"]["on"] == "2026-01-01"
    assert said["notice"].startswith("Not legal advice")


def test_without_a_basis_there_are_no_rows() -> None:
    made = load_regimes()
    said = law_answer(made, card_for(made, "NL", "FR", on=DAY, service="police"))
    assert said["pursuit_regimes"] == []
    assert _part(said, "card", "known") is False


def test_leave_that_is_not_sure_is_never_the_value_and_stands_beside_it_as_what_is_believed() -> None:
    said = ("hold", "limit_distance_km", "trigger", "homes_excluded")
    made = table(regime(unsure=said, homes_excluded="yes"))
    row = _only_row(law_answer(made, card_for(made, "BE", "NL", on=DAY, service="police")))
    assert (_part(row, "hold", "value"), _part(row, "hold", "believed")) == ("unknown", "yes")
    assert (_part(row, "limit", "distance_km", "value"), _part(row, "limit", "distance_km", "believed")) == (
        "unknown", "none",
    )  # fmt: skip
    assert (_part(row, "trigger", "value"), _part(row, "trigger", "believed")) == (["unknown"], ["any_lawful_pursuit"])
    restriction = _part(row, "homes_excluded")
    assert isinstance(restriction, dict)
    assert restriction["value"] == "yes"
    assert "believed" not in restriction
