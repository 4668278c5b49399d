"""What is read out of facts, units, requests, stop orders and the law: all that stands, and nothing that does not."""

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from borders.card import Card
from consumers.read_out_known import (
    IN_ORDER,
    asked_lines,
    card_read_out,
    fact_lines,
    law_lines,
    room_name,
    stop_lines,
    units_line,
)
from consumers.reader import telephone_reader, terminal_reader
from streams.orders import FactKind
from streams.records import Fact, UnitView, Withdrawn
from tests.consumers.known_records import DESK, alerted, fact, full_pursuit, known_room, law_card, request, stay, stop
from tests.consumers.records import LEAD, NOON, ROOM, UNIT, seen

EN = terminal_reader("en")
THERE = replace(seen(UNIT, "NL"), stays=(stay(),))
KEY = stay().card
WITHDRAWN = Withdrawn(by=DESK, at=NOON, reason="wrong")


def facts(*known: Fact, language: str = "en") -> list[str]:
    return list(fact_lines(full_pursuit(facts=known), terminal_reader(language)))


# ---------------------------------------------------------------- facts


def test_every_kind_of_fact_has_its_place() -> None:
    assert sorted(IN_ORDER) == sorted(get_args(FactKind))


def test_what_the_other_room_will_ask_for_is_said_where_it_is_not_known() -> None:
    assert facts() == [
        "vehicle: not known",
        "occupants: not known",
        "DANGER: not known",
        "reason: not known",
        "offence: not known",
        'Purpose: as written: "ram raid"',
    ]


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        (
            "vehicle",
            {"plate": "1-AB", "plate_state": "BE", "text": "grey Audi", "language": "en"},
            "vehicle: number plate 1-AB: one, dash, Alfa, Bravo. State: Belgium. Grey Audi",
        ),
        ("vehicle", {"plate": "7"}, "vehicle: number plate 7: seven. State: not known"),
        ("occupants", {"number": 12}, "occupants: 12 (one two)"),
        ("occupants", {"number": 0}, "occupants: 0 (zero)"),
        ("danger", {"code": "wrong_way"}, "DANGER: wrong-way driver"),
        ("trigger", {"code": "evaded_police_check"}, "reason: evaded a police check"),
        ("offence", {"code": "of our own list"}, 'offence: "of our own list"'),
        ("suspect", {"text": "groot", "language": "nl"}, 'suspect: as written, in Dutch: "groot"'),
        ("remark", {"text": "x", "assessment": True}, 'ASSESSMENT, not a fact: remark: as written: "x"'),
        ("remark", {}, "remark: not known"),
    ],
)
def test_a_fact_is_read_with_plates_and_numbers_spelled(kind: FactKind, content: dict[str, Any], said: str) -> None:
    assert said in facts(fact(kind, **content))


def test_a_vehicle_without_a_plate_says_so() -> None:
    no_plate = fact("vehicle", text="grey Audi")
    assert "Number plate: not known" in facts(no_plate)
    assert "Number plate: not known" not in facts(no_plate, fact("vehicle", id="v2", plate="1"))


def test_what_was_withdrawn_is_as_if_it_were_not_known() -> None:
    said = facts(fact("danger", code="armed", withdrawn=WITHDRAWN), fact("vehicle", plate="1", withdrawn=WITHDRAWN))
    assert said == facts()


def test_an_assessment_comes_after_the_facts_of_its_kind() -> None:
    guess, known = fact("danger", id="g", code="armed", assessment=True), fact("danger", code="unlit")
    assert facts(guess, known)[2:4] == [
        "DANGER: drives without lights",
        "ASSESSMENT, not a fact: DANGER: armed",
    ]


def test_a_purpose_that_nobody_said_is_not_known() -> None:
    assert list(fact_lines(full_pursuit(purpose=""), EN))[-1] == "Purpose: not known"


# ---------------------------------------------------------------- units, requests, stop orders


def test_units_are_counted_and_named_with_what_is_special() -> None:
    units: tuple[UnitView, ...] = (
        replace(seen(UNIT, "NL", silent=True), lost_sight_at=NOON),
        replace(seen("BE/AIR", "NL"), movement="air", returning=True),
        replace(seen("BE/OUT", "NL"), active=False),
    )
    assert units_line(full_pursuit(units=units), EN) == (
        "Units in the pursuit: 2 (two). Call signs: BE/LIE-21, HAS LOST SIGHT of the target since 12:00:00Z, "
        "NO POSITION since 11:59:40Z. BE/AIR, by air, drives home"
    )
    assert units_line(full_pursuit(units=()), EN) == "Units in the pursuit: none"


