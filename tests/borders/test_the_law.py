"""The shipped treaty rows say what our research found: pair by pair, at a glance, as a person would check them."""

from datetime import date

import pytest

from borders.card import Card, card_for, hold, limits, modes, notify, six_hour_rule
from borders.load import load_regimes
from borders.regime_checks import CORE_PAIRS
from borders.regimes import Service

_TABLE = load_regimes()
_NOW = date(2026, 11, 27)
_IN_2005, _BEFORE_LUXEMBOURG_CHANGED, _BEFORE_BENELUX_2018 = date(2005, 7, 1), date(2022, 7, 10), date(2023, 9, 30)


def _card(pair: str, on: date = _NOW, service: Service = "police") -> Card:
    return card_for(_TABLE, pair[:2], pair[3:], on=on, service=service)


def _bases(card: Card) -> list[str]:
    return [basis.id.partition("/")[0] for basis in card.bases]


def _codes(card: Card, field: str) -> list[tuple[str, ...]]:
    return [value.codes for line in card.lines if line.field == field for value in line.values]


def _notes(card: Card, field: str) -> str:
    return "; ".join(value.note for line in card.lines if line.field == field for value in line.values)


@pytest.mark.parametrize("pair", CORE_PAIRS)
def test_every_border_of_the_map_has_a_basis_for_police_and_for_customs(pair: str) -> None:
    assert _card(pair).known
    assert _card(pair, service="customs").known


@pytest.mark.parametrize(
    ("pair", "bases", "offences", "held"),
    [
        ("BE-NL", ["benelux-2018"], [("none",)], "yes"),
        ("NL-BE", ["benelux-2018"], [("none",)], "yes"),
        ("BE-LU", ["benelux-2018"], [("none",)], "yes"),
        ("LU-BE", ["benelux-2018"], [("none",)], "yes"),
        ("NL-DE", ["enschede-12", "enschede-17"], [("extraditable",), ("none",)], "until_host_arrives"),
        ("DE-NL", ["enschede-12", "enschede-17"], [("extraditable",), ("none",)], "until_host_arrives"),
        ("BE-DE", ["cisa-41"], [("extraditable",)], "until_host_arrives"),
        ("BE-FR", ["cisa-41"], [("closed_list",)], "citizen_seizure_only"),
        ("FR-BE", ["cisa-41"], [("closed_list",)], "none"),
        ("LU-DE", ["cisa-41"], [("extraditable",)], "until_host_arrives"),
        ("DE-LU", ["cisa-41"], [("extraditable",)], "until_host_arrives"),
        ("LU-FR", ["cisa-41"], [("closed_list",)], "none"),
        ("FR-LU", ["cisa-41"], [("closed_list",)], "none"),
        ("DE-FR", ["cisa-41"], [("closed_list",)], "citizen_seizure_only"),
        ("FR-DE", ["cisa-41"], [("extraditable",)], "until_host_arrives"),
    ],
)
def test_what_holds_today_without_limit(pair: str, bases: list[str], offences: list[tuple[str]], held: str) -> None:
    card = _card(pair)
    assert (_bases(card), _codes(card, "offence_rule"), hold(card), limits(card)) == (bases, offences, held, ())


def test_from_germany_into_belgium_all_that_hangs_on_the_declaration_is_to_be_checked() -> None:
    card = _card("DE-BE")
    assert hold(card) == "unknown"
    (limit,) = limits(card)
    assert (limit.distance_m, limit.time_s, limit.check_with) == (None, None, "host_room")
    (offence,) = next(line.values for line in card.lines if line.field == "offence_rule")
    assert (offence.codes, offence.check_with) == (("extraditable",), "own_legal_service")


@pytest.mark.parametrize("pair", ["BE-DE", "DE-BE"])
def test_the_treaty_of_2024_is_named_and_grants_nothing(pair: str) -> None:
    card = _card(pair)
    assert [(basis.id, basis.status) for basis in card.pending] == [(f"be-de-2024/{pair}", "signed_not_in_force")]
    assert _bases(card) == ["cisa-41"]


@pytest.mark.parametrize("pair", ["BE-NL", "NL-BE", "BE-LU", "LU-BE"])
def test_the_same_benelux_border_has_other_law_in_2005_2023_and_now(pair: str) -> None:
    first, then, now = _card(pair, _IN_2005), _card(pair, _BEFORE_BENELUX_2018), _card(pair, date(2023, 10, 1))
    assert _bases(first) == ["benelux-1962", "cisa-41-before-benelux-2004"]
    assert [limit.distance_m for limit in limits(first)] == [10_000.0, None]
    assert limits(first)[0].measured == "crow_flies_from_border"
    assert _bases(then) == ["benelux-2004"]
    assert (limits(then), hold(then), _codes(then, "offence_rule")) == ((), "yes", [("extraditable",)])
    assert _bases(now) == ["benelux-2018"]


def test_no_article_is_told_of_the_benelux_treaty_of_2018() -> None:
    rows = [row for row in _TABLE.regimes if row.id.startswith("benelux-2018/")]
    assert len(rows) == 4
    assert all(row.text("article") is None for row in rows)
    assert not any("Art" in provision.note for row in rows for provision in row.provisions.values())


@pytest.mark.parametrize("pair", ["LU-FR", "FR-LU", "DE-LU"])
def test_into_and_out_of_luxembourg_ten_kilometres_held_until_the_11th_of_july_2022(pair: str) -> None:
    before = _card(pair, _BEFORE_LUXEMBOURG_CHANGED)
    assert [limit.distance_m for limit in limits(before)] == [10_000.0]
    assert limits(_card(pair, date(2022, 7, 11))) == ()


