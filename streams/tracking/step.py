"""One chunk of positions in; the units it changed and every record it sends out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from geo.territory import TerritoryIndex
from geo.tracker import Judgement, Observation, Outcome, TrackerSettings, observe, rebase
from streams.records import Crossing, Due, Fix, FixesRefused, Membership, Output, SourcePlace
from streams.tracking import tell
from streams.tracking.state import Case, TrackedUnit, geo_fix, territory_codes, unit_track

__all__ = ["Input", "Stepped", "World", "step_chunk", "unit_of"]

_ENDED_KEPT = 20
_CROSSINGS_KEPT = 100
"""The last ones of a unit whose fixes jump to and fro over a border: a presence and a state carry them all."""
_APPLIED = {Outcome.FIRST, Outcome.MOVED, Outcome.GAP}
"""Outcomes whose fix becomes the unit's newest."""


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
    """

    changed: dict[str, TrackedUnit]
    outputs: tuple[Output, ...]
    guarded: int
    other_log: tuple[str, ...]


def step_chunk(units: Mapping[str, TrackedUnit], chunk: Sequence[Input], world: World) -> Stepped:
    """What this chunk of records means; `units` is not touched.

    The same states and records give the same outputs, however a stream is cut into chunks, but for the pictures of
    units, of which there is one per chunk and room.
    """
    fresh = _not_guarded(units, chunk)
    names = {unit_of(item.record) for item in fresh}
    known = {name: _on_this_layer(units[name], world) for name in sorted(names & units.keys())}
    observation = _judge(known, fresh, world)
    judgements = iter(observation.judgements)
    changed: dict[str, TrackedUnit] = {}
    outputs: list[Output] = []
    for item in fresh:
        name = unit_of(item.record)
        unit = changed.get(name) or known.get(name) or TrackedUnit(unit=name, guard=item.place)
        judgement = next(judgements) if isinstance(item.record, Fix) else None
        after, sends = _take(unit, item, judgement, world)
        changed[name] = replace(after, guard=item.place)
        outputs += sends
    for name, track in observation.tracks.items():
        changed[name] = replace(changed[name], counted_to=track.counted_to)
    moved = {item.record.unit for item in fresh if isinstance(item.record, Fix)}
    return Stepped(
        changed=changed,
        outputs=(*outputs, *tell.pictures(changed, moved)),
        guarded=len(chunk) - len(fresh),
        other_log=_in_another_log(known, fresh),
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
    track = unit_track(unit)
    if track is None or unit.layer == world.layer:
        return unit
    territory = territory_codes(rebase(track, world.index).territory)
    cases = unit.cases
    if territory != unit.territory:
        cases = {case: replace(part, present_told=False) for case, part in cases.items()}
    return replace(unit, territory=territory, cases=cases, layer=world.layer)


def _judge(known: Mapping[str, TrackedUnit], fresh: Sequence[Input], world: World) -> Observation:
    """All fixes of the chunk through the tracker in one call."""
    fixes = [geo_fix(item.record) for item in fresh if isinstance(item.record, Fix)]
    tracks = {name: track for name, unit in known.items() if (track := unit_track(unit)) is not None}
    return observe(tracks, fixes, world.index, world.settings)


def _take(
    unit: TrackedUnit, item: Input, judgement: Judgement | None, world: World
) -> tuple[TrackedUnit, tuple[Output, ...]]:
    match item.record:
        case Fix() as fix if judgement is not None:
            return _take_fix(unit, fix, judgement, world)
        case Membership() as membership:
            return _take_membership(unit, membership)
        case FixesRefused() as refused:
            return unit, tell.refusals(unit, refused)
    return unit, ()


def _take_fix(
    unit: TrackedUnit, fix: Fix, judgement: Judgement, world: World
) -> tuple[TrackedUnit, tuple[Output, ...]]:
    trails = tell.trails(unit, fix, judgement)
    if judgement.outcome not in _APPLIED:
        return unit, trails
    crossed = tuple(tell.crossing_record(crossing, fix) for crossing in judgement.crossings)
    after = replace(
        unit,
        last=fix,
        territory=territory_codes(judgement.territory),
        crossings=_recent((*unit.crossings, *crossed), fix.observed_at, world.settings),
        layer=world.layer,
    )
    told, presents = tell.overdue_presence(after)
    return told, (*tell.crossings(after, crossed), *presents, *trails)


def _recent(crossings: tuple[Crossing, ...], now: datetime, settings: TrackerSettings) -> tuple[Crossing, ...]:
    since = now - timedelta(seconds=settings.keep_crossings_s)
    return tuple(crossing for crossing in crossings if crossing.at >= since)[-_CROSSINGS_KEPT:]


def _take_membership(unit: TrackedUnit, membership: Membership) -> tuple[TrackedUnit, tuple[Output, ...]]:
    """A membership newer than the known one is taken over; a unit that joins is reported where it is."""
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
    )
    after = replace(unit, cases=_pruned({**unit.cases, membership.case: case}))
    if stays or not membership.joined:
        return after, ()
    return tell.presence(after, membership.case)


def _pruned(cases: dict[str, Case]) -> dict[str, Case]:
    """All running cases, and the last ended ones, so that an old membership cannot revive them."""
    ended = sorted((case for case, part in cases.items() if not part.joined), key=lambda case: cases[case].opened_at)
    drop = set(ended[:-_ENDED_KEPT])
    return {case: part for case, part in cases.items() if case not in drop}
