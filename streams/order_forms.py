"""Every order as a form: what can be filled in, of which kind, and what must be; for pages and terminals alike."""

from functools import cache
from typing import Any, get_args

import msgspec
from msgspec import Struct, inspect

from streams import orders

__all__ = ["FormField", "OrderForm", "order_forms"]


class FormField(Struct, frozen=True, kw_only=True):
    """One thing that an order says.

    Attributes:
        name: as the order spells it.
        kind: text, number, whole, yes_no, instant, choice or list.
        required: whether it must be filled in.
        choices: of a choice, what can be chosen.
        longest: of a text, how many signs it may have; None where that is not limited.
    """

    name: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()
    longest: int | None = None


class OrderForm(Struct, frozen=True, kw_only=True):
    """One order: its word, and its fields in the order of its schema."""

    order: str
    fields: tuple[FormField, ...]


@cache
def order_forms() -> tuple[OrderForm, ...]:
    """All orders there are, by their words.

    The answer to a request is one form: `answer` says accept or refuse, and its own fields stand beside it.
    """
    forms = (_form(order) for order in get_args(orders.Order))
    return tuple(sorted(forms, key=lambda form: form.order))


def _form(order: type[Struct]) -> OrderForm:
    known = _fields(order)
    if order is orders.AnswerRequest:
        both = {field.name: field for part in get_args(orders.Answer) for field in _fields(part)}
        answer = FormField(name="answer", kind="choice", required=True, choices=("accept", "refuse"))
        known = (known[0], answer, *(msgspec.structs.replace(field, required=False) for field in both.values()))
    return OrderForm(order=str(order.__struct_config__.tag), fields=known)


def _fields(order: type[Struct]) -> tuple[FormField, ...]:
    info = inspect.type_info(order)
    if not isinstance(info, inspect.StructType):
        message = f"{order}: expected a struct"
        raise TypeError(message)
    return tuple(_field(field) for field in info.fields if field.name != "answer")


def _field(field: inspect.Field) -> FormField:
    kinds = [kind for kind in _parts(field.type) if not isinstance(kind, inspect.NoneType)]
    kind = kinds[0]
    choices = tuple(str(value) for value in kind.values) if isinstance(kind, inspect.LiteralType) else ()
    longest = kind.max_length if isinstance(kind, inspect.StrType) else None
    return FormField(
        name=field.name, kind=_KINDS[type(kind)], required=field.required, choices=choices, longest=longest
    )


def _parts(kind: Any) -> tuple[Any, ...]:
    return kind.types if isinstance(kind, inspect.UnionType) else (kind,)


_KINDS: dict[type, str] = {
    inspect.StrType: "text",
    inspect.FloatType: "number",
    inspect.IntType: "whole",
    inspect.BoolType: "yes_no",
    inspect.DateTimeType: "instant",
    inspect.LiteralType: "choice",
    inspect.VarTupleType: "list",
}
