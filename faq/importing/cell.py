"""The walls around a child process that reads a strange file."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

MEMORY = 512_000_000
SECONDS = 60
"""By the clock for the whole import, and of the processor for each child."""
MOST_ANSWER = 20_000_000
"""Bytes; two thousand full pages are a third of it."""
MOST_CHAPTERS = 500
MOST_ENTRIES = 10_000
CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000
OUTWARD = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"),
    *("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn"),
)
"""What Python calls these deeds (audit events)."""


def confine() -> None:
    """From here on: little memory and time, short answers, no network, no other programs."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows, where the clock outside must do

        for what, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, MOST_ANSWER),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(what, (most, most))
        signal.alarm(SECONDS)  # should nobody be left who would end it
    _leave_the_network()
    sys.addaudithook(_stay_inside)


def _leave_the_network() -> None:
    """Where the kernel grants it, not even a parser written in C has one."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _stay_inside(event: str, _: object) -> None:
    if event in OUTWARD:
        raise PermissionError(event)


def is_full() -> bool:
    """An error came because there was no more memory, whatever the parser called it."""
    return any(peak > 0.95 * MEMORY for peak in _peaks())


def _peaks() -> Iterator[int]:
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmPeak:"):
                yield int(line.split()[1]) * 1024
