"""The walls that a child process which reads a strange file puts up around itself."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000
NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn")
"""What Python calls these deeds (audit events)."""


@dataclass(frozen=True)
class Walls:
    memory: int
    """Bytes."""
    seconds: int
    """Of the processor."""
    by_the_clock: int
    """Seconds too; more, where the machine may be busy with others."""
    most_answer: int
    """Bytes that it may write into any file."""
    becomes_another: bool = False
    """Whether it ends as another program, which then stands within the same walls."""

    def put_up(self) -> None:
        """From here on: little memory and time, short answers, no network, no other programs."""
        with contextlib.suppress(ImportError):
            import resource  # noqa: PLC0415 - not on Windows, where the clock outside must do

            for what, most in (
                (resource.RLIMIT_AS, self.memory),
                (resource.RLIMIT_CPU, self.seconds),
                (resource.RLIMIT_FSIZE, self.most_answer),
                (resource.RLIMIT_CORE, 0),
            ):
                resource.setrlimit(what, (most, most))
            signal.alarm(self.by_the_clock)  # should nobody be left who would end it
        _leave_the_network()
        forbidden = NETWORK if self.becomes_another else NETWORK + PROGRAMS

        def stay_inside(event: str, _: object) -> None:
            if event in forbidden:
                raise PermissionError(event)

        sys.addaudithook(stay_inside)

    def are_reached(self) -> bool:
        """An error came because there was no more memory, whatever the parser called it."""
        return any(peak > 0.95 * self.memory for peak in _peaks())


def _leave_the_network() -> None:
    """Where the kernel grants it, not even a parser written in C has one."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _peaks() -> Iterator[int]:
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmPeak:"):
                yield int(line.split()[1]) * 1024
