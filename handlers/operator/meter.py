"""Progress, for whoever waits at the terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass
class Meter:
    """On the terminal one line that changes; elsewhere a line for each task."""

    live: bool = False
    _last: tuple[str, int] = ("", -1)

    def __call__(self, task: str, done: float) -> None:
        now = (task, int(done * 100))
        if now == self._last:
            return
        begins = now[0] != self._last[0]
        self._last = now
        if self.live:
            print(f"\r\x1b[K{task} {now[1]} %", end="", file=sys.stderr, flush=True)
        elif begins:
            print(f"{task} …", file=sys.stderr, flush=True)

    def ended(self) -> None:
        if self.live and self._last[0]:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
