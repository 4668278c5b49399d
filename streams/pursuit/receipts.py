"""Which consoles of a room had its alert since it last rang: of every kind of receipt the first, and the newest."""

from datetime import datetime

from msgspec.structs import replace

from streams.pursuit.state import Pursuit

__all__ = ["delivered_at", "is_news", "with_receipt", "without_receipts"]


def is_news(state: Pursuit, room: str, revision: int, kind: str) -> bool:
    """Whether no receipt of this kind, of this revision or a later one, came before: an older one says nothing new."""
    return all(revision > known for known in _revisions(state, room, kind))


def with_receipt(state: Pursuit, room: str, revision: int, kind: str, at: datetime) -> Pursuit:
    """The pursuit with one more: what is between the first and the newest is forgotten, however often it is revised."""
    names = (_name(room, known, kind) for known in _revisions(state, room, kind))
    first = min(((state.receipts[name], name) for name in names), default=None)
    others = {what: when for what, when in state.receipts.items() if not _is_of(what, room, kind)}
    kept = {first[1]: first[0]} if first else {}
    return replace(state, receipts={**others, **kept, _name(room, revision, kind): at})


def without_receipts(state: Pursuit, room: str) -> Pursuit:
    """The room rings anew: what was received of its alert before says nothing of that."""
    receipts = {what: at for what, at in state.receipts.items() if not what.startswith(f"{room}|")}
    return state if len(receipts) == len(state.receipts) else replace(state, receipts=receipts)


def delivered_at(state: Pursuit) -> dict[str, datetime]:
    """By room, when a console there first had what last rang in it."""
    first: dict[str, datetime] = {}
    for what, at in state.receipts.items():
        room, revision, kind = what.split("|")
        alert = state.alerts.get(room)
        is_of_ring = kind == "delivered" and alert is not None and int(revision) >= alert.rang_revision
        if is_of_ring and (room not in first or at < first[room]):
            first[room] = at
    return first


def _name(room: str, revision: int, kind: str) -> str:
    return f"{room}|{revision}|{kind}"


def _is_of(what: str, room: str, kind: str) -> bool:
    return what.startswith(f"{room}|") and what.endswith(f"|{kind}")


def _revisions(state: Pursuit, room: str, kind: str) -> list[int]:
    return [int(what.split("|")[1]) for what in state.receipts if _is_of(what, room, kind)]
