"""When a room had notice of an entry, by console or telephone, and whether that was no later than the crossing.

Art. 41 of the Schengen Convention asks that the host's authority be told at the latest when the border is crossed. The
crossing is by the clock of the unit's receiver, notice by the broker's, or, by telephone, by the clock of who called;
where the two may overlap within what those clocks are sure of, it cannot be told.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from streams.pursuit import events as ev
from streams.records import Acknowledgement, Alert, AtConsole, Crossing, Notice, Telephone

__all__ = [
    "REASONS",
    "judged",
    "notice_by_console",
    "notice_by_telephone",
    "notice_from",
    "notice_of_alert",
    "notice_of_person",
    "was_called",
    "with_notice",
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
_BY_TELEPHONE = timedelta(seconds=60)
"""How exactly people write down when they called."""
_GUESSED = timedelta(seconds=5)
"""Between instants farther apart than this, it is said that the crossing's own is a guess."""
_COMING = {"approaching", "entered", "warned"}


def notice_of_alert(known: Notice | None, before: Alert | None, alert: Alert) -> Notice | None:
    """The notice of a room after this revision of its alert; None where the alert is of no entry into its state.

    Notice of an approach, or by hand, counts for the entry that follows. What a room read of an entry that is over says
    nothing of the next one; a unit that is back at once, quietly, is the same entry.
    """
    if alert.kind not in {"border", "by_hand"} or alert.phase not in {*_COMING, "left", "withdrawn"}:
        return known
    rang_anew = alert.rang_revision == alert.revision
    goes_on = (before is not None and before.phase in _COMING) or _is_of_the_same_entry(known, alert)
    if known is None or (rang_anew and not goes_on and alert.phase in _COMING):
        known = _with_telephone(Notice(room=alert.room), known)
    return _with_crossing(known, alert)


def _is_of_the_same_entry(known: Notice | None, alert: Alert) -> bool:
    """Whether what a room knew by a pursuit that was taken in is of the crossing that this alert tells of."""
    if known is None or known.from_case is None or alert.crossing is None:
        return False
    return known.crossing == alert.crossing.id


def _with_telephone(new: Notice, old: Notice | None) -> Notice:
    """A call that came before there was any alert counts for the first."""
    is_first = old is not None and old.crossing is None and old.delivered is None
    return replace(new, telephone=old.telephone) if old and is_first else new


def _with_crossing(notice: Notice, alert: Alert) -> Notice:
    """With the first crossing of the entry, as it was last told; one that never was leaves none."""
    crossing = alert.crossing
    if crossing is None or crossing.late or alert.phase not in {"entered", "left", "withdrawn"}:
        return notice
    if notice.crossing not in {None, crossing.id}:
        return notice
    if crossing.status == "withdrawn":
        return without_crossing(notice)
    return _crossed(notice, crossing)


def without_crossing(notice: Notice) -> Notice:
    """The crossing that was told never was: the next one counts."""
    return replace(notice, crossing=None, crossed_at=None, not_before=None, not_after=None)


def _crossed(notice: Notice, crossing: Crossing) -> Notice:
    return replace(
        notice,
        crossing=crossing.id,
        crossed_at=crossing.at,
        not_before=min(crossing.not_before, crossing.at),
        not_after=max(crossing.not_after, crossing.at),
    )


def notice_by_console(known: Notice | None, event: ev.Notified) -> Notice | None:
    """With the first receipt of its kind."""
    if known is None or getattr(known, event.kind) is not None:
        return known
    return replace(known, **{event.kind: AtConsole(console=event.console, at=event.at, revision=event.revision)})


def notice_of_person(known: Notice | None, owner: Acknowledgement) -> Notice | None:
    """With the first acknowledgement."""
    if known is None or known.acknowledged is not None:
        return known
    return replace(known, acknowledged=owner)


def notice_by_telephone(known: Notice | None, room: str, telephone: Telephone) -> Notice:
    """With the earliest call, which proves the notice; that of the newest says whether anybody must still call."""
    notice = known or Notice(room=room)
    first = notice.telephone
    earlier = first is None or telephone.at < first.at
    called_at = max(telephone.at, notice.called_at or telephone.at)
    return replace(notice, telephone=telephone if earlier else first, called_at=called_at)


def notice_from(known: Notice | None, other: Notice, case: str) -> Notice | None:
    """What a room had of an entry by a pursuit that was taken in; None where this one knows an entry of its own.

    What it had here of an approach was of another car: only a call counts for both. What the other pursuit tells again
    of the same entry is put with what the room had of it here since: the first of each counts.
    """
    again = known is not None and known.from_case == case and known.crossing == other.crossing
    if known is not None and known.crossing is not None and not again:
        return None
    calls = [one.telephone for one in (known, other) if one and one.telephone]
    called_at = [one.called_at for one in (known, other) if one and one.called_at]
    taken = _first_of_each(known, other) if known is not None and again else other
    return replace(
        taken,
        telephone=min(calls, key=lambda call: call.at, default=None),
        called_at=max(called_at, default=None),
        from_case=case,
    )


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


def was_called(notice: Notice | None, alert: Alert) -> bool:
    """Whether somebody called the room since its alert last rang."""
    called_at = notice.called_at if notice else None
    return called_at is not None and called_at >= alert.raised_at


def with_notice(notices: Mapping[str, Notice], notice: Notice) -> dict[str, Notice]:
    """The rooms' notices with this one, judged: every view reads the verdict, and few reports change it."""
    return {**notices, notice.room: judged(notice)}


def judged(notice: Notice) -> Notice:
    """The notice with its verdict: in time or late by so many seconds, or why that cannot be told.

    What counts are the instants at which a person could know: the alert shown with the page visible, sounded or
    acknowledged, or the telephone. One of them that is surely in time is enough. That a console had it says nothing of
    a person.
    """
    if notice.crossed_at is None or notice.not_before is None or notice.not_after is None:
        return replace(notice, verdict="not_yet", margin_s=None, reasons=("no_crossing_known",))
    known = _instants(notice)
    if not known:
        reason = "delivered_only" if notice.delivered else "not_delivered"
        return replace(notice, verdict="cannot_be_told", margin_s=None, reasons=(reason,))
    surely = [one for one in known if one.at + one.unsure <= notice.not_before]
    is_late = all(one.at - one.unsure >= notice.not_after for one in known)
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
        _Instant(at, how, _BY_TELEPHONE if how == "telephone" else _CLOCKS_AGREE)
        for how, at in found.items()
        if at is not None
    )
