"""The catalogues are complete: five languages, the same codes and parameters, and every code that the program uses."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from fluent.syntax import parse

from borders import card, regime_fields, regimes
from borders.load import load_regimes
from borders.places import LANGUAGES
from consumers import catalogue
from consumers.catalogue import CatalogueError, bundle_of, languages_of, parameters_of, template_of, topics_of
from consumers.language import say
from consumers.wording_alert import situation
from streams import orders
from streams import pursuit as pursuit_package
from streams.pursuit import alarms, closing, refusal
from streams.pursuit.noticed import REASONS
from streams.records import Account, Alert, Assistance, Escalation, Mode, Notice, PursuitRecord
from tests.consumers.records import LEAD, ROOM, alert, approach, crossing

OTHERS = [language for language in LANGUAGES if language != "en"]
TOPICS = topics_of("en")
_STATE_FORMS = {"the", "in", "into"}
"""How a sentence puts a state is each language's own: into the Netherlands, aux Pays-Bas."""


def values(kind: Any, field: str) -> set[str]:
    """The words that a field of a record may have."""
    return set(get_args(kind.__annotations__[field]))


def english() -> set[str]:
    return {code for topic in TOPICS for code in parameters_of("en", topic)}


# ---------------------------------------------------------------- the same in every language


def test_there_are_topics_at_all() -> None:
    assert {"alerts", "commands", "common", "labels", "law", "link", "log", "pursuits"} <= set(TOPICS)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_language_has_every_code_but_luxembourgish_the_law(language: str, topic: str) -> None:
    if (language, topic) == ("lb", "law"):
        assert "law" not in topics_of("lb"), "a card in Luxembourgish stands in French whole, or not at all"
        return
    assert set(parameters_of(language, topic)) == set(parameters_of("en", topic))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_language_says_of_a_code_what_the_others_say(language: str, topic: str) -> None:
    if topic not in topics_of(language):
        return
    ours = parameters_of("en", topic)
    theirs = parameters_of(language, topic)
    differ = {code for code in ours if alike(ours[code]) != alike(theirs[code])}
    assert {code for code in differ if not code.startswith("state-")} == set()
    for code in differ:
        assert theirs[code] | ours[code] == {"state", "name"}, "which form a state has is each language's own"


def alike(parameters: frozenset[str]) -> set[str]:
    """The parameters, with the three forms of a state taken for one."""
    return {"a state" if name in _STATE_FORMS else name for name in parameters}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_can_be_read(language: str) -> None:
    assert bundle_of(language).has_message("mode-live")


_INTERNATIONAL = {
    "administrator", "alarm", "article", "cest", "cet", "danger", "dangers", "direction", "distance", "instrument",
    "km", "km/h", "log", "min", "mode", "ne", "note", "nw", "occupants", "open", "operator", "police", "question",
    "register", "se", "six", "source", "status", "stop", "suspect", "sw", "test", "text", "token",
}  # fmt: skip
"""English words that another language has too."""


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("topic", TOPICS)
def test_no_text_is_left_in_english(language: str, topic: str) -> None:
    if topic not in topics_of(language):
        return
    for code in parameters_of("en", topic):
        said = re.sub(r"\{\$\w+\}", "", text("en", code)).lower()
        words = set(re.findall("[a-z/]{2,}", said)) - _INTERNATIONAL
        assert not words or text(language, code) != text("en", code), code


def text(language: str, code: str) -> str:
    """The text with its places left open."""
    bundle = bundle_of(language)
    names = next(of_topic[code] for topic in TOPICS if code in (of_topic := parameters_of("en", topic)))
    pattern = bundle.get_message(code).value
    assert pattern is not None
    return str(bundle.format_pattern(pattern, {name: f"{{${name}}}" for name in names})[0])


# ---------------------------------------------------------------- every code of the program


def test_every_word_of_the_records_has_its_text() -> None:
    families = {
        "mode": set(get_args(Mode)),
        "phase": values(Alert, "phase"),
        "pursuit": values(PursuitRecord, "phase"),
        "escalation": set(get_args(Escalation)) - {"none"},
        "role": values(Account, "role"),
        "verdict": values(Notice, "verdict"),
        "fact": set(get_args(orders.FactKind)),
        "fact_kind": set(get_args(orders.FactKind)),
        "danger": set(get_args(orders.Danger)),
        "trigger": set(get_args(orders.Trigger)),
        "source": set(get_args(orders.Source)),
        "request": set(get_args(orders.AssistanceKind)) | {"hand_over"} | values(Assistance, "state"),
        "answered": values(Assistance, "state") - {"open"},
        "measured": set(get_args(card.Measured)),
        "whom": set(get_args(regime_fields.CheckWith)),
        "law-confidence": set(get_args(regimes.Confidence)),
        "law-service": set(get_args(regimes.Service)),
        "law-field": {field.name for field in regime_fields.FIELDS},
        "item": set(closing.ITEMS),
        "read-mode": set(get_args(Mode)),
        "read-over": values(PursuitRecord, "phase") - {"open"},
        "read-tongue": set(LANGUAGES),
        "read-digit": set("0123456789"),
        "read-towards": {"n", "ne", "e", "se", "s", "sw", "w", "nw"},
        "offence": {offence for one in load_regimes().offence_lists.values() for offence in one.offences},
    }
    missing = {f"{family}-{word}" for family, words in families.items() for word in words} - english()
    assert missing == set()


