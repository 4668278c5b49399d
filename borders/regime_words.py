"""The English words of the treaty rows: what a field is called, and how its value, its doubt and its sources read."""

from collections.abc import Mapping
from datetime import date

from borders.regime_fields import NONE, NOT_APPLICABLE, UNKNOWN, CheckWith, Field, Value
from borders.regimes import Confidence

__all__ = ["CONFIDENCES", "NOT_ADVICE", "WHOM", "field_label", "value_words"]

NOT_ADVICE = (
    "Not legal advice: each force's legal service signs this off before it is used. "
    "Whether to cross, and what to do there, is for people to decide."
)
WHOM: Mapping[CheckWith, str] = {
    "own_legal_service": "your own legal service",
    "host_room": "the host's control room",
    "joint_centre": "the joint centre",
}
CONFIDENCES: Mapping[Confidence, str] = {
    "verified": "read in the text",
    "verified_secondary": "read in a secondary text",
    "from_memory": "from memory, no text found",
    "unsure": "unsure",
}
_LABELS: Mapping[str, str] = {
    "instrument": "Legal basis",
    "url": "Where to read it",
    "valid_from": "First day",
    "valid_to": "Last day",
    "trigger": "Occasion",
    "trigger_max_km_before_border": "A check was evaded within, before the border",
    "trigger_stop_signal_ignored": "A stop signal was ignored",
    "trigger_public_danger": "Public safety was endangered",
    "min_penalty_months": "Least penalty",
    "min_penalty_both_states": "Least penalty in both states",
    "urgency_required": "Only if urgent",
    "limit_distance_km": "Distance limit",
    "limit_distance_from": "Distance counts from",
    "limit_named_point": "Named point",
    "limit_motorway_km": "Distance limit on motorways",
    "limit_other_km": "Distance limit on other roads",
    "limit_time_min": "Time limit",
    "limit_combine": "Distance and time",
    "hold": "May hold the person",
    "mode_road": "By road",
    "mode_rail": "By rail",
    "mode_water": "By inland water",
    "mode_sea": "By sea",
    "mode_air": "By air",
    "homes_excluded": "Homes are closed to the pursuers",
    "nonpublic_places_excluded": "Non-public places are closed to them",
    "business_hours_exception": "Business rooms are open in opening hours",
    "notify_latest": "Tell the host at the latest",
    "notify_recipients": "Whom to tell",
    "notify_copies": "Copies to",
    "notify_min_content": "Must at least say",
    "notify_ack_expected": "Acknowledgement is due",
    "notify_ack_basis": "Basis of the acknowledgement",
    "host_may": "The host may",
    "stop_rules": "Ends on",
    "officer_duties": "Officers' duties",
    "six_hour_rule": "A held person is freed after six hours",
    "onward_allowed": "On into a third state",
    "source_date": "Day of the source",
}
_IN_WORDS: Mapping[str, str] = {
    "any_lawful_pursuit": "any lawful pursuit",
    "border_line": "the border, as the crow flies",
    "crossing_point": "the point of crossing, as the crow flies",
    "along_track": "the point of crossing, along the road driven",
    "named_point": "a named point",
    "eaw": "European arrest warrant",
    "extraditable": "extraditable offence",
    "min_penalty": "offence with a least penalty",
    "or": "ends at whichever is reached first",
    "and": "ends when both are reached",
    "citizen_seizure_only": "only as anyone may: seize and hand over",
    "until_host_arrives": "yes, until the host's officers arrive",
    NOT_APPLICABLE: "does not arise",
    "pccc_luxembourg": "PCCC Luxembourg",
    "ccpd_tournai": "CCPD Tournai",
    "epicc_kerkrade": "EPICC Kerkrade",
    "gz_kehl": "Gemeinsames Zentrum Kehl",
    "weapon_self_defence": "weapon in self-defence only",
    "no_plain_plus_unmarked": "no plain clothes in an unmarked car",
    "uniform_or_mark": "uniform, or a mark on arm or car",
    "report_every_action": "report every action, also without a seizure",
}
_NONE_IN_WORDS: Mapping[str, str] = {
    "limit_distance_km": "no limit",
    "limit_motorway_km": "no limit",
    "limit_other_km": "no limit",
    "limit_time_min": "no limit",
    "hold": "no",
    "offence_rule": "any offence",
    "valid_to": "goes on",
    "reviewer": "nobody yet",
}


def field_label(field: Field) -> str:
    """What a field is called."""
    return _LABELS.get(field.name) or field.name.replace("_", " ").capitalize()


def value_words(field: Field, value: Value) -> str:
    """A value in words; unknown is `not known`, never an empty word."""
    if isinstance(value, tuple):
        return "; ".join(_word(field, code) for code in value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str):
        return _word(field, value)
    unit = next((unit for unit in ("months", "km", "min") if f"_{unit}_" in f"{field.name}_"), "")
    return f"{value:g} {unit}".strip()


def _word(field: Field, code: str) -> str:
    if code == UNKNOWN:
        return "not known"
    if code == NONE:
        return _NONE_IN_WORDS.get(field.name, "none")
    if field.kind == "text" and code != NOT_APPLICABLE:
        return code
    role, _, resolver = _IN_WORDS.get(code, code).replace("_", " ").partition("/")
    return f"{role} ({resolver})" if resolver else role
