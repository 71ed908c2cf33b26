"""Strange files are parsed in child processes with little memory and time.

Whatever a file does to its parser, it does to the child alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from faq.importing import refuse
from faq.importing.refuse import CannotImport
from faq.importing.sniff import Form

SECONDS = 60
"""By the clock; the child itself stops at half as much of the processor's time."""
ROOT = Path(__file__).parents[2]
WORTH_SHARING = 150_000
"""Bytes from which a second process pays for its start."""
MOST_SHARES = 4


def parse(file: Path, form: Form) -> list[dict[str, Any]]:
    """What the child processes have read, in order; a refusal by any of them is the file's."""
    shares = _shares(file, form)
    with ThreadPoolExecutor(shares) as pool:
        return list(pool.map(lambda share: _run(file, form, share, shares), range(shares)))


def _shares(file: Path, form: Form) -> int:
    if form is Form.DOCX or file.stat().st_size < WORTH_SHARING:
        return 1
    return max(1, min(MOST_SHARES, os.cpu_count() or 1))


def _run(file: Path, form: Form, share: int, of: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "faq.importing.child", form.value, str(file.resolve())]
    try:
        done = subprocess.run(
            [*command, str(share), str(of)],
            cwd=ROOT,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refuse.too_heavy(file.name) from error
    if done.returncode < 0:  # killed for its memory or time before it could speak
        raise refuse.too_heavy(file.name)
    if done.returncode > 0:  # an error of the parser's that nobody foresaw
        raise refuse.cut_off(file.name)
    told: dict[str, Any] = json.loads(done.stdout)
    if "refused" in told:
        raise CannotImport(told["refused"])
    return told
