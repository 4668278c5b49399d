"""The lines of a pursuit's log, each made from its code and parameters."""

from collections.abc import Iterator, Mapping

from consumers.reader import Reader
from consumers.wording_parameters import code_text, complete, fact_code_text
from streams.records import LogEntry

__all__ = ["log_text"]

_OF_A_FACT = ("fact_added", "assessment_added")


def log_text(entry: LogEntry, reader: Reader) -> str:
    """When, what happened, and why or what else where that was said."""
    parameters = complete("log", "log", entry.code, entry.params, reader)
    if entry.code in _OF_A_FACT:
        parameters["fact"] = _fact(entry.params, reader)
    said = code_text("log", entry.code, reader, parameters)
    for detail in _details(entry, reader):
        said = reader.say("log-because", text=said, reason=detail)
    if "written" in parameters:
        said = reader.say("log-written_later", text=said, at=parameters["written"])
    return reader.say("log-line", at=reader.clock(entry.at), text=said)


def _fact(params: Mapping[str, str], reader: Reader) -> str:
    kind, code, number, text = (params.get(name, "") for name in ("kind", "code", "number", "text"))
    content = ", ".join(part for part in (fact_code_text(kind, code, reader), number, text) if part)
    return code_text("fact", kind, reader, {"fact": content})


def _details(entry: LogEntry, reader: Reader) -> Iterator[str]:
    """What a person gave as reason, and what the other pursuit answered; what failed inside is for the server's log."""
    if entry.code != "fault" and (reason := entry.params.get("reason")):
        yield reason
    if entry.code in {"item_done", "item_corrected"} and (text := entry.params.get("text")):
        yield text
    if entry.code.endswith("_refused") and (code := entry.params.get("code")):
        yield code_text("refusal", code, reader, complete("commands", "refusal", code, {}, reader))
