"""The few weeks that lie behind the demo's first screen, played by its own people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.simulator.world import World
from bot.simulator.clock import MovableClock

WEEKS = 4


def begins(now: datetime) -> datetime:
    return now - timedelta(weeks=WEEKS)


def play(world: World, clock: MovableClock, settle: Callable[[], None]) -> None:
    settle()
    clock.move_to(begins(clock.now()) + 2*timedelta(weeks=WEEKS))
    settle()
