"""A test run that is killed leaves nothing behind, however its bots were begun."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.process.bot import ROOT
from tests.support.waiting import until

RUN = """
import sys, time
from pathlib import Path
from tests.process.bot import Bot
from tests.process.prefork import Prefork
if sys.argv[2] == "forked":
    Bot.prefork = Prefork()
bot = Bot("", Path(sys.argv[1]), command=("-c", "import time; print('here'); time.sleep(3600)"))
bot.start()
while "here" not in bot.said():
    time.sleep(0.01)
print("begun", flush=True)
time.sleep(3600)
"""


def is_gone(process: psutil.Process) -> bool:
    """Or would be, if whoever it fell to had looked."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.parametrize(("how", "count"), [("forked", 2), ("started", 1)])
async def test_a_killed_run_leaves_no_process_behind(how: str, count: int, tmp_path: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, str(tmp_path), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    with run.stdout:
        assert run.stdout.readline() == "begun\n"
    left = psutil.Process(run.pid).children(recursive=True)
    run.kill()
    run.wait()
    try:
        assert len(left) == count
        await until(lambda: all(map(is_gone, left)))
    finally:
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
