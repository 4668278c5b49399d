"""When a room had notice of an entry, by console or telephone, and whether that was no later than the crossing.

Art. 41 of the Schengen Convention asks that the host's authority be told at the latest when the border is crossed. The
crossing is by the clock of the unit's receiver, notice by the broker's, or, by telephone, by the clock of who called;
where the two may overlap within what those clocks are sure of, it cannot be told.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from streams.ids import owner_of
from streams.pursuit import events as ev
from streams.records import Acknowledgement, Alert, AtConsole, Crossing, Entry, Notice, Telephone, UnitView

__all__ = [
    "BY_TELEPHONE",
    "REASONS",
    "is_entry",
    "judged",
    "notice_by_console",
    "notice_by_telephone",
    "notice_from",
    "notice_of_alert",
    "notice_of_person",
    "notices_of_crossing",
    "notices_without_unit",
    "of_units",
    "with_notice",
    "without_call",
    "without_crossing",
]  # fmt: skip

REASONS = (
    "acknowledged", "clocks_overlap", "crossing_guessed", "delivered_only", "no_crossing_known", "not_delivered",
    "other_case",
    "shown", "sounded", "telephone",
)  # fmt: skip
"""Codes of what a verdict rests on."""

_Told = TypeVar("_Told", AtConsole, Acknowledgement)
_CLOCKS_AGREE = timedelta(seconds=1)
"""How far the broker's clock and a receiver's may be apart."""
BY_TELEPHONE = timedelta(seconds=60)
"""How exactly people write down when they called."""
_GUESSED = timedelta(seconds=5)
"""Between instants farther apart than this, it is said that the crossing's own is a guess."""
_ENTRIES_KEPT = 8
"""The earliest ones; of a car that goes to and fro on the border, more say nothing new."""
_COMING = {"approaching", "entered", "warned"}


def notice_of_alert(known: Notice | None, before: Alert | None, alert: Alert) -> Notice | None:
    """The notice of a room after this revision of its alert; None where the alert is of no entry into its state.

    Notice of an approach, or by hand, counts for the entry that follows. What a room read of an entry that is over says
    nothing of the next one; a unit that is back at once, quietly, is the same entry.
    """
    if alert.by_air:
        return _before_aircraft(known, before)
    if alert.kind not in {"border", "by_hand"} or alert.phase not in {*_COMING, "left", "withdrawn"}:
        return known
    rang_anew = alert.rang_revision == alert.revision
    goes_on = _waited_or_was_entered(before) or _is_of_the_same_entry(known, before, alert)
    begins = alert.phase in _COMING or (alert.phase == "left" and not _was_there(before))
    if known is None or (rang_anew and not goes_on and begins):
        known = _begun(known, before, alert)
    return _with_crossing(known, alert)


def _before_aircraft(known: Notice | None, before: Alert | None) -> Notice | None:
    """An aircraft's alert proves nothing, and tells no more when the visit before it ended: that is kept."""
    if known is None or before is None or before.by_air:
        return known
    return replace(known, ended_at=_over_at(known, before))


def _waited_or_was_entered(before: Alert | None) -> bool:
    """Whether what the room had read was of a way over the border: an area inside its state is another matter."""
    if before is None or before.by_air:
        return False
    return before.phase in _COMING and before.kind in {"border", "by_hand"}


def _was_there(before: Alert | None) -> bool:
    """Whether the room had read of a visit, to which a late one is told."""
    return before is not None and before.phase == "left" and not before.by_air


def _is_of_the_same_entry(known: Notice | None, before: Alert | None, alert: Alert) -> bool:
    """Whether its crossing is one that counts already, or was before the last way out."""
    if known is None or alert.crossing is None:
        return False
    if _has(known, alert.crossing) and before is not None and before.phase == "cleared":
        return True  # a crew that ended its part by mistake, and is back
    is_told_there = known.crossing == alert.crossing.id or (before is None and _has(known, alert.crossing))
    if known.from_case is not None and is_told_there:
        return True
    over_at = _over_at(_without(known, alert.crossing), before)
    return alert.phase == "entered" and over_at is not None and alert.crossing.at <= over_at


