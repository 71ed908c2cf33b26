"""Strange files are parsed in child processes with little memory and time, and nothing else.

Whatever a file does to its parser, it does to the child alone. This side hands over the open file
and moves bytes; all it ever understands is the last child's answer, which is short and checked.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from faq.confined import child
from faq.importing import refuse
from faq.importing.answer import Drafted, understood
from faq.importing.limits import MOST_ANSWER, SECONDS
from faq.importing.sniff import FileFormat

WORTH_SHARING = 150_000
"""Bytes from which a second process pays for its start."""
MOST_SHARES = 4


def drafted(file: Path, form: FileFormat, name: str) -> Drafted:
    """What the child processes made of the file. Raises CannotImport, whichever refused it."""
    until = time.monotonic() + SECONDS
    shares = _shares(file, form)
    with ExitStack() as held:

        def sheet() -> IO[bytes]:
            return held.enter_context(tempfile.TemporaryFile())

        told = [sheet() for _ in range(shares)]

        def read(share: int) -> None:
            work = (form.value, name, str(share), str(shares))
            with file.open("rb") as source:
                _run(work, source, told[share], name, until)

        with ThreadPoolExecutor(shares) as pool:
            list(pool.map(read, range(shares)))
        answer = told[0]
        if shares > 1:
            together, answer = sheet(), sheet()
            for part in told:
                shutil.copyfileobj(part, together)
            together.seek(0)
            _run(("join", name), together, answer, name, until)
        return understood(answer.read(MOST_ANSWER + 1), name)


def _shares(file: Path, form: FileFormat) -> int:
    if form is FileFormat.DOCX or file.stat().st_size < WORTH_SHARING:
        return 1
    return max(1, min(MOST_SHARES, os.cpu_count() or 1))


def _run(work: Sequence[str], source: IO[bytes], told: IO[bytes], name: str, until: float) -> None:
    """One child, whose answer is in `told` afterwards; it cannot write more than may be read."""
    try:
        child.run("faq.importing.child", work, source, told, seconds=until - time.monotonic())
    except child.ChildEnded as error:
        raise refuse.too_heavy(name) from error
    except child.Failed as error:
        raise refuse.cut_off(name) from error
