"""The real clock, and what a wrong one must not do.

An office's computer may start with a dead battery in 2019, or be put five weeks ahead by hand.
Whatever is due, waits or ends would follow it. So Telegram is the witness: each of its answers
carries the time (`Date`), and between two answers a clock that nobody sets counts on.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.trouble import ClockWrong, Tell, let_know

FAR = timedelta(minutes=1)  # no clock that somebody looks after is so far from Telegram's
LISTENS_EVERY = 1.0  # seconds: `Date` has no finer ones
STEADY = 300.0  # seconds that a witness must keep to another time before it is believed
LOOK = 1.0
TOLD_AFTER = 60.0  # seconds: a computer that wakes up is put right by itself


def boot_time() -> float:
    """Seconds that nobody can set, and that go on while the computer sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def system_time() -> datetime:
    return datetime.now(UTC)


class WitnessedClock:
    """The system's time; where Telegram's is far from it, Telegram's."""

    def __init__(
        self,
        system: Callable[[], datetime] = system_time,
        steady: Callable[[], float] = boot_time,
    ) -> None:
        self._system = system
        self._steady = steady
        self._listened_at = -LISTENS_EVERY
        self._zero: datetime | None = None  # by the witness: what time it was at steady zero
        self._doubt: tuple[datetime, float] | None = None  # another zero, and since when

    def heard(self, date: str | None) -> None:
        """What an answer says in `Date`. Called by one thread only."""
        at = self._steady()
        if date is None or at - self._listened_at < LISTENS_EVERY:
            return
        with contextlib.suppress(ValueError, OverflowError):  # what cannot be read tells nothing
            self._weigh(_aware(parsedate_to_datetime(date)) - timedelta(seconds=at), at)
        self._listened_at = at

    def _weigh(self, zero: datetime, at: float) -> None:
        """A witness that changes its mind is believed only if it keeps to it."""
        if self._zero is None or abs(zero - self._zero) <= FAR:
            self._zero, self._doubt = zero, None
        elif self._doubt is None or abs(zero - self._doubt[0]) > FAR:
            self._doubt = zero, at
        elif at - self._doubt[1] >= STEADY:
            self._zero, self._doubt = zero, None

    def now(self) -> datetime:
        off = self.off()
        return self._system() - off

    def off(self) -> timedelta:
        """How far the system's time is ahead; nothing where that is not worth a word."""
        if self._zero is None:
            return timedelta()
        off = self._system() - self._zero - timedelta(seconds=self._steady())
        return off if abs(off) > FAR else timedelta()

    def steady(self) -> float:
        return self._steady()


def _aware(date: datetime) -> datetime:
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)


async def watch_clock(
    clock: WitnessedClock, put_back: Callable[[], None], tell: Tell, stop: asyncio.Event
) -> None:
    """Says when the system's time is wrong, and releases what waits for a time that is off."""
    watch = _Watch(clock, put_back, tell)
    while not stop.is_set():
        await watch.look()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK)


class _Watch:
    def __init__(self, clock: WitnessedClock, put_back: Callable[[], None], tell: Tell) -> None:
        self._clock = clock
        self._put_back = put_back
        self._tell = tell
        self._seen = clock.now()
        self._wrong_since: float | None = None
        self._told = False

    async def look(self) -> None:
        now = self._clock.now()
        if now >= self._seen - FAR or await self._released(self._seen - now):
            self._seen = now
        off = self._clock.off()
        if not off:
            self._right()
        else:
            await self._wrong(off)

    async def _released(self, by: timedelta) -> bool:
        record(Action.CLOCK_PUT_BACK, by_s=round(by.total_seconds()))
        try:
            await asyncio.to_thread(self._put_back)
        except Exception as error:  # noqa: BLE001 - the database is away; tried at the next look
            record(Action.AGENDA_FAILED, error=error)
            return False
        return True

    def _right(self) -> None:
        if self._wrong_since is not None:
            record(Action.CLOCK_RIGHT)
        self._wrong_since, self._told = None, False

    async def _wrong(self, off: timedelta) -> None:
        at = self._clock.steady()
        if self._wrong_since is None:
            self._wrong_since = at
            record(Action.CLOCK_WRONG, ahead_s=round(off.total_seconds()))
        if not self._told and at - self._wrong_since >= TOLD_AFTER:
            self._told = True
            await let_know(self._tell, ClockWrong(off))
