"""A table of treaty rows is read whole, or refused with file, row, field, expected and got."""

from contextlib import suppress
from datetime import date
from importlib.resources import files

import pytest

from borders.regime_fields import FIELDS
from borders.regime_reading import read_regimes
from borders.regimes import RegimeError

_SHIPPED = (files("borders") / "data" / "regimes.toml").read_text(encoding="utf-8")


_SAME_ROW = '[[regime]]\nid = "t"\npairs = ["BE-NL"]\nextends = ["b"]'


def _fields(**changed: str) -> str:
    """All fields unknown, but for `changed`: the text after the equals sign, or nothing to leave the field out."""
    lines = {field.name: '{ value = "unknown", confidence = "unsure", sources = ["S"] }' for field in FIELDS}
    return "\n".join(f"{name} = {text}" for name, text in (lines | changed).items() if text)


def _table(fields: str = _fields(), row: str = 'id = "t"\npairs = ["BE-NL"]', more: str = "") -> str:
    lists = '[offence_list.l]\noffences = ["murder"]\nconfidence = "verified"\nsources = ["S"]\n'
    return f'[sources]\nS = "a text"\n{lists}[basis.b]\n{fields}\n[[regime]]\n{row}\nextends = ["b"]\n{more}'


def _field(value: str, confidence: str = '"verified"', sources: str = '["S"]') -> str:
    return f"{{ value = {value}, confidence = {confidence}, sources = {sources} }}"


def test_a_row_has_every_field_in_the_order_of_the_fields() -> None:
    (row,) = read_regimes(_table()).regimes
    assert list(row.provisions) == [field.name for field in FIELDS]
    assert (row.id, row.from_state, row.to_state, row.service) == ("t/BE-NL", "BE", "NL", "police")


def test_a_field_carries_value_confidence_sources_note_and_whom_to_ask() -> None:
    said = '{ value = 25, confidence = "verified_secondary", sources = ["S"], note = "n", check_with = "joint_centre" }'
    (row,) = read_regimes(_table(_fields(limit_distance_km=said))).regimes
    provision = row.provisions["limit_distance_km"]
    assert (provision.value, provision.confidence, provision.sources) == (25.0, "verified_secondary", ("S",))
    assert (provision.note, provision.check_with) == ("n", "joint_centre")


def test_codes_stand_in_the_order_of_the_words_and_days_are_days() -> None:
    fields = _fields(officer_duties=_field('["obey_host", "prove_office"]'), valid_from=_field("2023-10-01"))
    (row,) = read_regimes(_table(fields)).regimes
    assert row.value("officer_duties") == ("prove_office", "obey_host")
    assert row.value("valid_from") == date(2023, 10, 1)


def test_a_row_may_hold_for_one_day() -> None:
    (row,) = read_regimes(_table(_fields(valid_from=_field("2023-10-01"), valid_to=_field("2023-10-01")))).regimes
    assert row.day("valid_from") == row.day("valid_to") == date(2023, 10, 1)


def test_a_row_of_several_pairs_is_several_rows() -> None:
    table = read_regimes(_table(row='id = "t"\nservice = "customs"\npairs = ["BE-NL", "NL-BE"]'))
    assert [(row.id, row.service) for row in table.regimes] == [("t/BE-NL", "customs"), ("t/NL-BE", "customs")]


def test_a_later_basis_and_the_row_itself_overrule_an_earlier_basis() -> None:
    more = "[basis.c]\nhold = " + _field('"yes"') + "\n"
    text = _table(_fields(hold=_field('"none"'))).replace("[[regime]]", f"{more}[[regime]]")
    text = text.replace('extends = ["b"]', 'extends = ["b", "c"]\nmode_air = ' + _field('"no"'))
    (row,) = read_regimes(text).regimes
    assert (row.value("hold"), row.value("mode_air")) == ("yes", "no")


