"""Treaty rows made up for tests: one that is complete and allows all, and any other that a field's words permit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from borders.regime_fields import FIELD_BY_NAME, FIELDS, NONE, NOT_APPLICABLE, UNKNOWN, Field, Value
from borders.regimes import Confidence, Provision, Regime, RegimeTable, Service

DAY = date(2026, 1, 1)
_ALLOWS_ALL: Mapping[str, Value] = {
    "instrument": "Treaty of Nowhere", "article": "Art. 1", "url": NONE, "status": "in_force",
    "valid_from": date(2000, 1, 1), "valid_to": NONE, "trigger": ("any_lawful_pursuit",), "offence_rule": (NONE,),
    "limit_distance_km": NONE, "limit_time_min": NONE, "limit_distance_from": NOT_APPLICABLE, "hold": "yes",
    "mode_road": "yes", "mode_rail": "yes", "mode_water": "yes", "mode_sea": "yes", "mode_air": "yes",
    "urgency_required": "no", "homes_excluded": "no", "nonpublic_places_excluded": "no",
    "business_hours_exception": "yes", "notify_latest": "immediately_after", "notify_ack_expected": "no",
    "six_hour_rule": "no", "onward_allowed": "yes", "source_date": date(2020, 1, 1), "last_reviewed": date(2025, 1, 1),
    "limit_combine": NOT_APPLICABLE,
}  # fmt: skip


def provision(field: str, value: Value, confidence: Confidence | None = None, note: str = "") -> Provision:
    unknown = value in (UNKNOWN, (UNKNOWN,))
    sure: Confidence = "unsure" if unknown else "verified"
    return Provision(value, confidence or sure, ("SRC",), FIELD_BY_NAME[field].check_with, note)


def regime(
    row_id: str = "treaty/BE-NL",
    *,
    service: Service = "police",
    unsure: tuple[str, ...] = (),
    without_source: tuple[str, ...] = (),
    also: Mapping[str, Value] | None = None,
    **values: Value,
) -> Regime:
    """A row that allows all, but for `values` and `also`; its pair is the end of its id."""
    provisions = {field.name: provision(field.name, _allowed(field)) for field in FIELDS}
    provisions |= {name: provision(name, value) for name, value in (values | dict(also or {})).items()}
    provisions |= {name: replace(provisions[name], confidence="unsure") for name in unsure}
    provisions |= {name: replace(provisions[name], sources=()) for name in without_source}
    from_state, _, to_state = row_id.rpartition("/")[2].partition("-")
    return Regime(row_id, from_state, to_state, service, provisions)


def table(*rows: Regime) -> RegimeTable:
    return RegimeTable(rows, {}, {"SRC": "a text"}, "regimes-made")


def _allowed(field: Field) -> Value:
    if field.name in _ALLOWS_ALL:
        return _ALLOWS_ALL[field.name]
    return (NONE,) if field.kind == "codes" else NOT_APPLICABLE


def values(field: Field) -> st.SearchStrategy[Value]:
    """Whatever the table may say in a field."""
    if field.kind == "code":
        return st.sampled_from(field.words)
    if field.kind == "codes":
        words = [word for word in field.words if word not in (UNKNOWN, NONE)]
        several = st.sets(st.sampled_from(words), min_size=1).map(lambda said: tuple(sorted(said, key=words.index)))
        alone = st.sampled_from([(word,) for word in field.words if word in (UNKNOWN, NONE)])
        return st.one_of(alone, several)
    plain = st.sampled_from((UNKNOWN, NONE, NOT_APPLICABLE))
    if field.kind == "number":
        return st.one_of(plain, st.integers(1, 500).map(float))
    if field.kind == "date":
        return st.one_of(plain, st.dates(date(1960, 1, 1), date(2030, 1, 1)))
    return st.one_of(plain, st.just("a text"))


_SAID_OF_THE_LAW = [field for field in FIELDS if field.name not in ("status", "valid_from", "valid_to")]


@st.composite
def holding_rows(draw: st.DrawFn, row_id: str) -> Regime:
    """A row that holds on DAY and says anything at all besides, surely or not."""
    changed = draw(st.sets(st.sampled_from(_SAID_OF_THE_LAW), max_size=8))
    said = {field.name: draw(values(field)) for field in sorted(changed, key=FIELDS.index)}
    unsure = tuple(name for name in said if draw(st.booleans()))
    return regime(row_id, unsure=unsure, also=said)
