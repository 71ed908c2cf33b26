"""What was overwritten or deleted lies in the database's files for a while: this takes it out.

On SQLite `secure_delete` overwrites it at once, but where a page was split a copy may stay behind
(`storage.gaps`), and older states wait in the -wal.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from storage import gaps
from storage.engine import BUSY_TIMEOUT_MS, Database

ROOT = Path(__file__).parents[1]
PATIENCE_MS = 100  # while it waits for whoever reads, nobody else can write
BREATH = 0.005  # seconds between two parts, in which those who wait come first
AT_ONCE = 10.0  # seconds, after which it is gone on with at the next try


class NotScrubbed(Exception):
    """It ended otherwise than it should; the reason is its last line."""


def scrub(database: Database, *, seconds: float = AT_ONCE) -> bool:
    """Nobody who writes waits for more than some milliseconds. False where not all is done yet,
    since others are busy with the file or the time was used up: then it is for the next try."""
    if database.is_sqlite:
        return _clear_gaps(_file(database), seconds) and empty_wal(database)
    with database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
    return True


def _clear_gaps(file: Path, seconds: float) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", gaps.__name__, str(file.resolve()), str(seconds)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode not in {gaps.DONE, gaps.LATER}:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NotScrubbed(said[-1] if said else f"ended by signal {-done.returncode}")
    return done.returncode == gaps.DONE


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
