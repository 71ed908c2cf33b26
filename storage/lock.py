"""One bot a database: two would send every message twice.

The lock is held by a file or a connection, and goes with it silently: `Lock.lost` tells.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage import private
from storage.engine import Database, DatabaseError, does_not_open

_ADVISORY_KEY = 7_412_026  # any number that nothing else in this database locks
BESIDE = ".lock"  # after the name of a SQLite database
USED = "a bot has served from this database\n"


class Lock(Protocol):
    def lost(self) -> str | None:
        """Why it is held no more, in one line for the operator; None while it is."""

    def was_used(self) -> bool:
        """Whether a bot has served from this database before, as far as anybody knows."""

    def mark_used(self) -> None:
        """From now on an empty database here is a lost one, not a new one."""


@contextlib.contextmanager
def only_one(database: Database) -> Iterator[Lock]:
    """Held by the process; the operating system lets go of it even after kill -9.

    Raises DatabaseError where another bot holds it.
    """
    holding = _file_lock(database) if database.is_sqlite else _advisory_lock(database)
    with holding as lock:
        yield lock


def _taken() -> DatabaseError:
    return DatabaseError("another bot already runs on this database; stop it first")


class _FileLock:
    """Beside a SQLite database; what it says outlives the process."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file = file

    def lost(self) -> str | None:
        ours = os.fstat(self._file.fileno())
        try:
            there = self._path.stat()
        except OSError:
            return f"the lock file {self._path} was deleted"
        if (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino):
            return f"the lock file {self._path} was replaced"
        return None

    def was_used(self) -> bool:
        self._file.seek(0)
        return self._file.read() != ""

    def mark_used(self) -> None:
        if not self.was_used():
            self._file.write(USED)
            self._file.flush()
            os.fsync(self._file.fileno())


@contextlib.contextmanager
def _file_lock(database: Database) -> Iterator[Lock]:
    path = Path(f"{database.engine.url.database}{BESIDE}")
    private.make_file(path)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken() from None
        yield _FileLock(path, file)


class _AdvisoryLock:
    """Goes with its connection, of whose end PostgreSQL tells nobody who does not ask."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lost: str | None = None  # SQLAlchemy would open another one, which holds nothing

    def lost(self) -> str | None:
        if self._lost is None:
            self._lost = self._look()
        return self._lost

    def _look(self) -> str | None:
        try:
            held = self._connection.execute(
                text(
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                    " AND pid = pg_backend_pid() AND objid = :key"
                ),
                {"key": _ADVISORY_KEY},
            ).scalar_one()
            self._connection.commit()
        except DBAPIError:
            return "the connection that held the database's lock was cut"
        return None if held else "the database's lock was taken away"

    def was_used(self) -> bool:
        return False  # a PostgreSQL server does not lose one database of its own silently

    def mark_used(self) -> None:
        pass


@contextlib.contextmanager
def _advisory_lock(database: Database) -> Iterator[Lock]:
    try:
        connected = database.engine.connect()
    except DBAPIError as error:
        raise does_not_open(error) from None
    with connected as connection:
        connection.detach()  # back in the pool it would keep the lock
        held = connection.execute(
            text("SELECT pg_try_advisory_lock(:key)"), {"key": _ADVISORY_KEY}
        ).scalar_one()
        connection.commit()
        if not held:
            raise _taken()
        try:
            yield _AdvisoryLock(connection)
        finally:
            with contextlib.suppress(DBAPIError):  # cut already: the lock went with it
                connection.rollback()
