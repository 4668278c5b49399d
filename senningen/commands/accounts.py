"""`senningen accounts`: add, list and remove the accounts of people and units; a token is shown once."""

import json
import secrets
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from senningen.settings import load_settings
from streams.accounts import AccountEntry, AccountsError, Role, SpeedUnit, hash_token
from streams.accounts_file import changing_accounts, read_accounts, write_private
from streams.ids import owner_of
from streams.records import Mode

__all__ = ["DEMO_SIGN_INS", "add_account", "app", "ensure_demo_accounts", "remove_account"]

app = typer.Typer(no_args_is_help=True, help="Add, list and remove accounts.")

DEMO_SIGN_INS = "demo_sign_ins.json"
"""Beside the accounts: the tokens of the demo's own, in clear."""
_DEMO: tuple[tuple[str, Role, str], ...] = (
    ("BE/LIE-21", "unit", "BE/CIC-LIEGE"),
    ("BE/LIE-24", "unit", "BE/CIC-LIEGE"),
    ("liege", "operator", "BE/CIC-LIEGE"),
    ("maastricht", "operator", "NL/MK-MAASTRICHT"),
    ("luxembourg", "operator", "LU/CIN"),
    ("commander", "commander", "BE/CIC-LIEGE"),
    ("administrator", "administrator", "BE/CIC-LIEGE"),
)
"""The demo's people and cars: name, role, room."""


def add_account(
    path: Path,
    name: str,
    role: Role,
    *,
    rooms: tuple[str, ...] = (),
    state: str | None = None,
    service: str = "police",
    unit: str | None = None,
    mode: Mode = "live",
    osmand_speed_unit: SpeedUnit = "knots",
) -> str:
    """Add an account to the file and return its token, which stands nowhere else.

    Args:
        path: the accounts file; made when there is none.
        name: the account's name; must be new.
        role: unit, operator, commander or administrator.
        rooms: rooms it serves; for a unit its home room.
        state: ISO 3166 code; without it the owner of the first room, or of the unit.
        service: police, customs, ...
        unit: the unit's id, with the role unit.
        mode: default mode of a unit's records.
        osmand_speed_unit: what the number `speed` means in OsmAnd's query form.

    Raises:
        AccountsError: the name is taken, or the account does not fit.
    """
    token = secrets.token_urlsafe(32)
    owned = next((identity for identity in (*rooms, unit) if identity), "")
    entry = AccountEntry(
        name=name, role=role, state=state or owner_of(owned), service=service, rooms=rooms, unit=unit, mode=mode,
        osmand_speed_unit=osmand_speed_unit, token_sha256=hash_token(token),
    )  # fmt: skip
    with changing_accounts(path) as entries:
        if name in entries:
            message = f"{path.name}: expected a new name, got {name}, which exists (remove it first)"
            raise AccountsError(message)
        entries[name] = entry
    return token


def remove_account(path: Path, name: str) -> None:
    """Remove an account; servers close its connections within 5 s.

    Raises:
        AccountsError: there is no such account.
    """
    with changing_accounts(path) as entries:
        if entries.pop(name, None) is None:
            message = f"{path.name}: expected one of {', '.join(entries) or 'no accounts'}, got {name}"
            raise AccountsError(message)


def ensure_demo_accounts(path: Path) -> dict[str, str]:
    """The demo's sign-ins, name -> token: made on a fresh folder, the same ones again on a second demo.

    The tokens are kept in clear beside the accounts, in a file only its owner may read: for a stack that listens on
    loopback only. An accounts file that the demo did not make is left alone, and the answer is empty.

    Raises:
        AccountsError: the file as it stands does not fit.
    """
    kept = path.with_name(DEMO_SIGN_INS)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = _demo_entries(_sign_ins(kept))
        with changing_accounts(path) as accounts:
            accounts.update(entries)
    if not kept.exists():
        return {}
    in_force = read_accounts(path)
    return {name: token for name, token in _sign_ins(kept).items() if in_force.authenticate(token)}


def _sign_ins(kept: Path) -> dict[str, str]:
    """The tokens kept beside the accounts; made, and written before any account is, when there are none."""
    if not kept.exists():
        tokens = {name: secrets.token_urlsafe(32) for name, _, _ in _DEMO}
        write_private(kept, json.dumps(tokens, indent=1) + "\n")
    return {name: str(token) for name, token in json.loads(kept.read_text(encoding="utf-8")).items()}


def _demo_entries(sign_ins: dict[str, str]) -> dict[str, AccountEntry]:
    return {
        name: AccountEntry(
            name=name, role=role, state=owner_of(room), service="police",
            rooms=() if role == "administrator" else (room,), unit=name if role == "unit" else None,
            mode="exercise" if role == "unit" else "live", token_sha256=hash_token(sign_ins[name]),
        )
        for name, role, room in _DEMO
    }  # fmt: skip


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Name of the account, such as BE/LIE-21 or j.dubois.")],
    *,
    role: Annotated[Role, typer.Option(help="What the account may do.")],
    room: Annotated[list[str] | None, typer.Option(help="A room it serves, such as BE/CIC-LIEGE; repeatable.")] = None,
    state: Annotated[str | None, typer.Option(help="ISO 3166 code; without it the owner of the room.")] = None,
    service: Annotated[str, typer.Option(help="police, customs, ...")] = "police",
    unit: Annotated[str | None, typer.Option(help="Id of the unit, with role unit; without it the name.")] = None,
    mode: Annotated[Mode, typer.Option(help="Mode of a unit's records unless its hello says otherwise.")] = "live",
    osmand_speed_unit: Annotated[SpeedUnit, typer.Option(help="Unit of `speed` in OsmAnd's query form.")] = "knots",
) -> None:
    """Add an account; prints its token, this once."""
    path = load_settings().accounts_file
    try:
        token = add_account(
            path, name, role, rooms=tuple(room or ()), state=state, service=service,
            unit=unit or (name if role == "unit" else None), mode=mode, osmand_speed_unit=osmand_speed_unit,
        )  # fmt: skip
    except (AccountsError, OSError) as error:
        _stop(error)
    typer.echo(f"added {name} ({role}) to {path}", err=True)
    typer.echo("its token, shown this once:", err=True)
    typer.echo(token)


@app.command("list")
def list_accounts() -> None:
    """List the accounts, without their tokens."""
    try:
        accounts = read_accounts(load_settings().accounts_file)
    except AccountsError as error:
        _stop(error)
    for entry in accounts.by_name.values():
        rooms = ", ".join(entry.rooms) or "-"
        typer.echo(f"{entry.name:24} {entry.role:14} {entry.state:6} {entry.service:12} {entry.mode:9} {rooms}")


@app.command()
def remove(name: Annotated[str, typer.Argument(help="Name of the account.")]) -> None:
    """Remove an account; its connections are closed within 5 s."""
    path = load_settings().accounts_file
    try:
        remove_account(path, name)
    except (AccountsError, OSError) as error:
        _stop(error)
    typer.echo(f"removed {name} from {path}", err=True)


def _stop(error: AccountsError | OSError) -> NoReturn:
    typer.echo(f"senningen: {error}", err=True)
    raise typer.Exit(1) from error
