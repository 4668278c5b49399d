"""The answer to a command, and a notice, in words."""

from collections.abc import Iterator, Mapping

from consumers.catalogue import parameters_of
from consumers.language import has_words, say
from consumers.reader import Reader
from consumers.wording_misfit import misfit_text
from consumers.wording_parameters import code_text, complete
from streams.console import CommandAnswer
from streams.records import AnswerRecord, NoticeRecord

__all__ = ["answer_text", "gateway_refusal_text", "notice_about", "notice_text", "refusal_text"]

_OF_REFUSALS = ("commands", "forms")
"""The topics in which refusals have their words."""


def answer_text(record: AnswerRecord, reader: Reader) -> str:
    """That the command is done, or refused and why."""
    if record.accepted:
        return reader.say("answer-done", case=record.case, command=record.command)
    return reader.say("answer-refused", case=record.case, command=record.command, refusal=refusal_text(record, reader))


def refusal_text(record: AnswerRecord, reader: Reader) -> str:
    """Why a command is not done; the server's English reason where its code has no words."""
    parameters = complete("commands", "refusal", record.code, record.params, reader)
    known = code_text("refusal", record.code, reader, parameters)
    return known if known != record.code else record.reason or record.code


def gateway_refusal_text(answer: CommandAnswer, language: str) -> str:
    """Why the gateway did not send a command on: in words where its code has any that say it all, else as it wrote."""
    code, reason = f"refusal-{answer.code}", misfit_text(answer.reason, language)
    if not has_words(language, code) or any(parameters_of(language, topic).get(code) for topic in _OF_REFUSALS):
        return reason or f"{answer.code}: {answer.reason}"
    words = say(language, code)
    return f"{words} ({reason or answer.reason})" if answer.code == "not_understood" else words


# ---------------------------------------------------------------- notices


def notice_text(record: NoticeRecord, reader: Reader) -> str:
    """What the room should read, of which pursuit and unit, with the details as the server or a person wrote them."""
    about = f"{record.case} {record.unit}" if record.unit else record.case
    return reader.say("notice", about=about, text=_notice_words(record, reader))


def notice_about(record: NoticeRecord, reader: Reader) -> str:
    """The same beside other lines of its pursuit: only the unit is named."""
    return f"{_notice_words(record, reader)} ({record.unit})" if record.unit else _notice_words(record, reader)


def _notice_words(record: NoticeRecord, reader: Reader) -> str:
    """The notice, then what an answer says besides, and the details."""
    words = code_text("notice", record.code, reader, complete("commands", "notice", record.code, record.params, reader))
    said = ", ".join((words, *_besides(record.params, record.code, reader)))
    return reader.say("warned", warned=said, text=record.text) if record.text else said


def _besides(params: Mapping[str, str], code: str, reader: Reader) -> Iterator[str]:
    if unit := params.get("unit"):
        yield unit
    if conditions := params.get("conditions"):
        yield reader.say("request-conditions", conditions=conditions)
    if reason := params.get("reason"):
        yield reader.say("request-reason", reason=reason)
    if code.endswith("_refused") and (refusal := params.get("code")):
        yield code_text("refusal", refusal, reader, complete("commands", "refusal", refusal, {}, reader))
