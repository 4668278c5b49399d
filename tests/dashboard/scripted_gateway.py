"""A small gateway that speaks streams/console.py and says what a test tells it to, for tests of the page alone.

What it sends is built from the wire schema itself, so that a page that reads it reads the real gateway too.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import msgspec
from websockets.exceptions import ConnectionClosed, ConnectionClosedError
from websockets.sync.server import Server, ServerConnection, serve

from consumers.gateway.sayings import Sayings
from streams.console import (
    Command,
    ConsoleMessage,
    ConsolePlace,
    Goodbye,
    Heartbeat,
    Hello,
    InboxItem,
    RoomInfo,
    SendReceipt,
    Snapshot,
    TrailsMessage,
    UnitsMessage,
    Welcome,
)
from streams.records import AlertRecord, InboxRecord, Trail, UnitPlace, encode

TOPIC_ID = "inbox-of-this-test"
WAIT_S = 15.0


class ScriptedGateway:
    """Welcomes every console, gives it the inbox that the test made, beats, and remembers what consoles said."""

    def __init__(self, rooms: tuple[RoomInfo, ...], *, account: str = "nl-desk", role: str = "operator") -> None:
        self.rooms = rooms
        self.account = account
        self.role = role
        self.inbox: list[InboxItem] = []
        self.heard: list[Any] = []
        self.cookies: list[str] = []
        self.unreadable: list[str] = []
        self.not_recovered = ""
        self.beating = True
        self.kafka = True
        self.speechless = False
        self.open = True
        self.turning_away = ""
        self._news = threading.Condition()
        self._consoles: dict[ServerConnection, str] = {}
        self._sayings = Sayings()
        self._stop = threading.Event()
        self._server: Server = serve(self._serve, "127.0.0.1", 0)
        self.port: int = self._server.socket.getsockname()[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        threading.Thread(target=self._beat, daemon=True).start()

    # ---------------------------------------------------------------- what a test does

    def put(self, record: InboxRecord, room: str) -> None:
        """One more record in the room's inbox; consoles on the line get it at once."""
        place = ConsolePlace(topic_id=TOPIC_ID, partition=0, offset=len(self.inbox), at=datetime.now(UTC))
        item = InboxItem(room=room, key=str(len(self.inbox)), place=place, record=msgspec.Raw(encode(record)))
        self.inbox.append(item)
        self.say(item)

    def put_alert(self, record: AlertRecord) -> None:
        """An alert in its own room's inbox."""
        self.put(record, record.alert.room)

    def trails(self, *trails: Trail) -> None:
        """Fixes of pursuit units."""
        self.say(TrailsMessage(trails=tuple(msgspec.Raw(encode(trail)) for trail in trails)))

    def units(self, room: str, *units: UnitPlace) -> None:
        """Places of the room's own units."""
        self.say(UnitsMessage(room=room, full=True, units=tuple(msgspec.Raw(encode(unit)) for unit in units)))

    def say(self, message: Any) -> None:
        """Any message to every console on the line; text goes out as it is."""
        for console in list(self._consoles):
            self._send(console, message)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """No heartbeat for as long as the block lasts: the line is open and dead."""
        self.beating = False
        yield
        self.beating = True

    @contextmanager
    def away(self) -> Iterator[None]:
        """Every console is thrown out, and none gets in, for as long as the block lasts."""
        self.open = False
        self.drop()
        yield
        self.open = True

    def drop(self) -> None:
        """Throw every console out; they may come back."""
        for console in list(self._consoles):
            console.close()

    def wait_for(self, kind: type, fits: Callable[[Any], bool] = lambda _: True, count: int = 1) -> Any:
        """The count-th message of this kind that fits; waits until a console has said it."""

        def found() -> list[Any]:
            return [message for message in self.heard if isinstance(message, kind) and fits(message)]

        with self._news:
            assert self._news.wait_for(lambda: len(found()) >= count, WAIT_S), (
                f"expected {count} {kind.__name__}, heard {self.heard}"
            )
            return found()[count - 1]

    def wait_for_hello(self) -> None:
        """Until a console is on the line, so that what is put from now on comes to it at once."""
        self.wait_for(Hello)

    def heard_receipts(self) -> set[tuple[str, int, str]]:
        """Alert, revision and kind of every receipt so far."""
        return {(m.alert, m.revision, m.kind) for m in self.heard if isinstance(m, SendReceipt)}

    def heard_commands(self) -> list[Command]:
        """Every command so far."""
        return [m for m in self.heard if isinstance(m, Command)]

    def close(self) -> None:
        """End the server; a page that said what the wire schema does not know has failed its test."""
        self._stop.set()
        self.drop()
        self._server.shutdown()
        assert self.unreadable == []

    # ---------------------------------------------------------------- the server

    def _serve(self, console: ServerConnection) -> None:
        if self.turning_away:
            self._send(console, Goodbye(code="unknown_token", reason=self.turning_away))
        if self.turning_away or not self.open:
            return
        request = console.request
        self.cookies.append(request.headers.get("Cookie", "") if request else "")
        # A page that is closed or thrown out says no goodbye; what it said before stands in `heard`.
        with suppress(ConnectionClosedError):
            for frame in console:
                self._hear(console, self._read(frame))
        if console in self._consoles:
            del self._consoles[console]

    def _read(self, frame: str | bytes) -> Any:
        try:
            return msgspec.json.decode(frame, type=ConsoleMessage)
        except msgspec.ValidationError as error:
            self.unreadable.append(f"{error}: {frame!r}")
            raise

    def _hear(self, console: ServerConnection, message: Any) -> None:
        if isinstance(message, Hello):
            self._welcome(console, message)
        with self._news:
            self.heard.append(message)
            self._news.notify_all()

    def _welcome(self, console: ServerConnection, hello: Hello) -> None:
        state = self.rooms[0].state if self.rooms else "NL"
        language = hello.language or "en"
        welcome = Welcome(
            account=self.account,
            role=self.role,
            state=state,
            rooms=self.rooms,
            server_at=datetime.now(UTC),
            heartbeat_s=0.5,
            language=language,
        )
        self._send(console, welcome)
        self._consoles[console] = language
        for room in self.rooms:
            self._send(console, self._snapshot(room.id, hello.places.get(room.id)))

    def _snapshot(self, room: str, place: ConsolePlace | None) -> Snapshot:
        known = place is not None and not self.not_recovered
        after = place.offset if known and place is not None else -1
        items = tuple(item for item in self.inbox if item.room == room and item.place.offset > after)
        last = items[-1].place if items else place
        return Snapshot(room=room, recovered=known, reason=self.not_recovered, place=last, items=items)

    def _beat(self) -> None:
        while not self._stop.wait(0.5):
            if self.beating:
                self.say(Heartbeat(at=datetime.now(UTC), kafka=self.kafka))

    def _send(self, console: ServerConnection, message: Any) -> None:
        language = None if self.speechless else self._consoles.get(console)
        if isinstance(message, InboxItem):
            message = self._sayings.item(message, language)
        elif isinstance(message, Snapshot):
            message = self._sayings.snapshot(message, language)
        text = message if isinstance(message, str) else msgspec.json.encode(message).decode()
        with suppress(ConnectionClosed):
            console.send(text)
