import re
from pathlib import Path

import pytest

from borders.places import LANGUAGES
from consumers.labels import labels
from consumers.language import LANGUAGE_NAMES
from streams.order_forms import order_forms

PAGE = Path(__file__).parents[2] / "dashboard" / "page"
SCRIPTS = "\n".join(file.read_text(encoding="utf-8") for file in sorted((PAGE / "js").rglob("*.js")))
PARTS = (
    "dangers", "stops", "requests", "rooms", "notices", "checklist", "target", "units", "facts", "assessments", "law",
    "log", "sent",
)  # fmt: skip
"""Of the panel of a pursuit."""
OF_THE_PAGE = {"as_room", "case", "mode", "nobody", "purpose"}
"""Fields that no order has by that name."""
HTML = (PAGE / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels_with_the_same_places(language: str) -> None:
    ours, theirs = labels("en"), labels(language)
    assert theirs.keys() == ours.keys()
    places = {key: set(re.findall(r"\{\$\w+\}", text)) for key, text in ours.items()}
    assert {key: set(re.findall(r"\{\$\w+\}", text)) for key, text in theirs.items()} == places


def test_places_stay_open_for_the_page_to_fill() -> None:
    assert labels("de")["acknowledge"] == "Revision {$revision} quittieren"
    assert labels("fr")["age-s"] == "{$n} s"


def test_the_languages_are_offered_by_their_own_names_in_every_language() -> None:
    for language in LANGUAGES:
        named = {one: labels(language)[f"language-{one}"] for one in LANGUAGES}
        assert named == LANGUAGE_NAMES


def test_a_language_without_words_gets_english() -> None:
    assert labels("xx") == labels("en")
    assert labels("xx")["language"] == "en"


def test_the_page_asks_for_no_label_that_there_is_not() -> None:
    known = labels("en")
    asked = set(re.findall(r'data-word(?:-label)?="([\w-]+)"', HTML))
    for first in re.findall(r"\bsay\(([^`(){},]*)[,)]", SCRIPTS):
        asked |= set(re.findall(r'"([\w-]+)"', first))
    assert {"sound-armed", "sound-silent", "clock-fast", "token"} <= asked
    assert asked - known.keys() == set()


def test_every_label_that_is_put_together_has_a_text_for_each_of_its_ends() -> None:
    families = set(re.findall(r"say\(`([\w-]+-)\$\{", SCRIPTS))
    ends = {
        "line-": ("connecting", "ok", "late", "stopped", "server"),
        "no-pursuit-": ("all", "waiting", "no_room"),
        "no-alert-": ("all", "waiting", "no_room"),
        "none-open-": ("all", "waiting", "no_room"),
        "position-": ("late", "stale", "lost"),
        "row-": ("from_to", "units", "pursuit", "opened", "lead", "car", "danger", "room"),
        "language-": LANGUAGES,
        "mode-": ("live", "exercise", "test"),
        "order-": ("acknowledge", "open", "join", "leave", "close", *(form.order for form in order_forms())),
        "form-": (
            *{field.name for form in order_forms() for field in form.fields},
            "as_room",
            "case",
            "mode",
            "purpose",
        ),
        "problem-": ("missing", "number", "range", "instant", "id", "plate", "state", "pair"),
        "progress-": ("sending", "no_answer", "sent", "undecided", "done", "refused", "unsure"),
        "offer-": ("accept", "refuse"),
        "section-": PARTS,
        "none-": PARTS,
        "service-": ("police", "customs"),
        "wind-": ("n", "ne", "e", "se", "s", "sw", "w", "nw"),
    }
    assert families <= ends.keys()
    assert {f"{family}{end}" for family, known in ends.items() for end in known} <= labels("en").keys()


def test_every_choice_of_an_order_has_its_words() -> None:
    topics = {"answer": "choice", "source": "source", "language": "language"}
    for form in order_forms():
        for field in (one for one in form.fields if one.kind == "choice"):
            kind = "fact_kind" if form.order == "add_fact" else "request"
            topic = topics.get(field.name, kind)
            assert {f"{topic}-{choice}" for choice in field.choices} <= labels("en").keys(), (form.order, field.name)


def test_the_page_has_no_words_of_its_own() -> None:
    texts = re.findall(r'text: "([^"]*[a-z]{3}[^"]*)"', SCRIPTS) + re.findall(
        r'setText\([^;]*?"([A-Z][a-z]{2}[^"]*)"', SCRIPTS
    )
    assert texts == []
