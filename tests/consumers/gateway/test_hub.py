from datetime import timedelta

from msgspec import Raw

from consumers.gateway.hub import Hub
from consumers.gateway.inbox import InboxPartition, Stored
from consumers.gateway.outbox import Outbox
from consumers.gateway.sayings import Sayings
from consumers.inbox_record import rank_of, recipient_of
from streams.console import GatewayMessage, InboxItem, Said, Snapshot, TrailsMessage, UnitsMessage
from streams.records import InboxRecord, Trail, decode, encode
from tests.consumers.records import LEAD, NOON, alert_record, key_of, picture, pursuit, trail, visibility

NL, BE, LU = "NL/ROOM", "BE/ROOM", "LU/ROOM"
PARTITION = {NL: 0, BE: 1, LU: 0}


class World:
    """A hub with its inbox partitions, and consoles whose waiting messages can be read."""

    def __init__(self) -> None:
        self.hub = Hub()
        self.hub.partitions = {n: InboxPartition("topic-1", n) for n in (0, 1)}

    def comes(self, *records: InboxRecord) -> None:
        for record in records:
            partition = PARTITION[recipient_of(record)]
            stored = Stored(
                key=key_of(record),
                offset=self.hub.partitions[partition].next_offset,
                at=NOON,
                recipient=recipient_of(record),
                rank=rank_of(record),
                value=encode(record),
            )
            self.hub.inbox_record(partition, stored, record)

    def dots(self, *trails: Trail) -> None:
        for each in trails:
            self.hub.trail(each, Raw(encode(each)))

    def console(self, *rooms: str, language: str | None = None) -> Outbox:
        outbox = Outbox()
        for room in rooms:
            self.hub.listen(outbox, room, PARTITION[room], None, NOON, language=language)
        return outbox


def waiting(outbox: Outbox) -> list[GatewayMessage]:
    messages = []
    while (message := outbox._take()) is not None:
        messages.append(decode(message, GatewayMessage))
    return messages


def trails_in(outbox: Outbox) -> list[Trail]:
    told = [message for message in waiting(outbox) if isinstance(message, TrailsMessage)]
    return [decode(bytes(raw), Trail) for message in told for raw in message.trails]


def test_an_alert_goes_to_every_console_of_its_room_and_to_no_other() -> None:
    world = World()
    here, also_here, elsewhere = world.console(NL), world.console(NL, BE), world.console(LU)
    for outbox in (here, also_here, elsewhere):
        waiting(outbox)
    world.comes(alert_record(NL))
    (item,) = waiting(here)
    assert isinstance(item, InboxItem)
    assert decode(bytes(item.record), InboxRecord) == alert_record(NL)
    assert (item.room, item.place.offset) == (NL, 0)
    assert waiting(also_here) == [item]
    assert waiting(elsewhere) == []


def test_an_old_revision_from_a_late_writer_is_not_forwarded() -> None:
    world = World()
    here = world.console(NL)
    world.comes(alert_record(NL, revision=2))
    waiting(here)
    world.comes(alert_record(NL, revision=1), alert_record(NL, revision=2))
    assert waiting(here) == []


def test_a_new_console_gets_a_snapshot_of_its_room_alone() -> None:
    world = World()
    world.comes(alert_record(NL), alert_record(LU), alert_record(NL, revision=2))
    (snapshot,) = waiting(world.console(NL))
    assert isinstance(snapshot, Snapshot)
    assert [decode(bytes(item.record), InboxRecord) for item in snapshot.items] == [alert_record(NL, revision=2)]


def test_a_removed_key_is_told_to_its_room() -> None:
    world = World()
    world.comes(alert_record(NL))
    here = world.console(NL)
    waiting(here)
    world.hub.inbox_removed(0, key_of(alert_record(NL)), 1, NOON)
    assert [bytes(item.record) for item in waiting(here) if isinstance(item, InboxItem)] == [b"null"]


def languages(outbox: Outbox) -> list[str | None]:
    """Of the words with each record that waits, live or in a snapshot."""
    found = []
    for message in waiting(outbox):
        items = message.items if isinstance(message, Snapshot) else (message,)
        found += [item.said.language if item.said else None for item in items if isinstance(item, InboxItem)]
    return found


def test_each_console_gets_its_records_in_its_own_language_and_a_terminal_without_words() -> None:
    world = World()
    world.comes(alert_record(NL))
    consoles = {language: world.console(NL, language=language) for language in ("nl", "fr", None)}
    world.comes(alert_record(NL, revision=2))
    for language, outbox in consoles.items():
        assert languages(outbox) == [language, language]


def test_a_record_is_put_in_words_once_for_a_hundred_consoles() -> None:
    world, asked = World(), []

    def said_of(record: InboxRecord, language: str) -> Said:
        asked.append(record)
        return Said(language=language)

    world.hub.sayings = Sayings(said_of)
    consoles = [world.console(NL, language="fr") for _ in range(100)]
    world.comes(alert_record(NL))
    consoles += [world.console(NL, language="fr") for _ in range(100)]
    assert asked == [alert_record(NL)]
    assert all(languages(outbox) == ["fr"] for outbox in consoles)


