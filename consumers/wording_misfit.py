"""Why a value could not be read, in the reader's language: the server's and the reader's own complaints, by their form.

A complaint of a form that nothing here knows stays as it was written, in English.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from consumers.language import Parameter, has_words, number_text, say

__all__ = ["form_label", "misfit_text"]

_BY_A_GATEWAY = re.compile(r"(?P<where>[\w.\[\]]*): expected (?P<what>.*?), got (?P<got>.*)", re.DOTALL)
"""As `streams.ids` and `consumers.gateway.refusal` write it."""
_BY_THE_READER = re.compile(r"(?P<what>.*?)(?:, got (?P<got>.*?))?(?: - at `\$\.?(?P<where>.*)`)?", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<field>\w+)`")
_UNKNOWN = re.compile(r"(?:Invalid )?Object contains unknown field `(?P<field>\w+)`")
_VALUE = re.compile(r"(?:Invalid )?(?:enum )?value '?(?P<value>.*?)'?", re.DOTALL)
_NO_INSTANT = "RFC3339 encoded datetime"
_PROBLEMS = (
    (r"the field \w+|a value with the command \w+|`str` of length >= 1|`array` of length >= 1", "problem-missing"),
    (r"an id .*", "problem-id"),
    (r"a number plate .*", "problem-plate"),
    (r"a state's two .*", "problem-state"),
    (r"a text without control signs", "misfit-text"),
    (r"a text that says something, without control signs", "misfit-said"),
    (r"one line of text without control signs", "misfit-line"),
    (r"one line of text that says something, without control signs", "misfit-called"),
    (r"`str` of length <= (?P<limit>\d+)", "misfit-long"),
    (r"`(?:int|float)` <= (?P<limit>-?[\d.]+)", "misfit-at_most"),
    (r"`(?:int|float)` >= (?P<limit>-?[\d.]+)", "misfit-at_least"),
    (r"`(?:int|float)` > (?P<limit>-?[\d.]+)", "misfit-above"),
    (r"`(?:int|float)(?: \| null)?`", "problem-number"),
    (r"`datetime.*", "problem-instant"),
    (r"`\w+(?: \| null)?`", "misfit-kind"),
)
"""What was expected, and which text says so."""
_SHOWN_AS = {"speed_mps": 3.6}
"""Fields that people read and write in another unit: so many of theirs to one of the order's."""


@dataclass(frozen=True, slots=True)
class _Misfit:
    """Which field, what was expected and what came, as far as each was said."""

    field: str
    what: str
    got: str


def misfit_text(reason: str, language: str, named: Callable[[str, str], str] | None = None) -> str | None:
    """Text: must be a text without control signs. None where the complaint has no form that is known here.

    Args:
        reason: as the gateway wrote it, or as the reader of records did.
        language: of the text.
        named: what a field is called in this language; on forms, if None.
    """
    misfit = _read(reason)
    problem = _problem(misfit, language) if misfit.field else None
    if problem is None:
        return None
    return say(language, "in-words", code=(named or form_label)(misfit.field, language), text=problem)


def form_label(field: str, language: str) -> str:
    """What a field is called on forms; its own name where it stands on none."""
    label = f"form-{field}"
    return say(language, label) if has_words("en", label) else field


def _read(reason: str) -> _Misfit:
    found = _BY_A_GATEWAY.fullmatch(reason) or _BY_THE_READER.fullmatch(reason)
    if found is None:
        return _Misfit("", "", "")
    what, got = found["what"].removeprefix("Expected "), found["got"] or ""
    if of_object := _MISSING.fullmatch(what):
        return _Misfit(of_object["field"], f"the field {of_object['field']}", "")
    if of_object := _UNKNOWN.fullmatch(got) or _UNKNOWN.fullmatch(what):
        return _Misfit(of_object["field"], "nothing", "")
    if what.startswith("Invalid "):
        what, got = "one of the known values", what.removeprefix("Invalid ")
    return _Misfit(_field(found["where"] or ""), what, got)


def _field(path: str) -> str:
    """The last name of order.units[0]."""
    names = re.findall(r"[A-Za-z_]\w*", path)
    return names[-1] if names else ""


def _problem(misfit: _Misfit, language: str) -> str | None:
    """What is wrong with it, in words; None where no form of it is known."""
    if misfit.what == "nothing":
        return say(language, "misfit-unknown")
    if misfit.what == "one of the known values":
        return _no_known_value(misfit.got, language)
    for form, code in _PROBLEMS:
        if found := re.fullmatch(form, misfit.what):
            limit = found.groupdict().get("limit")
            places: dict[str, Parameter] = {"limit": _limit(misfit.field, limit, language)} if limit else {}
            return say(language, code, **places)
    return None


def _no_known_value(got: str, language: str) -> str | None:
    if got == _NO_INSTANT:
        return say(language, "problem-instant")
    value = _VALUE.fullmatch(got)
    return say(language, "misfit-choice", got=value["value"]) if value else None


def _limit(field: str, written: str, language: str) -> str:
    limit = round(float(written) * _SHOWN_AS.get(field, 1), 1)
    return number_text(language, limit, 0 if limit.is_integer() else 1)
