"""Signals are sent to a process of its own, as a shell does."""

import signal
import sys

import psutil
import pytest

AS_A_TERMINAL_WOULD = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it,
signal.signal(signal.SIGHUP, signal.SIG_DFL)              # and nohup's this: both are inherited
"""
WORK = """
import asyncio
from senningen.foreground import say, until_told
async def work():
    try:
        say("ready")
        await asyncio.sleep(600)
    finally:
        say("stopping ...")
        await asyncio.sleep(0.2)
        say("stopped")
ended = asyncio.run(until_told(work()))
say(f"ended by itself: {ended}")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_ends_the_work_in_good_order_and_a_second_one_changes_nothing(number: signal.Signals) -> None:
    with psutil.Popen([sys.executable, "-c", AS_A_TERMINAL_WOULD + WORK], stdout=-1, stderr=-2, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.stdout.readline() == "stopping ...\n"
        process.send_signal(number)
        assert process.stdout.read() == "stopped\nended by itself: False\n"
        assert process.wait(10) == 0


def test_a_closed_terminal_does_not_end_what_was_started_to_outlive_it() -> None:
    ignoring = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{WORK}"
    with psutil.Popen([sys.executable, "-c", ignoring], stdout=-1, stderr=-2, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert "stopped" in process.stdout.read()


def test_work_that_fails_tells_so_and_work_that_ends_is_told_from_work_that_was_stopped() -> None:
    code = """
import asyncio
from senningen.foreground import say, until_told
async def ends(): pass
async def fails(): raise OSError("the disk is full")
say(str(asyncio.run(until_told(ends()))))
asyncio.run(until_told(fails()))
"""
    with psutil.Popen([sys.executable, "-c", code], stdout=-1, stderr=-2, text=True) as process:
        told = process.stdout.read().splitlines()
    assert (told[0], told[-1]) == ("True", "OSError: the disk is full")


def test_what_nobody_reads_any_more_stops_nothing() -> None:
    code = """
import sys
from senningen.foreground import say
sys.stdin.read()
say("nobody reads this")
print("went on", file=sys.stderr)
"""
    with psutil.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, stderr=-1, text=True) as process:
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read().startswith("went on\n")
