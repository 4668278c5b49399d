"""A command as a person types it at a terminal, made into what the gateway takes: a word, a case, and what it says.

As in `acknowledge BE/2026-1`, `give_stop BE/2026-1 reason="too dangerous in the town"`, or
`answer_request BE/2026-1 request=r1 answer=accept unit=NL/M-7`.
A speed is typed in km/h, as it is read everywhere else.
"""

import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite
from typing import Any, get_args

import msgspec

from consumers.language import LANGUAGES, say
from consumers.typed_error import TypedOrderError, typed_name
from consumers.typed_time import typed_instant
from streams.console import Command
from streams.expected import in_words
from streams.order_forms import FormField, OrderForm, order_forms
from streams.records import Alert, Mode

__all__ = ["help_lines", "typed_order"]

_PLAIN = {"join": ("unit",), "leave": ("unit",), "close": ("text",), "open": ("units", "text")}
"""Commands besides the orders, and what each may say; `acknowledge` says nothing of its own."""
_NEW = {"fact", "request", "stop"}
"""Ids that the terminal makes, where none is typed, in the orders that begin something."""
_BEGINNING = {"add_fact", "request", "hand_over", "give_stop"}
_NOW = {"observed_at", "at"}
_AHEAD = {("answer_request", "at")}
"""Orders and their instants that may be still to come: when a unit will be there."""
_TO_THE_SECOND = {"called_at"}
"""Instants that name something which is written down already."""
_MPS_PER_KMH = 1 / 3.6
_MODES_OF_OPEN = "mode=exercise|live"
"""What a person chooses between: the third mode is for programs that test."""
_YES_NO = {
    **dict.fromkeys(("yes", "true", "ja", "jo", "oui"), True),
    **dict.fromkeys(("no", "false", "nee", "neen", "nein", "non"), False),
}
"""In the languages of those who type."""


def typed_order(
    line: str, *, room: str, alerts: Mapping[str, Alert], modes: Mapping[str, Mode], now: datetime, new_id: str
) -> Command:
    """The command of one line.

    Args:
        line: as typed.
        room: the room the person speaks for.
        alerts: of this room, by case: which there are, and which revision is acknowledged.
        modes: of the cases it may see; a case that nobody here knows is live, unless `mode=` says otherwise. Who opens
            one must say it: a pursuit that was meant as an exercise rings nobody in earnest.
        now: of this terminal.
        new_id: names this command, and what it begins.

    Raises:
        TypedOrderError: says what was expected, and what came.
    """
    word, case, said = _parts(line)
    alert = alerts.get(case)
    common: dict[str, Any] = {
        "id": new_id,
        "room": room,
        "case": case,
        "mode": _opened_as(said) if word == "open" else modes.get(case) or _mode(word, said.pop("mode", "live")),
        "happened_at": now,
    }
    if word == "acknowledge":
        if alert is None:
            raise TypedOrderError(code="no_alert", room=room, known=", ".join(sorted(alerts)) or "-", got=case)
        return Command(**common, command="acknowledge", alert=alert.id, revision=alert.revision)
    if word in _PLAIN:
        return _plain(word, said, common)
    order = _order(_form(word), said, alert, now, new_id)
    return _converted({**common, "command": "order", "order": order}, word)


def _parts(line: str) -> tuple[str, str, dict[str, str]]:
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise TypedOrderError(code="no_quotes", got=line.strip()) from error
    if len(words) < 2:
        raise TypedOrderError(code="no_case", got=line.strip())
    bad = [part for part in words[2:] if "=" not in part]
    if bad:
        raise TypedOrderError(code="no_value", got=bad[0])
    return words[0], words[1], dict(part.split("=", 1) for part in words[2:])


def _opened_as(said: dict[str, str]) -> Mode:
    return _mode("open", said.pop("mode", "-"))


def _mode(word: str, typed: str) -> Mode:
    """By its code, or as any of the languages says it."""
    modes: tuple[Mode, ...] = get_args(Mode)
    for mode in modes:
        if typed.lower() in {mode, *(say(language, f"mode-{mode}").lower() for language in LANGUAGES)}:
            return mode
    raise TypedOrderError(code="mode", word=word, got=typed)


def _form(word: str) -> OrderForm:
    found = next((form for form in order_forms() if form.order == word), None)
    if found is None:
        every = ", ".join(["acknowledge", *_PLAIN, *(form.order for form in order_forms())])
        raise TypedOrderError(code="unknown_word", known=every, got=word)
    return found


