from pathlib import Path

import yaml

from senningen.kafka.properties import LOG4J2, rendered, server_properties

PROPERTIES = server_properties(Path("/data"), port=9, controller_port=10)


def test_everything_listens_on_this_machine_only() -> None:
    assert PROPERTIES["listeners"] == "PLAINTEXT://127.0.0.1:9,CONTROLLER://127.0.0.1:10"
    assert PROPERTIES["advertised.listeners"] == "PLAINTEXT://127.0.0.1:9"
    assert PROPERTIES["controller.quorum.voters"] == "1@127.0.0.1:10"


def test_the_broker_makes_no_topic_by_itself() -> None:
    assert PROPERTIES["auto.create.topics.enable"] == "false"


def test_a_group_does_not_wait_for_members_that_may_come() -> None:
    assert PROPERTIES["group.initial.rebalance.delay.ms"] == "0"


def test_internal_topics_need_one_broker_only() -> None:
    single = [name for name in PROPERTIES if name.endswith((".replication.factor", ".min.isr"))]
    assert len(single) == 5
    assert {PROPERTIES[name] for name in single} == {"1"}


def test_a_rendered_file_has_one_setting_a_line_and_doubled_backslashes() -> None:
    assert rendered({"node.id": "1", "log.dirs": "C:\\data"}) == "node.id=1\nlog.dirs=C:\\\\data\n"


def test_the_log_settings_are_yaml_and_write_to_the_output() -> None:
    settings = yaml.safe_load(LOG4J2)["Configuration"]
    assert settings["Loggers"]["Root"] == {"level": "info", "AppenderRef": {"ref": "out"}}
    assert settings["Appenders"]["Console"]["name"] == "out"
