"""What one pursuit hands on to another besides units, facts and proofs: how far limits have run, who was warned."""

from msgspec import Struct

from streams.records.alert import ByHand
from streams.records.moves import Crossing
from streams.records.notice import Notice
from streams.records.parts import Id, Instant, Place, States
from streams.records.unit import Stay

__all__ = ["UnitCarried", "WarnedRoom"]


class UnitCarried(Struct, frozen=True, kw_only=True):
    """What a pursuit knew of a unit that goes on in another one: there it goes on, too.

    Where the unit is now is not carried: TRACK tells it, and by it the rooms there ring.
    """

    unit: Id
    stays: tuple[Stay, ...] = ()
    last_crossing: Crossing | None = None
    """Its last one that is sure: TRACK tells only those of the last 15 minutes."""
    returning: bool = False
    lost_sight_at: Instant | None = None


class WarnedRoom(Struct, frozen=True, kw_only=True):
    """A room that an operator warned by hand and that waits for the car, with what it had of the warning."""

    room: Id
    by_hand: ByHand
    territory_from: States = ()
    place: Place | None = None
    notice: Notice | None = None
