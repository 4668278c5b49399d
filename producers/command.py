"""A crew's command, START, join or leave, as a unit sends it: the report for the case, or a refusal that says why."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from producers.outgoing import Outgoing
from producers.reading import check_unit, read_instant, refuse
from streams.accounts import AccountEntry
from streams.ids import InvalidIdError, checked_id, owner_of
from streams.records import JoinUnit, LeaveUnit, Mode, Open
from streams.topics import REPORTS

__all__ = ["read_command"]


def read_command(
    raw: Mapping[str, Any], account: AccountEntry, *,
    identity: str, mode: Mode, offset_s: float, received_at: datetime,
) -> Outgoing:  # fmt: skip
    """The report a command becomes, keyed by its case.

    Args:
        raw: `{"command": "open" | "join" | "leave", "case", "happened_at", "mode"?, "purpose"?}`.
        account: the unit's account.
        identity: the command's own id, kept through resends.
        mode: the mode the unit signed in with.
        offset_s: seconds to add to the device's clock.
        received_at: when the door received it, UTC.

    Raises:
        Refused: a field is missing or does not fit, it speaks for another unit, in another mode, or opens a case of
            another state.
    """
    command = raw.get("command")
    if command not in ("open", "join", "leave"):
        raise refuse(command, "unknown_command", "command", "open, join or leave")
    check_unit(raw, account)
    case = _case(raw)
    if raw.get("mode", mode) != mode:
        raise refuse(raw["mode"], "mode", "mode", f"the mode the unit signed in with, {mode}")
    corrected = read_instant(raw, "happened_at") + timedelta(seconds=offset_s)
    happened_at = min(corrected, received_at)  # nothing said has yet to happen
    report: Open | JoinUnit | LeaveUnit
    if command == "open":
        report = _open(raw, account, identity=identity, case=case, mode=mode, happened_at=happened_at)
    else:
        kind = JoinUnit if command == "join" else LeaveUnit
        by, unit = account.signature(), account.unit or ""
        report = kind(id=identity, case=case, mode=mode, happened_at=happened_at, by=by, unit=unit)
    return Outgoing(REPORTS.name, case, report)


def _open(
    raw: Mapping[str, Any], account: AccountEntry, *, identity: str, case: str, mode: Mode, happened_at: datetime
) -> Open:
    if owner_of(case) != account.state:
        raise refuse(case, "other_state", "case", f"a case of the unit's own state, {account.state}/...")
    purpose = raw.get("purpose", "")
    if not isinstance(purpose, str) or len(purpose) > 500:
        raise refuse(purpose, "type", "purpose", "at most 500 signs")
    return Open(
        id=identity, case=case, mode=mode, happened_at=happened_at, by=account.signature(),
        units=(account.unit or "",), room=account.rooms[0], purpose=purpose,
    )  # fmt: skip


def _case(raw: Mapping[str, Any]) -> str:
    case = raw.get("case")
    expected = "an id such as BE/P-2026-0001"
    if not isinstance(case, str):
        raise refuse(case, "missing" if case is None else "type", "case", expected)
    try:
        return checked_id(case, "case")
    except InvalidIdError:
        raise refuse(case, "id", "case", expected) from None
