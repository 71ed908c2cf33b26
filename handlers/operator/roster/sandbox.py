"""A list of personnel is taken apart by a child process with little memory and time.

What a file does to its parser, it does to the child alone; this side reads the rows it tells.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from faq.confined import child
from handlers.operator.roster import answer, refuse
from handlers.operator.roster.limits import PATIENCE

Told = Callable[[float], None]
_OFTEN = 1_000  # lines


def sheets(path: Path, told: Told) -> Iterator[answer.Sheet]:
    """Raises CannotRead."""
    told(0.0)
    with path.open("rb") as file, tempfile.TemporaryFile() as rows:
        try:
            child.run("handlers.operator.roster.child", (), file, rows, seconds=PATIENCE)
        except child.ChildEnded:
            raise refuse.too_heavy() from None
        except child.Failed as error:
            raise refuse.unreadable(error) from None
        yield from answer.sheets(_watched(rows, told))


def _watched(rows: IO[bytes], told: Told) -> Iterator[bytes]:
    size = rows.seek(0, 2) or 1
    read = rows.seek(0)
    for number, line in enumerate(rows):
        read += len(line)
        if number % _OFTEN == 0:
            told(read / size)
        yield line
