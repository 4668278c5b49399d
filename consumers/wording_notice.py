"""The proof of notice in words: when the border was crossed, how the room came to know, and was that in time."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from consumers.language import span_text
from consumers.reader import Reader
from consumers.wording_alert import person_text
from consumers.wording_parameters import code_text
from streams.records import AtConsole, Notice, Telephone

__all__ = ["notice_proof"]

_AT_ONCE = timedelta(minutes=2)
"""Whoever enters a call after it says little of when it was."""


def notice_proof(notice: Notice, reader: Reader) -> str:
    """One line: the room, the verdict with its margin and reasons, then every instant that is known."""
    told = "; ".join((_verdict(notice, reader), *_instants(notice, reader)))
    return reader.say("notice-proof", room=notice.room, proof=told)


def _verdict(notice: Notice, reader: Reader) -> str:
    margin = "" if notice.margin_s is None else span_text(reader.language, abs(notice.margin_s))
    verdict = reader.say(f"verdict-{notice.verdict}", margin=margin)
    reasons = ", ".join(code_text("verdict-reason", reason, reader) for reason in notice.reasons)
    return reader.say("verdict-because", verdict=verdict, reasons=reasons) if reasons else verdict


def _instants(notice: Notice, reader: Reader) -> Iterator[str]:
    if notice.crossed_at:
        yield _crossed(notice, notice.crossed_at, reader)
    for kind, at_console in (("delivered", notice.delivered), ("shown", notice.shown), ("sounded", notice.sounded)):
        if at_console:
            yield _at_console(kind, at_console, reader)
    if notice.acknowledged:
        owner = notice.acknowledged
        yield reader.say("acknowledged", who=person_text(owner.by, reader), at=reader.at(owner.at))
    if notice.telephone:
        yield _call(notice.telephone, reader)
        if notice.called_at and notice.called_at > notice.telephone.at:
            yield reader.say("notice-called_again", at=reader.at(notice.called_at))


def _call(call: Telephone, reader: Reader) -> str:
    """Who called whom and when; and when that was written down, where it was later."""
    said = reader.say("notice-telephone", answered=call.answered_by, caller=call.caller, at=reader.at(call.at))
    if call.entered_at - call.at < _AT_ONCE:
        return said
    return reader.say("notice-entered_later", call=said, at=reader.at(call.entered_at))


def _crossed(notice: Notice, crossed_at: datetime, reader: Reader) -> str:
    """The instant of the crossing, and between which it was where it is not sure to the second."""
    at = reader.say("notice-crossed", at=reader.at(crossed_at))
    if notice.not_before is None or notice.not_after is None:
        return at
    if (notice.not_after - notice.not_before).total_seconds() <= 1:
        return at
    ends = {"from": reader.clock(notice.not_before), "to": reader.clock(notice.not_after)}
    return reader.say("notice-between", crossed=at, **ends)


def _at_console(kind: str, at_console: AtConsole, reader: Reader) -> str:
    return reader.say(f"notice-{kind}", at=reader.clock(at_console.at), console=at_console.console)
