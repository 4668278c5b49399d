"""The card for a call: in both rooms' languages, everything that stands and nothing that does not."""

import logging
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from borders.places import LANGUAGES
from consumers.read_out import ReadOut, alerted_or_not, law_read_out, read_out, read_outs, sentence
from consumers.reader import no_room, page_reader
from consumers.spelling import spelled
from streams.expected import PLATE
from streams.orders import FactKind
from streams.records import AlertedRoom, Fact, PursuitRecord, Withdrawn
from tests.consumers.known_records import DESK, alerted, fact, full_pursuit, known_room, law_card, request, stay, stop
from tests.consumers.records import LEAD, NOON, ROOM, UNIT, alert, crossing, seen

MAASTRICHT = alerted(name="Meldkamer Limburg", languages=("nl",), telephone="+31 43 1")
LIEGE = alerted(
    room=LEAD, kind="home", phase="departed", name="CIC Liège", languages=("fr", "de"), telephone="+32 4 340"
)
CAR = fact("vehicle", plate="1-ABC-23", plate_state="BE", text="grijze Audi", language="nl")
CHASE = full_pursuit(
    recipient=LEAD,
    leading_room=LEAD,
    units=(replace(seen(UNIT, "NL"), last_crossing=crossing(), stays=(stay(),)),),
    alerted=(LIEGE, MAASTRICHT),
    facts=(CAR, fact("danger", code="armed"), fact("occupants", number=2)),
    target=None,
    stops=(stop(units={}),),
    requests=(request(),),
)
CARDS = {stay().card: law_card()}


def read(view: PursuitRecord = CHASE, room: str = ROOM, language: str = "en", **more: Any) -> ReadOut:
    return read_out(view, room, alert(LEAD, phase="departed"), language, CARDS, **more)


def lines(view: PursuitRecord = CHASE, language: str = "en", **more: Any) -> tuple[str, ...]:
    """What is read in this language, that of the caller."""
    return read(view, language=language, **more).parts[0].lines


# ---------------------------------------------------------------- the card


def test_the_card_is_read_in_this_order() -> None:
    said = lines()
    law = [line for line in said if line.startswith(("LAW", "Holding"))]
    assert len(law) == 2
    assert [line for line in said if line not in law] == [
        "Exercise, exercise, exercise.",
        "This is CIC Liège, Belgium. We lead the pursuit.",
        "Pursuit BE/P-1 entered the Netherlands.",
        "When: at 12:00:00Z.",
        "Where: Eijsden, 1.2 km to the south.",
        (
            "Last position: BE/LIE-21 at 12:00:00Z, in the Netherlands, 50.70000 N 5.70000 E. "
            "Direction: not known. Speed: not known."
        ),
        (
            "Vehicle: number plate 1-ABC-23: one, dash, Alfa, Bravo, Charlie, dash, two, three. State: Belgium. "
            'As written, in Dutch: "grijze Audi".'
        ),
        "Occupants: 2 (two).",
        "DANGER: armed.",
        "Reason: not known.",
        "Offence: not known.",
        'Purpose: as written: "ram raid".',
        "Units in the pursuit: 1 (one). Call signs: BE/LIE-21.",
        "We ask you: TAKE OVER the pursuit.",
        'A STOP ORDER stands, given by Meldkamer Limburg at 12:00:00Z. Reason: as written: "school ahead".',
        "Call CIC Liège back: +32 4 340 (plus three two, four, three four zero).",
        "Ask: who has answered? Note the name and the time.",
    ]
    assert said[-4:-2] == tuple(law)


def test_the_other_half_says_the_same_in_the_called_rooms_language() -> None:
    card = read()
    ours, theirs = card.parts
    assert (ours.language, theirs.language) == ("en", "nl")
    assert len(ours.lines) == len(theirs.lines)
    assert theirs.lines[:3] == (
        "Oefening, oefening, oefening.",
        "U spreekt met CIC Liège, België. Wij hebben de leiding over de achtervolging.",
        "Achtervolging BE/P-1 is binnengekomen in Nederland.",
    )
    assert "één, streepje, Alfa, Bravo, Charlie, streepje, twee, drie. Land: België. Grijze Audi." in theirs.lines[6]


def test_it_says_first_whom_to_call_and_by_which_number() -> None:
    marked = read().marked()
    assert marked[:2] == ("[en] Call Meldkamer Limburg: +31 43 1.", "[en] Exercise, exercise, exercise.")
    assert marked[-1] == "[nl] Vraag: met wie spreek ik? Noteer naam en tijd."
    assert read(room="FR/X").dial == "Call FR/X: its number is not known here."


@pytest.mark.parametrize(("mode", "said"), [("live", "This is real, no exercise."), ("test", "Test, test, test.")])
def test_whether_it_is_real_is_said_before_all_else(mode: str, said: str) -> None:
    assert lines(replace(CHASE, mode=mode))[0] == said


@pytest.mark.parametrize(
    ("languages", "own", "spoken"),
    [
        (("nl",), "fr", ["fr", "nl"]),
        (("da", "de"), "fr", ["fr", "de"]),
        (("lb", "fr"), "lb", ["lb"]),
        (("da",), "nl", ["nl", "en"]),
        ((), "xx", ["en"]),
    ],
)
def test_it_is_in_the_callers_language_and_in_the_first_of_theirs_that_there_is(
    languages: tuple[str, ...], own: str, spoken: list[str]
) -> None:
    view = replace(CHASE, alerted=(replace(MAASTRICHT, languages=languages),))
    assert [part.language for part in read(view, language=own).parts] == spoken


