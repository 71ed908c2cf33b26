"""Takes out of a SQLite file what lies in the gaps of its pages; a process of its own.

`secure_delete` overwrites what is deleted. But where a page is split or joined its cells are laid
anew, and old copies stay in the gap in front of them (unallocated, as the file's format says) till
something else comes there. VACUUM takes them out, and nobody can write meanwhile: seconds, of
which the last half cannot be interrupted. So zeros are written there past SQLite, which never
reads these bytes. That is safe because

* meanwhile it holds the writing transaction, and leaves out what is in the -wal: of all other
  pages the file has what counts, and nobody writes there;
* it ends with a commit: what others keep of the pages in memory is then read anew;
* lock and writing are in one process, killed together. It is not the bot's own, since whoever
  closes a file lets go of all locks that its process has on it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn

READ_AT_ONCE = 256  # pages
CLEARED_AT_ONCE = 500  # pages, while nobody else can write: some milliseconds
BREATH = 0.02  # seconds between two parts, in which those who wait come first
REST = 0.25  # seconds till what somebody is busy with is tried again
HEADER = 100  # bytes of the file's own, before the first page's
LOCKED = 0x40000000  # the page of this byte has nobody's words, and SQLite's locks
LENGTHS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}
"""Of a page's header, by its kind. No other page begins with these bytes: there the number of
another page stands, which in a file below 128 GB begins with 0 or 1."""
WAL_HEADER, FRAME_HEADER = 32, 24  # bytes
DONE, LATER = 0, 3  # exit codes


class OutOfTime(Exception):
    """The time is used up, perhaps since somebody reads for long; what was cleared stays so."""


class UnknownLayout(Exception):
    """A file that this cannot be done to."""


@dataclass(frozen=True)
class Layout:
    size: int
    """Of a page."""
    usable: int

    @classmethod
    def of(cls, header: bytes) -> Layout:
        size = int.from_bytes(header[16:18], "big")
        if header[:16] != b"SQLite format 3\0" or header[18:20] != b"\2\2":
            raise UnknownLayout("not a database of SQLite's with a -wal")
        if any(header[52:56]):
            raise UnknownLayout("with auto_vacuum there are pages of another kind")
        size = 65536 if size == 1 else size
        return cls(size, size - header[20])

    def gap(self, page: bytes, number: int) -> tuple[int, int] | None:
        """Where it begins and ends; None where there is none, or nothing in it."""
        header = HEADER if number == 0 else 0
        length = LENGTHS.get(page[header]) if len(page) == self.size else None
        if length is None or number == LOCKED // self.size:
            return None
        cells = int.from_bytes(page[header + 3 : header + 5], "big")
        begin = header + length + 2 * cells
        end = int.from_bytes(page[header + 5 : header + 7], "big") or 65536
        if not begin < end <= self.usable or page.count(0, begin, end) == end - begin:
            return None
        return begin, end


class Gaps:
    """Pages are numbered from 0, as they lie in the file."""

    def __init__(self, path: str, connection: sqlite3.Connection, *, until: float) -> None:
        self._connection = connection
        self._wal = f"{path}-wal"
        self._file = os.open(path, os.O_RDWR)  # for good: see above
        self._until = until
        self._parent = os.getppid()
        self._layout = Layout.of(os.pread(self._file, HEADER, 0))

    def clear(self) -> None:
        """Raises Later."""
        while not self._is_all_in_file():
            self._rest()
        left = self._zero_some(self._filled())
        while left:
            self._rest()
            self._is_all_in_file()
            left = self._zero_some(left)
        os.fsync(self._file)

    def _rest(self) -> None:
        if os.getppid() != self._parent or time.monotonic() + REST > self._until:
            raise OutOfTime
        time.sleep(REST)

    def _is_all_in_file(self) -> bool:
        """Of what was in the -wal; nobody is held up by that, who reads for long prevents it."""
        busy, pages, moved = self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        return not busy and pages == moved

    def _filled(self) -> Iterator[int]:
        """As far as the file tells while others write; looked at once more before it is cleared.
        What comes into the -wal meanwhile is newer than what was to be taken out."""
        size = self._layout.size
        pages = os.fstat(self._file).st_size // size
        for first in range(0, pages, READ_AT_ONCE):
            read = os.pread(self._file, READ_AT_ONCE * size, first * size)
            for at in range(0, len(read), size):
                number = first + at // size
                if self._layout.gap(read[at : at + size], number):
                    yield number

    def _zero_some(self, pages: Iterable[int]) -> list[int]:
        """Some at a time; those that others had written just then and are not in the file."""
        rest, left = iter(pages), []
        while some := list(islice(rest, CLEARED_AT_ONCE)):
            if os.getppid() != self._parent or time.monotonic() > self._until:
                raise OutOfTime
            left += self._zero(some)
            time.sleep(BREATH)
        return left

    def _zero(self, pages: list[int]) -> list[int]:
        self._is_all_in_file()
        self._connection.execute("BEGIN IMMEDIATE")
        elsewhere = self._in_wal()
        for number in pages:
            begins = number * self._layout.size
            gap = self._layout.gap(os.pread(self._file, self._layout.size, begins), number)
            if gap is not None and number not in elsewhere:
                os.pwrite(self._file, bytes(gap[1] - gap[0]), begins + gap[0])
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        self._connection.execute(f"PRAGMA user_version={version}")  # the commit that others see
        self._connection.execute("COMMIT")
        return [number for number in pages if number in elsewhere]

    def _in_wal(self) -> set[int]:
        """Frames that are from before its last restart have another salt."""
        with open(self._wal, "rb") as wal:  # noqa: PTH123 - pathlib would double what it imports
            salt = wal.read(WAL_HEADER)[16:24]
            found = set()
            while len(frame := wal.read(FRAME_HEADER)) == FRAME_HEADER:
                if frame[8:16] == salt:
                    found.add(int.from_bytes(frame[:4], "big") - 1)
                wal.seek(self._layout.size, os.SEEK_CUR)
        return found


def main(path: str, seconds: str) -> NoReturn:
    connection = sqlite3.connect(path, isolation_level=None)
    code = DONE
    try:
        Gaps(path, connection, until=time.monotonic() + float(seconds)).clear()
    except OutOfTime:
        code = LATER
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        code = LATER
    # Without closing: who closes last deletes the -wal, and SQLite may err in who that is.
    os._exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
