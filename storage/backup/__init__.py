"""Backups: made while the bot serves, looked through before they count, and put back."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage import private
from storage.backup import forgotten, numbers, postgresql, sqlite
from storage.backup.errors import BackupError, Between
from storage.engine import Database
from storage.erasures import note
from storage.lock import BESIDE, only_one
from storage.schema import head, revisions

__all__ = ["PART", "BackupError", "Restored", "check", "make", "restore", "suffix"]

PART = ".part-of-backup"
"""What a backup is called until it is whole. What a killed one left under that name goes, so it is
a name that nobody else gives: FILE.part may be somebody's download."""
SIGNATURES = {sqlite.SIGNATURE: sqlite.NAME, postgresql.SIGNATURE: postgresql.NAME}


@dataclass(frozen=True)
class Restored:
    revision: str
    kept: Path | None
    """What was there before; None where it was empty."""
    next_number: str
    erased: int = 0
    """People who had been erased since, and are again."""


def suffix(database: Database) -> str:
    """What the names of its backups end with."""
    return sqlite.SUFFIX if database.is_sqlite else postgresql.SUFFIX


def make(database: Database, file: Path, *, between: Between = lambda: None) -> None:
    """The database as it is at one moment, in a file that is there whole or not at all.

    Nobody who writes waits for it. Raises BackupError.
    """
    _refuse_to_replace(database, file)
    part = file.with_name(f"{file.name}{PART}")
    with _place(file):
        sqlite.begin(part)
        try:
            if database.is_sqlite:
                sqlite.copy(database, part, between)
            else:
                postgresql.copy(database, part, between)
            _check_copy(database, part, between)
            _sync(part)
            part.replace(file)
            _sync(file.parent)
        finally:
            part.unlink(missing_ok=True)


def check(database: Database, file: Path, *, between: Between = lambda: None) -> str:
    """Reads all of it; its schema's revision. Raises BackupError where it is not to be trusted."""
    _must_be_its_kind(database, file)
    revision_in = sqlite.revision_in if database.is_sqlite else postgresql.revision_in
    revision = revision_in(file, between)
    if revision not in revisions():
        raise BackupError(
            f"{file} has the newer schema {revision}; update the bot to the release that made it"
        )
    return revision


def _must_be_its_kind(database: Database, file: Path) -> None:
    ours, found = sqlite.NAME if database.is_sqlite else postgresql.NAME, _kind_of(file)
    if found != ours:
        what = f"a backup of {found}" if found else "no backup"
        raise BackupError(f"{file} is {what}, and DATABASE_URL names {ours}; give another")


def _check_copy(database: Database, part: Path, between: Between) -> None:
    """What is wrong with the copy is most likely wrong with the database."""
    try:
        check(database, part, between=between)
    except BackupError as error:
        reason = str(error).removeprefix(f"{part} ")
        raise BackupError(f"no backup was kept, for it {reason}; look at the database") from None


def restore(database: Database, file: Path, *, now: datetime, keep_in: Path) -> Restored:
    """Puts the backup in the database's place, and what was there before aside.

    `now`: local time. Raises BackupError, and DatabaseError where a bot runs on the database.
    """
    _must_be_its_kind(database, file)
    with only_one(database) as lock:
        revision = check(database, file)
        since = numbers.given(database)
        listed = forgotten.list_of(database, keep_in)
        erased = forgotten.known(database, listed)
        with _place(listed):  # first of all: a kill in between must not bring anybody back
            note(listed, erased)
        kept = _put_back(database, file, f"before-restore-{now:%Y%m%d-%H%M%S}", keep_in)
        lock.mark_used()
        number = numbers.go_on(database, since, year=now.year)
        people = forgotten.again(database, erased)
        return Restored(head() if erased else revision, kept, number, people)


def _put_back(database: Database, file: Path, name: str, keep_in: Path) -> Path | None:
    """Where what was there is kept, if anything was."""
    if database.is_sqlite:
        there = Path(str(database.engine.url.database))
        with _place(there):
            kept = sqlite.put_back(database, file, _free(there.with_name(f"{there.name}.{name}")))
            _sync(there.parent)
            return kept
    kept = None
    with _place(keep_in):
        private.make_folder(keep_in)
        if numbers.is_ours(database):
            kept = _free(keep_in / f"{name}{postgresql.SUFFIX}")
            make(database, kept)
        postgresql.put_back(database, file, keep_in)
    return kept


def _free(file: Path) -> Path:
    """Nothing is lost by a name that is taken."""
    numbered = (file.with_name(f"{file.stem}-{at}{file.suffix}") for at in itertools.count(2))
    return next(each for each in itertools.chain([file], numbered) if not each.exists())


def _refuse_to_replace(database: Database, file: Path) -> None:
    """An older backup gives way to a newer one, and nothing else does."""
    if file.is_dir():
        raise BackupError(f"{file} is a folder; name a file in it")
    if file.exists() and not file.is_file():
        raise BackupError(f"{file} is a device or the like; name a file")
    if database.is_sqlite and sqlite.is_of(database, file):
        raise BackupError(f"{file} is the bot's own database, it will not be replaced")
    if file.exists() and file.stat().st_size and (_kind_of(file) is None or _is_live(file)):
        raise BackupError(f"{file} is no backup; choose another name, it will not be replaced")


def _is_live(file: Path) -> bool:
    """A database that a bot serves from, or has."""
    return any(file.with_name(f"{file.name}{side}").exists() for side in (BESIDE, "-wal"))


def _kind_of(file: Path) -> str | None:
    """By its first bytes. Raises BackupError where it cannot be read."""
    if file.exists() and not file.is_file():  # a pipe would be waited for without end
        raise BackupError(f"{file} is a folder, a device or the like; name a file")
    try:
        with file.open("rb") as opened:
            beginning = opened.read(16)
    except OSError as error:
        raise BackupError(f"cannot read {file}: {error.strerror}") from None
    return next((name for sign, name in SIGNATURES.items() if beginning.startswith(sign)), None)


@contextlib.contextmanager
def _place(file: Path) -> Iterator[None]:
    """What the file system says no to, in one line."""
    try:
        yield
    except OSError as error:
        raise BackupError(
            f"cannot write {file}: {error.strerror}; make room there, or choose another place"
        ) from None


def _sync(path: Path) -> None:
    """On the disk before anything older is deleted for it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
