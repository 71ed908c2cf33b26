"""Long work beside the loops, in a thread of its own, which a stop need not wait for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from bot.wire.log import record
from bot.wire.log_actions import Action

LOOK = 30.0  # seconds


class GivenUp(Exception):
    """The process is to stop; what was under way begins anew another time."""


async def keep_looking(name: str, work: Callable[[Callable[[], None]], None]) -> None:
    """Until cancelled. `work` calls what it is given as often as it can be given up."""
    halt = threading.Event()

    def between() -> None:
        if halt.is_set():
            raise GivenUp

    try:
        while True:
            try:
                await asyncio.to_thread(work, between)
            except Exception as error:  # noqa: BLE001 - nothing beside the loops may end them
                record(Action.TASK_FAILED, what=name, error=error)
            await asyncio.sleep(LOOK)
    finally:
        halt.set()
