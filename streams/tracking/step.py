"""One chunk of positions in; the units it changed and every record it sends out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_changes
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from geo.contact import Contact
from geo.crossing import Crossing as GeoCrossing
from geo.lookout import NOT_SEEN_YET, look_out
from geo.outcome import USED, Outcome
from geo.reading import Chunk, micros
from geo.settings import TrackerSettings
from geo.territory import TerritoryIndex
from geo.tracker import Observation, observe, rebase
from geo.tracks import Tracks, UnitTrack
from streams.records import Crossing, Due, Fix, FixesRefused, Judged, Membership, Output, SourcePlace
from streams.tracking import tell
from streams.tracking.odometer import Odometer, begin_odometer, drive_on, driven_at, with_last_marks
from streams.tracking.silence import take_due, tell_of_silence, tell_of_silence_ended
from streams.tracking.state import Case, TrackedUnit, geo_fix, territory_codes

__all__ = ["Input", "Stepped", "World", "step_chunk", "unit_of"]

_Said = TypeVar("_Said")

_ENDED_KEPT = 20
_CROSSINGS_KEPT = 100
"""The last ones of a unit whose fixes jump to and fro over a border: a presence and a state carry them all."""


@dataclass(frozen=True, slots=True)
class Input:
    """One readable record of `positions`, where it stood and when the broker took it."""

    record: Any
    place: SourcePlace
    at: datetime


@dataclass(frozen=True, slots=True)
class World:
    """The ground the units move on: the border layer, its hash, and the tracker's settings."""

    index: TerritoryIndex
    layer: str
    settings: TrackerSettings = field(default_factory=TrackerSettings)


@dataclass(frozen=True, slots=True)
class Stepped:
    """What a chunk made.

    Attributes:
        changed: the new states of the units that had a record in it.
        outputs: the records to send, in order.
        guarded: how many records were passed over, because they had been taken in before.
        other_log: units whose last record stood in another log than this one, so that their guard said nothing.
        outcomes: how many fixes came to what.
    """

    changed: dict[str, TrackedUnit]
    outputs: tuple[Output, ...]
    guarded: int
    other_log: tuple[str, ...]
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)


def step_chunk(units: Mapping[str, TrackedUnit], chunk: Sequence[Input], world: World) -> Stepped:
    """What this chunk of records means; `units` is not touched.

    The same states and records give the same outputs, however a stream is cut into chunks, but for the pictures of
    units, of which there is one per chunk and room.
    """
    fresh = _not_guarded(units, chunk)
    names = {unit_of(item.record) for item in fresh}
    known = {name: _on_this_layer(units[name], world) for name in sorted(names & units.keys())}
    changed: dict[str, TrackedUnit] = {}
    outputs: list[Output] = []
    outcomes: Counter[Outcome] = Counter()
    for run in _runs(fresh):
        judged = _judge(known | changed, run, world)
        outcomes.update(meant.outcome for meant in judged.of.values())
        for item in run:
            name = unit_of(item.record)
            unit = changed.get(name) or known.get(name) or TrackedUnit(unit=name, guard=item.place)
            after, sends = _take(unit, item, judged, world)
            changed[name] = replace(after, guard=item.place)
            outputs += sends
    moved = {item.record.unit for item in fresh if isinstance(item.record, Fix)}
    return Stepped(
        changed=changed,
        outputs=(*outputs, *tell.pictures(changed, moved)),
        guarded=len(chunk) - len(fresh),
        other_log=_in_another_log(known, fresh),
        outcomes=outcomes,
    )


def unit_of(record: Any) -> str:
    """The unit whose track a record of `positions` belongs to, by which it is partitioned."""
    return str(record.key if isinstance(record, Due) else record.unit)


def _not_guarded(units: Mapping[str, TrackedUnit], chunk: Sequence[Input]) -> list[Input]:
    """The records above their unit's guard; within a chunk, offsets rise by themselves."""
    fresh: list[Input] = []
    newest: dict[str, SourcePlace] = {}
    for item in chunk:
        name = unit_of(item.record)
        known = newest.get(name) or (units[name].guard if name in units else None)
        if known is None or not known.covers(item.place):
            newest[name] = item.place
            fresh.append(item)
    return fresh


def _in_another_log(known: Mapping[str, TrackedUnit], fresh: Sequence[Input]) -> tuple[str, ...]:
    """Units whose guard names another topic id or partition than their first record here."""
    first = {unit_of(item.record): item.place for item in reversed(fresh)}
    return tuple(
        name
        for name, unit in known.items()
        if (unit.guard.topic_id, unit.guard.partition) != (first[name].topic_id, first[name].partition)
    )