def _plain(word: str, said: dict[str, str], common: dict[str, Any]) -> Command:
    if unknown := sorted(said.keys() - set(_PLAIN[word])):
        raise TypedOrderError(code="unknown_name", word=word, known=", ".join(_PLAIN[word]), got=unknown[0])
    fields: dict[str, Any] = dict(said)
    if "units" in fields:
        fields["units"] = _listed(said["units"])
    return _converted({**common, "command": word, **fields}, word)


def _order(form: OrderForm, said: dict[str, str], alert: Alert | None, now: datetime, new_id: str) -> dict[str, Any]:
    known = {typed_name(field.name): field for field in form.fields}
    if unknown := sorted(said.keys() - known.keys()):
        raise TypedOrderError(code="unknown_name", word=form.order, known=", ".join(known), got=unknown[0])
    filled = {known[name].name: _filled(form, known[name], value, now) for name, value in said.items()}
    for field in form.fields:
        if field.name in filled:
            continue
        if field.name in _NEW and form.order in _BEGINNING:
            filled[field.name] = new_id
        elif field.required and field.name in _NOW:
            filled[field.name] = now.isoformat()
        elif field.required and field.name == "revision" and alert:
            filled["revision"] = alert.revision
    if missing := [field.name for field in form.fields if field.required and field.name not in filled]:
        raise TypedOrderError(code="missing", word=form.order, names=", ".join(missing))
    return _nested(form, filled)


def _nested(form: OrderForm, filled: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request is a record of its own."""
    if form.order != "answer_request" or "answer" not in filled:
        return {"type": form.order, **filled}
    answer = {name: value for name, value in filled.items() if name not in {"request", "answer"}}
    request = {"request": filled["request"]} if "request" in filled else {}
    return {"type": form.order, **request, "answer": {"type": filled["answer"], **answer}}


def _filled(form: OrderForm, field: FormField, value: str, now: datetime) -> Any:
    match field.kind:
        case "yes_no":
            return _yes_no(field, value)
        case "number" | "whole":
            return _number(field, value)
        case "instant":
            return _instant(field, value, now, may_lie_ahead=(form.order, field.name) in _AHEAD)
        case "list":
            return _listed(value)
        case _:
            return value


def _yes_no(field: FormField, value: str) -> bool:
    if value.lower() not in _YES_NO:
        raise TypedOrderError(code="yes_no", name=field.name, got=value)
    return _YES_NO[value.lower()]


def _number(field: FormField, value: str) -> float:
    """With a point or a comma before the decimals."""
    try:
        if field.kind == "whole":
            return int(value)
        number = float(value.replace(",", ".", 1))
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise TypedOrderError(code="number", name=typed_name(field.name), got=value)
    return number * _MPS_PER_KMH if field.name == "speed_mps" else number


def _instant(field: FormField, value: str, now: datetime, *, may_lie_ahead: bool) -> datetime:
    try:
        return typed_instant(value, now, may_lie_ahead=may_lie_ahead)
    except (ValueError, OverflowError) as error:  # at either end of the calendar there is no such hour in UTC
        raise TypedOrderError(code="instant", name=field.name, got=value) from error


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _converted(command: dict[str, Any], word: str) -> Command:
    try:
        return msgspec.convert(command, type=Command)
    except msgspec.ValidationError as error:
        raise TypedOrderError(code="bad_value", word=word, detail=in_words(str(error))) from error


def help_lines() -> Sequence[str]:
    """One line for each command: its word, and what it may say; what must be said first."""
    return ["acknowledge CASE", *(_plain_help(word) for word in _PLAIN), *(_help(form) for form in order_forms())]


def _plain_help(word: str) -> str:
    mode = (_MODES_OF_OPEN,) if word == "open" else ()
    return " ".join((word, "CASE", *mode, *(f"{name}=" for name in _PLAIN[word])))


def _help(form: OrderForm) -> str:
    fields = sorted(form.fields, key=lambda field: not field.required)
    return f"{form.order} CASE " + " ".join(_named(field) for field in fields)


def _named(field: FormField) -> str:
    said = "|".join(field.choices)
    if field.kind == "instant":
        said = "HH:MM:SS" if field.name in _TO_THE_SECOND else "HH:MM"
    named = f"{typed_name(field.name)}={said}"
    return named if field.required else f"[{named}]"
