"""docker-compose.yml says nothing that does not exist: commands, settings, ports, broker properties."""

import base64
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType

from senningen.cli import WORDS
from senningen.kafka.lock import KAFKA
from senningen.kafka.properties import NODE_ID, server_properties
from senningen.settings import Settings, load_settings
from senningen.stack import BORDERS, PARTS
from streams.admin import replication
from streams.topics import Profile

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "docker-compose.yml"
SERVICES: Mapping[str, Any] = yaml.safe_load(COMPOSE.read_text())["services"]
BROKERS = {name: service for name, service in SERVICES.items() if name.startswith("kafka-")}
OURS = {name: service for name, service in SERVICES.items() if name not in BROKERS}
NOT_PROPERTIES = {"CLUSTER_ID"}


def broker_properties(service: Mapping[str, Any]) -> dict[str, str]:
    """The properties the image makes of its variables: KAFKA_A_B is a.b."""
    variables = {name: value for name, value in service["environment"].items() if name not in NOT_PROPERTIES}
    return {name.removeprefix("KAFKA_").replace("_", ".").lower(): value for name, value in variables.items()}


@pytest.mark.timeout(60)
def test_docker_compose_accepts_it() -> None:
    done = subprocess.run(
        ["docker-compose", "-f", str(COMPOSE), "config", "--services"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == set(SERVICES)


def test_it_runs_exactly_the_commands_of_the_native_stack() -> None:
    native = {part.name: ["senningen", *part.words] for part in (BORDERS, *PARTS)}
    assert {name: service["command"] for name, service in OURS.items()} == native


@pytest.mark.parametrize("name", OURS)
def test_every_command_is_a_word_of_ours(name: str) -> None:
    program, word, *_ = OURS[name]["command"]
    assert program == "senningen"
    assert word in WORDS


@pytest.mark.parametrize("name", OURS)
def test_every_setting_exists_and_fits(name: str) -> None:
    environment = OURS[name]["environment"]
    settings = load_settings(environment)
    assert settings.profile == "production"
    assert {address.partition(":")[0] for address in settings.broker.split(",")} == set(BROKERS)


def test_a_variable_of_ours_that_compose_itself_reads_would_be_refused_as_an_unknown_setting() -> None:
    assert not re.findall(r"\$\{SENNINGEN_\w*", COMPOSE.read_text())


def test_published_ports_are_the_settings_own_and_on_this_machine_only() -> None:
    published = [port.split(":") for service in OURS.values() for port in service.get("ports", [])]
    defaults = {str(field.default) for name, field in Settings.model_fields.items() if name.endswith("_port")}
    assert {host for host, _, _ in published} == {"127.0.0.1"}
    assert {inside for _, _, inside in published} == defaults - {str(Settings.model_fields["kafka_port"].default)}


def test_services_wait_for_topics_and_borders_and_topics_for_every_broker() -> None:
    for name, service in OURS.items():
        if name not in ("topics", "borders"):
            assert set(service["depends_on"]) == {"topics", "borders"}
    assert set(OURS["topics"]["depends_on"]) == set(BROKERS)


def test_there_are_as_many_brokers_as_production_keeps_copies() -> None:
    assert len(BROKERS) == replication(Profile.PRODUCTION) == 3


def test_the_brokers_are_of_the_version_of_the_local_one() -> None:
    version = KAFKA.rpartition(":")[2]
    assert {service["image"] for service in BROKERS.values()} == {f"apache/kafka:{version}"}


def test_each_broker_has_a_number_an_address_and_a_place_of_its_own() -> None:
    voters = set()
    for name, service in BROKERS.items():
        properties = broker_properties(service)
        assert properties["advertised.listeners"] == f"PLAINTEXT://{name}:9092"
        assert service["volumes"] == [f"{name}:{properties['log.dirs']}"]
        voters.add(f"{properties['node.id']}@{name}:9093")
    for service in BROKERS.values():
        assert set(broker_properties(service)["controller.quorum.voters"].split(",")) == voters


def test_the_cluster_id_is_sixteen_bytes() -> None:
    for service in BROKERS.values():
        default = service["environment"]["CLUSTER_ID"].partition(":-")[2].rstrip("}")
        assert len(base64.urlsafe_b64decode(default + "==")) == 16


def test_what_the_local_broker_sets_for_good_reason_production_sets_too() -> None:
    local = server_properties(Path("/data"), 9092, 9093)
    same = ("auto.create.topics.enable", "group.initial.rebalance.delay.ms", "process.roles")
    for service in BROKERS.values():
        properties = broker_properties(service)
        assert {name: properties[name] for name in same} == {name: local[name] for name in same}
        assert all(properties[name] == "3" for name in local if name.endswith(".replication.factor"))
        assert all(properties[name] == "2" for name in local if name.endswith(".min.isr"))


@pytest.mark.kafka
def test_every_broker_property_exists_here_and_in_the_local_stack(kafka_broker: str) -> None:
    client = KafkaAdminClient(bootstrap_servers=kafka_broker)
    try:
        broker = ConfigResource(ConfigResourceType.BROKER, str(NODE_ID))
        known = set(client.describe_configs([broker], config_filter="all")["broker"][str(NODE_ID)])
    finally:
        client.close()
    assert len(known) > 200
    assert set(server_properties(Path("/data"), 1, 2)) <= known
    for service in BROKERS.values():
        assert set(broker_properties(service)) <= known
