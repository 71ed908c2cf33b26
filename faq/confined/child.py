"""One child process: it is handed an open file, and says what it made of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
PASSED_ON = ("PATH", "PYTHON", "COVERAGE", "LANG", "LC_", "TMPDIR", "TESSDATA_PREFIX")
"""Of the environment; tokens and passwords stay here."""


class ChildEnded(Exception):
    """It was ended for its memory or time before it could speak."""


class Failed(Exception):
    """An error in it that nobody foresaw."""


def run(
    module: str, work: Sequence[str], source: IO[bytes], told: IO[bytes], *, seconds: float
) -> None:
    """What it said is in `told` afterwards. Raises ChildEnded and Failed."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, *work],
            cwd=ROOT,
            env={key: value for key, value in os.environ.items() if key.startswith(PASSED_ON)},
            stdin=source,
            stdout=told,
            stderr=subprocess.DEVNULL,
            timeout=max(0.0, seconds),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ChildEnded from error
    if done.returncode < 0:
        raise ChildEnded
    if done.returncode > 0:
        raise Failed
    told.seek(0)
