"""The real bot as a process of its own: started, watched, stopped and killed from outside."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.prefork import Forked, Prefork
from tests.support.with_us import WITH_US

ROOT = Path(__file__).parents[2]
SHORT_BOOK = Path(__file__).parent / "manual"  # the real one's training is half of a start
READY = "is serving"
MEASURED = "COVERAGE_PROCESS_CONFIG"


def clean_environ(settings: Mapping[str, str]) -> dict[str, str]:
    """Nothing of the caller's own settings; where this run is measured, so is the process."""
    kept = {key: os.environ[key] for key in ("PATH", MEASURED) if key in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


class Bot:
    """One process after another on the same settings; everything they print goes to one log."""

    prefork: Prefork | None = None
    """From which they are forked, where there is one."""
    template: Path | None = None
    """The database they begin with, where there is one: making its tables is half of a start."""

    def __init__(
        self,
        api_url: str,
        folder: Path,
        *,
        database_url: str | None = None,
        cores: Iterable[int] = (),
        command: tuple[str, ...] = ("main.py", "run"),
        settings: Mapping[str, str] | None = None,
        home: Path = ROOT,
        fresh: bool = False,
    ) -> None:
        """`home`: the checkout it runs from, with a Python of its own where it has one; `fresh`:
        from nothing, with Python's own start and an empty folder."""
        self.api_url = api_url
        self.log = folder / "bot.log"
        self.database_url = database_url or f"sqlite:///{folder}/bot.sqlite3"
        usual = {
            "PYTHONUNBUFFERED": "1",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONPATH": str(home),
            "BOT_TOKEN": accounts.SIM_TOKEN,
            "BOT_API_URL": api_url,
            "MANUAL_DIR": str(SHORT_BOOK),
            "DATABASE_URL": self.database_url,
            "HELPDESK_CHAT_ID": str(accounts.HELPDESK),
            "ADMIN_IDS": f"{accounts.BUDI},{accounts.DEWI}",
            "LOG_LEVEL": "DEBUG",
            "HEALTH_LISTEN": "",  # several run at once
            "BACKUP_DIR": "",
            "TURNS_A_MINUTE": "1000000",  # whoever is here is quicker than people
            "OPEN_TICKETS": "1000",
        }
        self.environ = clean_environ({**usual, **(settings or {})})
        own = home / ".venv" / "bin" / "python"
        self._command = [str(own if own.exists() else sys.executable), *command]
        self._home = home
        self._cores = list(cores)
        self._forked = home == ROOT and not fresh
        if self.template and self._forked and database_url is None:
            shutil.copyfile(self.template, folder / "bot.sqlite3")
        self._process: subprocess.Popen[bytes] | Forked | None = None
        self._from = 0

    @property
    def process(self) -> subprocess.Popen[bytes] | Forked:
        assert self._process is not None
        return self._process

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        self._from = self.log.stat().st_size if self.log.exists() else 0
        self._process = self._begun()
        if self._cores:
            os.sched_setaffinity(self.process.pid, self._cores)

    def _begun(self) -> subprocess.Popen[bytes] | Forked:
        if self.prefork and self._forked:
            return self.prefork.fork(self._command[1:], self._home, self.environ, self.log)
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*WITH_US, *self._command],
                cwd=self._home,
                env=self.environ,
                stdout=log,
                stderr=log,
            )

    def said(self) -> str:
        """What the present process has printed."""
        if not self.log.exists():  # forked a moment ago
            return ""
        with self.log.open("rb") as log:
            log.seek(self._from)
            return log.read().decode(errors="replace")

    def serving(self) -> bool:
        """Whether it said that it serves; raises when it ended before."""
        if READY in self.said():
            return True
        if not self.alive:
            raise RuntimeError(f"the bot ended with {self.process.returncode}: {self.said()}")
        return False

    def wait_until_serving(self) -> None:
        while not self.serving():
            time.sleep(0.02)

    def wait_until_it_can_be_told(self) -> None:
        """Until a handler of its own stands for SIGTERM: before, signals are Python's business."""
        status = Path(f"/proc/{self.process.pid}/status")
        while self.alive:
            caught = re.search(r"^SigCgt:\s*([0-9a-f]+)", status.read_text(), re.MULTILINE)
            if caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1:
                return
            time.sleep(0.005)

    def wait(self) -> int:
        return self.process.wait()

    def kill(self) -> None:
        """kill -9: nothing of its own can run any more."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def autopsy(self) -> str:
        """Ends a process that hangs; its log then says where each thread stood."""
        if self.alive:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
        return self.said()

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """The exit code, and how many seconds it took."""
        start = time.monotonic()
        self.process.send_signal(sign)
        code = self.process.wait()
        return code, time.monotonic() - start

    def memory(self) -> float:
        """Resident MB."""
        return float(psutil.Process(self.process.pid).memory_info().rss) / 1e6

    def cpu(self) -> float:
        """Seconds of CPU used so far."""
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)


@asynccontextmanager
async def living(tmp_path: Path, **settings: str) -> AsyncIterator[tuple[World, Bot]]:
    """A Telegram, and the bot that serves it; where a test fails, its log says where each thread
    stood."""
    world = World(MovableClock())
    async with running(world) as url:
        bot = Bot(url, tmp_path, settings=settings)
        bot.start()
        try:
            await asyncio.to_thread(bot.wait_until_serving)
            yield world, bot
        except AssertionError:
            bot.autopsy()
            raise
        finally:
            await asyncio.to_thread(bot.kill)
