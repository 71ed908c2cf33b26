"""One bot a database, for now: two would send every message twice."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.engine import Database, DatabaseError, does_not_open

_ADVISORY_KEY = 7_412_026  # any number that nothing else in this database locks


@contextlib.contextmanager
def only_one(database: Database) -> Iterator[None]:
    """Held by the process; the operating system lets go of it even after kill -9."""
    holding = _file_lock(database) if database.is_sqlite else _advisory_lock(database)
    with holding:
        yield


def _taken() -> DatabaseError:
    return DatabaseError("another bot already runs on this database; stop it first")


@contextlib.contextmanager
def _file_lock(database: Database) -> Iterator[None]:
    path = Path(f"{database.engine.url.database}.lock")
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken() from None
        yield


@contextlib.contextmanager
def _advisory_lock(database: Database) -> Iterator[None]:
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
        yield
