"""Text files that somebody wrote by hand: read with limits, and told exactly where they break."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LONGEST_SHOWN = 120


class FileFault(Enum):
    UNREADABLE = "unreadable"
    NO_FILE = "no file"
    """A folder, a pipe or a device: to open one may last for ever."""
    TOO_BIG = "too big"
    NOT_UTF8 = "not UTF-8"
    NUL = "a NUL"


@dataclass
class Unfit(Exception):
    why: FileFault
    line: int = 1
    column: int = 1
    reason: str = ""
    """The system's own words, where it refused."""


def read_text(path: Path, *, most: int) -> str:
    """At most so many bytes, with or without a byte order mark. Raises Unfit."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unfit(FileFault.NO_FILE)
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        raise Unfit(FileFault.UNREADABLE, reason=error.strerror or type(error).__name__) from None
    except ValueError:  # a NUL in its name
        raise Unfit(FileFault.UNREADABLE, reason="no such name") from None
    if len(raw) > most:
        raise Unfit(FileFault.TOO_BIG)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unfit(FileFault.NOT_UTF8, *_place(error.object[: error.start].decode())) from None
    if "\0" in text:
        raise Unfit(FileFault.NUL, *_place(text[: text.index("\0")]))
    return text


def _place(before: str) -> tuple[int, int]:
    """Line and column of what follows."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def one_line(text: str) -> str:
    """Ours with a path or foreign words in it: whatever could give a terminal orders, or begin a
    line of its own, stands as its escape."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode()
        for sign in text
    )


def shown(text: str) -> str:
    """A piece of such a file as a terminal may be given it: in one line, short, without orders."""
    kept = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[: LONGEST_SHOWN + 1])
    return kept if len(kept) <= LONGEST_SHOWN else kept[:LONGEST_SHOWN] + "…"
