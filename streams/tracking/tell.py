"""What TRACK tells of a unit: crossings and presence to its pursuits, trails to their audience, places to its room."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import get_args

from msgspec.structs import replace

from geo.approach import Approach as GeoApproach
from geo.contact import Contact
from geo.crossing import Crossing as GeoCrossing
from geo.reading import instant, micros
from geo.settings import TrackerSettings
from streams.records import (
    Approach,
    Crossing,
    Fix,
    FixesRefused,
    Judged,
    Mode,
    Output,
    Sighting,
    Trail,
    UnitApproaching,
    UnitContact,
    UnitCrossed,
    UnitFixesRefused,
    UnitMoved,
    UnitPlace,
    UnitPresent,
    UnitsPicture,
    encode,
)
from streams.topics import REPORTS, TRAILS, UNITS
from streams.tracking.state import Case, TrackedUnit, territory_codes

__all__ = [
    "approaches", "contact", "crossing_record", "crossings", "full_pictures", "moved", "overdue_presence", "pictures",
    "presence", "refusals", "trails",
]  # fmt: skip

_SHIFT = timedelta(hours=12)
_GRAVEST_FIRST = get_args(Mode)
"""A unit that is in a real pursuit besides an exercise is shown as real."""
_PLACES_A_RECORD = 500
"""About 200 kB; Kafka takes 1 MB."""


def crossing_record(crossing: GeoCrossing, fix: Fix, odometer_m: float | None) -> Crossing:
    """A crossing as the wire says it; `fix` is the one that showed it, `odometer_m` the unit's where it crossed."""
    return Crossing(
        id=crossing.id,
        unit=crossing.unit,
        left=territory_codes(crossing.left),
        entered=territory_codes(crossing.entered),
        at=crossing.at,
        not_before=crossing.not_before,
        not_after=crossing.not_after,
        lat=crossing.lat,
        lon=crossing.lon,
        status=crossing.status,
        confirmed_at=crossing.confirmed_at,
        guess=crossing.guess,
        late=crossing.late,
        start_unsure=crossing.start_unsure,
        received_at=fix.received_at,
        odometer_m=_rounded(odometer_m),
    )


def trails(unit: TrackedUnit, fix: Fix, judged: Judged) -> tuple[Output, ...]:
    """The fix as received and as judged, for every pursuit the unit is in."""
    records = (
        Trail(case=case, fix=fix, judged=judged, audience=unit.cases[case].audience, mode=unit.cases[case].mode)
        for case in unit.joined
    )
    return tuple(
        Output(topic=TRAILS.name, key=trail.case, partition_by=trail.case, value=encode(trail).decode())
        for trail in records
    )


def crossings(unit: TrackedUnit, fix: Fix, crossed: tuple[Crossing, ...]) -> tuple[Output, ...]:
    """One report per crossing and pursuit, each with an id that a repeat has too; `fix` is the one that told them.

    A pursuit that was not yet told where the unit is learns of its crossings with its presence, not here.
    """
    seen = _sighting(unit)
    told = [case for case in unit.joined if unit.cases[case].present_told]
    if seen is None:
        return ()
    reports = (
        UnitCrossed(
            id=f"{case}|{_report_key(crossing, fix)}",
            case=case,
            mode=unit.cases[case].mode,
            happened_at=crossing.at,
            unit=unit.unit,
            crossing=crossing,
            seen=seen,
        )
        for crossing in crossed
        for case in told
    )
    return tuple(_report(report) for report in reports)


def approaches(
    unit: TrackedUnit, told: Sequence[GeoApproach], cases: Sequence[str], number: int | None
) -> tuple[Output, ...]:
    """One report per approach and pursuit: that a state will be entered, that it was, or that it will not be.

    `number` is that of the fix that told it; None where a pursuit that a unit joins is told what was known before.
    """
    seen = _sighting(unit)
    if seen is None:
        return ()
    reports = (
        UnitApproaching(
            id=f"{case}|{_approach_key(approach, seen, number)}",
            case=case,
            mode=unit.cases[case].mode,
            happened_at=seen.observed_at,
            unit=unit.unit,
            approach=_approach_record(unit.unit, approach),
            seen=seen,
        )
        for approach in told
        for case in cases
    )
    return tuple(_report(report) for report in reports)