def test_the_rooms_of_a_pursuit_are_known_from_the_inbox_until_it_is_no_longer_read() -> None:
    world = World()
    world.console(NL)
    world.comes(pursuit(NL, NL, LU))
    assert world.hub.staffing.neighbours.of(NL) == {NL, LU, LEAD}
    world.hub.drop_partition(0)
    assert world.hub.staffing.neighbours.of(NL) == frozenset()


def test_dots_go_only_to_rooms_in_the_audience_that_were_granted_the_case() -> None:
    world = World()
    granted, not_granted, not_in_audience = world.console(NL), world.console(LU), world.console(BE)
    world.comes(visibility(NL), visibility(BE))
    world.dots(trail(NL, LU))
    assert trails_in(granted) == [trail(NL, LU)]
    assert trails_in(not_granted) == []
    assert trails_in(not_in_audience) == []


def test_a_console_of_two_rooms_gets_a_dot_once() -> None:
    world = World()
    here = world.console(NL, BE)
    world.comes(visibility(NL), visibility(BE))
    world.dots(trail(NL, BE))
    assert trails_in(here) == [trail(NL, BE)]


def test_a_grant_that_comes_after_the_dot_shows_it_at_once() -> None:
    world = World()
    here = world.console(NL)
    world.dots(trail(NL, n=1), trail(NL, n=2))
    assert trails_in(here) == []
    world.comes(visibility(NL))
    assert trails_in(here) == [trail(NL, n=2)]


def test_a_console_that_signs_in_during_a_pursuit_sees_the_newest_dots_at_once() -> None:
    world = World()
    world.comes(visibility(NL))
    world.dots(trail(NL, n=1), trail(NL, n=2))
    assert trails_in(world.console(NL)) == [trail(NL, n=2)]


def test_an_ended_visibility_stops_dots_also_those_that_wait() -> None:
    world = World()
    here = world.console(NL)
    world.comes(visibility(NL, event=1))
    world.dots(trail(NL, n=1))
    world.comes(visibility(NL, granted=False, event=2))
    world.dots(trail(NL, n=2))
    assert trails_in(here) == []


def test_an_ended_visibility_of_one_room_leaves_the_other_rooms_dots() -> None:
    world = World()
    here = world.console(NL, BE)
    world.comes(visibility(NL, event=1), visibility(BE, event=1))
    world.dots(trail(NL, BE))
    world.comes(visibility(NL, granted=False, event=2))
    assert trails_in(here) == [trail(NL, BE)]


def test_an_inbox_that_lags_gets_no_dots_for_a_visibility_may_have_ended() -> None:
    world = World()
    here = world.console(NL)
    world.comes(visibility(NL))
    world.hub.late.add(0)
    world.dots(trail(NL, n=1))
    assert trails_in(here) == []
    assert trails_in(world.console(NL)) == []
    world.hub.late.discard(0)
    world.dots(trail(NL, n=2))
    assert trails_in(here) == [trail(NL, n=2)]


def test_a_late_fix_goes_out_but_does_not_hide_the_newest_one() -> None:
    world = World()
    here = world.console(NL)
    world.comes(visibility(NL))
    world.dots(trail(NL, n=5), trail(NL, n=3, outcome="late"))
    assert trails_in(here) == [trail(NL, n=5), trail(NL, n=3, outcome="late")]
    assert trails_in(world.console(NL)) == [trail(NL, n=5)]


def test_places_of_own_units_go_to_their_room_alone() -> None:
    world = World()
    here, elsewhere = world.console(BE), world.console(NL)
    waiting(here)
    waiting(elsewhere)
    world.hub.units(picture(BE, "BE/U-1", "BE/U-2"))
    (units,) = waiting(here)
    assert isinstance(units, UnitsMessage)
    assert (units.room, units.full, len(units.units)) == (BE, False, 2)
    assert waiting(elsewhere) == []


def test_a_new_console_gets_all_known_units_of_its_room() -> None:
    world = World()
    world.hub.units(picture(BE, "BE/U-1"))
    world.hub.units(picture(BE, "BE/U-2"))
    (_, units) = waiting(world.console(BE))
    assert isinstance(units, UnitsMessage)
    assert (units.full, len(units.units)) == (True, 2)


def test_old_dots_are_not_shown_to_a_new_console() -> None:
    world = World()
    world.comes(visibility(NL))
    world.dots(trail(NL))
    world.hub.units(picture(NL, "NL/U-1"))
    world.hub.forget_dots_before(NOON + timedelta(minutes=1))
    assert len(waiting(world.console(NL))) == 1


def test_a_console_that_left_gets_nothing_and_its_partition_is_needed_no_more() -> None:
    world = World()
    here = world.console(NL)
    assert world.hub.partitions_heard() == {0}
    world.hub.leave(here)
    waiting(here)
    world.comes(alert_record(NL))
    assert waiting(here) == []
    assert world.hub.partitions_heard() == set()


def test_a_partition_that_was_let_go_takes_its_grants_with_it() -> None:
    world = World()
    world.hub.leave(world.console(NL))
    world.comes(visibility(NL))
    world.hub.drop_partition(0)
    world.hub.partitions[0] = InboxPartition("topic-1", 0)
    here = world.console(NL)
    world.dots(trail(NL))
    assert trails_in(here) == []
