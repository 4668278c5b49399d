"""A phone's side of the OsmAnd door, as Traccar Client has it: one report a request, in order, each until answered."""

import asyncio
from types import TracebackType
from typing import Any, Self

import httpx

from geo.fix import Fix
from producers.trouble import Trouble
from producers.unit_client import Counts, DoorAwayError, DoorRefusedError
from streams.records import Mode

__all__ = ["OsmandClient"]


_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 5.0
_GONE = (401, 403, 404)


class OsmandClient:
    """One phone; use it as an asynchronous context manager.

    Args:
        url: such as http://127.0.0.1:5055/.
        token: the unit's token, sent as device_id.
        mode: exercise or test; None: the account's own.
        unit: the unit's id, sent as device_id beside the token; None: the token's own.
        door_within_s: how long to try for the first answer.
    """

    def __init__(
        self, url: str, token: str, mode: Mode | None = None, *, unit: str | None = None, door_within_s: float = 8.0
    ) -> None:
        self._door_within_s = door_within_s
        self._url = url
        self._identity = {"device_id": unit, "token": token} if unit else {"device_id": token}
        self._identity |= {"mode": mode} if mode else {}
        self._http = httpx.AsyncClient(timeout=15, trust_env=False)
        self._told = Trouble(url)
        self.counts = Counts()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def send(self, fix: Fix) -> None:
        """Send one fix and return when it was accepted or refused.

        Raises:
            DoorAwayError: no door answered the very first report.
            DoorRefusedError: the door does not know the token.
        """
        body, pause_s, waited_s = self._identity | _report(fix), _FIRST_PAUSE_S, 0.0
        self.counts.sent += 1
        while not await self._tried(body, may_wait=waited_s < self._door_within_s or self._was_there()):
            await asyncio.sleep(pause_s)
            waited_s, pause_s = waited_s + pause_s, min(2 * pause_s, _LONGEST_PAUSE_S)
            self.counts.resent += 1

    def _was_there(self) -> bool:
        return self.counts.sent > 1

    async def _tried(self, body: dict[str, Any], *, may_wait: bool) -> bool:
        """True when the report is settled; False when it should be sent again."""
        try:
            answer = await self._http.post(self._url, json=body)
        except httpx.TransportError as error:
            if not may_wait:
                message = f"no door answers at {self._url} ({error})"
                raise DoorAwayError(message) from error
            self._told.tell(f"away ({error})", waiting=1)
            return False
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            self._told.tell(f"later ({answer.text})", waiting=1)
            return False
        self._told.over()
        self._settle(answer)
        return True

    def _settle(self, answer: httpx.Response) -> None:
        content = answer.json() if "json" in answer.headers.get("content-type", "") else {}
        if content.get("type") == "accepted":
            self.counts.accepted += 1
            self.counts.clock_offset_s = content.get("clock_offset_s", 0.0)
            return
        reason = f"{content.get('field')}: expected {content.get('expected')}, got {content.get('got')}"
        if answer.status_code in _GONE or content.get("type") != "refused":
            told = reason if "field" in content else answer.text[:200]
            message = f"the door refuses with {answer.status_code}: {told}"
            raise DoorRefusedError(message)
        self.counts.refused[reason] += 1


def _report(fix: Fix) -> dict[str, Any]:
    coords = {"latitude": fix.lat, "longitude": fix.lon, "accuracy": fix.accuracy_m, "speed": fix.speed_mps,
              "heading": fix.course_deg}  # fmt: skip
    known = {name: value for name, value in coords.items() if value is not None}
    return {"location": {"timestamp": fix.observed_at.isoformat(), "coords": known}, "movement": fix.movement}
