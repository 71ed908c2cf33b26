"""The simulated world's clock, as tests that count minutes need it."""

from __future__ import annotations

from datetime import datetime

from bot.simulator.world.clock import MovableClock


class StillClock(MovableClock):
    """Stands still until moved."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start, real=lambda: start)
