"""`main.py simulate` as a process of its own, as a user starts it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.with_us import WITH_US

HOME = Path(__file__).parents[2]


@contextlib.contextmanager
def demo() -> Iterator[str]:
    """Its address, once the page with its past stands there."""
    port = _free_port()
    process = subprocess.Popen(
        [*WITH_US, sys.executable, "main.py", "simulate", "--port", str(port)],
        cwd=HOME,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LOG_LEVEL": "WARNING"},
    )
    try:
        yield _address(process)
    finally:
        process.terminate()
        said, _ = process.communicate()
        for file in (HOME / "data").glob(f"simulator-{port}.sqlite3*"):
            file.unlink()
    assert process.returncode == 0, said


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("Open http"):
            return line.split()[1]
    raise AssertionError(f"the simulator did not start:\n{said}")


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])
