"""The Kafka contract: every topic's name, key, partitions and retention, in one place."""

from dataclasses import dataclass, field
from enum import Enum

__all__ = [
    "ALL_TOPICS",
    "COORDINATE_TABLE",
    "DESKS",
    "INBOX",
    "POSITIONS",
    "PURSUITS",
    "REJECTS",
    "REPORTS",
    "TRACK_TABLE",
    "TRAILS",
    "UNITS",
    "Profile",
    "Topic",
    "changelog",
    "topic_config",
]

_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
_DAY_MS = 24 * _HOUR_MS


class Profile(Enum):
    """Where the topics live: a single-broker stack on one machine, or a production cluster."""

    LOCAL = "local"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic as deployment creates it and every process checks it.

    Attributes:
        name: the topic's name on the broker.
        key: what its records are keyed by, in words.
        local_partitions: partitions on the local stack, fixed for life.
        production_partitions: partitions in production, fixed for life.
        config: topic settings that must stand on the broker, as Kafka spells them.
    """

    name: str
    key: str
    production_partitions: int
    config: dict[str, str] = field(default_factory=dict)
    local_partitions: int = 4

    def partitions(self, profile: Profile) -> int:
        """How many partitions the topic has in this profile."""
        return self.local_partitions if profile is Profile.LOCAL else self.production_partitions


def _kept(ms: int) -> dict[str, str]:
    """Settings of a topic that forgets records after `ms` milliseconds, stamped by the broker's clock."""
    return {"cleanup.policy": "delete", "retention.ms": str(ms), "message.timestamp.type": "LogAppendTime"}


def changelog(app: str, table: str, production_partitions: int) -> Topic:
    """The changelog of a Faust table; Faust derives the same name from its app id and the table's name.

    Compact only, never delete: faust#597 and faust#176 report failing recovery from expired changelogs.
    """
    config = {
        "cleanup.policy": "compact",
        "segment.ms": str(_MINUTE_MS),
        "segment.bytes": str(32 * 1024 * 1024),
        "min.cleanable.dirty.ratio": "0.1",
        "min.compaction.lag.ms": str(10 * _MINUTE_MS),
    }
    return Topic(f"{app}-{table}-changelog", "table key", production_partitions, config)


POSITIONS = Topic("positions", "unit", 96, _kept(6 * _HOUR_MS))
UNITS = Topic("units", "home room", 24, _kept(10 * _MINUTE_MS))
TRAILS = Topic("trails", "case", 48, _kept(7 * _DAY_MS))
REPORTS = Topic("reports", "case", 48, _kept(90 * _DAY_MS))
PURSUITS = Topic("pursuits", "case", 48, _kept(90 * _DAY_MS))
INBOX = Topic(
    "inbox",
    "recipient/kind/id; partitioned by recipient",
    24,
    {
        "cleanup.policy": "compact,delete",
        "retention.ms": str(30 * _DAY_MS),
        "min.compaction.lag.ms": str(3 * _DAY_MS),
        "message.timestamp.type": "LogAppendTime",
    },
)
DESKS = Topic(
    "desks",
    "room|console; partitioned by room",
    24,
    # It names persons at work, and Kafka forgets whole segments only: without short ones it would keep them for days.
    {**_kept(10 * _MINUTE_MS), "segment.ms": str(5 * _MINUTE_MS)},
)
REJECTS = Topic("rejects", "source key", 12, _kept(14 * _DAY_MS))
TRACK_TABLE = changelog("track", "units", POSITIONS.production_partitions)
COORDINATE_TABLE = changelog("coordinate", "cases", REPORTS.production_partitions)

ALL_TOPICS = (POSITIONS, UNITS, TRAILS, REPORTS, PURSUITS, INBOX, DESKS, REJECTS, TRACK_TABLE, COORDINATE_TABLE)


def topic_config(topic: Topic, profile: Profile) -> dict[str, str]:
    """Every setting the topic must have on the broker in this profile (values as Kafka prints them)."""
    durability = {"min.insync.replicas": "1" if profile is Profile.LOCAL else "2"}
    return {**topic.config, **durability, "unclean.leader.election.enable": "false"}
