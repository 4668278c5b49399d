"""The house keeps its own rules: a test for every module, a line of documentation for every setting."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from senningen.cli import WORDS
from senningen.settings import Settings

ROOT = Path(__file__).parent.parent
PACKAGES = ("geo", "borders", "streams", "producers", "consumers", "dashboard", "senningen")
_MOST_LINES = 430
"""House rule: about 400."""
_MEASURED_ELSEWHERE = {
    "senningen/__main__.py": "every test that starts a process runs it",
    "streams/apps/run.py": "test_track.py and test_coordinate.py run it as a process",
    "streams/pursuit/arrived.py": "a record of three fields without behaviour; every test of the pursuit makes one",
}


_WIRE_SCHEMA = Path("streams/records")
"""Records without behaviour: tests/streams/test_records.py reads and writes a sample of each."""


def _modules() -> list[Path]:
    found = (path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    tested = (path for path in found if path.name != "__init__.py" and str(path) not in _MEASURED_ELSEWHERE)
    return sorted(path for path in tested if path.parent != _WIRE_SCHEMA)


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_every_module_has_its_test(module: Path) -> None:
    assert (ROOT / "tests" / module.parent / f"test_{module.name}").is_file()


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_every_module_is_short_and_opens_with_a_sentence(module: Path) -> None:
    text = (ROOT / module).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= _MOST_LINES
    assert text.startswith('"""')


@pytest.mark.parametrize("package", PACKAGES)
def test_our_packages_are_those_of_this_checkout(package: str) -> None:
    found = importlib.import_module(package).__file__
    assert found is not None
    assert Path(found).parent.parent == ROOT


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    row = next(
        (line for line in _settings_page() if line.startswith(f"| `SENNINGEN_{name.upper()}` |")),
        None,
    )
    assert row is not None, f"docs/settings.md has no row for SENNINGEN_{name.upper()}"
    default = Settings.model_fields[name].default
    assert f"| {'none' if default is None else default} |" in row


@pytest.mark.parametrize("folder", ["geo", "borders", "streams/pursuit", "streams/tracking"])
def test_a_clock_or_chance_in_a_pure_folder_is_a_fault_of_style(folder: str) -> None:
    planted = "import random\nfrom datetime import UTC, datetime\n\nNOW = datetime.now(UTC), random.random()\n"
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--stdin-filename", f"{folder}/planted.py", "-"],
        cwd=ROOT, input=planted, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "`datetime.datetime.now` is banned" in done.stdout
    assert "`random` is banned" in done.stdout


def _settings_page() -> list[str]:
    return (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()


def test_the_page_of_settings_documents_none_that_is_not() -> None:
    known = {f"`SENNINGEN_{name.upper()}`" for name in Settings.model_fields}
    documented = {line.split("|")[1].strip() for line in _settings_page() if line.startswith("| `SENNINGEN_")}
    assert documented <= known


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_of_the_command_line_has_its_module(word: str) -> None:
    assert hasattr(importlib.import_module(f"senningen.commands.{word}"), "app")


def test_lock_files_carry_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
