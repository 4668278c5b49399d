"""What a treaty row says, field by field: the words each field knows, which word is the stricter, and whom to ask.

Three words mean the same in every field: `unknown` (not read: a person must ask), `none` (there is no such limit, list
or duty) and `not_applicable` (the question does not arise). Unknown stands between the restrictions and the
permissions: it never hides a limit that is known, and never passes for leave.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "FIELDS", "FIELD_BY_NAME", "NONE", "NOT_APPLICABLE", "UNKNOWN", "CheckWith", "Field", "Kind", "Strictness", "Value",
    "is_permission", "strictness",
]  # fmt: skip

UNKNOWN, NONE, NOT_APPLICABLE = "unknown", "none", "not_applicable"

CheckWith = Literal["own_legal_service", "host_room", "joint_centre"]
Kind = Literal["text", "code", "codes", "number", "date"]
Comparison = Literal["first", "more", "fewer", "lower", "higher", "neither"]
Value = str | float | date | tuple[str, ...]
"""A code or a text, a number, a day, or several codes; the three words above are possible in each."""
Strictness = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a treaty row says.

    Attributes:
        name: its name in the table and on the card; a number's unit stands in it.
        path: where it stands in the JSON of `senningen law`.
        kind: what its value is.
        words: the codes it may have, strictest first; empty where any text, number or day will do.
        stricter: which of two values is: the `first` in `words`, `more` or `fewer` codes, the `lower` or `higher`
            number, or `neither`.
        check_with: whom to ask where it is unknown.
    """

    name: str
    path: tuple[str, ...]
    kind: Kind
    words: tuple[str, ...] = ()
    stricter: Comparison = "neither"
    check_with: CheckWith = "own_legal_service"


def _plain(name: str, kind: Kind, path: str = "", *words: str) -> Field:
    return Field(name, _path(path or name), kind, words)


def _number(name: str, stricter: Comparison, path: str, check_with: CheckWith = "own_legal_service") -> Field:
    return Field(name, _path(path), "number", (), stricter, check_with)


def _word(name: str, words: str, check_with: CheckWith, path: str = "") -> Field:
    return Field(name, _path(path or name), "code", tuple(words.split()), "first", check_with)


def _words(name: str, words: str, stricter: Comparison, check_with: CheckWith, path: str = "") -> Field:
    return Field(name, _path(path or name), "codes", tuple(words.split()), stricter, check_with)


def _path(dotted: str) -> tuple[str, ...]:
    return tuple(dotted.split("."))


_NO_IS_STRICTER = "no unknown yes"
_YES_IS_STRICTER = "yes unknown no"
_YES_IF_ASKED = "yes unknown no not_applicable"
_LAW: CheckWith = "own_legal_service"
_HOST: CheckWith = "host_room"
_TRIGGERS = "caught_in_act suspected escaped_custody evaded_border_check evaded_police_check unknown any_lawful_pursuit"
_OFFENCE_RULES = "closed_list min_penalty eaw extraditable unknown none"
_RECIPIENTS = (
    "control_room/by_crossing_district control_room/national federal_police/by_crossing_district "
    "liaison_office/by_crossing_district national_reporting_point/national prosecutor/by_crossing_district "
    "joint_centre/fixed named_commands/fixed customs_centre/national customs_offices/fixed unknown none"
)
_DUTIES = (
    "uniform_or_mark no_plain_plus_unmarked prove_office obey_host weapon_self_defence hand_over_at_once "
    "report_in_person report_every_action report_force stay_available report_priority_rights "
    "registers_under_host_officer return_data_not_needed unknown none"
)