def test_every_situation_of_an_alert_has_its_headline_and_is_spoken() -> None:
    changes: list[dict[str, Any]] = [{"phase": phase} for phase in values(Alert, "phase")]
    changes += [{"phase": phase, "kind": "area"} for phase in values(Alert, "phase")]
    changes += [
        {"elsewhere": True},
        {"phase": "cleared", "room_basis": "home", "crossing_out": crossing()},
        {"phase": "withdrawn", "because": "x"},
        {"phase": "withdrawn", "room_basis": "home"},
        {"phase": "withdrawn", "approach": approach(outcome="entered")},
        {"phase": "withdrawn", "approach": approach(outcome="withdrawn")},
    ]
    situations = {situation(alert(LEAD if "home" in change.values() else ROOM, **change)) for change in changes}
    assert {f"{how}-{one}" for how in ("headline", "spoken") for one in situations} <= english()


@pytest.mark.parametrize(("language", "telephoned"), [("nl", "gebeld"), ("de", "gerufen"), ("lb", "geruff")])
def test_an_alert_that_rings_louder_is_not_a_telephone_call(language: str, telephoned: str) -> None:
    for code in ("escalation-louder", "log-escalated_louder"):
        assert telephoned not in say(language, code, room=ROOM)


@pytest.mark.parametrize(("language", "maximum"), [("nl", "maximum"), ("fr", "maximale"), ("de", "höchst")])
def test_the_penalty_of_the_law_is_the_maximum_that_an_offence_carries(language: str, maximum: str) -> None:
    for code in ("law-field-min_penalty_months", "law-word-min_penalty"):
        assert maximum in say(language, code)


def test_a_room_has_one_name_in_luxembourgish() -> None:
    assert all("Leetstell" not in (template_of("lb", code) or "") for code in english())


def test_every_word_of_the_law_has_its_text() -> None:
    known = english()
    for field in regime_fields.FIELDS:
        for word in {*field.words, "none", "not_applicable"} - {"unknown"}:
            name = word.replace("/", "-")
            assert {f"law-{field.name}-{name}", f"law-word-{name}"} & known, (field.name, word)


@pytest.mark.parametrize(
    ("topic", "family", "codes"), [("commands", "refusal", refusal.CODES), ("alerts", "alarm", alarms.CODES)]
)
def test_every_code_has_its_text_with_its_parameters(
    topic: str, family: str, codes: Mapping[str, tuple[str, ...]]
) -> None:
    texts = parameters_of("en", topic)
    for code, parameters in codes.items():
        assert f"{family}-{code}" in texts
        assert texts[f"{family}-{code}"] <= set(parameters), code


FOLDER = Path(str(pursuit_package.__file__)).parent
_FILLED = {
    "event.level": ("louder", "supervisor", "telephone"),
    "event.reached": ("warned", "exceeded"),
    "crossing.status": ("possible", "confirmed", "withdrawn"),
    "event.crossing.status": ("possible", "confirmed", "withdrawn"),
    "one.state": ("accepted", "refused", "withdrawn"),
    "act.kind": ("merge", "split"),
    "event.kind": ("merge", "split"),
    "'accepted' if event.accepted else 'refused'": ("accepted", "refused"),
}
"""What stands in the places of codes that are put together; a new place is told by the test that finds it."""


def codes_in(node: ast.expr) -> Iterator[str]:
    """The codes that an expression may give."""
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp():
            yield from codes_in(node.body)
            yield from codes_in(node.orelse)
        case ast.JoinedStr(values=parts):
            yield from _together([part.value if isinstance(part, ast.FormattedValue) else part for part in parts])
        case ast.BinOp(left=left, right=right):
            yield from _together([left, right])
        case ast.Name() | ast.Attribute():
            yield from _FILLED.get(ast.unparse(node), ())


def _together(parts: list[ast.expr]) -> Iterator[str]:
    said = [""]
    for part in parts:
        known = [str(part.value)] if isinstance(part, ast.Constant) else _FILLED[ast.unparse(part)]
        said = [f"{before}{one}" for before in said for one in known]
    yield from said


