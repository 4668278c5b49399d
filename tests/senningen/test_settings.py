import re
from pathlib import Path

import pytest

from senningen.settings import SettingsError, load_settings


def test_defaults_need_no_environment() -> None:
    settings = load_settings({})
    assert settings.folder == Path(".senningen")
    assert settings.broker == "127.0.0.1:29092"
    assert settings.accounts_file == Path(".senningen/accounts.toml")


def test_a_configured_broker_is_used_instead_of_the_local_one() -> None:
    assert load_settings({"SENNINGEN_KAFKA": "kafka.example:9092"}).broker == "kafka.example:9092"


def test_variables_of_others_are_not_ours() -> None:
    assert load_settings({"PATH": "/bin", "SENNINGENX": "1"}).kafka is None


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"SENNINGEN_KAFAK": "x"}, "unknown setting SENNINGEN_KAFAK='x'; expected one of"),
        ({"SENNINGEN_KAFKA_PORT": "banana"}, "SENNINGEN_KAFKA_PORT"),
        ({"SENNINGEN_KAFKA_PORT": "70000"}, "SENNINGEN_KAFKA_PORT: expected less than or equal to 65535, got '70000'"),
        ({"SENNINGEN_SESSION_TIMEOUT_S": "3"}, "greater than or equal to 6"),
        ({"SENNINGEN_PROFILE": "cloud"}, "'local' or 'production', got 'cloud'"),
    ],
)
def test_a_bad_setting_stops_the_start_with_name_value_and_expected(environ: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said.replace("(", r"\(")):
        load_settings(environ)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("gap_after_s=soon", "setting SENNINGEN_TRACKER: expected gap_after_s: expected a number, got 'soon'"),
        ("gap=3", "setting SENNINGEN_TRACKER: expected one of gap_after_s, "),
        ("dwell_s=-1", "setting SENNINGEN_TRACKER: expected dwell_s: expected seconds from 0, got -1.0"),
    ],
)
def test_a_setting_of_the_tracker_that_does_not_fit_is_named(text: str, complaint: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(complaint)):
        load_settings({"SENNINGEN_TRACKER": text})