FIELDS: tuple[Field, ...] = (
    _plain("instrument", "text", "legal_basis.instrument"),
    _plain("article", "text", "legal_basis.article"),
    _plain("url", "text", "legal_basis.url"),
    _plain("status", "code", "status", "in_force", "signed_not_in_force", "repealed", UNKNOWN),
    _plain("valid_from", "date"),
    _plain("valid_to", "date"),
    _words("trigger", _TRIGGERS, "fewer", _LAW),
    _number("trigger_max_km_before_border", "lower", "trigger_params.max_km_before_border_in_sending_state"),
    _word("trigger_stop_signal_ignored", _YES_IF_ASKED, _LAW, "trigger_params.stop_signal_ignored"),
    _word("trigger_public_danger", _YES_IF_ASKED, _LAW, "trigger_params.public_danger"),
    _words("offence_rule", _OFFENCE_RULES, "fewer", _LAW, "offence_rule.any_of"),
    _plain("offence_list", "text", "offence_rule.list_id"),
    _number("min_penalty_months", "higher", "offence_rule.months"),
    _word("min_penalty_both_states", _YES_IF_ASKED, _LAW, "offence_rule.both_states"),
    _word("urgency_required", _YES_IS_STRICTER, _LAW),
    _number("limit_distance_km", "lower", "limit.distance_km", _HOST),
    _plain(
        "limit_distance_from", "code", "limit.distance_from", "border_line", "crossing_point", "along_track",
        "named_point", "zone_polygon", UNKNOWN, NOT_APPLICABLE,
    ),
    _plain("limit_named_point", "text", "limit.named_point"),
    _number("limit_motorway_km", "lower", "limit.distance_by_road_class.motorway_km", _HOST),
    _number("limit_other_km", "lower", "limit.distance_by_road_class.other_km", _HOST),
    _number("limit_time_min", "lower", "limit.time_min", _HOST),
    _word("limit_combine", "or unknown and not_applicable", _HOST, "limit.combine"),
    _word("hold", "none unknown citizen_seizure_only until_host_arrives yes", _HOST),
    _word("mode_road", _NO_IS_STRICTER, _HOST, "modes.road"),
    _word("mode_rail", _NO_IS_STRICTER, _HOST, "modes.rail"),
    _word("mode_water", _NO_IS_STRICTER, _HOST, "modes.water"),
    _word("mode_sea", _NO_IS_STRICTER, _HOST, "modes.sea"),
    _word("mode_air", _NO_IS_STRICTER, _HOST, "modes.air"),
    _word("homes_excluded", _YES_IS_STRICTER, _HOST),
    _word("nonpublic_places_excluded", _YES_IS_STRICTER, _HOST),
    _word("business_hours_exception", "no unknown yes", _HOST),
    _word("notify_latest", "before_if_possible at_crossing unknown immediately_after", _HOST, "notify.latest"),
    _words("notify_recipients", _RECIPIENTS, "more", _HOST, "notify.recipients"),
    _words(
        "notify_copies", "pccc_luxembourg ccpd_tournai epicc_kerkrade gz_kehl unknown none", "more", "joint_centre",
        "notify.copy",
    ),
    _words(
        "notify_min_content", "officer_identity_and_status facts_of_offence person_identity_if_known unknown none",
        "more", _HOST, "notify.min_content",
    ),
    _word("notify_ack_expected", _YES_IS_STRICTER, _LAW, "notify.ack_expected"),
    _plain("notify_ack_basis", "text", "notify.ack_basis"),
    _words("host_may", "stop_order take_over conditions unknown none", "more", _LAW),
    _words("stop_rules", "host_order host_takes_over disproportionate_danger unknown none", "more", _HOST),
    _words("officer_duties", _DUTIES, "more", _LAW),
    _word("six_hour_rule", _YES_IS_STRICTER, _LAW),
    _word("onward_allowed", _NO_IS_STRICTER, _LAW),
    _words("languages", "nl fr de lb en unknown none", "neither", _LAW),
    _plain("source_date", "date"),
    _plain("last_reviewed", "date"),
    _plain("reviewer", "text"),
)  # fmt: skip
"""Every field of a row, in the order of the card."""

FIELD_BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

_RESTRICTION, _OPEN, _PERMISSION = 0, 1, 2


def strictness(field: Field, value: Value) -> Strictness:
    """A key by which the stricter of two values of `field` sorts first."""
    if value in (UNKNOWN, (UNKNOWN,)):
        return (_OPEN, 0.0, 0.0)
    if field.stricter == "neither":
        return (_RESTRICTION, 0.0, 0.0)
    if value in (NONE, (NONE,), NOT_APPLICABLE) and field.stricter != "first":
        return (_PERMISSION, 1.0 if value == NOT_APPLICABLE else 0.0, 0.0)
    if isinstance(value, tuple):
        return _codes_strictness(field, value)
    if isinstance(value, str):
        return _place_in_words(field, value)
    return _number_strictness(field, value)


def is_permission(field: Field, value: Value) -> bool:
    """Whether the value allows something, so that it must be sure to be shown as such."""
    return strictness(field, value)[0] == _PERMISSION


def _codes_strictness(field: Field, codes: tuple[str, ...]) -> Strictness:
    """More duties are stricter; fewer occasions are, and the widest of them counts."""
    if field.stricter == "more":
        return (_RESTRICTION, -len(codes), 0.0)
    band, place, _ = max(_place_in_words(field, code) for code in codes)
    return (band, place, len(codes))


def _place_in_words(field: Field, word: str) -> Strictness:
    place, unknown_at = field.words.index(word), field.words.index(UNKNOWN)
    return (_RESTRICTION if place < unknown_at else _PERMISSION, place, 0.0)


def _number_strictness(field: Field, number: float | object) -> Strictness:
    amount = float(number) if isinstance(number, int | float) else 0.0
    return (_RESTRICTION, -amount if field.stricter == "higher" else amount, 0.0)