def test_the_version_names_the_text() -> None:
    assert read_regimes(_table()).version == read_regimes(_table()).version
    assert read_regimes(_table()).version != read_regimes(_table() + "\n").version


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        (_fields(hold=""), "regime t: expected all 46 fields, got no hold"),
        (_fields(holdd=_field('"yes"')), "basis b: expected a field such as instrument or hold, got 'holdd'"),
        (_fields(hold='"yes"'), "basis b, hold: expected a table, got 'yes'"),
        (_fields(hold='{ value = "yes", sources = ["S"] }'), "hold: expected value, .* got no confidence"),
        (_fields(hold='{ value = "yes", confidence = "verified" }'), "hold: expected value, .* got no sources"),
        (_fields(hold=_field('"yes"')[:-1] + ", why = 1 }"), "hold: expected one of value, .* got 'why'"),
        (_fields(hold=_field('"perhaps"')), "hold: expected one of none, unknown, .* got 'perhaps'"),
        (_fields(hold=_field("true")), "hold: expected one of .* got True"),
        (_fields(hold=_field('"yes"', '"sure"')), "hold, confidence: expected one of verified, .* got 'sure'"),
        (_fields(hold=_field('"yes"', sources='["T"]')), "hold, sources: expected one of S, got 'T'"),
        (_fields(hold=_field('"yes"', sources='"S"')), "hold, sources: expected a list of texts, got 'S'"),
        (_fields(hold=_field('"unknown"')), "hold: expected the confidence unsure with the value unknown"),
        (_fields(limit_distance_km=_field('"ten"')), "limit_distance_km: expected a number above 0, or .* got 'ten'"),
        (_fields(limit_distance_km=_field("-1")), "expected a number above 0, or .* got -1"),
        (_fields(limit_distance_km=_field("0")), "expected a number above 0, or .* got 0"),
        (_fields(limit_distance_km=_field("nan")), "expected a number above 0, or .* got nan"),
        (_fields(limit_distance_km=_field("inf")), "expected a number above 0, or .* got inf"),
        (_fields(limit_distance_km=_field("true")), "expected a number above 0, or .* got True"),
        (_fields(valid_from=_field('"2023"')), "valid_from: expected a day as 2023-10-01, or .* got '2023'"),
        (_fields(valid_from=_field("2023-10-01T00:00:00Z")), "valid_from: expected a day as 2023-10-01, or"),
        (
            _fields(limit_distance_from=_field('"zone_polygon"')),
            "limit_distance_from: expected a distance that is measured here, got 'zone_polygon': write unknown",
        ),
        (_fields(instrument=_field('" "')), "instrument: expected a text, or .* got ' '"),
        (_fields(trigger=_field("[]")), r"trigger: expected codes, each once, or unknown or none alone, got \[\]"),
        (_fields(trigger=_field('["suspected", "suspected"]')), "trigger: expected codes, each once, .*"),
        (_fields(host_may=_field('["none", "take_over"]')), "host_may: expected codes, .* unknown or none alone, got"),
        (_fields(trigger=_field('["bored"]')), "trigger: expected one of caught_in_act, .* got 'bored'"),
        (_fields(trigger=_field("[1]")), r"trigger: expected a list of texts, got \[1\]"),
        (_fields(offence_list=_field('"m"')), "offence_list: expected one of l, got 'm'"),
        (
            _fields(valid_from=_field("2023-10-01"), valid_to=_field("2023-09-30")),
            "regime t, valid_to: expected a day from valid_from 2023-10-01 on, got 2023-09-30",
        ),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit_is_refused_with_its_place(fields: str, complaint: str) -> None:
    with pytest.raises(RegimeError, match=f"own.toml, .*{complaint}"):
        read_regimes(_table(fields), "own.toml")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('id = "t"\npairs = ["BE-XX"]', "regime t, pairs: expected ISO 3166 codes of European states .* got 'XX'"),
        ('id = "t"\npairs = ["BE-BE"]', "regime t, pairs: expected pairs of two states such as BE-NL, got 'BE-BE'"),
        ('id = "t"\npairs = ["BENL"]', "regime t, pairs: expected pairs of two states such as BE-NL, got 'BENL'"),
        ('id = "t"\npairs = []', "regime t, pairs: expected pairs of two states such as BE-NL, got"),
        ('id = "t"', "regime t, pairs: expected a list of texts, got None"),
        ('pairs = ["BE-NL"]', "regime 1, id: expected lower-case letters, .* got None"),
        ('id = "T t"\npairs = ["BE-NL"]', "regime 1, id: expected lower-case letters, .* got 'T t'"),
        ('id = "t"\nservice = "army"\npairs = ["BE-NL"]', "regime t, service: expected one of police, .* got 'army'"),
        ('id = "t"\npairs = ["BE-NL", "BE-NL"]', "regime t/BE-NL: expected each row once, got it again"),
        ('id = "t"\npairs = ["BE-NL"]\nfrom = "BE"', "regime t: expected a field such as .* got 'from'"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_refused_with_its_place(row: str, complaint: str) -> None:
    with pytest.raises(RegimeError, match=f"own.toml, {complaint}"):
        read_regimes(_table(row=row), "own.toml")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", r"own.toml: expected at least one \[\[regime\]\], got none"),
        ("regime = 3", r"own.toml: expected at least one \[\[regime\]\], got none"),
        ("regime = [3]", "own.toml, regime 1: expected a table, got 3"),
        ("[regime", "own.toml: expected TOML, got"),
        ("a = " + "[" * 3000, "own.toml: expected TOML, got"),
        ("a = " + "9" * 5000, "own.toml: expected TOML, got"),
        ("[rules]", "own.toml: expected one of sources, offence_list, basis, regime, got 'rules'"),
        ("[sources]\nS = 3", "own.toml, sources, S: expected a text, got 3"),
        ("sources = 3", "own.toml, sources: expected a table, got 3"),
        (_table().replace('extends = ["b"]', 'extends = ["c"]'), "regime t, extends: expected one of b, got 'c'"),
        (_table().replace('["murder"]', "[]"), r"offence_list l, offences: expected codes, each once, got \[\]"),
        (_table().replace('["murder"]', "7"), "own.toml, offence_list l, offences: expected a list of texts, got 7"),
        (_table(more=_SAME_ROW), "regime t/BE-NL: expected each row once"),
    ],
)  # fmt: skip
def test_a_text_that_is_no_table_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(RegimeError, match=complaint):
        read_regimes(text, "own.toml")


@pytest.mark.parametrize("at", range(0, len(_SHIPPED), len(_SHIPPED) // 40))
def test_the_shipped_table_cut_off_anywhere_is_read_or_refused(at: int) -> None:
    with suppress(RegimeError):
        assert read_regimes(_SHIPPED[:at]).regimes