def _approach_key(approach: GeoApproach, seen: Sighting, number: int | None) -> str:
    """The first word on an approach has its name, the last its outcome, and those between the number of their fix."""
    if approach.outcome != "open":
        return f"{approach.id}|{approach.outcome}"
    first = number is None or approach.announced_us == micros(seen.observed_at)
    return approach.id if first else f"{approach.id}|{number}"


def _approach_record(unit: str, approach: GeoApproach) -> Approach:
    return Approach(
        id=approach.id,
        unit=unit,
        to=approach.to,
        entered=approach.entered,
        announced_at=instant(approach.announced_us),
        eta=instant(approach.eta_us),
        eta_from=instant(approach.eta_from_us),
        eta_to=instant(approach.eta_to_us),
        lat=approach.lat,
        lon=approach.lon,
        probability=round(approach.probability, 3),
        outcome=approach.outcome,
        settled_at=None if approach.settled_us is None else instant(approach.settled_us),
    )


def contact(unit: TrackedUnit, told: Contact, cases: Sequence[str]) -> tuple[Output, ...]:
    """That contact was lost, or regained: one report for each pursuit, under the same id whoever has noticed it first.

    `unit` is as it was then: lost, with its newest fix before the silence; regained, with the fix that ended it.
    """
    seen = _sighting(unit)
    if seen is None:
        return ()
    reports = (
        UnitContact(
            id=f"{case}|{told.id}",
            case=case,
            mode=unit.cases[case].mode,
            happened_at=told.at,
            unit=unit.unit,
            kind=told.kind,
            silent_since=told.silent_since,
            seen=seen,
        )
        for case in cases
    )
    return tuple(_report(report) for report in reports)


def _report_key(crossing: Crossing, fix: Fix) -> str:
    """A crossing that was told before comes again under the name of its new status."""
    told_now = crossing.id.startswith(f"{fix.unit}|{fix.boot}|{fix.n}|")
    return crossing.id if told_now else f"{crossing.id}|{crossing.status}"


def presence(unit: TrackedUnit, case: str) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """The answer to a membership: where the unit is and its latest crossings, or that nothing is known of it yet."""
    part, seen = unit.cases[case], _sighting(unit)
    basis = f"{unit.last.boot}|{unit.last.n}" if unit.last else "unseen"
    report = UnitPresent(
        id=f"{case}|{unit.unit}|present|{part.event}|{basis}",
        case=case,
        mode=part.mode,
        happened_at=seen.observed_at if seen else part.opened_at,
        unit=unit.unit,
        event=part.event,
        seen=seen,
        crossings=unit.crossings,
        service=unit.last.service if unit.last else "",
        movement=unit.last.movement if unit.last else "road",
    )
    after = replace(part, present_told=seen is not None, told_at_m=_driven_m(unit))
    return replace(unit, cases={**unit.cases, case: after}), (_report(report),)


def overdue_presence(unit: TrackedUnit) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """A unit of which nothing was known when it joined is reported with its first fix."""
    outputs: tuple[Output, ...] = ()
    for case in unit.joined:
        if not unit.cases[case].present_told:
            unit, sends = presence(unit, case)
            outputs += sends
    return unit, outputs


def moved(
    unit: TrackedUnit, sent: Sequence[Output], settings: TrackerSettings
) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """Tell each pursuit to which nothing was told of the unit for so long a way where it is now.

    `sent` are the reports that its newest fix has already made.
    """
    if not unit.cases:
        return unit, ()
    seen, now_m, told = _sighting(unit), _driven_m(unit), {output.key for output in sent}
    if seen is None or now_m is None or unit.last is None:
        return unit, ()
    far = [case for case in unit.joined if case not in told and _is_far(unit.cases[case], now_m, settings)]
    reports = (
        UnitMoved(
            id=f"{case}|moved|{unit.unit}|{unit.last.boot}|{unit.last.n}",
            case=case,
            mode=unit.cases[case].mode,
            happened_at=seen.observed_at,
            unit=unit.unit,
            seen=seen,
        )
        for case in far
    )
    knowing = {case: replace(unit.cases[case], told_at_m=now_m) for case in (*told, *far)}
    after = replace(unit, cases=unit.cases | knowing) if knowing else unit
    return after, tuple(_report(report) for report in reports)


