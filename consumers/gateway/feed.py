"""Brings the hub what it needs from Kafka: inboxes and units of rooms that listen, the pursuits' dots, all desks."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from aiokafka import TopicPartition
from msgspec import Raw

from consumers.gateway.hub import Hub
from consumers.gateway.inbox import InboxPartition, Stored
from consumers.gateway.pulse import Lateness, Pulse
from consumers.gateway.reading import Reading, from_instant
from consumers.inbox_record import rank_of, recipient_of
from streams.admin import BrokerAwayError, TopicsError, check_topics
from streams.partition import partition_of
from streams.records import DeskPresence, InboxRecord, RecordError, Trail, UnitsPicture, decode
from streams.topics import DESKS, INBOX, TRAILS, UNITS, Profile

__all__ = ["TOPICS_READ", "Feed"]

logger = logging.getLogger(__name__)

TOPICS_READ = (INBOX.name, TRAILS.name, UNITS.name, DESKS.name)
_DOTS_FROM = timedelta(seconds=60)
"""How far back dots and desks are read at the start: beyond the 30 s (15 s) within which each is named once."""
_DOTS_KEPT = timedelta(minutes=15)
_SWEEP_S = 10.0
_LINGER_S = 60.0
_INBOX_KEPT = timedelta(milliseconds=int(INBOX.config["retention.ms"]))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Feed:
    """Everything this gateway reads.

    Args:
        broker: host:port, or several separated by commas.
        profile: which partition counts.
        hub: told of everything that comes.
        topic_ids: of `TOPICS_READ`, as `streams.admin.check_topics` gave them.
        replaced: called when the inbox turns out to be another topic than before: every place is void.
    """

    def __init__(
        self, broker: str, profile: Profile, hub: Hub, topic_ids: dict[str, str], replaced: Callable[[], None]
    ) -> None:
        self._broker, self._profile, self._hub = broker, profile, hub
        self._topic_ids = topic_ids
        self._replaced = replaced
        self._inboxes: dict[int, Reading] = {}
        self._units: dict[int, Reading] = {}
        self._lateness: dict[int, Lateness] = {}
        self._unheard_since: dict[int, float] = {}
        self._trails = Reading(
            broker,
            TRAILS.name,
            range(TRAILS.partitions(profile)),
            start=from_instant(_dots_from_ms),
            handle=self._trail,
        )
        self._desks = Reading(
            broker, DESKS.name, range(DESKS.partitions(profile)), start=from_instant(_dots_from_ms), handle=self._desk
        )
        self._group: asyncio.Future[asyncio.TaskGroup] = asyncio.get_running_loop().create_future()
        self.pulse = Pulse(broker, partitions=self._asked_partitions, told=self._ends, back=self._kafka_back)

    def inbox_partition(self, room: str) -> int:
        """Where the room's inbox stands."""
        return partition_of(room, INBOX.partitions(self._profile))

    async def hold(self, room: str) -> int:
        """See to it that the room's inbox and units are read, wait until the inbox is at its end; its partition."""
        await asyncio.shield(self._group)
        partition, units = self.inbox_partition(room), partition_of(room, UNITS.partitions(self._profile))
        if units not in self._units:
            self._units[units] = Reading(
                self._broker, UNITS.name, [units], start=from_instant(_dots_from_ms), handle=self._picture
            )
            self._begin(self._units[units])
        self._unheard_since.pop(partition, None)
        if partition not in self._inboxes:
            self._inboxes[partition] = self._inbox_reading(partition)
            self._begin(self._inboxes[partition])
        reading = self._inboxes[partition]
        await reading.caught_up.wait()
        self._lateness.setdefault(partition, Lateness(monotonic()))
        return partition

    async def run(self) -> None:
        """For ever, until cancelled: dots, the pulse, and letting go of what nobody listens to.

        A fault of our own in any reading ends this with its error: a gateway that silently reads no more is worse.
        """
        async with asyncio.TaskGroup() as group:
            self._group.set_result(group)
            self._begin(self._trails)
            self._begin(self._desks)
            group.create_task(self.pulse.run())
            group.create_task(self._sweeping())

    def _begin(self, reading: Reading) -> None:
        reading.begin(self._group.result())

    # ------------------------------------------------------------ inboxes

    def _inbox_reading(self, partition: int) -> Reading:
        async def start(consumer: Any, partitions: Sequence[TopicPartition]) -> dict[TopicPartition, int]:
            log_start = (await consumer.beginning_offsets(list(partitions)))[partitions[0]]
            log_end = (await consumer.end_offsets(list(partitions)))[partitions[0]]
            await self._drop_if_cut(partition, log_end)
            inbox = self._hub.partitions.setdefault(
                partition, InboxPartition(self._topic_ids[INBOX.name], partition, log_start=log_start)
            )
            inbox.log_starts_at(log_start)
            return {partitions[0]: max(inbox.next_offset, log_start)}

        return Reading(self._broker, INBOX.name, [partition], start=start, handle=self._inbox_record)

    async def _drop_if_cut(self, partition: int, log_end: int) -> None:
        """The log ends before what was read of it (lost in an unclean election, or made anew): that no longer holds."""
        inbox = self._hub.partitions.get(partition)
        if inbox is not None and inbox.next_offset > log_end:
            logger.error(
                "inbox-%s ends at %s, was read to %s: its consoles begin anew", partition, log_end, inbox.next_offset
            )
            self._topic_ids = await self._topic_ids_now()
            self._hub.drop_partition(partition)
            self._replaced()

    def _inbox_record(self, record: Any) -> None:
        inbox = self._hub.partitions[record.partition]
        key, at = _text(record.key), _instant(record.timestamp)
        if record.value is None:
            self._hub.inbox_removed(record.partition, key, record.offset, at)
            return
        said: InboxRecord | None = _readable(record, InboxRecord)
        if said is None or not self._in_its_place(record, key, recipient_of(said)):
            inbox.pass_over(record.offset, at)
            return
        stored = Stored(
            key=key,
            offset=record.offset,
            at=at,
            recipient=recipient_of(said),
            rank=rank_of(said),
            value=record.value,
        )
        self._hub.inbox_record(record.partition, stored, said)

    def _in_its_place(self, record: Any, key: str, recipient: str) -> bool:
        """Whether an inbox record stands where its recipient reads; anywhere else it would replace another's."""
        right = self.inbox_partition(recipient)
        if record.partition == right and key.startswith(f"{recipient}|"):
            return True
        logger.error(
            "%s-%s offset %s: passed over, expected a record of %s in partition %s under its own key, got the key %r",
            record.topic, record.partition, record.offset, recipient, right, key,
        )  # fmt: skip
        return False

    # ------------------------------------------------------------ dots

    def _trail(self, record: Any) -> None:
        trail: Trail | None = _readable(record, Trail)
        if trail is not None:
            self._hub.trail(trail, Raw(record.value))

    def _desk(self, record: Any) -> None:
        presence: DeskPresence | None = _readable(record, DeskPresence)
        if presence is not None:
            self._hub.staffing.heard(presence, _instant(record.timestamp))

    def _picture(self, record: Any) -> None:
        picture: UnitsPicture | None = _readable(record, UnitsPicture)
        if picture is not None:
            self._hub.units(picture)

    # ------------------------------------------------------------ pulse

    def _asked_partitions(self) -> list[TopicPartition]:
        return [TopicPartition(INBOX.name, partition) for partition in self._inboxes or (0,)]

    def _ends(self, ends: dict[TopicPartition, int]) -> None:
        """The ends of the inboxes are known: which of them lag?"""
        now = monotonic()
        for tp, end in ends.items():
            inbox, known = self._hub.partitions.get(tp.partition), self._lateness.get(tp.partition)
            if inbox is not None and known is not None:
                reached = known.reached(inbox.next_offset).asked(now, end).reached(inbox.next_offset)
                self._lateness[tp.partition] = reached
                self._mark(tp.partition, late=reached.late(now))

    def _mark(self, partition: int, *, late: bool) -> None:
        if late and partition not in self._hub.late:
            logger.warning("inbox-%s lags: its rooms get no dots until it is read to its end", partition)
            self._hub.late.add(partition)
        elif not late and partition in self._hub.late:
            logger.warning("inbox-%s is read to its end again", partition)
            self._hub.late.discard(partition)

    async def _kafka_back(self) -> None:
        """Kafka answers again: begin every read anew, from where it stood, unless the inbox is another topic now."""
        ids = await self._topic_ids_now()
        if ids != self._topic_ids:
            logger.error("topics were made anew while Kafka was away; every console begins anew")
            self._topic_ids = ids
            await self._forget_all()
            self._replaced()
            return
        for reading in (self._trails, self._desks, *self._inboxes.values(), *self._units.values()):
            self._begin(reading)

    async def _topic_ids_now(self) -> dict[str, str]:
        """The topics' ids; those known where Kafka does not tell them."""
        try:
            return await asyncio.to_thread(check_topics, self._broker, self._profile, TOPICS_READ)
        except (BrokerAwayError, TopicsError) as error:
            logger.error("the topics cannot be checked: %s", error)
            return self._topic_ids

    async def _forget_all(self) -> None:
        for partition in list(self._inboxes):
            await self._let_go(partition)
        for reading in self._units.values():
            await reading.stop()
        self._units.clear()
        self._begin(self._trails)
        self._begin(self._desks)

    # ------------------------------------------------------------ letting go

    async def _sweeping(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_S)
            now = monotonic()
            self._hub.forget_dots_before(datetime.now(UTC) - _DOTS_KEPT)
            for inbox in self._hub.partitions.values():
                inbox.forget_before(datetime.now(UTC) - _INBOX_KEPT)
            heard = self._hub.partitions_heard()
            for partition in list(self._inboxes):
                if partition in heard or not self._inboxes[partition].caught_up.is_set():
                    self._unheard_since.pop(partition, None)
                elif now - self._unheard_since.setdefault(partition, now) > _LINGER_S:
                    await self._let_go(partition)

    async def _let_go(self, partition: int) -> None:
        """Nobody has listened for a while: stop reading it and forget what it held.

        Forgotten before the reading has ended: a room may ask for it meanwhile, and then begins anew.
        """
        reading = self._inboxes.pop(partition)
        self._lateness.pop(partition, None)
        self._unheard_since.pop(partition, None)
        self._hub.drop_partition(partition)
        await reading.stop()


def _readable(record: Any, kind: Any) -> Any:
    """The record, or None with an error that names its place: one bad record never stops a room's inbox."""
    try:
        return decode(record.value or b"", kind)
    except RecordError as error:
        logger.error(
            "%s-%s offset %s: passed over, expected a readable record, got %s",
            record.topic,
            record.partition,
            record.offset,
            error,
        )
        return None


def _text(key: bytes | None) -> str:
    return (key or b"").decode(errors="replace")


def _instant(timestamp_ms: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=timestamp_ms)


def _dots_from_ms() -> int:
    return int((datetime.now(UTC) - _DOTS_FROM).timestamp() * 1000)
