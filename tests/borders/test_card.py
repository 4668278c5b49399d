"""The legal card: the stricter first, unknown never leave, and what the pursuit reads off it."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borders.card import (
    Card,
    CardValue,
    Limit,
    Modes,
    Recipient,
    SixHourRule,
    card_for,
    duties,
    hold,
    limits,
    modes,
    not_rung,
    notify,
    six_hour_rule,
)
from borders.regime_fields import FIELD_BY_NAME, FIELDS, UNKNOWN, Strictness, Value, is_permission, strictness
from borders.regimes import Regime
from tests.borders.made_regimes import DAY, holding_rows, regime, table


def _card(*rows: Regime, on: date = DAY) -> Card:
    return card_for(table(*rows), "BE", "NL", on=on, service="police")


def _said(field: str, card: Card) -> list[tuple[str, ...]]:
    return [value.codes for line in card.lines if line.field == field for value in line.values]


def _value(value: CardValue, field: str) -> Value:
    if value.number is not None:
        return value.number
    if value.text is not None:
        return value.text
    return value.codes if FIELD_BY_NAME[field].kind == "codes" else value.codes[0]


def _strictest(card: Card, field: str) -> Strictness:
    line = next(line for line in card.lines if line.field == field)
    return strictness(FIELD_BY_NAME[field], _value(line.values[0], field))


# ---------------------------------------------------------------- what stands on it


def test_without_a_row_there_is_no_known_basis() -> None:
    card = _card(regime("t/BE-FR"))
    assert (card.known, card.bases, card.pending, card.lines) == (False, (), (), ())
    assert hold(card) == "none"
    assert (limits(card), duties(card)) == ((), ())
    assert modes(card) == Modes(*["unknown"] * 5)
    assert notify(card).latest == "unknown"
    assert six_hour_rule(card) == SixHourRule("unknown", "unsure", "own_legal_service")


def test_every_field_stands_on_the_card_in_its_order() -> None:
    assert [line.field for line in _card(regime()).lines] == [field.name for field in FIELDS]


def test_every_basis_that_holds_is_shown_and_in_each_field_the_stricter_first() -> None:
    card = _card(regime("a/BE-NL", hold="yes", six_hour_rule="yes"), regime("b/BE-NL", hold="none"))
    assert [basis.id for basis in card.bases] == ["a/BE-NL", "b/BE-NL"]
    assert _said("hold", card) == [("none",), ("yes",)]
    assert _said("six_hour_rule", card) == [("yes",), ("no",)]


def test_a_pending_row_is_named_and_grants_nothing() -> None:
    card = _card(regime("new/BE-NL", status="signed_not_in_force", valid_from="unknown"))
    assert not card.known
    assert [(basis.id, basis.status) for basis in card.pending] == [("new/BE-NL", "signed_not_in_force")]
    assert hold(card) == "none"


def test_unknown_and_unsure_say_whom_to_check_with_and_the_rest_does_not() -> None:
    card = _card(regime(unsure=("hold", "homes_excluded"), homes_excluded="yes", mode_air="unknown"))
    said = {line.field: line.values[0] for line in card.lines}
    assert (said["hold"].codes, said["hold"].check_with) == (("unknown",), "host_room")
    assert (said["homes_excluded"].codes, said["homes_excluded"].check_with) == (("yes",), "host_room")
    assert (said["mode_air"].codes, said["mode_air"].check_with) == (("unknown",), "host_room")
    assert (said["mode_road"].codes, said["mode_road"].check_with) == (("yes",), None)


def test_unknown_is_to_be_checked_whatever_confidence_a_row_claims() -> None:
    row = regime()
    claimed = replace(row.provisions["mode_air"], value=UNKNOWN, confidence="verified")
    card = _card(replace(row, provisions={**row.provisions, "mode_air": claimed}))
    (value,) = next(line.values for line in card.lines if line.field == "mode_air")
    assert (value.codes, value.check_with) == (("unknown",), "host_room")


def test_a_day_and_a_number_and_a_name_stand_as_such() -> None:
    card = _card(regime(limit_distance_km=25.0, limit_named_point="the bridge"))
    said = {line.field: line.values[0] for line in card.lines}
    assert said["limit_distance_km"].number == 25.0
    assert said["limit_named_point"].text == "the bridge"
    assert said["valid_from"].text == "2000-01-01"
    assert said["valid_to"].codes == ("none",)


def test_the_day_decides_which_version_holds() -> None:
    old = regime("old/BE-NL", status="repealed", valid_to=date(2023, 9, 30), hold="none")
    new = regime("new/BE-NL", valid_from=date(2023, 10, 1))
    assert hold(_card(old, new, on=date(2005, 1, 1))) == "none"
    assert hold(_card(old, new, on=date(2024, 1, 1))) == "yes"


def test_a_card_goes_over_the_wire_and_back() -> None:
    card = _card(regime("a/BE-NL"), regime("b/BE-NL", limit_distance_km=10.0), regime("c/BE-NL", status="unknown"))
    assert msgspec.json.decode(msgspec.json.encode(card), type=Card) == card


# ---------------------------------------------------------------- what must always be so


@given(rows=st.tuples(holding_rows("a/BE-NL"), holding_rows("b/BE-NL"), holding_rows("c/BE-NL")))
def test_in_every_line_the_stricter_comes_first(rows: tuple[Regime, ...]) -> None:
    for line in _card(*rows).lines:
        keys = [strictness(FIELD_BY_NAME[line.field], _value(value, line.field)) for value in line.values]
        assert keys == sorted(keys)
        assert len(keys) == len(rows)


@given(row=holding_rows("a/BE-NL"))
def test_what_must_be_checked_is_never_shown_as_leave(row: Regime) -> None:
    for line in _card(row).lines:
        for value in line.values:
            if value.check_with or value.confidence == "unsure":
                assert value.check_with
                assert not is_permission(FIELD_BY_NAME[line.field], _value(value, line.field))


@given(row=holding_rows("a/BE-NL"), more=holding_rows("b/BE-NL"))
def test_a_further_row_never_makes_a_card_milder(row: Regime, more: Regime) -> None:
    one, both = _card(row), _card(row, more)
    for field in FIELDS:
        assert _strictest(both, field.name) <= _strictest(one, field.name)
    assert set(limits(one)) <= set(limits(both))
    assert set(duties(one)) <= set(duties(both))
    assert set(notify(one).recipients) <= set(notify(both).recipients)
    assert set(notify(one).min_content) <= set(notify(both).min_content)


@given(row=holding_rows("a/BE-NL"), status=st.sampled_from(["signed_not_in_force", "unknown"]))
def test_a_pending_row_changes_no_line(row: Regime, status: str) -> None:
    pending = regime("b/BE-NL", status=status)
    assert _card(row, pending).lines == _card(row).lines


# ---------------------------------------------------------------- limits


def _limits(road_class: str | None = None, *, unsure: tuple[str, ...] = (), **said: Value) -> list[Limit]:
    return list(limits(_card(regime(unsure=unsure, also=said)), road_class))


def test_a_basis_without_limit_has_none() -> None:
    assert _limits() == []


def test_a_distance_and_a_time_come_in_metres_and_seconds() -> None:
    (limit,) = _limits(
        limit_distance_km=50.0, limit_time_min=120.0, limit_combine="and", limit_distance_from="crossing_point"
    )
    assert limit == Limit(
        "treaty/BE-NL", 50_000.0, "crow_flies_from_crossing", None, 7200.0, "and", "verified", None
    )  # fmt: skip


@pytest.mark.parametrize("unsure", [("limit_combine",), ()])
def test_of_and_and_or_the_stricter_counts_where_it_is_not_sure(unsure: tuple[str, ...]) -> None:
    said = "and" if unsure else "unknown"
    (limit,) = _limits(
        unsure=unsure, limit_distance_km=50.0, limit_time_min=120.0, limit_combine=said,
        limit_distance_from="crossing_point",
    )  # fmt: skip
    assert (limit.combine, limit.confidence, limit.check_with) == ("or", "unsure", "host_room")


@pytest.mark.parametrize(
    ("said", "measured"),
    [
        ("border_line", "crow_flies_from_border"),
        ("crossing_point", "crow_flies_from_crossing"),
        ("named_point", "crow_flies_from_named_point"),
        ("zone_polygon", "zone"),
        ("along_track", "along_track"),
        ("unknown", "along_track"),  # no way of measuring is reached sooner
    ],
)
def test_how_a_distance_is_measured(said: str, measured: str) -> None:
    (limit,) = _limits(limit_distance_km=10.0, limit_distance_from=said, limit_named_point="the bridge")
    assert (limit.measured, limit.point, limit.time_s, limit.combine) == (measured, "the bridge", None, None)


@pytest.mark.parametrize(
    ("road_class", "distance_m"), [("motorway", 20_000.0), ("other", 10_000.0), ("track", 10_000.0), (None, 10_000.0)]
)
def test_where_the_road_is_not_known_the_shorter_distance_counts(road_class: str | None, distance_m: float) -> None:
    (limit,) = _limits(road_class, limit_distance_km="not_applicable", limit_motorway_km=20.0, limit_other_km=10.0)
    assert limit.distance_m == distance_m


def test_a_limit_that_is_not_known_is_told_as_such() -> None:
    (limit,) = _limits(limit_distance_km="unknown")
    assert (limit.distance_m, limit.time_s, limit.confidence, limit.check_with) == (None, None, "unsure", "host_room")
    (limit,) = _limits(unsure=("limit_time_min",))  # "no limit", but not sure of it
    assert (limit.distance_m, limit.time_s, limit.check_with) == (None, None, "host_room")


def test_a_known_time_stands_beside_an_unknown_distance() -> None:
    (limit,) = _limits(limit_distance_km="unknown", limit_time_min=60.0)
    assert (limit.distance_m, limit.time_s, limit.combine, limit.check_with) == (None, 3600.0, None, "host_room")


# ---------------------------------------------------------------- the other answers


@pytest.mark.parametrize(
    ("said", "strictest"),
    [
        (("yes", "until_host_arrives"), "until_host_arrives"),
        (("yes", "citizen_seizure_only"), "citizen_seizure_only"),
        (("yes", "unknown"), "unknown"),
        (("unknown", "none"), "none"),
    ],
)
def test_holding_goes_by_the_strictest_basis(said: tuple[str, str], strictest: str) -> None:
    assert hold(_card(*(regime(f"{at}/BE-NL", hold=word) for at, word in enumerate(said)))) == strictest


def test_all_recipients_and_all_items_of_all_bases_are_due_at_the_earliest_time() -> None:
    told = notify(
        _card(
            regime("a/BE-NL", notify_latest="at_crossing", notify_recipients=("prosecutor/by_crossing_district",)),
            regime(
                "b/BE-NL", notify_latest="before_if_possible", notify_recipients=("control_room/national",),
                notify_copies=("epicc_kerkrade",), notify_min_content=("facts_of_offence",),
                notify_ack_expected="unknown",
            ),
        )
    )  # fmt: skip
    assert told.latest == "before_if_possible"
    assert told.recipients == (
        Recipient("control_room", "national"), Recipient("prosecutor", "by_crossing_district"),
    )  # fmt: skip
    assert (told.copies, told.min_content) == (("epicc_kerkrade",), ("facts_of_offence",))
    assert (told.ack_expected, told.check_with) == ("unknown", ("own_legal_service",))


def test_duties_are_those_of_all_bases_once_and_in_their_order() -> None:
    card = _card(
        regime("a/BE-NL", officer_duties=("obey_host", "report_force")),
        regime("b/BE-NL", officer_duties=("prove_office", "obey_host")),
        regime("c/BE-NL", officer_duties=(UNKNOWN,)),
    )
    assert duties(card) == ("prove_office", "obey_host", "report_force")


def test_modes_go_by_the_strictest_basis() -> None:
    card = _card(regime("a/BE-NL", mode_air="no"), regime("b/BE-NL", mode_water="unknown"))
    assert modes(card) == Modes(road="yes", rail="yes", water="unknown", sea="yes", air="no")


def test_the_six_hour_rule_holds_where_any_basis_has_it() -> None:
    card = _card(regime("a/BE-NL"), regime("b/BE-NL", six_hour_rule="yes"))
    assert six_hour_rule(card) == SixHourRule("yes", "verified", None)


def test_whom_nothing_here_rings_is_all_but_rooms_and_joint_centres() -> None:
    told = ("control_room/by_crossing_district", "prosecutor/by_crossing_district", "joint_centre/fixed")
    other = ("federal_police/by_crossing_district",)
    card = _card(regime("a/BE-NL", notify_recipients=told), regime("b/BE-NL", notify_recipients=other))
    assert not_rung(card) == ("federal_police/by_crossing_district", "prosecutor/by_crossing_district")
    assert not_rung(_card(regime(notify_recipients=("unknown",)))) == ()
    assert not_rung(_card()) == ()
