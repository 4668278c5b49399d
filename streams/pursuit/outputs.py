"""Records of a decision for readers besides the rooms' alerts and views: cards, stop orders, other pursuits."""

from collections.abc import Iterator

from msgspec import Struct

from streams.addressed import ANYBODY
from streams.pursuit import acts
from streams.pursuit import events as ev
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit, asked_id
from streams.records import (
    REMOVED,
    CardRecord,
    CaseAnswered,
    MergeAsked,
    Mode,
    Output,
    SplitAsked,
    StopRecord,
    encode,
)
from streams.topics import INBOX, REPORTS

__all__ = ["asked_of_others", "cards_for_readers", "removed", "stops_for_units", "to_inbox", "to_many"]


def to_inbox(recipient: str, kind: str, identity: str, record: Struct) -> Output:
    """A record for the inbox of a room or unit, under the key that a newer one of the same thing has too."""
    key = f"{recipient}|{kind}|{identity}"
    return Output(topic=INBOX.name, key=key, partition_by=recipient, value=encode(record).decode())


def to_many(readers: tuple[str, ...], kind: str, identity: str, record: Struct) -> Output:
    """The same for several readers, of whom the record says `ANYBODY`: it stands once in the decision."""
    key, value = f"{ANYBODY}|{kind}|{identity}", encode(record).decode()
    return Output(topic=INBOX.name, key=key, partition_by=ANYBODY, value=value, to=readers)


def removed(readers: tuple[str, ...], kind: str, identity: str) -> Output:
    """Of this thing nothing is left in the inboxes of these rooms and units."""
    return Output(topic=INBOX.name, key=f"{ANYBODY}|{kind}|{identity}", partition_by=ANYBODY, value=REMOVED, to=readers)


# ---------------------------------------------------------------- the law

_NEW_CARD_OR_READER = (ev.AlertRaised, ev.AlertRevised, ev.StayBegan, ev.VisibilityGranted, ev.UnitCame)


def cards_for_readers(
    before: Pursuit | None, after: Pursuit, events: tuple[ev.Event, ...], rules: Rules
) -> Iterator[Output]:
    """Each regime card once to each reader: a new one to all, all of them to a new reader."""
    if not any(isinstance(event, _NEW_CARD_OR_READER) for event in events):
        return
    names, known = set(after.cards), set(before.cards) if before else set[str]()
    readers, had = _readers(after), _readers(before)
    for name in sorted(names):
        new_to = tuple(sorted(readers - had if name in known else readers))
        if new_to:
            record = CardRecord(recipient=ANYBODY, case=after.case, id=name, card=rules.card(name), mode=after.mode)
            yield to_many(new_to, "card", f"{after.case}|{name}", record)


def _readers(state: Pursuit | None) -> set[str]:
    """The rooms that may see the pursuit, and its crews."""
    if state is None:
        return set()
    return {*state.audience, *(unit for unit, view in state.units.items() if view.active)}


# ---------------------------------------------------------------- stop orders


def stops_for_units(after: Pursuit, events: tuple[ev.Event, ...]) -> Iterator[Output]:
    """A stop order, or that it is undone, to every crew it was given to, and to who joins while it stands."""
    for event in events:
        if isinstance(event, acts.StopGiven):
            yield from _stop(after, event.stop.id, sorted(event.stop.units))
        if isinstance(event, acts.StopLifted):
            yield from _stop(after, event.stop, sorted(after.stops[event.stop].units))
        if isinstance(event, ev.UnitCame):
            for name, stop in sorted(after.stops.items()):
                if stop.lifted is None:
                    yield from _stop(after, name, [event.unit])


def _stop(after: Pursuit, name: str, units: list[str]) -> Iterator[Output]:
    if not units:
        return
    record = StopRecord(recipient=ANYBODY, case=after.case, stop=after.stops[name], event=after.number, mode=after.mode)
    yield to_many(tuple(units), "stop", f"{after.case}|{name}", record)


# ---------------------------------------------------------------- other pursuits


def asked_of_others(events: tuple[ev.Event, ...], case: str, mode: Mode) -> Iterator[Output]:
    """What this pursuit asks of another, or answers it: a report into that one's own order of events."""
    for event in events:
        record = _for_other(event, case, mode)
        if record is not None:
            yield Output(topic=REPORTS.name, key=record.case, partition_by=record.case, value=encode(record).decode())


def _for_other(event: ev.Event, case: str, mode: Mode) -> MergeAsked | SplitAsked | CaseAnswered | None:
    match event:
        case acts.MergeBegan():
            return _merge_asked(event, case, mode)
        case acts.SplitBegan():
            return _split_asked(event, case, mode)
        case acts.CaseTakenIn():
            return _case_answered(event, case, mode)
    return None


def _merge_asked(event: acts.MergeBegan, case: str, mode: Mode) -> MergeAsked:
    return MergeAsked(
        id=asked_id(case, "merge", event.command),
        case=event.into,
        mode=mode,
        happened_at=event.at,
        by=event.by,
        from_case=case,
        units=event.units,
        facts=event.facts,
        notices=event.notices,
        carried=event.carried,
        target=event.target,
        warned=event.warned,
        requests=event.requests,
        rooms=event.rooms,
        abroad=event.abroad,
        cards=event.cards,
    )


def _split_asked(event: acts.SplitBegan, case: str, mode: Mode) -> SplitAsked:
    return SplitAsked(
        id=asked_id(case, "split", event.command),
        case=event.new_case,
        mode=mode,
        happened_at=event.at,
        by=event.by,
        from_case=case,
        room=event.room,
        units=event.units,
        purpose=event.purpose,
        facts=event.facts,
        notices=event.notices,
        carried=event.carried,
        home=event.home,
        warned=event.warned,
    )


def _case_answered(event: acts.CaseTakenIn, case: str, mode: Mode) -> CaseAnswered:
    return CaseAnswered(
        id=f"{case}|answered|{event.asked}"[:400],
        case=event.from_case,
        mode=mode,
        happened_at=event.at,
        other_case=case,
        asked=event.asked,
        kind=event.kind,
        accepted=event.accepted,
        code=event.code,
        reason=event.reason,
        units=event.units,
    )
