"""What rooms ask of each other, stop orders and their receipts, and the closing checklist, in words."""

from consumers.reader import Reader
from consumers.wording_alert import person_text
from consumers.wording_parameters import code_text, free_text
from streams.pursuit.closing import HELD, NOBODY
from streams.records import Assistance, CheckEntry, StopOrder

__all__ = ["check_text", "request_text", "stop_text"]


def request_text(request: Assistance, reader: Reader) -> str:
    """Who asks whom for what, and the answer, or that there is none yet."""
    asked = reader.say(
        "request",
        room=request.room,
        to=request.to,
        what=reader.say(f"request-{request.kind}"),
        by=person_text(request.by, reader),
        at=reader.at(request.at),
    )
    text = free_text(request.text, request.language, reader)
    said = reader.say("request-text", request=asked, text=text) if text else asked
    return f"{said}; {_answer(request, reader)}"


def _answer(request: Assistance, reader: Reader) -> str:
    if request.state == "open":
        return reader.say("request-open")
    by = person_text(request.answered_by, reader) if request.answered_by else request.to
    at = reader.at(request.answered_at) if request.answered_at else reader.say("not-known")
    details = (
        request.unit or "",
        reader.say("request-unit_at", at=reader.at(request.unit_at)) if request.unit_at else "",
        reader.say("request-conditions", conditions=request.conditions) if request.conditions else "",
        reader.say("request-reason", reason=request.reason) if request.reason else "",
    )
    return ", ".join(part for part in (reader.say(f"request-{request.state}", by=by, at=at), *details) if part)


def stop_text(stop: StopOrder, reader: Reader) -> str:
    """Who ordered the stop and why; which units have receipted it and which have not; or that it is lifted."""
    said = reader.say(
        "stop",
        by=person_text(stop.by, reader),
        room=stop.holders[0] if stop.holders else stop.by.state,
        at=reader.at(stop.at),
        reason=free_text(stop.reason, stop.language, reader),
    )
    if stop.lifted:
        lifted = stop.lifted
        return reader.say(
            "stop-lifted", stop=said, by=person_text(lifted.by, reader), at=reader.at(lifted.at), reason=lifted.reason
        )
    return "; ".join(part for part in (said, *_receipts(stop, reader)) if part)


def _receipts(stop: StopOrder, reader: Reader) -> tuple[str, str]:
    have = [reader.say("stop-unit_at", unit=unit, at=reader.clock(at)) for unit, at in sorted(stop.units.items()) if at]
    lack = [unit for unit, at in sorted(stop.units.items()) if at is None]
    missing = "stop-unanswered" if stop.unanswered else "stop-waiting"
    return (
        reader.say("stop-receipted", units=", ".join(have)) if have else "",
        reader.say(missing, units=", ".join(lack)) if lack else "",
    )


def _filled_in(entry: CheckEntry, reader: Reader) -> str:
    """What was written; that nobody was held is a code, which the page and the six hours know."""
    if entry.item == HELD and entry.text.strip().lower() in NOBODY:
        return reader.say("check-nobody")
    return free_text(entry.text, entry.language, reader)


def check_text(entry: CheckEntry, reader: Reader) -> str:
    """An item of the checklist: what was written, by whom; or that it is open, and until when."""
    item = code_text("item", entry.item, reader)
    if entry.done_at is None:
        due = reader.say("check-due", at=reader.at(entry.due_at)) if entry.due_at else ""
        return reader.say(
            "in-words", code=item, text=", ".join(part for part in (reader.say("check-open"), due) if part)
        )
    by = person_text(entry.by, reader) if entry.by else reader.say("not-known")
    done = reader.say("check-done", text=_filled_in(entry, reader), by=by, at=reader.at(entry.done_at))
    told = reader.say("check-at", done=done, at=reader.at(entry.at)) if entry.at else done
    return reader.say("in-words", code=item, text=told)
