"""Every order has its form, and every form says what its order takes."""

from typing import get_args

from streams import orders
from streams.order_forms import FormField, order_forms

FORMS = {form.order: {field.name: field for field in form.fields} for form in order_forms()}


def test_every_order_has_one() -> None:
    assert FORMS.keys() == {str(order.__struct_config__.tag) for order in get_args(orders.Order)}


def test_a_field_says_its_kind_whether_it_must_be_filled_in_and_what_can_be_chosen() -> None:
    assert FORMS["give_stop"]["reason"] == FormField(name="reason", kind="text", required=True, longest=500)
    assert FORMS["add_fact"]["kind"].choices == tuple(sorted(get_args(orders.FactKind)))
    assert FORMS["add_fact"]["number"].kind == "whole"
    assert FORMS["see_target"]["lat"] == FormField(name="lat", kind="number", required=True)
    assert FORMS["see_target"]["observed_at"].kind == "instant"
    assert FORMS["sight"]["lost"].kind == "yes_no"
    assert FORMS["split"]["units"].kind == "list"
    assert FORMS["still_running"] == {}


def test_the_answer_to_a_request_is_one_form() -> None:
    form = FORMS["answer_request"]
    assert form["answer"].choices == ("accept", "refuse")
    assert [name for name, field in form.items() if field.required] == ["request", "answer"]
    assert {"unit", "at", "conditions", "reason"} <= form.keys()
