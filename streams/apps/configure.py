"""How both Faust applications are set up: raw bytes, no topics made behind our back, quick recovery after a crash."""

from dataclasses import dataclass
from pathlib import Path

import faust

from streams.apps.pulse import Pulse
from streams.apps.table import KeptTable
from streams.apps.transport import install

__all__ = ["AppSettings", "create_app"]

_GIVE_UP_A_SEND_S = 10.0
"""So that we can say that Kafka is away, and try again; Faust would wait 20 minutes in silence."""


@dataclass(frozen=True, slots=True)
class AppSettings:
    """What a worker needs to know of its surroundings.

    Attributes:
        broker: host:port of Kafka.
        topic_ids: topic id by name, as checked before the start.
        partitions: partitions of the app's input topic and table.
        session_timeout_s: Kafka frees a dead worker's partitions after this; Kafka refuses less than 6.
        stall_s: a worker in which one input does not get done for so long exits at once.
        instance: names this worker for static membership, so that a planned restart moves no partition; None: dynamic.
        folder: where Faust may keep its files.
    """

    broker: str
    topic_ids: dict[str, str]
    partitions: int
    session_timeout_s: float
    stall_s: float
    instance: str | None
    folder: Path


def create_app(name: str, settings: AppSettings) -> faust.App:
    """A Faust app of this name (also its consumer group) with the mended transport, and an eye on Kafka."""
    datadir = settings.folder.resolve() / "faust" / name
    datadir.mkdir(parents=True, exist_ok=True)
    app = faust.App(
        name,
        broker=f"kafka://{settings.broker}",
        store="memory://",
        datadir=str(datadir),
        web_enabled=False,
        topic_partitions=settings.partitions,
        topic_allow_declare=False,
        topic_disable_leader=True,
        key_serializer="raw",
        value_serializer="raw",
        processing_guarantee="at_least_once",
        producer_acks=-1,
        producer_linger=0.0,
        producer_request_timeout=_GIVE_UP_A_SEND_S,
        broker_commit_interval=1.0,
        broker_session_timeout=settings.session_timeout_s,
        broker_heartbeat_interval=min(2.0, settings.session_timeout_s / 3),
        broker_rebalance_timeout=15.0,
        broker_request_timeout=30.0,
        broker_max_poll_interval=60.0,
        consumer_auto_offset_reset="earliest",
        consumer_group_instance_id=settings.instance,
        stream_wait_empty=True,
        table_standby_replicas=0,
        Table=KeptTable,
    )
    install(app)
    app.task(Pulse(settings.broker).watch)
    return app