def test_what_is_asked_of_this_room_and_not_answered_is_read() -> None:
    asked = (
        request(text="vite", language="fr"),
        request(id="r2", kind="observe", room="LU/CIN"),
        request(id="r3", to="LU/CIN"),
        request(id="r4", state="refused"),
    )
    view = full_pursuit(recipient=LEAD, requests=asked, alerted=(alerted(room="LU/CIN", name="CIN"),))
    assert list(asked_lines(view, ROOM, EN)) == [
        'We ask you: TAKE OVER the pursuit. As written, in French: "vite"',
        "CIN asks you: OBSERVE only",
    ]
    assert list(asked_lines(view, "FR/X", EN)) == ["Nothing is asked of you yet"]


def test_a_stop_order_that_stands_is_read_and_whose_receipt_is_missing() -> None:
    stops = (stop(), stop(id="s2", lifted=WITHDRAWN), stop(id="s3", units={UNIT: NOON}, holders=(), reason="r"))
    assert list(stop_lines(full_pursuit(stops=stops), EN)) == [
        'A STOP ORDER stands, given by NL/ROOM at 12:00:00Z. Reason: as written: "school ahead"',
        "No receipt yet from: BE/X",
        'A STOP ORDER stands, given by NL/ROOM at 12:00:00Z. Reason: as written: "r"',
    ]


def test_a_room_has_the_name_it_calls_itself() -> None:
    view = full_pursuit(alerted=(alerted(name="Meldkamer Limburg"),))
    assert [room_name(view, room, EN) for room in (ROOM, LEAD)] == ["Meldkamer Limburg", LEAD]
    told = telephone_reader("en", room=known_room)
    assert room_name(view, LEAD, told) == "CIC Liège"


# ---------------------------------------------------------------- the law


def law(*units: UnitView, cards: Mapping[str, Card] | None = None, **changes: Any) -> list[str]:
    return list(law_lines(full_pursuit(units=units), alerted(**changes), cards or {}, EN))


def test_a_card_is_read_with_its_bases_by_name_and_what_it_says_of_holding() -> None:
    said = law(THERE, cards={KEY: law_card()})
    assert said == list(card_read_out(law_card(), EN))
    heading, hold = said
    assert heading.startswith("LAW on 4 May 2026: police (Belgium) in the Netherlands: ")
    assert law_card().bases[0].instrument in heading
    assert hold.startswith("holding the person: ")


def test_a_card_that_is_not_at_hand_is_named() -> None:
    assert law(THERE) == [f"Legal basis, Belgium in the Netherlands: read it from the card {KEY}"]


def test_no_known_basis_is_never_passed_over() -> None:
    unknown = replace(THERE, stays=(stay(known=False),))
    assert law(unknown)[0].startswith("BE/LIE-21: NO KNOWN LEGAL BASIS")


def test_before_the_border_the_card_that_will_hold_is_read() -> None:
    cards = {KEY: law_card(), "other": law_card("FR", "BE")}
    assert law(seen(UNIT, "BE"), cards=cards) == list(card_read_out(law_card(), EN))
    assert law(seen(UNIT, "BE")) == ["Legal basis: not known, CHECK with your own legal service"]


def test_units_that_are_at_home_need_no_basis() -> None:
    assert law(seen("NL/M-7", "NL")) == []
    assert law(replace(THERE, active=False)) == []


def test_each_card_is_read_once_and_only_those_of_the_rooms_state() -> None:
    abroad = replace(seen("BE/2", "DE"), stays=(stay(state="DE", card="BE>DE/police/2026-05-04"),))
    assert len(law(THERE, replace(THERE, unit="BE/3"), abroad)) == 1
    assert len(law(THERE, abroad, room="LU/JOINT", kind="copy")) == 2


def test_the_law_in_luxembourgish_is_read_in_french_and_says_so() -> None:
    heading, _ = card_read_out(law_card(), terminal_reader("lb"))
    assert heading.startswith("DROIT")
    assert "Text op Franséisch" in heading
