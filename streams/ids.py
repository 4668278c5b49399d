"""Who owns what: every id of a unit, room or case starts with the state that owns it, as in BE/LIE-21."""

import re

__all__ = ["InvalidIdError", "checked_id", "owner_of"]

_ID = re.compile(r"[A-Z]{2}/[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")


class InvalidIdError(ValueError):
    """An id without an owner, or with signs that an id may not have."""


def checked_id(text: str, what: str) -> str:
    """Return `text` when it is an id with an owner; `what` names it in the error.

    Raises:
        InvalidIdError: says what was expected and what came.

    >>> checked_id("BE/LIE-21", "unit")
    'BE/LIE-21'
    """
    if not _ID.fullmatch(text):
        message = (
            f"{what}: expected an id such as BE/LIE-21 (state, slash, name of letters, digits . _ : -), got {text!r}"
        )
        raise InvalidIdError(message)
    return text


def owner_of(identity: str) -> str:
    """The ISO 3166 code of the state that owns this unit, room or case.

    >>> owner_of("NL/MK-MAASTRICHT")
    'NL'
    """
    return identity.partition("/")[0]
