"""What was done in a stretch of time, and what it cost."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.traffic.racer import BOT_CORE, PINNED
from tests.process.bot import Bot


@dataclass
class Figures:
    """Of one race."""

    replies: int
    seconds: float
    cpu: float
    """Of the bot's processes, user and system."""
    api_share: float
    """Of a core, taken by the Bot API and whoever writes: near 1 it is they who are measured."""
    others_share: float
    """Of the bot's core, taken by neither."""
    peak_mb: float
    end_mb: float
    waits: Sequence[float] = ()
    more: dict[str, float] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return self.replies / self.seconds

    @property
    def cpu_ms(self) -> float:
        return self.cpu / self.replies * 1000

    def wait_ms(self, percent: int) -> float:
        """That many percent of all waited no longer."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1000


class Meter:
    """Runs from its making to `read`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._began = self._now()

    def read(self, replies: int, waits: Sequence[float] = (), **more: float) -> Figures:
        seconds, own, cpu, core = (
            after - before for after, before in zip(self._now(), self._began, strict=True)
        )
        family = _family(self._bot)
        return Figures(
            replies=replies,
            seconds=seconds,
            cpu=cpu,
            api_share=own / seconds,
            others_share=max(0.0, core - cpu) / seconds if PINNED else 0.0,
            peak_mb=sum(map(_peak_mb, family)),
            end_mb=sum(process.memory_info().rss for process in family) / 1e6,
            waits=waits,
            more=more,
        )

    def _now(self) -> tuple[float, float, float, float]:
        return time.perf_counter(), time.process_time(), cpu_of(self._bot), _busy(BOT_CORE)


def cpu_of(bot: Bot) -> float:
    """Seconds so far, of it and all that it started."""
    times = [process.cpu_times() for process in _family(bot)]
    return float(
        sum(one.user + one.system + one.children_user + one.children_system for one in times)
    )


def _family(bot: Bot) -> list[psutil.Process]:
    root = psutil.Process(bot.process.pid)
    return [root, *root.children(recursive=True)]


def _peak_mb(process: psutil.Process) -> float:
    with contextlib.suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())
        return int(found[1]) * 1024 / 1e6 if found else 0.0
    return 0.0


def _busy(core: int) -> float:
    """Seconds that the core was not idle."""
    times = psutil.cpu_times(percpu=True)
    at = times[core] if core < len(times) else times[0]
    return float(sum(at) - at.idle - at.iowait - at.guest - at.guest_nice)
