"""What a decision sends, as a dispatcher would note it down: who rings, who reads what is new, who is refused."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from borders.card import Card, hold, limits, six_hour_rule
from streams.addressed import addressed
from streams.records import (
    REMOVED,
    Alarm,
    Alert,
    AlertRecord,
    AnswerRecord,
    CardRecord,
    Decision,
    InboxRecord,
    Membership,
    NoticeRecord,
    Place,
    PositionsRecord,
    PursuitRecord,
    StopRecord,
    VisibilityRecord,
    decode,
)
from streams.topics import INBOX, POSITIONS
from tests.scenarios.facts import facts_of
from tests.scenarios.table import Row

__all__ = ["Reader"]

_POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


class Reader:
    """Reads one case's decisions in order; of a view and of an alarm it notes down only what is new in them."""

    def __init__(self) -> None:
        self.alerts: dict[str, Alert] = {}
        self.facts: dict[str, str] = {}
        self.joined: dict[str, bool] = {}

    def read(self, decision: Decision) -> list[Row]:
        """The rows of a decision, in the order of sending; what several read alike stands once."""
        rows: list[Row] = []
        cards: dict[str, tuple[Card, list[str]]] = {}
        for output in addressed(decision.outputs):
            if output.topic == POSITIONS.name:
                rows += self._membership(decode(output.value.encode(), PositionsRecord))
            elif output.topic == INBOX.name and output.value != REMOVED:
                record = decode(output.value.encode(), InboxRecord)
                if isinstance(record, CardRecord):
                    cards.setdefault(record.id, (record.card, []))[1].append(record.recipient)
                else:
                    rows += self._record(record)
        rows += [Row("law", f"{card_in_words(card)}; to {', '.join(readers)}") for card, readers in cards.values()]
        return [row for row, _ in groupby(rows)]

    def _record(self, record: Any) -> list[Row]:
        match record:
            case AlertRecord():
                return [self._alert(record.alert)]
            case PursuitRecord():
                return self._view(record)
            case VisibilityRecord():
                return [Row(record.recipient, "sees the pursuit" if record.granted else "sees it no longer")]
            case AnswerRecord():
                return [] if record.accepted else [Row(record.recipient, f"is refused: {record.code}")]
            case NoticeRecord():
                return [Row(record.recipient, f"reads {record.code}{_params(record.params)}")]
        assert isinstance(record, StopRecord)
        order = f"lifted: {record.stop.lifted.reason}" if record.stop.lifted else record.stop.reason
        return [Row(record.recipient, f"reads STOP {record.stop.id}: {order}")]

    def _membership(self, membership: Membership) -> Iterator[Row]:
        before, self.joined[membership.unit] = self.joined.get(membership.unit), membership.joined
        if before is not membership.joined and (before is not None or membership.joined):
            yield Row(membership.unit, "is in" if membership.joined else "is out")

    def _view(self, record: PursuitRecord) -> list[Row]:
        """What is new to all rooms; crews read the same without log, requests, notices and checklist."""
        if record.recipient in self.joined:
            return []
        facts = facts_of(record)
        new = [text for name, text in facts.items() if self.facts.get(name) != text]
        over = [f"no longer: {text}" for name, text in self.facts.items() if name not in facts]
        self.facts = facts
        return [Row("all rooms", "; ".join([*new, *over]))] if new or over else []

    def _alert(self, alert: Alert) -> Row:
        before, self.alerts[alert.room] = self.alerts.get(alert.room), alert
        rings = alert.rang_revision == alert.revision
        told = before is not None and not rings and [*_about(before)] == [*_about(alert)]
        words = [
            f"{'RINGS' if rings else 'reads'} P{alert.priority} {alert.code}",
            *(() if told else _about(alert)),
            *(_alarm(one) for one in alert.alarms if before is None or one not in before.alarms),
            *_since(before, alert),
            *_owned(alert),
        ]
        return Row(alert.room, ", ".join(words))


def _about(alert: Alert) -> Iterator[str]:
    """What the alert tells of: where, by which crossing, under which cards."""
    if alert.kind != "border":
        yield f"({alert.kind})"
    if alert.phase == "warned" and alert.by_hand:
        said = alert.by_hand
        yield f'"{said.text}"' + "".join(f" {word} {part}" for word, part in _where(said.place, said.direction))
    if alert.place and alert.phase != "cleared":
        yield place_in_words(alert.place)
    if alert.phase == "approaching" and alert.approach:
        yield f"there at {alert.approach.eta:%H:%M:%S}"
    if alert.crossing and alert.phase == "entered":
        yield alert.crossing.status
    if alert.fault:
        yield f"fault: {alert.fault}"
    if alert.because:
        yield f"because: {alert.because}"


def _where(place: str, direction: str) -> Iterator[tuple[str, str]]:
    yield from ((word, part) for word, part in (("at", place), ("towards", direction)) if part)


def _since(before: Alert | None, alert: Alert) -> Iterator[str]:
    """What is new of who does something about it."""
    if alert.escalation not in {"none", before.escalation if before else ""}:
        yield f"escalated: {alert.escalation}"
    if alert.shelved:
        yield f"put aside until {alert.shelved.until:%H:%M:%S}: {alert.shelved.reason}"
    elif before and before.shelved:
        yield "taken up again"
    if alert.offered:
        yield f"offered to {alert.offered.to}"
    elif before and before.offered:
        yield "no longer offered"


def _owned(alert: Alert) -> Iterator[str]:
    if alert.acknowledged:
        yield f"owned by {alert.acknowledged.by.name}"


def _alarm(alarm: Alarm) -> str:
    return f"ALARM {alarm.code}{_params(alarm.params)}"


def _params(params: dict[str, str]) -> str:
    return f" ({', '.join(f'{name} {value}' for name, value in sorted(params.items()))})" if params else ""


def place_in_words(place: Place) -> str:
    """A place as it is said: 2.6 km S of Eijsden."""
    point = _POINTS[round(place.bearing_deg / 45) % 8]
    return f"{place.distance_m / 1000:.1f} km {point} of {place.name}"


def card_in_words(card: Card) -> str:
    """What a card says of the points that decide most."""
    head = f"card {card.from_state}>{card.to_state} {card.service} {card.on.isoformat()}"
    if not card.known:
        return f"{head}: no known basis"
    bases = " + ".join(basis.id.partition("/")[0] for basis in card.bases)
    found = [_limit(limit.distance_m, limit.time_s, limit.measured) for limit in limits(card)]
    limited = " and ".join(found) or "no limit"
    return f"{head}: {bases}; hold {hold(card)}; {limited}; six hours {six_hour_rule(card).applies}"


def _limit(distance_m: float | None, time_s: float | None, measured: str) -> str:
    parts = [
        f"{distance_m / 1000:g} km {measured}" if distance_m else "",
        f"{time_s / 60:g} min" if time_s else "",
    ]
    return " / ".join(part for part in parts if part) or "limit not known"
