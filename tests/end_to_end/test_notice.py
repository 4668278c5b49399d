"""The demo's chase with a person looking at the neighbour's page: the proof of notice, in every language."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from senningen.demo import CASE_PREFIX, Played, play_chase
from tests.end_to_end.desk import chromium, signed_in
from tests.end_to_end.stack_thread import StackThread

pytestmark = [pytest.mark.kafka, pytest.mark.browser, pytest.mark.timeout(240)]

LIEGE = "BE/CIC-LIEGE"
IN_TIME = {
    "nl": r"OP TIJD, (\d+,\d) s voor de grensoverschrijding \(getoond op een zichtbare pagina\)",
    "fr": r"À TEMPS, (\d+,\d) s avant le franchissement \(affiché sur une page visible\)",
    "de": r"RECHTZEITIG, (\d+,\d) s vor dem Grenzübertritt \(auf einer sichtbaren Seite angezeigt\)",
    "lb": r"AN DER ZÄIT, (\d+,\d) s virum Grenziwwergang \(op enger siichtbarer Säit gewisen\)",
    "en": r"IN TIME, (\d+\.\d) s before the crossing \(shown on a visible page\)",
}
_ACKNOWLEDGED_WITHIN_S = 60.0


@asynccontextmanager
async def chase(line: StackThread) -> AsyncIterator[Played]:
    """The demo's chase, its own desks included, until its neighbour has acknowledged."""
    played = Played(f"{CASE_PREFIX}{datetime.now(UTC):%Y%m%d-%H%M%S}", lambda _line: None)
    playing = asyncio.create_task(play_chase(line.stack, line.tokens, played))
    try:
        async with asyncio.timeout(_ACKNOWLEDGED_WITHIN_S):
            while not any(rung.room == "NL/MK-MAASTRICHT" and rung.alert.acknowledged for rung in played.rung):
                if playing.done():
                    playing.result()
                await asyncio.sleep(0.2)
        yield played
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)


async def watched(line: StackThread, language: str) -> str:
    """What a terminal of the leading room shows at its start, in this language."""
    command = [
        sys.executable, "-m", "senningen", "watch", LIEGE, "--token", line.tokens["liege"], "--language", language,
        "--url", line.gateway, "--exit-after", "4",
    ]  # fmt: skip
    environ = os.environ | {"SENNINGEN_FOLDER": str(line.settings.folder)}
    process = await asyncio.create_subprocess_exec(
        *command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    shown, complaints = await process.communicate()
    assert process.returncode == 0, complaints.decode()
    return shown.decode()


async def test_the_neighbour_had_notice_in_time_and_every_language_says_by_how_much(line: StackThread) -> None:
    """Its page was visible at the pre-alert, seconds before the cars crossed; all five readers read the same margin."""
    async with chromium() as browser:
        await signed_in(line, browser, "maastricht")
        async with chase(line) as played:
            shown = {language: await watched(line, language) for language in IN_TIME}
    margins = set()
    for language, wanted in IN_TIME.items():
        proofs = [one for one in shown[language].splitlines() if played.case in one and "NL/MK-MAASTRICHT" in one]
        found = [match for one in proofs if (match := re.search(wanted, one))]
        assert found, f"{language}: expected {wanted}, got {proofs or shown[language]}"
        margins |= {float(match[1].replace(",", ".")) for match in found}  # told again where more became known
    (margin_s,) = margins
    assert 1.0 < margin_s < 20.0
