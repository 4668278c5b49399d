"""What a record says in words, one line each, in the reader's language: the texts of a console in a terminal.

Every text begins with the mode word, so that an exercise is never taken for the real thing, and says what is a guess or
not known. The words stand in the catalogues; here they are only put in order.
"""

from datetime import datetime

from consumers import language as forms
from consumers.reader import Reader, terminal_reader
from consumers.wording_alert import circumstances, headline, near_text, owner_text, units_text
from consumers.wording_answer import answer_text, notice_text
from consumers.wording_assistance import check_text, request_text, stop_text
from consumers.wording_facts import fact_text, target_text
from consumers.wording_law import card_text
from consumers.wording_notice import notice_proof
from consumers.wording_pursuit import pursuit_text, stay_text
from consumers.wording_time import when_text
from consumers.wording_warnings import no_position, remarks
from streams.records import (
    Alert,
    AlertRecord,
    AnswerRecord,
    CardRecord,
    InboxRecord,
    Mode,
    NoticeRecord,
    PursuitRecord,
    StopRecord,
    VisibilityRecord,
)

__all__ = ["age_text", "alert_text", "details_text", "mode_word", "record_text"]


def mode_word(mode: Mode, language: str = "en") -> str:
    """EXERCISE, TEST or LIVE."""
    return forms.say(language, f"mode-{mode}")


def age_text(age_s: float, language: str = "en") -> str:
    """An age as people say it: 0.1 s, 45 s, 12 min, 3 h, 2 d."""
    return forms.age_text(language, age_s)


def record_text(record: InboxRecord, now: datetime | None = None, language: str = "en") -> str:
    """One line for any record of an inbox, as it reads `now`, where that is known."""
    if isinstance(record, AlertRecord):
        return alert_text(record.alert, now, language)
    return f"{mode_word(record.mode, language)} {_said(record, terminal_reader(language))}"


def _said(record: InboxRecord, reader: Reader) -> str:
    match record:
        case PursuitRecord():
            said = pursuit_text(record, reader)
        case VisibilityRecord():
            said = reader.say("visibility-granted" if record.granted else "visibility-ended", case=record.case)
        case AnswerRecord():
            said = answer_text(record, reader)
        case NoticeRecord():
            said = notice_text(record, reader)
        case CardRecord():
            said = card_text(record.card, reader)
        case StopRecord():
            said = reader.say("case-line", case=record.case, text=stop_text(record.stop, reader))
        case AlertRecord():
            said = headline(record.alert, reader)
    return said


def alert_text(alert: Alert, now: datetime | None = None, language: str = "en") -> str:
    """One line: mode, priority, what happened, which pursuit and units, from where, when, where, who owns it.

    That there is no position of a unit stands with what is expected of it, or before the circumstances.
    """
    reader = terminal_reader(language)
    parts = (
        f"{mode_word(alert.mode, language)} P{alert.priority} {headline(alert, reader)}",
        alert.case,
        units_text(alert, reader),
        when_text(alert, reader, now),
        alert.crossing_point,
        reader.say("near", place=near_text(alert.place, reader)) if alert.place else "",
        no_position(alert, reader),
        "; ".join((*remarks(alert, reader), *circumstances(alert, reader), *_fault(alert, reader))),
        owner_text(alert, reader),
    )
    return "  ".join(part for part in parts if part)


def _fault(alert: Alert, reader: Reader) -> tuple[str, ...]:
    return (reader.say("warning-fault"),) if alert.fault else ()


def details_text(record: PursuitRecord, language: str = "en") -> dict[str, str]:
    """What is known of a pursuit beyond its line, one text for each thing, by a name that stays while it changes.

    The legal standing of each unit abroad, facts, the car itself, requests, stop orders, the proof of notice of each
    room, and the closing checklist.
    """
    reader = terminal_reader(language)
    return {
        **{
            f"stay {view.unit} {stay.state}": stay_text(view.unit, stay, reader)
            for view in record.units
            for stay in view.stays
        },
        **{f"fact {fact.id}": fact_text(fact, reader) for fact in record.facts},
        **({"target": target_text(record.target, reader)} if record.target else {}),
        **{f"request {request.id}": request_text(request, reader) for request in record.requests},
        **{f"stop {stop.id}": stop_text(stop, reader) for stop in record.stops},
        **{f"notice {notice.room}": notice_proof(notice, reader) for notice in record.notices},
        **{f"item {entry.item}": check_text(entry, reader) for entry in record.checklist},
    }
