"""Two small loops, one that makes what takes long and one that looks at the agenda, and what
wakes loops."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import MakeNext, RunDue

LOOK = 1.0


class Wakeup:
    """Wakes a loop; notified twice before it wakes, it wakes once."""

    def __init__(self) -> None:
        self._notified = False
        self._waiting: asyncio.Future[None] | None = None

    def notify(self) -> None:
        self._notified = True
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def wait(self, seconds: float) -> None:
        """One loop at a time."""
        if not self._notified and seconds > 0:
            loop = asyncio.get_running_loop()
            self._waiting = loop.create_future()
            timer = loop.call_later(seconds, self.notify)
            try:
                await self._waiting
            finally:
                timer.cancel()
                self._waiting = None
        else:
            await asyncio.sleep(0)
        self._notified = False


async def make_jobs(
    make_next: MakeNext, *, wakeup: Wakeup, made: Callable[[], None], stop: asyncio.Event
) -> None:
    """One after the other, as soon as they are asked for, until told to stop.

    One under way is finished. By itself it looks again for those that rest after a failure.
    """
    while not stop.is_set():
        try:
            count = await asyncio.to_thread(make_next)
        except Exception as error:  # noqa: BLE001 - the database is away; what is asked for stays
            record(Action.JOBS_FAILED, error=error)
            count = 0
        if count:
            made()
        else:
            await wakeup.wait(LOOK)


async def keep_agenda(
    run_due: RunDue, *, made: Callable[[], None], wakeup: Wakeup, stop: asyncio.Event
) -> None:
    """Looks once a second at what is due; made once for its period, whoever looks."""
    while not stop.is_set():
        try:
            if await asyncio.to_thread(run_due):
                made()
        except Exception as error:  # noqa: BLE001 - rolled back; due again at the next look
            record(Action.AGENDA_FAILED, error=error)
        await wakeup.wait(LOOK)
