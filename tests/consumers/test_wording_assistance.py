from datetime import timedelta
from typing import Any

import pytest

from consumers.reader import terminal_reader
from consumers.wording_assistance import check_text, request_text, stop_text
from streams.records import CheckEntry, Withdrawn
from tests.consumers.known_records import CREW, DESK, item, request, stop
from tests.consumers.records import NOON, UNIT

EN = terminal_reader("en")
LATER = NOON + timedelta(minutes=5)
ANSWERED: dict[str, Any] = {"answered_by": DESK, "answered_at": LATER}


def test_a_request_says_who_asks_whom_for_what_and_that_nobody_answered() -> None:
    assert request_text(request(text="at the bridge", language="en"), EN) == (
        'BE/CIC-LIEGE asks NL/ROOM: TAKE OVER the pursuit (LIE-21, 12:00:00Z), "at the bridge"; NOT ANSWERED'
    )


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"state": "accepted", **ANSWERED}, "ACCEPTED by jansen (desk 3) at 12:05:00Z"),
        (
            {"state": "accepted", **ANSWERED, "unit": "NL/A-1", "unit_at": LATER, "conditions": "no shots"},
            "ACCEPTED by jansen (desk 3) at 12:05:00Z, NL/A-1, at 12:05:00Z, on condition: no shots",
        ),
        (
            {"state": "refused", **ANSWERED, "reason": "no car"},
            "REFUSED by jansen (desk 3) at 12:05:00Z, because: no car",
        ),
        ({"state": "withdrawn", **ANSWERED}, "no longer asked, jansen (desk 3) at 12:05:00Z"),
        ({"state": "accepted"}, "ACCEPTED by NL/ROOM at not known"),
    ],
)
def test_the_answer_stands_with_the_request(changes: dict[str, Any], answer: str) -> None:
    assert request_text(request(**changes), EN).split("; ")[1] == answer


def test_the_offered_lead_is_a_request_too() -> None:
    assert "BE/CIC-LIEGE asks NL/ROOM: TAKE THE LEAD" in request_text(request(kind="hand_over"), EN)


def test_a_stop_order_says_who_has_it_and_who_has_not() -> None:
    assert stop_text(stop(), EN) == (
        "STOP ORDER by jansen (desk 3), NL/ROOM, at 12:00:00Z: school ahead; receipted by BE/LIE-21 at 12:00:00Z; "
        "NOT RECEIPTED yet by BE/X"
    )


def test_a_receipt_that_is_missing_is_loud() -> None:
    assert stop_text(stop(unanswered=True, units={UNIT: None}), EN).endswith(
        "school ahead; RECEIPT MISSING of BE/LIE-21"
    )
    assert stop_text(stop(units={}), EN).endswith(": school ahead")


def test_a_lifted_stop_order_says_by_whom_and_why() -> None:
    lifted = stop(lifted=Withdrawn(by=CREW, at=LATER, reason="wrong car"))
    assert stop_text(lifted, EN).startswith("LIFTED by LIE-21 at 12:05:00Z, because wrong car: STOP ORDER by jansen")


def test_an_item_is_open_until_it_is_done() -> None:
    assert check_text(CheckEntry(item="objects"), EN) == "objects secured: OPEN"
    due = check_text(CheckEntry(item="six_hours", due_at=LATER), EN)
    assert due == "person free after six hours at the latest: OPEN, due at 12:05:00Z"
    assert check_text(item(), EN) == "outcome: caught (jansen (desk 3), 12:00:00Z)"
    assert check_text(item(item="person_held", text="nobody"), EN).startswith("person held since: nobody was held (")
    assert check_text(item(item="person_held", at=LATER), EN).endswith("(jansen (desk 3), 12:00:00Z), at 12:05:00Z")
