"""Telegram's files, for threads that read them while the loop goes on."""

from __future__ import annotations

import asyncio
from concurrent.futures import TimeoutError as Late

from bot.wire.client import Client
from bot.wire.ports import Fetch, NotFetched

PATIENCE = 6.0  # seconds for each of the two calls that a file takes
MOST_BYTES = 10_000_000


def fetching(client: Client) -> Fetch:
    """To be called in any thread but the loop's, which is the one that runs now."""
    loop = asyncio.get_running_loop()

    def fetch(file_id: str) -> bytes:
        doing = client.fetch(file_id, most=MOST_BYTES, timeout=PATIENCE)
        try:
            under_way = asyncio.run_coroutine_threadsafe(doing, loop)
        except RuntimeError:  # the loop is closed: the process is about to end
            doing.close()
            raise NotFetched(later=True) from None
        try:
            return under_way.result(3 * PATIENCE)
        except (Late, asyncio.CancelledError):
            under_way.cancel()
            raise NotFetched(later=True) from None

    return fetch
