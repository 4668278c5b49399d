"""Who may knock: the accounts of units, operators, commanders and administrators, and the tokens that prove them.

The accounts stand in one TOML file, one `[[account]]` table each. A token is 256 random bits made by us; the file holds
its SHA-256 alone, so that a stolen file opens no door (docs/decisions/0006-tokens.md).
"""

import hashlib
import hmac
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from streams.expected import DIGEST, NAME, STATE, in_words
from streams.ids import owner_of
from streams.records import Account, Id, Mode

__all__ = [
    "AccountEntry", "Accounts", "AccountsError", "Role", "SpeedUnit", "format_accounts", "hash_token",
    "parse_accounts",
]  # fmt: skip

Role = Literal["unit", "operator", "commander", "administrator"]
SpeedUnit = Literal["knots", "kmh", "mps", "mph"]
Name = Annotated[str, Meta(pattern=NAME)]
State = Annotated[str, Meta(pattern=STATE)]
Digest = Annotated[str, Meta(pattern=DIGEST)]

_HEADER = (
    "# The accounts of Senningen, written by `senningen accounts`; comments are not kept.\n"
    "# Of a token only its SHA-256 stands here.\n"
)


class AccountsError(ValueError):
    """An accounts file that cannot be read or contradicts itself: expected, got, where. Never says a token."""


class AccountEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One account: who signs in with which token, and what they may speak for.

    Attributes:
        rooms: the rooms the person serves; for a unit exactly one, its home room.
        unit: the id of the unit; only, and always, with the role `unit`.
        mode: what a unit's records say unless its hello says exercise or test.
        osmand_speed_unit: what the number `speed` means in OsmAnd's query form.
        token_sha256: lower-case hexadecimal SHA-256 of the token.
    """

    name: Name
    role: Role
    state: State
    service: Annotated[str, Meta(min_length=1, max_length=60)]
    rooms: tuple[Id, ...] = ()
    unit: Id | None = None
    mode: Mode = "live"
    osmand_speed_unit: SpeedUnit = "knots"
    token_sha256: Digest

    def signature(self, *, room: str | None = None, desk: str | None = None) -> Account:
        """Who said it, as a report carries it; without a room the account's first one."""
        home = self.rooms[0] if self.rooms else None
        return Account(name=self.name, role=self.role, state=self.state, room=room or home, unit=self.unit, desk=desk)


@dataclass(frozen=True, slots=True)
class Accounts:
    """All accounts, by name and by the SHA-256 of their token; made by `parse_accounts`."""

    by_name: Mapping[str, AccountEntry]
    by_digest: Mapping[str, AccountEntry]

    def authenticate(self, token: str) -> AccountEntry | None:
        """Whose token this is; None when nobody's.

        The look-up is by digest, whose bits a caller cannot steer, and the comparison takes constant time: how long
        the answer takes tells nothing about a token.
        """
        digest = hash_token(token)
        entry = self.by_digest.get(digest)
        return entry if entry is not None and hmac.compare_digest(entry.token_sha256, digest) else None

    def holds(self, entry: AccountEntry) -> bool:
        """True while this account stands in the file unchanged: same token, same rights.

        Servers ask it after each change of the file and close what no longer holds; who changed only signs in again.
        """
        return self.by_name.get(entry.name) == entry


def hash_token(token: str) -> str:
    """The SHA-256 of a token as lower-case hexadecimal, as the accounts file holds it.

    >>> hash_token("abc")[:16]
    'ba7816bf8f01cfea'
    """
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def parse_accounts(text: str, name: str) -> Accounts:
    """Read the accounts file's text; `name` says in errors which file it is.

    Raises:
        AccountsError: no TOML; an unknown, missing or ill-fitting field; or two accounts that share a name, a unit or a
            token; a unit without its id or its one room; an id of another state.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: expected TOML, got {error}"
        raise AccountsError(message) from error
    unknown = sorted(document.keys() - {"account"})
    tables = document.get("account", [])
    if unknown or not isinstance(tables, list):
        message = f"{name}: expected [[account]] tables only, got {unknown[0] if unknown else '[account]'!r}"
        raise AccountsError(message)
    return _collected([_entry(table, f"{name}: account {i}") for i, table in enumerate(tables, 1)], name)


def format_accounts(entries: Iterable[AccountEntry]) -> str:
    """The text of an accounts file that `parse_accounts` reads back as these entries."""
    return "\n".join([_HEADER, *(_table(entry) for entry in entries)])


def _collected(entries: list[AccountEntry], name: str) -> Accounts:
    for what, values in (
        ("name", [entry.name for entry in entries]),
        ("unit", [entry.unit for entry in entries if entry.unit is not None]),
    ):
        repeated = next((value for value in values if values.count(value) > 1), None)
        if repeated is not None:
            message = f"{name}: expected every {what} once, got {repeated!r} twice"
            raise AccountsError(message)
    by_digest: dict[str, AccountEntry] = {}
    for entry in entries:
        other = by_digest.setdefault(entry.token_sha256, entry)
        if other is not entry:
            message = f"{name}: expected a token for each account, got one for both {other.name} and {entry.name}"
            raise AccountsError(message)
    by_name = {entry.name: entry for entry in entries}
    return Accounts(by_name=MappingProxyType(by_name), by_digest=MappingProxyType(by_digest))


def _entry(table: Any, where: str) -> AccountEntry:
    who = table.get("name") if isinstance(table, dict) else None
    where = f"{where} ({who})" if isinstance(who, str) else where
    try:
        entry = msgspec.convert(table, type=AccountEntry)
    except msgspec.ValidationError as error:
        message = f"{where}: {in_words(str(error))}{_got(table, str(error))}"
        raise AccountsError(message) from error
    _check(entry, where)
    return entry


def _got(table: Any, error: str) -> str:
    """What stood in the field that does not fit; of a token's digest only its length."""
    found = re.search(r"`\$\.(\w+)", error)
    if found is None or not isinstance(table, dict):
        return ""
    value = table.get(found[1])
    secret = found[1] == "token_sha256"
    return f", got {len(str(value))} characters" if secret else f", got {value!r}"


def _check(entry: AccountEntry, where: str) -> None:
    """What the fields of one account must be to each other."""
    if (entry.role == "unit") != (entry.unit is not None):
        message = (
            f"{where}: expected `unit` with the role unit and only there, got role {entry.role}, unit {entry.unit}"
        )
        raise AccountsError(message)
    if entry.role == "unit" and len(entry.rooms) != 1:
        message = f"{where}: expected one home room of the unit in `rooms`, got {len(entry.rooms)}"
        raise AccountsError(message)
    if entry.role in ("operator", "commander") and not entry.rooms:
        message = f"{where}: expected at least one room in `rooms` for the role {entry.role}, got none"
        raise AccountsError(message)
    for identity in (*entry.rooms, *([entry.unit] if entry.unit else [])):
        if owner_of(identity) != entry.state:
            message = f"{where}: expected rooms and unit of the account's state {entry.state}, got {identity}"
            raise AccountsError(message)


def _table(entry: AccountEntry) -> str:
    fields = [(name, getattr(entry, name)) for name in entry.__struct_fields__]
    lines = [f"{name} = {_value(value)}\n" for name, value in fields if value is not None]
    return "[[account]]\n" + "".join(lines)


def _value(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return '"' + "".join(_escaped(sign) for sign in value) + '"'


def _escaped(sign: str) -> str:
    """One sign of a TOML basic string; control signs, quote and backslash by number."""
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x20 or sign in '"\\\x7f' else sign
