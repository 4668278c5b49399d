"""What the gateway reads, and what happens when the inbox is not the one it was."""

import asyncio
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from kafka import KafkaAdminClient

from consumers.console_state import Fresh, Received
from consumers.gateway.feed import TOPICS_READ, Feed
from consumers.gateway.hub import Hub
from consumers.gateway.inbox import InboxPartition
from consumers.gateway.outbox import Outbox
from consumers.gateway.reading import Reading
from senningen.kafka.broker import LocalKafka
from streams.admin import check_topics, create_topics
from streams.console import Goodbye, Heartbeat
from streams.records import encode
from streams.topics import INBOX, Profile
from tests.consumers.records import NOON, alert_record, key_of
from tests.consumers.running import Kafka, account, console, new_room, running_gateway, write_accounts

pytestmark = pytest.mark.kafka


async def test_only_the_inboxes_of_rooms_that_were_asked_for_are_read(kafka_broker: str) -> None:
    hub = Hub()
    ids = await asyncio.to_thread(check_topics, kafka_broker, Profile.LOCAL, TOPICS_READ)
    feed = Feed(kafka_broker, Profile.LOCAL, hub, ids, lambda: None)
    room = new_room()
    async with Kafka(kafka_broker) as kafka:
        await kafka.inbox(alert_record(room))
        running = asyncio.create_task(feed.run())
        async with asyncio.timeout(20):
            partition = await feed.hold(room)
        assert set(hub.partitions) == {partition}
        outbox = Outbox()
        hub.listen(outbox, room, partition, None, NOON)
        assert f'"room":"{room}"'.encode() in (await outbox.next() or b"")
        running.cancel()
        await asyncio.wait([running])


async def test_a_room_that_is_asked_for_while_its_inbox_is_let_go_is_read_again(
    kafka_broker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, stop = asyncio.Event(), Reading.stop

    async def slow_stop(reading: Reading) -> None:
        await stop(reading)
        await held.wait()

    monkeypatch.setattr(Reading, "stop", slow_stop)
    hub = Hub()
    ids = await asyncio.to_thread(check_topics, kafka_broker, Profile.LOCAL, TOPICS_READ)
    feed = Feed(kafka_broker, Profile.LOCAL, hub, ids, lambda: None)
    room = new_room()
    running = asyncio.create_task(feed.run())
    async with Kafka(kafka_broker) as kafka, asyncio.timeout(20):
        await kafka.inbox(alert_record(room))
        partition = await feed.hold(room)
        letting_go = asyncio.create_task(feed._let_go(partition))
        await asyncio.sleep(0)
        await feed.hold(room)
        held.set()
        await letting_go
        outbox = Outbox()
        hub.listen(outbox, room, partition, None, NOON)
        assert f'"room":"{room}"'.encode() in (await outbox.next() or b"")
        await kafka.inbox(alert_record(room, revision=2))
        assert b'"revision":2' in (await outbox.next() or b"")
    assert not running.done()
    running.cancel()
    await asyncio.wait([running])


async def test_a_record_in_another_partition_than_its_recipients_is_passed_over() -> None:
    hub, room = Hub(), new_room()
    feed = Feed("127.0.0.1:1", Profile.LOCAL, hub, dict.fromkeys(TOPICS_READ, "id"), lambda: None)
    right = feed.inbox_partition(room)
    for partition in range(4):
        hub.partitions[partition] = InboxPartition("id", partition)
        said = alert_record(room)
        feed._inbox_record(
            SimpleNamespace(
                topic=INBOX.name, partition=partition, offset=0, timestamp=0, key=key_of(said).encode(),
                value=encode(said),
            )
        )  # fmt: skip
        held = hub.partitions[partition].since(room, None, NOON).items
        assert (len(held), hub.partitions[partition].next_offset) == (int(partition == right), 1)


def make_inbox_anew(broker: LocalKafka) -> None:
    admin = KafkaAdminClient(bootstrap_servers=broker.address)
    admin.delete_topics([INBOX.name])
    admin.close()
    while INBOX.name not in create_topics(broker.address, Profile.LOCAL):
        time.sleep(0.1)  # the broker may still list the topic that it is deleting


async def test_consoles_of_an_inbox_that_was_made_anew_are_told_that_something_may_be_lost(
    fresh_kafka: LocalKafka, tmp_path: Path
) -> None:
    room = new_room()
    write_accounts(tmp_path / "accounts.toml", account("nl", room))
    async with (
        running_gateway(fresh_kafka.address, tmp_path / "accounts.toml", room, heartbeat_s=0.2) as url,
        console(url, "nl") as here,
    ):
        await here.next(Fresh)
        await here.next(Heartbeat, lambda beat: beat.kafka)
        async with Kafka(fresh_kafka.address) as kafka:
            await kafka.inbox(*(alert_record(room, revision=n) for n in range(1, 6)))
        await here.next(Received, lambda event: event.record.alert.revision == 5)
        await asyncio.to_thread(make_inbox_anew, fresh_kafka)
        assert (await here.next(Goodbye, within_s=40)).code == "inbox_replaced"
        fresh = await here.next(Fresh)
        assert (fresh.lost, fresh.count) == (True, 0)
        assert "another inbox" in fresh.reason
        async with Kafka(fresh_kafka.address) as kafka:
            await kafka.inbox(alert_record(room, revision=1))
        await here.next(Received, lambda event: event.record.alert.revision == 1)
