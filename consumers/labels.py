"""The words of a page that are no record: buttons, headings, the state of the line, and codes that it shows itself.

A place to fill stays in a label as `{$name}`; the page fills it by simple replacement.
"""

from functools import cache

from consumers.catalogue import parameters_of, topics_of
from consumers.language import LANGUAGE_NAMES, say, spoken_language, state_name

__all__ = ["labels"]

_BESIDES = (
    "age-", "danger-", "fact_kind-", "item-", "mode-", "not-known", "offence-", "outside-map", "phase-", "refusal-",
    "request-", "role-", "source-", "trigger-", "wind-",
)  # fmt: skip
"""Codes of other topics that the page puts in words itself: of a command, a dot, or a form that a person fills in."""
_WHOLE = ("forms", "labels", "panel")
"""Topics of the page alone."""
_STATES = ("BE", "DE", "FR", "LU", "NL")


@cache
def labels(language: str) -> dict[str, str]:
    """Every label of the page in this language, by its key; English where there are no words for the language."""
    spoken = spoken_language(language)
    said = {code: _with_places(spoken, topic, code) for topic in topics_of("en") for code in _codes(topic)}
    names = {f"language-{one}": name for one, name in LANGUAGE_NAMES.items()}
    states = {f"state-{state}": state_name(spoken, state) for state in _STATES}
    return {**said, **names, **states, "language": spoken}


def _codes(topic: str) -> list[str]:
    codes = parameters_of("en", topic)
    return [code for code in codes if topic in _WHOLE or code.startswith(_BESIDES)]


def _with_places(language: str, topic: str, code: str) -> str:
    """The text with each of its places to fill left open."""
    places = {name: f"{{${name}}}" for name in parameters_of("en", topic)[code]}
    return say(language, code, **places)
