import pytest

from consumers.reader import terminal_reader
from consumers.wording_parameters import code_text, complete, fact_code_text, free_text, in_reader_form

FR = terminal_reader("fr")


@pytest.mark.parametrize(
    ("code", "params", "read"),
    [
        ("any", {"since": "2026-05-04T14:00:00+02:00"}, {"since": "12:00:00Z"}),
        ("any", {"since": "soon"}, {"since": "soon"}),
        ("any", {"entered": "DE+LU"}, {"entered": "DE/LU"}),
        ("any", {"left": ""}, {"left": "hors de la carte"}),
        ("any", {"length_m": "12500"}, {"length_m": "12 km"}),
        ("any", {"length_m": "far"}, {"length_m": "far"}),
        ("any", {"after_s": "45"}, {"after_s": "45"}),
        ("any", {"phase": "left"}, {"phase": "sortie"}),
        ("any", {"kind": "observe"}, {"kind": "OBSERVER seulement"}),
        ("danger", {"code": "armed"}, {"code": "arm\u00e9"}),
        ("limit_warned", {"by": "time"}, {"by": "dur\u00e9e"}),
        ("closed", {"by": "time"}, {"by": "time"}),
        ("unknown_item", {"expected": "shots, force, tea"}, {"expected": "coups de feu, usage de la force, tea"}),
        ("unknown_item", {"expected": ""}, {"expected": "rien"}),
        ("bad_fact", {"kind": "danger", "expected": "armed, tea"}, {"kind": "danger", "expected": "arm\u00e9 ou tea"}),
        ("bad_fact", {"expected": ""}, {"expected": "rien"}),
        ("bad_fact", {"expected": "tea, salt, text"}, {"expected": "tea, salt ou un texte"}),
        (
            "bad_fact",
            {"kind": "vehicle", "expected": "plate, text", "got": ""},
            {"kind": "v\u00e9hicule", "expected": "la plaque ou un texte", "got": "rien"},
        ),
        ("bad_instant", {"latest": "2026-05-04T14:00:00+02:00"}, {"latest": "2026-05-04 12:00:00Z"}),
        ("bad_instant", {"got": "0001-01-01T00:00:00+14:00"}, {"got": "0001-01-01 00:00:00Z"}),
        ("bad_instant", {"earliest": "2026-05-04"}, {"earliest": "2026-05-04"}),
        ("early_call", {"got": "2026-05-04 12:00:00Z"}, {"got": "2026-05-04 12:00:00Z"}),
        ("early_call", {"got": "soon"}, {"got": "soon"}),
        ("any", {"reason": "{ $x } left"}, {"reason": "{ $x } left"}),
    ],
)
def test_a_parameter_is_put_in_the_readers_form(code: str, params: dict[str, str], read: dict[str, str]) -> None:
    assert in_reader_form(code, params, FR) == read


def test_what_was_not_said_is_not_known() -> None:
    assert complete("log", "log", "crossed", {"unit": "U"}, FR) == {
        "unit": "U", "left": "non connu", "entered": "non connu",
    }  # fmt: skip


def test_what_no_list_of_facts_knows_is_quoted_as_it_was_typed() -> None:
    assert fact_code_text("offence", "extortion", FR) == "extorsion"
    assert fact_code_text("offence", "nonsense", FR) == '"nonsense"'
    assert fact_code_text("remark", "", FR) == ""


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert code_text("danger", "hostage", FR) == "otage"
    assert code_text("danger", "dragon", FR) == "dragon"


@pytest.mark.parametrize(
    ("text", "language", "shown"), [("x", None, "x"), ("x", "fr", "x"), ("x", "nl", "x [nl]"), ("", "nl", "")]
)
def test_free_text_says_its_language_to_who_reads_another(text: str, language: str | None, shown: str) -> None:
    assert free_text(text, language, FR) == shown
