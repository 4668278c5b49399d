"""`senningen topics`: create the Kafka topics that are missing, and check that all are as the code expects them."""

import sys
from typing import Annotated

import typer

from senningen.settings import load_settings
from streams.admin import BrokerAwayError, TopicsError, check_topics, create_topics
from streams.topics import ALL_TOPICS, Profile

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(help=__doc__)
def topics(
    check: Annotated[bool, typer.Option("--check", help="Only check; create nothing.")] = False,
) -> None:
    """Print one line per topic: name, topic id, partitions, key; exit with 1 when anything differs."""
    settings = load_settings()
    profile = Profile(settings.profile)
    try:
        created = [] if check else create_topics(settings.broker, profile)
        ids = check_topics(settings.broker, profile)
    except TopicsError as error:
        for difference in error.differences:
            typer.echo(difference, err=True)
        sys.exit(f"senningen topics: {len(error.differences)} differences on {settings.broker}; see above")
    except BrokerAwayError as error:
        sys.exit(f"senningen topics: {error}")
    for topic in ALL_TOPICS:
        news = " (created)" if topic.name in created else ""
        count = topic.partitions(profile)
        typer.echo(f"{topic.name:28} {ids[topic.name]} {count} partitions by {topic.key}{news}")