def _on_this_layer(unit: TrackedUnit, world: World) -> TrackedUnit:
    """A unit whose territory was read from another border layer is placed anew from its last fix, without a crossing.

    Where that puts it in another territory, its pursuits are told so with its next fix, as a presence.
    """
    if unit.track is None or unit.layer == world.layer:
        return unit
    track = rebase(unit.track, world.index)
    territory, cases = territory_codes(track.territory), unit.cases
    if territory != unit.territory:
        cases = {case: replace(part, present_told=False) for case, part in cases.items()}
    watched = {crossing.id for crossing in track.watch.passage.told} if track.watch else set()
    crossings = tuple(one for one in unit.crossings if one.status != "possible" or one.id in watched)
    return replace(unit, track=track, territory=territory, cases=cases, crossings=crossings, layer=world.layer)


def _runs(fresh: Sequence[Input]) -> Iterator[list[Input]]:
    """The records cut where a fix follows on a deadline of its unit: the tracker must know whether that one acted."""
    run: list[Input] = []
    due: set[str] = set()
    for item in fresh:
        if isinstance(item.record, Fix) and item.record.unit in due:
            yield run
            run, due = [], set()
        if isinstance(item.record, Due):
            due.add(item.record.key)
        run.append(item)
    if run:
        yield run


