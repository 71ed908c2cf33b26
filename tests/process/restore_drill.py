"""The restore drill: backups killed at any moment, and the one that counts put back.

python -m tests.process.restore_drill [--kills N] [--megabytes N]
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from storage import backup
from storage.engine import Database, opened
from storage.schema import migrate
from tests.process.bot import ROOT, clean_environ
from tests.storage.rows import ANI, NOW, file, people
from tests.support.databases import PostgresServer
from tests.support.postgres import cluster

ROW = 3_500  # letters of each message that makes the database large


@dataclass
class Drill:
    """One run's figures."""

    database: str
    backup_mb: float = 0.0
    backup_s: float = 0.0
    longest_write_ms: float = 0.0
    longest_write_without_ms: float = 0.0
    kills: int = 0
    in_time: int = 0
    """Kills that came before the backup was there."""
    broken: int = 0
    """Kills that left something which is neither a whole backup nor none."""
    restore_s: float = 0.0
    tickets: int = 0
    lost: int = 0

    def table(self) -> str:
        return "\n".join(
            f"{name.replace('_', ' '):26} {value:.1f}"
            if isinstance(value, float)
            else f"{name.replace('_', ' '):26} {value}"
            for name, value in asdict(self).items()
        )


def drill(url: str, folder: Path, *, kills: int, megabytes: float) -> Drill:
    """On a migrated, empty database; `folder` takes the backups."""
    whole = folder / "whole"
    with opened(url) as database:
        found = Drill(database.engine.dialect.name, kills=kills)
        found.tickets = _fill(database, megabytes)
        with Writer(database) as writer:
            found.backup_s, under_way = _back_up(url, whole)
            found.longest_write_ms = writer.longest * 1e3
            writer.longest = 0.0
            time.sleep(found.backup_s)
            found.longest_write_without_ms = writer.longest * 1e3
            for at in range(kills):
                target = folder / "killed"
                target.unlink(missing_ok=True)
                _kill(url, target, under_way * at / kills)  # from its first moment on
                found.in_time += not target.exists()
                found.broken += not _whole_or_none(database, target)
        found.backup_mb = whole.stat().st_size / 1e6
        database.close()
        start = time.perf_counter()
        _wait(_verb(url, "restore", whole))
        found.restore_s = time.perf_counter() - start
        found.lost = found.tickets - _tickets(database)
    return found


class Writer:
    """Writes all the while, as the bot does, and notes how long it had to wait at most."""

    def __init__(self, database: Database) -> None:
        self.longest = 0.0
        self._database = database
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._write)

    def _write(self) -> None:
        while not self._stop.wait(0.005):
            start = time.perf_counter()
            with self._database.unit() as unit:
                unit.outbox.add(ANI, "sendMessage", {"text": "sementara"}, now=NOW)
            self.longest = max(self.longest, time.perf_counter() - start)

    def __enter__(self) -> Writer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def _fill(database: Database, megabytes: float) -> int:
    people(database)
    with database.unit() as unit:
        for at in range(100):
            file(unit, f"draft-{at}")
        for _ in range(int(megabytes * 1e6 / ROW)):
            words = random.randbytes(ROW // 2).hex()  # what does not shrink
            unit.outbox.add(ANI, "sendMessage", {"text": words}, now=NOW)
    return _tickets(database)


def _tickets(database: Database) -> int:
    with database.reading() as unit:
        return len(unit.open_tickets.oldest())


def _back_up(url: str, target: Path) -> tuple[float, float]:
    """Seconds of the whole process, and of those in which it wrote."""
    start = time.perf_counter()
    process = _verb(url, "backup", target)
    _until_begun(process, target)
    begun = time.perf_counter()
    _wait(process)
    return time.perf_counter() - start, time.perf_counter() - begun


def _kill(url: str, target: Path, after: float) -> None:
    process = _verb(url, "backup", target)
    _until_begun(process, target)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def _until_begun(process: subprocess.Popen[str], target: Path) -> None:
    part = target.with_name(f"{target.name}{backup.PART}")
    before = _written(part)  # one that was killed
    while process.poll() is None and _written(part) in {None, before}:
        time.sleep(0.001)


def _written(part: Path) -> int | None:
    """None where it is not there: the next one takes away what a killed one left."""
    try:
        return part.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _whole_or_none(database: Database, target: Path) -> bool:
    if not target.exists():
        return True
    try:
        backup.check(database, target)
    except backup.BackupError:
        return False
    return True


def _verb(url: str, *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        cwd=ROOT,
        env=clean_environ({"DATABASE_URL": url, "BACKUP_DIR": str(Path(words[1]).parent)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _wait(process: subprocess.Popen[str]) -> None:
    _, complaint = process.communicate()
    if process.returncode:
        raise RuntimeError(complaint)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--megabytes", type=float, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, cluster() as address:
        server = PostgresServer(address)
        wrong = False
        with server.fresh() as postgresql:
            for url in (f"sqlite:///{name}/bot.sqlite3", postgresql):
                with opened(url) as database:
                    migrate(database)
                found = drill(url, Path(name), kills=options.kills, megabytes=options.megabytes)
                print(found.table(), end="\n\n", flush=True)
                wrong = wrong or bool(found.broken or found.lost)
        server.close()
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
