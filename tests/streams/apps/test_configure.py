"""How the Faust apps are set up: what a fault in the setting would cost is told beside each."""

from dataclasses import replace
from pathlib import Path

import faust
import pytest_asyncio

from streams.apps.configure import AppSettings, create_app
from streams.apps.table import KeptTable
from streams.apps.transport import FixedTransport
from streams.topics import COORDINATE_TABLE, TRACK_TABLE


def settings(folder: Path, broker: str = "127.0.0.1:1") -> AppSettings:
    """Of a worker; without a broker it has no Kafka to talk to."""
    return AppSettings(
        broker=broker, topic_ids={}, partitions=4, session_timeout_s=6.0, stall_s=5.0, instance=None, folder=folder
    )


@pytest_asyncio.fixture
async def app(tmp_path: Path) -> faust.App:
    return create_app("coordinate", settings(tmp_path))


async def test_the_mended_transport_is_in_place(app: faust.App) -> None:
    assert isinstance(app.transport, FixedTransport)


async def test_faust_makes_no_topics_behind_our_back(app: faust.App) -> None:
    assert app.conf.topic_allow_declare is False
    assert app.conf.topic_disable_leader is True


async def test_bytes_go_in_and_out_as_they_are(app: faust.App) -> None:
    assert (app.conf.key_serializer, app.conf.value_serializer) == ("raw", "raw")


async def test_every_copy_acknowledges_and_nothing_waits_to_be_sent(app: faust.App) -> None:
    assert (app.conf.producer_acks, app.conf.producer_linger) == (-1, 0.0)


async def test_a_send_is_given_up_before_the_worker_is(app: faust.App) -> None:
    assert app.conf.producer_request_timeout < 30


async def test_streams_are_waited_for_when_partitions_go(app: faust.App) -> None:
    assert app.conf.stream_wait_empty is True


async def test_the_heartbeat_beats_three_times_within_the_session(tmp_path: Path) -> None:
    for session_s in (6.0, 10.0, 45.0):
        conf = create_app("track", replace(settings(tmp_path), session_timeout_s=session_s)).conf
        assert conf.broker_session_timeout == session_s
        assert conf.broker_heartbeat_interval * 3 <= session_s


async def test_an_instance_is_a_static_member_of_the_group_named_after_the_app(tmp_path: Path) -> None:
    conf = create_app("track", replace(settings(tmp_path), instance="track-1")).conf
    assert (conf.id, conf.consumer_group_instance_id) == ("track", "track-1")


async def test_the_tables_changelogs_are_the_topics_that_deployment_creates(tmp_path: Path) -> None:
    for name, table, topic in (("track", "units", TRACK_TABLE), ("coordinate", "cases", COORDINATE_TABLE)):
        app = create_app(name, settings(tmp_path))
        kept = app.Table(table, partitions=4)
        assert isinstance(kept, KeptTable)
        assert kept.changelog_topic_name == topic.name


async def test_faust_keeps_its_files_in_the_folder_of_the_stack(app: faust.App, tmp_path: Path) -> None:
    assert Path(app.conf.datadir) == tmp_path / "faust" / "coordinate"
