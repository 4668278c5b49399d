"""Puts the parameters of a code in the reader's form: instants, territories, lengths, other codes by their words."""

from collections.abc import Mapping
from datetime import datetime

from consumers.catalogue import parameters_of
from consumers.language import Parameter, distance_text, has_words, number_text, states_text
from consumers.reader import Reader

__all__ = ["code_text", "complete", "fact_code_text", "free_text", "in_reader_form"]

_INSTANTS = {"at", "eta", "since", "until", "due", "written"}
_DATED = {("bad_instant", "earliest"), ("bad_instant", "latest"), ("bad_instant", "got")}
_DATED |= {("early_call", "earliest"), ("early_call", "got"), ("unknown_call", "got")}
"""Instants that may be of any day: of this parameter of this code."""
_EITHER = {("bad_fact", "expected")}
"""Lists of which one is enough."""
_TERRITORIES = {"left", "entered", "state", "states", "territory"}
_TOPICS: Mapping[tuple[str, str], str] = {
    ("closed", "phase"): "pursuit",
    ("wrong_mode", "expected"): "mode",
    ("wrong_mode", "got"): "mode",
    ("not_allowed", "expected"): "role",
    ("not_allowed", "got"): "role",
    ("answered", "answer"): "answered",
    ("bad_fact", "kind"): "fact_kind",
    ("bad_fact", "expected"): "field",
    ("bad_instant", "name"): "field",
    ("bad_place", "expected"): "field",
    ("bad_place", "got"): "field",
    ("missing", "name"): "item",
    ("missing", "expected"): "field",
    ("nothing_new", "name"): "item",
    ("unknown_item", "expected"): "item",
    ("danger", "code"): "danger",
    ("danger_withdrawn", "code"): "danger",
    ("limit_warned", "by"): "limit-by",
    ("limit_exceeded", "by"): "limit-by",
}
"""Of which topic the words of a parameter are: of this parameter of this code. Else of the topic of its own name."""


def in_reader_form(code: str, params: Mapping[str, str], reader: Reader) -> dict[str, Parameter]:
    """Each parameter as this reader reads it; one that is none of these is free text, and stays as it was written."""
    return {name: _read(code, name, params, reader) for name in params}


def _read(code: str, name: str, params: Mapping[str, str], reader: Reader) -> str:
    value, topics = params[name], _topics(code, name, params)
    if (code, name) in _DATED:
        return _dated(value, reader)
    if (code, name) in _EITHER and value:
        return _either(value, topics, reader)
    return _written(name, value, topics, reader)


def _topics(code: str, name: str, params: Mapping[str, str]) -> tuple[str, ...]:
    """Where the words of a parameter may stand; what a fact may say, also among the words of its kind."""
    topic = _TOPICS.get((code, name), "request" if name == "kind" else name)
    return (topic, params.get("kind", topic)) if code == "bad_fact" else (topic,)


def complete(topic: str, family: str, code: str, params: Mapping[str, str], reader: Reader) -> dict[str, Parameter]:
    """The same, with "not known" for what was not said: a text never misses what it has a place for.

    `topic` names the file of the texts, `family` what the text of the code begins with, as refusal of refusal-closed.
    """
    needed = parameters_of("en", topic).get(f"{family}-{code}", frozenset())
    unknown: dict[str, Parameter] = dict.fromkeys(needed, reader.say("not-known"))
    return unknown | in_reader_form(code, params, reader)


def _written(name: str, value: str, topics: tuple[str, ...], reader: Reader) -> str:
    if name in _INSTANTS:
        return _instant(value, reader)
    if name in _TERRITORIES:
        return states_text(reader.language, tuple(part for part in value.split("+") if part))
    if not value:
        return reader.say("nothing")
    if name.endswith(("_m", "_s")):
        return _amount(name, value, reader)
    return ", ".join(_words(value, topics, reader))


def _words(value: str, topics: tuple[str, ...], reader: Reader) -> list[str]:
    return [_word(topics, part, reader) for part in value.split(", ")]


def _either(value: str, topics: tuple[str, ...], reader: Reader) -> str:
    """The plate, or a text: one of them is enough."""
    *first, last = _words(value, topics, reader)
    return reader.say("either", first=", ".join(first), last=last) if first else last


def _word(topics: tuple[str, ...], code: str, reader: Reader) -> str:
    known = (code_text(topic, code, reader) for topic in topics)
    return next((words for words in known if words != code), code)


def _instant(value: str, reader: Reader) -> str:
    try:
        return reader.clock(datetime.fromisoformat(value))
    except ValueError:
        return value


def _dated(value: str, reader: Reader) -> str:
    """With its day; what says no zone stays as it was written: what instant it is nobody knows."""
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return value
    return reader.dated(instant) if instant.tzinfo else value


def _amount(name: str, value: str, reader: Reader) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return distance_text(reader.language, number) if name.endswith("_m") else number_text(reader.language, number)


def code_text(topic: str, code: str, reader: Reader, parameters: Mapping[str, Parameter] | None = None) -> str:
    """The words of a code of a topic, as `danger-armed`; the code itself where there are none."""
    known = f"{topic}-{code}"
    return reader.say(known, **(parameters or {})) if has_words("en", known) else code


def fact_code_text(kind: str, code: str, reader: Reader) -> str:
    """The words of what a fact says, as `danger-armed`; what no list knows, in quotes, as it was typed."""
    if not code or has_words("en", f"{kind}-{code}"):
        return code and code_text(kind, code, reader)
    return f'"{code}"'


def free_text(text: str, language: str | None, reader: Reader) -> str:
    """What a person wrote, as they wrote it, and in which language where that is another than the reader's."""
    if not text or language is None or language == reader.language:
        return text
    return reader.say("text-in", text=text, language=language)
