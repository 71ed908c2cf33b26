"""A database that is damaged, or gone, while we serve from it: nothing can be kept any more."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_READONLY_DBMOVED
from sqlite3 import DatabaseError as SqliteError

from sqlalchemy import ExceptionContext, event

from storage.engine import Database

HEADER = b"SQLite format 3\0"
PRIMARY = 0xFF  # of SQLite's extended result codes
# PostgreSQL's data_corrupted, index_corrupted and invalid_catalog_name (errcodes, appendix A).
STATES = {"XX001", "XX002", "3D000"}


def damage_of(database: Database) -> Callable[[], str | None]:
    """Tells, from now on, what is wrong with it in one line; None while all is well."""
    return _Damage(database).look


class _Damage:
    def __init__(self, database: Database) -> None:
        self._reason: str | None = None
        self._file = Path(str(database.engine.url.database)) if database.is_sqlite else None
        self._identity = _identity(self._file)
        # Never closed: with any descriptor of the file all locks of this process on it would go
        # (sqlite.org/howtocorrupt.html, 2.2).
        self._opened = os.open(self._file, os.O_RDONLY) if self._file is not None else None
        event.listen(database.engine, "handle_error", self._note)

    def look(self) -> str | None:
        if self._reason is None:
            self._reason = self._look_at_file()
        return self._reason

    def _look_at_file(self) -> str | None:
        """What SQLite, with its pages in memory, would notice much later, or not at all."""
        if _identity(self._file) != self._identity:
            return f"the database file {self._file} was deleted or replaced"
        if self._opened is not None and os.pread(self._opened, len(HEADER), 0) != HEADER:
            return f"the database file {self._file} is damaged"
        return None

    def _note(self, context: ExceptionContext) -> None:
        error = context.original_exception
        if _is_damage(error):
            self._reason = f"the database is damaged: {_first_line(error)}"


def _is_damage(error: BaseException) -> bool:
    if isinstance(error, SqliteError):
        code = getattr(error, "sqlite_errorcode", 0)
        return code & PRIMARY in {SQLITE_CORRUPT, SQLITE_NOTADB} or code == SQLITE_READONLY_DBMOVED
    # By its attribute: a bot on SQLite is spared the 10 MB of PostgreSQL's driver.
    return getattr(error, "sqlstate", None) in STATES


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _identity(file: Path | None) -> tuple[int, int] | None:
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)
