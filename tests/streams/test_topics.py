import pytest

from streams.topics import (
    ALL_TOPICS,
    COORDINATE_TABLE,
    DESKS,
    INBOX,
    POSITIONS,
    PURSUITS,
    REPORTS,
    TRACK_TABLE,
    Profile,
    changelog,
    topic_config,
)


def test_every_topic_has_a_name_of_its_own() -> None:
    assert len({topic.name for topic in ALL_TOPICS}) == len(ALL_TOPICS) == 10


@pytest.mark.parametrize("profile", Profile)
def test_a_table_has_as_many_partitions_as_the_topic_it_is_made_from(profile: Profile) -> None:
    assert TRACK_TABLE.partitions(profile) == POSITIONS.partitions(profile)
    assert COORDINATE_TABLE.partitions(profile) == REPORTS.partitions(profile)


@pytest.mark.parametrize("profile", Profile)
def test_a_case_stands_in_the_same_partition_of_reports_and_pursuits(profile: Profile) -> None:
    assert REPORTS.partitions(profile) == PURSUITS.partitions(profile)


def test_a_changelog_has_the_name_faust_gives_it_and_never_expires() -> None:
    topic = changelog("track", "units", 96)
    assert topic.name == "track-units-changelog"
    assert topic.config["cleanup.policy"] == "compact"
    assert "retention.ms" not in topic.config


def test_what_escalation_reads_is_stamped_by_the_broker() -> None:
    stamped = {topic.name for topic in ALL_TOPICS if topic.config.get("message.timestamp.type") == "LogAppendTime"}
    assert stamped == {topic.name for topic in ALL_TOPICS} - {TRACK_TABLE.name, COORDINATE_TABLE.name}


def test_the_inbox_keeps_every_revision_three_days_and_everything_thirty() -> None:
    day_ms = 24 * 3600 * 1000
    assert INBOX.config["min.compaction.lag.ms"] == str(3 * day_ms)
    assert INBOX.config["retention.ms"] == str(30 * day_ms)


def test_who_sat_at_which_desk_is_forgotten_within_minutes() -> None:
    longest_ms = int(DESKS.config["retention.ms"]) + int(DESKS.config["segment.ms"])
    assert longest_ms <= 15 * 60 * 1000


@pytest.mark.parametrize(("profile", "copies"), [(Profile.LOCAL, "1"), (Profile.PRODUCTION, "2")])
def test_production_takes_a_record_only_when_two_brokers_have_it(profile: Profile, copies: str) -> None:
    for topic in ALL_TOPICS:
        assert topic_config(topic, profile)["min.insync.replicas"] == copies
        assert topic_config(topic, profile)["unclean.leader.election.enable"] == "false"
