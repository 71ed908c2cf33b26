"""The daily backup: outside any transaction, for it may take minutes."""

from __future__ import annotations

import glob
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import Clock
from bot.words import alarms
from handlers.actions import alarm
from handlers.context import Context
from handlers.resources import Resources
from storage import backup, private
from storage.agenda import Once
from storage.engine import Database
from storage.tables import AgendaKind

NIGHT = time(2)  # a PC that sleeps at that hour makes it when it wakes
AGAIN = timedelta(hours=1)  # after one that failed


@dataclass(frozen=True)
class Folder:
    """The daily backups of one database: `bot-2026-11-26.sqlite3`."""

    path: Path
    database: Database
    keep: int

    def all(self) -> list[Path]:
        """The oldest first."""
        return sorted(self.path.glob(glob.escape(self._name) + "-????-??-??" + self._suffix))

    def newest(self) -> str:
        """The name of the last good one; empty where there is none."""
        return next((file.name for file in reversed(self.all())), "")

    def made_at(self, name: str) -> datetime:
        return datetime.fromtimestamp((self.path / name).stat().st_mtime, UTC)

    def of(self, day: str) -> Path:
        return self.path / f"{self._name}-{day}{self._suffix}"

    @property
    def _name(self) -> str:
        return Path(str(self.database.engine.url.database)).stem

    @property
    def _suffix(self) -> str:
        return backup.suffix(self.database)

    def rotate(self) -> None:
        """With what was left of those that were killed."""
        halves = self.path.glob(f"{glob.escape(self._name)}-*{self._suffix}{backup.PART}*")
        for old in (*self.all()[: -self.keep], *halves):
            old.unlink()


class DailyBackup:
    def __init__(self, folder: Folder, resources: Resources, clock: Clock) -> None:
        self._folder = folder
        self._resources = resources
        self._clock = clock
        self._failed_at: datetime | None = None

    def run_due(self, between: Callable[[], None]) -> None:
        """Raises only what `between` raises."""
        now = self._clock.now()
        local = now.astimezone(self._resources.zone)
        file = self._folder.of(local.date().isoformat())
        if self._rests(now) or local.time() < NIGHT or file.exists():
            return
        try:
            self._make(file, between)
        except (backup.BackupError, OSError) as error:
            self._failed_at = now
            self._tell(error, now)

    def _rests(self, now: datetime) -> bool:
        """After a failure; not for long where the clock was put back since."""
        return self._failed_at is not None and abs(now - self._failed_at) < AGAIN

    def _make(self, file: Path, between: Callable[[], None]) -> None:
        private.make_folder(self._folder.path)
        backup.make(self._folder.database, file, between=between)
        record(Action.BACKUP_MADE, file=file.name, megabytes=file.stat().st_size / 1e6)
        self._folder.rotate()

    def _tell(self, error: Exception, now: datetime) -> None:
        record(Action.BACKUP_FAILED, reason=str(error), retry_s=AGAIN.total_seconds())
        with self._folder.database.unit() as unit:
            context = Context(unit, self._resources, now)
            once = failure_of(self._folder.newest())
            alarm.raise_once(context, once, alarms.backup_failed(), not_to=context.desk_chat)


def failure_of(newest: str) -> Once:
    """For the admins alone, and once until there is another good one."""
    return Once(AgendaKind.BACKUP_FAILED, name=newest)
