"""The texts of every language, as they stand in the files under `words`: one folder a language, one file a topic.

The files are in Project Fluent's format, so that a translator sees whole sentences with named places to fill, and each
language may choose its own forms by number or kind. A code is looked up in the reader's language, and where it is not
there in the languages named for that: the law in Luxembourgish stands in French.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

__all__ = ["CatalogueError", "bundle_of", "languages_of", "parameters_of", "template_of", "topics_of"]

_WORDS = Path(__file__).parent / "words"
_INSTEAD = {"lb": ("fr", "en")}
"""Where a language has no text for a code; for every other it is English."""
_FRENCH_SPACE = re.compile(r"(?<=\S) (?=[:;!?»](?:\s|$))")


class CatalogueError(ValueError):
    """A file of texts that cannot be read: what was expected, what came, and where."""


class _Parameters(Visitor):
    """Collects the names of the parameters that a text uses."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own name
        """Note it."""
        self.names.add(node.id.name)


def languages_of(language: str) -> tuple[str, ...]:
    """In which languages a code is looked up for a reader of this one, in this order."""
    return (language, *(other for other in _INSTEAD.get(language, ("en",)) if other != language))


def topics_of(language: str) -> tuple[str, ...]:
    """Which topics have texts in this language."""
    return tuple(sorted(file.stem for file in (_WORDS / language).glob("*.ftl")))


@cache
def bundle_of(language: str) -> FluentBundle:
    """Every text of a language, ready to be filled in; read once.

    Raises:
        CatalogueError: a text cannot be read, or its code stands there twice.
    """
    bundle = FluentBundle([language], use_isolating=False)
    for topic in topics_of(language):
        twice = [code for code in parameters_of(language, topic) if bundle.has_message(code)]
        if twice:
            message = f"{topic}.ftl of {language}: expected each code in one topic, got {', '.join(twice)} in two"
            raise CatalogueError(message)
        bundle.add_resource(_read(language, topic))
    return bundle


@cache
def template_of(language: str, code: str) -> str | None:
    """The text for `str.format_map`, where it has places to fill and nothing else; None where it chooses a form.

    Filling it so takes a tenth of the time that Fluent takes, and most texts are of this kind.
    """
    return _templates(language).get(code)


@cache
def _templates(language: str) -> dict[str, str | None]:
    messages = (message for topic in topics_of(language) for message in _messages(_read(language, topic)))
    return {message.id.name: _template(message) for message in messages}


def _template(message: ast.Message) -> str | None:
    parts: list[str] = []
    for element in message.value.elements if message.value else ():
        match element:
            case ast.TextElement(value=text):
                parts.append(text)  # Fluent's own text has no braces: one that is to be seen is a placeable
            case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
                parts.append(f"{{{name}}}")
            case _:
                return None
    return "".join(parts)


@cache
def parameters_of(language: str, topic: str) -> dict[str, frozenset[str]]:
    """The codes of a topic in a language, each with the names of its parameters."""
    return {message.id.name: _parameters(message) for message in _messages(_read(language, topic))}


@cache
def _read(language: str, topic: str) -> ast.Resource:
    file = _WORDS / language / f"{topic}.ftl"
    text = file.read_text(encoding="utf-8")
    if language == "fr":
        # French sets a space before : ; ! ? at which no line may break; in the file it is a plain one, to be seen.
        text = _FRENCH_SPACE.sub("\u00a0", text)
    resource = FluentResource(text)
    seen: set[str] = set()
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            message = f"{file.name} of {language}: expected a text with its code, got {entry.content!r}"
            raise CatalogueError(message)
        if isinstance(entry, ast.Message) and entry.id.name in seen:
            message = f"{file.name} of {language}: expected each code once, got {entry.id.name} twice"
            raise CatalogueError(message)
        seen |= {entry.id.name} if isinstance(entry, ast.Message) else set()
    return resource


def _messages(resource: ast.Resource) -> Iterator[ast.Message]:
    return (entry for entry in resource.body if isinstance(entry, ast.Message))


def _parameters(message: ast.Message) -> frozenset[str]:
    found = _Parameters()
    found.visit(message)
    return frozenset(found.names)