def _begun(old: Notice | None, before: Alert | None, alert: Alert) -> Notice:
    """Of a new entry nothing is proved yet but by a call: one since the entry before ended, or before there was any."""
    ended = _without(old, alert.crossing) if old and alert.crossing else old
    new = Notice(room=alert.room, since_revision=alert.revision, since_at=_over_at(ended, before))
    return _with_calls(new, [old.telephone, old.newest_call] if old else [])


def _over_at(old: Notice | None, before: Alert | None) -> datetime | None:
    """When the entry before ended: by the last unit's way out, else when the room read that it is over.

    Of one that only a pursuit that came here told of, it is known when it began.

    An approach that came to nothing, or a crossing that never was, is no entry; but who was told that all of it was a
    mistake knows of nothing any more.
    """
    if old is not None and before is None and old.from_case is not None:
        return max((one.at for one in old.entries), default=None)
    if old is None or before is None:
        return None
    if before.by_air:
        return old.ended_at or old.since_at
    was_there = bool(old.entries) or old.since_unknown
    out = before.crossing_out
    if out is not None and out.status != "withdrawn" and not out.late:
        return max(out.at, old.since_at or out.at)
    return before.revised_at or before.raised_at if was_there or before.because else old.since_at


def _with_calls(notice: Notice, calls: Iterable[Telephone | None]) -> Notice:
    """With the earliest and the newest of these calls, but for those that were about an entry before."""
    known = sorted((call for call in calls if call and _is_since(notice, call)), key=lambda call: call.at)
    return replace(
        notice,
        telephone=known[0] if known else None,
        newest_call=known[-1] if len(known) > 1 else None,
        called_at=known[-1].at if known else None,
    )


def _is_since(notice: Notice, call: Telephone) -> bool:
    """Whether the call was surely made after the entry before had ended."""
    return notice.since_at is None or call.at - notice.since_at > BY_TELEPHONE


def _with_crossing(notice: Notice, alert: Alert) -> Notice:
    """With the crossing that the alert tells of; one that never was leaves the others."""
    crossing, is_told = alert.crossing, alert.phase in {"entered", "left"}
    if notice.since_unknown != (alert.since_unknown and is_told):
        notice = replace(notice, since_unknown=not notice.since_unknown)
    if crossing is None or crossing.status == "withdrawn" or not is_told:
        return notice
    return _counting(notice, crossing)


def _has(notice: Notice, crossing: Crossing) -> bool:
    return any(one.crossing == crossing.id for one in notice.entries)


def _counting(notice: Notice, crossing: Crossing) -> Notice:
    """With this crossing, whenever it is told; what was before the last way out is another entry."""
    others = _without(notice, crossing)
    if notice.since_at is not None and crossing.at <= notice.since_at:
        return others
    entry = Entry(
        crossing=crossing.id,
        unit=crossing.unit,
        at=crossing.at,
        not_before=min(crossing.not_before, crossing.at),
        not_after=max(crossing.not_after, crossing.at),
    )
    return _entered_by(notice, (*others.entries, entry))


def _without(notice: Notice, crossing: Crossing) -> Notice:
    if not _has(notice, crossing):
        return notice
    return _entered_by(notice, (one for one in notice.entries if one.crossing != crossing.id))


def _entered_by(notice: Notice, entries: Iterable[Entry]) -> Notice:
    """Measured against the first: no earlier than any of them may have been, no later than one of them surely was."""
    known = tuple(sorted(entries, key=lambda one: (one.at, one.crossing)))[:_ENTRIES_KEPT]
    if not known:
        return without_crossing(notice)
    return replace(
        notice,
        entries=known,
        crossing=known[0].crossing,
        crossing_unit=known[0].unit,
        crossed_at=known[0].at,
        not_before=min(one.not_before for one in known),
        not_after=min(one.not_after for one in known),
    )


def without_crossing(notice: Notice) -> Notice:
    """Nobody came in: the next crossing counts."""
    return replace(
        notice, entries=(), crossing=None, crossing_unit=None, crossed_at=None, not_before=None, not_after=None
    )


