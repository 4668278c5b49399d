"""The orders that are given often: each button begins its own, with what is known already filled in."""

import re
from typing import Any

import pytest
from msgspec import structs
from playwright.sync_api import Locator, Page, expect

from streams import orders
from streams.console import Command, DeskInfo, DesksMessage
from streams.records import ByHand, CheckEntry, Offered, Shelved, Telephone
from tests.dashboard.pursuit_records import (
    BE_DESK,
    LU_ROOM,
    NL_DESK,
    alerted,
    checklist,
    desks,
    fact,
    notice,
    request,
    rich_pursuit,
)
from tests.dashboard.records import BE_ROOM, NL_ROOM, acknowledged, ago, alert, unit_place
from tests.dashboard.scripted_gateway import ScriptedGateway
from tests.dashboard.slips import begin, confirm, done, fill, ordered, send, shown_anew

pytestmark = pytest.mark.browser


# ---------------------------------------------------------------- of a pursuit


def test_the_request_that_waits_is_accepted_or_refused_where_it_stands(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    panel.locator("[data-part='requests'] [data-offer='accept']").click()
    slip = panel.locator(".slip")
    expect(slip.get_by_role("heading")).to_have_text("Accept")
    fill(slip, unit="NL/MST-07", conditions="until Maastricht")
    send(slip)
    command = gateway.wait_for(Command)
    assert command.order == orders.AnswerRequest(
        request="r1", answer=orders.Accept(unit="NL/MST-07", conditions="until Maastricht")
    )
    done(gateway, command)
    expect(slip).to_have_count(0)
    panel.locator("[data-part='requests'] [data-offer='refuse']").click()
    fill(panel.locator(".slip"), reason="no unit free")
    send(panel.locator(".slip"))
    assert gateway.wait_for(Command, count=2).order == orders.AnswerRequest(
        request="r1", answer=orders.Refuse(reason="no unit free")
    )


def test_a_room_that_is_called_is_written_down_where_its_number_stands(
    panel: Locator, gateway: ScriptedGateway
) -> None:
    panel.locator(f"[data-key='{LU_ROOM}'] [data-offer='telephoned']").click()
    slip = panel.locator(".slip")
    expect(slip.locator("[name='caller']")).to_have_value("nl-desk")
    fill(slip, answered_by="M. Weber")
    send(slip)
    order = ordered(gateway)
    assert (order.room, order.answered_by, order.caller) == (LU_ROOM, "M. Weber", "nl-desk")
    assert abs((order.at - ago(0)).total_seconds()) < 60


def test_a_room_is_warned_by_hand_from_what_somebody_said(panel: Locator, gateway: ScriptedGateway) -> None:
    panel.get_by_test_id("offers").locator("[data-offer='warn_room']").click()
    slip = panel.locator(".slip")
    known = slip.locator("datalist option")
    expect(known).to_have_count(1)  # every room but one's own
    expect(known.first).to_have_attribute("value", "DE/LST-AACHEN")
    expect(known.first).to_have_text("Leitstelle Aachen, +49 241 00 00 00")
    fill(slip, to="DE/LST-AACHEN", text="Grey Audi", place="A44 Lichtenbusch", direction="Aachen", speed_mps="180")
    slip.locator("[name='seen_at']").fill("2026-01-15T14:32:07")
    send(slip)
    order = ordered(gateway)
    assert (order.to, order.text, order.place, order.direction) == (
        "DE/LST-AACHEN",
        "Grey Audi",
        "A44 Lichtenbusch",
        "Aachen",
    )
    assert order.speed_mps == pytest.approx(50.0)
    assert order.seen_at.isoformat() == "2026-01-15T13:32:07+00:00"
    assert (order.lat, order.lon) == (None, None)


def test_a_room_that_was_warned_and_called_in_error_is_put_right_where_it_stands(
    board: Page, gateway: ScriptedGateway
) -> None:
    warned = alerted(LU_ROOM, phase="warned", by_hand=ByHand(by=NL_DESK, at=ago(60), text="red van"))
    called_at = ago(30).replace(microsecond=250_000)
    call = Telephone(answered_by="M. Weber", caller="P", at=called_at, by=NL_DESK, entered_at=ago(20))
    panel = shown_anew(
        board, gateway, alerted=(warned,), notices=(notice(room=LU_ROOM, telephone=call, called_at=call.at),)
    )
    row = panel.locator(f"[data-part='rooms'] [data-key='{LU_ROOM}']")
    row.get_by_role("button", name="Warned in error").click()
    fill(panel.locator(".slip"), reason="the other road")
    send(panel.locator(".slip"))
    assert ordered(gateway) == orders.WithdrawWarning(room=LU_ROOM, reason="the other road")
    done(gateway, gateway.wait_for(Command))
    row.get_by_role("button", name="Take back the call").click()
    fill(panel.locator(".slip"), reason="other case")
    send(panel.locator(".slip"))
    assert gateway.wait_for(Command, count=2).order == orders.WithdrawCall(
        room=LU_ROOM, called_at=called_at.replace(microsecond=0), reason="other case"
    )


def test_what_another_room_did_is_not_offered_to_be_put_right(board: Page, gateway: ScriptedGateway) -> None:
    warned = alerted(LU_ROOM, phase="warned", by_hand=ByHand(by=BE_DESK, at=ago(60), text="red van"))
    call = Telephone(answered_by="M. Weber", caller="P", at=ago(30), by=BE_DESK, entered_at=ago(20))
    panel = shown_anew(board, gateway, alerted=(warned,), notices=(notice(room=LU_ROOM, telephone=call),))
    row = panel.locator(f"[data-part='rooms'] [data-key='{LU_ROOM}']")
    expect(row.locator("[data-offer='telephoned']")).to_be_visible()
    expect(row.locator("[data-offer^='withdraw']")).to_have_count(0)


def test_a_danger_is_added_with_three_choices(panel: Locator, gateway: ScriptedGateway) -> None:
    panel.locator("[data-offer='danger']").click()
    slip = panel.locator(".slip")
    expect(slip.locator("[name='code']")).to_be_focused()
    words = slip.locator("[name='code'] option").all_text_contents()
    assert words == [
        "-",
        "armed",
        "explosives",
        "hostage",
        "rams vehicles",
        "drives without lights",
        "wrong-way driver",
    ]
    fill(slip, code="ramming", source="witness")
    send(slip)
    order = ordered(gateway)
    assert order == orders.AddFact(fact=order.fact, kind="danger", code="ramming", source="witness", language="en")


FACTS = {
    "trigger": ["code"],
    "offence": ["code", "text"],
    "suspect": ["text"],
    "vehicle": ["text", "plate", "plate_state"],
    "occupants": ["text", "number"],
    "danger": ["code"],
    "remark": ["text"],
}


def test_each_kind_of_fact_has_its_own_fields(panel: Locator) -> None:
    slip = begin(panel, "add_fact")
    for kind, fields in FACTS.items():
        fill(slip, kind=kind)
        content = slip.locator(", ".join(f"[name='{name}']" for names in FACTS.values() for name in names))
        expect(content).to_have_count(len(fields))
        assert content.evaluate_all("nodes => nodes.map(node => node.name)") == fields


def test_the_leading_room_asks_the_host_to_take_over_and_hands_the_lead_over(
    board: Page, gateway: ScriptedGateway
) -> None:
    units = rich_pursuit().units
    abroad = tuple(structs.replace(unit, territory=("LU",)) for unit in units)
    panel = shown_anew(board, gateway, leading_room=NL_ROOM, units=abroad)
    expect(panel.get_by_test_id("offers").locator("[data-offer='take_lead']")).to_have_count(0)
    for number, name in enumerate(("take_over", "hand_over"), start=1):
        panel.locator(f"[data-offer='{name}']").click()
        expect(panel.locator(".slip [name='to']")).to_have_value(LU_ROOM)
        send(panel.locator(".slip"))
        command = gateway.wait_for(Command, count=number)
        assert command.order.to == LU_ROOM
        done(gateway, command)
        expect(panel.locator(".slip")).to_have_count(0)
    first, second = (command.order for command in gateway.heard_commands())
    assert isinstance(first, orders.Request)
    assert first.kind == "take_over"
    assert isinstance(second, orders.HandOver)


def test_the_question_whether_it_still_runs_is_answered_with_one_press(board: Page, gateway: ScriptedGateway) -> None:
    panel = shown_anew(board, gateway, leading_room=NL_ROOM, asked_at=ago(20))
    panel.locator("[data-offer='still_running']").click()
    assert ordered(gateway) == orders.StillRunning()
    expect(panel.locator("[data-part='sent']")).to_contain_text("It still runs")


def test_only_who_leads_the_pursuit_is_offered_to_close_it_or_who_answers_for_it_once_nobody_is_in_it(
    board: Page, gateway: ScriptedGateway
) -> None:
    panel = shown_anew(board, gateway, home_room=NL_ROOM)
    expect(panel.locator("[data-offer='give_stop']")).to_have_count(1)
    expect(panel.locator("[data-offer='close']")).to_have_count(0)
    gateway.put(rich_pursuit(home_room=NL_ROOM, units=(), event=8), NL_ROOM)
    expect(panel.locator("[data-offer='close']")).to_have_count(1)
    gateway.put(rich_pursuit(leading_room=NL_ROOM, event=9), NL_ROOM)
    panel.locator("[data-offer='close']").click()
    slip = panel.locator(".slip")
    fill(slip, reason="caught")
    confirm(slip)
    command = gateway.wait_for(Command)
    assert (command.command, command.text, command.order) == ("close", "caught", None)


def test_an_item_of_the_checklist_is_filled_in_where_it_stands(board: Page, gateway: ScriptedGateway) -> None:
    panel = shown_anew(board, gateway, phase="closed", home_room=NL_ROOM, checklist=checklist())
    panel.locator("[data-key='damage'] [data-offer]").click()
    fill(panel.locator(".slip"), text="one fence", language="fr")
    send(panel.locator(".slip"))
    assert ordered(gateway) == orders.CheckItem(item="damage", text="one fence", language="fr")


def test_what_was_said_of_an_item_is_put_right_where_it_stands(board: Page, gateway: ScriptedGateway) -> None:
    panel = shown_anew(board, gateway, phase="closed", home_room=NL_ROOM, checklist=checklist())
    offer = panel.locator("[data-key='outcome'] [data-offer]")
    expect(offer).to_have_text("Put right")
    offer.click()
    slip = panel.locator(".slip")
    expect(slip.locator("[name='text']")).to_have_value("aangehouden")
    fill(slip, text="ontkomen", language="nl")
    send(slip)
    assert ordered(gateway) == orders.CheckItem(item="outcome", text="ontkomen", language="nl")


def test_that_nobody_was_held_is_a_choice_and_no_word_of_a_language(board: Page, gateway: ScriptedGateway) -> None:
    slip = begin(shown_anew(board, gateway, checklist=(CheckEntry(item="person_held"),)), "check_item")
    fill(slip, item="person_held")
    slip.locator("[name='nobody']").check()
    expect(slip.locator("[name='text']")).to_have_count(0)
    send(slip)
    assert ordered(gateway) == orders.CheckItem(item="person_held", text="nobody")


def test_before_the_checklist_is_there_it_says_when_it_opens(panel: Locator) -> None:
    item = begin(panel, "check_item").locator("[name='item']")
    expect(item.locator("option")).to_have_text(["It opens when the pursuit is closed."])


def test_what_was_wrong_is_withdrawn_with_a_reason(board: Page, gateway: ScriptedGateway) -> None:
    own = fact("remark", id="own", text="by us", by=NL_DESK)
    panel = shown_anew(board, gateway, facts=(own, fact("suspect", id="theirs", text="tall")))
    expect(panel.locator("[data-offer='withdraw_fact']")).to_have_count(1)
    panel.locator("[data-key='own'] [data-offer]").click()
    fill(panel.locator(".slip"), reason="another car")
    send(panel.locator(".slip"))
    assert ordered(gateway) == orders.WithdrawFact(fact="own", reason="another car")


def test_the_room_that_gave_a_stop_order_may_lift_it_there(panel: Locator, gateway: ScriptedGateway) -> None:
    panel.locator("[data-part='stops'] [data-offer='lift_stop']").click()
    fill(panel.locator(".slip"), reason="the road is clear")
    send(panel.locator(".slip"))
    assert ordered(gateway) == orders.LiftStop(stop="s1", reason="the road is clear")


def test_what_is_over_offers_no_lifting_and_no_answering(board: Page, gateway: ScriptedGateway) -> None:
    panel = shown_anew(board, gateway, phase="closed", leading_room=NL_ROOM, checklist=checklist())
    expect(panel.locator("[data-part='checklist'] [data-offer]")).to_have_count(3)
    for name in ("stops", "requests"):
        expect(panel.locator(f"[data-part='{name}'] [data-testid='row']")).to_have_count(1)
        expect(panel.locator(f"[data-part='{name}'] [data-offer]")).to_have_count(0)


def test_another_rooms_stop_order_and_own_requests_offer_what_is_ours(board: Page, gateway: ScriptedGateway) -> None:
    stops = (structs.replace(rich_pursuit().stops[0], holders=(BE_ROOM,)),)
    panel = shown_anew(board, gateway, stops=stops, requests=(request(room=NL_ROOM, to=BE_ROOM, by=NL_DESK),))
    expect(panel.locator("[data-part='stops'] [data-offer]")).to_have_count(0)
    expect(panel.locator("[data-part='requests'] [data-offer]")).to_have_text(["Withdraw"])


# ---------------------------------------------------------------- of an alert


def shelvable(**changes: Any) -> Any:
    return alert(phase="approaching", priority=2, crossing=None, **changes)


def test_an_alert_of_priority_2_is_put_aside_and_taken_up_again_from_its_card(
    board: Page, gateway: ScriptedGateway
) -> None:
    gateway.put(rich_pursuit(), NL_ROOM)
    gateway.put_alert(shelvable(revision=3))
    board.get_by_test_id("alert").locator("[data-offer='shelve']").click()
    slip = board.locator(".slip")
    fill(slip, minutes="5", reason="we know")
    send(slip)
    command = gateway.wait_for(Command)
    assert command.order == orders.Shelve(revision=3, minutes=5, reason="we know")
    done(gateway, command)
    aside = Shelved(by=NL_DESK, at=ago(0), until=ago(-300), reason="we know")
    gateway.put_alert(shelvable(revision=4, shelved=aside))
    board.get_by_test_id("shelf").locator("[data-offer='unshelve']").click()
    assert gateway.wait_for(Command, count=2).order == orders.Unshelve()


def test_an_alert_of_priority_1_offers_no_putting_aside(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put_alert(alert())
    expect(board.get_by_test_id("acknowledge")).to_be_visible()
    expect(board.get_by_test_id("alert").locator("[data-offer]")).to_have_count(0)


def test_the_owner_hands_an_alert_over_to_a_person_at_the_rooms_desks(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(), NL_ROOM)
    people = tuple(
        DeskInfo(name=name, desk="", page_visible=True, sound_armed=True, since=ago(60))
        for name in ("nl-desk", "p.devries")
    )
    gateway.say(DesksMessage(rooms=(desks(NL_ROOM, 2, own=True, desks=people),)))
    gateway.put_alert(alert(acknowledged=acknowledged("nl-desk")))
    board.get_by_test_id("alert").locator("[data-offer='hand_over_alert']").click()
    slip = board.locator(".slip")
    assert slip.locator("datalist option").evaluate_all("all => all.map(one => one.value)") == ["p.devries"]
    fill(slip, to="p.devries", note="end of shift")
    send(slip)
    assert ordered(gateway) == orders.HandOverAlert(to="p.devries", note="end of shift")


def test_who_is_offered_an_alert_takes_it_with_one_press(board: Page, gateway: ScriptedGateway) -> None:
    gateway.put(rich_pursuit(), NL_ROOM)
    offered = Offered(to="nl-desk", by=BE_DESK, at=ago(2), until=ago(-600), note="end of shift")
    gateway.put_alert(alert(acknowledged=acknowledged("p.devries"), offered=offered))
    card = board.get_by_test_id("alert")
    expect(card).to_contain_text("Offered to nl-desk by be-desk (Desk 1) until ")
    expect(card.locator("[data-offer]")).to_have_text(["Take the alert offered to you"])
    card.locator("[data-offer]").click()
    assert ordered(gateway) == orders.TakeAlert()


# ---------------------------------------------------------------- without any alert


def test_a_pursuit_is_opened_from_the_desk_with_units_and_its_panel_follows(
    board: Page, gateway: ScriptedGateway
) -> None:
    gateway.units(NL_ROOM, unit_place("NL/MST-07"))
    expect(board.locator("[data-unit='NL/MST-07']")).to_be_visible()
    board.get_by_test_id("new-pursuit").click()
    slip = board.locator(".slip")
    expect(slip.locator("[name='case']")).to_have_value(re.compile(r"^NL/20\d{6}-\d{4}-[0-9A-F]{2}$"))
    fill(slip, case="NL/2026-7", units="NL/MST-07, NL/MST-08", purpose="failed to stop", mode="exercise")
    send(slip)
    command = gateway.wait_for(Command)
    assert (command.command, command.case, command.room, command.mode) == ("open", "NL/2026-7", NL_ROOM, "exercise")
    assert (command.units, command.text) == (("NL/MST-07", "NL/MST-08"), "failed to stop")
    done(gateway, command)
    gateway.put(rich_pursuit(case="NL/2026-7", leading_room=NL_ROOM), NL_ROOM)
    expect(board.get_by_role("heading", name="NL/2026-7")).to_be_visible()
    expect(board.locator("[data-part='dangers'] [data-testid='row']").first).to_be_visible()


def test_a_pursuit_is_opened_without_units_and_is_live_unless_said_otherwise(
    board: Page, gateway: ScriptedGateway
) -> None:
    board.get_by_test_id("new-pursuit").click()
    send(board.locator(".slip"))
    command = gateway.wait_for(Command)
    assert (command.command, command.units, command.mode) == ("open", (), "live")


def test_an_order_may_name_a_pursuit_that_this_page_does_not_know(board: Page, gateway: ScriptedGateway) -> None:
    board.get_by_test_id("new-pursuit").click()
    slip = begin(board.get_by_test_id("pursuit-panel"), "warn_room")
    fill(slip, case="BE/2026-99", mode="test", to="BE/CIC-LIEGE", text="coming")
    send(slip)
    command = gateway.wait_for(Command)
    assert (command.case, command.mode, command.order.to) == ("BE/2026-99", "test", "BE/CIC-LIEGE")