def test_the_german_dutch_control_evasion_is_told_before_crossing_and_stops_at_great_danger() -> None:
    card = _card("NL-DE")
    assert notify(card).latest == "before_if_possible"
    assert ("host_order", "disproportionate_danger") in _codes(card, "stop_rules")
    assert {recipient.role for recipient in notify(card).recipients} == {"control_room", "federal_police"}
    assert "no limit of the pursuit" in _notes(card, "trigger_max_km_before_border")
    assert limits(card) == ()  # the 150 km are how far from the border the check was evaded


@pytest.mark.parametrize("pair", ["NL-DE", "DE-NL"])
def test_suspicion_alone_is_no_occasion_between_germany_and_the_netherlands(pair: str) -> None:
    card = _card(pair)
    assert ("caught_in_act", "escaped_custody", "evaded_police_check") in _codes(card, "trigger")
    assert not any("suspected" in codes for codes in _codes(card, "trigger"))
    assert "evaded by someone suspected of an extraditable offence" in _notes(card, "trigger")


@pytest.mark.parametrize("pair", ["BE-FR", "DE-FR", "LU-FR"])
def test_france_alone_lays_down_what_a_notice_says_and_has_its_prosecutor_told(pair: str) -> None:
    told = notify(_card(pair))
    assert told.min_content == ("officer_identity_and_status", "facts_of_offence", "person_identity_if_known")
    assert "prosecutor" in {recipient.role for recipient in told.recipients}


def test_only_france_lays_down_what_a_notice_says() -> None:
    assert {pair[3:] for pair in CORE_PAIRS if notify(_card(pair)).min_content} == {"FR"}


@pytest.mark.parametrize("pair", ["NL-FR", "FR-NL", "NL-LU", "LU-NL"])
def test_without_a_common_border_there_is_no_known_basis(pair: str) -> None:
    assert not _card(pair).known


def test_by_water_and_air_only_where_a_treaty_says_so() -> None:
    may = {pair for pair in CORE_PAIRS if "yes" in (modes(_card(pair)).water, modes(_card(pair)).air)}
    assert may == {"NL-DE", "DE-NL"}


def test_homes_are_closed_everywhere() -> None:
    assert all(set(_codes(_card(pair), "homes_excluded")) == {("yes",)} for pair in CORE_PAIRS)


def test_nowhere_does_a_pursuit_go_on_into_a_third_state_by_right() -> None:
    assert {row.value("onward_allowed") for row in _TABLE.regimes} <= {"no", "unknown"}


def test_the_six_hour_rule_holds_where_the_schengen_convention_does_and_is_unknown_under_the_treaty_of_2018() -> None:
    assert six_hour_rule(_card("BE-DE")).applies == "yes"
    assert six_hour_rule(_card("BE-NL")).applies == "unknown"


# ---------------------------------------------------------------- borders that stretch the shape


def test_25_km_into_denmark_along_the_road_because_it_is_not_known_how_they_are_measured() -> None:
    (limit,) = limits(_card("DE-DK", date(2026, 1, 1)))
    assert (limit.distance_m, limit.measured) == (25_000.0, "along_track")
    assert hold(_card("DE-DK")) == "none"


def test_25_km_from_the_end_of_a_fixed_link() -> None:
    (limit,) = limits(_card("SE-DK"))
    assert (limit.distance_m, limit.measured, limit.point) == (
        25_000.0, "crow_flies_from_named_point", "end of the Øresund link",
    )  # fmt: skip


def test_50_km_and_two_hours_whichever_is_reached_first() -> None:
    for service in ("police", "customs"):
        (limit,) = limits(card_for(_TABLE, "ES", "PT", on=_NOW, service=service))
        assert (limit.distance_m, limit.time_s, limit.combine) == (50_000.0, 7200.0, "or")
        assert limit.check_with


def test_100_km_and_one_hour_into_poland() -> None:
    (limit,) = limits(_card("LT-PL"))
    assert (limit.distance_m, limit.time_s, limit.combine) == (100_000.0, 3600.0, "or")


def test_a_least_penalty_in_both_states() -> None:
    (row,) = _TABLE.between("CZ", "PL", "police")
    assert (row.value("offence_rule"), row.value("min_penalty_months")) == (("min_penalty",), 12.0)
    assert row.value("min_penalty_both_states") == "yes"


@pytest.mark.parametrize(("road_class", "distance_m"), [("motorway", 20_000.0), ("other", 10_000.0), (None, 10_000.0)])
def test_between_italy_and_austria_the_class_of_the_road_once_counted(road_class: str, distance_m: float) -> None:
    (limit,) = limits(_card("IT-AT", date(2014, 1, 1)), road_class)
    assert limit.distance_m == distance_m
    assert limits(_card("IT-AT"), road_class) == ()


def test_between_italy_and_switzerland_the_joint_centre_is_told() -> None:
    assert [recipient.role for recipient in notify(_card("IT-CH")).recipients] == ["joint_centre"]


def test_where_nothing_of_a_pursuit_is_read_nothing_is_granted() -> None:
    card = _card("DE-CZ")
    assert (hold(card), modes(card).road, len(limits(card))) == ("unknown", "unknown", 1)


def test_the_closed_list_has_fourteen_offences() -> None:
    assert len(_TABLE.offence_lists["cisa-41-4-a"].offences) == 14


def test_every_source_is_used() -> None:
    used = {source for row in _TABLE.regimes for provision in row.provisions.values() for source in provision.sources}
    used |= {source for told in _TABLE.offence_lists.values() for source in told.sources}
    assert used == set(_TABLE.sources)