def of_units(notice: Notice, units: Collection[str]) -> Notice:
    """Measured against these units alone."""
    kept = tuple(one for one in notice.entries if one.unit in units)
    return notice if kept == notice.entries else judged(_entered_by(notice, kept))


def is_entry(unit: UnitView, crossing: Crossing) -> bool:
    """Whether a guest came in by it, on the ground, since it joined the pursuit."""
    is_guest = owner_of(unit.unit) not in crossing.entered
    return is_guest and unit.movement != "air" and crossing.at >= unit.joined_at


def notices_of_crossing(
    notices: Mapping[str, Notice], alerts: Mapping[str, Alert], crossing: Crossing, unit: UnitView
) -> dict[str, Notice]:
    """Every room's notice, where its state was entered by this crossing: a car that is told of later may be the first.

    Where it never was, or led elsewhere, the others count.
    """
    told = {room: _as_told(one, room, alerts, crossing, unit) for room, one in notices.items()}
    return {**notices, **{room: judged(one) for room, one in told.items() if one is not notices[room]}}


def _as_told(notice: Notice, room: str, alerts: Mapping[str, Alert], crossing: Crossing, unit: UnitView) -> Notice:
    if not _leads_to(room, alerts, crossing):
        return _without(notice, crossing)
    # A room that has no alert yet, or that was told that nobody comes, rings for it, or knows nothing of it.
    is_news = room in alerts and _is_of_its_visit(alerts[room], crossing) and is_entry(unit, crossing)
    return _counting(notice, crossing) if is_news or _has(notice, crossing) else notice


def _is_of_its_visit(alert: Alert, crossing: Crossing) -> bool:
    """Whether it is of the entry that the room has read of; one proved late, also of the entry that it waits for."""
    if alert.kind not in {"border", "by_hand"}:
        return False
    if alert.phase == "left":
        return alert.crossing_out is None or crossing.at <= alert.crossing_out.at
    return alert.phase == "entered" or (alert.phase in _COMING and crossing.late)


def _leads_to(room: str, alerts: Mapping[str, Alert], crossing: Crossing) -> bool:
    """Whether it truly led into the room's own state, or into one that a joint centre was rung for."""
    served = {owner_of(room)}
    if room in alerts and not served & set(alerts[room].territory_to):
        served |= set(alerts[room].territory_to)
    return crossing.status != "withdrawn" and bool(served & set(crossing.entered))


def notices_without_unit(notices: Mapping[str, Notice], unit: str) -> dict[str, Notice]:
    """Every room's notice without what rests on a unit that never was in the pursuit: the others count."""
    others = {room: {entry.unit for entry in one.entries} - {unit} for room, one in notices.items()}
    return {room: of_units(one, others[room]) for room, one in notices.items()}


def notice_by_console(known: Notice | None, event: ev.Notified) -> Notice | None:
    """With the first receipt of its kind, of what the room was told of this entry."""
    if known is None or getattr(known, event.kind) is not None or event.revision < known.since_revision:
        return known
    return replace(known, **{event.kind: AtConsole(console=event.console, at=event.at, revision=event.revision)})


def notice_of_person(known: Notice | None, owner: Acknowledgement) -> Notice | None:
    """With the first acknowledgement."""
    if known is None or known.acknowledged is not None:
        return known
    return replace(known, acknowledged=owner)


def notice_by_telephone(known: Notice | None, room: str, telephone: Telephone) -> Notice:
    """With the earliest call, which proves the notice; that of the newest says whether anybody must still call.

    A call from before the entry before this one had ended was about that one, whenever it is written down.
    """
    notice = known or Notice(room=room)
    return _with_calls(notice, (notice.telephone, notice.newest_call, telephone))


def without_call(notice: Notice, called_at: datetime) -> Notice:
    """With the other of the two calls that are kept, if there is one: what lay between them is not known any more."""
    calls = (notice.telephone, notice.newest_call)
    return _with_calls(notice, [call for call in calls if call and call.at != called_at])