def test_a_room_that_is_not_alerted_is_described_by_the_caller() -> None:
    paris: AlertedRoom = replace(
        alerted_or_not(CHASE, "FR/CORG", no_room), name="CORG", languages=("fr",), telephone="+33 1"
    )
    card = read(room="FR/CORG", called=paris)
    assert card.dial == "Call CORG: +33 1."
    assert card.parts[1].language == "fr"
    assert card.parts[0].lines[2] == "Pursuit BE/P-1 may come to you: we warn you herewith."


def test_a_room_that_is_not_alerted_is_known_by_the_directory() -> None:
    view = replace(CHASE, recipient="LU/CIN", alerted=(MAASTRICHT,))
    card = read(view, LEAD, speaks=lambda one: page_reader(one, room=known_room))
    assert card.dial == "Call CIC Liège: +32 4 340."
    assert [part.language for part in card.parts] == ["en", "fr"]
    assert read(view, LEAD).dial == f"Call {LEAD}: its number is not known here."


def test_before_it_has_an_alert_the_leading_room_is_called_by_its_name_and_number() -> None:
    view = replace(CHASE, recipient=LEAD, alerted=(MAASTRICHT,))
    told = read_outs(view, "en", speaks=lambda one: page_reader(one, room=known_room))[ROOM].parts[0].lines
    assert told[1] == "This is CIC Liège, Belgium. We lead the pursuit."
    assert told[-2] == "Call CIC Liège back: +32 4 340 (plus three two, four, three four zero)."
    assert read_outs(view, "en")[ROOM].parts[0].lines[-2] == f"Number to call {LEAD} back: not known."


def test_the_leading_room_is_the_one_to_call_back() -> None:
    other = replace(CHASE, leading_room="LU/CIN")
    assert lines(other)[1] == "This is CIC Liège, Belgium. LU/CIN leads the pursuit."
    assert lines(other)[-2] == "Number to call LU/CIN back: not known."
    assert lines(replace(CHASE, leading_room=ROOM))[1].endswith("You lead the pursuit.")


# ---------------------------------------------------------------- when it is over


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("closed", "The pursuit is over."),
        ("merged", "The pursuit goes on as BE/P-2."),
        ("error", "The pursuit was opened in error. There was no pursuit."),
    ],
)
def test_that_it_is_over_is_said_before_anything_of_it(phase: str, said: str) -> None:
    told = lines(replace(CHASE, phase=phase, goes_on_as="BE/P-2"))
    assert told[1:3] == ("This is CIC Liège, Belgium.", said)


@pytest.mark.parametrize("phase", ["merged", "error"])
def test_of_a_pursuit_that_never_was_or_goes_on_elsewhere_nothing_of_anybody_is_read(phase: str) -> None:
    assert len(lines(replace(CHASE, phase=phase))) == 5


# ---------------------------------------------------------------- nothing missing, nothing too much


_TEXTS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(lambda text: f"<{text}>")
_WRONG = Withdrawn(by=DESK, at=NOON, reason="wrong")


@st.composite
def facts(draw: st.DrawFn) -> tuple[Fact, ...]:
    """Facts of any kind, each with a text and a plate of its own; some of them withdrawn."""
    texts = draw(st.lists(_TEXTS, unique=True, max_size=6))
    return tuple(
        fact(
            draw(st.sampled_from(get_args(FactKind))),
            id=f"f{n}",
            text=text,
            language=draw(st.sampled_from([None, *LANGUAGES])),
            plate=draw(st.none() | st.from_regex(PLATE.replace(r"\Z", ""), fullmatch=True)),
            number=draw(st.none() | st.integers(0, 99)),
            assessment=draw(st.booleans()),
            withdrawn=draw(st.sampled_from([None, _WRONG])),
        )
        for n, text in enumerate(texts)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(known=facts())
def test_every_fact_that_stands_is_read_and_none_that_was_withdrawn(language: str, known: tuple[Fact, ...]) -> None:
    for part in read(replace(CHASE, facts=known), language=language).parts:
        for one in known:
            told = [line for line in part.lines if one.text in line]
            assert len(told) == (one.withdrawn is None)
            if told and one.plate:
                assert f"{one.plate}: {spelled(one.plate, part.language)}." in told[0].replace("\u00a0:", ":")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_half_is_said_in_its_language_and_no_word_is_missing(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    every = tuple(fact(kind, id=kind, code="x", plate="1", number=1) for kind in get_args(FactKind))
    for phase in ("entered", "approaching", "left", "departed", "overflown", "warned", "withdrawn", "cleared", "alarm"):
        room = replace(MAASTRICHT, phase=phase, languages=(language,))
        said = lines(replace(CHASE, facts=every, alerted=(LIEGE, room)), language)
        assert not [line for line in said if "read-" in line or "{" in line]
    assert caplog.records == []


# ---------------------------------------------------------------- for the page


def test_a_page_has_the_card_of_every_room_but_its_own() -> None:
    luxembourg = alerted(room="LU/CIN", kind="copy", languages=("lb",))
    view = replace(CHASE, alerted=(LIEGE, MAASTRICHT, luxembourg))
    cards = read_outs(view, "fr")
    assert list(cards) == [ROOM, "LU/CIN"]
    for room, card in cards.items():
        assert card == read_out(view, room, None, "fr", speaks=page_reader)
    assert "{$clock 2026-05-04T12:00:00Z}" in cards[ROOM].parts[0].lines[3]


def test_the_law_is_read_out_in_every_language_for_a_page_to_choose() -> None:
    said = law_read_out(law_card())
    assert [line[:4] for line in said] == [f"[{language}]" for language in LANGUAGES for _ in range(2)]


@pytest.mark.parametrize(("text", "said"), [("a b", "A b."), ("A?", "A?"), ("é!", "É!"), ("", ".")])
def test_a_line_is_a_sentence(text: str, said: str) -> None:
    assert sentence(text) == said
