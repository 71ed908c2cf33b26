"""The clock of the simulated world: real time plus whatever somebody skipped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LATEST = datetime(2999, 12, 31, tzinfo=UTC)


def _real_now() -> datetime:
    return datetime.now(UTC)


class MovableClock:
    """Runs with real time; can be put forward, never back, or tickets close before they open."""

    def __init__(
        self, start: datetime | None = None, *, real: Callable[[], datetime] = _real_now
    ) -> None:
        self._real = real
        self._skipped = timedelta() if start is None else start - real()

    def now(self) -> datetime:
        return (self._real() + self._skipped).astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        if by < timedelta():
            raise ValueError("jam hanya bisa dimajukan")
        if self.now() + by > LATEST:
            raise ValueError("waktu itu terlalu jauh")
        self._skipped += by

    def move_to(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("the moment needs a time zone")
        self.advance(moment - self.now())

    def restart_at(self, start: datetime) -> None:
        """Only for a world just emptied, in which nothing remembers a later time."""
        self._skipped = start - self._real()

    def to_next(self, weekday: int, hour: int, minute: int = 0, tz: str = "Asia/Makassar") -> None:
        """To the next such weekday (Monday is 0) and time of day, strictly ahead of now."""
        local = self.now().astimezone(ZoneInfo(tz))
        day = local.date() + timedelta(days=(weekday - local.weekday()) % 7)
        target = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(tz))
        if target <= local:
            target += timedelta(days=7)
        self.move_to(target)
