"""What was typed wrong is said in the language of who typed it."""

import ast
from pathlib import Path

import pytest

import consumers
from borders.places import LANGUAGES
from consumers.catalogue import parameters_of
from consumers.typed_error import TypedOrderError

CODES = sorted(code.removeprefix("typed-") for code in parameters_of("en", "typed"))


def test_it_is_english_to_a_programmer_and_the_typists_language_to_the_typist() -> None:
    error = TypedOrderError(code="missing", word="close", names="text")
    assert str(error) == "close: missing: text"
    assert error.said("nl") == "close: er ontbreekt: text"
    assert error.said("lb") == "close: et feelt: text"


def test_a_bad_value_is_said_with_its_typed_name_in_the_typists_language() -> None:
    detail = "Expected `float` <= 150.0 - at `$.order.speed_mps`"
    error = TypedOrderError(code="bad_value", word="warn_room", detail=detail)
    assert error.said("nl") == "warn_room: een waarde die niet kan: speed_kmh: mag hoogstens 540 zijn"
    other = TypedOrderError(code="bad_value", word="close", detail="something else")
    assert other.said("nl") == "close: een waarde die niet kan: something else"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_text_shows_all_that_it_is_given(language: str, code: str) -> None:
    given = {name: f"<{name}>" for name in parameters_of("en", "typed")[f"typed-{code}"]}
    said = TypedOrderError(code=code, **given).said(language)
    assert all(value in said for value in given.values())


def test_every_refusal_has_its_text_and_fills_all_its_places() -> None:
    files = Path(consumers.__file__).parent.glob("typed_*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    raised = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "TypedOrderError"]
    assert len(raised) > 12
    for call in raised:
        given = {one.arg: one.value for one in call.keywords}
        code = ast.literal_eval(given.pop("code"))
        assert set(given) == parameters_of("en", "typed")[f"typed-{code}"], code
