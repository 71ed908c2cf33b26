"""Bots forked from one process that has imported them: reading a thousand modules costs each start
of Python two seconds, and what a test looks at comes after that.

    python -m tests.process.prefork     one JSON line an order on stdin, a pid a line on stdout

A forked bot is a process like another: with a pid, a log, settings and a core of its own. What
differs is its way up to `main.py`, so `tests/process/test_start.py` starts Python itself.
"""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import time
import types
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Self

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # prctl(2)


class Forked:
    """As much of `subprocess.Popen` as tests use, of a process that somebody else forked."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        return self._ended(os.WNOHANG)

    def wait(self) -> int:
        code = self._ended(0)
        assert code is not None
        return code

    def send_signal(self, sign: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, sign)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _ended(self, how: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, how)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


class Prefork:
    """The process from which bots are forked; it and they end with the one that began it."""

    def __init__(self) -> None:
        # Whoever asks for a bot becomes its parent when the process between them ends.
        _prctl(PR_SET_CHILD_SUBREAPER, 1)
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def fork(
        self, command: Sequence[str], folder: Path, environ: Mapping[str, str], log: Path
    ) -> Forked:
        """`command`: what Python would be given, a file or "-c" and a program."""
        order = {
            "command": list(command),
            "folder": str(folder),
            "environ": dict(environ),
            "log": str(log),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        return Forked(int(self._process.stdout.readline()))


def serve() -> None:
    # What `run` needs, before it is asked for.
    import handlers.operator.failures  # noqa: PLC0415
    import handlers.operator.run  # noqa: PLC0415
    import handlers.operator.verbs.run  # noqa: F401, PLC0415

    gc.collect()
    gc.freeze()
    asker = os.getppid()
    told, tells = os.pipe()
    for line in sys.stdin:
        between = os.fork()
        if between == 0:
            between = os.getpid()
            bot = os.fork()
            if bot == 0:
                _end_with(asker, between)
                _become(**json.loads(line))
            os.write(tells, b"%d" % bot)
            os._exit(0)
        os.waitpid(between, 0)  # now the bot is a child of whoever asked
        print(os.read(told, 32).decode(), flush=True)


def _end_with(asker: int, between: int) -> None:
    """Also where the asker is killed. Asked for sooner, it would be the end of the one between."""
    while os.getppid() == between:
        time.sleep(0.001)
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != asker:  # it ended meanwhile
        os._exit(1)


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def _become(command: list[str], folder: str, environ: dict[str, str], log: str) -> NoReturn:
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(folder)
    nothing = os.open(os.devnull, os.O_RDONLY)
    said = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for source, target in ((nothing, 0), (said, 1), (said, 2)):
        os.dup2(source, target)
    os.closerange(3, 256)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w", 1), open(2, "w", 1)  # noqa: SIM115
    faulthandler.enable()
    name, *words = command
    sys.argv = command
    if name == "-c":
        sys.modules["__main__"] = main = types.ModuleType("__main__")
        exec(words[0], vars(main))  # as `python -c` does
    else:
        runpy.run_path(name, run_name="__main__")
    sys.exit()


if __name__ == "__main__":
    serve()
