"""`main.py backup FILE` and `main.py restore FILE`."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings
from storage import backup
from storage.engine import opened
from storage.private import make_folder
from storage.schema import head

KEPT_IN = Path("data")  # where the settings name no folder for backups


def kept_in(settings: Settings) -> Path:
    """What a restore replaced, and the list of those who were erased."""
    return settings.backup_dir or KEPT_IN


def make(settings: Settings, file: Path) -> list[str]:
    """Also while the bot serves. Returns what to tell the operator; raises BackupError."""
    daily = settings.backup_dir
    if daily is not None and file.parent.resolve() == daily.resolve():
        with contextlib.suppress(OSError):  # told by the backup itself
            make_folder(daily)  # before the first daily one it is not there
    with opened(settings.database_url.get_secret_value()) as database:
        backup.make(database, file)
    return [f"{file}: {size(file)}, opened and checked"]


def restore(settings: Settings, file: Path) -> list[str]:
    """Raises BackupError, and DatabaseError while a bot runs."""
    with opened(settings.database_url.get_secret_value()) as database:
        done = backup.restore(
            database,
            file,
            now=datetime.now(UTC).astimezone(settings.zone),
            keep_in=kept_in(settings),
        )
    older = (
        "" if done.revision == head() else f" (of schema {done.revision}; the start migrates it)"
    )
    return [
        f"the database is that of {file}{older}",
        f"what was there before: {done.kept or 'nothing'}",
        *_erased(done.erased),
        f"the next ticket is {done.next_number}; start the bot again",
    ]


def _erased(people: int) -> list[str]:
    if not people:
        return []
    return [f"{people} who had asked to be erased since that backup were erased in it again"]


def size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"
