"""Says in a line when a room that is in the same pursuit has nobody at its desks any more, or somebody again."""

from consumers.language import say
from streams.console import DesksMessage, RoomDesks

__all__ = ["DeskLines"]


class DeskLines:
    """Remembers of each neighbouring room whether anyone was there; told anew only when that changes.

    Args:
        language: of the lines.
    """

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._staffed: dict[str, bool] = {}

    def lines(self, message: DesksMessage) -> list[str]:
        """A line for each neighbouring room that is one only now, or whose desks changed between none and some."""
        neighbours = [room for room in message.rooms if not room.own]
        changed = [room for room in neighbours if self._staffed.get(room.room) is not (room.signed_in > 0)]
        self._staffed = {room.room: room.signed_in > 0 for room in neighbours}
        return [self._line(room) for room in changed]

    def _line(self, room: RoomDesks) -> str:
        if room.signed_in == 0:
            return say(self._language, "desks-none", room=room.room)
        return say(
            self._language,
            "desks-some",
            room=room.room,
            n=room.signed_in,
            visible=room.page_visible,
            armed=room.sound_armed,
        )
