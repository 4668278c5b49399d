"""When a unit is expected, or crossed the border and crossed back, and how sure that is."""

from datetime import datetime

from consumers.alert_units import silent_units
from consumers.language import percent_text, states_text
from consumers.reader import Reader
from streams.records import Alert, Approach, Crossing

__all__ = ["card_times", "when_text"]

_NOTHING_CROSSED = ("fault", "approaching", "warned", "alarm", "overflown")
"""Phases that an alert may have without any crossing."""


# ---------------------------------------------------------------- in a line


def when_text(alert: Alert, reader: Reader, now: datetime | None) -> str:
    """When it is expected, and when and how surely it was crossed; `now` tells whether it is overdue."""
    crossed = "; ".join(part for part in (_in(alert, reader), _out(alert, reader)) if part)
    if alert.approach is None:
        return crossed
    told = [_foreseen(alert, alert.approach, reader, now), _before(alert.approach, crossed, reader)]
    return "; ".join(part for part in told if part)


def _before(approach: Approach, crossed: str, reader: Reader) -> str:
    """What happened before what is foreseen now."""
    return reader.say("been-before", crossed=crossed) if crossed and approach.outcome != "entered" else crossed


def _foreseen(alert: Alert, approach: Approach, reader: Reader, now: datetime | None) -> str:
    if alert.phase != "approaching":
        return reader.say("had-been-expected", eta=reader.at(approach.eta))
    overdue = now is not None and approach.eta_to < now
    return _expected(alert, approach, reader, "expected-overdue" if overdue else "expected")


def _expected(alert: Alert, approach: Approach, reader: Reader, code: str) -> str:
    """When and how surely it is expected, after what there is to be warned of."""
    said = reader.say(
        code,
        eta=reader.at(approach.eta),
        **{"in": reader.ahead(approach.eta), "from": reader.clock(approach.eta_from)},
        to=reader.clock(approach.eta_to),
        percent=percent_text(reader.language, approach.probability),
    )
    since = silent_units(alert).get(approach.unit)
    warned = (
        reader.say("overdue") if code == "expected-overdue" else "",
        reader.say("no-position-since", since=reader.clock(since)) if since else "",
    )
    before = ", ".join(word for word in warned if word)
    return reader.say("warned", warned=before, text=said) if before else said


def _in(alert: Alert, reader: Reader) -> str:
    crossing = alert.crossing
    if crossing is None:
        return reader.say("since-unknown") if alert.since_unknown else ""
    turned_away = alert.approach is not None and alert.approach.outcome == "withdrawn"
    elsewhere = alert.phase == "withdrawn" and crossing.status != "withdrawn" and not turned_away
    said = (
        _crossed(crossing, reader),
        reader.say("start-unsure") if crossing.start_unsure else "",
        reader.say("told-late") if crossing.late else "",
        reader.say("crossed-into", states=states_text(reader.language, crossing.entered)) if elsewhere else "",
    )
    return ", ".join(part for part in said if part)


def _out(alert: Alert, reader: Reader) -> str:
    """By which crossing the last unit went out again, or that it did not."""
    crossing = alert.crossing_out
    if crossing is None:
        return ""
    if crossing.status == "withdrawn":
        return reader.say("still-there")
    return _again(alert, _crossed(crossing, reader), reader)


def _again(alert: Alert, crossed: str, reader: Reader) -> str:
    return reader.say("home-again" if alert.room_basis == "home" else "out-again", crossed=crossed)


def _crossed(crossing: Crossing, reader: Reader) -> str:
    """When the border was crossed, and how sure that is."""
    if crossing.status == "withdrawn":
        return reader.say("crossed-withdrawn")
    at = _at(crossing, reader)
    return reader.say("crossed-possible", crossed=at) if crossing.status == "possible" else at


def _at(crossing: Crossing, reader: Reader) -> str:
    """At an instant; after a gap between two, for a guess is never one."""
    if not crossing.guess:
        return reader.say("crossed-at", at=reader.at(crossing.at))
    ends = {"from": reader.clock(crossing.not_before), "to": reader.clock(crossing.not_after)}
    return reader.say("crossed-between", **ends)


# ---------------------------------------------------------------- on a card


def card_times(alert: Alert, reader: Reader) -> dict[str, str]:
    """The same for a card, whose warnings say the rest: `when`, and where it is awaited, `when_due` and `when_overdue`.

    A page shows `when` until the instant it is expected, `when_due` until the last instant it is, then `when_overdue`.
    """
    crossed = "; ".join(part for part in (_card_in(alert, reader), _card_out(alert, reader)) if part)
    approach = alert.approach
    if approach is None:
        return {"when": crossed}
    before = _before(approach, crossed, reader)
    if alert.phase != "approaching":
        return {"when": _joined(_foreseen(alert, approach, reader, None), before)}
    codes = {"when": "expected-in", "when_due": "expected-now", "when_overdue": "expected-overdue"}
    return {piece: _joined(_expected(alert, approach, reader, code), before) for piece, code in codes.items()}


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _card_in(alert: Alert, reader: Reader) -> str:
    crossing = alert.crossing
    if crossing is None:
        if alert.phase in _NOTHING_CROSSED or alert.approach:
            return ""
        unknown = reader.say("card-time_unknown")
        return (
            reader.say("warned", warned=unknown, text=reader.say("since-unknown")) if alert.since_unknown else unknown
        )
    if crossing.status == "withdrawn":
        return reader.say("card-not_crossed")
    possibly = "_possibly" if crossing.status == "possible" else ""
    return reader.say(f"card-crossed{possibly}", crossed=_at(crossing, reader))


def _card_out(alert: Alert, reader: Reader) -> str:
    crossing = alert.crossing_out
    if crossing is None or crossing.status == "withdrawn":
        return ""
    out = _again(alert, _at(crossing, reader), reader)
    return reader.say("card-out_possibly", out=out) if crossing.status == "possible" else out
