import sys
from pathlib import Path

import pytest

from bench.command import CommandEndedError
from bench.start import part_ready, start_once

RINGS = """
import time
print("starting Kafka at 127.0.0.1:9 ...", flush=True)
print("kafka: ready after 2.3 s", flush=True)
print("topics: done after 0.9 s", flush=True)
print('{"fix_to_console_ms": 21.5}', flush=True)
"""


def stand_in(folder: Path, script: str) -> Path:
    (folder / "senningen.py").write_text(script)
    return folder


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("kafka: ready after 4.2 s", ("kafka", 4.2)),
        ("borders: done after 12.0 s", ("borders", 12.0)),
        ("track ended by signal SIGKILL; log: track.log; starts again in 0.5 s", None),
        ("", None),
    ],
)
def test_the_supervisors_lines_tell_which_part_is_ready(line: str, found: tuple[str, float] | None) -> None:
    assert part_ready(line) == found


async def test_a_start_is_timed_part_by_part_until_the_alert(tmp_path: Path) -> None:
    started = await start_once({}, python=sys.executable, folder=stand_in(tmp_path, RINGS))
    assert {name: part.took_s for name, part in started.parts.items()} == {"kafka": 2.3, "topics": 0.9}
    assert started.fix_to_console_ms == 21.5
    assert 0 < started.parts["kafka"].at_s <= started.parts["topics"].at_s <= started.alert_at_s


async def test_a_demo_that_ends_without_an_alert_is_told_with_its_reason(tmp_path: Path) -> None:
    folder = stand_in(tmp_path, "import sys; sys.exit('senningen demo: track ended with status 1')")
    with pytest.raises(CommandEndedError, match="track ended with status 1"):
        await start_once({}, python=sys.executable, folder=folder)


async def test_an_alert_of_an_earlier_chase_is_no_measurement(tmp_path: Path) -> None:
    folder = stand_in(tmp_path, """print('{"fix_to_console_ms": 14643.4}')""")
    with pytest.raises(CommandEndedError, match="earlier chase"):
        await start_once({}, python=sys.executable, folder=folder)
