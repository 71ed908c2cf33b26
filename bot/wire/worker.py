"""Small loops: one serves what was stored, one makes what takes long, one looks at the agenda."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import MakeNext, RunDue, Serve

IDLE = 0.25  # seconds: how soon rested lanes and moved clocks are noticed
AFTER_FAILURE = 1.0
LOOK = 1.0


class Wakeup:
    """Wakes a loop; notified twice before it wakes, it wakes once."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def notify(self) -> None:
        self._event.set()

    async def wait(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._event.wait(), seconds)
        self._event.clear()


async def work(
    serve: Serve, *, wakeup: Wakeup, served: Callable[[], None], stop: asyncio.Event
) -> None:
    """Serves batches until told to stop; a batch under way is always finished."""
    while not stop.is_set():
        try:
            count = await asyncio.to_thread(serve)
        except Exception as error:  # noqa: BLE001 - the database is away; the rows are safe, try again
            record(Action.BATCH_FAILED, error=error)
            await wakeup.wait(AFTER_FAILURE)
            continue
        if count:
            served()
        else:
            await wakeup.wait(IDLE)


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
