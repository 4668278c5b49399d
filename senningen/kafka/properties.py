"""The settings of the local broker: one process, broker and controller in one, reachable from this machine only."""

from pathlib import Path

__all__ = ["LOG4J2", "NODE_ID", "rendered", "server_properties"]

NODE_ID = 1

LOG4J2 = """\
Configuration:
  status: error
  Appenders:
    Console:
      name: out
      PatternLayout:
        pattern: "%d{ISO8601} %p %m (%c{1})%n"
  Loggers:
    Root:
      level: info
      AppenderRef:
        ref: out
    Logger:
      - {name: org.apache.kafka.common.config.AbstractConfig, level: warn} # 400 lines of defaults at every start
      # Several lines for each partition at every start:
      - {name: state.change.logger, level: warn}
      - {name: org.apache.kafka.controller, level: warn}
      - {name: kafka.cluster.Partition, level: warn}
      - {name: kafka.log, level: warn}
      - {name: kafka.server.metadata, level: warn}
      - {name: org.apache.kafka.storage.internals.log, level: warn}
      - {name: org.apache.kafka.coordinator.common.runtime, level: warn}
"""
"""Everything goes to the process's output, which whoever starts it writes to the log file."""


def server_properties(data: Path, port: int, controller_port: int) -> dict[str, str]:
    """Every broker setting that differs from Kafka's own, with the reason where it is not plain.

    Args:
        data: folder of the logs, absolute.
        port: where clients connect, on 127.0.0.1.
        controller_port: where the broker finds its own controller.
    """
    return {
        "process.roles": "broker,controller",
        "node.id": str(NODE_ID),
        # The static voter list, not the dynamic one: it may name another port at the next start.
        "controller.quorum.voters": f"{NODE_ID}@127.0.0.1:{controller_port}",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": "PLAINTEXT",
        "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs": str(data),
        # Topics are made by `senningen topics` alone: a broker that invents one hides a misspelt name.
        "auto.create.topics.enable": "false",
        "group.initial.rebalance.delay.ms": "0",
        # After a kill the controller waits this long before it lets the same broker in again (Kafka's own: 9 s).
        "broker.session.timeout.ms": "3000",
        "broker.heartbeat.interval.ms": "1000",
        **_INTERNAL_TOPICS,
        # The cleaner's map is taken from the heap at once: Kafka's 128 MB would be half of ours.
        "log.cleaner.dedupe.buffer.size": str(8 * 1024 * 1024),
        "num.network.threads": "2",
        "num.io.threads": "4",
    }


_INTERNAL_TOPICS = {
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "transaction.state.log.num.partitions": "4",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "share.coordinator.state.topic.num.partitions": "1",
}


def rendered(properties: dict[str, str]) -> str:
    r"""The text of a properties file; backslashes are doubled, as Java reads them.

    >>> rendered({"node.id": "1"})
    'node.id=1\n'
    """
    return "".join(f"{name}={value}\n".replace("\\", "\\\\") for name, value in properties.items())
