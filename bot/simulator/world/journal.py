"""What changed, in order, so that a page need not ask for everything again."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import NamedTuple

KEPT = 4000


class JournalEntry(NamedTuple):
    version: int
    kind: str
    chat: int
    number: int | str


class Journal:
    def __init__(self) -> None:
        self.version = 0
        self.closing = False
        self._changes: deque[JournalEntry] = deque(maxlen=KEPT)
        self._waiting: set[asyncio.Future[None]] = set()

    def note(self, kind: str, chat: int = 0, number: int | str = 0) -> None:
        self.version += 1
        self._changes.append(JournalEntry(self.version, kind, chat, number))
        if self._waiting:
            self.wake()

    def wake(self) -> None:
        # Whoever wakes in another thread leaves the set at once, perhaps before this loop ends.
        waiting, self._waiting = self._waiting, set()
        for waiter in waiting:
            waiter.get_loop().call_soon_threadsafe(_wake, waiter)

    def since(self, version: int) -> list[JournalEntry] | None:
        """The changes after that version; None when they are no longer all remembered."""
        if version >= self.version:
            return []
        if not self._changes or self._changes[0].version > version + 1:
            return None
        return [change for change in self._changes if change.version > version]

    async def changed(self, version: int, timeout: float) -> bool:
        """Waits until something is newer than that version."""
        if self.version > version:
            return True
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await asyncio.wait_for(waiter, timeout)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiter)
        return True


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