def calls(file: str, name: str) -> Iterator[ast.Call]:
    """Every call of a function in a file of the pursuit."""
    for node in ast.walk(ast.parse((FOLDER / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            yield node


def assigned(file: str, *names: str) -> Iterator[ast.expr]:
    """What these names are set to in a file, and what functions whose name ends with them return."""
    for node in ast.walk(ast.parse((FOLDER / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _to(target, node.value, names)
        elif isinstance(node, ast.FunctionDef) and node.name.endswith("_code"):
            yield from (one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)


def _to(target: ast.expr, value: ast.expr, names: tuple[str, ...]) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id in names:
        yield value
    elif isinstance(target, ast.Tuple):
        tuples = [value] if isinstance(value, ast.Tuple) else []
        tuples += [one for one in ast.walk(value) if isinstance(one, ast.Tuple) and one is not value]
        for at, name in enumerate(target.elts):
            if isinstance(name, ast.Name) and name.id in names:
                yield from (one.elts[at] for one in tuples if len(one.elts) == len(target.elts))


def test_every_line_of_the_log_has_its_text() -> None:
    entries = [call for file in ("log.py", "evolve.py") for call in calls(file, "LogEntry")]
    said = [keyword.value for call in entries for keyword in call.keywords if keyword.arg == "code"]
    said += [call.args[0] for call in calls("act_log.py", "_line")]
    said += [*assigned("log.py", "code"), *assigned("act_log.py", "line")]
    codes = {code for one in said for code in codes_in(one)} | {"fixes_refused", "fault"}
    assert len(codes) > 50
    assert {f"log-{code}" for code in codes} - english() == set()


def test_every_notice_has_its_text() -> None:
    said = [
        keyword.value
        for call in calls("announce.py", "NoticeRecord")
        for keyword in call.keywords
        if keyword.arg == "code"
    ]
    codes = {code for one in (*said, *assigned("announce.py", "code")) for code in codes_in(one)}
    assert {"fixes_refused", "request_accepted", "merge_refused"} <= codes
    assert {f"notice-{code}" for code in codes} - english() == set()


def test_every_reason_of_a_verdict_has_its_text() -> None:
    assert {"telephone", "delivered_only", "clocks_overlap"} <= set(REASONS)
    assert {f"verdict-reason-{reason}" for reason in REASONS} - english() == set()


# ---------------------------------------------------------------- reading the files


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_filled_in_quickly_is_what_fluent_makes_of_it(language: str) -> None:
    quick = 0
    for topic in topics_of(language):
        for code, names in parameters_of(language, topic).items():
            template, pattern = template_of(language, code), bundle_of(language).get_message(code).value
            if template is not None:
                assert pattern is not None
                filled: dict[str, str] = {name: f"{{{name} %s}}" for name in names}
                assert template.format_map(filled) == bundle_of(language).format_pattern(pattern, filled)[0]
                quick += 1
    assert quick > 300


def test_a_text_that_chooses_a_form_is_left_to_fluent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "t.ftl").write_text(
        'sign = { "." }\nchosen = { $n ->\n    [one] a\n   *[other] b\n}\nplain = a { $x }\n'
    )
    monkeypatch.setattr(catalogue, "_WORDS", tmp_path)
    assert [template_of("zz", code) for code in ("sign", "chosen", "plain", "none")] == [None, None, "a {x}", None]


def test_a_language_without_a_text_borrows_it() -> None:
    assert languages_of("lb") == ("lb", "fr", "en")
    assert languages_of("nl") == ("nl", "en")
    assert languages_of("en") == ("en",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [("a = x\nno code\n", "expected a text with its code"), ("a = x\na = y\n", "expected each code once, got a twice")],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, said: str
) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "alerts.ftl").write_text(lines)
    monkeypatch.setattr(catalogue, "_WORDS", tmp_path)
    with pytest.raises(CatalogueError, match=f"alerts.ftl of xx: {said}"):
        parameters_of("xx", "alerts")


def test_a_code_in_two_topics_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "yy").mkdir()
    for topic in ("alerts", "log"):
        (tmp_path / "yy" / f"{topic}.ftl").write_text("a = x\n")
    monkeypatch.setattr(catalogue, "_WORDS", tmp_path)
    with pytest.raises(CatalogueError, match="expected each code in one topic, got a in two"):
        bundle_of("yy")


def test_french_signs_never_begin_a_line() -> None:
    assert "\u00a0:" in text("fr", "in-words")
    assert " :" not in text("fr", "in-words")


def test_the_files_hold_only_messages_and_comments() -> None:
    for language in LANGUAGES:
        for topic in topics_of(language):
            file = Path(str(catalogue.__file__)).parent / "words" / language / f"{topic}.ftl"
            kinds = {type(entry).__name__ for entry in parse(file.read_text(encoding="utf-8")).body}
            assert kinds <= {"Message", "Comment", "GroupComment", "ResourceComment"}