def notice_from(known: Notice | None, other: Notice, case: str) -> Notice | None:
    """What a room had of an entry by a pursuit that was taken in; None where this one knows an entry of its own.

    What it had here of an approach was of another car: only a call counts for both. What the other pursuit tells again
    of the same entry is put with what the room had of it here since, and so are two warnings of the one car: the first
    of each counts.
    """
    again = known is not None and known.from_case == case and _share(known, other)
    if known is not None and (known.crossing is not None or known.since_unknown) and not again:
        since = known.crossed_at
        later = [call for call in (other.telephone, other.newest_call) if call and since and call.at > since]
        return _with_calls(known, [known.telephone, known.newest_call, *later]) if later and not other.entries else None
    again = again or (known is not None and not other.entries)
    calls = [call for one in (known, other) if one for call in (one.telephone, one.newest_call)]
    taken = _first_of_each(known, other) if known is not None and again else other
    # Revisions are of each pursuit's own alert.
    own = replace(taken, since_revision=known.since_revision if known else 0, from_case=case)
    if known is not None and known.since_at is not None:
        own = replace(own, since_at=max(known.since_at, own.since_at or known.since_at))
    return _with_calls(own, calls)


def _share(one: Notice, other: Notice) -> bool:
    """Whether both tell of the same crossing."""
    return bool({entry.crossing for entry in one.entries} & {entry.crossing for entry in other.entries})


def _first_of_each(one: Notice, other: Notice) -> Notice:
    """The crossing as the other has it now, with the first receipt of each kind and the first acknowledgement."""
    return replace(
        other,
        delivered=_first(one.delivered, other.delivered),
        shown=_first(one.shown, other.shown),
        sounded=_first(one.sounded, other.sounded),
        acknowledged=_first(one.acknowledged, other.acknowledged),
    )


def _first(one: _Told | None, other: _Told | None) -> _Told | None:
    known = [told for told in (one, other) if told is not None]
    return min(known, key=lambda told: told.at, default=None)


def with_notice(notices: Mapping[str, Notice], notice: Notice) -> dict[str, Notice]:
    """The rooms' notices with this one, judged: every view reads the verdict, and few reports change it."""
    return {**notices, notice.room: judged(notice)}


def judged(notice: Notice) -> Notice:
    """The notice with its verdict: in time or late by so many seconds, or why that cannot be told.

    What counts are the instants at which a person could know: the alert shown with the page visible, sounded or
    acknowledged, or the telephone. One of them that is surely in time is enough. That a console had it says nothing of
    a person.
    """
    if notice.since_unknown:
        return replace(notice, verdict="cannot_be_told", margin_s=None, reasons=("no_crossing_known",))
    if notice.crossed_at is None or notice.not_before is None or notice.not_after is None:
        return replace(notice, verdict="not_yet", margin_s=None, reasons=("no_crossing_known",))
    known = _instants(notice)
    if not known:
        reason = "delivered_only" if notice.delivered else "not_delivered"
        return replace(notice, verdict="cannot_be_told", margin_s=None, reasons=(reason,))
    surely = [one for one in known if notice.not_before - one.at >= one.unsure]
    is_late = all(one.at - notice.not_after >= one.unsure for one in known)
    first = (surely or known)[0]
    guessed = ("crossing_guessed",) if notice.not_after - notice.not_before > _GUESSED else ()
    overlap = () if surely or is_late else ("clocks_overlap",)
    by_other = ("other_case",) if notice.from_case else ()
    return replace(
        notice,
        verdict="in_time" if surely else "late" if is_late else "cannot_be_told",
        margin_s=round((notice.crossed_at - first.at).total_seconds(), 1),
        reasons=(first.how, *by_other, *guessed, *overlap),
    )


class _Instant(NamedTuple):
    """When a person could know, by what, and how sure that instant is."""

    at: datetime
    how: str
    unsure: timedelta


def _instants(notice: Notice) -> list[_Instant]:
    """The earliest first."""
    found = {
        "shown": notice.shown.at if notice.shown else None,
        "sounded": notice.sounded.at if notice.sounded else None,
        "acknowledged": notice.acknowledged.at if notice.acknowledged else None,
        "telephone": notice.telephone.at if notice.telephone else None,
    }
    return sorted(
        _Instant(at, how, BY_TELEPHONE if how == "telephone" else _CLOCKS_AGREE)
        for how, at in found.items()
        if at is not None
    )