class _Meant(NamedTuple):
    """What the tracker made of a fix: what became of it, how that is told, and what it told."""

    outcome: Outcome
    judged: Judged
    crossings: tuple[GeoCrossing, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class _JudgedRun:
    """What the tracker made of the fixes of a run.

    Attributes:
        of: by the place of the record, what it made of its fix.
        tracks: the tracks of all units with a fix in it, after the run.
    """

    of: Mapping[SourcePlace, _Meant]
    tracks: Mapping[str, UnitTrack]


def _judge(known: Mapping[str, TrackedUnit], run: Sequence[Input], world: World) -> _JudgedRun:
    """All fixes of the run through the tracker in one call."""
    items = [item for item in run if isinstance(item.record, Fix)]
    fixes = [geo_fix(item.record) for item in items]
    names = sorted({fix.unit for fix in fixes})
    before = {name: track for name in names if name in known and (track := known[name].track) is not None}
    tracks = Tracks.of(before, world.index)
    seen = observe(tracks, Chunk.of(fixes, [item.at for item in items]), world.index, world.settings)
    tracks.adopt(seen.change)
    crossings, contacts = _by_fix(seen.crossings), _by_fix(seen.contacts)
    of = {
        item.place: _Meant(
            seen.outcome_of(at), _judged(seen, at, world.index), crossings.get(at, ()), contacts.get(at, ())
        )
        for at, item in enumerate(items)
    }
    return _JudgedRun(of, dict(tracks.units(names, world.index)))


def _by_fix(told: Sequence[tuple[int, _Said]]) -> dict[int, tuple[_Said, ...]]:
    found: dict[int, tuple[_Said, ...]] = {}
    for at, said in told:
        found[at] = (*found.get(at, ()), said)
    return found


def _judged(seen: Observation, at: int, index: TerritoryIndex) -> Judged:
    return Judged(
        outcome=seen.outcome_of(at).label,
        territory=territory_codes(index.territories[int(seen.territory[at])]),
        sure=bool(seen.sure[at]),
    )


def _take(unit: TrackedUnit, item: Input, run: _JudgedRun, world: World) -> tuple[TrackedUnit, tuple[Output, ...]]:
    match item.record:
        case Fix():
            return _take_fix(unit, item, run, world)
        case Membership() as membership:
            return _take_membership(unit, membership, world.settings)
        case Due() as due:
            return take_due(unit, due, item.at, world.settings)
        case FixesRefused() as refused:
            return unit, tell.refusals(unit, refused)
    return unit, ()


def _take_fix(unit: TrackedUnit, item: Input, run: _JudgedRun, world: World) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """A fix that is used moves the unit; one that came late may still tell of a visit that nobody saw.

    Who reads that the unit crossed reads first that there is contact with it again.
    """
    fix: Fix = item.record
    outcome, judged, told, contacts = run.of[item.place]
    trails = tell.trails(unit, fix, judged)
    unit = replace(unit, track=_track_after(unit, outcome, run))
    if outcome not in USED and not told:
        return unit, trails
    odometer = _driven(unit, fix, outcome, world.settings)
    crossed = tuple(tell.crossing_record(crossing, fix, _crossed_at_m(unit, odometer, crossing)) for crossing in told)
    now, heard_at = (fix, item.at) if outcome in USED else (unit.last or fix, unit.heard_at)
    after = replace(
        unit,
        last=now,
        heard_at=heard_at,
        territory=judged.territory,
        odometer=with_last_marks(odometer) if odometer and judged.sure else odometer,
        crossings=_recent(unit.crossings, crossed, now.observed_at, world.settings),
        layer=world.layer,
    )
    silences = tell_of_silence_ended(unit, after, contacts, came_at=item.at, settings=world.settings)
    after, approaches = _look_ahead(after, fix, outcome, world)
    told_to, presents = tell.overdue_presence(after)
    reports = (*silences, *tell.crossings(after, fix, crossed), *approaches, *presents)
    told_to, moves = tell.moved(told_to, reports, world.settings)
    return told_to, (*reports, *moves, *trails)


def _driven(unit: TrackedUnit, fix: Fix, outcome: Outcome, settings: TrackerSettings) -> Odometer | None:
    """The unit's odometer after the fix; a state of before it was kept begins it at its last fix."""
    if outcome not in USED:
        return unit.odometer
    if unit.last is None:
        return begin_odometer(fix)
    known = unit.odometer or begin_odometer(unit.last)
    return drive_on(known, unit.last, fix, gap=outcome is not Outcome.MOVED, settings=settings)


def _crossed_at_m(unit: TrackedUnit, odometer: Odometer | None, crossing: GeoCrossing) -> float | None:
    """The unit's odometer where it crossed: as told first, so that no limit jumps when the crossing is settled.

    A visit that nobody saw is on no way that was measured.
    """
    told = next((one.odometer_m for one in unit.crossings if one.id == crossing.id), None)
    if told is not None or odometer is None or crossing.late:
        return told
    return driven_at(odometer, micros(crossing.at), crossing.lat, crossing.lon)


def _track_after(unit: TrackedUnit, outcome: Outcome, run: _JudgedRun) -> UnitTrack | None:
    """The unit's track as it is after the run, for nobody reads it before; but lost, or not, as of this fix."""
    track = run.tracks.get(unit.unit)
    lost = outcome not in USED and unit.track is not None and unit.track.lost
    return track if track is None or track.lost == lost else with_changes(track, lost=lost)


def _look_ahead(unit: TrackedUnit, fix: Fix, outcome: Outcome, world: World) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """Tell the pursuits of a unit what it is about to enter; of a unit in none, nothing is looked for."""
    if not unit.joined:
        return (unit if unit.lookout == NOT_SEEN_YET else replace(unit, lookout=NOT_SEEN_YET)), ()
    if outcome not in USED or unit.territory is None:
        return unit, ()
    seen, held = geo_fix(fix), frozenset(unit.territory)
    lookout, told = look_out(unit.lookout, seen, micros(seen.observed_at), held, world.index)
    after = replace(unit, lookout=lookout)
    return after, tell.approaches(after, told, after.joined, fix.n)


def _recent(
    known: tuple[Crossing, ...], told: tuple[Crossing, ...], now: datetime, settings: TrackerSettings
) -> tuple[Crossing, ...]:
    """The unit's crossings as they stand now; what was withdrawn did not happen."""
    newest = {crossing.id: crossing for crossing in (*known, *told)}
    since = now - timedelta(seconds=settings.keep_crossings_s)
    recent = (one for one in newest.values() if one.at >= since and one.status != "withdrawn")
    return tuple(recent)[-_CROSSINGS_KEPT:]


def _take_membership(
    unit: TrackedUnit, membership: Membership, settings: TrackerSettings
) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """A membership newer than the known one is taken over; a unit that joins is reported where it is.

    With that, whether contact with it is lost. One that was in no pursuit may have been silent for long without being
    told to be lost: its deadline is past, and comes due at once.
    """
    known = unit.cases.get(membership.case)
    if known is not None and membership.event <= known.event:
        return unit, ()
    stays = known is not None and known.joined and membership.joined
    case = Case(
        joined=membership.joined,
        event=membership.event,
        opened_at=membership.opened_at,
        audience=membership.audience,
        mode=membership.mode,
        present_told=known is not None and known.present_told and stays,
        told_at_m=known.told_at_m if known is not None and stays else None,
    )
    after = replace(unit, cases=_pruned({**unit.cases, membership.case: case}))
    if stays or not membership.joined:
        return after, ()
    cases = (membership.case,)
    told, presence = tell.presence(after, membership.case)
    silence = tell_of_silence(told, cases, settings)
    return told, (*presence, *silence, *tell.approaches(told, told.lookout.approaches.open, cases, None))


def _pruned(cases: dict[str, Case]) -> dict[str, Case]:
    """All running cases, and the last ended ones, so that an old membership cannot revive them."""
    ended = sorted((case for case, part in cases.items() if not part.joined), key=lambda case: cases[case].opened_at)
    drop = set(ended[:-_ENDED_KEPT])
    return {case: part for case, part in cases.items() if case not in drop}
