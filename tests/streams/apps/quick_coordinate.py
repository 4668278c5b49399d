"""COORDINATE with deadlines of a second instead of minutes, so that a test can see them come due."""

import logging

from borders.load import load_directory, load_regimes
from senningen.settings import load_settings
from streams.admin import check_topics
from streams.apps.configure import AppSettings
from streams.apps.coordinate import create_coordinate
from streams.apps.run import run_app
from streams.pursuit.rules import PursuitSettings, Rules
from streams.records import VersionsUsed
from streams.topics import ALL_TOPICS, Profile


def main() -> None:
    """Run it until it is told to stop."""
    logging.basicConfig(level=logging.INFO)
    settings = load_settings()
    directory = load_directory()
    rules = Rules(
        directory,
        directory.towns,
        PursuitSettings(memberships_every_s=1.0, visible_after_close_s=1.0),
        VersionsUsed(code="quick", rooms=directory.version, borders="straight", settings="quick"),
        load_regimes(),
    )
    app_settings = AppSettings(
        broker=settings.broker,
        topic_ids=check_topics(settings.broker, Profile.LOCAL),
        partitions=4,
        session_timeout_s=6.0,
        stall_s=30.0,
        instance="coordinate-test",
        folder=settings.folder,
    )
    run_app(create_coordinate(app_settings, rules, {topic.name: 4 for topic in ALL_TOPICS}), "coordinate")


if __name__ == "__main__":
    main()
