"""What was overwritten or deleted lies in the database's files for a while: this takes it out.

On SQLite `secure_delete` overwrites it at once, but where a page was split a copy may stay behind,
and older states wait in the -wal.
"""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import text

from storage.engine import BUSY_TIMEOUT_MS, Database

PATIENCE_MS = 100  # while it waits for whoever reads, nobody else can write
BREATH = 0.005  # seconds between two parts, in which those who wait come first
SMALL = (
    4_000_000  # bytes: so much is written anew in a tenth of a second, in a quarter on a busy PC
)


def is_small(database: Database) -> bool:
    """Whether nobody would notice it. PostgreSQL cleans up beside whoever writes."""
    return not database.is_sqlite or _file(database).stat().st_size <= SMALL


def scrub(database: Database, *, whole: bool) -> None:
    """On SQLite others cannot write meanwhile; not `whole`, that is some milliseconds."""
    if not database.is_sqlite:
        with database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
        return
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        if whole:
            driver.execute("VACUUM")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def empty_wal(database: Database) -> bool:
    """On SQLite: nothing of what was is left in the -wal. False where somebody still reads of it,
    and then it is for the next try."""
    if not database.is_sqlite:
        return True
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        try:
            busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    return not busy


def forget_words(database: Database) -> None:
    """What was deleted lies on in the index of words until that is merged: in short units."""
    first = more = True
    while more:
        with database.unit(flushed=False) as unit:
            more = unit.search.merge(first=first)
        first = False
        time.sleep(BREATH)


def _file(database: Database) -> Path:
    return Path(str(database.engine.url.database))
