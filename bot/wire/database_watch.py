"""Stops the serving when there is nothing left to serve from."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence

from telegram.error import TelegramError

from bot.wire.ports import BotApi

LOOK = 1.0  # seconds
PATIENCE = 5.0  # seconds for the last words to one person


class DatabaseLost(Exception):
    """One line: what became of it, and the cure."""


async def watch_database(lost: Callable[[], str | None], stop: asyncio.Event) -> None:
    """Raises DatabaseLost."""
    while not stop.is_set():
        reason = await asyncio.to_thread(lost)
        if reason is not None:
            raise DatabaseLost(
                f"{reason}; stopped; put the file back or restore a backup, then start it again"
            )
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK)


async def last_words(api: BotApi, people: Sequence[int], message: dict[str, object]) -> None:
    """Not by way of the outbox, which is gone or no longer ours."""
    for person in people:
        with contextlib.suppress(TelegramError):
            await api.call("sendMessage", {"chat_id": person, **message}, timeout=PATIENCE)
