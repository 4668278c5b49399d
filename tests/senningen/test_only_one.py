import os
import subprocess
import sys
from pathlib import Path

import pytest

from senningen.only_one import AlreadyRunningError, only_one

HOLD = "import sys; from pathlib import Path; from senningen.only_one import only_one\n"


def test_a_second_one_is_told_who_runs_and_what_to_do(tmp_path: Path) -> None:
    code = HOLD + f"with only_one(Path({str(tmp_path)!r})): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunningError, match=rf"process {holder.pid}\): stop it first"), only_one(tmp_path):
            pass
        holder.stdin.close()
        holder.wait(10)
    with only_one(tmp_path):
        assert (tmp_path / "stack.pid").read_text() == f"{os.getpid()}\n"


def test_one_that_was_killed_leaves_the_folder_free(tmp_path: Path) -> None:
    code = HOLD + f"import os\nwith only_one(Path({str(tmp_path)!r})): os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with only_one(tmp_path):
        pass


def test_two_folders_do_not_mind_each_other(tmp_path: Path) -> None:
    with only_one(tmp_path / "a"), only_one(tmp_path / "b"):
        pass