def _is_far(part: Case, now_m: float, settings: TrackerSettings) -> bool:
    """A pursuit that knows no odometer of the unit yet is told at once, so that it can reckon from there."""
    return part.told_at_m is None or now_m - part.told_at_m >= max(settings.moved_every_m, 1.0)


def refusals(unit: TrackedUnit, refused: FixesRefused) -> tuple[Output, ...]:
    """A door refuses fixes of this unit: every pursuit it is in is told."""
    return tuple(
        _report(
            UnitFixesRefused(
                id=f"{case}|{refused.id}",
                case=case,
                mode=unit.cases[case].mode,
                happened_at=refused.at,
                unit=unit.unit,
                refused=refused,
                room=unit.last.room if unit.last else None,
            )
        )
        for case in unit.joined
    )


def pictures(units: Mapping[str, TrackedUnit], moved: set[str], *, full: bool = False) -> tuple[Output, ...]:
    """The places of those units that moved, by home room; several records where a room has very many of them."""
    rooms: dict[str, list[UnitPlace]] = {}
    for name in sorted(moved & units.keys()):
        unit = units[name]
        if unit.last is not None:
            rooms.setdefault(unit.last.room, []).append(_place(unit, unit.last))
    records = (
        UnitsPicture(room=room, full=full, units=tuple(places[first : first + _PLACES_A_RECORD]))
        for room, places in sorted(rooms.items())
        for first in range(0, len(places), _PLACES_A_RECORD)
    )
    return tuple(
        Output(topic=UNITS.name, key=picture.room, partition_by=picture.room, value=encode(picture).decode())
        for picture in records
    )


def full_pictures(units: Mapping[str, TrackedUnit], at: datetime) -> tuple[Output, ...]:
    """The places of all units heard of within a shift before `at`, so that a console that comes later sees them too."""
    heard = {name for name, unit in units.items() if unit.last and at - unit.last.received_at <= _SHIFT}
    return pictures(units, heard, full=True)


def _place(unit: TrackedUnit, last: Fix) -> UnitPlace:
    joined = unit.joined
    return UnitPlace(
        unit=unit.unit,
        observed_at=last.observed_at,
        received_at=last.received_at,
        lat=last.lat,
        lon=last.lon,
        accuracy_m=last.accuracy_m,
        speed_mps=last.speed_mps,
        course_deg=last.course_deg,
        territory=unit.territory or (),
        clock_offset_s=last.clock_offset_s,
        cases=joined,
        mode=min((unit.cases[case].mode for case in joined), key=_GRAVEST_FIRST.index, default=last.mode),
    )


def _sighting(unit: TrackedUnit) -> Sighting | None:
    last = unit.last
    if last is None or unit.territory is None:
        return None
    return Sighting(
        observed_at=last.observed_at,
        lat=last.lat,
        lon=last.lon,
        territory=unit.territory,
        received_at=last.received_at,
        speed_mps=last.speed_mps,
        course_deg=last.course_deg,
        odometer_m=_rounded(_driven_m(unit)),
    )


def _driven_m(unit: TrackedUnit) -> float | None:
    return unit.odometer.driven_m if unit.odometer else None


def _rounded(metres: float | None) -> float | None:
    """A decimetre is far below what a receiver knows."""
    return None if metres is None else round(metres, 1)


def _report(report: UnitPresent | UnitCrossed | UnitApproaching | UnitMoved | UnitContact | UnitFixesRefused) -> Output:
    return Output(topic=REPORTS.name, key=report.case, partition_by=report.case, value=encode(report).decode())
