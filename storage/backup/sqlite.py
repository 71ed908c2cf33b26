"""SQLite's own backup API: a file copied while somebody writes to it is often a broken one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from storage import lock, private
from storage.backup.errors import BackupError, Between
from storage.engine import Database

NAME, SUFFIX, SIGNATURE = "SQLite", ".sqlite3", b"SQLite format 3\0"
PAGES = 1024  # at a time: 4 MB
STEPS = 1_000_000  # of SQLite's machine: some milliseconds
SIDES = ("", "-journal", "-wal", "-shm")


def is_of(database: Database, file: Path) -> bool:
    """Whether it is the database's own file, or one beside it, by whatever name or link."""
    there = str(database.engine.url.database)
    return any(_is_same(Path(f"{there}{side}"), file) for side in (*SIDES, lock.BESIDE))


def _is_same(one: Path, other: Path) -> bool:
    if os.path.realpath(one) == os.path.realpath(other):  # also where it is not there yet
        return True
    return one.exists() and other.exists() and one.samefile(other)


def begin(file: Path) -> None:
    """An empty file, without what one that was killed has left beside it."""
    for side in SIDES:
        file.with_name(f"{file.name}{side}").unlink(missing_ok=True)
    private.make_file(file)


def copy(database: Database, to: Path, between: Between) -> None:
    _copy(Path(str(database.engine.url.database)), to, between)


def revision_in(file: Path, between: Between) -> str:
    with _reading(file, between) as connection:
        if not _is_whole(file, connection):
            raise BackupError(f"{file} is damaged; take another one")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not {"alembic_version", "ticket"} <= tables:
            raise BackupError(f"{file} is another program's database; take a backup of the bot's")
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _is_whole(file: Path, connection: sqlite3.Connection) -> bool:
    """What is cut off at the end SQLite reads as zeros, and may find in order."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    if file.stat().st_size < pages * size:
        return False
    return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]


def put_back(database: Database, file: Path, kept: Path) -> Path | None:
    """Where what was there is kept. A kill in between leaves no database, never a mixed one."""
    there = Path(str(database.engine.url.database))
    new = there.with_name(f"{there.name}.restoring")
    begin(new)
    _copy(file, new, lambda: None)
    database.close()
    anything = False
    for side in SIDES:
        old = there.with_name(f"{there.name}{side}")
        if old.exists():
            anything = anything or old.stat().st_size > 0  # all of it may be in the -wal
            # Under the name that belongs to its database: beside another one it would be read.
            aside = kept.with_name(f"{kept.name}{side}")
            old.rename(aside)
            private.tighten(aside)
    new.rename(there)
    if not anything:
        kept.unlink(missing_ok=True)
    return kept if anything else None


def _copy(source: Path, to: Path, between: Between) -> None:
    with (
        to.open("rb") as written,
        _reading(source, between) as reader,
        closing(sqlite3.connect(to)) as copied,
    ):
        # One moment's: else the copying begins anew with whatever is written meanwhile.
        reader.execute("BEGIN")
        if reader.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            raise BackupError(f"the database {source} is empty, there is nothing to back up")
        copied.execute("PRAGMA journal_mode=MEMORY")  # until it is whole it is nothing

        def step(*_: int) -> None:
            os.fdatasync(written)  # in small pieces: a large one holds up the bot's own commits
            between()

        reader.backup(copied, pages=PAGES, progress=step)
        copied.execute("PRAGMA journal_mode=DELETE")  # a single file, whatever its source was


@contextlib.contextmanager
def _reading(file: Path, between: Between) -> Iterator[sqlite3.Connection]:
    """Raises BackupError, also for what the block finds."""
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            # What it raises there interrupts the statement, and is lost.
            connection.set_progress_handler(between, STEPS)
            yield connection
    except sqlite3.Error as error:
        between()
        raise BackupError(f"{file}: {error}; look at the file and its disk") from None
